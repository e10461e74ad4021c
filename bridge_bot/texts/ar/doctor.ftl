# What the doctor finds: `doctor-<code>` says what is wrong, and `doctor-<code>-hint` how it is mended.
# A hint of "-" is none: there is nothing to do.

doctor-description = ما المشكلات التي أواجهها هنا، وكيف تُحل
doctor-not-allowed = لا يرى المشكلات التي أواجهها هنا إلا الأعضاء الذين لديهم الصلاحية «⁨Manage Server⁩» (إدارة الخادم).
doctor-outside = لا أفحص إلا الخوادم التي أنا من أعضائها. يُرجى استخدام ⁨/doctor⁩ في أحدها.
doctor-head = **ما وجدته في هذا الخادم**
doctor-all-well = ✅ لم أجد هنا أي مشكلة.
# The dash is an Arabic letter (U+0640): by it the line is one from right to left.
doctor-finding =
    { "\u200F" }{ $sign } { $message }
    -# الحل: { $hint } ⁨`{ $id }`⁩
doctor-finding-alone =
    { "\u200F" }{ $sign } { $message }
    -# ⁨`{ $id }`⁩
# Below a list of findings that is too long.
doctor-more = -# وغيرها: { $count }.
# At the end of a list inside a sentence. $shown: its beginning, such as “#help, #general”.
doctor-and-more = { $shown } و{ $more } غيرها

## The command bridge-bot check

doctor-check-well = كل شيء سليم.
doctor-check-counts = أخطاء: { $errors }، تحذيرات: { $warnings }، ملاحظات: { $notes }
doctor-check-asking = يُطرح الآن على ⁨Chat API⁩ سؤال واحد مدفوع مثل غيره.
doctor-check-question = مرحبًا، هل تعمل؟

## Settings

doctor-E101 = { $problem }
doctor-E101-hint = حدده في ⁨.env⁩ أو في متغيرات البيئة؛ يشرح ⁨.env.example⁩ كل إعداد.
doctor-W102 = { $problem }
doctor-W102-hint = -
doctor-W103 = تسمح الإعدادات للأعضاء بإضافتي إلى حساباتهم، لكن التطبيق لا يسمح بذلك.
doctor-W103-hint = شغّل ⁨`bridge-bot check --fix`⁩، أو فعّل «⁨User Install⁩» في ⁨Developer Portal⁩ ← تطبيقك ← ⁨Installation⁩. أو حدد ⁨ALLOW_USER_INSTALL=false⁩.
doctor-E104 = في ⁨TEXTS_DIR⁩ جملة لا يمكن استخدامها، لذا لن يبدأ البوت. { $problem }
doctor-E104-hint = صححها أو احذفها؛ يوضح ⁨docs/translating.md⁩ كيف تكون الجمل.

## Discord

