# What stands in and around a reply, and the name of its thread.

## Threads. The name is 100 characters at most.

thread-name-neutral = सवाल
# Behind a mention of the member who asked, and above a quotation of the question. $link: the address
# of the message, or “none”.
private-thread =
    मैं आपको यहां जवाब दे रहा हूं, जहां सिर्फ़ आप और मॉडरेटर्स पढ़ सकते हैं। { $link ->
        [none] आपने मुझसे पूछा:
       *[other] आपने { $link } में मुझसे पूछा:
    }

## While an answer is waited for, and above it. Each stands in one line.

delayed-queued = अभी चैटबॉट के पास बहुत-से सवाल इंतज़ार में हैं। आपका सवाल लाइन में है।
delayed-retrying = चैटबॉट को अभी दिक्कत हो रही है। मैं कोशिश करता रहूंगा।
delayed-slow = चैटबॉट थोड़ा समय ले रहा है। मैं अब भी उसके जवाब का इंतज़ार कर रहा हूं।
context-lost = चैटबॉट को हमारी पिछली बातचीत अब याद नहीं है, इसलिए इस जवाब से नई बातचीत शुरू होती है।

## Endings of a reply

# $notice: one of `error-…`, `refused-…`, `given-up-…` and the like. By what stands before it I know a
# notice again.
ending-notice = ⚠️ { $notice }
ending-interrupted = मैं रीस्टार्ट हो रहा हूं, और उसके बाद यह जवाब पूरा करूंगा।
ending-question-deleted = मैं यहां रुक गया, क्योंकि सवाल डिलीट कर दिया गया।
answer-attached = जवाब अभी बाकी है: पूरा जवाब इस फ़ाइल में है।
answer-complete = आपका जवाब पूरा हो गया है।
# Below an answer. $list: the names of sources.
sources = स्रोत: { $list }
mention-needed = इस थ्रेड में हर सवाल में मुझे मेंशन करें: बिना मेंशन वाले मैसेज मैं नहीं पढ़ सकता।
reply-empty = इस पर चैटबॉट के पास कहने को कुछ नहीं था।
given-up-crashing = इस सवाल की वजह से मैं दो बार रुक गया, इसलिए इसे फिर से नहीं आज़माऊंगा। कृपया दूसरे शब्दों में पूछें।
given-up-ended = जवाब यहीं खत्म हो गया। कृपया फिर से पूछें।
given-up-stopped = मैं रीस्टार्ट हो रहा हूं, और उसके बाद यह जवाब जारी नहीं रख पाऊंगा। कृपया थोड़ी देर में फिर से पूछें।
given-up-late = मैं बहुत देर तक बंद रहा, इसलिए यहां आगे नहीं बढ़ सकता। कृपया फिर से पूछें।
# Behind a notice: what the operator of the chatbot finds the request by.
request-id = (रिक्वेस्ट { $request_id })

## Lists

# Between two things of a list, such as files, channels or permissions.
list-separator = { ", " }
