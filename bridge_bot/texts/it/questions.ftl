# Che cosa legge un membro di una domanda senza risposta.

## Suggerimenti

hint-empty = Chiedimi qualcosa: scrivi la tua domanda dopo il mio nome.

## Rifiuti

refused-guild = Non sono attivo per questo server. Chi mi gestisce può aggiungerlo.
refused-dms = Non rispondo ai messaggi diretti. Fammi le domande su un server.
refused-dms-stranger = Rispondo ai messaggi diretti solo se vengono da membri dei server per cui sono attivo.
refused-too-many =
    Che velocità! Puoi fare { $limit ->
        [one] una domanda
       *[other] { $limit } domande
    } al minuto; riprova tra { $seconds ->
        [one] un secondo
       *[other] { $seconds } secondi
    }.
refused-day-member =
    { $limit ->
        [one] Mi hai fatto la tua unica domanda di oggi.
       *[other] Mi hai fatto le tue { $limit } domande di oggi.
    } Puoi chiedere di nuovo <t:{ $until }:R>.
refused-day-guild = Questo server ha esaurito le sue domande di oggi. Qui rispondo di nuovo <t:{ $until }:R>.
refused-day-all = Ho esaurito tutte le mie domande di oggi. Rispondo di nuovo <t:{ $until }:R>.
refused-paused = Sono in pausa: mi ha fermato chi mi gestisce. Non risponderò più tardi a questa domanda, quindi falla di nuovo quando torno, per favore.
refused-queue-full =
    { $limit ->
        [one] Qui aspetta già una domanda.
       *[other] Qui aspettano già { $limit } domande.
    } Fammi prima rispondere, poi chiedi di nuovo.
refused-forbidden = In questo canale non posso scrivere. Chi gestisce il server può darmi il permesso di inviare messaggi e di creare thread.
refused-forbidden-voice = In questo canale non posso scrivere. Chi gestisce il server può darmi il permesso di connettermi al canale e di inviare messaggi.
refused-private-thread-forbidden = Qui rispondo solo in thread privati, e non ho il permesso di aprirne. Chi gestisce il server può darmi il permesso di creare thread privati e di inviare messaggi nei thread.
refused-no-private-threads = Qui rispondo solo in thread privati, e questo tipo di canale non ne ha. Chi gestisce il server può farmi rispondere altrove, con /settings.
refused-private-thread-busy = Qui rispondo solo in thread privati, e al momento Discord non me ne lascia aprire. Chiedi di nuovo tra qualche minuto, per favore.
refused-no-member = Non sono membro di questo server: sono stati aggiunti solo i miei comandi, quindi qui non posso rispondere. Chi gestisce il server può invitarmi: { $link }
refused-member = Rispondo solo dove puoi scrivere anche tu, e qui non puoi.
refused-member-voice = Rispondo solo dove puoi scrivere anche tu. Per scrivere in questo canale ti serve il permesso di connetterti.
refused-member-locked = Rispondo solo dove puoi scrivere anche tu, e questo thread è bloccato.
refused-member-timed-out = Rispondo solo dove puoi scrivere anche tu, e su questo server hai un timeout in corso.
refused-slow-mode = Qui è attiva la modalità lenta, anche per le tue domande. Puoi chiedere di nuovo <t:{ $until }:R>.

## Domande modificate

# Una domanda la cui risposta continua come prima. $reason: uno dei rifiuti, o il testo seguente.
edited-not-asked = Continuo la risposta alla tua domanda com’era prima. { $reason }
edited-too-often =
    L’hai modificata { $limit ->
        [one] una volta
       *[other] { $limit } volte
    } mentre rispondevo.
