# I comandi, e che cosa risponde /language. Una `…-description`: al massimo 100 caratteri.

## /ask

ask-description = Fai una domanda al chatbot
ask-question-name = domanda
ask-question-description = Che cosa vuoi sapere
ask-file-name = file
ask-file-description = Un file di testo che c’entra, per esempio un log. Viene mostrato con la domanda
ask-private = Ti rispondo in un thread privato, e lì ti menziono.

## /language

language-description = Guarda o scegli la lingua delle mie risposte
language-language-name = lingua
language-language-description = La lingua in cui rispondere
language-unknown = Non conosco la lingua “{ $code }”. Scegline una dall’elenco di /language; non è cambiato nulla.
language-outside = Qui non c’è una conversazione a parte. In un thread in cui rispondo, o in un messaggio diretto a me, ce n’è una.

## Una domanda su un messaggio, nel suo menu (nome: al massimo 32 caratteri; titolo e campo: 45)

about-name = Domanda su questo messaggio
about-form = Fai una domanda su questo messaggio
about-question = La tua domanda
about-default = Che cosa significa?
# Sopra la citazione della domanda.
about-shown = -# Su { $link }
# Per il chatbot, tra la domanda e il testo del messaggio.
about-quoted = Il messaggio di cui si parla:
about-nothing = In quel messaggio non c’è testo che io possa leggere.
about-opted-out = Non posso leggere quel messaggio: chi l’ha scritto non vuole.
about-forgotten = Non ho più quel messaggio sottomano. Se c’è ancora, apri il suo menu e chiedi di nuovo.

## /new

new-description = Inizia qui una nuova conversazione
new-begun = Qui inizia una nuova conversazione: alla prossima domanda il chatbot non ricorderà quello che è stato detto sopra.
new-outside = In un canale ogni domanda inizia da sé una nuova conversazione. Usa /new in un thread in cui rispondo, o in un messaggio diretto a me.

## /help (tutto insieme è un solo messaggio: tenere breve)

help-description = Come farmi una domanda, e che cosa si può fare qui
help-intro = Passo le tue domande a un chatbot e ti mostro le sue risposte. Le scrive una macchina, quindi verifica quello che conta.
help-mentions = Menziona { $bot } con la tua domanda, rispondi a un mio messaggio o usa `/ask`.
help-messages = Qui ogni messaggio è una domanda per me, a meno che sia per qualcun altro. Va bene anche `/ask`.
help-posts = Qui ogni nuovo post è una domanda per me. Negli altri post menziona { $bot } o usa `/ask`.
help-direct = Qui ogni messaggio è una domanda per me.
help-elsewhere = Usa `/ask`. Qui non sono membro, quindi la domanda e la mia risposta le vedi solo tu.
help-own-thread = In questo thread ogni messaggio è una domanda per me, a meno che sia per qualcun altro.
help-in-thread = Rispondo in un thread dedicato alla tua domanda, e lì continui senza menzione.
help-in-private-thread = Rispondo in un thread privato, visibile solo a te e a chi modera.
help-in-channel = Rispondo nel canale. Per continuare, rispondi alla mia risposta.
help-about = Su un messaggio che c’è già: apri il suo menu, poi App, *Domanda su questo messaggio*.
help-files = Leggo anche file di testo, come un log o del codice.
help-language = { $code ->
    [auto] Qui ti rispondo nella lingua della tua domanda. Con `/language` ne scegli un’altra.
   *[other] Qui ti rispondo in questa lingua: { $language }. Con `/language` ne scegli un’altra.
}
help-new = `/new` in un thread inizia una nuova conversazione.
help-new-direct = `/new` inizia una nuova conversazione.
help-handoff = `/handoff` in un thread, o “Chiedi aiuto” sotto una risposta, chiama { $role } in aiuto. Poi lì resto in silenzio fino a `/resume`, a meno che mi menzionino.
help-roles = Qui rispondo solo ai membri con uno di questi ruoli: { $roles }
help-settings = Gestisci questo server: con `/settings` decidi che cosa faccio e dove.
help-privacy = `/privacy` ti dice che fine fanno i tuoi messaggi, e ti permette di vietarmi di leggerli. `/export` ti dà quello che conservo su di te, e `/forget` lo elimina.
