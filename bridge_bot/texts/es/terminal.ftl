# Lo que dice `bridge-bot chat` además de las respuestas.

chat-go-on = Para seguir con esta conversación: { $command }
chat-leave = Pulsa Ctrl-C otra vez, o Ctrl-D, para salir.
chat-cut-off = Ya no puedo leer ni escribir aquí: { $reason }.
chat-sources = Fuentes:
chat-stopped = Respuesta detenida. Pulsa Ctrl-C otra vez, o Ctrl-D, para salir.
