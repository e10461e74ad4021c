# Lo que encuentra el diagnóstico: `doctor-<code>` dice qué falla y `doctor-<code>-hint` cómo se arregla.
# Un consejo «-» significa que no hay nada que hacer.

doctor-description = Qué me falla aquí y cómo arreglarlo
doctor-not-allowed = Solo los miembros con el permiso «Gestionar servidor» pueden ver qué me falla aquí.
doctor-outside = Solo reviso los servidores de los que soy miembro. Usa /doctor en uno de ellos.
doctor-head = **Lo que he encontrado en este servidor**
doctor-all-well = ✅ Aquí no he encontrado ningún fallo.
doctor-finding =
    { $sign } { $message }
    -# → { $hint } `{ $id }`
doctor-finding-alone =
    { $sign } { $message }
    -# `{ $id }`
doctor-more =
    { $count ->
        [one] -# Y un resultado más.
       *[other] -# Y { $count } resultados más.
    }
doctor-and-more =
    { $more ->
        [one] { $shown } y uno más
       *[other] { $shown } y { $more } más
    }

## El comando bridge-bot check

doctor-check-well = Todo está en orden.
doctor-check-counts = errores: { $errors }, advertencias: { $warnings }, notas: { $notes }
doctor-check-asking = Se le hace una pregunta a la Chat API; se paga como cualquier otra.
doctor-check-question = Hola, ¿funcionas?

## Ajustes

doctor-E101 = { $problem }
doctor-E101-hint = Configúralo en .env o en el entorno; .env.example explica cada ajuste.
doctor-W102 = { $problem }
doctor-W102-hint = -
doctor-W103 = Según los ajustes, los miembros pueden añadirme a su cuenta; según la aplicación, no.
doctor-W103-hint = Ejecuta `bridge-bot check --fix` o activa «User Install» en el Developer Portal → tu aplicación → Installation. O configura ALLOW_USER_INSTALL=false.
doctor-E104 = No se puede usar una frase de TEXTS_DIR, así que el bot no arrancaría. { $problem }
doctor-E104-hint = Corrígela o quítala; docs/translating.md explica cómo puede ser una frase.

## Discord

doctor-E201 = Discord rechaza el token.
doctor-E201-hint = Vuelve a copiarlo desde el Developer Portal → tu aplicación → Bot → Reset Token y configúralo como DISCORD_TOKEN.
doctor-E202 = No se puede consultar a Discord: { $reason }
doctor-E202-hint = Revisa la red, el firewall y el proxy de esta máquina, y la página de estado de Discord; luego ejecútalo de nuevo.
doctor-E203 = El «Message Content Intent» está desactivado, así que el bot no arrancaría.
doctor-E203-hint = Ejecuta `bridge-bot check --fix` o actívalo en el Developer Portal → tu aplicación → Bot → Privileged Gateway Intents. O configura MESSAGE_CONTENT=false; entonces los miembros tienen que mencionar al bot en cada pregunta.
doctor-N204 = El «Message Content Intent» está activado, pero con MESSAGE_CONTENT=false no se usa.
doctor-N204-hint = La política de Discord pide no tener más acceso del que se usa: desactívalo en el Developer Portal → tu aplicación → Bot.
doctor-W205 = El botón «Añadir aplicación» de la aplicación no pide todo lo que usa el bot: { $missing }
doctor-W205-hint = Ejecuta `bridge-bot check --fix` o configúralo en el Developer Portal → tu aplicación → Installation → Default Install Settings.
doctor-E206 = Hay configurada una «Interactions Endpoint URL», así que Discord envía ahí los comandos y los clics en botones, y no al bot.
doctor-E206-hint = Vacíala en el Developer Portal → tu aplicación → General Information.
doctor-E207 = Discord no permite iniciar más sesiones hoy. Si se inicia una más, Discord restablece el token.
doctor-E207-hint =
    Espera { $hours ->
        [one] una hora
       *[other] { $hours } horas
    } y averigua por qué el bot se ha iniciado tantas veces. Un bot que ya está en marcha sigue funcionando.
doctor-W208 =
    Discord solo permite iniciar { $left ->
        [one] una sesión más
       *[other] { $left } sesiones más
    } en { $hours ->
        [one] la próxima hora
       *[other] las próximas { $hours } horas
    }.
