# /settings: che cosa sceglie chi gestisce un server. Limiti di Discord: pulsante 34 caratteri,
# opzione e sua descrizione 100, titolo e campi di un modulo 45, loro descrizioni 100, segnaposto 100.

settings-description = Scegli a che cosa rispondo su questo server, dove e per chi
settings-title = ## Le mie impostazioni: { $place }
settings-whole-server = tutto il server
settings-only-you = -# Lo vedi solo tu. Una modifica vale subito.

## Che cosa si dice sopra le impostazioni

settings-saved = Salvato.
settings-unchanged = Non è cambiato nulla.
settings-changed-meanwhile = Qualcuno ha cambiato le impostazioni dopo che sono state mostrate, quindi le ho lasciate come sono. Ecco le più recenti.
settings-newer = Le impostazioni sono cambiate dopo che sono state mostrate. Ecco le più recenti.
settings-channel-gone = Quel canale non c’è più, o non lo vedo. Ecco le impostazioni di tutto il server.
settings-store-failed = ⚠️ Al momento non riesco ad accedere alle impostazioni, quindi non so se sia stato salvato. Riprova tra poco.
settings-not-a-number = ⚠️ “{ $field }” vuole un numero intero da 0 a { $most }, o niente. Non ho cambiato nulla.
settings-not-offered = Qui non si può più scegliere. Ecco le impostazioni più recenti.
settings-not-everybody = ⚠️ Non chiamo mai tutti. Scegli un ruolo che hanno solo alcuni membri.
settings-not-allowed = Solo i membri con il permesso “Gestisci server” possono vedere e cambiare le mie impostazioni.
settings-outside = Le impostazioni sono di un server. Usa questo comando lì.

## Scegliere che cosa si vede

settings-choose-channel = Tutto il server. Scegli qui un canale o un forum
settings-back-to-server = Mostra tutto il server
settings-choose-page = Che cosa mostrare

settings-page-overview = Panoramica
settings-page-questions = Domande e risposte
settings-page-askers = Chi può fare domande
settings-page-limits = Limiti
settings-page-extras = Fonti, pulsanti, feedback e aiuto
settings-page-changes = Che cosa è cambiato, e chi l’ha cambiato

## Un'impostazione, che cosa vale e da dove viene

settings-name-served = Quando rispondo
settings-name-answer-place = Dove rispondo
settings-name-chat-bot = Chatbot
settings-name-language = Lingua delle mie risposte
settings-name-asker-roles = Chi può fare domande
settings-name-shut-out = Chi non può fare domande
settings-name-member-questions-per-minute = Domande al minuto, per ogni membro
settings-name-member-questions-per-day = Domande al giorno, per ogni membro
settings-name-questions-per-day = Domande al giorno, in tutto
settings-name-archive-after = Archiviazione dei thread
settings-name-archive-resolved = Chiudere i thread risolti
settings-name-show-sources = Fonti sotto le risposte
settings-name-show-controls = Pulsanti sotto le risposte
settings-name-feedback-channel = Canale per il feedback
settings-name-help-role = Ruolo chiamato in aiuto
settings-name-quiet-after-helper = Resto in silenzio se scrive quel ruolo
settings-name-paused = Pausa

settings-in-force = **{ $name }**: { $value } · *{ $source }*
settings-source-channel = impostazione di questo canale
settings-source-server = impostazione del server
settings-source-default = come al solito
settings-none = Niente per questo canale
settings-reset = Come sul server
settings-reset-server = Torna al predefinito
settings-option-reset = Come per tutto il server
settings-option-reset-server = Predefinito
settings-option-now = Ora: { $value }

## Valori

settings-value-mentions = quando mi menzionano
settings-value-messages = a ogni messaggio
settings-value-posts = a ogni post del forum
settings-value-nothing = mai
settings-value-public-thread = in un thread pubblico
settings-value-private-thread = in un thread privato
settings-value-channel = nel canale
settings-value-usual-bot = quello predefinito
settings-value-bot-gone = { $bot }, che non ho più
settings-value-usual-language = come deciso da chi mi gestisce
settings-value-everybody = tutti
settings-value-nobody = nessuno
settings-value-more =
    { $more ->
        [one] { $shown } e un altro
       *[other] { $shown } e altri { $more }
    }
settings-value-no-limit = nessun limite
settings-value-operator-limit = { $limit }, lo decide chi mi gestisce
settings-value-hour = dopo un’ora
settings-value-day = dopo un giorno
settings-value-three-days = dopo tre giorni
settings-value-week = dopo una settimana
settings-value-archive-usual = come impostato nel canale
settings-value-on = sì
settings-value-off = no
settings-value-no-channel = nessuno
settings-value-no-role = nessuno
settings-value-minutes =
    { $minutes ->
        [0] mai
        [60] per un’ora
        [240] per quattro ore
        [one] per un minuto
       *[other] per { $minutes } minuti
    }
settings-value-paused = sono in pausa
settings-value-running = rispondo
settings-value-unset = predefinito

