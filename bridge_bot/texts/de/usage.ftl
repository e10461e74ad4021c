# /usage und `bridge-bot usage`: wie viel der Bot genutzt wird.

usage-description = Wie viel ich auf diesem Server genutzt werde und wie es läuft
usage-days-name = tage
usage-days-description = Für wie viele Tage; 7, wenn du nichts angibst
usage-title = **So viel wurde ich hier { $days ->
    [one] heute
   *[other] in den letzten { $days } Tagen
} genutzt**
usage-none = Auf diesem Server hat mich { $days ->
    [one] heute
   *[other] in den letzten { $days } Tagen
} niemand etwas gefragt.
usage-legend = -# *frg*: Fragen an den Chatbot · *ok*: vollständige Antworten · *fhl*: fehlgeschlagen · *abb*: vorzeitig angehalten · *50 %*, *95 %*: so viele Antworten begannen innerhalb dieser Zeit nach der Frage · *+*, *–*: Bewertungen 👍 und 👎. Ein Tag ist einer in UTC; was gerade erst war, fehlt vielleicht noch.
usage-not-allowed = Das sieht nur, wer diesen Server verwaltet.
usage-total = gesamt
usage-unknown-channel = gelöschter Kanal
usage-hidden-channel = Kanal, den du nicht siehst
usage-default-chat-bot = Standard-Chatbot
usage-private = Direktnachrichten, und wo die Antwort nur sieht, wer gefragt hat
usage-more = und noch { $count }

## Köpfe der Spalten, so kurz wie möglich: Die Tabelle muss auf ein Handy passen

usage-column-asked = frg
usage-column-done = ok
usage-column-failed = fhl
usage-column-stopped = abb
usage-column-within-50 = 50 %
usage-column-within-95 = 95 %
usage-column-up = +
usage-column-down = –
usage-by-day = Tag
usage-by-channel = Kanal
usage-by-chat-bot = Chatbot
usage-by-guild = Server
