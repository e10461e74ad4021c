# /settings: what those who manage a server choose there. Within Discord's limits: a button's label
# 34 characters, an option and its description 100, a form's title and labels 45, its descriptions
# 100, a placeholder 100.

settings-description = اختيار ما أجيب عنه في هذا الخادم، وأين، ولمن
# $place: a mention of a channel, or the next text.
settings-title = ## إعداداتي: { $place }
settings-whole-server = الخادم كله
settings-only-you = -# لا يرى هذا سواك. يسري أي تغيير فورًا.

## What is told above the settings

settings-saved = تم الحفظ.
settings-unchanged = لم يتغير شيء.
settings-changed-meanwhile = غيّر أحدهم الإعدادات منذ عرضها هنا، لذا تركتها كما هي. هذه أحدث نسخة.
settings-newer = تغيرت الإعدادات منذ عرضها هنا. هذه أحدث نسخة.
settings-channel-gone = لم تعد تلك القناة موجودة، أو لا أستطيع رؤيتها. هذه إعدادات الخادم كله.
settings-store-failed = ⚠️ لا يمكنني الوصول إلى الإعدادات الآن، لذا لا أعرف هل حُفظ ذلك. يُرجى المحاولة مجددًا بعد قليل.
# $field: one of `settings-name-…`. $most: a number.
settings-not-a-number = ⚠️ يقبل الحقل «{ $field }» عددًا صحيحًا من 0 إلى { $most }، أو يُترك فارغًا. لم أغيّر شيئًا.
settings-not-offered = لم يعد هذا الاختيار متاحًا هنا. هذه أحدث نسخة.
settings-not-everybody = ⚠️ لا أنادي الجميع أبدًا. يُرجى اختيار رتبة لدى بعض الأعضاء فقط.
settings-not-allowed = لا يرى إعداداتي ويغيّرها إلا الأعضاء الذين لديهم الصلاحية «⁨Manage Server⁩» (إدارة الخادم).
settings-outside = الإعدادات تخص خادمًا. يُرجى استخدام هذا الأمر هناك.

## Choosing what is shown

settings-choose-channel = الخادم كله. اختر هنا قناة أو منتدى
settings-back-to-server = عرض الخادم كله
settings-choose-page = ما الذي يُعرض

settings-page-overview = نظرة عامة
settings-page-questions = الأسئلة والإجابات
settings-page-askers = من يُسمح له بالسؤال
settings-page-limits = الحدود
settings-page-extras = المصادر والأزرار والملاحظات والمساعدة
settings-page-changes = ما الذي تغيّر، ومن غيّره

## One setting, what is in force and where that comes from

settings-name-served = ما أجيب عنه
settings-name-answer-place = أين أجيب
settings-name-chat-bot = روبوت الدردشة
settings-name-language = لغة إجاباتي
settings-name-asker-roles = من يُسمح له بالسؤال
settings-name-shut-out = من لا يُسمح له بالسؤال
settings-name-member-questions-per-minute = الأسئلة في الدقيقة، لكل عضو
settings-name-member-questions-per-day = الأسئلة في اليوم، لكل عضو
settings-name-questions-per-day = الأسئلة في اليوم، للجميع معًا
settings-name-archive-after = أرشفة السلاسل
settings-name-archive-resolved = إغلاق السلاسل المحلولة
settings-name-show-sources = المصادر أسفل الإجابات
settings-name-show-controls = الأزرار أسفل الإجابات
settings-name-feedback-channel = قناة الملاحظات
settings-name-help-role = الرتبة التي تُنادى للمساعدة
settings-name-quiet-after-helper = صمتي بعد كتابة أحد من تلك الرتبة
settings-name-paused = الاستراحة

# A word of this language stands outside of the arguments, so that the line is one from right to left.
# $name: one of `settings-name-…`, $source: one of the next three, $value: one of the next section.
settings-in-force = **{ $name }**: { $value } · *وهذا { $source }*
settings-source-channel = محدد لهذه القناة
settings-source-server = محدد للخادم
settings-source-default = كالمعتاد
settings-none = لا شيء لهذه القناة
settings-reset = كما في الخادم
settings-reset-server = العودة إلى المعتاد
settings-option-reset = كما في الخادم كله
settings-option-reset-server = كالمعتاد
# $value: as above; it is the description of an option, and cut at 100 characters.
settings-option-now = الآن: { $value }

