# I pulsanti sotto una risposta (al massimo 34 caratteri), e che cosa si dice dopo averli premuti.

control-stop = Ferma
control-regenerate = Nuova risposta
control-try-again = Riprova
control-sources = Fonti
control-resolved = Risolto
control-help = Chiedi aiuto
control-asking-again = Chiedo di nuovo. La nuova risposta prenderà il posto di questa.

## Che cosa ha fatto “Risolto”

control-resolved-tagged =
    Ora è contrassegnato come risolto, con il tag “{ $tag }”.{ $closes ->
        [yes] {" "}Chiudo il thread; un nuovo messaggio lo riapre.
       *[no] {""}
    }
control-resolved-full =
    Bene, risolto! Qui ci sono già tanti tag quanti ne permette Discord, quindi non posso aggiungere “{ $tag }”.{ $closes ->
        [yes] {" "}Ora chiudo il thread; un nuovo messaggio lo riapre.
       *[no] {""}
    }
control-resolved-done =
    Bene, risolto!{ $closes ->
        [yes] {" "}Chiudo questo thread; un nuovo messaggio lo riapre.
       *[no] {""}
    }

## Perché non succede nulla

control-not-yours = Può farlo solo chi ha fatto la domanda, o chi qui può gestire i messaggi.
control-not-yours-to-resolve = Può farlo solo chi ha fatto la domanda, o chi qui può gestire i thread.
control-resolved-forbidden = Qui non posso più farlo: mi serve il permesso “Gestisci thread”.
control-resolved-answering = Qui sto ancora rispondendo a una domanda, e chiuderei questo thread. Premi di nuovo quando ho finito, per favore.
control-resolved-gone = Non ha funzionato: qualcun altro ha appena chiuso o modificato questo thread. Riprova, per favore.
control-resolved-failed = Al momento Discord non me lo permette. Riprova tra poco.
control-over = Questa risposta è già finita.
control-elsewhere = Mi sto riavviando. Premi di nuovo tra un minuto.
control-forgotten = Non ho più quello che mi serve. Fai di nuovo la tua domanda, per favore.
control-not-newest = Si può richiedere solo l’ultima risposta di una conversazione.
control-not-over = Sto rispondendo a questa domanda proprio adesso.
control-sources-gone = Non ho più le fonti di questa risposta: le tengo solo per un po’.
control-question-gone = Non riesco più a leggere tutta la domanda. Falla di nuovo, per favore.
control-asker-opted-out = Chi l’ha chiesto mi ha vietato di leggere i propri messaggi, quindi non posso chiederlo di nuovo.

## Voti su una risposta. Modulo: titolo e campi 45 caratteri, descrizioni e opzioni 100.

vote-counted = Grazie! Il tuo 👍 è contato.
vote-changed = Ora il tuo voto è 👍.
vote-known = Il tuo 👍 è già contato, e resta.
vote-form = Che cosa non andava?
vote-form-about = Il tuo 👎 è contato, sia che tu compili il modulo sia che tu lo chiuda.
vote-reasons = Scegli che cosa è vero
vote-reason-wrong = È sbagliata
vote-reason-outdated = Non è aggiornata
vote-reason-off-topic = Non risponde alla domanda
vote-reason-incomplete = Manca qualcosa
vote-reason-unclear = È difficile da capire
vote-comment = Con parole tue
vote-comment-about = Può leggerlo chi mi gestisce. Non scrivere nulla di privato, per favore.
vote-explained = Grazie! L’ho aggiunto al tuo 👎.
vote-forgotten = Non conosco più questa risposta, quindi non posso contare il tuo voto.
vote-not-kept = ⚠️ Non sono riuscito a salvarlo. Premi di nuovo il pulsante tra poco.
vote-not-down = Non hai messo 👎 a questa risposta, quindi non ho salvato nulla. Premi 👎 per aggiungere qualcosa.

## Come finisce una risposta

ending-stopped = Risposta fermata: qualcuno ha premuto il pulsante.

## Le fonti di una risposta

sources-cited = Citate nella risposta
sources-consulted = Consultate, non citate
# Dopo il nome di una fonte: il punto.
sources-place = , pag. { $page }
sources-excerpt = “{ $excerpt }”
sources-untitled = Senza titolo
sources-page = Pagina { $page } di { $pages }
sources-back = Indietro
sources-next = Avanti
