# Che cosa trova il dottore: `doctor-<code>` dice che cosa non va, `doctor-<code>-hint` come si rimedia.
# Un suggerimento “-” vuol dire: non c'è nulla da fare.

doctor-description = Che cosa non va in me qui, e come si rimedia
doctor-not-allowed = Solo i membri con il permesso “Gestisci server” possono vedere che cosa non va in me qui.
doctor-outside = Mi occupo solo dei server di cui sono membro. Usa /doctor su uno di quelli.
doctor-head = **Che cosa ho trovato su questo server**
doctor-all-well = ✅ Qui non ho trovato nulla che non vada.
doctor-finding =
    { $sign } { $message }
    -# → { $hint } `{ $id }`
doctor-finding-alone =
    { $sign } { $message }
    -# `{ $id }`
doctor-more =
    { $count ->
        [one] -# E un’altra segnalazione.
       *[other] -# E altre { $count } segnalazioni.
    }
doctor-and-more =
    { $more ->
        [one] { $shown } e un altro
       *[other] { $shown } e altri { $more }
    }

## Il comando bridge-bot check

doctor-check-well = Va tutto bene.
doctor-check-counts = errori: { $errors }, avvisi: { $warnings }, note: { $notes }
doctor-check-asking = Faccio una domanda alla Chat API; si paga come ogni altra.
doctor-check-question = Ciao, funzioni?

## Impostazioni

doctor-E101 = { $problem }
doctor-E101-hint = Impostalo in .env o nell’ambiente; .env.example spiega ogni impostazione.
doctor-W102 = { $problem }
doctor-W102-hint = -
doctor-W103 = Secondo le impostazioni i membri possono aggiungermi al proprio account, ma secondo l’applicazione no.
doctor-W103-hint = Esegui `bridge-bot check --fix`, o attiva “User Install” nel Developer Portal → la tua applicazione → Installation. Oppure imposta ALLOW_USER_INSTALL=false.
doctor-E104 = Una frase di TEXTS_DIR non si può usare, quindi il bot non partirebbe. { $problem }
doctor-E104-hint = Correggila o toglila; docs/translating.md spiega come può essere una frase.

## Discord

doctor-E201 = Discord rifiuta il token.
doctor-E201-hint = Copialo di nuovo dal Developer Portal → la tua applicazione → Bot → Reset Token, e impostalo come DISCORD_TOKEN.
doctor-E202 = Non è possibile interrogare Discord: { $reason }
doctor-E202-hint = Controlla la rete, il firewall e il proxy di questa macchina, e la pagina di stato di Discord; poi esegui di nuovo.
doctor-E203 = Il “Message Content Intent” è disattivato, quindi il bot non si avvierebbe.
doctor-E203-hint = Esegui `bridge-bot check --fix`, o attivalo nel Developer Portal → la tua applicazione → Bot → Privileged Gateway Intents. Oppure imposta MESSAGE_CONTENT=false; allora i membri devono menzionare il bot in ogni domanda.
doctor-N204 = Il “Message Content Intent” è attivo, ma con MESSAGE_CONTENT=false non si usa.
doctor-N204-hint = Le regole di Discord chiedono di non avere più accesso di quello che si usa: disattivalo nel Developer Portal → la tua applicazione → Bot.
doctor-W205 = Il pulsante “Aggiungi app” dell’applicazione non chiede tutto quello che il bot usa: { $missing }
doctor-W205-hint = Esegui `bridge-bot check --fix`, o impostalo nel Developer Portal → la tua applicazione → Installation → Default Install Settings.
doctor-E206 = È impostato un “Interactions Endpoint URL”, quindi Discord manda lì comandi e pulsanti premuti, e non al bot.
doctor-E206-hint = Svuotalo nel Developer Portal → la tua applicazione → General Information.
doctor-E207 = Oggi Discord non lascia iniziare altre sessioni. Dopo un’altra, Discord reimposta il token.
doctor-E207-hint =
    Aspetta { $hours ->
        [one] un’ora
       *[other] { $hours } ore
    }, e scopri perché il bot è stato avviato così spesso. Un bot già in funzione continua.
doctor-W208 =
    Discord lascia iniziare solo { $left ->
        [one] un’altra sessione
       *[other] altre { $left } sessioni
    } entro { $hours ->
        [one] un’ora
       *[other] { $hours } ore
    }.
