# Lo que aparece en una respuesta y a su alrededor, y el nombre de su hilo.

## Hilos (nombre: 100 caracteres como máximo)

thread-name-neutral = Pregunta
# Detrás de una mención de quien preguntó y encima de la cita de la pregunta.
private-thread =
    Te respondo aquí, donde solo tú y el equipo de moderación pueden leer. { $link ->
        [none] Me preguntaste:
       *[other] Me preguntaste en { $link }:
    }

## Mientras se espera una respuesta, y encima de ella (una línea cada uno)

delayed-queued = Hay muchas preguntas esperando al chatbot en este momento. La tuya está en cola.
delayed-retrying = El chatbot tiene dificultades en este momento. Sigo intentándolo.
delayed-slow = El chatbot se está tomando su tiempo. Sigo esperando su respuesta.
context-lost = El chatbot ya no recuerda nuestra conversación anterior, así que esta respuesta empieza una nueva.

## Cómo termina una respuesta

ending-notice = ⚠️ { $notice }
ending-interrupted = Me estoy reiniciando; después terminaré esta respuesta.
ending-question-deleted = Me he detenido aquí porque se eliminó la pregunta.
answer-attached = La respuesta continúa: está completa en este archivo.
answer-complete = Tu respuesta está completa.
sources = Fuentes: { $list }
mention-needed = En este hilo, mencióname en cada pregunta: no puedo leer mensajes sin mención.
reply-empty = El chatbot no tenía nada que decir al respecto.
given-up-crashing = Esta pregunta me ha hecho fallar dos veces, así que no lo intento más. Pregunta con otras palabras, por favor.
given-up-ended = La respuesta ha terminado aquí. Vuelve a preguntar, por favor.
given-up-stopped = Me estoy reiniciando y después no podré seguir con esta respuesta. Vuelve a preguntar en un momento.
given-up-late = He estado fuera demasiado tiempo para seguir aquí. Vuelve a preguntar, por favor.
# Detrás de un aviso.
request-id = (solicitud { $request_id })

## Listas

# Entre dos cosas de una lista, como archivos, canales o permisos.
list-separator = { ", " }