doctor-E201 = يرفض ⁨Discord⁩ الرمز (⁨token⁩).
doctor-E201-hint = انسخه من جديد من ⁨Developer Portal⁩ ← تطبيقك ← ⁨Bot⁩ ← ⁨Reset Token⁩، وضعه في ⁨DISCORD_TOKEN⁩.
doctor-E202 = تعذّر سؤال ⁨Discord⁩: { $reason }
doctor-E202-hint = تحقق من شبكة هذا الجهاز وجدار الحماية والوكيل (⁨proxy⁩)، ومن صفحة حالة ⁨Discord⁩؛ ثم شغّل هذا مجددًا.
doctor-E203 = «⁨Message Content Intent⁩» غير مفعّل، لذا لن يبدأ البوت.
doctor-E203-hint = شغّل ⁨`bridge-bot check --fix`⁩، أو فعّله في ⁨Developer Portal⁩ ← تطبيقك ← ⁨Bot⁩ ← ⁨Privileged Gateway Intents⁩. أو حدد ⁨MESSAGE_CONTENT=false⁩؛ عندها تلزم الإشارة إلى البوت في كل سؤال.
doctor-N204 = «⁨Message Content Intent⁩» مفعّل، لكنه غير مستخدم بسبب ⁨MESSAGE_CONTENT=false⁩.
doctor-N204-hint = تقضي سياسة ⁨Discord⁩ بعدم طلب أكثر مما يُستخدم: أوقفه في ⁨Developer Portal⁩ ← تطبيقك ← ⁨Bot⁩.
doctor-W205 = الزر «⁨Add App⁩» الخاص بالتطبيق لا يطلب كل ما يستخدمه البوت: { $missing }
doctor-W205-hint = شغّل ⁨`bridge-bot check --fix`⁩، أو حددها في ⁨Developer Portal⁩ ← تطبيقك ← ⁨Installation⁩ ← ⁨Default Install Settings⁩.
doctor-E206 = حُدِّد «⁨Interactions Endpoint URL⁩»، لذا يرسل ⁨Discord⁩ الأوامر والضغطات إلى هناك لا إلى البوت.
doctor-E206-hint = أفرغه في ⁨Developer Portal⁩ ← تطبيقك ← ⁨General Information⁩.
doctor-E207 = لا يسمح ⁨Discord⁩ ببدء جلسات أخرى اليوم؛ وأي جلسة إضافية تُفقدك الرمز (⁨token⁩).
doctor-E207-hint =
    انتظر { $hours ->
        [one] ساعة واحدة
        [two] ساعتين
        [few] { $hours } ساعات
       *[other] { $hours } ساعة
    }، وابحث عن سبب بدء تشغيل البوت بهذه الكثرة. أما البوت الذي يعمل فيستمر.
doctor-W208 =
    لا يسمح ⁨Discord⁩ إلا ببدء { $left ->
        [one] جلسة واحدة أخرى
        [two] جلستين أخريين
        [few] { $left } جلسات أخرى
       *[other] { $left } جلسة أخرى
    } خلال { $hours ->
        [one] ساعة واحدة
        [two] ساعتين
        [few] { $hours } ساعات
       *[other] { $hours } ساعة
    }.
doctor-W208-hint = ابحث عن سبب بدء تشغيل البوت بهذه الكثرة أو انقطاع اتصاله.
doctor-N209 = لم يُبلَّغ ⁨Discord⁩ بالأوامر بعد.
doctor-N209-hint = يبلغه البوت بها عند بدء تشغيله: ⁨`bridge-bot run`⁩.
doctor-W210 = لدى ⁨Discord⁩ أوامر غير أوامر هذا الإصدار: { $names }
doctor-W210-hint = شغّل هذا الإصدار مرة: ⁨`bridge-bot run`⁩. وإن كان يعمل، فإن سجله يوضح لماذا لم يقبلها ⁨Discord⁩.
doctor-N211 =
    لم يُراجَع «⁨Message Content Intent⁩» بعد: يطلب ⁨Discord⁩ ذلك ابتداءً من 10,000 مستخدم، وفي خوادم البوت { $count ->
        [one] عضو واحد
        [two] عضوان
        [few] { $count } أعضاء
        [many] { $count } عضوًا
       *[other] { $count } عضو
    }.
doctor-N211-hint = -
doctor-W212 = يراجع ⁨Discord⁩ «⁨Message Content Intent⁩» لهذا البوت، لأن أكثر من 10,000 مستخدم يرونه أو لأنه اعتُمد من قبل: يجب التقدم بطلب للحصول عليه، وتجديد الطلب كل سنة.
doctor-W212-hint = ابحث عن الموعد في ⁨Developer Portal⁩ ← تطبيقك ← ⁨Bot⁩. بعد الإشعار تبقى 90 يومًا؛ ومن يتأخر عنها يفقده.
doctor-N213 =
    البوت موجود في { $count ->
        [one] خادم واحد
        [two] خادمين
        [few] { $count } خوادم
        [many] { $count } خادمًا
       *[other] { $count } خادم
    } وغير موثَّق (⁨verified⁩). وإلى أن يُوثَّق لا يمكن إضافته إلى أكثر من 100 خادم.
