# Che cosa sta in una risposta e attorno, e il nome del suo thread.

## Thread (nome: al massimo 100 caratteri)

thread-name-neutral = Domanda
# Dopo la menzione di chi ha chiesto, e sopra la citazione della domanda.
private-thread =
    Ti rispondo qui, dove possiamo leggere solo tu, io e chi modera. { $link ->
        [none] Mi hai chiesto:
       *[other] Mi hai chiesto in { $link }:
    }

## Mentre si aspetta una risposta, e sopra di essa (una riga ciascuno)

delayed-queued = In questo momento molte domande aspettano il chatbot. La tua è in coda.
delayed-retrying = Il chatbot ha delle difficoltà in questo momento. Continuo a provare.
delayed-slow = Il chatbot se la prende con calma. Sto ancora aspettando la sua risposta.
context-lost = Il chatbot non ricorda più la nostra conversazione precedente, quindi con questa risposta ne inizia una nuova.

## Come finisce una risposta

ending-notice = ⚠️ { $notice }
ending-interrupted = Mi sto riavviando, e dopo finirò questa risposta.
ending-question-deleted = Mi sono fermato qui, perché la domanda è stata eliminata.
answer-attached = La risposta continua: in questo file c’è tutta.
answer-complete = La tua risposta è completa.
sources = Fonti: { $list }
mention-needed = In questo thread menzionami in ogni domanda: non posso leggere i messaggi senza menzione.
reply-empty = Il chatbot non aveva nulla da dire in proposito.
given-up-crashing = Questa domanda mi ha bloccato due volte, quindi non ci riprovo. Chiedi con altre parole, per favore.
given-up-ended = La risposta è finita qui. Chiedi di nuovo, per favore.
given-up-stopped = Mi sto riavviando, e dopo non potrò continuare questa risposta. Chiedi di nuovo tra poco.
given-up-late = Sono mancato troppo a lungo per continuare qui. Chiedi di nuovo, per favore.
request-id = (richiesta { $request_id })

## Elenchi

# Tra due cose di un elenco, come file, canali o permessi.
list-separator = { ", " }
