# What a server decides about the bot, and what its members are told of that. `<t:{ $until }:R>` is
# shown by Discord, in the reader's language, such as “in 3 hours”: it stands at the end of a sentence.

## Refusals

press-not-private = यह बटन ऐसे मैसेज के लिए है जो सिर्फ़ आपको दिखता है। कृपया कमांड खुद इस्तेमाल करें।
refused-channel = मैं इस चैनल में बंद हूं। सर्वर मैनेज करने वाले इसे `/settings` से बदल सकते हैं।
refused-shut-out = इस सर्वर पर मैं आपके लिए उपलब्ध नहीं हूं: सर्वर मैनेज करने वालों ने ऐसा तय किया है। अगर आपको लगता है कि यह गलती है, तो उनसे पूछें।
refused-role = यहां मैं सिर्फ़ कुछ खास रोल वाले मेंबर्स को जवाब देता हूं। कौन से रोल, यह सर्वर मैनेज करने वालों से पूछें।
refused-paused-server = मैं ब्रेक पर हूं: इस सर्वर को मैनेज करने वालों ने मुझे यहां रोका हुआ है। मैं बाद में इस सवाल का जवाब नहीं दूंगा, इसलिए मेरे लौटने पर इसे फिर से पूछें।
refused-day-guild-member =
    { $limit ->
        [one] आप इस सर्वर पर मुझसे आज का अपना एक सवाल पूछ चुके हैं।
       *[other] आप इस सर्वर पर मुझसे आज के अपने { $limit } सवाल पूछ चुके हैं।
    } यहां आप फिर से पूछ सकते हैं: <t:{ $until }:R>
refused-day-channel = मुझसे पूछने के लिए इस चैनल के आज के सवाल खत्म हो चुके हैं। मैं यहां फिर से जवाब दूंगा: <t:{ $until }:R>

## Settings

settings-outdated = किसी और ने अभी-अभी ये सेटिंग्स बदली हैं। पहले उन्हें देख लें, फिर से कोशिश करें।
