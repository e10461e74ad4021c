# Die Buttons unter einer Antwort (80 Zeichen, besser höchstens 34), und was nach dem Drücken gesagt wird.

control-stop = Stopp
control-regenerate = Neue Antwort
control-try-again = Nochmal versuchen
control-sources = Quellen
control-resolved = Gelöst
control-help = Hilfe rufen
control-asking-again = Ich frage noch einmal. Die neue Antwort tritt an die Stelle von dieser.

## Was „Gelöst“ bewirkt hat

control-resolved-tagged =
    Das ist jetzt als gelöst markiert, mit dem Tag „{ $tag }“.{ $closes ->
        [yes] {" "}Ich schließe den Thread; eine neue Nachricht öffnet ihn wieder.
       *[no] {""}
    }
control-resolved-full =
    Schön, dass das gelöst ist! Hier gibt es schon so viele Tags, wie Discord erlaubt, deshalb kann ich „{ $tag }“ nicht hinzufügen.{ $closes ->
        [yes] {" "}Ich schließe den Thread jetzt; eine neue Nachricht öffnet ihn wieder.
       *[no] {""}
    }
control-resolved-done =
    Schön, dass das gelöst ist!{ $closes ->
        [yes] {" "}Ich schließe diesen Thread; eine neue Nachricht öffnet ihn wieder.
       *[no] {""}
    }

## Warum nichts passiert

control-not-yours = Das kann nur, wer gefragt hat oder hier Nachrichten verwalten darf.
control-not-yours-to-resolve = Das kann nur, wer gefragt hat oder hier Threads verwalten darf.
control-resolved-forbidden = Das darf ich hier nicht mehr: Ich brauche die Berechtigung „Threads verwalten“.
control-resolved-answering = Ich beantworte hier noch eine Frage, und würde diesen Thread schließen. Bitte drücke noch einmal, wenn ich fertig bin.
control-resolved-gone = Das hat nicht geklappt: Gerade eben hat jemand anderes diesen Thread geschlossen oder geändert. Bitte versuche es noch einmal.
control-resolved-failed = Das lässt Discord gerade nicht zu. Bitte versuche es gleich noch einmal.
control-over = Diese Antwort ist schon zu Ende.
control-elsewhere = Ich starte gerade neu. Bitte drücke den Button in einer Minute noch einmal.
control-forgotten = Ich habe nicht mehr, was ich dafür brauche. Bitte stelle deine Frage noch einmal.
control-not-newest = Neu anfordern lässt sich nur die neueste Antwort einer Unterhaltung.
control-not-over = Ich beantworte diese Frage gerade.
control-sources-gone = Ich habe die Quellen dieser Antwort nicht mehr: Ich hebe sie nur eine Zeit lang auf.
control-question-gone = Ich kann die Frage nicht mehr ganz lesen. Bitte stelle sie noch einmal.
control-asker-opted-out = Die Person, die das gefragt hat, hat mir verboten, ihre Nachrichten zu lesen. Deshalb kann ich es nicht noch einmal fragen.

## Bewertungen. Im Formular: Titel und Beschriftungen 45 Zeichen, Beschreibungen und Optionen 100.

vote-counted = Danke! Dein 👍 ist gezählt.
vote-changed = Deine Bewertung ist jetzt 👍.
vote-known = Dein 👍 ist schon gezählt und bleibt.
vote-form = Was war nicht gut?
vote-form-about = Dein 👎 ist gezählt, ob du das hier ausfüllst oder schließt.
vote-reasons = Wähle aus, was zutrifft
vote-reason-wrong = Sie ist falsch
vote-reason-outdated = Sie ist veraltet
vote-reason-off-topic = Sie beantwortet die Frage nicht
vote-reason-incomplete = Es fehlt etwas
vote-reason-unclear = Sie ist schwer zu verstehen
vote-comment = In deinen eigenen Worten
vote-comment-about = Wer mich betreibt, kann das lesen. Bitte schreibe nichts Privates.
vote-explained = Danke! Das gehört jetzt zu deinem 👎.
vote-forgotten = Ich kenne diese Antwort nicht mehr, deshalb kann ich deine Bewertung nicht zählen.
vote-not-kept = ⚠️ Das konnte ich gerade nicht speichern. Bitte drücke den Button gleich noch einmal.
vote-not-down = Diese Antwort hat kein 👎 von dir, deshalb habe ich das nicht gespeichert. Drücke 👎, um etwas dazu zu sagen.

## Wie eine Antwort endet

ending-stopped = Angehalten, weil jemand den Button gedrückt hat.

## Die Quellen einer Antwort

sources-cited = In der Antwort zitiert
sources-consulted = Herangezogen, nicht zitiert
# Hinter dem Namen einer Quelle: die Stelle darin.
sources-place = , S. { $page }
sources-excerpt = „{ $excerpt }“
sources-untitled = Ohne Titel
sources-page = Seite { $page } von { $pages }
sources-back = Zurück
sources-next = Weiter
