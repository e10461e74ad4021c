# Calling people to a conversation, and keeping quiet for them. A `…-description` is 100 characters at
# most. $member and $role are mentions.

## The commands

handoff-description = इस सर्वर पर मदद करने वाले लोगों को इस बातचीत में बुलाएं
resume-description = जहां मैं लोगों के लिए चुप हूं, वहां मुझे फिर से जवाब देने दें

## What all can read

# Behind a mention of the role that is called.
handoff-call = { $member } को यहां मदद चाहिए। जब तक कोई `/resume` इस्तेमाल न करे, मैं इस बातचीत में चुप रहूंगा। मुझे मेंशन करें, तो मैं फिर भी जवाब दूंगा।
resume-done = मैं यहां फिर से जवाब दे रहा हूं।

## What only who used the command or the button reads

handoff-called = मैंने { $role } को बुलाया है। मौका मिलते ही वे यहां आएंगे, और तब तक मैं चुप रहूंगा।
handoff-called-lately = यहां लोगों को पहले ही बुलाया जा चुका है। आप दोबारा बुला सकते हैं: <t:{ $until }:R>
handoff-too-many = पिछले एक घंटे में इस सर्वर पर लोगों को बहुत बार बुलाया गया है। आप दोबारा बुला सकते हैं: <t:{ $until }:R>
handoff-no-role = इस सर्वर पर यह तय नहीं है कि किसे बुलाया जाए। सर्वर मैनेज करने वाले इसे `/settings` से तय कर सकते हैं।
handoff-unreachable = यहां मदद करने वाले लोगों को मैं नहीं बुला सकता: उनका रोल अब नहीं है, या मुझे उसे मेंशन करने की परमिशन नहीं है। इसलिए अभी किसी को इसका पता नहीं है। सर्वर मैनेज करने वाले इसे `/settings` से बदल सकते हैं।
handoff-failed = Discord ने मेरा बुलावा स्वीकार नहीं किया, इसलिए किसी को नहीं बुलाया गया। कृपया थोड़ी देर में फिर से कोशिश करें।
handoff-direct = डायरेक्ट मैसेज में बुलाने के लिए कोई नहीं है। मुझसे किसी सर्वर पर पूछें और लोगों को वहां बुलाएं।
handoff-outside = `/handoff` का इस्तेमाल उस थ्रेड में करें जिसमें मैं जवाब देता हूं, या मेरे जवाब के नीचे “मदद मांगें” दबाएं।
resume-not-quiet = मैं यहां चुप नहीं हूं। बस मुझसे पूछें।
resume-not-yours = ऐसा सिर्फ़ सबसे पहले पूछने वाले, यहां मदद करने वाले और मैसेज या थ्रेड्स मैनेज करने की परमिशन रखने वाले मेंबर्स कर सकते हैं।