settings-about-mentions = Solo i messaggi che mi menzionano o mi rispondono
settings-about-messages = A pagamento: ogni messaggio è una richiesta. Le chiacchiere tra membri non contano
settings-about-posts = A pagamento: ogni nuovo post è una richiesta. Nei post, solo quello che è rivolto a me
settings-about-nothing = Nessuna domanda, nemmeno con un comando
settings-about-public-thread = Può leggere chiunque veda il canale
settings-about-private-thread = Lo vedono solo chi chiede e chi modera
settings-about-channel = Come risposta, senza thread

settings-confirm-messages =
    ⚠️ **Ogni messaggio costa.** Ogni messaggio che i membri scrivono { $where }, tranne quando parlano tra loro, diventa una domanda al chatbot: una richiesta a pagamento. In una giornata movimentata possono essere migliaia. Puoi fissare dei limiti sotto “Limiti”.
settings-confirm-posts =
    ⚠️ **Ogni post costa.** Ogni nuovo post { $where } diventa una domanda al chatbot: una richiesta a pagamento. Puoi fissare dei limiti sotto “Limiti”.
settings-where-server = ovunque su questo server
settings-where-channel = nel canale { $channel }
settings-take-messages = Sì, rispondi a ogni messaggio
settings-take-posts = Sì, rispondi a ogni post
settings-cancel = Annulla

settings-choose-roles = Tutti. Scegli qui dei ruoli
settings-choose-members = Nessuno. Scegli qui dei membri
settings-choose-feedback-channel = Nessuno. Scegli qui un canale
settings-choose-help-role = Nessuno. Scegli qui un ruolo
settings-feedback-note = -# Ogni risposta che riceve un 👎 viene segnalata con un link nel canale per il feedback, una volta sola. Quelle nei thread privati no.
settings-shut-out-note = -# Chi non può fare domande su tutto il server non può farne in nessun canale.

## Limiti

settings-limits-note = -# Conta ogni richiesta a pagamento, anche una domanda ripetuta. I giorni iniziano alle 0:00 UTC.
settings-operator-limit = -# Chi mi gestisce permette { $limit }, e vale questo.
settings-change-limits = Cambia i limiti
settings-limits-form = Limiti
settings-limit-about = Vuoto: predefinito. 0: nessun limite.
settings-limit-about-operator = { $about } Al massimo { $limit }, lo decide chi mi gestisce.

## La pausa di un server

settings-pause = Metti in pausa su questo server
settings-go-on = Riprendi
settings-pause-note = -# Durante la pausa le risposte in corso finiscono come al solito; ogni nuova domanda riceve una parola gentile e non costa nulla.
settings-own-channels = Canali con impostazioni proprie: { $channels }

## Che cosa mi manca

# $permissions: uno o più permessi. $effect: uno dei testi seguenti.
settings-lacks = ⚠️ Non ho { $permissions }, quindi { $effect }.
settings-lacks-all = qui non posso rispondere
settings-lacks-thread = qui non posso aprire thread e rispondo nel canale
settings-lacks-private-thread = non posso aprire thread privati e qui non rispondo a nulla
settings-lacks-moderation = qui chi chiede può far entrare altri membri in un thread privato
settings-lacks-history = qui, dopo la prima domanda di un post, resto in silenzio, a meno che mi menzionino
settings-no-private-threads = ⚠️ Qui non ci sono thread privati, quindi non rispondo a nulla. Scegli un altro posto.
settings-lacks-resolving = qui le mie risposte non hanno il pulsante “Risolto”
settings-lacks-feedback = lì non posso segnalare il feedback a nessuno
settings-feedback-gone = ⚠️ Il canale per il feedback non c’è più, o non lo vedo, quindi nessuno viene a sapere del feedback. Scegline un altro, o nessuno.
settings-lacks-askers = ⚠️ Questi ruoli non ci sono più, quindi nessuno può fare domande. Scegline altri, o nessuno.
settings-lacks-content = ⚠️ Funziono senza “Message Content Intent”, quindi leggo solo i messaggi che mi menzionano.
settings-operator-off = -# Chi mi gestisce ha disattivato questa opzione per tutti i server, e vale questo.
settings-lacks-helpers = ⚠️ Quel ruolo non c’è più, quindi nessuno può essere chiamato. Scegline un altro.
settings-lacks-role = ⚠️ Non posso menzionare quel ruolo: permetti a tutti di menzionarlo, o dammi “Menziona @everyone, @here e tutti i ruoli”.
settings-permission-view-channel = “Visualizza canale”
settings-permission-send-messages = “Invia messaggi”
settings-permission-create-public-threads = “Crea thread pubblici”
settings-permission-create-private-threads = “Crea thread privati”
settings-permission-send-messages-in-threads = “Invia messaggi nei thread”
settings-permission-manage-threads = “Gestisci thread”
settings-permission-read-message-history = “Leggi cronologia messaggi”
settings-permission-connect = “Connetti”

## L'elenco delle modifiche

settings-no-changes = Nessuno ha ancora cambiato nulla.
settings-change = { $when } { $member } · { $place } · { $name }: { $former } → { $value }
settings-older = Modifiche precedenti
settings-newest = Ultime modifiche