doctor-W208-hint = Averigua por qué el bot se inicia tantas veces o pierde la conexión.
doctor-N209 = Discord aún no conoce los comandos.
doctor-N209-hint = El bot se los comunica al iniciarse: `bridge-bot run`.
doctor-W210 = Discord tiene comandos distintos de los de esta versión: { $names }
doctor-W210-hint = Inicia esta versión una vez: `bridge-bot run`. Si ya está en marcha, su registro dice por qué Discord no los aceptó.
doctor-N211 =
    El «Message Content Intent» aún no está revisado: Discord lo exige a partir de 10.000 usuarios, y los servidores del bot tienen { $count ->
        [one] un miembro
       *[other] { $count } miembros
    }.
doctor-N211-hint = -
doctor-W212 = Discord revisa el «Message Content Intent» de este bot porque lo ven más de 10.000 usuarios o porque ya se aprobó antes: hay que solicitarlo, y de nuevo cada año.
doctor-W212-hint = Mira la fecha en el Developer Portal → tu aplicación → Bot. Tras un aviso hay 90 días de plazo; si se dejan pasar, se pierde el intent.
doctor-N213 =
    El bot está en { $count ->
        [one] un servidor
       *[other] { $count } servidores
    } y no está verificado. Mientras no lo esté, no se puede añadir a más de 100.
doctor-N213-hint = Solicítalo en el Developer Portal → tu aplicación → App Verification.
doctor-E214 =
    { $servers ->
        [one] Un servidor es demasiado
       *[other] { $servers } servidores son demasiados
    } para { $shards ->
        [one] un shard
       *[other] { $shards } shards
    }: Discord permite 2.500 por cada uno.
doctor-E214-hint = Quita SHARD_COUNT y SHARD_IDS para seguir la recomendación de Discord, o aumenta SHARD_COUNT.
doctor-N215 = El bot no está todavía en ningún servidor.
doctor-N215-hint = Invítalo: { $link }
doctor-N216 =
    { $count ->
        [one] Solo se ha revisado un servidor de { $all }.
       *[other] Solo se han revisado { $count } servidores de { $all }.
    }
doctor-N216-hint = Quienes gestionan un servidor ven con /doctor qué falla en él.
doctor-W217 = No se pudo revisar el servidor: Discord no comunicó sus canales.
doctor-W217-hint = Ejecútalo de nuevo en un momento.
doctor-W218 = No se ha arreglado nada: { $reason }
doctor-W218-hint = Hazlo en el Developer Portal, como dicen los demás resultados.
doctor-N219 = Arreglado: bridge-bot.{ $code }
doctor-N219-hint = -

## Un servidor

