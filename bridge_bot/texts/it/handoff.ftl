# Chiamare qualcuno in una conversazione, e tacere.

## I comandi (descrizioni: al massimo 100 caratteri)

handoff-description = Chiama in questa conversazione chi dà aiuto su questo server
resume-description = Fammi rispondere di nuovo dove resto in silenzio per lasciar parlare le persone

## Che cosa possono leggere tutti

# Dopo la menzione del ruolo chiamato.
handoff-call = { $member } chiede aiuto qui. In questa conversazione resto in silenzio finché qualcuno non usa `/resume`. Se mi menzioni, rispondo lo stesso.
resume-done = Qui rispondo di nuovo.

## Che cosa legge solo chi ha usato il comando o il pulsante

handoff-called = Ho chiamato { $role }. Appena possibile qualcuno passerà di qui, e nel frattempo resto in silenzio.
handoff-called-lately = Qui è già stato chiesto aiuto. Puoi chiederlo di nuovo <t:{ $until }:R>.
handoff-too-many = Su questo server nell’ultima ora è stato chiesto aiuto molto spesso. Puoi chiederlo di nuovo <t:{ $until }:R>.
handoff-no-role = Questo server non ha indicato nessuno da chiamare. Chi lo gestisce può farlo con `/settings`.
handoff-unreachable = Non posso chiamare chi dà aiuto qui: il ruolo non esiste più, o non posso menzionarlo. Quindi ancora nessuno lo sa. Chi gestisce il server può cambiarlo con `/settings`.
handoff-failed = Discord non ha accettato la mia chiamata, quindi nessuno è stato chiamato. Riprova tra poco.
handoff-direct = In un messaggio diretto non c’è nessuno da chiamare. Fammi la domanda su un server, e chiedi aiuto lì.
handoff-outside = Usa `/handoff` in un thread in cui rispondo, o premi “Chiedi aiuto” sotto la mia risposta.
resume-not-quiet = Qui non sono in silenzio. Chiedimi pure.
resume-not-yours = Può farlo solo chi ha chiesto per primo, chi dà aiuto qui, o chi può gestire i messaggi o i thread.
