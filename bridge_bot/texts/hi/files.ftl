# What a member is told of the files of a question. $names: a list of files.

files-no-text = मैं अभी सिर्फ़ टेक्स्ट फ़ाइलें पढ़ सकता हूं, इसलिए मैंने ये छोड़ दीं: { $names }
files-too-large = मैं 256 KB तक की फ़ाइलें पढ़ता हूं, इसलिए मैंने ये छोड़ दीं: { $names }
files-not-downloaded = मैं { $names } को डाउनलोड नहीं कर पाया। अगर यह ज़रूरी है, तो कृपया फिर से पूछें।
# $most: a number, 100,000 today.
files-cut =
    मैंने आपकी फ़ाइलों { $most ->
        [one] का पहला अक्षर पढ़ा
       *[other] के पहले { $most } अक्षर पढ़े
    }।
quotation-left-out = आपने जिस मैसेज को फ़ॉरवर्ड किया या जिस पर रिप्लाई किया, उसे मैंने छोड़ दिया: मैं वही पढ़ता हूं जिसके बारे में मुझे पता हो कि लिखने वाले मुझे पढ़ने देते हैं।
# $note: one or several of those above.
hint-no-text =
    { $note }
    अपना सवाल मैसेज में लिखें।