doctor-E301 = No puedo ver { $places }, donde hay algo configurado para mí: me falta el permiso «Ver canal».
doctor-E301-hint = Dale a mi rol «Ver canal» ahí, o restablece lo configurado con /settings.
doctor-E302 = No puedo responder en { $places }: me falta el permiso «Enviar mensajes».
doctor-E302-hint = Dale a mi rol «Enviar mensajes» ahí, o tanto «Crear hilos públicos» como «Enviar mensajes en hilos» donde respondo en hilos.
doctor-E303 = No puedo responder en { $places }: me falta el permiso «Conectar».
doctor-E303-hint = Dale a mi rol «Conectar» y «Enviar mensajes» ahí.
doctor-E304 = No puedo responder en { $places }: me falta el permiso «Enviar mensajes en hilos».
doctor-E304-hint = Dale a mi rol «Enviar mensajes en hilos» ahí.
doctor-E305 = No respondo a nada en { $places }: las respuestas deben ser privadas y me falta el permiso «Crear hilos privados».
doctor-E305-hint = Dale a mi rol «Crear hilos privados» ahí, o elige otro lugar para las respuestas con /settings.
doctor-E306 = No respondo a nada en { $places }: las respuestas deben ser privadas y no hay hilos privados.
doctor-E306-hint = Elige otro lugar para las respuestas con /settings.
doctor-W307 = Me falta el permiso «Gestionar hilos» en { $places }, así que quien pregunta puede añadir a otras personas a un hilo privado.
doctor-W307-hint = Dale a mi rol «Gestionar hilos» ahí.
doctor-W308 = Me falta el permiso «Crear hilos públicos» en { $places }, así que respondo en el canal.
doctor-W308-hint = Dale a mi rol «Crear hilos públicos» ahí, o elige el canal como lugar para las respuestas con /settings.
doctor-W309 = Me falta el permiso «Enviar mensajes en hilos» en { $places }, así que respondo en el canal y nunca en hilos.
doctor-W309-hint = Dale a mi rol «Enviar mensajes en hilos» ahí.
doctor-W310 = Me falta el permiso «Adjuntar archivos» en { $places }, así que una respuesta muy larga termina antes de tiempo.
doctor-W310-hint = Dale a mi rol «Adjuntar archivos» ahí.
doctor-W311 = Me falta el permiso «Leer el historial de mensajes» en { $places }, así que no puedo responder directamente a mensajes ni encontrar lo que me perdí.
doctor-W311-hint = Dale a mi rol «Leer el historial de mensajes» ahí.
doctor-N312 = Me falta el permiso «Añadir reacciones» en { $places }, así que nadie ve que una pregunta tiene que esperar.
doctor-N312-hint = Dale a mi rol «Añadir reacciones» ahí.
doctor-N313 = Veo { $places }, pero no puedo responder ahí.
doctor-N313-hint = Si es lo que se quiere, déjalo así. Si no, usa /doctor ahí para ver qué me falta.
doctor-E314 = No puedo pedir ayuda en { $places }: el rol al que se llama ya no existe o no puedo mencionarlo.
doctor-E314-hint = Permite que todo el mundo mencione el rol o dame «Mencionar @everyone, @here y todos los roles». Si ya no existe, elige otro con /settings.
doctor-E315 = Se pierde lo que se opina de las respuestas en { $places }: no puedo escribir en el canal de opiniones.
doctor-E315-hint = Dale a mi rol «Ver canal» y «Enviar mensajes» ahí, o elige otro canal con /settings.
doctor-W316 = Hay algo configurado para canales que ya no existen: { $places }
doctor-W316-hint = No hay nada que hacer, salvo que quisieras otro canal: revísalo con /settings.
doctor-E317 = Ya no existe ninguno de los roles que pueden preguntar, así que nadie puede hacerlo.
doctor-E317-hint = Elige otros, o ninguno, con /settings.
doctor-W318 = Hay elegido un chatbot que ya no existe: { $names }
doctor-W318-hint = Elige otro con /settings. Hasta entonces responde el predeterminado.
doctor-W319 = Cada mensaje en { $places } debería ser una pregunta, pero funciono sin el «Message Content Intent», así que solo leo los que me mencionan.
doctor-W319-hint = Mencióname ahí o pídele a quien me administra que active el intent.
doctor-N320 = Hay fuentes o botones activados en { $places }, pero quien me administra los ha desactivado en todos los servidores.
doctor-N320-hint = -
doctor-W321 = Alguien que gestiona este servidor me ha puesto en pausa aquí.
doctor-W321-hint = Termina la pausa con /settings.
doctor-E322 = Tengo un aislamiento temporal, así que no puedo escribir nada aquí.
doctor-E322-hint = Quítame el aislamiento temporal en la lista de miembros.
doctor-W323 = No soy para este servidor: quien me administra solo ha indicado otros.
doctor-W323-hint = Añade el ID del servidor a ALLOWED_GUILDS o saca al bot del servidor.
doctor-N324 = No estoy activo en { $places }.
doctor-N324-hint = Actívame ahí con /settings.
doctor-W325 = Se ha alcanzado el límite de preguntas al día { $scope }: { $limit }. Se reanuda <t:{ $until }:R>.
doctor-W325-hint = Aumenta el límite con /settings o, si es de quien me administra, habla con esa persona.
doctor-N326 = En la última hora { $count } × rechazo: { $reason }
doctor-N326-hint = -
doctor-W327 = En la última hora { $count } × respuesta incompleta: { $reason }
doctor-W327-hint = Si sigue pasando, avisa a quien me administra.
doctor-W328 = El chatbot no responde en este momento: { $reason }
doctor-W328-hint = Quien me administra lo ve en el registro. Aquí no hay nada que hacer.
doctor-N329 =
    { $minutes ->
        [0] Mi última respuesta completa, en cualquier servidor, llegó hace menos de un minuto.
        [one] Mi última respuesta completa, en cualquier servidor, llegó hace un minuto.
       *[other] Mi última respuesta completa, en cualquier servidor, llegó hace { $minutes } minutos.
    }
