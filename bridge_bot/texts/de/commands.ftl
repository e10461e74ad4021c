# Die Befehle, und was /language antwortet.

ask-description = Stelle dem Chatbot eine Frage
ask-question-name = frage
ask-question-description = Was du wissen willst
ask-file-name = datei
ask-file-description = Eine Textdatei, die dazugehört, etwa ein Log. Sie wird mit der Frage gezeigt
ask-private = Ich antworte dir in einem privaten Thread und erwähne dich dort.
language-description = Sieh oder wähle die Sprache meiner Antworten
language-language-name = sprache
language-language-description = Die Sprache, in der ich antworten soll
language-unknown = Die Sprache „{ $code }“ kenne ich nicht. Wähle eine aus der Liste von /language; geändert hat sich nichts.
language-outside = Hier gibt es keine eigene Unterhaltung. In einem Thread, in dem ich antworte, oder in einer Direktnachricht an mich gibt es eine.

## Eine Frage zu einer Nachricht, in deren Menü

about-name = Frage dazu stellen
about-form = Frage zu dieser Nachricht
about-question = Deine Frage
about-default = Was bedeutet das?
# Steht über dem Zitat der Frage.
about-shown = -# Zu { $link }
# An den Chatbot, zwischen der Frage und dem Text der Nachricht.
about-quoted = Die Nachricht, um die es geht:
about-nothing = In dieser Nachricht steht kein Text, den ich lesen kann.
about-opted-out = Diese Nachricht darf ich nicht lesen: Wer sie geschrieben hat, möchte das nicht.
about-forgotten = Ich habe diese Nachricht nicht mehr zur Hand. Wenn es sie noch gibt, öffne ihr Menü und frag noch einmal.

## /new

new-description = Beginne hier eine neue Unterhaltung
new-begun = Hier beginnt eine neue Unterhaltung: Bei der nächsten Frage weiß der Chatbot nicht mehr, was weiter oben steht.
new-outside = In einem Kanal beginnt jede Frage von selbst eine neue Unterhaltung. Benutze /new in einem Thread, in dem ich antworte, oder in einer Direktnachricht an mich.

## /help

help-description = Wie du mich fragst und was hier alles geht
help-intro = Ich gebe deine Fragen an einen Chatbot weiter und zeige dir seine Antworten. Die schreibt eine Maschine, also prüfe nach, was wichtig ist.
help-mentions = Erwähne { $bot } mit deiner Frage, antworte auf eine Nachricht von mir oder nimm `/ask`.
help-messages = Jede Nachricht hier ist eine Frage an mich, außer sie geht an jemand anderen. `/ask` geht auch.
help-posts = Jeder neue Post hier ist eine Frage an mich. In anderen Posts erwähne { $bot } oder nimm `/ask`.
help-direct = Jede Nachricht hier ist eine Frage an mich.
help-elsewhere = Nimm `/ask`. Ich bin hier kein Mitglied, also siehst nur du die Frage und meine Antwort.
help-own-thread = Jede Nachricht in diesem Thread ist eine Frage an mich, außer sie geht an jemand anderen.
help-in-thread = Ich antworte in einem Thread zu deiner Frage, und dort geht es ohne Erwähnung weiter.
help-in-private-thread = Ich antworte in einem privaten Thread, den nur du und die Moderation sehen.
help-in-channel = Ich antworte im Kanal. Antworte auf meine Antwort, um weiterzumachen.
help-about = Zu einer Nachricht, die schon da ist: Öffne ihr Menü, dann Apps, *Frage dazu stellen*.
help-files = Ich lese auch Textdateien, etwa ein Log oder Code.
help-language = { $code ->
    [auto] Hier antworte ich dir in der Sprache deiner Frage. Mit `/language` wählst du eine andere.
   *[other] Hier antworte ich dir in dieser Sprache: { $language }. Mit `/language` wählst du eine andere.
}
help-new = `/new` in einem Thread beginnt eine neue Unterhaltung.
help-new-direct = `/new` beginnt eine neue Unterhaltung.
help-handoff = `/handoff` in einem Thread oder „Hilfe rufen“ unter einer Antwort ruft { $role } herbei. Dann bin ich dort bis `/resume` still, außer man erwähnt mich.
help-roles = Hier antworte ich nur Mitgliedern mit einer dieser Rollen: { $roles }
help-settings = Du verwaltest diesen Server: Mit `/settings` legst du fest, was ich wo tue.
help-privacy = `/privacy` sagt dir, was mit deinen Worten geschieht; dort kannst du mir auch verbieten, sie zu lesen. `/export` gibt dir, was ich über dich speichere, und `/forget` löscht es.
