# Che cosa mostra e risponde /language. I limiti sono quelli di commands.ftl.

language-scope-name = ambito
language-scope-description = Per chi. Se manca: per la conversazione, o in un canale solo per te
language-option-reset = Nessuna propria
language-scope-conversation = Questa conversazione
language-scope-me = Io, ovunque
language-scope-channel = Questo canale
language-scope-server = Questo server
language-auto = la lingua della domanda
language-unset = non scelta
language-no-server = Si può scegliere solo in un server di cui sono membro.

## What was chosen. $code is "auto", "reset", or that of a language.

language-chosen-conversation = { $code ->
    [auto] D’ora in poi qui rispondo nella lingua della domanda.
    [reset] Questa conversazione non ha più una lingua propria.
   *[other] D’ora in poi qui rispondo in questa lingua: { $language }.
}
language-chosen-me = { $code ->
    [auto] D’ora in poi ti rispondo nella lingua della tua domanda.
    [reset] Non hai più una lingua tua.
   *[other] D’ora in poi ti rispondo in questa lingua: { $language }.
}
language-chosen-channel = { $code ->
    [auto] D’ora in poi in questo canale rispondo nella lingua della domanda.
    [reset] Questo canale non ha più una lingua propria.
   *[other] D’ora in poi in questo canale rispondo in questa lingua: { $language }.
}
language-chosen-server = { $code ->
    [auto] D’ora in poi in questo server rispondo nella lingua della domanda.
    [reset] Questo server non ha più una lingua propria.
   *[other] D’ora in poi in questo server rispondo in questa lingua: { $language }.
}

## What is in force, with a line for each of those who may choose. The first that is set holds.

language-in-force = { $code ->
    [auto] Qui ti rispondo nella lingua della tua domanda.
   *[other] Qui ti rispondo in questa lingua: { $language }.
}
language-layer-conversation = Questa conversazione: { $language }
language-layer-me = Tu, ovunque: { $language }
language-layer-channel = Questo canale: { $language }
language-layer-server = Questo server: { $language }
language-layer-default = Chi mi gestisce: { $language }
language-how = -# Vale la prima che è stata scelta. `/language` con una lingua e un ambito la cambia.
