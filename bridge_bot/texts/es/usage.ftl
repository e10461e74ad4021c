# /usage y `bridge-bot usage`: cuánto se usa el bot. `…-description`: 100 caracteres como máximo.

usage-description = Cuánto se me usa en este servidor y qué tal va
usage-days-name = días
usage-days-description = De cuántos días; 7 si no lo indicas
usage-title = **Cuánto se me ha usado aquí { $days ->
    [one] hoy
   *[other] en los últimos { $days } días
}**
usage-none = Nadie me ha preguntado nada en este servidor { $days ->
    [one] hoy
   *[other] en los últimos { $days } días
}.
usage-legend = -# *preg*: preguntas enviadas al chatbot · *ok*: respuestas completas · *fall*: fallidas · *det*: detenidas antes del final · *50%*, *95%*: tiempo desde la pregunta en el que ya había empezado ese porcentaje de las respuestas · *+*, *–*: votos a favor y en contra. Los días son los de UTC; puede faltar lo que acaba de pasar.
usage-not-allowed = Solo puede verlo quien gestiona este servidor.
usage-total = en total
usage-unknown-channel = canal eliminado
usage-hidden-channel = canal que no ves
usage-default-chat-bot = el predeterminado
usage-private = mensajes directos y donde solo quien pregunta ve la respuesta
# Debajo de una tabla, en un bloque de código.
usage-more =
    { $count ->
        [one] y uno más
       *[other] y { $count } más
    }

## Títulos de las columnas, lo más breves posible: la tabla tiene que caber en un teléfono

usage-column-asked = preg
usage-column-done = ok
usage-column-failed = fall
usage-column-stopped = det
usage-column-within-50 = 50%
usage-column-within-95 = 95%
usage-column-up = +
usage-column-down = –
usage-by-day = día
usage-by-channel = canal
usage-by-chat-bot = chatbot
usage-by-guild = servidor
