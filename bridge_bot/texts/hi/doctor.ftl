# What the doctor finds: `doctor-<code>` says what is wrong, and `doctor-<code>-hint` how it is mended.
# A hint of "-" is none: there is nothing to do.

doctor-description = यहां मेरे साथ क्या दिक्कत है और उसे कैसे ठीक करें
doctor-not-allowed = यहां मेरे साथ क्या दिक्कत है, यह सिर्फ़ “सर्वर मैनेज करें” परमिशन वाले मेंबर्स देख सकते हैं।
doctor-outside = मैं सिर्फ़ उन सर्वर की जांच करता हूं जिनका मैं मेंबर हूं। ऐसे किसी सर्वर पर /doctor इस्तेमाल करें।
doctor-head = **मुझे इस सर्वर पर क्या मिला**
doctor-all-well = ✅ मुझे यहां कोई दिक्कत नहीं मिली।
doctor-finding =
    { $sign } { $message }
    -# → { $hint } `{ $id }`
doctor-finding-alone =
    { $sign } { $message }
    -# `{ $id }`
# Below a list of findings that is too long.
doctor-more = -# बाकी बातें: { $count }।
# At the end of a list inside a sentence. $shown: its beginning, such as “#help, #general”.
doctor-and-more = { $shown } और { $more } अन्य

## The command bridge-bot check

doctor-check-well = सब ठीक है।
doctor-check-counts = गड़बड़ियां: { $errors }, चेतावनियां: { $warnings }, सूचनाएं: { $notes }
doctor-check-asking = Chat API से एक सवाल पूछा जा रहा है, जिसके पैसे बाकी सवालों की तरह ही लगते हैं।
doctor-check-question = नमस्ते, क्या आप काम कर रहे हैं?

## Settings

doctor-E101 = { $problem }
doctor-E101-hint = इसे .env में या एनवायरनमेंट में सेट करें; .env.example हर सेटिंग समझाता है।
doctor-W102 = { $problem }
doctor-W102-hint = -
doctor-W103 = सेटिंग्स के हिसाब से मेंबर्स मुझे अपने अकाउंट में जोड़ सकते हैं, लेकिन ऐप्लिकेशन के हिसाब से नहीं।
doctor-W103-hint = `bridge-bot check --fix` चलाएं, या Developer Portal → आपका ऐप्लिकेशन → Installation में “User Install” चालू करें। या ALLOW_USER_INSTALL=false सेट करें।
doctor-E104 = TEXTS_DIR का एक वाक्य इस्तेमाल नहीं हो सकता, इसलिए बॉट शुरू नहीं होगा। { $problem }
doctor-E104-hint = उसे ठीक करें या निकाल दें; docs/translating.md बताता है कि वाक्य कैसा हो सकता है।

## Discord

