# /usage e `bridge-bot usage`: quanto si usa il bot. Una `…-description`: al massimo 100 caratteri.

usage-description = Quanto mi si usa su questo server, e come va
usage-days-name = giorni
usage-days-description = Di quanti giorni; 7 se non dici nulla
usage-title = **Quanto sono stato usato qui { $days ->
    [one] oggi
   *[other] negli ultimi { $days } giorni
}**
usage-none = Su questo server nessuno mi ha chiesto nulla { $days ->
    [one] oggi
   *[other] negli ultimi { $days } giorni
}.
usage-legend = -# *dom*: domande inviate al chatbot · *ok*: risposte complete · *fal*: fallite · *fer*: fermate prima della fine · *50%*, *95%*: questa parte delle risposte è iniziata entro questo tempo dalla domanda · *+*, *–*: voti 👍 e 👎. I giorni sono in UTC; può mancare quello che è appena successo.
usage-not-allowed = Può vederlo solo chi gestisce questo server.
usage-total = in tutto
usage-unknown-channel = canale eliminato
usage-hidden-channel = canale che non vedi
usage-default-chat-bot = predefinito
usage-private = messaggi diretti, e dove la risposta la vede solo chi chiede
usage-more =
    { $count ->
        [one] e un altro
       *[other] e altri { $count }
    }

## Titoli delle colonne, brevi il più possibile: la tabella deve stare su un telefono

usage-column-asked = dom
usage-column-done = ok
usage-column-failed = fal
usage-column-stopped = fer
usage-column-within-50 = 50%
usage-column-within-95 = 95%
usage-column-up = +
usage-column-down = –
usage-by-day = giorno
usage-by-channel = canale
usage-by-chat-bot = chatbot
usage-by-guild = server
