# Che cosa legge un membro di un errore: una frase per ogni errore di `core/errors`.

error-unexpected = Qualcosa è andato storto da parte mia. Riprova, per favore.
error-store = Non sono riuscito a tenere traccia di questa conversazione. Riprova tra poco.
error-platform = Discord non ha accettato la mia risposta.
error-platform-forbidden = Qui non ho il permesso di continuare a scrivere.
error-text-refused = Il filtro Discord di questo server ha rifiutato il testo, quindi qui non posso mostrarlo.
error-api-unexpected = Il chatbot non ha dato nessuna risposta. Riprova, per favore.
error-api-unreachable = Al momento non riesco a raggiungere il chatbot. Riprova tra poco.
error-api-connection-lost = La connessione al chatbot è caduta prima che rispondesse. Riprova, per favore.
error-api-timeout = Il chatbot ci ha messo troppo. Riprova tra poco.
error-intermediary-refused =
    Qualcosa tra me e il chatbot ha rifiutato la domanda (stato { $status }{ $server ->
        [unknown] {""}
       *[other] , da { $server }
    }). Se continua, deve occuparsene chi mi gestisce.
error-api-refused = Il chatbot ha rifiutato la mia chiave, o il suo abbonamento è scaduto. Deve occuparsene chi mi gestisce.
error-api-bot-unknown = Il chatbot con cui sono configurato non esiste. Deve occuparsene chi mi gestisce.
error-api-rate-limited =
    Al momento il chatbot riceve troppe domande. Riprova tra { $minutes ->
        [0] poco
        [one] un minuto
       *[other] { $minutes } minuti
    }.
error-api-busy = Al momento il chatbot è sovraccarico o ha un problema. Riprova tra poco.
error-api-rejected = Il chatbot non ha accettato questa domanda.
error-api-malformed = La risposta del chatbot non si capiva. Riprova, per favore.
error-answer-too-long = La risposta è più lunga di quanto io possa mostrare, quindi finisce qui.
error-api-broken-off = La risposta si è interrotta qui. Chiedi di nuovo, per favore.
