# Lo que un servidor decide sobre el bot, y lo que se les dice de ello a sus miembros.

## Negativas

press-not-private = Ese botón es de un mensaje que solo tú ves. Usa el comando directamente.
refused-channel = En este canal no estoy activo. Quien gestiona el servidor puede cambiarlo con `/settings`.
refused-shut-out = En este servidor no estoy disponible para ti: así lo ha decidido quien lo gestiona. Si crees que es un error, pregúntaselo.
refused-role = Aquí solo respondo a miembros con ciertos roles. Pregunta cuáles a quien gestiona el servidor.
refused-paused-server = Estoy en pausa: quien gestiona este servidor me ha detenido aquí. No responderé a esta pregunta más tarde, así que vuelve a hacerla cuando regrese, por favor.
refused-day-guild-member =
    { $limit ->
        [one] Ya me has hecho en este servidor tu única pregunta de hoy.
       *[other] Ya me has hecho en este servidor tus { $limit } preguntas de hoy.
    } Puedes volver a preguntar aquí <t:{ $until }:R>.
refused-day-channel = Este canal ha agotado sus preguntas de hoy. Vuelvo a responder aquí <t:{ $until }:R>.

## Configuración

settings-outdated = Otra persona acaba de cambiar esta configuración. Mira cómo está ahora e inténtalo de nuevo.
