# What the slash commands say of themselves and answer. A `…-description` is 100 characters at most; a
# `…-name` is what an option is called: 32 letters, without blanks.
# In this language Latin names, commands and code stand between isolates (U+2068, U+2069), as arguments
# do by the program: otherwise `/ask` would be shown with its slash behind it.

## /ask

ask-description = طرح سؤال على روبوت الدردشة
ask-question-name = سؤال
ask-question-description = ما الذي تريد معرفته
ask-file-name = ملف
ask-file-description = ملف نصي مرتبط بالسؤال، مثل سجل أحداث. يظهر مع السؤال
ask-private = سأجيبك في سلسلة خاصة، وستصلك إشارة مني هناك.

## /language; the rest of it is in language.ftl. $code: what a member has sent in place of a language.

language-description = عرض لغة إجاباتي أو اختيارها
language-language-name = لغة
language-language-description = اللغة التي أجيب بها
language-unknown = لا أعرف اللغة «{ $code }». يُرجى اختيار لغة من قائمة ⁨/language⁩؛ لم يتغير شيء.
language-outside = لا توجد هنا محادثة قائمة بذاتها. ستجدها في سلسلة أجيب فيها، أو في رسالة مباشرة إليّ.

## Ask about this, in the menu of a message. The name is 32 characters at most, the title of the form
## and its label 45.

about-name = سؤال عن هذه الرسالة
about-form = طرح سؤال عن هذه الرسالة
about-question = سؤالك
# What stands in the form already, and may be replaced.
about-default = ماذا يعني هذا؟
# Above the quotation of the question. $link: the address of the message.
about-shown = -# عن الرسالة: { $link }
# To the chatbot, between the question and the text of the message.
about-quoted = الرسالة المقصودة بالسؤال:
about-nothing = لا يوجد في تلك الرسالة نص يمكنني قراءته.
about-opted-out = لا يُسمح لي بقراءة تلك الرسالة: هذه رغبة من كتبها.
about-forgotten = لم تعد تلك الرسالة متاحة لي. إن كانت لا تزال موجودة، فيُرجى فتح قائمتها والسؤال مرة أخرى.

## /new

new-description = بدء محادثة جديدة هنا
new-begun = تبدأ هنا محادثة جديدة: عند السؤال التالي لن يتذكر روبوت الدردشة ما قيل أعلاه.
new-outside = في القنوات يبدأ كل سؤال محادثة جديدة من تلقاء نفسه. يمكنك استخدام ⁨/new⁩ في سلسلة أجيب فيها، أو في رسالة مباشرة إليّ.

## /help: an introduction, and below it a list of those that are true here. All of it together is one
## message, so keep each short. $bot and $role are mentions, $roles several with blanks between them.

help-description = كيف تسألني، وما المتاح هنا
help-intro = أنقل أسئلتك إلى روبوت دردشة وأعرض لك إجاباته. تكتبها آلة، فتحقق من كل ما هو مهم.
help-mentions = لطرح سؤال: أشر إلى { $bot } في رسالتك، أو رُد على إحدى رسائلي، أو استخدم ⁨`/ask`⁩.
help-messages = كل رسالة هنا سؤال موجَّه إليّ، إلا إذا كانت موجَّهة إلى شخص آخر. ويمكن أيضًا استخدام ⁨`/ask`⁩.
help-posts = كل منشور جديد هنا سؤال موجَّه إليّ. في المنشورات الأخرى أشر إلى { $bot } أو استخدم ⁨`/ask`⁩.
help-direct = كل رسالة هنا سؤال موجَّه إليّ.
help-elsewhere = استخدم ⁨`/ask`⁩. لست عضوًا هنا، لذا لا يرى السؤال وإجابتي أحد سواك.
help-own-thread = كل رسالة في هذه السلسلة سؤال موجَّه إليّ، إلا إذا كانت موجَّهة إلى شخص آخر.
help-in-thread = أجيب في سلسلة تُفتح لسؤالك، ويمكنك المتابعة فيها دون الإشارة إليّ.
help-in-private-thread = أجيب في سلسلة خاصة لا يراها سواك أنت والمشرفين.
help-in-channel = أجيب في القناة نفسها. للمتابعة رُد على إجابتي.
help-about = للسؤال عن رسالة موجودة: افتح قائمتها، ثم «⁨Apps⁩»، ثم *سؤال عن هذه الرسالة*.
help-files = أقرأ الملفات النصية أيضًا، مثل السجلات أو الشيفرة البرمجية.
# $code: "auto", or that of $language, which has its English and its own name.
help-language = { $code ->
    [auto] أجيبك هنا بلغة سؤالك. لاختيار لغة أخرى: ⁨`/language`⁩.
   *[other] أجيبك هنا باللغة: { $language }. لاختيار لغة أخرى: ⁨`/language`⁩.
}
help-new = لبدء محادثة جديدة داخل سلسلة: ⁨`/new`⁩.
help-new-direct = لبدء محادثة جديدة: ⁨`/new`⁩.
help-handoff = عند استخدام ⁨`/handoff`⁩ في سلسلة، أو الضغط على «طلب المساعدة» أسفل إجابة، أنادي { $role }. بعدها ألتزم الصمت هناك حتى ⁨`/resume`⁩، إلا عند الإشارة إليّ.
help-roles = لا أجيب هنا إلا من لديه إحدى هذه الرتب: { $roles }
help-settings = لأنك تدير هذا الخادم: يحدد ⁨`/settings`⁩ ما أفعله وأين.
help-privacy = يشرح ⁨`/privacy`⁩ ما يحدث لكلامك، ويتيح لك منعي من قراءته. ويعطيك ⁨`/export`⁩ كل ما أحفظه عنك، ويحذفه ⁨`/forget`⁩.
