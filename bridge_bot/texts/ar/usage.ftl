# /usage and `bridge-bot usage`: how much the bot is used. A `…-description` is 100 characters at most.

usage-description = مدى استخدامي في هذا الخادم، وكيف تسير الأمور
usage-days-name = أيام
usage-days-description = لكم يومًا؛ 7 أيام إن لم تحدد
usage-title = **مدى استخدامي هنا { $days ->
    [one] اليوم
    [two] خلال اليومين الأخيرين
    [few] خلال آخر { $days } أيام
    [many] خلال آخر { $days } يومًا
   *[other] خلال آخر { $days } يوم
}**
usage-none = لم يسألني أحد شيئًا في هذا الخادم { $days ->
    [one] اليوم
    [two] خلال اليومين الأخيرين
    [few] خلال آخر { $days } أيام
    [many] خلال آخر { $days } يومًا
   *[other] خلال آخر { $days } يوم
}.
usage-legend = -# *⁨Q⁩*: أسئلة أُرسلت إلى روبوت الدردشة · *⁨OK⁩*: إجابات كاملة · *⁨ERR⁩*: فشلت · *⁨STOP⁩*: أُوقفت قبل اكتمالها · *⁨50%⁩*، *⁨95%⁩*: هذه النسبة من الإجابات بدأت خلال هذه المدة بعد السؤال · *+*، *-*: عدد التصويتات 👍 و👎. تُحسب الأيام بتوقيت ⁨UTC⁩؛ وقد لا يظهر ما حدث قبل لحظات.
usage-not-allowed = هذا متاح فقط لمن يدير هذا الخادم.
usage-total = الإجمالي
usage-unknown-channel = قناة محذوفة
usage-hidden-channel = قناة لا تراها
usage-default-chat-bot = المعتاد
usage-private = الرسائل المباشرة، وحيث لا يرى الإجابة إلا من سأل
# Below a table, in a block of code.
usage-more = وغيرها: { $count }

## Headings of the columns, as short as may be: the table has to fit on a phone. Latin letters and
## signs: Arabic ones beside numbers would turn the order of the columns.

usage-column-asked = Q
usage-column-done = OK
usage-column-failed = ERR
usage-column-stopped = STOP
usage-column-within-50 = 50%
usage-column-within-95 = 95%
usage-column-up = +
usage-column-down = -
usage-by-day = اليوم
usage-by-channel = القناة
usage-by-chat-bot = روبوت الدردشة
usage-by-guild = الخادم
