# The buttons under a reply (34 characters at most), and what a member is told after a press. Only
# they see that.

control-stop = रोकें
control-regenerate = नया जवाब
control-try-again = फिर से कोशिश करें
control-sources = स्रोत
control-resolved = हल हो गया
control-help = मदद मांगें
control-asking-again = मैं फिर से पूछ रहा हूं। नया जवाब इसकी जगह ले लेगा।

## What "Resolved" has done. $tag: a tag of the forum, $closes: whether the thread is closed.

control-resolved-tagged =
    इसे अब “{ $tag }” टैग लगाकर हल हो चुका मार्क कर दिया गया है।{ $closes ->
        [yes] {" "}मैं यह थ्रेड बंद कर रहा हूं; नया मैसेज आने पर यह फिर से खुल जाएगा।
       *[no] {""}
    }
control-resolved-full =
    अच्छा हुआ कि यह हल हो गया! यहां उतने टैग लग चुके हैं जितने Discord में लग सकते हैं, इसलिए मैं “{ $tag }” नहीं जोड़ सकता।{ $closes ->
        [yes] {" "}मैं अब यह थ्रेड बंद कर रहा हूं; नया मैसेज आने पर यह फिर से खुल जाएगा।
       *[no] {""}
    }
control-resolved-done =
    अच्छा हुआ कि यह हल हो गया!{ $closes ->
        [yes] {" "}मैं यह थ्रेड बंद कर रहा हूं; नया मैसेज आने पर यह फिर से खुल जाएगा।
       *[no] {""}
    }

## Why nothing happens

control-not-yours = ऐसा सिर्फ़ सवाल पूछने वाले और यहां मैसेज मैनेज करने की परमिशन रखने वाले मेंबर्स कर सकते हैं।
control-not-yours-to-resolve = ऐसा सिर्फ़ सवाल पूछने वाले और यहां थ्रेड्स मैनेज करने की परमिशन रखने वाले मेंबर्स कर सकते हैं।
control-resolved-forbidden = अब मैं यहां ऐसा नहीं कर सकता: मुझे “थ्रेड्स मैनेज करें” परमिशन चाहिए।
control-resolved-answering = मैं यहां अभी एक सवाल का जवाब दे रहा हूं, और इससे यह थ्रेड बंद हो जाएगा। जवाब पूरा होने पर कृपया फिर से दबाएं।
control-resolved-gone = यह नहीं हो पाया: अभी-अभी किसी और ने यह थ्रेड बंद कर दिया या बदल दिया। कृपया फिर से कोशिश करें।
control-resolved-failed = Discord मुझे अभी ऐसा नहीं करने दे रहा। कृपया थोड़ी देर में फिर से कोशिश करें।
control-over = यह जवाब पहले ही पूरा हो चुका है।
control-elsewhere = मैं अभी रीस्टार्ट हो रहा हूं। कृपया एक मिनट बाद फिर से दबाएं।
control-forgotten = इसके लिए जो चाहिए, वह अब मेरे पास नहीं है। कृपया अपना सवाल फिर से पूछें।
control-not-newest = बातचीत में सिर्फ़ सबसे नए जवाब के लिए दोबारा पूछा जा सकता है।
control-not-over = मैं इस सवाल का जवाब अभी दे रहा हूं।
control-sources-gone = इस जवाब के स्रोत अब मेरे पास नहीं हैं: मैं उन्हें बस कुछ समय तक रखता हूं।
control-question-gone = मैं अब पूरा सवाल नहीं पढ़ सकता। कृपया उसे फिर से पूछें।
control-asker-opted-out = जिन्होंने यह पूछा था, उनमें से किसी ने मुझे अपने मैसेज पढ़ने से मना किया है, इसलिए मैं इसे फिर से नहीं पूछ सकता।

## Votes on an answer. Of the form: its title and labels 45 characters, a description and an option 100.

vote-counted = धन्यवाद! आपका 👍 गिन लिया गया है।
vote-changed = आपका वोट अब 👍 है।
vote-known = आपका 👍 पहले ही गिना जा चुका है और बना रहेगा।
vote-form = इसमें क्या गलत था?
vote-form-about = आपका 👎 गिन लिया गया है, चाहे आप यह फ़ॉर्म भरें या बंद कर दें।
vote-reasons = जो सही लगे, चुनें
vote-reason-wrong = जवाब गलत है
vote-reason-outdated = जवाब पुराना हो चुका है
vote-reason-off-topic = यह सवाल का जवाब नहीं है
vote-reason-incomplete = कुछ छूट गया है
vote-reason-unclear = समझना मुश्किल है
vote-comment = अपने शब्दों में
vote-comment-about = मुझे चलाने वाले इसे पढ़ सकते हैं। कृपया कोई निजी बात न लिखें।
vote-explained = धन्यवाद! इसे आपके 👎 के साथ जोड़ दिया गया है।
vote-forgotten = यह जवाब अब मेरे पास नहीं है, इसलिए मैं आपका वोट नहीं गिन सकता।
vote-not-kept = ⚠️ मैं इसे अभी सेव नहीं कर पाया। कृपया थोड़ी देर में बटन फिर से दबाएं।
vote-not-down = इस जवाब पर आपका 👎 नहीं है, इसलिए मैंने इसे सेव नहीं किया। कुछ जोड़ने के लिए 👎 दबाएं।

## Endings of a reply

ending-stopped = रोक दिया गया, क्योंकि किसी ने बटन दबाया।

## The sources of an answer. The buttons that turn the pages are 34 characters at most.

sources-cited = जवाब में बताए गए
sources-consulted = देखे गए, पर बताए नहीं गए
# Behind the name of a source: where in it. $page: a text, such as 12, 12–14 or iv.
sources-place = , पेज { $page }
# $excerpt: what the source says, in its language.
sources-excerpt = “{ $excerpt }”
sources-untitled = बिना टाइटल के
sources-page = { $pages } में से पेज { $page }
sources-back = पीछे
sources-next = आगे