doctor-E201 = Discord टोकन नहीं मान रहा।
doctor-E201-hint = उसे Developer Portal → आपका ऐप्लिकेशन → Bot → Reset Token से फिर से कॉपी करें और DISCORD_TOKEN में सेट करें।
doctor-E202 = Discord से पूछा नहीं जा सका: { $reason }
doctor-E202-hint = इस मशीन का नेटवर्क, फ़ायरवॉल और प्रॉक्सी, और Discord का स्टेटस पेज देखें; फिर इसे दोबारा चलाएं।
doctor-E203 = Message Content Intent बंद है, इसलिए बॉट शुरू नहीं होगा।
doctor-E203-hint = `bridge-bot check --fix` चलाएं, या उसे Developer Portal → आपका ऐप्लिकेशन → Bot → Privileged Gateway Intents में चालू करें। या MESSAGE_CONTENT=false सेट करें; तब मेंबर्स को हर सवाल में बॉट को मेंशन करना होगा।
doctor-N204 = Message Content Intent चालू है, लेकिन MESSAGE_CONTENT=false की वजह से इस्तेमाल नहीं होता।
doctor-N204-hint = Discord की पॉलिसी है कि ज़रूरत से ज़्यादा एक्सेस न लिया जाए: उसे Developer Portal → आपका ऐप्लिकेशन → Bot में बंद करें।
doctor-W205 = ऐप्लिकेशन का “Add App” बटन वह सब नहीं मांगता जो बॉट इस्तेमाल करता है: { $missing }
doctor-W205-hint = `bridge-bot check --fix` चलाएं, या उन्हें Developer Portal → आपका ऐप्लिकेशन → Installation → Default Install Settings में सेट करें।
doctor-E206 = “Interactions Endpoint URL” सेट है, इसलिए Discord कमांड और बटन प्रेस बॉट के बजाय वहां भेजता है।
doctor-E206-hint = उसे Developer Portal → आपका ऐप्लिकेशन → General Information में खाली करें।
doctor-E207 = Discord आज और सेशन शुरू नहीं करने देगा; एक और शुरू करने पर टोकन रद्द हो जाएगा।
doctor-E207-hint = { $hours } घंटे इंतज़ार करें, और पता करें कि बॉट इतनी बार क्यों शुरू किया गया। जो बॉट चल रहा है, वह चलता रहेगा।
doctor-W208 = Discord अगले { $hours } घंटे में सिर्फ़ { $left } और सेशन शुरू करने देगा।
doctor-W208-hint = पता करें कि बॉट इतनी बार क्यों शुरू होता है या उसका कनेक्शन क्यों टूटता है।
doctor-N209 = Discord को अभी तक कमांड नहीं बताए गए हैं।
doctor-N209-hint = बॉट शुरू होने पर उन्हें बताता है: `bridge-bot run`।
doctor-W210 = Discord के पास इस वर्शन से अलग कमांड हैं: { $names }
doctor-W210-hint = इस वर्शन को एक बार शुरू करें: `bridge-bot run`। अगर वह चल रहा है, तो उसका लॉग बताता है कि Discord ने उन्हें क्यों नहीं लिया।
doctor-N211 = Message Content Intent का रिव्यू अभी नहीं हुआ है: Discord 10,000 यूज़र्स से ऊपर इसे ज़रूरी मानता है, और बॉट के सर्वर पर कुल मेंबर्स हैं: { $count }।
doctor-N211-hint = -
doctor-W212 = Discord इस बॉट के Message Content Intent का रिव्यू करता है, क्योंकि इसे 10,000 से ज़्यादा यूज़र्स देखते हैं या इसे पहले मंज़ूरी मिल चुकी है: इसके लिए आवेदन करना होता है, और हर साल दोबारा।
doctor-W212-hint = तारीख Developer Portal → आपका ऐप्लिकेशन → Bot में देखें। नोटिस के बाद 90 दिन मिलते हैं; चूकने पर यह intent छिन जाता है।
doctor-N213 = बॉट { $count } सर्वर पर है और वेरिफ़ाइड नहीं है। जब तक वह वेरिफ़ाइड नहीं होता, उसे 100 से ज़्यादा सर्वर पर नहीं जोड़ा जा सकता।
doctor-N213-hint = Developer Portal → आपका ऐप्लिकेशन → App Verification में आवेदन करें।
doctor-E214 = { $shards } शार्ड के लिए { $servers } सर्वर बहुत ज़्यादा हैं: Discord हर शार्ड पर 2,500 सर्वर की इजाज़त देता है।
doctor-E214-hint = Discord की सलाह मानने के लिए SHARD_COUNT और SHARD_IDS हटा दें, या SHARD_COUNT बढ़ाएं।
doctor-N215 = बॉट अभी किसी सर्वर पर नहीं है।
doctor-N215-hint = उसे इनवाइट करें: { $link }
doctor-N216 = { $all } सर्वर में से { $count } की जांच हुई।
doctor-N216-hint = सर्वर मैनेज करने वाले /doctor से देख सकते हैं कि वहां क्या दिक्कत है।
doctor-W217 = सर्वर की जांच नहीं हो सकी: Discord ने उसके चैनल नहीं बताए।
doctor-W217-hint = इसे थोड़ी देर में फिर से चलाएं।
doctor-W218 = कुछ ठीक नहीं किया गया: { $reason }
doctor-W218-hint = इसे Developer Portal में करें, जैसा बाकी नतीजों में बताया गया है।
doctor-N219 = ठीक कर दिया गया: bridge-bot.{ $code }
doctor-N219-hint = -

