# Los comandos y lo que responden. Una `…-description`: 100 caracteres como máximo; un `…-name` es el
# nombre de una opción: 32 minúsculas, sin espacios.

## /ask

ask-description = Hazle una pregunta al chatbot
ask-question-name = pregunta
ask-question-description = Qué quieres saber
ask-file-name = archivo
ask-file-description = Un archivo de texto relacionado, por ejemplo un registro. Se muestra junto a la pregunta
ask-private = Te respondo en un hilo privado y te menciono ahí.

## /language

language-description = Mira o elige el idioma de mis respuestas
language-language-name = idioma
language-language-description = El idioma en el que responder
language-unknown = No conozco el idioma «{ $code }». Elige uno de la lista de /language; no ha cambiado nada.
language-outside = Aquí no hay una conversación propia. La hay en un hilo donde respondo o en los mensajes directos conmigo.

## Preguntar sobre un mensaje, en su menú (nombre: 32 caracteres como máximo; título y campo: 45)

about-name = Preguntar sobre este mensaje
about-form = Pregunta sobre este mensaje
about-question = Tu pregunta
about-default = ¿Qué significa esto?
# Encima de la cita de la pregunta.
about-shown = -# Sobre { $link }
# Para el chatbot, entre la pregunta y el texto del mensaje.
about-quoted = El mensaje del que se trata:
about-nothing = En ese mensaje no hay texto que yo pueda leer.
about-opted-out = No puedo leer ese mensaje: quien escribió lo que contiene no quiere que lo haga.
about-forgotten = Ya no tengo ese mensaje a mano. Si todavía existe, abre su menú y vuelve a preguntar.

## /new

new-description = Empieza aquí una conversación nueva
new-begun = Aquí empieza una conversación nueva: a partir de la próxima pregunta, el chatbot no recordará lo de arriba.
new-outside = En un canal, cada pregunta ya empieza una conversación nueva. Usa /new en un hilo donde respondo o en los mensajes directos conmigo.

## /help (todo junto es un solo mensaje: que sea breve)

help-description = Cómo preguntarme y qué se puede hacer aquí
help-intro = Le paso tus preguntas a un chatbot y te muestro sus respuestas. Las escribe una máquina, así que verifica lo importante.
help-mentions = Menciona a { $bot } con tu pregunta, responde a un mensaje mío o usa `/ask`.
help-messages = Aquí cada mensaje es una pregunta para mí, salvo que vaya dirigido a otra persona. También puedes usar `/ask`.
help-posts = Aquí cada publicación nueva es una pregunta para mí. En las demás, menciona a { $bot } o usa `/ask`.
help-direct = Aquí cada mensaje es una pregunta para mí.
help-elsewhere = Usa `/ask`. Aquí no soy miembro, así que la pregunta y mi respuesta solo las ves tú.
help-own-thread = En este hilo cada mensaje es una pregunta para mí, salvo que vaya dirigido a otra persona.
help-in-thread = Respondo en un hilo sobre tu pregunta, y ahí sigues sin mencionarme.
help-in-private-thread = Respondo en un hilo privado que solo ven tú y el equipo de moderación.
help-in-channel = Respondo en el canal. Para seguir, responde a mi respuesta.
help-about = Sobre un mensaje que ya existe: abre su menú, luego Aplicaciones, *Preguntar sobre este mensaje*.
help-files = También leo archivos de texto, como registros o código.
help-language = { $code ->
    [auto] Aquí te respondo en el idioma de tu pregunta. Con `/language` eliges otro.
   *[other] Aquí te respondo en este idioma: { $language }. Con `/language` eliges otro.
}
help-new = `/new` en un hilo empieza una conversación nueva.
help-new-direct = `/new` empieza una conversación nueva.
help-handoff = `/handoff` en un hilo, o «Pedir ayuda» debajo de una respuesta, avisa a { $role }. Luego guardo silencio ahí hasta `/resume`, salvo que me mencionen.
help-roles = Aquí solo respondo a miembros con alguno de estos roles: { $roles }
help-settings = Gestionas este servidor: con `/settings` ves y decides qué hago y dónde.
help-privacy = `/privacy` te dice qué pasa con lo que escribes y te deja prohibirme leerlo. `/export` te da lo que guardo sobre ti y `/forget` lo elimina.
