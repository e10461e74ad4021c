# Che cosa decide un server per il bot, e che cosa ne leggono i suoi membri.

## Rifiuti

press-not-private = Quel pulsante è per un messaggio che vedi solo tu. Usa direttamente il comando.
refused-channel = In questo canale non sono attivo. Chi gestisce il server può cambiarlo con `/settings`.
refused-shut-out = Su questo server non sono qui per te: l’ha deciso chi lo gestisce. Se pensi che sia un errore, chiedi spiegazioni a chi gestisce il server.
refused-role = Qui rispondo solo ai membri con certi ruoli. Chiedi quali a chi gestisce il server.
refused-paused-server = Sono in pausa: chi gestisce questo server mi ha fermato qui. Non risponderò più tardi a questa domanda, quindi falla di nuovo quando torno, per favore.
refused-day-guild-member =
    { $limit ->
        [one] Su questo server mi hai fatto la tua unica domanda di oggi.
       *[other] Su questo server mi hai fatto le tue { $limit } domande di oggi.
    } Qui puoi chiedere di nuovo <t:{ $until }:R>.
refused-day-channel = Questo canale ha esaurito le sue domande di oggi. Qui rispondo di nuovo <t:{ $until }:R>.

## Impostazioni

settings-outdated = Qualcun altro ha appena cambiato queste impostazioni. Guardale come sono adesso, poi riprova.
