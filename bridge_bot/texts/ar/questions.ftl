# What a member is told of a question that is not answered. `<t:{ $until }:R>` is shown by Discord, in
# the reader's language, such as “in 3 hours”: it stands at the end of a sentence.

## Hints

hint-empty = اسألني شيئًا: اكتب سؤالك بعد اسمي.

## Refusals

refused-guild = لست مفعّلًا في هذا الخادم. يمكن لمن يشغّلني إضافته.
refused-dms = لا أجيب عن الرسائل المباشرة. يمكنك سؤالي في أحد الخوادم.
refused-dms-stranger = لا أجيب عن الرسائل المباشرة إلا من أعضاء الخوادم التي أنا مفعّل فيها.
refused-too-many =
    كان ذلك سريعًا! يمكنك طرح { $limit ->
        [one] سؤال واحد
        [two] سؤالين
        [few] { $limit } أسئلة
        [many] { $limit } سؤالًا
       *[other] { $limit } سؤال
    } في الدقيقة؛ يُرجى المحاولة مجددًا بعد { $seconds ->
        [one] ثانية واحدة
        [two] ثانيتين
        [few] { $seconds } ثوانٍ
       *[other] { $seconds } ثانية
    }.
refused-day-member =
    استنفدت ما يمكنك طرحه عليّ اليوم: { $limit ->
        [one] سؤال واحد
        [two] سؤالان
        [few] { $limit } أسئلة
        [many] { $limit } سؤالًا
       *[other] { $limit } سؤال
    }. يمكنك السؤال مجددًا ⁨<t:{ $until }:R>⁩.
refused-day-guild = استنفد هذا الخادم أسئلته إليّ لهذا اليوم. أجيب هنا مجددًا ⁨<t:{ $until }:R>⁩.
refused-day-all = استنفدت كل أسئلتي لهذا اليوم. أجيب مجددًا ⁨<t:{ $until }:R>⁩.
refused-paused = أنا في استراحة: أوقفني مؤقتًا من يشغّلني. لن أجيب عن هذا السؤال لاحقًا، لذا يُرجى طرحه مجددًا عند عودتي.
refused-queue-full =
    { $limit ->
        [one] هناك سؤال ينتظر الإجابة هنا
        [two] هناك سؤالان ينتظران الإجابة هنا
        [few] هناك { $limit } أسئلة تنتظر الإجابة هنا
        [many] هناك { $limit } سؤالًا تنتظر الإجابة هنا
       *[other] هناك { $limit } سؤال تنتظر الإجابة هنا
    }. دعني أجيب أولًا، ثم يمكنك السؤال مجددًا.
refused-forbidden = لا يُسمح لي بالكتابة في هذه القناة. يمكن لمن يدير الخادم منحي صلاحية إرسال الرسائل وإنشاء السلاسل.
refused-forbidden-voice = لا يُسمح لي بالكتابة في هذه القناة. يمكن لمن يدير الخادم منحي صلاحيتي الاتصال بها وإرسال الرسائل.
refused-private-thread-forbidden = لا أجيب هنا إلا في سلاسل خاصة، ولا يُسمح لي بفتح سلسلة. يمكن لمن يدير الخادم منحي صلاحيتي إنشاء السلاسل الخاصة وإرسال الرسائل في السلاسل.
refused-no-private-threads = لا أجيب هنا إلا في سلاسل خاصة، ولا توجد سلاسل خاصة في هذا النوع من القنوات. يمكن لمن يدير الخادم اختيار مكان آخر لإجاباتي باستخدام ⁨/settings⁩.
refused-private-thread-busy = لا أجيب هنا إلا في سلاسل خاصة، ولا يسمح لي ⁨Discord⁩ بفتح سلسلة الآن. يُرجى السؤال مجددًا بعد بضع دقائق.
refused-no-member = لست من أعضاء هذا الخادم: أُضيفت إليه أوامري فقط، لذا لا يمكنني الإجابة هنا. يمكن لمن يدير الخادم دعوتي: { $link }
refused-member = لا أجيب إلا حيث يُسمح لك بالكتابة، ولا يُسمح لك بالكتابة هنا.
refused-member-voice = لا أجيب إلا حيث يُسمح لك بالكتابة. للكتابة في هذه القناة تحتاج إلى صلاحية الاتصال بها.
refused-member-locked = لا أجيب إلا حيث يُسمح لك بالكتابة، وهذه السلسلة مقفلة.
refused-member-timed-out = لا أجيب إلا حيث يُسمح لك بالكتابة، وأنت الآن في مهلة (⁨Timeout⁩) في هذا الخادم.
refused-slow-mode = الوضع البطيء مفعّل هنا، ويسري أيضًا على أسئلتك إليّ. يمكنك السؤال مجددًا ⁨<t:{ $until }:R>⁩.

## Edited questions

# Of a question whose answer goes on as if it had not been edited. $reason: one of the refusals, or the next text.
edited-not-asked = أواصل الإجابة عن سؤالك كما كان قبل تعديله. { $reason }
edited-too-often =
    لقد عدّلته { $limit ->
        [one] مرة واحدة
        [two] مرتين
        [few] { $limit } مرات
       *[other] { $limit } مرة
    } أثناء إجابتي.
