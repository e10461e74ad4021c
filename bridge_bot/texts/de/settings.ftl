# /settings: was wählt, wer einen Server verwaltet. Grenzen von Discord: Beschriftung eines Buttons
# 34 Zeichen, eine Option und ihre Beschreibung 100, Titel und Beschriftungen eines Formulars 45,
# dessen Beschreibungen 100, ein Platzhalter 100.

settings-description = Lege fest, was ich auf diesem Server beantworte, wo und für wen
settings-title = ## Meine Einstellungen: { $place }
settings-whole-server = der ganze Server
settings-only-you = -# Das siehst nur du. Eine Änderung gilt sofort.

## Was über den Einstellungen steht

settings-saved = Gespeichert.
settings-unchanged = Es hat sich nichts geändert.
settings-changed-meanwhile = Seit das hier gezeigt wurde, hat jemand die Einstellungen geändert, deshalb habe ich sie so gelassen. Das ist der neueste Stand.
settings-newer = Seit das hier gezeigt wurde, haben sich die Einstellungen geändert. Das ist der neueste Stand.
settings-channel-gone = Diesen Kanal gibt es nicht mehr, oder ich sehe ihn nicht. Das sind die Einstellungen des ganzen Servers.
settings-store-failed = ⚠️ Ich komme gerade nicht an die Einstellungen, deshalb weiß ich nicht, ob das gespeichert wurde. Bitte versuche es gleich noch einmal.
settings-not-a-number = ⚠️ In „{ $field }“ gehört eine ganze Zahl von 0 bis { $most } oder nichts. Ich habe nichts geändert.
settings-not-offered = Das lässt sich hier nicht mehr wählen. Das ist der neueste Stand.
settings-not-everybody = ⚠️ Alle rufe ich nie. Wähle eine Rolle, die nur einige Mitglieder haben.
settings-not-allowed = Meine Einstellungen sehen und ändern nur Mitglieder mit der Berechtigung „Server verwalten“.
settings-outside = Einstellungen gehören zu einem Server. Benutze diesen Befehl dort.

## Auswählen, was gezeigt wird

settings-choose-channel = Der ganze Server. Hier einen Kanal oder ein Forum wählen
settings-back-to-server = Den ganzen Server zeigen
settings-choose-page = Was gezeigt wird

settings-page-overview = Überblick
settings-page-questions = Fragen und Antworten
settings-page-askers = Wer fragen darf
settings-page-limits = Limits
settings-page-extras = Quellen, Buttons, Feedback und Hilfe
settings-page-changes = Was geändert wurde und von wem

## Eine Einstellung, was gilt und woher das kommt

settings-name-served = Worauf ich antworte
settings-name-answer-place = Wo ich antworte
settings-name-chat-bot = Chatbot
settings-name-language = Sprache meiner Antworten
settings-name-asker-roles = Wer fragen darf
settings-name-shut-out = Wer nicht fragen darf
settings-name-member-questions-per-minute = Fragen pro Minute, je Mitglied
settings-name-member-questions-per-day = Fragen pro Tag, je Mitglied
settings-name-questions-per-day = Fragen pro Tag, von allen zusammen
settings-name-archive-after = Threads werden archiviert
settings-name-archive-resolved = Gelöste Threads schließen
settings-name-show-sources = Quellen unter Antworten
settings-name-show-controls = Buttons unter Antworten
settings-name-feedback-channel = Kanal für Feedback
settings-name-help-role = Rolle, die zu Hilfe gerufen wird
settings-name-quiet-after-helper = Ich bin still, wenn diese Rolle schreibt
settings-name-paused = Pause

settings-in-force = **{ $name }**: { $value } · *{ $source }*
settings-source-channel = für diesen Kanal eingestellt
settings-source-server = für den Server eingestellt
settings-source-default = Standard
settings-none = Nichts für diesen Kanal
settings-reset = Wie auf dem Server
settings-reset-server = Zurück zum Standard
settings-option-reset = Wie auf dem ganzen Server
settings-option-reset-server = Standard
settings-option-now = Jetzt: { $value }

## Werte

settings-value-mentions = auf Erwähnungen
settings-value-messages = auf jede Nachricht
settings-value-posts = auf jeden Forum-Post
settings-value-nothing = auf nichts
settings-value-public-thread = in einem öffentlichen Thread
settings-value-private-thread = in einem privaten Thread
settings-value-channel = im Kanal
settings-value-usual-bot = Standard-Chatbot
settings-value-bot-gone = { $bot } (gibt es bei mir nicht mehr)
settings-value-usual-language = wie eingestellt von dem, der mich betreibt
settings-value-everybody = alle
settings-value-nobody = niemand
settings-value-more = { $shown } und noch { $more }
settings-value-no-limit = kein Limit
settings-value-operator-limit = { $limit } (legt fest, wer mich betreibt)
settings-value-hour = nach einer Stunde
settings-value-day = nach einem Tag
settings-value-three-days = nach drei Tagen
settings-value-week = nach einer Woche
settings-value-archive-usual = wie im Kanal eingestellt
settings-value-on = an
settings-value-off = aus
settings-value-no-channel = keiner
settings-value-no-role = keine
settings-value-minutes =
    { $minutes ->
        [0] gar nicht
        [60] eine Stunde lang
        [240] vier Stunden lang
        [one] eine Minute lang
       *[other] { $minutes } Minuten lang
    }
settings-value-paused = ich mache Pause
settings-value-running = ich antworte
settings-value-unset = Standard

