# /settings: lo que elige quien gestiona un servidor. Límites de Discord: botón 34 caracteres, opción y
# su descripción 100, título y campos de un formulario 45, sus descripciones 100, texto de ejemplo 100.

settings-description = Elige a qué respondo en este servidor, dónde y a quién
settings-title = ## Mi configuración: { $place }
settings-whole-server = todo el servidor
settings-only-you = -# Esto solo lo ves tú. Los cambios se aplican al momento.

## Lo que se dice encima de la configuración

settings-saved = Guardado.
settings-unchanged = No ha cambiado nada.
settings-changed-meanwhile = Alguien ha cambiado la configuración desde que se mostró, así que la he dejado como está. Esta es la más reciente.
settings-newer = La configuración ha cambiado desde que se mostró. Esta es la más reciente.
settings-channel-gone = Ese canal ya no existe o no puedo verlo. Esta es la configuración de todo el servidor.
settings-store-failed = ⚠️ En este momento no puedo acceder a la configuración, así que no sé si se ha guardado. Inténtalo de nuevo en un momento.
settings-not-a-number = ⚠️ En «{ $field }» va un número entero de 0 a { $most }, o nada. No he cambiado nada.
settings-not-offered = Eso ya no se puede elegir aquí. Esta es la configuración más reciente.
settings-not-everybody = ⚠️ Nunca llamo a todo el mundo. Elige un rol que tengan solo algunos miembros.
settings-not-allowed = Solo los miembros con el permiso «Gestionar servidor» pueden ver y cambiar mi configuración.
settings-outside = La configuración es propia de cada servidor. Usa este comando en uno.

## Elegir lo que se muestra

settings-choose-channel = Todo el servidor. Elige aquí un canal o foro
settings-back-to-server = Mostrar todo el servidor
settings-choose-page = Qué mostrar

settings-page-overview = Resumen
settings-page-questions = Preguntas y respuestas
settings-page-askers = Quién puede preguntar
settings-page-limits = Límites
settings-page-extras = Fuentes, botones, opiniones y ayuda
settings-page-changes = Qué se ha cambiado y quién

## Un ajuste, qué vale y de dónde viene

settings-name-served = A qué respondo
settings-name-answer-place = Dónde respondo
settings-name-chat-bot = Chatbot
settings-name-language = Idioma de mis respuestas
settings-name-asker-roles = Quién puede preguntar
settings-name-shut-out = Quién no puede preguntar
settings-name-member-questions-per-minute = Preguntas por minuto de cada miembro
settings-name-member-questions-per-day = Preguntas al día de cada miembro
settings-name-questions-per-day = Preguntas al día entre todos
settings-name-archive-after = Archivado de los hilos
settings-name-archive-resolved = Cerrar los hilos resueltos
settings-name-show-sources = Fuentes debajo de las respuestas
settings-name-show-controls = Botones debajo de las respuestas
settings-name-feedback-channel = Canal de opiniones
settings-name-help-role = Rol al que se llama para pedir ayuda
settings-name-quiet-after-helper = Guardo silencio si escribe ese rol
settings-name-paused = Pausa

settings-in-force = **{ $name }**: { $value } · *{ $source }*
settings-source-channel = ajuste de este canal
settings-source-server = ajuste del servidor
settings-source-default = por defecto
settings-none = Ninguno para este canal
settings-reset = Usar el ajuste del servidor
settings-reset-server = Volver a lo predeterminado
settings-option-reset = Como en todo el servidor
settings-option-reset-server = Por defecto
settings-option-now = Ahora: { $value }

## Valores

settings-value-mentions = a las menciones
settings-value-messages = a todos los mensajes
settings-value-posts = a todas las publicaciones del foro
settings-value-nothing = a nada
settings-value-public-thread = en un hilo público
settings-value-private-thread = en un hilo privado
settings-value-channel = en el canal
settings-value-usual-bot = el predeterminado
settings-value-bot-gone = { $bot }, que ya no tengo
settings-value-usual-language = el que fija quien me administra
settings-value-everybody = todo el mundo
settings-value-nobody = nadie
settings-value-more =
    { $more ->
        [one] { $shown } y uno más
       *[other] { $shown } y { $more } más
    }
settings-value-no-limit = sin límite
settings-value-operator-limit = { $limit }, fijado por quien me administra
settings-value-hour = tras una hora
settings-value-day = tras un día
settings-value-three-days = tras tres días
settings-value-week = tras una semana
settings-value-archive-usual = según el canal
settings-value-on = sí
settings-value-off = no
settings-value-no-channel = ninguno
settings-value-no-role = ninguno
settings-value-minutes =
    { $minutes ->
        [0] no
        [60] durante una hora
        [240] durante cuatro horas
        [one] durante un minuto
       *[other] durante { $minutes } minutos
    }
settings-value-paused = estoy en pausa
settings-value-running = estoy respondiendo
settings-value-unset = por defecto

