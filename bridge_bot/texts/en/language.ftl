# What /language shows and answers. $language is a name such as "German · Deutsch", in other languages
# “Deutsch”; or language-auto.

language-scope-name = scope
language-scope-description = For whom. Without it: the conversation, or in a channel yourself
language-option-reset = None of its own
language-scope-conversation = This conversation
language-scope-me = Me, everywhere
language-scope-channel = This channel
language-scope-server = This server
language-auto = the language of the question
language-unset = not set
language-no-server = That can be chosen only on a server that I'm a member of.

## What was chosen. $code is "auto", "reset", or that of a language.

language-chosen-conversation = { $code ->
    [auto] From now on I answer in the language of the question here.
    [reset] This conversation has no language of its own any more.
   *[other] From now on I answer in { $language } here.
}
language-chosen-me = { $code ->
    [auto] From now on I answer you in the language of your question.
    [reset] You have no language of your own any more.
   *[other] From now on I answer you in { $language }.
}
language-chosen-channel = { $code ->
    [auto] From now on I answer in the language of the question in this channel.
    [reset] This channel has no language of its own any more.
   *[other] From now on I answer in { $language } in this channel.
}
language-chosen-server = { $code ->
    [auto] From now on I answer in the language of the question on this server.
    [reset] This server has no language of its own any more.
   *[other] From now on I answer in { $language } on this server.
}

## What is in force, with a line for each of those who may choose. The first that is set holds.

language-in-force = { $code ->
    [auto] Here I answer you in the language of your question.
   *[other] Here I answer you in { $language }.
}
language-layer-conversation = This conversation: { $language }
language-layer-me = You, everywhere: { $language }
language-layer-channel = This channel: { $language }
language-layer-server = This server: { $language }
language-layer-default = Whoever runs me: { $language }
language-how = -# The first of these that is set holds. `/language` with a language and a scope changes it.
