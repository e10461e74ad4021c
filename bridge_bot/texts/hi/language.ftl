# What /language shows and answers. $language is a name such as "German · Deutsch", or language-auto.

language-scope-name = दायरा
language-scope-description = किसके लिए। न चुनें, तो बातचीत के लिए; चैनल में सिर्फ़ आपके लिए
language-option-reset = अपनी कोई भाषा नहीं
language-scope-conversation = यह बातचीत
language-scope-me = मैं, हर जगह
language-scope-channel = यह चैनल
language-scope-server = यह सर्वर
language-auto = सवाल की भाषा
language-unset = सेट नहीं है
language-no-server = यह सिर्फ़ उस सर्वर पर चुना जा सकता है जिसका मैं मेंबर हूं।

## What was chosen. $code is "auto", "reset", or that of a language.

language-chosen-conversation = { $code ->
    [auto] अब से मैं यहां सवाल की भाषा में जवाब दूंगा।
    [reset] इस बातचीत की अब अपनी कोई भाषा नहीं है।
   *[other] अब से मैं यहां इस भाषा में जवाब दूंगा: { $language }।
}
language-chosen-me = { $code ->
    [auto] अब से मैं आपको आपके सवाल की भाषा में जवाब दूंगा।
    [reset] अब आपके लिए कोई अलग भाषा सेट नहीं है।
   *[other] अब से मैं आपको इस भाषा में जवाब दूंगा: { $language }।
}
language-chosen-channel = { $code ->
    [auto] अब से मैं इस चैनल में सवाल की भाषा में जवाब दूंगा।
    [reset] इस चैनल की अब अपनी कोई भाषा नहीं है।
   *[other] अब से मैं इस चैनल में इस भाषा में जवाब दूंगा: { $language }।
}
language-chosen-server = { $code ->
    [auto] अब से मैं इस सर्वर पर सवाल की भाषा में जवाब दूंगा।
    [reset] इस सर्वर की अब अपनी कोई भाषा नहीं है।
   *[other] अब से मैं इस सर्वर पर इस भाषा में जवाब दूंगा: { $language }।
}

## What is in force, with a line for each of those who may choose. The first that is set holds.

language-in-force = { $code ->
    [auto] यहां मैं आपको आपके सवाल की भाषा में जवाब देता हूं।
   *[other] यहां मैं आपको इस भाषा में जवाब देता हूं: { $language }।
}
language-layer-conversation = यह बातचीत: { $language }
language-layer-me = आप, हर जगह: { $language }
language-layer-channel = यह चैनल: { $language }
language-layer-server = यह सर्वर: { $language }
language-layer-default = मुझे चलाने वाले: { $language }
language-how = -# इनमें से जो सबसे पहले सेट है, वही लागू होता है। इसे बदलने के लिए `/language` में भाषा और दायरा चुनें।