## Values

settings-value-mentions = ما يشير إليّ
settings-value-messages = كل رسالة
settings-value-posts = كل منشور في المنتدى
settings-value-nothing = لا شيء
settings-value-public-thread = في سلسلة عامة
settings-value-private-thread = في سلسلة خاصة
settings-value-channel = في القناة
settings-value-usual-bot = المعتاد
settings-value-bot-gone = { $bot } (لم يعد لديّ)
settings-value-usual-language = كما حددها من يشغّلني
settings-value-everybody = الجميع
settings-value-nobody = لا أحد
# $shown: mentions with blanks between them.
settings-value-more = { $shown } و{ $more } غيرها
settings-value-no-limit = بلا حد
# $limit: a number.
settings-value-operator-limit = { $limit } (بقرار ممن يشغّلني)
settings-value-hour = بعد ساعة
settings-value-day = بعد يوم
settings-value-three-days = بعد ثلاثة أيام
settings-value-week = بعد أسبوع
settings-value-archive-usual = كما في القناة
settings-value-on = نعم
settings-value-off = لا
settings-value-no-channel = لا توجد
settings-value-no-role = لا توجد
settings-value-minutes =
    { $minutes ->
        [0] لا أصمت
        [60] لمدة ساعة
        [240] لمدة أربع ساعات
        [one] لمدة دقيقة
        [two] لمدة دقيقتين
        [few] لمدة { $minutes } دقائق
       *[other] لمدة { $minutes } دقيقة
    }
settings-value-paused = أنا في استراحة
settings-value-running = أجيب
settings-value-unset = كالمعتاد

settings-about-mentions = الرسائل التي تشير إليّ أو ترد عليّ فقط
settings-about-messages = بتكلفة: كل رسالة طلب مدفوع. لا يُحتسب ما يدور بين الأعضاء
settings-about-posts = بتكلفة: كل منشور جديد طلب مدفوع. وداخل المنشورات ما هو موجَّه إليّ فقط
settings-about-nothing = لا أجيب عن أي سؤال، ولا حتى عبر أمر
settings-about-public-thread = يمكن لكل من يرى القناة أن يقرأ
settings-about-private-thread = لا يراها إلا من سأل والمشرفون
settings-about-channel = على شكل رد، دون سلسلة

# $where: one of `settings-where-…`.
settings-confirm-messages =
    ⚠️ **لكل رسالة تكلفة.** كل رسالة يكتبها الأعضاء { $where } تصبح سؤالًا لروبوت الدردشة، أي طلبًا مدفوعًا، ما عدا حديثهم فيما بينهم. وقد تبلغ الآلاف في يوم حافل. يمكنك وضع حدود في صفحة «الحدود».
settings-confirm-posts =
    ⚠️ **لكل منشور تكلفة.** كل منشور جديد { $where } يصبح سؤالًا لروبوت الدردشة، أي طلبًا مدفوعًا. يمكنك وضع حدود في صفحة «الحدود».
settings-where-server = في أي مكان على هذا الخادم
settings-where-channel = في القناة { $channel }
settings-take-messages = نعم، أجب عن كل رسالة
settings-take-posts = نعم، أجب عن كل منشور
settings-cancel = إلغاء

settings-choose-roles = الجميع. اختر هنا رتبًا
settings-choose-members = لا أحد. اختر هنا أعضاء
settings-choose-feedback-channel = لا توجد. اختر هنا قناة
settings-choose-help-role = لا توجد. اختر هنا رتبة
settings-feedback-note = -# كل إجابة تحصل على 👎 يُنشر رابطها مرة واحدة في قناة الملاحظات، ما عدا الإجابات في السلاسل الخاصة.
settings-shut-out-note = -# من لا يُسمح له بالسؤال في الخادم كله لا يُسمح له بذلك في أي قناة.

## Limits