doctor-N329-hint = -
doctor-W330 = En este momento no puedo leer lo que está configurado para este servidor.
doctor-W330-hint = Inténtalo de nuevo en un momento. Si sigue pasando, avisa a quien me administra.
doctor-W331 = Quien me administra me ha puesto en pausa, así que no se le pregunta nada al chatbot.
doctor-W331-hint = `bridge-bot resume` termina la pausa.
doctor-scope-guild = de este servidor
doctor-scope-channel = de este canal
doctor-scope-all = de todos los servidores juntos

## La base de datos

doctor-E401 = No se puede usar la base de datos: { $reason }
doctor-E401-hint = Revisa DATABASE_URL y lo que dice docs/database.md.
doctor-N402 = Aún no hay base de datos.
doctor-N402-hint = El bot la crea al iniciarse.
doctor-N403 = La base de datos es de una versión anterior.
doctor-N403-hint = La actualiza el próximo inicio o `bridge-bot migrate`; docs/backup.md explica cómo volver atrás.
doctor-N404 = Hay un bot en marcha con esta base de datos (proceso { $process }).
doctor-N404-hint = Lo que ha visto últimamente está en su registro y, servidor por servidor, en /doctor.
doctor-W406 =
    { $limit ->
        [one] La única solicitud de hoy está gastada, así que no se responde a ninguna pregunta.
       *[other] Las { $limit } solicitudes de hoy están gastadas, así que no se responde a ninguna pregunta.
    }
doctor-W406-hint = Aumenta QUESTIONS_PER_DAY o espera: los días son los de UTC.
# $reason: el nombre de un error, como en el registro.
doctor-W407 =
    { $count ->
        [one] La última respuesta no está completa; terminó por { $reason }.
       *[other] Ninguna de las últimas { $count } respuestas está completa; la última terminó por { $reason }.
    }
doctor-W407-hint = Mira en el registro qué pasó. `bridge-bot check --ask` hace una pregunta, que se paga.
doctor-N408 = Últimas respuestas, completas: { $done }; incompletas: { $failed }.
doctor-N408-hint = -

## La Chat API

doctor-E501 = No se puede conectar con { $host }: { $reason }
doctor-E501-hint = Revisa CHAT_API_BASE_URL, y la red, el firewall y el proxy de esta máquina.
doctor-N502 = Se puede conectar con { $host }. Si acepta la clave y conoce el chatbot solo se sabe haciendo una pregunta, que se paga.
doctor-N502-hint = `bridge-bot check --ask` hace una.
doctor-E503 = La Chat API no ha dado ninguna respuesta: { $reason }
doctor-E503-hint = Revisa CHAT_API_KEY, CHAT_BOT_UID y la suscripción.
doctor-N504 = La Chat API respondió en { $seconds } s. Esa pregunta se ha pagado.
doctor-N504-hint = -
doctor-W505 = CHAT_API_BASE_URL empieza por http://, así que la clave y todas las preguntas viajan por la red a la vista de cualquiera.
doctor-W505-hint = Usa https://.

## Esta máquina

doctor-W601 = El reloj de esta máquina se desvía { $seconds } s del de Discord.
doctor-W601-hint = Deja que lo ajuste un servicio como chrony o systemd-timesyncd. Hasta entonces, las horas del registro son incorrectas.
doctor-N602 = { $versions }
doctor-N602-hint = -
doctor-N701 = { $proxy }
doctor-N701-hint = -

## El bot en marcha, visto desde su puerto de estado