## A server

doctor-E301 = मेरे लिए { $places } में कुछ सेट है, पर मुझे वह दिखता नहीं: मेरे पास “चैनल देखें” परमिशन नहीं है।
doctor-E301-hint = मेरे रोल को वहां “चैनल देखें” परमिशन दें, या /settings से वह सेटिंग रीसेट करें।
doctor-E302 = मैं { $places } में जवाब नहीं दे सकता: मेरे पास “मैसेज भेजें” परमिशन नहीं है।
doctor-E302-hint = मेरे रोल को वहां “मैसेज भेजें” परमिशन दें, या जहां मैं थ्रेड्स में जवाब देता हूं, वहां “पब्लिक थ्रेड्स बनाएं” और “थ्रेड्स में मैसेज भेजें” दोनों।
doctor-E303 = मैं { $places } में जवाब नहीं दे सकता: मेरे पास “कनेक्ट करें” परमिशन नहीं है।
doctor-E303-hint = मेरे रोल को वहां “कनेक्ट करें” और “मैसेज भेजें” परमिशन दें।
doctor-E304 = मैं { $places } में जवाब नहीं दे सकता: मेरे पास “थ्रेड्स में मैसेज भेजें” परमिशन नहीं है।
doctor-E304-hint = मेरे रोल को वहां “थ्रेड्स में मैसेज भेजें” परमिशन दें।
doctor-E305 = मैं { $places } में कोई जवाब नहीं देता: जवाब प्राइवेट होने हैं, और मेरे पास “प्राइवेट थ्रेड्स बनाएं” परमिशन नहीं है।
doctor-E305-hint = मेरे रोल को वहां “प्राइवेट थ्रेड्स बनाएं” परमिशन दें, या /settings से जवाबों की कोई दूसरी जगह चुनें।
doctor-E306 = मैं { $places } में कोई जवाब नहीं देता: जवाब प्राइवेट होने हैं, और वहां प्राइवेट थ्रेड्स नहीं होते।
doctor-E306-hint = /settings से जवाबों की कोई दूसरी जगह चुनें।
doctor-W307 = मेरे पास { $places } में “थ्रेड्स मैनेज करें” परमिशन नहीं है, इसलिए पूछने वाले दूसरों को प्राइवेट थ्रेड में ला सकते हैं।
doctor-W307-hint = मेरे रोल को वहां “थ्रेड्स मैनेज करें” परमिशन दें।
doctor-W308 = मेरे पास { $places } में “पब्लिक थ्रेड्स बनाएं” परमिशन नहीं है, इसलिए मैं चैनल में ही जवाब देता हूं।
doctor-W308-hint = मेरे रोल को वहां “पब्लिक थ्रेड्स बनाएं” परमिशन दें, या /settings से चैनल को जवाबों की जगह चुनें।
doctor-W309 = मेरे पास { $places } में “थ्रेड्स में मैसेज भेजें” परमिशन नहीं है, इसलिए मैं चैनल में जवाब देता हूं, और थ्रेड्स में बिल्कुल नहीं।
doctor-W309-hint = मेरे रोल को वहां “थ्रेड्स में मैसेज भेजें” परमिशन दें।
doctor-W310 = मेरे पास { $places } में “फ़ाइलें अटैच करें” परमिशन नहीं है, इसलिए बहुत लंबा जवाब पहले ही खत्म हो जाता है।
doctor-W310-hint = मेरे रोल को वहां “फ़ाइलें अटैच करें” परमिशन दें।
doctor-W311 = मेरे पास { $places } में “मैसेज हिस्ट्री पढ़ें” परमिशन नहीं है, इसलिए मैं मैसेज पर रिप्लाई नहीं कर सकता और छूटे हुए मैसेज नहीं खोज सकता।
doctor-W311-hint = मेरे रोल को वहां “मैसेज हिस्ट्री पढ़ें” परमिशन दें।
doctor-N312 = मेरे पास { $places } में “रिएक्शन जोड़ें” परमिशन नहीं है, इसलिए किसी को नहीं दिखता कि सवाल इंतज़ार में है।
doctor-N312-hint = मेरे रोल को वहां “रिएक्शन जोड़ें” परमिशन दें।
doctor-N313 = मुझे { $places } दिखता है, पर मैं वहां जवाब नहीं दे सकता।
doctor-N313-hint = अगर ऐसा जान-बूझकर है, तो रहने दें। नहीं तो वहां /doctor से देखें कि मुझे कौन-सी परमिशन चाहिए।
doctor-E314 = मैं { $places } में मदद के लिए किसी को नहीं बुला सकता: मदद वाला रोल अब नहीं है, या मुझे उसे मेंशन करने की परमिशन नहीं है।
doctor-E314-hint = सबको वह रोल मेंशन करने दें, या मुझे “@everyone, @here और सभी रोल्स को मेंशन करें” परमिशन दें। अगर वह रोल अब नहीं है, तो /settings से दूसरा चुनें।
doctor-E315 = { $places } में जवाबों पर दिया गया फ़ीडबैक खो जाता है: मैं फ़ीडबैक के चैनल में नहीं लिख सकता।
doctor-E315-hint = मेरे रोल को वहां “चैनल देखें” और “मैसेज भेजें” परमिशन दें, या /settings से दूसरा चैनल चुनें।
doctor-W316 = ऐसे चैनल के लिए कुछ सेट है जो अब नहीं है: { $places }
doctor-W316-hint = कुछ करने की ज़रूरत नहीं, जब तक आपका मतलब किसी और चैनल से न हो: /settings से देख लें।
doctor-E317 = जिन रोल को पूछने की इजाज़त है, वे सब अब नहीं हैं, इसलिए कोई नहीं पूछ सकता।
doctor-E317-hint = /settings से दूसरे रोल चुनें, या कोई भी नहीं।
doctor-W318 = ऐसा चैटबॉट चुना गया है जो अब नहीं है: { $names }
doctor-W318-hint = /settings से दूसरा चुनें। तब तक डिफ़ॉल्ट चैटबॉट जवाब देता है।
doctor-W319 = { $places } में हर मैसेज को सवाल माना जाना है, लेकिन मैं Message Content Intent के बिना चल रहा हूं, इसलिए मैं सिर्फ़ मुझे मेंशन करने वाले मैसेज पढ़ता हूं।
doctor-W319-hint = वहां मुझे मेंशन करें, या मुझे चलाने वालों से यह intent चालू करने को कहें।
doctor-N320 = { $places } में स्रोत या बटन चालू हैं, लेकिन मुझे चलाने वालों ने उन्हें सभी सर्वर के लिए बंद किया हुआ है।
doctor-N320-hint = -
doctor-W321 = इस सर्वर को मैनेज करने वालों ने मुझे यहां रोका हुआ है।
doctor-W321-hint = /settings से ब्रेक खत्म करें।
doctor-E322 = मैं टाइमआउट में हूं, इसलिए यहां कुछ नहीं लिख सकता।
doctor-E322-hint = मेंबर्स की लिस्ट में मेरा टाइमआउट खत्म करें।
doctor-W323 = मैं इस सर्वर के लिए नहीं हूं: मुझे चलाने वालों ने सिर्फ़ दूसरे सर्वर तय किए हैं।
doctor-W323-hint = सर्वर की ID को ALLOWED_GUILDS में जोड़ें, या बॉट को सर्वर से हटा दें।
doctor-N324 = मैं { $places } में बंद हूं।
doctor-N324-hint = मुझे वहां /settings से चालू करें।
# $scope: one of `doctor-scope-…`.
doctor-W325 = { $scope } एक दिन के सवालों की लिमिट पूरी हो गई है: { $limit }। फिर से शुरू होगा: <t:{ $until }:R>
doctor-W325-hint = /settings से लिमिट बढ़ाएं, या अगर लिमिट मुझे चलाने वालों की है, तो उनसे कहें।
doctor-N326 = पिछले एक घंटे में { $count } बार मना किया गया: { $reason }
doctor-N326-hint = -
doctor-W327 = पिछले एक घंटे में { $count } बार जवाब पूरा नहीं हुआ: { $reason }
doctor-W327-hint = अगर ऐसा होता रहे, तो मुझे चलाने वालों को बताएं।
doctor-W328 = चैटबॉट अभी जवाब नहीं दे रहा: { $reason }
doctor-W328-hint = मुझे चलाने वाले इसे लॉग में देख सकते हैं। यहां कुछ करने की ज़रूरत नहीं।
doctor-N329 =
    { $minutes ->
        [0] मेरा पिछला पूरा जवाब, किसी भी सर्वर पर, एक मिनट के अंदर ही आया।
        [one] मेरा पिछला पूरा जवाब, किसी भी सर्वर पर, एक मिनट पहले आया।
       *[other] मेरा पिछला पूरा जवाब, किसी भी सर्वर पर, { $minutes } मिनट पहले आया।
    }
