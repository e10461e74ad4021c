# Lo que se les dice a los miembros sobre lo que escriben. `…-description`: 100 caracteres como máximo.

## Encima de la primera respuesta

first-answer = Estas respuestas las escribe una máquina, así que verifica lo importante. Las preguntas van a { $host }. Más: /privacy

## Quien lo ha prohibido

refused-opted-out = Me pediste que no leyera tus mensajes, así que no te respondo. Puedes cambiarlo con /privacy.
ending-opted-out = Me he detenido aquí, como ha pedido quien hizo la pregunta.

## /privacy (todo junto es un solo mensaje de 4.000 caracteres como máximo)

privacy-description = Qué pasa con lo que escribes y cómo prohibirme que lo lea
privacy-sent = **Adónde van tus preguntas.** Las responde una máquina: cada pregunta se envía al chatbot en `{ $host }`, con el idioma elegido. Al chatbot no se le dicen tu nombre ni tu ID. Recuerda las preguntas de una conversación.
privacy-read = **Qué leo.** Los mensajes que me preguntan algo: los que me mencionan o me responden, los de los hilos que abrí, los mensajes directos que recibo, lo que escribes en un comando, un mensaje sobre el que alguien me pregunta desde su menú y, donde la moderación del servidor lo quiere, todos los mensajes de un canal. Con una pregunta leo también el mensaje al que responde o que reenvía, salvo que quien lo escribió lo prohíba. No transmito nada más.
privacy-stored = **Qué guardo.** El texto de tu pregunta hasta que tiene respuesta; de la respuesta, solo las fuentes que nombró el chatbot, cada una con un breve extracto. De cada pregunta: quién la hizo, cuándo y dónde, como ID de Discord, los ID de mis mensajes que la responden, cómo terminó y su idioma. De cada conversación: su ID en el chatbot, su idioma y su chatbot. Cuántas preguntas has hecho hoy. Que se llamó a alguien a una conversación y desde cuándo guardo silencio ahí. Que sabes que responde una máquina. El idioma que elegiste para ti y el de tu Discord. Tus 👍 y 👎, y lo que escribes en el formulario que abre 👎. Lo que eliges aquí. Y si cambias mi configuración para un servidor: qué y cuándo.
privacy-kept = **Durante cuánto tiempo.** Los recuentos diarios se borran al acabar el día, y los lugares donde guardé silencio, una semana después. Tus preguntas, mis notas sobre las respuestas y tus votos se eliminan al cabo de { $days ->
    [one] un día
   *[other] { $days } días
}. Que sabes que responde una máquina y lo que eliges aquí se conserva hasta que lo cambies. `/export` te lo da todo en un archivo y `/forget` lo elimina.
privacy-page = **Más.** Quien me administra cuenta más aquí: <{ $url }>
privacy-may-opt-out = **Tú decides.** Puedes prohibirme por completo leer o citar tus mensajes, en todos los servidores. Entonces tampoco te respondo, y lo que esté respondiendo en ese momento termina.
privacy-is-opted-out = **Tú decides.** Me has prohibido leer o citar tus mensajes, en todos los servidores. Por eso no te respondo. Puedes volver a permitirlo.
# Dos botones: 34 caracteres como máximo.
privacy-opt-out = No leas mis mensajes
privacy-opt-in = Vuelve a leer mis mensajes

## /forget y /export

forget-description = Elimina lo que guardo sobre ti
forget-asked = **¿Quieres que me olvide de ti?** En todos los servidores, elimino tus preguntas con lo que anoté de sus respuestas, tus votos y los ID que el chatbot dio a las conversaciones que solo usaste tú. El chatbot ya no recordará lo que se dijo ahí. No se puede deshacer. `/export` te muestra antes lo que hay.
# Un botón: 34 caracteres como máximo.
forget-confirm = Olvídate de mí
forget-done = He eliminado lo que guardaba sobre ti. Preguntas: { $questions }. Fuentes de sus respuestas: { $sources }. Votos: { $votes }. ID de conversaciones en el chatbot: { $conversations }.
forget-left = Preguntas que todavía no puedo eliminar: { $count }. Son de los últimos diez minutos, o su respuesta no ha terminado. Vuelve a usar `/forget` más tarde.
forget-stays = Se conserva esto: si me has prohibido leer tus mensajes, si un servidor te ha excluido, lo que cambiaste en la configuración de un servidor y los recuentos de hoy.
forget-elsewhere = No puedo eliminar lo que guardan otros: el chatbot conserva lo que se le preguntó, y nuestros mensajes siguen en Discord hasta que tú o la moderación los eliminen ahí.
export-description = Recibe en un archivo todo lo que guardo sobre ti
export-done = Esto es todo lo que guardo sobre ti. Solo lo ves tú.
export-nothing = No guardo nada sobre ti.
export-too-large = Es más de lo que cabe en un archivo de Discord. Quien me administra te lo puede dar.
