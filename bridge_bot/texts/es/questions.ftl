# Lo que se le dice a un miembro de una pregunta que no se responde.

## Sugerencias

hint-empty = Pregúntame algo: escribe tu pregunta después de mi nombre.

## Negativas

refused-guild = No estoy activado para este servidor. Quien me administra puede añadirlo.
refused-dms = No respondo a mensajes directos. Pregúntame en un servidor.
refused-dms-stranger = Solo respondo a mensajes directos de miembros de los servidores para los que estoy activado.
refused-too-many =
    ¡Qué rapidez! Puedes hacer { $limit ->
        [one] una pregunta
       *[other] { $limit } preguntas
    } por minuto; inténtalo de nuevo en { $seconds ->
        [one] un segundo
       *[other] { $seconds } segundos
    }.
refused-day-member =
    { $limit ->
        [one] Ya me has hecho tu única pregunta de hoy.
       *[other] Ya me has hecho tus { $limit } preguntas de hoy.
    } Puedes volver a preguntar <t:{ $until }:R>.
refused-day-guild = Este servidor ha agotado sus preguntas de hoy. Vuelvo a responder aquí <t:{ $until }:R>.
refused-day-all = He agotado todas mis preguntas de hoy. Vuelvo a responder <t:{ $until }:R>.
refused-paused = Estoy en pausa: me ha detenido quien me administra. No responderé a esta pregunta más tarde, así que vuelve a hacerla cuando regrese, por favor.
refused-queue-full =
    { $limit ->
        [one] Aquí ya hay una pregunta en espera.
       *[other] Aquí ya hay { $limit } preguntas en espera.
    } Deja que responda primero y luego vuelve a preguntar.
refused-forbidden = No tengo permiso para escribir en este canal. Quien gestiona el servidor puede darme permiso para enviar mensajes y crear hilos.
refused-forbidden-voice = No tengo permiso para escribir en este canal. Quien gestiona el servidor puede darme permiso para conectarme a él y enviar mensajes.
refused-private-thread-forbidden = Aquí solo respondo en hilos privados y no tengo permiso para abrirlos. Quien gestiona el servidor puede darme permiso para crear hilos privados y enviar mensajes en hilos.
refused-no-private-threads = Aquí solo respondo en hilos privados, y este tipo de canal no los tiene. Quien gestiona el servidor puede hacer que responda en otro lugar con /settings.
refused-private-thread-busy = Aquí solo respondo en hilos privados, y en este momento Discord no me deja abrir ninguno. Vuelve a preguntar en unos minutos, por favor.
refused-no-member = No soy miembro de este servidor: solo se han añadido mis comandos, así que no puedo responder aquí. Quien gestiona el servidor puede invitarme: { $link }
refused-member = Solo respondo donde tú puedes escribir, y aquí no puedes.
refused-member-voice = Solo respondo donde tú puedes escribir. Para escribir en este canal necesitas permiso para conectarte a él.
refused-member-locked = Solo respondo donde tú puedes escribir, y este hilo está bloqueado.
refused-member-timed-out = Solo respondo donde tú puedes escribir, y en este servidor tienes un aislamiento temporal.
refused-slow-mode = Aquí está activado el modo pausado, también para las preguntas que me haces. Puedes volver a preguntar <t:{ $until }:R>.

## Preguntas editadas

# De una pregunta cuya respuesta sigue como si no se hubiera editado. $reason: una negativa o el texto siguiente.
edited-not-asked = Sigo con la respuesta a tu pregunta tal como estaba antes. { $reason }
edited-too-often =
    La has cambiado { $limit ->
        [one] una vez
       *[other] { $limit } veces
    } mientras yo respondía.