doctor-W208-hint = Scopri perché il bot viene avviato così spesso, o perde la connessione.
doctor-N209 = Discord non conosce ancora i comandi.
doctor-N209-hint = Glieli comunica il bot quando si avvia: `bridge-bot run`.
doctor-W210 = Discord ha comandi diversi da questa versione: { $names }
doctor-W210-hint = Avvia questa versione una volta: `bridge-bot run`. Se è in funzione, il suo log dice perché Discord non li ha accettati.
doctor-N211 =
    Il “Message Content Intent” non è ancora verificato: Discord lo chiede da 10.000 utenti in su, e i server del bot hanno { $count ->
        [one] un membro
       *[other] { $count } membri
    }.
doctor-N211-hint = -
doctor-W212 = Discord verifica il “Message Content Intent” di questo bot, perché lo vedono più di 10.000 utenti o perché è già stato approvato: va richiesto, e di nuovo ogni anno.
doctor-W212-hint = Guarda la data nel Developer Portal → la tua applicazione → Bot. Dopo un avviso ci sono 90 giorni; chi li lascia passare perde l’intent.
doctor-N213 =
    Il bot è su { $count ->
        [one] un server
       *[other] { $count } server
    } e non è verificato. Finché non lo è, non si può aggiungere a più di 100.
doctor-N213-hint = Fai richiesta nel Developer Portal → la tua applicazione → App Verification.
doctor-E214 =
    { $servers ->
        [one] Un server è troppo
       *[other] { $servers } server sono troppi
    } per { $shards ->
        [one] uno shard
       *[other] { $shards } shard
    }: Discord ne permette 2.500 a ciascuno.
doctor-E214-hint = Togli SHARD_COUNT e SHARD_IDS per seguire il consiglio di Discord, o aumenta SHARD_COUNT.
doctor-N215 = Il bot non è ancora su nessun server.
doctor-N215-hint = Invitalo: { $link }
doctor-N216 =
    { $count ->
        [one] È stato controllato un solo server su { $all }.
       *[other] Sono stati controllati solo { $count } server su { $all }.
    }
doctor-N216-hint = Chi gestisce un server vede con /doctor che cosa non va lì.
doctor-W217 = Non è stato possibile controllare il server: Discord non ne ha comunicato i canali.
doctor-W217-hint = Esegui di nuovo tra poco.
doctor-W218 = Non è stato riparato nulla: { $reason }
doctor-W218-hint = Fallo nel Developer Portal, come dicono le altre segnalazioni.
doctor-N219 = Riparato: bridge-bot.{ $code }
doctor-N219-hint = -

## Un server