doctor-N213-hint = قدّم طلبًا في ⁨Developer Portal⁩ ← تطبيقك ← ⁨App Verification⁩.
doctor-E214 = عدد الخوادم ({ $servers }) أكبر مما يتسع له عدد الشرائح ({ $shards }): يسمح ⁨Discord⁩ لكل شريحة (⁨shard⁩) بـ 2,500 خادم.
doctor-E214-hint = أزل ⁨SHARD_COUNT⁩ و⁨SHARD_IDS⁩ للأخذ بتوصية ⁨Discord⁩، أو ارفع ⁨SHARD_COUNT⁩.
doctor-N215 = البوت ليس في أي خادم بعد.
doctor-N215-hint = رابط دعوته: { $link }
doctor-N216 = الخوادم التي فُحصت: { $count } من أصل { $all }.
doctor-N216-hint = من يديرون خادمًا يرون فيه المشكلات باستخدام ⁨/doctor⁩.
doctor-W217 = تعذّر فحص الخادم: لم يذكر ⁨Discord⁩ قنواته.
doctor-W217-hint = شغّل هذا مجددًا بعد قليل.
doctor-W218 = لم يُصلَح شيء: { $reason }
doctor-W218-hint = أصلحه في ⁨Developer Portal⁩ كما توضح النتائج الأخرى.
doctor-N219 = أُصلح: ⁨bridge-bot.{ $code }⁩
doctor-N219-hint = -

## A server

