# /settings: what those who manage a server choose there. Within Discord's limits: a button's label
# 34 characters, an option and its description 100, a form's title and labels 45, its descriptions
# 100, a placeholder 100.

settings-description = चुनें कि मैं इस सर्वर पर किसका, कहां और किसे जवाब दूं
# $place: a mention of a channel, or the next text.
settings-title = ## मेरी सेटिंग्स: { $place }
settings-whole-server = पूरा सर्वर
settings-only-you = -# यह सिर्फ़ आपको दिख रहा है। बदलाव तुरंत लागू होता है।

## What is told above the settings

settings-saved = सेव हो गया।
settings-unchanged = कुछ नहीं बदला।
settings-changed-meanwhile = यह दिखाए जाने के बाद किसी ने सेटिंग्स बदल दीं, इसलिए मैंने उन्हें वैसे ही छोड़ दिया। सबसे नई सेटिंग्स ये हैं।
settings-newer = यह दिखाए जाने के बाद सेटिंग्स बदल गई हैं। सबसे नई सेटिंग्स ये हैं।
settings-channel-gone = वह चैनल अब नहीं है, या मुझे नहीं दिखता। ये पूरे सर्वर की सेटिंग्स हैं।
settings-store-failed = ⚠️ मैं अभी सेटिंग्स तक नहीं पहुंच पा रहा, इसलिए पता नहीं कि वह सेव हुआ या नहीं। कृपया थोड़ी देर में फिर से कोशिश करें।
# $field: one of `settings-name-…`. $most: a number.
settings-not-a-number = ⚠️ “{ $field }” में 0 से { $most } तक की कोई पूरी संख्या लिखें, या इसे खाली छोड़ें। मैंने कुछ नहीं बदला।
settings-not-offered = इसे अब यहां नहीं चुना जा सकता। सबसे नई सेटिंग्स ये हैं।
settings-not-everybody = ⚠️ मैं कभी सबको नहीं बुलाता। ऐसा रोल चुनें जो कुछ ही मेंबर्स के पास हो।
settings-not-allowed = मेरी सेटिंग्स सिर्फ़ “सर्वर मैनेज करें” परमिशन वाले मेंबर्स देख और बदल सकते हैं।
settings-outside = सेटिंग्स किसी सर्वर की होती हैं। यह कमांड वहां इस्तेमाल करें।

## Choosing what is shown

settings-choose-channel = पूरा सर्वर। यहां कोई चैनल या फ़ोरम चुनें
settings-back-to-server = पूरा सर्वर दिखाएं
settings-choose-page = क्या दिखाना है

settings-page-overview = ओवरव्यू
settings-page-questions = सवाल और जवाब
settings-page-askers = कौन पूछ सकता है
settings-page-limits = लिमिट
settings-page-extras = स्रोत, बटन, फ़ीडबैक और मदद
settings-page-changes = क्या बदला गया और किसने बदला

## One setting, what is in force and where that comes from

settings-name-served = मैं किसका जवाब देता हूं
settings-name-answer-place = मैं कहां जवाब देता हूं
settings-name-chat-bot = चैटबॉट
settings-name-language = मेरे जवाबों की भाषा
settings-name-asker-roles = कौन पूछ सकता है
settings-name-shut-out = कौन नहीं पूछ सकता
settings-name-member-questions-per-minute = एक मिनट में सवाल, हर मेंबर के
settings-name-member-questions-per-day = एक दिन में सवाल, हर मेंबर के
settings-name-questions-per-day = एक दिन में सवाल, सबके मिलाकर
settings-name-archive-after = थ्रेड्स आर्काइव होंगे
settings-name-archive-resolved = हल हो चुके थ्रेड्स बंद करना
settings-name-show-sources = जवाबों के नीचे स्रोत
settings-name-show-controls = जवाबों के नीचे बटन
settings-name-feedback-channel = फ़ीडबैक का चैनल
settings-name-help-role = मदद के लिए बुलाया जाने वाला रोल
settings-name-quiet-after-helper = वह रोल लिखे, तो मैं चुप रहता हूं
settings-name-paused = ब्रेक

# $name: one of `settings-name-…`, $source: one of the next three, $value: one of the next section.
settings-in-force = **{ $name }**: { $value } · *{ $source }*
settings-source-channel = इस चैनल के लिए सेट
settings-source-server = सर्वर के लिए सेट
settings-source-default = डिफ़ॉल्ट
settings-none = इस चैनल के लिए कोई नहीं
settings-reset = सर्वर वाली सेटिंग लें
settings-reset-server = डिफ़ॉल्ट पर लौटें
settings-option-reset = जैसा पूरे सर्वर के लिए है
settings-option-reset-server = डिफ़ॉल्ट
# $value: as above; it is the description of an option, and cut at 100 characters.
settings-option-now = अभी: { $value }

