# What a member is told of a failure: one sentence for each error of `core/errors.py`.

error-unexpected = मेरी तरफ़ से कुछ गड़बड़ हो गई। कृपया फिर से कोशिश करें।
error-store = मैं अभी इस बातचीत का हिसाब नहीं रख पाया। कृपया थोड़ी देर में फिर से कोशिश करें।
error-platform = Discord ने मेरा जवाब स्वीकार नहीं किया।
error-platform-forbidden = मुझे यहां आगे लिखने की परमिशन नहीं है।
error-text-refused = इस सर्वर पर Discord के फ़िल्टर ने टेक्स्ट रोक दिया, इसलिए मैं उसे यहां नहीं दिखा सकता।
error-api-unexpected = चैटबॉट ने कोई जवाब नहीं दिया। कृपया फिर से कोशिश करें।
error-api-unreachable = अभी चैटबॉट से संपर्क नहीं हो पा रहा। कृपया थोड़ी देर में फिर से कोशिश करें।
error-api-connection-lost = जवाब आने से पहले चैटबॉट से कनेक्शन टूट गया। कृपया फिर से कोशिश करें।
error-api-timeout = चैटबॉट ने बहुत ज़्यादा समय लिया। कृपया थोड़ी देर में फिर से कोशिश करें।
# $status: a status of HTTP, such as 502. $server: a product's name, such as nginx, or “unknown”.
error-intermediary-refused =
    मेरे और चैटबॉट के बीच किसी चीज़ ने सवाल रोक दिया (स्टेटस { $status }{ $server ->
        [unknown] {""}
       *[other] , सर्वर: { $server }
    })। अगर ऐसा होता रहे, तो मुझे चलाने वालों को इसे देखना होगा।
error-api-refused = चैटबॉट ने मेरी API key नहीं मानी या उसका सब्सक्रिप्शन खत्म हो गया है। मुझे चलाने वालों को इसे देखना होगा।
error-api-bot-unknown = मेरे लिए जो चैटबॉट सेट है, वह मौजूद नहीं है। मुझे चलाने वालों को इसे देखना होगा।
# $minutes: 0 where that is not known.
error-api-rate-limited =
    चैटबॉट के पास अभी बहुत ज़्यादा सवाल आ रहे हैं। कृपया { $minutes ->
        [0] थोड़ी देर
        [one] एक मिनट
       *[other] { $minutes } मिनट
    } में फिर से कोशिश करें।
error-api-busy = चैटबॉट अभी व्यस्त है या उसमें कोई दिक्कत है। कृपया थोड़ी देर में फिर से कोशिश करें।
error-api-rejected = चैटबॉट ने यह सवाल स्वीकार नहीं किया।
error-api-malformed = चैटबॉट का जवाब समझ में नहीं आया। कृपया फिर से कोशिश करें।
error-answer-too-long = जवाब इतना लंबा है कि मैं पूरा नहीं दिखा सकता, इसलिए वह यहीं खत्म होता है।
error-api-broken-off = जवाब यहां बीच में ही रुक गया। कृपया फिर से पूछें।