settings-limits-note = -# يُحتسب كل طلب مدفوع، حتى السؤال المكرر. تبدأ الأيام عند 0:00 بتوقيت ⁨UTC⁩.
settings-operator-limit = -# يسمح من يشغّلني بـ { $limit }، وهذا هو الساري.
settings-change-limits = تغيير الحدود
settings-limits-form = الحدود
settings-limit-about = فارغ: كالمعتاد. 0: بلا حد.
# $about: the text before. Both together are 100 characters at most.
settings-limit-about-operator = { $about } الأقصى { $limit }، بقرار ممن يشغّلني.

## The pause of a server

settings-pause = استراحة في هذا الخادم
settings-go-on = متابعة
settings-pause-note = -# أثناء الاستراحة تكتمل الإجابات الجارية كالعادة؛ ويُقابَل كل سؤال جديد بكلمة لطيفة واحدة دون أي تكلفة.
settings-own-channels = قنوات لها إعداداتها الخاصة: { $channels }

## What I lack

# $permissions: a list of `settings-permission-…`, $effect: one of the next texts up to
# `settings-lacks-feedback` that does not begin with ⚠️.
settings-lacks = ⚠️ ينقصني من الصلاحيات: { $permissions }. لذا { $effect }.
settings-lacks-all = لا يمكنني الإجابة هنا
settings-lacks-thread = لا يمكنني فتح سلاسل هنا، وأجيب في القناة بدلًا من ذلك
settings-lacks-private-thread = لا يمكنني فتح سلاسل خاصة، ولا أجيب هنا عن شيء
settings-lacks-moderation = يستطيع من يسأل هنا إدخال آخرين إلى سلسلة خاصة
settings-lacks-history = ألتزم الصمت في المنشورات هنا بعد سؤالها الأول، ما لم يُشَر إليّ
settings-no-private-threads = ⚠️ لا توجد هنا سلاسل خاصة، لذا لا أجيب هنا عن شيء. يُرجى اختيار مكان آخر.
settings-lacks-resolving = لا يظهر هنا أسفل إجاباتي الزر «تم الحل»
settings-lacks-feedback = لا يمكنني نقل الملاحظات إلى القناة المخصصة لها
settings-feedback-gone = ⚠️ لم تعد قناة الملاحظات موجودة، أو لا أستطيع رؤيتها، لذا لا تصل الملاحظات إلى أحد. يُرجى اختيار قناة أخرى، أو عدم اختيار أي قناة.
settings-lacks-askers = ⚠️ لم تعد هذه الرتب موجودة، لذا لا يُسمح لأحد بالسؤال. يُرجى اختيار رتب أخرى، أو عدم اختيار أي رتبة.
settings-lacks-content = ⚠️ أعمل دون «⁨Message Content Intent⁩»، لذا لا أقرأ إلا الرسائل التي تشير إليّ.
settings-operator-off = -# أوقفها من يشغّلني في جميع الخوادم، وهذا هو الساري.
settings-lacks-helpers = ⚠️ لم تعد تلك الرتبة موجودة، لذا لا يمكن مناداة أحد. يُرجى اختيار رتبة أخرى.
settings-lacks-role = ⚠️ لا يمكنني الإشارة إلى تلك الرتبة: اسمح للجميع بالإشارة إليها، أو امنحني الصلاحية «⁨Mention @everyone, @here and All Roles⁩».
settings-permission-view-channel = «⁨View Channel⁩» (رؤية القناة)
settings-permission-send-messages = «⁨Send Messages⁩» (إرسال الرسائل)
settings-permission-create-public-threads = «⁨Create Public Threads⁩» (إنشاء سلاسل عامة)
settings-permission-create-private-threads = «⁨Create Private Threads⁩» (إنشاء سلاسل خاصة)
settings-permission-send-messages-in-threads = «⁨Send Messages in Threads⁩» (إرسال الرسائل في السلاسل)
settings-permission-manage-threads = «⁨Manage Threads⁩» (إدارة السلاسل)
settings-permission-read-message-history = «⁨Read Message History⁩» (قراءة سجل الرسائل)
settings-permission-connect = «⁨Connect⁩» (الاتصال)

## The list of changes

settings-no-changes = لم يغيّر أحد شيئًا بعد.
# $when: a time as Discord shows it, such as “2 hours ago”. $former and $value: two values, as above.
settings-change = { $when } بواسطة { $member } · { $place } · { $name }: { $former } ← { $value }
settings-older = التغييرات الأقدم
settings-newest = أحدث التغييرات
