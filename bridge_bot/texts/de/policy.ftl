# Was ein Server über den Bot entscheidet, und was seine Mitglieder davon lesen.

## Absagen

press-not-private = Dieser Button gehört zu einer Nachricht, die nur du siehst. Benutze den Befehl selbst.
refused-channel = In diesem Kanal bin ich ausgeschaltet. Wer den Server verwaltet, kann das mit `/settings` ändern.
refused-shut-out = Auf diesem Server bin ich nicht für dich da: So hat es die Serververwaltung entschieden. Wenn du das für einen Irrtum hältst, frag dort nach.
refused-role = Hier antworte ich nur Mitgliedern mit bestimmten Rollen. Welche das sind, weiß, wer den Server verwaltet.
refused-paused-server = Ich mache Pause: Wer diesen Server verwaltet, hat mich hier angehalten. Diese Frage beantworte ich nicht nachträglich, also stelle sie bitte noch einmal, wenn ich wieder da bin.
refused-day-guild-member =
    { $limit ->
        [one] Du hast mir auf diesem Server deine eine Frage für heute gestellt.
       *[other] Du hast mir auf diesem Server deine { $limit } Fragen für heute gestellt.
    } Du kannst hier <t:{ $until }:R> wieder fragen.
refused-day-channel = Dieser Kanal hat seine Fragen an mich für heute aufgebraucht. Ich antworte hier <t:{ $until }:R> wieder.

## Einstellungen

settings-outdated = Jemand anderes hat diese Einstellungen gerade geändert. Sieh sie dir an, wie sie jetzt sind, und versuche es dann noch einmal.
