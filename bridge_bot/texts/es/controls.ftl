# Los botones debajo de una respuesta (34 caracteres como máximo) y lo que se dice tras pulsarlos.

control-stop = Detener
control-regenerate = Regenerar
control-try-again = Reintentar
control-sources = Fuentes
control-resolved = Resuelto
control-help = Pedir ayuda
control-asking-again = Vuelvo a preguntar. La respuesta nueva ocupará el lugar de esta.

## Lo que ha hecho «Resuelto»

control-resolved-tagged =
    Esto queda marcado como resuelto, con la etiqueta «{ $tag }».{ $closes ->
        [yes] {" "}Lo cierro; un mensaje nuevo lo vuelve a abrir.
       *[no] {""}
    }
control-resolved-full =
    ¡Qué bien que esté resuelto! Aquí ya está el máximo de etiquetas que permite Discord, así que no puedo añadir «{ $tag }».{ $closes ->
        [yes] {" "}Lo cierro; un mensaje nuevo lo vuelve a abrir.
       *[no] {""}
    }
control-resolved-done =
    ¡Qué bien que esté resuelto!{ $closes ->
        [yes] {" "}Cierro este hilo; un mensaje nuevo lo vuelve a abrir.
       *[no] {""}
    }

## Por qué no pasa nada

control-not-yours = Solo puede hacerlo quien preguntó o quien pueda gestionar mensajes aquí.
control-not-yours-to-resolve = Solo puede hacerlo quien preguntó o quien pueda gestionar hilos aquí.
control-resolved-forbidden = Ya no puedo hacer eso aquí: necesito el permiso «Gestionar hilos».
control-resolved-answering = Todavía estoy respondiendo a una pregunta aquí, y cerraría este hilo. Púlsalo otra vez cuando termine, por favor.
control-resolved-gone = No ha funcionado: alguien acaba de cerrar o cambiar este hilo. Inténtalo de nuevo, por favor.
control-resolved-failed = Discord no me deja hacer eso en este momento. Inténtalo de nuevo en un momento.
control-over = Esta respuesta ya ha terminado.
control-elsewhere = Me estoy reiniciando. Vuelve a pulsarlo en un minuto.
control-forgotten = Ya no tengo lo que necesito para eso. Vuelve a hacer tu pregunta, por favor.
control-not-newest = Solo se puede volver a pedir la última respuesta de una conversación.
control-not-over = Estoy respondiendo a esta pregunta ahora mismo.
control-sources-gone = Ya no tengo las fuentes de esta respuesta: solo las conservo un tiempo.
control-question-gone = Ya no puedo leer la pregunta completa. Vuelve a hacerla, por favor.
control-asker-opted-out = Alguien que preguntó esto me ha prohibido leer sus mensajes, así que no puedo volver a preguntarlo.

## Votos. Del formulario: título y campos 45 caracteres, descripciones y opciones 100.

vote-counted = ¡Gracias! Tu 👍 ya cuenta.
vote-changed = Ahora tu voto es 👍.
vote-known = Tu 👍 ya contaba, y sigue contando.
vote-form = ¿Qué estuvo mal?
vote-form-about = Tu 👎 cuenta tanto si completas esto como si lo cierras.
vote-reasons = Elige lo que corresponda
vote-reason-wrong = Es incorrecta
vote-reason-outdated = Está desactualizada
vote-reason-off-topic = No responde a la pregunta
vote-reason-incomplete = Falta algo
vote-reason-unclear = Cuesta entenderla
vote-comment = En tus propias palabras
vote-comment-about = Quien me administra puede leerlo. No escribas nada privado, por favor.
vote-explained = ¡Gracias! Lo he añadido a tu 👎.
vote-forgotten = Ya no recuerdo esta respuesta, así que no puedo contar tu voto.
vote-not-kept = ⚠️ No pude guardarlo. Vuelve a pulsar el botón en un momento, por favor.
vote-not-down = No tienes ningún 👎 en esta respuesta, así que no guardé nada. Pulsa 👎 para añadir algo.

## Cómo termina una respuesta

ending-stopped = Detenida: alguien pulsó el botón.

## Las fuentes de una respuesta (botones: 34 caracteres como máximo)

sources-cited = Citadas en la respuesta
sources-consulted = Consultadas, pero no citadas
# Detrás del nombre de una fuente: en qué parte.
sources-place = , pág. { $page }
sources-excerpt = «{ $excerpt }»
sources-untitled = Sin título
sources-page = Página { $page } de { $pages }
sources-back = Anterior
sources-next = Siguiente
