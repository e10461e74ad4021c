# Was Mitglieder über die Dateien einer Frage lesen.

files-no-text = Ich kann bisher nur Textdateien lesen, deshalb habe ich das hier weggelassen: { $names }
files-too-large = Ich lese Dateien bis 256 KB, deshalb habe ich das hier weggelassen: { $names }
files-not-downloaded = Das hier konnte ich nicht herunterladen: { $names }. Wenn es wichtig ist, frag bitte noch einmal.
files-cut =
    { $most ->
        [one] Von deinen Dateien habe ich das erste Zeichen gelesen.
       *[other] Von deinen Dateien habe ich die ersten { $most } Zeichen gelesen.
    }
quotation-left-out = Die Nachricht, die du weitergeleitet oder auf die du geantwortet hast, habe ich weggelassen: Ich lese nur, wovon ich weiß, dass ich es lesen darf.
hint-no-text =
    { $note }
    Schreibe deine Frage als Nachricht.
