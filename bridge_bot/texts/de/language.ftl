# Was /language zeigt und antwortet. Namen und Beschreibungen wie in commands.ftl begrenzt.

language-scope-name = bereich
language-scope-description = Für wen. Ohne Angabe: für die Unterhaltung, in einem Kanal nur für dich
language-option-reset = Keine eigene
language-scope-conversation = Diese Unterhaltung
language-scope-me = Ich, überall
language-scope-channel = Dieser Kanal
language-scope-server = Dieser Server
language-auto = die Sprache der Frage
language-unset = nicht gewählt
language-no-server = Das lässt sich nur auf einem Server wählen, auf dem ich Mitglied bin.

## What was chosen. $code is "auto", "reset", or that of a language.

language-chosen-conversation = { $code ->
    [auto] Ab jetzt antworte ich hier in der Sprache der Frage.
    [reset] Diese Unterhaltung hat keine eigene Sprache mehr.
   *[other] Ab jetzt antworte ich hier in dieser Sprache: { $language }.
}
language-chosen-me = { $code ->
    [auto] Ab jetzt antworte ich dir in der Sprache deiner Frage.
    [reset] Du hast keine eigene Sprache mehr gewählt.
   *[other] Ab jetzt antworte ich dir in dieser Sprache: { $language }.
}
language-chosen-channel = { $code ->
    [auto] Ab jetzt antworte ich in diesem Kanal in der Sprache der Frage.
    [reset] Dieser Kanal hat keine eigene Sprache mehr.
   *[other] Ab jetzt antworte ich in diesem Kanal in dieser Sprache: { $language }.
}
language-chosen-server = { $code ->
    [auto] Ab jetzt antworte ich auf diesem Server in der Sprache der Frage.
    [reset] Dieser Server hat keine eigene Sprache mehr.
   *[other] Ab jetzt antworte ich auf diesem Server in dieser Sprache: { $language }.
}

## What is in force, with a line for each of those who may choose. The first that is set holds.

language-in-force = { $code ->
    [auto] Hier antworte ich dir in der Sprache deiner Frage.
   *[other] Hier antworte ich dir in dieser Sprache: { $language }.
}
language-layer-conversation = Diese Unterhaltung: { $language }
language-layer-me = Du, überall: { $language }
language-layer-channel = Dieser Kanal: { $language }
language-layer-server = Dieser Server: { $language }
language-layer-default = Wer mich betreibt: { $language }
language-how = -# Es gilt die erste davon, die gewählt ist. `/language` mit einer Sprache und einem Bereich ändert sie.
