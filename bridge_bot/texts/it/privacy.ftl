# Che cosa leggono i membri dei propri messaggi. Una `…-description`: al massimo 100 caratteri.

## Sopra la prima risposta

first-answer = Queste risposte le scrive una macchina, quindi verifica quello che conta. Le domande vanno a { $host }. Altro: /privacy

## Chi l'ha vietato

refused-opted-out = Mi hai chiesto di non leggere i tuoi messaggi, quindi non ti rispondo. Puoi cambiarlo con /privacy.
ending-opted-out = Mi sono fermato qui, come vuole chi ha fatto la domanda.

## /privacy (tutto insieme è un solo messaggio di 4.000 caratteri al massimo; due pulsanti di 34)

privacy-description = Che fine fanno i tuoi messaggi, e come vietarmi di leggerli
privacy-sent = **Dove vanno le tue domande.** Risponde una macchina: ogni domanda viene inviata al chatbot su `{ $host }`, con la lingua scelta. Il chatbot non conosce né il tuo nome né il tuo ID. Ricorda le domande di una conversazione.
privacy-read = **Che cosa leggo.** I messaggi rivolti a me: quelli che mi menzionano o mi rispondono, quelli nei thread che ho aperto, i messaggi diretti a me, quello che dai a un comando, un messaggio su cui qualcuno mi fa una domanda dal menu e, se chi modera il server lo vuole, ogni messaggio di un canale. Con una domanda anche il messaggio a cui risponde o che inoltra, a meno che chi l’ha scritto lo vieti. Non trasmetto altro.
privacy-stored = **Che cosa conservo.** Il testo della tua domanda fino alla risposta; della risposta solo le fonti indicate dal chatbot, ognuna con un breve estratto. Di ogni domanda: chi l’ha fatta, quando e dove, come ID di Discord, gli ID dei miei messaggi che rispondono, com’è finita, e la sua lingua. Di ogni conversazione: il suo ID presso il chatbot, la sua lingua e il suo chatbot. Quante domande hai fatto oggi. Che in una conversazione è stato chiesto aiuto, e da quando lì resto in silenzio. Che sai che risponde una macchina. La lingua che hai scelto per te, e quella del tuo Discord. I tuoi 👍 e 👎, e quello che scrivi nel modulo che apre 👎. Quello che scegli qui. E se cambi le mie impostazioni per un server: che cosa, e quando.
privacy-kept = **Per quanto tempo.** I conteggi di un giorno spariscono con il giorno, e i posti in cui sono rimasto in silenzio una settimana dopo. Le tue domande, i miei appunti sulle risposte e i tuoi voti vengono eliminati dopo { $days ->
    [one] un giorno
   *[other] { $days } giorni
}. Che sai che risponde una macchina, e quello che scegli qui, resta finché non lo cambi. `/export` ti dà tutto in un file, e `/forget` lo elimina.
privacy-page = **Altro.** Chi mi gestisce dice di più qui: <{ $url }>
privacy-may-opt-out = **La scelta è tua.** Puoi vietarmi del tutto di leggere o citare i tuoi messaggi, su ogni server. Allora non ti rispondo nemmeno più, e la risposta in corso finisce.
privacy-is-opted-out = **La scelta è tua.** Mi hai vietato di leggere o citare i tuoi messaggi, su ogni server. Quindi non ti rispondo. Puoi permetterlo di nuovo.
privacy-opt-out = Non leggere i miei messaggi
privacy-opt-in = Leggi di nuovo i miei messaggi

## /forget e /export (pulsante: al massimo 34 caratteri)

forget-description = Elimina quello che conservo su di te
forget-asked = **Vuoi che mi dimentichi di te?** Elimino, su ogni server, le tue domande con quello che ho annotato delle risposte, i tuoi voti, e gli ID presso il chatbot delle conversazioni che hai usato solo tu. Il chatbot allora non ricorderà che cosa vi è stato detto. Non si può annullare. `/export` ti mostra prima che cosa c’è.
forget-confirm = Dimenticami
forget-done = Ho eliminato quello che conservavo su di te. Domande: { $questions }. Fonti delle risposte: { $sources }. Voti: { $votes }. ID di conversazioni presso il chatbot: { $conversations }.
forget-left = Domande che non posso ancora eliminare: { $count }. Sono degli ultimi dieci minuti, o la loro risposta non è finita. Usa di nuovo `/forget` più tardi.
forget-stays = Resta questo: se mi hai vietato di leggere i tuoi messaggi, se un server ti ha escluso, che cosa hai cambiato nelle impostazioni di un server, e i conteggi di oggi.
forget-elsewhere = Non posso eliminare quello che tengono altri: il chatbot tiene quello che gli è stato chiesto, e i nostri messaggi restano su Discord finché non li elimini tu o chi modera.
export-description = Ricevi in un file tutto quello che conservo su di te
export-done = Questo è tutto quello che conservo su di te. Lo vedi solo tu.
export-nothing = Non conservo nulla su di te.
export-too-large = È più di quanto un file su Discord possa contenere. Può dartelo chi mi gestisce.
