# What a member is told of a failure: one sentence for each error of `core/errors.py`.

error-unexpected = حدث خطأ من جانبي. يُرجى المحاولة مجددًا.
error-store = تعذّر عليّ الآن حفظ سير هذه المحادثة. يُرجى المحاولة مجددًا بعد قليل.
error-platform = لم يقبل ⁨Discord⁩ إجابتي.
error-platform-forbidden = لا يُسمح لي بمواصلة الكتابة هنا.
error-text-refused = حجب مرشِّح ⁨Discord⁩ في هذا الخادم النص، لذا لا يمكنني عرضه هنا.
error-api-unexpected = لم يُعطِ روبوت الدردشة إجابة. يُرجى المحاولة مجددًا.
error-api-unreachable = لا يمكنني الوصول إلى روبوت الدردشة حاليًا. يُرجى المحاولة مجددًا بعد قليل.
error-api-connection-lost = انقطع الاتصال بروبوت الدردشة قبل أن يجيب. يُرجى المحاولة مجددًا.
error-api-timeout = استغرق روبوت الدردشة وقتًا أطول من اللازم. يُرجى المحاولة مجددًا بعد قليل.
# $status: a status of HTTP, such as 502. $server: a product's name, such as nginx, or “unknown”.
error-intermediary-refused =
    رُفض السؤال في الطريق بيني وبين روبوت الدردشة (رمز الحالة { $status }{ $server ->
        [unknown] {""}
       *[other] ، من { $server }
    }). إذا تكرر ذلك، فعلى من يشغّلني معالجة الأمر.
error-api-refused = رفض روبوت الدردشة مفتاحي أو انتهى اشتراكه. على من يشغّلني معالجة الأمر.
error-api-bot-unknown = روبوت الدردشة المضبوط لي غير موجود. على من يشغّلني معالجة الأمر.
# $minutes: 0 where that is not known.
error-api-rate-limited =
    يتلقى روبوت الدردشة أسئلة كثيرة جدًا الآن. يُرجى المحاولة مجددًا بعد { $minutes ->
        [0] قليل
        [one] دقيقة
        [two] دقيقتين
        [few] { $minutes } دقائق
       *[other] { $minutes } دقيقة
    }.
error-api-busy = روبوت الدردشة مشغول أو لديه مشكلة الآن. يُرجى المحاولة مجددًا بعد قليل.
error-api-rejected = لم يقبل روبوت الدردشة هذا السؤال.
error-api-malformed = تعذّر فهم إجابة روبوت الدردشة. يُرجى المحاولة مجددًا.
error-answer-too-long = الإجابة أطول مما يمكنني عرضه، لذا تنتهي هنا.
error-api-broken-off = انقطعت الإجابة هنا. يُرجى طرح السؤال مرة أخرى.
