# Lo que muestra y responde /language. Los límites son los de commands.ftl.

language-scope-name = ámbito
language-scope-description = Para quién. Si no lo dices: la conversación o, en un canal, solo tú
language-option-reset = Ninguno propio
language-scope-conversation = Esta conversación
language-scope-me = Yo, en todas partes
language-scope-channel = Este canal
language-scope-server = Este servidor
language-auto = el idioma de la pregunta
language-unset = sin elegir
language-no-server = Eso solo se puede elegir en un servidor del que soy miembro.

## What was chosen. $code is "auto", "reset", or that of a language.

language-chosen-conversation = { $code ->
    [auto] A partir de ahora respondo aquí en el idioma de la pregunta.
    [reset] Esta conversación ya no tiene un idioma propio.
   *[other] A partir de ahora respondo aquí en este idioma: { $language }.
}
language-chosen-me = { $code ->
    [auto] A partir de ahora te respondo en el idioma de tu pregunta.
    [reset] Ya no tienes un idioma propio.
   *[other] A partir de ahora te respondo en este idioma: { $language }.
}
language-chosen-channel = { $code ->
    [auto] A partir de ahora respondo en este canal en el idioma de la pregunta.
    [reset] Este canal ya no tiene un idioma propio.
   *[other] A partir de ahora respondo en este canal en este idioma: { $language }.
}
language-chosen-server = { $code ->
    [auto] A partir de ahora respondo en este servidor en el idioma de la pregunta.
    [reset] Este servidor ya no tiene un idioma propio.
   *[other] A partir de ahora respondo en este servidor en este idioma: { $language }.
}

## What is in force, with a line for each of those who may choose. The first that is set holds.

language-in-force = { $code ->
    [auto] Aquí te respondo en el idioma de tu pregunta.
   *[other] Aquí te respondo en este idioma: { $language }.
}
language-layer-conversation = Esta conversación: { $language }
language-layer-me = Tú, en todas partes: { $language }
language-layer-channel = Este canal: { $language }
language-layer-server = Este servidor: { $language }
language-layer-default = Quien me administra: { $language }
language-how = -# Vale el primero que esté elegido. `/language` con un idioma y un ámbito lo cambia.