doctor-N329-hint = -
doctor-W330 = मैं अभी इस सर्वर की सेटिंग्स नहीं पढ़ सकता।
doctor-W330-hint = थोड़ी देर में फिर से कोशिश करें। अगर ऐसा होता रहे, तो मुझे चलाने वालों को बताएं।
doctor-W331 = मुझे चलाने वालों ने मुझे रोका हुआ है, इसलिए चैटबॉट से कुछ नहीं पूछा जा रहा।
doctor-W331-hint = `bridge-bot resume` से ब्रेक खत्म होता है।
doctor-scope-guild = इस सर्वर की
doctor-scope-channel = इस चैनल की
doctor-scope-all = सभी सर्वर की मिलाकर

## The database

doctor-E401 = डेटाबेस इस्तेमाल नहीं हो सकता: { $reason }
doctor-E401-hint = DATABASE_URL देखें, और यह भी कि docs/database.md क्या कहता है।
doctor-N402 = अभी कोई डेटाबेस नहीं है।
doctor-N402-hint = बॉट शुरू होने पर उसे बनाता है।
doctor-N403 = डेटाबेस पुराने वर्शन का है।
doctor-N403-hint = वह अगली बार शुरू होने पर अपग्रेड होता है, या `bridge-bot migrate` से; वापस लौटने का तरीका docs/backup.md बताता है।
doctor-N404 = इस डेटाबेस पर एक बॉट चल रहा है (प्रोसेस { $process })।
doctor-N404-hint = उसने हाल में जो देखा, वह उसके लॉग में है, और हर सर्वर का /doctor में।
doctor-W406 =
    { $limit ->
        [one] आज की एक रिक्वेस्ट खत्म हो चुकी है
       *[other] आज की सभी { $limit } रिक्वेस्ट खत्म हो चुकी हैं
    }, इसलिए किसी सवाल का जवाब नहीं दिया जा रहा।
