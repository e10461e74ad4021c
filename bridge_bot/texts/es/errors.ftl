# Lo que se le dice a un miembro de un fallo: una frase por cada error de `core/errors.py`.

error-unexpected = Algo ha salido mal por mi parte. Inténtalo de nuevo, por favor.
error-store = No pude guardar el estado de esta conversación. Inténtalo de nuevo en un momento.
error-platform = Discord no ha aceptado mi respuesta.
error-platform-forbidden = No tengo permiso para seguir escribiendo aquí.
error-text-refused = El filtro de Discord de este servidor ha rechazado el texto, así que no puedo mostrarlo aquí.
error-api-unexpected = El chatbot no ha dado ninguna respuesta. Inténtalo de nuevo, por favor.
error-api-unreachable = En este momento no puedo conectar con el chatbot. Inténtalo de nuevo en un momento.
error-api-connection-lost = Se perdió la conexión con el chatbot antes de que respondiera. Inténtalo de nuevo, por favor.
error-api-timeout = El chatbot ha tardado demasiado. Inténtalo de nuevo en un momento.
error-intermediary-refused =
    Algo entre el chatbot y yo ha rechazado la pregunta (estado { $status }{ $server ->
        [unknown] {""}
       *[other] , de { $server }
    }). Si sigue pasando, quien me administra tiene que revisarlo.
error-api-refused = El chatbot ha rechazado mi clave o su suscripción ha terminado. Quien me administra tiene que revisarlo.
error-api-bot-unknown = El chatbot con el que estoy configurado no existe. Quien me administra tiene que revisarlo.
error-api-rate-limited =
    El chatbot está recibiendo demasiadas preguntas. Inténtalo de nuevo en { $minutes ->
        [0] un momento
        [one] un minuto
       *[other] { $minutes } minutos
    }.
error-api-busy = El chatbot está saturado o tiene un problema. Inténtalo de nuevo en un momento.
error-api-rejected = El chatbot no ha aceptado esta pregunta.
error-api-malformed = No se ha podido entender la respuesta del chatbot. Inténtalo de nuevo, por favor.
error-answer-too-long = La respuesta es más larga de lo que puedo mostrar, así que termina aquí.
error-api-broken-off = La respuesta se ha cortado aquí. Vuelve a preguntar, por favor.