doctor-W801 = El bot en marcha no está listo: { $reasons }
doctor-W801-hint = docs/operating.md explica cada motivo. El bot trabaja en ello por sí solo; un reinicio gasta una de las sesiones que Discord concede al día.
doctor-N802 = El bot en marcha está listo: recibe las preguntas y puede atenderlas.
doctor-N802-hint = -
doctor-W803 = La última solicitud del bot en marcha a la Chat API falló: { $reason }
doctor-W803-hint = El registro dice más. `bridge-bot check --ask` hace una pregunta, que se paga.
doctor-N804 = Preguntas rechazadas desde el inicio: { $counts }
doctor-N804-hint = Quienes gestionan un servidor ven con /doctor qué se ha rechazado en él.
doctor-W805 = Eventos de Discord omitidos desde el inicio porque no se pudieron leer: { $counts }
doctor-W805-hint = El registro tiene el motivo de cada tipo. Un bridge-bot más reciente quizá sepa leerlos.
doctor-W806 = Solicitudes que Discord ha limitado desde el inicio: { $counts }
doctor-W806-hint = Algunas de ámbito «shared» son normales. Con «global», reduce DISCORD_REQUESTS_PER_SECOND; con «address», mira quién más usa la dirección de esta máquina.
doctor-W807 = Solicitudes a la Chat API que han fallado desde el inicio: { $counts }
doctor-W807-hint = El registro dice más de cada una.

## Por qué se rechazaron preguntas y fallaron respuestas, en pocas palabras

doctor-reason-refused-channel = el bot no está activo en ese canal
doctor-reason-refused-shut-out = el servidor ha excluido a quien pregunta
doctor-reason-refused-role = quien pregunta no tiene ninguno de los roles que pueden hacerlo
doctor-reason-refused-paused-server = el servidor ha puesto el bot en pausa
doctor-reason-refused-paused = quien administra el bot lo ha puesto en pausa
doctor-reason-refused-day-guild-member = el límite diario de quien pregunta en este servidor
doctor-reason-refused-day-channel = el límite diario del canal
doctor-reason-refused-day-guild = el límite diario del servidor
doctor-reason-refused-day-member = el límite diario de quien pregunta
doctor-reason-refused-day-all = el límite diario de todos los servidores juntos
doctor-reason-refused-too-many = demasiadas preguntas en un minuto
doctor-reason-refused-queue-full = demasiadas preguntas en espera en una conversación
doctor-reason-refused-opted-out = quien pregunta le ha prohibido al bot leer sus mensajes
doctor-reason-refused-forbidden = al bot le falta el permiso para responder ahí
doctor-reason-refused-forbidden-voice = al bot le falta el permiso para responder en ese canal de voz
doctor-reason-refused-no-private-threads = las respuestas deben ser privadas donde no hay hilos privados
doctor-reason-refused-private-thread-forbidden = al bot le falta el permiso para abrir hilos privados
doctor-reason-refused-private-thread-busy = Discord no abrió a tiempo un hilo privado
doctor-reason-refused-guild = el bot no es para este servidor
doctor-reason-refused-slow-mode = modo pausado
doctor-reason-refused-member = quien pregunta no puede escribir ahí
doctor-reason-refused-member-locked = el hilo está bloqueado
doctor-reason-refused-member-timed-out = quien pregunta tiene un aislamiento temporal
doctor-reason-refused-member-voice = quien pregunta no puede conectarse a ese canal de voz
doctor-reason-other = otro motivo
doctor-reason-error-store = falló la base de datos
doctor-reason-error-platform = Discord no aceptó la respuesta
doctor-reason-error-platform-forbidden = al bot le falta un permiso o el hilo está bloqueado
doctor-reason-error-text-refused = un filtro del servidor rechazó el texto
doctor-reason-error-api-unexpected = el chatbot no dio ninguna respuesta
doctor-reason-error-api-unreachable = no se puede conectar con el chatbot
doctor-reason-error-api-connection-lost = se perdió la conexión con el chatbot
doctor-reason-error-api-timeout = el chatbot tardó demasiado
doctor-reason-error-intermediary-refused = algo entre el bot y el chatbot lo rechazó
doctor-reason-error-api-refused = el chatbot rechaza la clave o su suscripción ha terminado
doctor-reason-error-api-bot-unknown = el chatbot no existe
doctor-reason-error-api-rate-limited = se le pregunta al chatbot con demasiada frecuencia
doctor-reason-error-api-busy = el chatbot está saturado o tiene un problema
doctor-reason-error-api-rejected = el chatbot no aceptó la pregunta
doctor-reason-error-api-malformed = no se pudo entender la respuesta del chatbot
doctor-reason-error-answer-too-long = la respuesta era más larga de lo que se puede mostrar
doctor-reason-error-api-broken-off = la respuesta se cortó
