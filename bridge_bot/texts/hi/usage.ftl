# /usage and `bridge-bot usage`: how much the bot is used. A `…-description` is 100 characters at most.

usage-description = इस सर्वर पर मेरा कितना इस्तेमाल होता है और सब कैसा चल रहा है
usage-days-name = दिन
usage-days-description = कितने दिनों का; न बताएं, तो 7
usage-title = **{ $days ->
    [one] आज
   *[other] पिछले { $days } दिनों में
} यहां मेरा कितना इस्तेमाल हुआ**
usage-none = { $days ->
    [one] आज
   *[other] पिछले { $days } दिनों में
} इस सर्वर पर किसी ने मुझसे कुछ नहीं पूछा।
usage-legend = -# *Q*: चैटबॉट को भेजे गए सवाल · *OK*: पूरे जवाब · *ERR*: फ़ेल हुए · *STOP*: पहले ही रोके गए · *50%*, *95%*: इतने जवाब सवाल के बाद इस समय के अंदर शुरू हुए · *+*, *-*: 👍 और 👎 वोट। दिन UTC के हिसाब से है; अभी-अभी हुई चीज़ें शायद न दिखें।
usage-not-allowed = यह सिर्फ़ इस सर्वर को मैनेज करने वाले देख सकते हैं।
usage-total = कुल
usage-unknown-channel = डिलीट किया गया चैनल
usage-hidden-channel = चैनल जो आपको नहीं दिखता
usage-default-chat-bot = डिफ़ॉल्ट
usage-private = डायरेक्ट मैसेज, और जहां जवाब सिर्फ़ पूछने वाले को दिखता है
# Below a table, in a block of code.
usage-more = और { $count }

## Headings of the columns, as short as may be: the table has to fit on a phone. Latin letters, since
## the width of others differs.

usage-column-asked = Q
usage-column-done = OK
usage-column-failed = ERR
usage-column-stopped = STOP
usage-column-within-50 = 50%
usage-column-within-95 = 95%
usage-column-up = +
usage-column-down = -
usage-by-day = दिन
usage-by-channel = चैनल
usage-by-chat-bot = चैटबॉट
usage-by-guild = सर्वर