## Values

settings-value-mentions = मुझे मेंशन करने वाले मैसेज का
settings-value-messages = हर मैसेज का
settings-value-posts = हर फ़ोरम पोस्ट का
settings-value-nothing = किसी का नहीं
settings-value-public-thread = पब्लिक थ्रेड में
settings-value-private-thread = प्राइवेट थ्रेड में
settings-value-channel = चैनल में
settings-value-usual-bot = डिफ़ॉल्ट
settings-value-bot-gone = { $bot } (अब मेरे पास नहीं है)
settings-value-usual-language = जैसा मुझे चलाने वालों ने तय किया है
settings-value-everybody = सब लोग
settings-value-nobody = कोई नहीं
# $shown: mentions with blanks between them.
settings-value-more = { $shown } और { $more } अन्य
settings-value-no-limit = कोई लिमिट नहीं
# $limit: a number.
settings-value-operator-limit = { $limit } (मुझे चलाने वालों ने तय किया है)
settings-value-hour = एक घंटे बाद
settings-value-day = एक दिन बाद
settings-value-three-days = तीन दिन बाद
settings-value-week = एक हफ़्ते बाद
settings-value-archive-usual = जैसा चैनल में सेट है
settings-value-on = चालू
settings-value-off = बंद
settings-value-no-channel = कोई नहीं
settings-value-no-role = कोई नहीं
settings-value-minutes =
    { $minutes ->
        [0] बिल्कुल नहीं
        [60] एक घंटे तक
        [240] चार घंटे तक
        [one] एक मिनट तक
       *[other] { $minutes } मिनट तक
    }
settings-value-paused = मैं ब्रेक पर हूं
settings-value-running = मैं जवाब दे रहा हूं
settings-value-unset = डिफ़ॉल्ट

settings-about-mentions = सिर्फ़ वे मैसेज जो मुझे मेंशन करें या मुझे रिप्लाई करें
settings-about-messages = खर्च होता है: हर मैसेज एक पेड रिक्वेस्ट है। मेंबर्स की आपसी बातें नहीं गिनी जातीं
settings-about-posts = खर्च होता है: हर नई पोस्ट एक पेड रिक्वेस्ट है। पोस्ट के अंदर सिर्फ़ वही जो मेरे लिए हो
settings-about-nothing = किसी भी सवाल का नहीं, कमांड से भी नहीं
settings-about-public-thread = चैनल देखने वाले सब लोग इसे पढ़ सकते हैं
settings-about-private-thread = सिर्फ़ पूछने वाले और मॉडरेटर्स को दिखता है
settings-about-channel = रिप्लाई के रूप में, बिना थ्रेड के

# $where: one of `settings-where-…`.
settings-confirm-messages =
    ⚠️ **हर मैसेज का खर्च आता है।** मेंबर्स { $where } जो भी मैसेज लिखते हैं, आपसी बातों को छोड़कर, हर एक चैटबॉट से पूछा गया सवाल बन जाता है, यानी एक पेड रिक्वेस्ट। व्यस्त दिन में ये हज़ारों हो सकते हैं। “लिमिट” में आप सीमा तय कर सकते हैं।
settings-confirm-posts =
    ⚠️ **हर पोस्ट का खर्च आता है।** { $where } हर नई पोस्ट चैटबॉट से पूछा गया सवाल बन जाती है, यानी एक पेड रिक्वेस्ट। “लिमिट” में आप सीमा तय कर सकते हैं।
settings-where-server = इस सर्वर पर कहीं भी
settings-where-channel = { $channel } चैनल में
settings-take-messages = हां, हर मैसेज का जवाब दें
settings-take-posts = हां, हर पोस्ट का जवाब दें
settings-cancel = रद्द करें

settings-choose-roles = सब लोग। यहां रोल चुनें
settings-choose-members = कोई नहीं। यहां मेंबर्स चुनें
settings-choose-feedback-channel = कोई नहीं। यहां चैनल चुनें
settings-choose-help-role = कोई नहीं। यहां रोल चुनें
settings-feedback-note = -# जिस जवाब को 👎 मिलता है, उसका लिंक फ़ीडबैक के चैनल में एक बार दिया जाता है। प्राइवेट थ्रेड्स के जवाबों का नहीं।
settings-shut-out-note = -# जो पूरे सर्वर पर नहीं पूछ सकते, वे किसी भी चैनल में नहीं पूछ सकते।

## Limits