doctor-E301 = لا أستطيع رؤية { $places }، مع أن لها إعدادات تخصني: تنقصني الصلاحية «⁨View Channel⁩».
doctor-E301-hint = امنح رتبتي «⁨View Channel⁩» هناك، أو أعد الإعدادات إلى المعتاد باستخدام ⁨/settings⁩.
doctor-E302 = لا يمكنني الإجابة في { $places }: تنقصني الصلاحية «⁨Send Messages⁩».
doctor-E302-hint = امنح رتبتي «⁨Send Messages⁩» هناك، أو «⁨Create Public Threads⁩» و«⁨Send Messages in Threads⁩» معًا حيث أجيب في سلاسل.
doctor-E303 = لا يمكنني الإجابة في { $places }: تنقصني الصلاحية «⁨Connect⁩».
doctor-E303-hint = امنح رتبتي «⁨Connect⁩» و«⁨Send Messages⁩» هناك.
doctor-E304 = لا يمكنني الإجابة في { $places }: تنقصني الصلاحية «⁨Send Messages in Threads⁩».
doctor-E304-hint = امنح رتبتي «⁨Send Messages in Threads⁩» هناك.
doctor-E305 = لا أجيب عن شيء في { $places }: حُدِّد أن تكون الإجابات خاصة، وتنقصني الصلاحية «⁨Create Private Threads⁩».
doctor-E305-hint = امنح رتبتي «⁨Create Private Threads⁩» هناك، أو اختر مكانًا آخر للإجابات باستخدام ⁨/settings⁩.
doctor-E306 = لا أجيب عن شيء في { $places }: حُدِّد أن تكون الإجابات خاصة، ولا توجد هناك سلاسل خاصة.
doctor-E306-hint = اختر مكانًا آخر للإجابات باستخدام ⁨/settings⁩.
doctor-W307 = تنقصني الصلاحية «⁨Manage Threads⁩» في { $places }، لذا يستطيع من يسأل إدخال آخرين إلى سلسلة خاصة.
doctor-W307-hint = امنح رتبتي «⁨Manage Threads⁩» هناك.
doctor-W308 = تنقصني الصلاحية «⁨Create Public Threads⁩» في { $places }، لذا أجيب في القناة.
doctor-W308-hint = امنح رتبتي «⁨Create Public Threads⁩» هناك، أو اختر القناة مكانًا للإجابات باستخدام ⁨/settings⁩.
doctor-W309 = تنقصني الصلاحية «⁨Send Messages in Threads⁩» في { $places }، لذا أجيب في القناة، ولا أجيب في السلاسل أبدًا.
doctor-W309-hint = امنح رتبتي «⁨Send Messages in Threads⁩» هناك.
doctor-W310 = تنقصني الصلاحية «⁨Attach Files⁩» في { $places }، لذا تنتهي الإجابة الطويلة جدًا قبل اكتمالها.
doctor-W310-hint = امنح رتبتي «⁨Attach Files⁩» هناك.
doctor-W311 = تنقصني الصلاحية «⁨Read Message History⁩» في { $places }، لذا لا يمكنني الرد على الرسائل ولا العثور على ما فاتني.
doctor-W311-hint = امنح رتبتي «⁨Read Message History⁩» هناك.
doctor-N312 = تنقصني الصلاحية «⁨Add Reactions⁩» في { $places }، لذا لا يرى أحد أن سؤالًا عليه الانتظار.
doctor-N312-hint = امنح رتبتي «⁨Add Reactions⁩» هناك.
doctor-N313 = أرى { $places }، لكن لا يمكنني الإجابة هناك.
doctor-N313-hint = إن كان ذلك مقصودًا، فاتركه. وإلا فاستخدم ⁨/doctor⁩ هناك لمعرفة ما ينقصني.
doctor-E314 = لا يمكنني مناداة أحد للمساعدة في { $places }: رتبة المساعدة لم تعد موجودة، أو لا يُسمح لي بالإشارة إليها.
doctor-E314-hint = اسمح للجميع بالإشارة إلى الرتبة، أو امنحني «⁨Mention @everyone, @here and All Roles⁩». وإن لم تعد موجودة، فاختر غيرها باستخدام ⁨/settings⁩.
doctor-E315 = تضيع الملاحظات على الإجابات في { $places }: لا يمكنني الكتابة في قناة الملاحظات.
doctor-E315-hint = امنح رتبتي «⁨View Channel⁩» و«⁨Send Messages⁩» هناك، أو اختر قناة أخرى باستخدام ⁨/settings⁩.
doctor-W316 = توجد إعدادات لقنوات لم تعد موجودة: { $places }
doctor-W316-hint = لا يلزم فعل شيء، إلا إن كنت تقصد قناة أخرى: راجع الإعدادات باستخدام ⁨/settings⁩.
doctor-E317 = كل الرتب المسموح لها بالسؤال لم تعد موجودة، لذا لا يُسمح لأحد بالسؤال.
doctor-E317-hint = اختر رتبًا أخرى، أو لا تختر أيًا منها، باستخدام ⁨/settings⁩.
doctor-W318 = اختير روبوت دردشة لم يعد موجودًا: { $names }
doctor-W318-hint = اختر غيره باستخدام ⁨/settings⁩. وحتى ذلك الحين يجيب روبوت الدردشة المعتاد.
doctor-W319 = حُدِّد أن تكون كل رسالة في { $places } سؤالًا، لكنني أعمل دون «⁨Message Content Intent⁩»، لذا لا أقرأ إلا ما يشير إليّ.
doctor-W319-hint = أشر إليّ هناك، أو اطلب ممن يشغّلني تفعيله.
doctor-N320 = فُعِّلت المصادر أو الأزرار في { $places }، لكن من يشغّلني أوقفها في جميع الخوادم.
doctor-N320-hint = -
doctor-W321 = أوقفني هنا مؤقتًا أحد من يديرون هذا الخادم.
doctor-W321-hint = أنهِ الاستراحة باستخدام ⁨/settings⁩.
doctor-E322 = أنا في مهلة (⁨Timeout⁩)، لذا لا يمكنني كتابة أي شيء هنا.
doctor-E322-hint = أنهِ مهلتي من قائمة الأعضاء.
doctor-W323 = لست مخصصًا لهذا الخادم: حدد من يشغّلني خوادم أخرى فقط.
doctor-W323-hint = أضف معرّف الخادم إلى ⁨ALLOWED_GUILDS⁩، أو أخرج البوت منه.
doctor-N324 = أنا متوقف عن العمل في { $places }.
doctor-N324-hint = فعّلني هناك باستخدام ⁨/settings⁩.
# $scope: one of `doctor-scope-…`.
doctor-W325 = بلغ عدد الأسئلة { $scope } حدّه اليومي: { $limit }. تُستأنف الإجابة ⁨<t:{ $until }:R>⁩.
doctor-W325-hint = ارفع الحد باستخدام ⁨/settings⁩، أو اطلب ذلك ممن يشغّلني إن كان الحد من عنده.
doctor-N326 = أسئلة رُفضت في الساعة الأخيرة: { $count }. السبب: { $reason }
doctor-N326-hint = -
doctor-W327 = إجابات لم تكتمل في الساعة الأخيرة: { $count }. السبب: { $reason }
doctor-W327-hint = إذا تكرر ذلك، فأخبر من يشغّلني.
doctor-W328 = روبوت الدردشة لا يجيب في الوقت الحالي: { $reason }
doctor-W328-hint = يرى من يشغّلني ذلك في السجل. لا يلزم فعل شيء هنا.
doctor-N329 =
    { $minutes ->
        [0] وصلت آخر إجابة كاملة مني، في أي خادم، قبل أقل من دقيقة.
        [one] وصلت آخر إجابة كاملة مني، في أي خادم، قبل دقيقة.
        [two] وصلت آخر إجابة كاملة مني، في أي خادم، قبل دقيقتين.
        [few] وصلت آخر إجابة كاملة مني، في أي خادم، قبل { $minutes } دقائق.
       *[other] وصلت آخر إجابة كاملة مني، في أي خادم، قبل { $minutes } دقيقة.
    }
