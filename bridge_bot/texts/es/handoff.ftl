# Llamar a personas a una conversación y guardar silencio. `…-description`: 100 caracteres como máximo.

## Los comandos

handoff-description = Llama a esta conversación a quienes ayudan en este servidor
resume-description = Déjame volver a responder donde guardo silencio para que hablen las personas

## Lo que todos pueden leer

# Detrás de una mención del rol al que se llama.
handoff-call = { $member } pide ayuda aquí. Guardo silencio en esta conversación hasta que alguien use `/resume`. Si me mencionas, respondo de todos modos.
resume-done = Vuelvo a responder aquí.

## Lo que solo lee quien usó el comando o el botón

handoff-called = He avisado a { $role }. Alguien pasará por aquí cuando pueda; mientras tanto, guardo silencio.
handoff-called-lately = Aquí ya se ha pedido ayuda. Puedes volver a pedirla <t:{ $until }:R>.
handoff-too-many = En este servidor se ha pedido ayuda muchas veces en la última hora. Puedes volver a pedirla <t:{ $until }:R>.
handoff-no-role = Este servidor no ha indicado a quién llamar. Quien lo gestiona puede hacerlo con `/settings`.
handoff-unreachable = No puedo llamar a quienes ayudan aquí: su rol ya no existe o no puedo mencionarlo. Así que nadie sabe aún de esto. Quien gestiona el servidor puede cambiarlo con `/settings`.
handoff-failed = Discord no ha aceptado mi aviso, así que no se ha llamado a nadie. Inténtalo de nuevo en un momento.
handoff-direct = En un mensaje directo no hay a quién llamar. Pregúntame en un servidor y pide ayuda ahí.
handoff-outside = Usa `/handoff` en un hilo donde respondo o pulsa «Pedir ayuda» debajo de mi respuesta.
resume-not-quiet = Aquí no guardo silencio. Pregúntame sin más.
resume-not-yours = Solo puede hacerlo quien preguntó primero, quienes ayudan aquí y quien pueda gestionar mensajes o hilos.