doctor-W406-hint = QUESTIONS_PER_DAY बढ़ाएं, या इंतज़ार करें: दिन UTC के हिसाब से हैं।
# $reason: the name of an error, as in the log.
doctor-W407 =
    { $count ->
        [one] पिछला जवाब पूरा नहीं आया; उसके रुकने की वजह
       *[other] पिछले { $count } जवाबों में से कोई पूरा नहीं आया; आखिरी के रुकने की वजह
    } { $reason } थी।
doctor-W407-hint = क्या हुआ, यह लॉग में देखें। `bridge-bot check --ask` एक सवाल पूछता है, जिसके पैसे लगते हैं।
doctor-N408 = पिछले जवाबों में से { $done } पूरे आए और { $failed } नहीं।
doctor-N408-hint = -

## The Chat API

doctor-E501 = { $host } से संपर्क नहीं हो पा रहा: { $reason }
doctor-E501-hint = CHAT_API_BASE_URL देखें, और इस मशीन का नेटवर्क, फ़ायरवॉल और प्रॉक्सी भी।
doctor-N502 = { $host } से संपर्क हो रहा है। वह API key मानता है और चैटबॉट को पहचानता है या नहीं, यह पता नहीं: यह सिर्फ़ सवाल पूछकर पता चलता है, जिसके पैसे लगते हैं।
doctor-N502-hint = `bridge-bot check --ask` एक सवाल पूछता है।
doctor-E503 = Chat API ने कोई जवाब नहीं दिया: { $reason }
doctor-E503-hint = CHAT_API_KEY, CHAT_BOT_UID और सब्सक्रिप्शन देखें।
doctor-N504 = Chat API ने { $seconds } सेकंड में जवाब दिया। उस सवाल के पैसे लगे।
doctor-N504-hint = -
doctor-W505 = CHAT_API_BASE_URL की शुरुआत http:// से होती है, इसलिए API key और सभी सवाल नेटवर्क पर ऐसे जाते हैं कि कोई भी पढ़ सके।
doctor-W505-hint = https:// इस्तेमाल करें।