doctor-N329-hint = -
doctor-W330 = لا يمكنني قراءة إعدادات هذا الخادم في الوقت الحالي.
doctor-W330-hint = حاول مجددًا بعد قليل. وإذا تكرر ذلك، فأخبر من يشغّلني.
doctor-W331 = أوقفني مؤقتًا من يشغّلني، لذا لا يُسأل روبوت الدردشة عن شيء.
doctor-W331-hint = يُنهي ⁨`bridge-bot resume`⁩ الاستراحة.
doctor-scope-guild = في هذا الخادم
doctor-scope-channel = في هذه القناة
doctor-scope-all = في جميع الخوادم معًا

## The database

doctor-E401 = لا يمكن استخدام قاعدة البيانات: { $reason }
doctor-E401-hint = تحقق من ⁨DATABASE_URL⁩ ومما يذكره ⁨docs/database.md⁩.
doctor-N402 = لا توجد قاعدة بيانات بعد.
doctor-N402-hint = ينشئها البوت عند بدء تشغيله.
doctor-N403 = قاعدة البيانات من إصدار سابق.
doctor-N403-hint = يرقّيها التشغيل التالي أو ⁨`bridge-bot migrate`⁩؛ ويشرح ⁨docs/backup.md⁩ طريق الرجوع.
doctor-N404 = يعمل بوت على قاعدة البيانات (العملية { $process }).
doctor-N404-hint = ما رآه مؤخرًا موجود في سجله، ولكل خادم على حدة في ⁨/doctor⁩.
doctor-W406 = استُنفدت طلبات اليوم كلها (عددها { $limit })، لذا لا يُجاب عن أي سؤال.
doctor-W406-hint = ارفع ⁨QUESTIONS_PER_DAY⁩، أو انتظر: تُحسب الأيام بتوقيت ⁨UTC⁩.
# $reason: the name of an error, as in the log.
doctor-W407 =
    { $count ->
        [one] لم تكتمل آخر إجابة؛ وقد أنهاها
        [two] لم تكتمل آخر إجابتين؛ وقد أنهى الأخيرة منهما
        [few] لم تكتمل أي من آخر { $count } إجابات؛ وقد أنهى آخرها
       *[other] لم تكتمل أي من آخر { $count } إجابة؛ وقد أنهى آخرها
    } { $reason }.