settings-limits-note = -# हर पेड रिक्वेस्ट गिनी जाती है: दोबारा पूछा गया सवाल भी। दिन 0:00 UTC पर शुरू होता है।
settings-operator-limit = -# मुझे चलाने वालों की लिमिट { $limit } है, और वही लागू होती है।
settings-change-limits = लिमिट बदलें
settings-limits-form = लिमिट
settings-limit-about = खाली: डिफ़ॉल्ट। 0: कोई लिमिट नहीं।
# $about: the text before. Both together are 100 characters at most.
settings-limit-about-operator = { $about } मुझे चलाने वालों के हिसाब से ज़्यादा से ज़्यादा { $limit }।

## The pause of a server

settings-pause = इस सर्वर पर ब्रेक लें
settings-go-on = फिर से शुरू करें
settings-pause-note = -# ब्रेक के दौरान चल रहे जवाब पूरे होंगे; हर नए सवाल पर बस एक छोटा-सा मैसेज मिलेगा, जिसका कोई खर्च नहीं।
settings-own-channels = अपनी अलग सेटिंग्स वाले चैनल: { $channels }

## What I lack

# $permissions: a list of `settings-permission-…`, $effect: one of the next texts up to
# `settings-lacks-feedback` that does not begin with ⚠️.
settings-lacks = ⚠️ मेरे पास इसकी परमिशन नहीं है: { $permissions }। इसलिए { $effect }।
settings-lacks-all = मैं यहां जवाब नहीं दे सकता
settings-lacks-thread = मैं यहां थ्रेड्स नहीं खोल सकता और चैनल में ही जवाब देता हूं
settings-lacks-private-thread = मैं प्राइवेट थ्रेड्स नहीं खोल सकता और यहां किसी सवाल का जवाब नहीं देता
settings-lacks-moderation = यहां पूछने वाले दूसरों को प्राइवेट थ्रेड में ला सकते हैं
settings-lacks-history = यहां किसी पोस्ट में उसके पहले सवाल के बाद मैं चुप रहता हूं, जब तक मुझे मेंशन न किया जाए
settings-no-private-threads = ⚠️ यहां प्राइवेट थ्रेड्स नहीं होते, इसलिए मैं यहां किसी सवाल का जवाब नहीं देता। कोई दूसरी जगह चुनें।
settings-lacks-resolving = यहां मेरे जवाबों में “हल हो गया” बटन नहीं होता
settings-lacks-feedback = मैं फ़ीडबैक के चैनल में फ़ीडबैक नहीं पहुंचा सकता
settings-feedback-gone = ⚠️ फ़ीडबैक का चैनल अब नहीं है, या मुझे नहीं दिखता, इसलिए फ़ीडबैक किसी तक नहीं पहुंचता। कोई दूसरा चैनल चुनें, या कोई भी नहीं।
settings-lacks-askers = ⚠️ ये रोल अब नहीं हैं, इसलिए कोई नहीं पूछ सकता। दूसरे रोल चुनें, या कोई भी नहीं।
settings-lacks-content = ⚠️ मैं “Message Content Intent” के बिना चल रहा हूं, इसलिए मैं सिर्फ़ वे मैसेज पढ़ता हूं जिनमें मुझे मेंशन किया गया हो।
settings-operator-off = -# मुझे चलाने वालों ने इसे सभी सर्वर के लिए बंद किया हुआ है, और वही लागू होता है।
settings-lacks-helpers = ⚠️ वह रोल अब नहीं है, इसलिए किसी को नहीं बुलाया जा सकता। कोई दूसरा रोल चुनें।
settings-lacks-role = ⚠️ मैं उस रोल को पिंग नहीं कर सकता: सबको उसे मेंशन करने दें, या मुझे “@everyone, @here और सभी रोल्स को मेंशन करें” परमिशन दें।
settings-permission-view-channel = “चैनल देखें”
settings-permission-send-messages = “मैसेज भेजें”
settings-permission-create-public-threads = “पब्लिक थ्रेड्स बनाएं”
settings-permission-create-private-threads = “प्राइवेट थ्रेड्स बनाएं”
settings-permission-send-messages-in-threads = “थ्रेड्स में मैसेज भेजें”
settings-permission-manage-threads = “थ्रेड्स मैनेज करें”
settings-permission-read-message-history = “मैसेज हिस्ट्री पढ़ें”
settings-permission-connect = “कनेक्ट करें”

## The list of changes

settings-no-changes = अभी तक किसी ने कुछ नहीं बदला है।
# $when: a time as Discord shows it, such as “2 hours ago”. $former and $value: two values, as above.
settings-change = { $when } { $member } · { $place } · { $name }: { $former } → { $value }
settings-older = पुराने बदलाव
settings-newest = सबसे नए बदलाव