## This machine

doctor-W601 = इस मशीन की घड़ी और Discord की घड़ी में { $seconds } सेकंड का फ़र्क है।
doctor-W601-hint = उसे chrony या systemd-timesyncd जैसी टाइम सर्विस से सेट होने दें। तब तक लॉग में समय गलत रहेगा।
doctor-N602 = { $versions }
doctor-N602-hint = -
doctor-N701 = { $proxy }
doctor-N701-hint = -

## The running bot, by its health port

doctor-W801 = चल रहा बॉट तैयार नहीं है: { $reasons }
doctor-W801-hint = हर वजह का मतलब docs/operating.md बताता है। बॉट उसे खुद ठीक करने में लगा है; दोबारा शुरू करने पर Discord के रोज़ के सेशन में से एक खर्च होता है।
doctor-N802 = चल रहा बॉट तैयार है: सवाल उस तक पहुंचते हैं और वह उन्हें ले सकता है।
doctor-N802-hint = -
doctor-W803 = Chat API को चल रहे बॉट की पिछली रिक्वेस्ट फ़ेल हो गई: { $reason }
doctor-W803-hint = लॉग में और जानकारी है। `bridge-bot check --ask` एक सवाल पूछता है, जिसके पैसे लगते हैं।
doctor-N804 = शुरू होने के बाद से जिन सवालों के लिए मना किया गया: { $counts }
doctor-N804-hint = सर्वर मैनेज करने वाले /doctor से देख सकते हैं कि वहां किसके लिए मना किया गया।
doctor-W805 = शुरू होने के बाद से Discord के जो इवेंट छोड़ दिए गए, क्योंकि वे पढ़े नहीं जा सके: { $counts }
doctor-W805-hint = हर तरह की वजह लॉग में है। शायद bridge-bot का नया वर्शन उन्हें पढ़ सके।
doctor-W806 = शुरू होने के बाद से जिन रिक्वेस्ट पर Discord ने रोक लगाई: { $counts }
doctor-W806-hint = “shared” वाली कुछ रिक्वेस्ट आम बात हैं। “global” के लिए DISCORD_REQUESTS_PER_SECOND घटाएं; “address” के लिए देखें कि इस मशीन का एड्रेस और कौन इस्तेमाल कर रहा है।
doctor-W807 = शुरू होने के बाद से Chat API को भेजी गई जो रिक्वेस्ट फ़ेल हुईं: { $counts }
doctor-W807-hint = हर एक की और जानकारी लॉग में है।

## Why questions were refused and answers failed, in a few words