settings-about-mentions = Solo los mensajes que me mencionan o me responden
settings-about-messages = Cuesta: cada mensaje es una solicitud de pago. Las charlas entre miembros no cuentan
settings-about-posts = Cuesta: cada publicación nueva es una solicitud de pago. Dentro, solo lo dirigido a mí
settings-about-nothing = Ninguna pregunta, ni siquiera con un comando
settings-about-public-thread = Puede leerlo cualquiera que vea el canal
settings-about-private-thread = Solo lo ven quien pregunta y el equipo de moderación
settings-about-channel = Como respuesta directa, sin hilo

settings-confirm-messages =
    ⚠️ **Cada mensaje cuesta.** Todo lo que los miembros escriban { $where }, salvo cuando hablen entre sí, se convierte en una pregunta al chatbot: una solicitud de pago. En un día movido pueden ser miles. Puedes poner límites en «Límites».
settings-confirm-posts =
    ⚠️ **Cada publicación cuesta.** Cada publicación nueva { $where } se convierte en una pregunta al chatbot: una solicitud de pago. Puedes poner límites en «Límites».
settings-where-server = en cualquier parte de este servidor
settings-where-channel = en { $channel }
settings-take-messages = Sí, responde a todos los mensajes
settings-take-posts = Sí, a todas las publicaciones
settings-cancel = Cancelar

settings-choose-roles = Todo el mundo. Elige roles aquí
settings-choose-members = Nadie. Elige miembros aquí
settings-choose-feedback-channel = Ninguno. Elige un canal aquí
settings-choose-help-role = Ninguno. Elige un rol aquí
settings-feedback-note = -# Cada respuesta que recibe un 👎 se enlaza, una sola vez, en el canal de opiniones. Las de los hilos privados, no.
settings-shut-out-note = -# Quien no puede preguntar en todo el servidor no puede hacerlo en ningún canal.

## Límites

settings-limits-note = -# Cuenta cada solicitud de pago, también una pregunta repetida. Los días empiezan a las 0:00 UTC.
settings-operator-limit = -# Quien me administra permite { $limit }, y eso es lo que vale.
settings-change-limits = Cambiar los límites
settings-limits-form = Límites
settings-limit-about = Vacío: por defecto. 0: sin límite.
settings-limit-about-operator = { $about } Máximo: { $limit }, fijado por quien me administra.

## La pausa de un servidor

settings-pause = Pausar en este servidor
settings-go-on = Reanudar
settings-pause-note = -# Durante la pausa, las respuestas en curso terminan como siempre; cada pregunta nueva recibe un aviso amable y no cuesta nada.
settings-own-channels = Canales con su propia configuración: { $channels }

## Lo que me falta

# $permissions: uno o varios permisos. $effect: uno de los textos siguientes.
settings-lacks = ⚠️ Me faltan permisos ({ $permissions }), así que { $effect }.
settings-lacks-all = aquí no puedo responder
settings-lacks-thread = aquí no puedo abrir hilos y respondo en el canal
settings-lacks-private-thread = aquí no puedo abrir hilos privados y no respondo a nada
settings-lacks-moderation = aquí quien pregunta puede añadir a otras personas a un hilo privado
settings-lacks-history = aquí, tras la primera pregunta de una publicación, guardo silencio en ella, salvo que me mencionen
settings-no-private-threads = ⚠️ Aquí no hay hilos privados, así que no respondo a nada. Elige otro lugar.
settings-lacks-resolving = aquí mis respuestas no llevan el botón «Resuelto»
settings-lacks-feedback = no puedo avisar a nadie en el canal de opiniones
settings-feedback-gone = ⚠️ El canal de opiniones ya no existe o no puedo verlo, así que nadie se entera de ellas. Elige otro, o ninguno.
settings-lacks-askers = ⚠️ Estos roles ya no existen, así que nadie puede preguntar. Elige otros, o ninguno.
settings-lacks-content = ⚠️ Funciono sin el «Message Content Intent», así que solo leo los mensajes que me mencionan.
settings-operator-off = -# Quien me administra ha desactivado esto en todos los servidores, y eso es lo que vale.
settings-lacks-helpers = ⚠️ Ese rol ya no existe, así que no se puede llamar a nadie. Elige otro.
settings-lacks-role = ⚠️ No puedo mencionar ese rol: permite que todo el mundo lo mencione o dame «Mencionar @everyone, @here y todos los roles».
settings-permission-view-channel = «Ver canal»
settings-permission-send-messages = «Enviar mensajes»
settings-permission-create-public-threads = «Crear hilos públicos»
settings-permission-create-private-threads = «Crear hilos privados»
settings-permission-send-messages-in-threads = «Enviar mensajes en hilos»
settings-permission-manage-threads = «Gestionar hilos»
settings-permission-read-message-history = «Leer el historial de mensajes»
settings-permission-connect = «Conectar»

## La lista de cambios

settings-no-changes = Nadie ha cambiado nada todavía.
settings-change = { $when } { $member } · { $place } · { $name }: { $former } → { $value }
settings-older = Cambios anteriores
settings-newest = Cambios más recientes