doctor-W407-hint = ابحث في السجل عما حدث. يطرح ⁨`bridge-bot check --ask`⁩ سؤالًا واحدًا مدفوعًا.
doctor-N408 = من آخر الإجابات اكتمل { $done } ولم يكتمل { $failed }.
doctor-N408-hint = -

## The Chat API

doctor-E501 = لا يمكن الوصول إلى { $host }: { $reason }
doctor-E501-hint = تحقق من ⁨CHAT_API_BASE_URL⁩، ومن شبكة هذا الجهاز وجدار الحماية والوكيل (⁨proxy⁩).
doctor-N502 = يمكن الوصول إلى { $host }. ولا يُعرف هل يقبل المفتاح ويعرف روبوت الدردشة: لا يعرف ذلك إلا بطرح سؤال، وهو مدفوع.
doctor-N502-hint = يطرح ⁨`bridge-bot check --ask`⁩ سؤالًا واحدًا.
doctor-E503 = لم يُعطِ ⁨Chat API⁩ إجابة: { $reason }
doctor-E503-hint = تحقق من ⁨CHAT_API_KEY⁩ و⁨CHAT_BOT_UID⁩ والاشتراك.
doctor-N504 = أجاب ⁨Chat API⁩ بعد مدة (بالثواني): { $seconds }. كان ذلك السؤال مدفوعًا.
doctor-N504-hint = -
doctor-W505 = يستخدم ⁨CHAT_API_BASE_URL⁩ بروتوكول ⁨HTTP⁩ غير المشفّر، لذا يعبر المفتاح وكل الأسئلة الشبكة مكشوفة للجميع.
doctor-W505-hint = استخدم ⁨HTTPS⁩.

## This machine

doctor-W601 = تختلف ساعة هذا الجهاز عن ساعة ⁨Discord⁩ (بالثواني): { $seconds }.
doctor-W601-hint = اجعل خدمة توقيت مثل ⁨chrony⁩ أو ⁨systemd-timesyncd⁩ تضبطها. وحتى ذلك الحين تكون الأوقات في السجل خاطئة.
doctor-N602 = { $versions }
doctor-N602-hint = -
doctor-N701 = { $proxy }
doctor-N701-hint = -

## The running bot, by its health port

doctor-W801 = البوت العامل ليس جاهزًا: { $reasons }
doctor-W801-hint = يشرح ⁨docs/operating.md⁩ معنى كل سبب. يعالج البوت الأمر بنفسه؛ وبدء التشغيل من جديد يستهلك إحدى الجلسات التي يمنحها ⁨Discord⁩ يوميًا.
doctor-N802 = البوت العامل جاهز: تصله الأسئلة ويمكنه استقبالها.
doctor-N802-hint = -
doctor-W803 = فشل آخر طلب من البوت العامل إلى ⁨Chat API⁩: { $reason }
doctor-W803-hint = التفاصيل في السجل. يطرح ⁨`bridge-bot check --ask`⁩ سؤالًا واحدًا مدفوعًا.
doctor-N804 = أسئلة رُفضت منذ بدء التشغيل: { $counts }
doctor-N804-hint = من يديرون خادمًا يرون ما رُفض فيه باستخدام ⁨/doctor⁩.
doctor-W805 = أحداث من ⁨Discord⁩ لم تُعالَج منذ بدء التشغيل لتعذّر قراءتها: { $counts }
doctor-W805-hint = في السجل سبب كل نوع. قد يقرؤها إصدار أحدث من ⁨bridge-bot⁩.
doctor-W806 = طلبات قيّدها ⁨Discord⁩ منذ بدء التشغيل: { $counts }
doctor-W806-hint = القليل منها من النطاق «⁨shared⁩» أمر معتاد. أما «⁨global⁩» فاخفض له ⁨DISCORD_REQUESTS_PER_SECOND⁩؛ وأما «⁨address⁩» فابحث عمن يستخدم عنوان هذا الجهاز أيضًا.
doctor-W807 = طلبات إلى ⁨Chat API⁩ فشلت منذ بدء التشغيل: { $counts }
doctor-W807-hint = تفاصيل كل منها في السجل.