doctor-reason-refused-channel = उस चैनल में बॉट बंद है
doctor-reason-refused-shut-out = मेंबर को पूछने से रोका गया है
doctor-reason-refused-role = मेंबर के पास पूछने की इजाज़त वाला कोई रोल नहीं है
doctor-reason-refused-paused-server = सर्वर ने बॉट को रोका हुआ है
doctor-reason-refused-paused = बॉट चलाने वालों ने उसे रोका हुआ है
doctor-reason-refused-day-guild-member = इस सर्वर पर मेंबर की एक दिन की लिमिट
doctor-reason-refused-day-channel = चैनल की एक दिन की लिमिट
doctor-reason-refused-day-guild = सर्वर की एक दिन की लिमिट
doctor-reason-refused-day-member = मेंबर की एक दिन की लिमिट
doctor-reason-refused-day-all = सभी सर्वर की मिलाकर एक दिन की लिमिट
doctor-reason-refused-too-many = एक मिनट में बहुत ज़्यादा सवाल
doctor-reason-refused-queue-full = एक बातचीत में बहुत ज़्यादा सवाल इंतज़ार में थे
doctor-reason-refused-opted-out = मेंबर ने बॉट को अपने मैसेज पढ़ने से मना किया है
doctor-reason-refused-forbidden = बॉट के पास वहां जवाब देने की परमिशन नहीं है
doctor-reason-refused-forbidden-voice = बॉट के पास उस वॉइस चैनल में जवाब देने की परमिशन नहीं है
doctor-reason-refused-no-private-threads = जवाब प्राइवेट होने हैं, पर वहां प्राइवेट थ्रेड्स नहीं होते
doctor-reason-refused-private-thread-forbidden = बॉट के पास प्राइवेट थ्रेड्स खोलने की परमिशन नहीं है
doctor-reason-refused-private-thread-busy = Discord ने समय पर प्राइवेट थ्रेड नहीं खोला
doctor-reason-refused-guild = बॉट इस सर्वर के लिए नहीं है
doctor-reason-refused-slow-mode = स्लोमोड
doctor-reason-refused-member = मेंबर को वहां लिखने की परमिशन नहीं है
doctor-reason-refused-member-locked = थ्रेड लॉक है
doctor-reason-refused-member-timed-out = मेंबर टाइमआउट में है
doctor-reason-refused-member-voice = मेंबर को उस वॉइस चैनल से कनेक्ट करने की परमिशन नहीं है
doctor-reason-other = कोई और वजह
doctor-reason-error-store = डेटाबेस में गड़बड़ी हुई
doctor-reason-error-platform = Discord ने जवाब स्वीकार नहीं किया
doctor-reason-error-platform-forbidden = बॉट के पास परमिशन नहीं है, या थ्रेड लॉक है
doctor-reason-error-text-refused = सर्वर के फ़िल्टर ने टेक्स्ट रोक दिया
doctor-reason-error-api-unexpected = चैटबॉट ने कोई जवाब नहीं दिया
doctor-reason-error-api-unreachable = चैटबॉट से संपर्क नहीं हो पा रहा
doctor-reason-error-api-connection-lost = चैटबॉट से कनेक्शन टूट गया
doctor-reason-error-api-timeout = चैटबॉट ने बहुत ज़्यादा समय लिया
doctor-reason-error-intermediary-refused = बॉट और चैटबॉट के बीच किसी चीज़ ने उसे रोक दिया
doctor-reason-error-api-refused = चैटबॉट API key नहीं मान रहा, या उसका सब्सक्रिप्शन खत्म हो गया है
doctor-reason-error-api-bot-unknown = चैटबॉट मौजूद नहीं है
doctor-reason-error-api-rate-limited = चैटबॉट से बहुत ज़्यादा पूछा जा रहा है
doctor-reason-error-api-busy = चैटबॉट व्यस्त है या उसमें कोई दिक्कत है
doctor-reason-error-api-rejected = चैटबॉट ने सवाल स्वीकार नहीं किया
doctor-reason-error-api-malformed = चैटबॉट का जवाब समझ में नहीं आया
doctor-reason-error-answer-too-long = जवाब इतना लंबा था कि दिखाया नहीं जा सकता
doctor-reason-error-api-broken-off = जवाब बीच में ही रुक गया
