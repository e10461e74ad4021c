# Ce que /language montre et répond. Les limites sont celles de commands.ftl.

language-scope-name = portée
language-scope-description = Pour qui. Par défaut : la conversation, ou toi dans un salon
language-option-reset = Aucune en particulier
language-scope-conversation = Cette conversation
language-scope-me = Moi, partout
language-scope-channel = Ce salon
language-scope-server = Ce serveur
language-auto = la langue de la question
language-unset = non choisie
language-no-server = Ce choix n’est possible que sur un serveur dont je suis membre.

## What was chosen. $code is "auto", "reset", or that of a language.

language-chosen-conversation = { $code ->
    [auto] À partir de maintenant, je réponds ici dans la langue de la question.
    [reset] Cette conversation n’a plus de langue à elle.
   *[other] À partir de maintenant, je réponds ici dans cette langue : { $language }.
}
language-chosen-me = { $code ->
    [auto] À partir de maintenant, je te réponds dans la langue de ta question.
    [reset] Tu n’as plus de langue à toi.
   *[other] À partir de maintenant, je te réponds dans cette langue : { $language }.
}
language-chosen-channel = { $code ->
    [auto] À partir de maintenant, je réponds dans ce salon dans la langue de la question.
    [reset] Ce salon n’a plus de langue à lui.
   *[other] À partir de maintenant, je réponds dans ce salon dans cette langue : { $language }.
}
language-chosen-server = { $code ->
    [auto] À partir de maintenant, je réponds sur ce serveur dans la langue de la question.
    [reset] Ce serveur n’a plus de langue à lui.
   *[other] À partir de maintenant, je réponds sur ce serveur dans cette langue : { $language }.
}

## What is in force, with a line for each of those who may choose. The first that is set holds.

language-in-force = { $code ->
    [auto] Ici, je te réponds dans la langue de ta question.
   *[other] Ici, je te réponds dans cette langue : { $language }.
}
language-layer-conversation = Cette conversation : { $language }
language-layer-me = Toi, partout : { $language }
language-layer-channel = Ce salon : { $language }
language-layer-server = Ce serveur : { $language }
language-layer-default = La personne qui m’héberge : { $language }
language-how = -# La première qui est choisie s’applique. `/language` avec une langue et une portée la change.
