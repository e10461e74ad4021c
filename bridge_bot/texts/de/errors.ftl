# Was Mitglieder über einen Fehler lesen: ein Satz für jeden Fehler in `core/errors.py`.

error-unexpected = Bei mir ist etwas schiefgegangen. Bitte versuche es noch einmal.
error-store = Ich konnte mir diese Unterhaltung gerade nicht merken. Bitte versuche es gleich noch einmal.
error-platform = Discord hat meine Antwort nicht angenommen.
error-platform-forbidden = Ich darf hier nicht weiterschreiben.
error-text-refused = Der Discord-Filter dieses Servers hat den Text abgelehnt, deshalb kann ich ihn hier nicht zeigen.
error-api-unexpected = Der Chatbot hat keine Antwort gegeben. Bitte versuche es noch einmal.
error-api-unreachable = Ich erreiche den Chatbot gerade nicht. Bitte versuche es gleich noch einmal.
error-api-connection-lost = Die Verbindung zum Chatbot ist abgerissen, bevor er geantwortet hat. Bitte versuche es noch einmal.
error-api-timeout = Der Chatbot hat zu lange gebraucht. Bitte versuche es gleich noch einmal.
error-intermediary-refused =
    Etwas zwischen mir und dem Chatbot hat die Frage abgelehnt (Status { $status }{ $server ->
        [unknown] {""}
       *[other] , von { $server }
    }). Wenn das so bleibt, muss sich darum kümmern, wer mich betreibt.
error-api-refused = Der Chatbot hat meinen Schlüssel abgelehnt, oder sein Abo ist abgelaufen. Darum muss sich kümmern, wer mich betreibt.
error-api-bot-unknown = Den Chatbot, mit dem ich eingerichtet bin, gibt es nicht. Darum muss sich kümmern, wer mich betreibt.
error-api-rate-limited =
    Der Chatbot bekommt gerade zu viele Fragen. Bitte versuche es { $minutes ->
        [0] gleich
        [one] in einer Minute
       *[other] in { $minutes } Minuten
    } noch einmal.
error-api-busy = Der Chatbot ist gerade ausgelastet oder hat ein Problem. Bitte versuche es gleich noch einmal.
error-api-rejected = Der Chatbot hat diese Frage nicht angenommen.
error-api-malformed = Die Antwort des Chatbots war nicht zu verstehen. Bitte versuche es noch einmal.
error-answer-too-long = Die Antwort ist länger, als ich zeigen kann, deshalb endet sie hier.
error-api-broken-off = Die Antwort ist hier abgebrochen. Bitte frag noch einmal.
