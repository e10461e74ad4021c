# What the slash commands say of themselves and answer. A `…-description` is 100 characters at most; a
# `…-name` is what an option is called: 32 letters, without blanks.

## /ask

ask-description = चैटबॉट से सवाल पूछें
ask-question-name = सवाल
ask-question-description = आप क्या जानना चाहते हैं
ask-file-name = फ़ाइल
ask-file-description = सवाल से जुड़ी टेक्स्ट फ़ाइल, जैसे कोई लॉग। यह सवाल के साथ दिखेगी
ask-private = मैं आपको एक प्राइवेट थ्रेड में जवाब दूंगा और वहां मेंशन करूंगा।

## /language; the rest of it is in language.ftl. $code: what a member has sent in place of a language.

language-description = मेरे जवाबों की भाषा देखें या चुनें
language-language-name = भाषा
language-language-description = जवाब किस भाषा में चाहिए
language-unknown = मुझे “{ $code }” नाम की भाषा नहीं पता। /language की लिस्ट से कोई भाषा चुनें; अभी कुछ नहीं बदला है।
language-outside = यहां कोई अलग बातचीत नहीं है। वह उस थ्रेड में होती है जिसमें मैं जवाब देता हूं, या मेरे साथ डायरेक्ट मैसेज में।

## Ask about this, in the menu of a message. The name is 32 characters at most, the title of the form
## and its label 45.

about-name = इसके बारे में पूछें
about-form = इस मैसेज के बारे में पूछें
about-question = आपका सवाल
# What stands in the form already, and may be replaced.
about-default = इसका क्या मतलब है?
# Above the quotation of the question. $link: the address of the message.
about-shown = -# इस मैसेज के बारे में: { $link }
# To the chatbot, between the question and the text of the message.
about-quoted = वह मैसेज जिसके बारे में पूछा गया है:
about-nothing = उस मैसेज में ऐसा कोई टेक्स्ट नहीं है जिसे मैं पढ़ सकूं।
about-opted-out = मैं वह मैसेज नहीं पढ़ सकता: उसे लिखने वाले ऐसा नहीं चाहते।
about-forgotten = वह मैसेज अब मेरे पास नहीं है। अगर वह अब भी मौजूद है, तो उसका मेन्यू खोलकर फिर से पूछें।

## /new

new-description = यहां नई बातचीत शुरू करें
new-begun = यहां से नई बातचीत शुरू होती है: अगले सवाल पर चैटबॉट को ऊपर की बातें याद नहीं रहेंगी।
new-outside = चैनल में हर सवाल अपने-आप एक नई बातचीत शुरू करता है। /new का इस्तेमाल उस थ्रेड में करें जिसमें मैं जवाब देता हूं, या मेरे साथ डायरेक्ट मैसेज में।

## /help: an introduction, and below it a list of those that are true here. All of it together is one
## message, so keep each short. $bot and $role are mentions, $roles several with blanks between them.

help-description = मुझसे कैसे पूछें और यहां क्या-क्या चालू है
help-intro = मैं आपके सवाल एक चैटबॉट को भेजता हूं और उसके जवाब आपको दिखाता हूं। जवाब मशीन लिखती है, इसलिए ज़रूरी बातें जांच लें।
help-mentions = अपने सवाल में { $bot } को मेंशन करें, मेरे किसी मैसेज पर रिप्लाई करें या `/ask` इस्तेमाल करें।
help-messages = यहां का हर मैसेज मुझसे पूछा गया सवाल है, जब तक वह किसी और के लिए न हो। `/ask` भी काम करता है।
help-posts = यहां की हर नई पोस्ट मुझसे पूछा गया सवाल है। बाकी पोस्ट में { $bot } को मेंशन करें या `/ask` इस्तेमाल करें।
help-direct = यहां का हर मैसेज मुझसे पूछा गया सवाल है।
help-elsewhere = `/ask` इस्तेमाल करें। मैं यहां का मेंबर नहीं हूं, इसलिए सवाल और मेरा जवाब सिर्फ़ आपको दिखता है।
help-own-thread = इस थ्रेड का हर मैसेज मुझसे पूछा गया सवाल है, जब तक वह किसी और के लिए न हो।
help-in-thread = मैं आपके सवाल के लिए एक थ्रेड में जवाब देता हूं, और वहां आगे मेंशन करने की ज़रूरत नहीं।
help-in-private-thread = मैं एक प्राइवेट थ्रेड में जवाब देता हूं, जो सिर्फ़ आपको और मॉडरेटर्स को दिखता है।
help-in-channel = मैं चैनल में ही जवाब देता हूं। आगे पूछने के लिए मेरे जवाब पर रिप्लाई करें।
help-about = किसी मौजूदा मैसेज के बारे में पूछने के लिए: उसका मेन्यू खोलें, फिर ऐप्स, फिर *इसके बारे में पूछें*।
help-files = मैं टेक्स्ट फ़ाइलें भी पढ़ता हूं, जैसे लॉग या कोड।
# $code: "auto", or that of $language, which has its English and its own name.
help-language = { $code ->
    [auto] यहां मैं आपको आपके सवाल की भाषा में जवाब देता हूं। दूसरी भाषा `/language` से चुनें।
   *[other] यहां मैं आपको इस भाषा में जवाब देता हूं: { $language }। दूसरी भाषा `/language` से चुनें।
}
help-new = थ्रेड में `/new` से नई बातचीत शुरू होती है।
help-new-direct = `/new` से नई बातचीत शुरू होती है।
help-handoff = थ्रेड में `/handoff`, या जवाब के नीचे “मदद मांगें”, { $role } को बुलाता है। फिर `/resume` तक मैं वहां चुप रहता हूं, बस मेंशन करने पर जवाब देता हूं।
help-roles = यहां मैं सिर्फ़ इनमें से किसी रोल वाले मेंबर्स को जवाब देता हूं: { $roles }
help-settings = आप यह सर्वर मैनेज करते हैं: मैं कहां क्या करूं, यह `/settings` से तय होता है।
help-privacy = `/privacy` बताता है कि आपकी बातों का क्या होता है, और वहां आप मुझे उन्हें पढ़ने से रोक सकते हैं। आपके बारे में सेव की गई चीज़ें `/export` आपको देता है और `/forget` हटा देता है।
