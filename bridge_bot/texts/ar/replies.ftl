# What stands in and around a reply, and the name of its thread.

## Threads. The name is 100 characters at most.

thread-name-neutral = سؤال
# Behind a mention of the member who asked, and above a quotation of the question. $link: the address
# of the message, or “none”.
private-thread =
    أجيبك في هذه السلسلة، حيث لا يقرأ سواك أنت والمشرفين. { $link ->
        [none] سألتني:
       *[other] سألتني في { $link } ما يلي:
    }

## While an answer is waited for, and above it. Each stands in one line.

delayed-queued = هناك أسئلة كثيرة بانتظار روبوت الدردشة الآن. سؤالك في قائمة الانتظار.
delayed-retrying = يواجه روبوت الدردشة صعوبات الآن. ما زلت أحاول.
delayed-slow = يأخذ روبوت الدردشة وقته. ما زلت أنتظر الإجابة.
context-lost = لم يعد روبوت الدردشة يعرف محادثتنا السابقة، لذا تبدأ هذه الإجابة محادثة جديدة.

## Endings of a reply

# $notice: one of `error-…`, `refused-…`, `given-up-…` and the like. By what stands before it I know a
# notice again. The word lets the line be one from right to left.
ending-notice = ⚠️ تنبيه: { $notice }
ending-interrupted = يُعاد تشغيلي الآن، وسأكمل هذه الإجابة بعد ذلك.
ending-question-deleted = توقفت هنا، لأن السؤال حُذف.
answer-attached = للإجابة بقية: تجدها كاملة في هذا الملف.
answer-complete = اكتملت إجابتك.
# Below an answer. $list: the names of sources.
sources = المصادر: { $list }
mention-needed = في هذه السلسلة يُرجى الإشارة إليّ في كل سؤال: لا يمكنني قراءة رسائل لا تشير إليّ.
reply-empty = لم يكن لدى روبوت الدردشة ما يقوله عن ذلك.
given-up-crashing = توقفت بسبب هذا السؤال مرتين، لذا لن أحاول مجددًا. يُرجى السؤال بصيغة أخرى.
given-up-ended = انتهت الإجابة هنا. يُرجى السؤال مجددًا.
given-up-stopped = يُعاد تشغيلي الآن، ولن أتمكن بعدها من مواصلة هذه الإجابة. يُرجى السؤال مجددًا بعد قليل.
given-up-late = غبت مدة أطول من أن أتابع هنا. يُرجى السؤال مجددًا.
# Behind a notice: what the operator of the chatbot finds the request by.
request-id = (الطلب { $request_id })

## Lists

# Between two things of a list, such as files, channels or permissions.
list-separator = { "، " }
