# O que o /language mostra e responde. Os limites são os de commands.ftl.

language-scope-name = alcance
language-scope-description = Para quem. Sem isso: a conversa ou, em um canal, só você
language-option-reset = Nenhum próprio
language-scope-conversation = Esta conversa
language-scope-me = Eu, em todo lugar
language-scope-channel = Este canal
language-scope-server = Este servidor
language-auto = o idioma da pergunta
language-unset = não escolhido
language-no-server = Isso só pode ser escolhido em um servidor do qual sou membro.

## What was chosen. $code is "auto", "reset", or that of a language.

language-chosen-conversation = { $code ->
    [auto] A partir de agora, respondo aqui no idioma da pergunta.
    [reset] Esta conversa não tem mais um idioma próprio.
   *[other] A partir de agora, respondo aqui neste idioma: { $language }.
}
language-chosen-me = { $code ->
    [auto] A partir de agora, respondo a você no idioma da sua pergunta.
    [reset] Você não tem mais um idioma próprio.
   *[other] A partir de agora, respondo a você neste idioma: { $language }.
}
language-chosen-channel = { $code ->
    [auto] A partir de agora, respondo neste canal no idioma da pergunta.
    [reset] Este canal não tem mais um idioma próprio.
   *[other] A partir de agora, respondo neste canal neste idioma: { $language }.
}
language-chosen-server = { $code ->
    [auto] A partir de agora, respondo neste servidor no idioma da pergunta.
    [reset] Este servidor não tem mais um idioma próprio.
   *[other] A partir de agora, respondo neste servidor neste idioma: { $language }.
}

## What is in force, with a line for each of those who may choose. The first that is set holds.

language-in-force = { $code ->
    [auto] Aqui respondo a você no idioma da sua pergunta.
   *[other] Aqui respondo a você neste idioma: { $language }.
}
language-layer-conversation = Esta conversa: { $language }
language-layer-me = Você, em todo lugar: { $language }
language-layer-channel = Este canal: { $language }
language-layer-server = Este servidor: { $language }
language-layer-default = Quem me administra: { $language }
language-how = -# Vale o primeiro que estiver escolhido. `/language` com um idioma e um alcance muda isso.
