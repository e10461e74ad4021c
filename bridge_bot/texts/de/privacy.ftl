# Was Mitglieder über ihre eigenen Worte lesen: bei /privacy, über der ersten Antwort, nach dem Verbieten.
# /privacy wird aus mehreren Einträgen zusammengesetzt: so kurz wie möglich halten.

## Über der ersten Antwort

first-answer = Diese Antworten schreibt eine Maschine, also prüfe nach, was wichtig ist. Fragen gehen an { $host }. Mehr: /privacy

## Wer es verboten hat

refused-opted-out = Ich soll deine Nachrichten nicht lesen, deshalb antworte ich dir nicht. Mit /privacy kannst du das ändern.
ending-opted-out = Ich habe hier aufgehört, weil die Person, die gefragt hat, das so will.

## /privacy

privacy-description = Was mit deinen Worten geschieht und wie du verbietest, dass ich sie lese
privacy-sent = **Wohin deine Fragen gehen.** Eine Maschine beantwortet sie: Jede Frage geht an den Chatbot bei `{ $host }`, mit der gewählten Sprache. Deinen Namen und deine ID erfährt er nicht. Die Fragen einer Unterhaltung merkt er sich.
privacy-read = **Was ich lese.** Nachrichten, die mich fragen: wenn sie mich erwähnen oder mir antworten, in Threads, die ich geöffnet habe, und als Direktnachricht an mich; was du einem Befehl mitgibst; eine Nachricht, zu der mich jemand über ihr Menü fragt; und jede Nachricht eines Kanals, wenn die Moderation des Servers das will. Zu einer Frage auch die Nachricht, auf die sie antwortet oder die sie weiterleitet, außer wer sie schrieb, verbietet das. Sonst gebe ich nichts weiter.
privacy-stored = **Was ich speichere.** Den Text deiner Frage, bis sie beantwortet ist; von der Antwort nur die Quellen, die der Chatbot genannt hat, je mit einem kurzen Auszug. Zu jeder Frage: wer sie wann und wo gestellt hat, als IDs von Discord, die IDs meiner Nachrichten mit der Antwort, wie sie ausging und ihre Sprache. Zu jeder Unterhaltung: ihre ID beim Chatbot, ihre Sprache und ihren Chatbot. Wie viele Fragen du heute gestellt hast. Dass Hilfe zu einer Unterhaltung gerufen wurde und seit wann ich dort still bin. Dass du weißt, dass eine Maschine antwortet. Die Sprache, die du für dich gewählt hast, und die deines Discord. Deine 👍 und 👎 und was du ins Formular hinter 👎 schreibst. Was du hier wählst. Und wenn du meine Einstellungen für einen Server änderst: was und wann.
privacy-kept = **Wie lange.** Die Zahlen eines Tages lösche ich mit dem Tag, und wo ich still war, eine Woche später. Deine Fragen, meine Notizen zu den Antworten und deine Bewertungen lösche ich nach { $days ->
    [one] einem Tag
   *[other] { $days } Tagen
}. Dass du weißt, dass eine Maschine antwortet, und was du hier wählst, bleibt, bis du es änderst. `/export` gibt dir alles davon als Datei, `/forget` löscht es.
privacy-page = **Mehr.** Wer mich betreibt, erklärt hier mehr: <{ $url }>
privacy-may-opt-out = **Du entscheidest.** Du kannst mir auf allen Servern ganz verbieten, deine Nachrichten zu lesen oder zu zitieren. Dann antworte ich dir auch nicht mehr, und laufende Antworten enden.
privacy-is-opted-out = **Du entscheidest.** Du hast mir auf allen Servern verboten, deine Nachrichten zu lesen oder zu zitieren. Deshalb antworte ich dir nicht. Du kannst es wieder erlauben.
privacy-opt-out = Meine Nachrichten nicht lesen
privacy-opt-in = Meine Nachrichten wieder lesen

## /forget und /export

forget-description = Lösche, was ich über dich speichere
forget-asked = **Soll ich dich vergessen?** Ich lösche auf allen Servern deine Fragen mit dem, was ich mir zu ihren Antworten notiert habe, deine Bewertungen und die IDs beim Chatbot von Unterhaltungen, die nur du benutzt hast. Der Chatbot weiß dann nicht mehr, was dort gesagt wurde. Das lässt sich nicht rückgängig machen. `/export` zeigt dir vorher, was da ist.
forget-confirm = Vergiss mich
forget-done = Ich habe gelöscht, was ich über dich gespeichert hatte. Fragen: { $questions }. Quellen ihrer Antworten: { $sources }. Bewertungen: { $votes }. IDs von Unterhaltungen beim Chatbot: { $conversations }.
forget-left = Fragen, die ich noch nicht löschen kann: { $count }. Sie sind aus den letzten zehn Minuten, oder ihre Antwort ist noch nicht zu Ende. Benutze `/forget` später noch einmal.
forget-stays = Das bleibt: ob du mir verboten hast, deine Nachrichten zu lesen, ob ein Server dich ausgeschlossen hat, was du an den Einstellungen eines Servers geändert hast, und die Zahlen von heute.
forget-elsewhere = Was andere aufheben, kann ich nicht löschen: Der Chatbot behält, was er gefragt wurde, und unsere Nachrichten bleiben auf Discord, bis du oder die Moderation sie dort löscht.
export-description = Hole dir alles, was ich über dich speichere, als Datei
export-done = Das ist alles, was ich über dich speichere. Nur du siehst es.
export-nothing = Ich speichere nichts über dich.
export-too-large = Das ist mehr, als in eine Datei auf Discord passt. Wer mich betreibt, kann es dir geben.