settings-about-mentions = Nur Nachrichten, die mich erwähnen oder mir antworten
settings-about-messages = Kostet: jede Nachricht ist eine bezahlte Anfrage. Was Mitglieder untereinander reden, nicht
settings-about-posts = Kostet: jeder neue Post ist eine bezahlte Anfrage. In Posts nur, was sich an mich richtet
settings-about-nothing = Auf gar keine Frage, auch nicht per Befehl
settings-about-public-thread = Alle, die den Kanal sehen, können mitlesen
settings-about-private-thread = Nur wer gefragt hat und die Moderation sehen ihn
settings-about-channel = Als Antwort, ohne Thread

settings-confirm-messages =
    ⚠️ **Jede Nachricht kostet.** Was Mitglieder { $where } schreiben, wird zu einer Frage an den Chatbot, also zu einer bezahlten Anfrage, außer wenn sie sich untereinander unterhalten. An einem lebhaften Tag können das Tausende sein. Unter „Limits“ kannst du das begrenzen.
settings-confirm-posts =
    ⚠️ **Jeder Post kostet.** Jeder neue Post { $where } wird zu einer Frage an den Chatbot, also zu einer bezahlten Anfrage. Unter „Limits“ kannst du das begrenzen.
settings-where-server = irgendwo auf diesem Server
settings-where-channel = im Kanal { $channel }
settings-take-messages = Ja, auf jede Nachricht antworten
settings-take-posts = Ja, auf jeden Post antworten
settings-cancel = Abbrechen

settings-choose-roles = Alle. Hier Rollen wählen
settings-choose-members = Niemand. Hier Mitglieder wählen
settings-choose-feedback-channel = Keiner. Hier einen Kanal wählen
settings-choose-help-role = Keine. Hier eine Rolle wählen
settings-feedback-note = -# Jede Antwort, die ein 👎 bekommt, wird im Kanal für Feedback einmal verlinkt. Antworten in privaten Threads nicht.
settings-shut-out-note = -# Wer auf dem ganzen Server nicht fragen darf, darf es auch in keinem Kanal.

## Limits

settings-limits-note = -# Jede bezahlte Anfrage zählt, auch eine wiederholte Frage. Tage beginnen um 0:00 UTC.
settings-operator-limit = -# Wer mich betreibt, erlaubt { $limit }, und dabei bleibt es.
settings-change-limits = Limits ändern
settings-limits-form = Limits
settings-limit-about = Leer: Standard. 0: kein Limit.
settings-limit-about-operator = { $about } Höchstens { $limit } (legt fest, wer mich betreibt).

## Die Pause eines Servers

settings-pause = Auf diesem Server Pause machen
settings-go-on = Weitermachen
settings-pause-note = -# Während der Pause laufen begonnene Antworten zu Ende; auf jede neue Frage kommt nur ein freundlicher Hinweis, und sie kostet nichts.
settings-own-channels = Kanäle mit eigenen Einstellungen: { $channels }

## Was mir fehlt

# $permissions: eine oder mehrere Berechtigungen. $effect: einer der nächsten Sätze, ab dem Verb.
settings-lacks = ⚠️ Mir fehlt: { $permissions }. Deshalb { $effect }.
settings-lacks-all = kann ich hier nicht antworten
settings-lacks-thread = kann ich hier keine Threads öffnen und antworte stattdessen im Kanal
settings-lacks-private-thread = kann ich keine privaten Threads öffnen und antworte hier auf nichts
settings-lacks-moderation = kann, wer hier fragt, andere in einen privaten Thread holen
settings-lacks-history = bin ich hier in einem Post nach dessen erster Frage still, außer man erwähnt mich
settings-no-private-threads = ⚠️ Hier gibt es keine privaten Threads, deshalb antworte ich hier auf nichts. Wähle einen anderen Ort.
settings-lacks-resolving = haben meine Antworten hier keinen Button „Gelöst“
settings-lacks-feedback = kann ich dort kein Feedback melden
settings-feedback-gone = ⚠️ Den Kanal für Feedback gibt es nicht mehr, oder ich sehe ihn nicht, deshalb erfährt niemand von Feedback. Wähle einen anderen oder keinen.
settings-lacks-askers = ⚠️ Diese Rollen gibt es nicht mehr, deshalb darf niemand fragen. Wähle andere oder keine.
settings-lacks-content = ⚠️ Ich laufe ohne „Message Content Intent“, deshalb lese ich nur Nachrichten, die mich erwähnen.
settings-operator-off = -# Wer mich betreibt, hat das für alle Server ausgeschaltet, und dabei bleibt es.
settings-lacks-helpers = ⚠️ Diese Rolle gibt es nicht mehr, deshalb kann niemand gerufen werden. Wähle eine andere.
settings-lacks-role = ⚠️ Ich kann diese Rolle nicht anpingen: Erlaube allen, sie zu erwähnen, oder gib mir „Erwähne @everyone, @here und ‚Alle Rollen‘“.
settings-permission-view-channel = „Kanal ansehen“
settings-permission-send-messages = „Nachrichten senden“
settings-permission-create-public-threads = „Öffentliche Threads erstellen“
settings-permission-create-private-threads = „Private Threads erstellen“
settings-permission-send-messages-in-threads = „Nachrichten in Threads senden“
settings-permission-manage-threads = „Threads verwalten“
settings-permission-read-message-history = „Nachrichtenverlauf anzeigen“
settings-permission-connect = „Verbinden“

## Die Liste der Änderungen

settings-no-changes = Noch hat niemand etwas geändert.
settings-change = { $when } { $member } · { $place } · { $name }: { $former } → { $value }
settings-older = Ältere Änderungen
settings-newest = Neueste Änderungen
