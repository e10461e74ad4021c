# Was in einer Antwort und um sie herum steht, und der Name ihres Threads (100 Zeichen).

## Threads

thread-name-neutral = Frage
# Steht hinter einer Erwähnung der Person, die gefragt hat, und über einem Zitat der Frage.
private-thread =
    Ich antworte dir hier, wo nur du und die Moderation mitlesen. { $link ->
        [none] Du hast mich gefragt:
       *[other] Du hast mich in { $link } gefragt:
    }

## Während eine Antwort auf sich warten lässt, und über ihr

delayed-queued = Beim Chatbot warten gerade viele Fragen. Deine ist in der Schlange.
delayed-retrying = Der Chatbot hat gerade Schwierigkeiten. Ich versuche es weiter.
delayed-slow = Der Chatbot lässt sich Zeit. Ich warte noch auf seine Antwort.
context-lost = Der Chatbot weiß von unserer bisherigen Unterhaltung nichts mehr, deshalb beginnt mit dieser Antwort eine neue.

## Wie eine Antwort endet

ending-notice = ⚠️ { $notice }
ending-interrupted = Ich starte gerade neu und schreibe diese Antwort danach fertig.
ending-question-deleted = Ich habe hier aufgehört, weil die Frage gelöscht wurde.
answer-attached = Die Antwort geht noch weiter: In dieser Datei steht sie ganz.
answer-complete = Deine Antwort ist fertig.
sources = Quellen: { $list }
mention-needed = Erwähne mich in diesem Thread in jeder Frage: Nachrichten ohne Erwähnung kann ich nicht lesen.
reply-empty = Dazu hatte der Chatbot nichts zu sagen.
given-up-crashing = Bei dieser Frage bin ich zweimal ausgefallen, deshalb versuche ich sie nicht noch einmal. Bitte frag mit anderen Worten.
given-up-ended = Die Antwort endete hier. Bitte frag noch einmal.
given-up-stopped = Ich starte gerade neu und kann diese Antwort danach nicht fortsetzen. Bitte frag gleich noch einmal.
given-up-late = Ich war zu lange weg, um hier weiterzumachen. Bitte frag noch einmal.
request-id = (Anfrage { $request_id })

## Listen

# Zwischen zwei Dingen einer Liste, etwa Dateien, Kanälen oder Berechtigungen.
list-separator = { ", " }