doctor-E301 = Non vedo { $places }, dove c’è qualcosa di impostato per me: non ho “Visualizza canale”.
doctor-E301-hint = Dai lì al mio ruolo “Visualizza canale”, o annulla con /settings quello che è impostato.
doctor-E302 = Non posso rispondere in { $places }: non ho “Invia messaggi”.
doctor-E302-hint = Dai lì al mio ruolo “Invia messaggi”, oppure “Crea thread pubblici” e “Invia messaggi nei thread” dove rispondo in thread.
doctor-E303 = Non posso rispondere in { $places }: non ho “Connetti”.
doctor-E303-hint = Dai lì al mio ruolo “Connetti” e “Invia messaggi”.
doctor-E304 = Non posso rispondere in { $places }: non ho “Invia messaggi nei thread”.
doctor-E304-hint = Dai lì al mio ruolo “Invia messaggi nei thread”.
doctor-E305 = Non rispondo a nulla in { $places }: le risposte devono essere private, e non ho “Crea thread privati”.
doctor-E305-hint = Dai lì al mio ruolo “Crea thread privati”, o scegli un altro posto per le risposte con /settings.
doctor-E306 = Non rispondo a nulla in { $places }: le risposte devono essere private, e lì non ci sono thread privati.
doctor-E306-hint = Scegli un altro posto per le risposte con /settings.
doctor-W307 = Non ho “Gestisci thread” in { $places }, quindi chi chiede può far entrare altri membri in un thread privato.
doctor-W307-hint = Dai lì al mio ruolo “Gestisci thread”.
doctor-W308 = Non ho “Crea thread pubblici” in { $places }, quindi rispondo nel canale.
doctor-W308-hint = Dai lì al mio ruolo “Crea thread pubblici”, o scegli il canale come posto per le risposte con /settings.
doctor-W309 = Non ho “Invia messaggi nei thread” in { $places }, quindi rispondo nel canale, e nei thread per niente.
doctor-W309-hint = Dai lì al mio ruolo “Invia messaggi nei thread”.
doctor-W310 = Non ho “Allega file” in { $places }, quindi una risposta molto lunga finisce prima.
doctor-W310-hint = Dai lì al mio ruolo “Allega file”.
doctor-W311 = Non ho “Leggi cronologia messaggi” in { $places }, quindi non posso rispondere ai messaggi, né trovare quello che mi sono perso.
doctor-W311-hint = Dai lì al mio ruolo “Leggi cronologia messaggi”.
doctor-N312 = Non ho “Aggiungi reazioni” in { $places }, quindi nessuno vede che una domanda deve aspettare.
doctor-N312-hint = Dai lì al mio ruolo “Aggiungi reazioni”.
doctor-N313 = Vedo { $places }, ma lì non posso rispondere.
doctor-N313-hint = Se è voluto, lascia così. Altrimenti usa /doctor lì per vedere che cosa mi manca.
doctor-E314 = Non posso chiamare nessuno in aiuto in { $places }: il ruolo da chiamare non c’è più, o non posso menzionarlo.
doctor-E314-hint = Permetti a tutti di menzionare il ruolo, o dammi “Menziona @everyone, @here e tutti i ruoli”. Se non c’è più, scegline un altro con /settings.
doctor-E315 = Quello che si dice delle risposte in { $places } va perso: non posso scrivere nel canale per il feedback.
doctor-E315-hint = Dai lì al mio ruolo “Visualizza canale” e “Invia messaggi”, o scegli un altro canale con /settings.
doctor-W316 = C’è qualcosa di impostato per canali che non esistono più: { $places }
doctor-W316-hint = Non c’è nulla da fare, a meno che tu intendessi un altro canale: dai un’occhiata con /settings.
doctor-E317 = I ruoli che possono fare domande non ci sono più, quindi nessuno può farne.
doctor-E317-hint = Scegline altri, o nessuno, con /settings.
doctor-W318 = È scelto un chatbot che non c’è più: { $names }
doctor-W318-hint = Scegline un altro con /settings. Fino ad allora risponde quello predefinito.
doctor-W319 = Ogni messaggio in { $places } dovrebbe essere una domanda, ma funziono senza “Message Content Intent”, quindi leggo solo quelli che mi menzionano.
doctor-W319-hint = Menzionami lì, o chiedi a chi mi gestisce di attivare l’intent.
doctor-N320 = Per { $places } sono attivi fonti o pulsanti, ma chi mi gestisce li ha disattivati per tutti i server.
doctor-N320-hint = -
doctor-W321 = Chi gestisce questo server mi ha messo in pausa qui.
doctor-W321-hint = Termina la pausa con /settings.
doctor-E322 = Sono in timeout, quindi qui non posso scrivere nulla.
doctor-E322-hint = Termina il mio timeout nell’elenco dei membri.
doctor-W323 = Non sono per questo server: chi mi gestisce ne ha indicati solo altri.
doctor-W323-hint = Aggiungi l’ID del server ad ALLOWED_GUILDS, o rimuovi il bot dal server.
doctor-N324 = Non sono attivo in { $places }.
doctor-N324-hint = Attivami lì con /settings.
doctor-W325 = È raggiunto il limite di domande al giorno { $scope }: { $limit }. Si riprende <t:{ $until }:R>.
doctor-W325-hint = Aumenta il limite con /settings, o chiedi a chi mi gestisce, se lo ha posto lui.
doctor-N326 = Nell’ultima ora { $count } × rifiuto: { $reason }
doctor-N326-hint = -
doctor-W327 = Nell’ultima ora { $count } × nessuna risposta completa: { $reason }
doctor-W327-hint = Se continua, avvisa chi mi gestisce.
doctor-W328 = Al momento il chatbot non risponde: { $reason }
doctor-W328-hint = Chi mi gestisce lo vede nel log. Qui non c’è nulla da fare.
doctor-N329 =
    { $minutes ->
        [0] La mia ultima risposta completa, su qualsiasi server, è di meno di un minuto fa.
        [one] La mia ultima risposta completa, su qualsiasi server, è di un minuto fa.
       *[other] La mia ultima risposta completa, su qualsiasi server, è di { $minutes } minuti fa.
    }
