# The buttons under a reply (34 characters at most), and what a member is told after a press. Only
# they see that.

control-stop = إيقاف
control-regenerate = إجابة جديدة
control-try-again = محاولة أخرى
control-sources = المصادر
control-resolved = تم الحل
control-help = طلب المساعدة
control-asking-again = أطرح السؤال مرة أخرى. ستحل الإجابة الجديدة محل هذه.

## What "Resolved" has done. $tag: a tag of the forum, $closes: whether the thread is closed.

control-resolved-tagged =
    وُضع هنا الآن الوسم «{ $tag }» للدلالة على أن المسألة حُلَّت.{ $closes ->
        [yes] {" "}سأغلق السلسلة؛ وأي رسالة جديدة تفتحها من جديد.
       *[no] {""}
    }
control-resolved-full =
    يسعدني أن المسألة حُلَّت! عدد الوسوم هنا بلغ ما يسمح به ⁨Discord⁩، لذا لا يمكنني إضافة «{ $tag }».{ $closes ->
        [yes] {" "}سأغلق السلسلة الآن؛ وأي رسالة جديدة تفتحها من جديد.
       *[no] {""}
    }
control-resolved-done =
    يسعدني أن المسألة حُلَّت!{ $closes ->
        [yes] {" "}سأغلق هذه السلسلة؛ وأي رسالة جديدة تفتحها من جديد.
       *[no] {""}
    }

## Why nothing happens

control-not-yours = هذا متاح فقط لمن طرح السؤال، ولمن يملك هنا صلاحية إدارة الرسائل.
control-not-yours-to-resolve = هذا متاح فقط لمن طرح السؤال، ولمن يملك هنا صلاحية إدارة السلاسل.
control-resolved-forbidden = لم يعد مسموحًا لي بذلك هنا: أحتاج إلى الصلاحية «⁨Manage Threads⁩» (إدارة السلاسل).
control-resolved-answering = ما زلت أجيب عن سؤال هنا، وهذا سيغلق السلسلة. يُرجى الضغط مجددًا بعد أن أنتهي.
control-resolved-gone = لم ينجح ذلك: أُغلقت هذه السلسلة أو غيّرها شخص آخر قبل لحظات. يُرجى المحاولة مجددًا.
control-resolved-failed = لا يسمح لي ⁨Discord⁩ بذلك في الوقت الحالي. يُرجى المحاولة مجددًا بعد قليل.
control-over = انتهت هذه الإجابة بالفعل.
control-elsewhere = يُعاد تشغيلي الآن. يُرجى الضغط على الزر مجددًا بعد دقيقة.
control-forgotten = لم يعد لديّ ما يلزم لذلك. يُرجى طرح سؤالك مرة أخرى.
control-not-newest = لا يمكن طلب إجابة جديدة إلا لأحدث إجابة في المحادثة.
control-not-over = أجيب عن هذا السؤال الآن.
control-sources-gone = لم تعد لديّ مصادر هذه الإجابة: لا أحتفظ بها إلا لبعض الوقت.
control-question-gone = لم يعد بإمكاني قراءة السؤال كاملًا. يُرجى طرحه مرة أخرى.
control-asker-opted-out = أحد من طرحوا هذا السؤال منعني من قراءة رسائله، لذا لا يمكنني طرحه مرة أخرى.

## Votes on an answer. Of the form: its title and labels 45 characters, a description and an option 100.

vote-counted = شكرًا! احتُسب تصويتك 👍.
vote-changed = أصبح تصويتك الآن 👍.
vote-known = تصويتك 👍 محتسب بالفعل، ويبقى كما هو.
vote-form = ما المشكلة في الإجابة؟
vote-form-about = تصويتك 👎 محتسب، سواء ملأت هذا النموذج أو أغلقته.
vote-reasons = اختر ما ينطبق
vote-reason-wrong = خاطئة
vote-reason-outdated = قديمة ولم تعد صحيحة
vote-reason-off-topic = لا تجيب عن السؤال
vote-reason-incomplete = ينقصها شيء
vote-reason-unclear = صعبة الفهم
vote-comment = بكلماتك
vote-comment-about = يمكن لمن يشغّلني قراءة هذا. يُرجى عدم كتابة أي شيء خاص.
vote-explained = شكرًا! أُضيف ذلك إلى تصويتك 👎.
vote-forgotten = لم أعد أعرف هذه الإجابة، لذا لا يمكنني احتساب تصويتك.
vote-not-kept = ⚠️ تعذّر عليّ حفظ ذلك الآن. يُرجى الضغط على الزر مجددًا بعد قليل.
vote-not-down = ليس لك تصويت 👎 على هذه الإجابة، لذا لم أحفظ ذلك. اضغط على 👎 لإضافة ملاحظتك.

## Endings of a reply

ending-stopped = توقفت الإجابة، إذ طلب أحدهم ذلك بالضغط على الزر.

## The sources of an answer. The buttons that turn the pages are 34 characters at most.

sources-cited = مذكورة في الإجابة
sources-consulted = اطُّلع عليها ولم تُذكر
# Behind the name of a source: where in it. $page: a text, such as 12, 12–14 or iv.
sources-place = ، ص { $page }
# $excerpt: what the source says, in its language.
sources-excerpt = «{ $excerpt }»
sources-untitled = بلا عنوان
sources-page = الصفحة { $page } من { $pages }
sources-back = السابق
sources-next = التالي
