# Was Mitglieder über eine Frage lesen, die nicht beantwortet wird.

## Hinweise

hint-empty = Frag mich etwas: Schreibe deine Frage hinter meinen Namen.

## Absagen

refused-guild = Für diesen Server bin ich nicht freigeschaltet. Wer mich betreibt, kann ihn hinzufügen.
refused-dms = Auf Direktnachrichten antworte ich nicht. Frag mich stattdessen auf einem Server.
refused-dms-stranger = Auf Direktnachrichten antworte ich nur Mitgliedern der Server, für die ich freigeschaltet bin.
refused-too-many =
    Das ging schnell! Du kannst { $limit ->
        [one] eine Frage
       *[other] { $limit } Fragen
    } pro Minute stellen; versuche es in { $seconds ->
        [one] einer Sekunde
       *[other] { $seconds } Sekunden
    } noch einmal.
refused-day-member =
    { $limit ->
        [one] Du hast mir deine eine Frage für heute gestellt.
       *[other] Du hast mir deine { $limit } Fragen für heute gestellt.
    } Du kannst <t:{ $until }:R> wieder fragen.
refused-day-guild = Dieser Server hat seine Fragen an mich für heute aufgebraucht. Ich antworte hier <t:{ $until }:R> wieder.
refused-day-all = Alle meine Fragen für heute sind aufgebraucht. Ich antworte <t:{ $until }:R> wieder.
refused-paused = Ich mache Pause: Wer mich betreibt, hat mich angehalten. Diese Frage beantworte ich nicht nachträglich, also stelle sie bitte noch einmal, wenn ich wieder da bin.
refused-queue-full =
    { $limit ->
        [one] Hier wartet schon eine Frage.
       *[other] Hier warten schon { $limit } Fragen.
    } Lass mich erst antworten und frag dann noch einmal.
refused-forbidden = In diesem Kanal darf ich nicht schreiben. Wer den Server verwaltet, kann mir erlauben, Nachrichten zu senden und Threads zu erstellen.
refused-forbidden-voice = In diesem Kanal darf ich nicht schreiben. Wer den Server verwaltet, kann mir erlauben, mich mit ihm zu verbinden und Nachrichten zu senden.
refused-private-thread-forbidden = Ich antworte hier nur in privaten Threads und darf keinen öffnen. Wer den Server verwaltet, kann mir erlauben, private Threads zu erstellen und Nachrichten in Threads zu senden.
refused-no-private-threads = Ich antworte hier nur in privaten Threads, und in dieser Art von Kanal gibt es keine. Wer den Server verwaltet, kann mich mit /settings anderswo antworten lassen.
refused-private-thread-busy = Ich antworte hier nur in privaten Threads, und Discord lässt mich gerade keinen öffnen. Bitte frag in ein paar Minuten noch einmal.
refused-no-member = Ich bin kein Mitglied dieses Servers: Nur meine Befehle wurden hinzugefügt, deshalb kann ich hier nicht antworten. Wer den Server verwaltet, kann mich einladen: { $link }
refused-member = Ich antworte nur, wo du selbst schreiben darfst, und hier darfst du das nicht.
refused-member-voice = Ich antworte nur, wo du selbst schreiben darfst. Um in diesem Kanal zu schreiben, brauchst du die Berechtigung, dich mit ihm zu verbinden.
refused-member-locked = Ich antworte nur, wo du selbst schreiben darfst, und dieser Thread ist gesperrt.
refused-member-timed-out = Ich antworte nur, wo du selbst schreiben darfst, und du bist auf diesem Server im Timeout.
refused-slow-mode = Hier ist der Slow-Modus an, auch für deine Fragen an mich. Du kannst <t:{ $until }:R> wieder fragen.

## Bearbeitete Fragen

# Eine Frage, deren Antwort weitergeht, als wäre nichts bearbeitet. $reason: eine Absage oder der nächste Text.
edited-not-asked = Ich mache mit der Antwort auf deine Frage weiter, wie sie vorher war. { $reason }
edited-too-often =
    Du hast sie { $limit ->
        [one] einmal
       *[other] { $limit }-mal
    } geändert, während ich geantwortet habe.