doctor-N329-hint = -
doctor-W330 = Al momento non riesco a leggere che cosa è impostato per questo server.
doctor-W330-hint = Riprova tra poco. Se continua, avvisa chi mi gestisce.
doctor-W331 = Chi mi gestisce mi ha messo in pausa, quindi al chatbot non si chiede nulla.
doctor-W331-hint = `bridge-bot resume` termina la pausa.
doctor-scope-guild = di questo server
doctor-scope-channel = di questo canale
doctor-scope-all = di tutti i server insieme

## Il database

doctor-E401 = Il database non si può usare: { $reason }
doctor-E401-hint = Controlla DATABASE_URL, e che cosa dice docs/database.md.
doctor-N402 = Il database non c’è ancora.
doctor-N402-hint = Lo crea il bot quando si avvia.
doctor-N403 = Il database è di una versione precedente.
doctor-N403-hint = Lo aggiorna il prossimo avvio, o `bridge-bot migrate`; docs/backup.md spiega come tornare indietro.
doctor-N404 = Sul database è in funzione un bot (processo { $process }).
doctor-N404-hint = Quello che ha visto di recente è nel suo log e, server per server, in /doctor.
doctor-W406 =
    { $limit ->
        [one] L’unica richiesta di oggi è esaurita, quindi nessuna domanda riceve risposta.
       *[other] Tutte le { $limit } richieste di oggi sono esaurite, quindi nessuna domanda riceve risposta.
    }
doctor-W406-hint = Aumenta QUESTIONS_PER_DAY, o aspetta: i giorni sono in UTC.
# $reason: il nome di un errore, come nel log.
doctor-W407 =
    { $count ->
        [one] L’ultima risposta non è completa; è finita con { $reason }.
       *[other] Nessuna delle ultime { $count } risposte è completa; l’ultima è finita con { $reason }.
    }
doctor-W407-hint = Guarda nel log che cosa è successo. `bridge-bot check --ask` fa una domanda, che si paga.
doctor-N408 = Ultime risposte, complete: { $done }; incomplete: { $failed }.
doctor-N408-hint = -

## La Chat API

doctor-E501 = { $host } non è raggiungibile: { $reason }
doctor-E501-hint = Controlla CHAT_API_BASE_URL, e la rete, il firewall e il proxy di questa macchina.
doctor-N502 = { $host } è raggiungibile. Se accetta la chiave e conosce il chatbot si può sapere solo con una domanda, che si paga.
doctor-N502-hint = `bridge-bot check --ask` ne fa una.
doctor-E503 = La Chat API non ha dato nessuna risposta: { $reason }
doctor-E503-hint = Controlla CHAT_API_KEY, CHAT_BOT_UID e l’abbonamento.
doctor-N504 = La Chat API ha risposto in { $seconds } s. Quella domanda si è pagata.
doctor-N504-hint = -
doctor-W505 = CHAT_API_BASE_URL inizia con http://, quindi la chiave e tutte le domande passano in chiaro sulla rete.
doctor-W505-hint = Usa https://.

## Questa macchina

doctor-W601 = L’orologio di questa macchina differisce di { $seconds } s da quello di Discord.
doctor-W601-hint = Fallo regolare da un servizio come chrony o systemd-timesyncd. Fino ad allora gli orari nel log sono sbagliati.
doctor-N602 = { $versions }
doctor-N602-hint = -
doctor-N701 = { $proxy }
doctor-N701-hint = -

## Il bot in funzione, dalla sua porta di controllo

