# What a server decides about the bot, and what its members are told of that. `<t:{ $until }:R>` is
# shown by Discord, in the reader's language, such as “in 3 hours”: it stands at the end of a sentence.

## Refusals

press-not-private = هذا الزر مخصص لرسالة لا يراها سواك. يُرجى استخدام الأمر بنفسك.
refused-channel = أنا متوقف عن العمل في هذه القناة. يمكن لمن يدير الخادم تغيير ذلك باستخدام ⁨`/settings`⁩.
refused-shut-out = لست متاحًا لك في هذا الخادم: هكذا قرر أحد من يديرونه. إن كنت ترى في ذلك خطأً، فيُرجى سؤالهم.
refused-role = لا أجيب هنا إلا من لديه رتب معينة. يمكن لمن يدير الخادم أن يخبرك بها.
refused-paused-server = أنا في استراحة: أوقفني هنا مؤقتًا أحد من يديرون هذا الخادم. لن أجيب عن هذا السؤال لاحقًا، لذا يُرجى طرحه مجددًا عند عودتي.
refused-day-guild-member =
    استنفدت ما يمكنك طرحه عليّ اليوم في هذا الخادم: { $limit ->
        [one] سؤال واحد
        [two] سؤالان
        [few] { $limit } أسئلة
        [many] { $limit } سؤالًا
       *[other] { $limit } سؤال
    }. يمكنك السؤال هنا مجددًا ⁨<t:{ $until }:R>⁩.
refused-day-channel = استنفدت هذه القناة أسئلتها إليّ لهذا اليوم. أجيب هنا مجددًا ⁨<t:{ $until }:R>⁩.

## Settings

settings-outdated = غيّر شخص آخر هذه الإعدادات للتو. يُرجى الاطلاع عليها بوضعها الحالي ثم المحاولة مجددًا.