## Why questions were refused and answers failed, in a few words

doctor-reason-refused-channel = البوت متوقف عن العمل في تلك القناة
doctor-reason-refused-shut-out = العضو مستبعَد
doctor-reason-refused-role = ليس لدى العضو أي من الرتب المسموح لها بالسؤال
doctor-reason-refused-paused-server = أوقف الخادم البوت مؤقتًا
doctor-reason-refused-paused = أوقف من يشغّل البوت عمله مؤقتًا
doctor-reason-refused-day-guild-member = الحد اليومي للعضو في هذا الخادم
doctor-reason-refused-day-channel = الحد اليومي للقناة
doctor-reason-refused-day-guild = الحد اليومي للخادم
doctor-reason-refused-day-member = الحد اليومي للعضو
doctor-reason-refused-day-all = الحد اليومي لجميع الخوادم معًا
doctor-reason-refused-too-many = أسئلة كثيرة جدًا خلال دقيقة
doctor-reason-refused-queue-full = أسئلة كثيرة جدًا كانت تنتظر في محادثة واحدة
doctor-reason-refused-opted-out = منع العضو البوت من قراءة رسائله
doctor-reason-refused-forbidden = تنقص البوت صلاحية الإجابة هناك
doctor-reason-refused-forbidden-voice = تنقص البوت صلاحية الإجابة في تلك القناة الصوتية
doctor-reason-refused-no-private-threads = حُدِّد أن تكون الإجابات خاصة حيث لا توجد سلاسل خاصة
doctor-reason-refused-private-thread-forbidden = تنقص البوت صلاحية فتح سلاسل خاصة
doctor-reason-refused-private-thread-busy = لم يفتح ⁨Discord⁩ سلسلة خاصة في الوقت المناسب
doctor-reason-refused-guild = البوت ليس مخصصًا لهذا الخادم
doctor-reason-refused-slow-mode = الوضع البطيء
doctor-reason-refused-member = لا يُسمح للعضو بالكتابة هناك
doctor-reason-refused-member-locked = السلسلة مقفلة
doctor-reason-refused-member-timed-out = العضو في مهلة (⁨Timeout⁩)
doctor-reason-refused-member-voice = لا يُسمح للعضو بالاتصال بتلك القناة الصوتية
doctor-reason-other = سبب آخر
doctor-reason-error-store = خطأ في قاعدة البيانات
doctor-reason-error-platform = لم يقبل ⁨Discord⁩ الإجابة
doctor-reason-error-platform-forbidden = تنقص البوت صلاحية، أو السلسلة مقفلة
doctor-reason-error-text-refused = حجب مرشِّح الخادم النص
doctor-reason-error-api-unexpected = لم يُعطِ روبوت الدردشة إجابة
doctor-reason-error-api-unreachable = لا يمكن الوصول إلى روبوت الدردشة
doctor-reason-error-api-connection-lost = انقطع الاتصال بروبوت الدردشة
doctor-reason-error-api-timeout = استغرق روبوت الدردشة وقتًا أطول من اللازم
doctor-reason-error-intermediary-refused = رُفض السؤال في الطريق بين البوت وروبوت الدردشة
doctor-reason-error-api-refused = يرفض روبوت الدردشة المفتاح، أو انتهى اشتراكه
doctor-reason-error-api-bot-unknown = روبوت الدردشة غير موجود
doctor-reason-error-api-rate-limited = يُسأل روبوت الدردشة أكثر من اللازم
doctor-reason-error-api-busy = روبوت الدردشة مشغول أو لديه مشكلة
doctor-reason-error-api-rejected = لم يقبل روبوت الدردشة السؤال
doctor-reason-error-api-malformed = تعذّر فهم إجابة روبوت الدردشة
doctor-reason-error-answer-too-long = كانت الإجابة أطول مما يمكن عرضه
doctor-reason-error-api-broken-off = انقطعت الإجابة