doctor-W801 = Il bot in funzione non è pronto: { $reasons }
doctor-W801-hint = docs/operating.md dice che cosa significa ogni motivo. Il bot ci lavora da solo; un nuovo avvio costa una delle sessioni che Discord concede al giorno.
doctor-N802 = Il bot in funzione è pronto: sente le domande e può accoglierle.
doctor-N802-hint = -
doctor-W803 = L’ultima richiesta del bot in funzione alla Chat API non è riuscita: { $reason }
doctor-W803-hint = Il log dice di più. `bridge-bot check --ask` fa una domanda, che si paga.
doctor-N804 = Domande rifiutate dall’avvio: { $counts }
doctor-N804-hint = Chi gestisce un server vede con /doctor che cosa è stato rifiutato lì.
doctor-W805 = Eventi di Discord saltati dall’avvio perché illeggibili: { $counts }
doctor-W805-hint = Il log ha il motivo di ogni tipo. Un bridge-bot più recente forse sa leggerli.
doctor-W806 = Richieste limitate da Discord dall’avvio: { $counts }
doctor-W806-hint = Qualcuna con ambito “shared” è normale. Per “global” abbassa DISCORD_REQUESTS_PER_SECOND; per “address” guarda chi altro usa l’indirizzo di questa macchina.
doctor-W807 = Richieste alla Chat API non riuscite dall’avvio: { $counts }
doctor-W807-hint = Il log dice di più su ognuna.

## Perché delle domande sono state rifiutate e delle risposte non sono riuscite, in poche parole

doctor-reason-refused-channel = il bot non è attivo in quel canale
doctor-reason-refused-shut-out = il membro è escluso
doctor-reason-refused-role = il membro non ha nessuno dei ruoli che possono fare domande
doctor-reason-refused-paused-server = il server ha messo in pausa il bot
doctor-reason-refused-paused = chi gestisce il bot l’ha messo in pausa
doctor-reason-refused-day-guild-member = il limite di oggi del membro su questo server
doctor-reason-refused-day-channel = il limite di oggi del canale
doctor-reason-refused-day-guild = il limite di oggi del server
doctor-reason-refused-day-member = il limite di oggi del membro
doctor-reason-refused-day-all = il limite di oggi di tutti i server insieme
doctor-reason-refused-too-many = troppe domande in un minuto
doctor-reason-refused-queue-full = troppe domande in attesa in una conversazione
doctor-reason-refused-opted-out = il membro ha vietato al bot di leggere i suoi messaggi
doctor-reason-refused-forbidden = al bot manca il permesso di rispondere lì
doctor-reason-refused-forbidden-voice = al bot manca il permesso di rispondere in quel canale vocale
doctor-reason-refused-no-private-threads = le risposte devono essere private dove non ci sono thread privati
doctor-reason-refused-private-thread-forbidden = al bot manca il permesso di aprire thread privati
doctor-reason-refused-private-thread-busy = Discord non ha aperto in tempo un thread privato
doctor-reason-refused-guild = il bot non è per questo server
doctor-reason-refused-slow-mode = modalità lenta
doctor-reason-refused-member = il membro non può scrivere lì
doctor-reason-refused-member-locked = il thread è bloccato
doctor-reason-refused-member-timed-out = il membro è in timeout
doctor-reason-refused-member-voice = il membro non può connettersi a quel canale vocale
doctor-reason-other = un altro motivo
doctor-reason-error-store = un guasto del database
doctor-reason-error-platform = Discord non ha accettato la risposta
doctor-reason-error-platform-forbidden = al bot manca un permesso, o il thread è bloccato
doctor-reason-error-text-refused = un filtro del server ha rifiutato il testo
doctor-reason-error-api-unexpected = il chatbot non ha dato nessuna risposta
doctor-reason-error-api-unreachable = il chatbot non è raggiungibile
doctor-reason-error-api-connection-lost = la connessione al chatbot è caduta
doctor-reason-error-api-timeout = il chatbot ci ha messo troppo
doctor-reason-error-intermediary-refused = qualcosa tra il bot e il chatbot ha rifiutato
doctor-reason-error-api-refused = il chatbot rifiuta la chiave, o il suo abbonamento è scaduto
doctor-reason-error-api-bot-unknown = il chatbot non esiste
doctor-reason-error-api-rate-limited = al chatbot si chiede troppo spesso
doctor-reason-error-api-busy = il chatbot è sovraccarico o ha un problema
doctor-reason-error-api-rejected = il chatbot non ha accettato la domanda
doctor-reason-error-api-malformed = la risposta del chatbot non si capiva
doctor-reason-error-answer-too-long = la risposta era più lunga di quanto si possa mostrare
doctor-reason-error-api-broken-off = la risposta si è interrotta
