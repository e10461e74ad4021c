# Was der Doctor findet: `doctor-<code>` sagt, was nicht stimmt, `doctor-<code>-hint`, was hilft.
# Ein Hinweis „-“ heißt: Es ist nichts zu tun.

doctor-description = Was bei mir hier nicht stimmt und was dagegen hilft
doctor-not-allowed = Was bei mir hier nicht stimmt, sehen nur Mitglieder mit der Berechtigung „Server verwalten“.
doctor-outside = Ich sehe nur auf Servern nach, auf denen ich Mitglied bin. Benutze /doctor auf einem davon.
doctor-head = **Was ich auf diesem Server gefunden habe**
doctor-all-well = ✅ Ich habe hier nichts gefunden, was nicht stimmt.
doctor-finding =
    { $sign } { $message }
    -# → { $hint } `{ $id }`
doctor-finding-alone =
    { $sign } { $message }
    -# `{ $id }`
doctor-more =
    { $count ->
        [one] -# Und eine weitere Meldung.
       *[other] -# Und { $count } weitere Meldungen.
    }
doctor-and-more = { $shown } und noch { $more }

## Der Befehl bridge-bot check

doctor-check-well = Alles in Ordnung.
doctor-check-counts = Fehler: { $errors }, Warnungen: { $warnings }, Hinweise: { $notes }
doctor-check-asking = Ich stelle der Chat API eine Frage; sie wird bezahlt wie jede andere.
doctor-check-question = Hallo, funktionierst du?

## Einstellungen

doctor-E101 = { $problem }
doctor-E101-hint = Setze es in .env oder in der Umgebung; .env.example erklärt jede Einstellung.
doctor-W102 = { $problem }
doctor-W102-hint = -
doctor-W103 = Laut Einstellungen dürfen Mitglieder mich zu ihrem Account hinzufügen, laut Anwendung nicht.
doctor-W103-hint = Starte `bridge-bot check --fix` oder schalte „User Install“ ein: Developer Portal → deine Anwendung → Installation. Oder setze ALLOW_USER_INSTALL=false.
doctor-E104 = Ein Satz aus TEXTS_DIR ist nicht verwendbar, daher würde der Bot nicht starten. { $problem }
doctor-E104-hint = Verbessere ihn oder nimm ihn heraus; docs/translating.md sagt, wie ein Satz sein darf.

## Discord

doctor-E201 = Discord lehnt das Token ab.
doctor-E201-hint = Kopiere es noch einmal aus dem Developer Portal → deine Anwendung → Bot → Reset Token und setze es als DISCORD_TOKEN.
doctor-E202 = Discord ist nicht zu erreichen: { $reason }
doctor-E202-hint = Sieh nach Netzwerk, Firewall und Proxy dieses Rechners und auf die Statusseite von Discord; starte dann noch einmal.
doctor-E203 = Der „Message Content Intent“ ist aus, deshalb würde der Bot nicht starten.
doctor-E203-hint = Starte `bridge-bot check --fix` oder schalte ihn ein: Developer Portal → deine Anwendung → Bot → Privileged Gateway Intents. Oder setze MESSAGE_CONTENT=false; dann müssen Mitglieder den Bot in jeder Frage erwähnen.
doctor-N204 = Der „Message Content Intent“ ist an, wird aber wegen MESSAGE_CONTENT=false nicht benutzt.
doctor-N204-hint = Nach Discords Richtlinien soll niemand mehr Zugriff verlangen als nötig: Schalte ihn aus im Developer Portal → deine Anwendung → Bot.
doctor-W205 = Der Button „App hinzufügen“ der Anwendung verlangt nicht alles, was der Bot benutzt: { $missing }
doctor-W205-hint = Starte `bridge-bot check --fix` oder stelle es ein: Developer Portal → deine Anwendung → Installation → Default Install Settings.
doctor-E206 = Es ist eine „Interactions Endpoint URL“ gesetzt, deshalb schickt Discord Befehle und gedrückte Buttons dorthin und nicht an den Bot.
doctor-E206-hint = Leere sie im Developer Portal → deine Anwendung → General Information.
doctor-E207 = Discord lässt heute keine weiteren Sitzungen zu. Nach einer weiteren setzt Discord das Token zurück.
doctor-E207-hint =
    Warte { $hours ->
        [one] eine Stunde
       *[other] { $hours } Stunden
    } und finde heraus, warum der Bot so oft gestartet wurde. Ein Bot, der läuft, läuft weiter.
doctor-W208 =
    Discord lässt { $hours ->
        [one] in der nächsten Stunde
       *[other] in den nächsten { $hours } Stunden
    } nur noch { $left ->
        [one] eine Sitzung
       *[other] { $left } Sitzungen
    } zu.
doctor-W208-hint = Finde heraus, warum der Bot so oft gestartet wird oder die Verbindung verliert.
doctor-N209 = Discord kennt die Befehle noch nicht.
doctor-N209-hint = Der Bot meldet sie an, wenn er startet: `bridge-bot run`.
doctor-W210 = Discord hat andere Befehle als diese Version: { $names }
doctor-W210-hint = Starte diese Version einmal: `bridge-bot run`. Wenn sie läuft, steht in ihrem Log, warum Discord die Befehle nicht angenommen hat.
doctor-N211 =
    Der „Message Content Intent“ ist noch nicht geprüft: Discord verlangt das ab 10.000 Accounts, und die Server des Bots haben { $count ->
        [one] ein Mitglied
       *[other] { $count } Mitglieder
    }.
doctor-N211-hint = -
doctor-W212 = Discord prüft den „Message Content Intent“ dieses Bots, weil ihn mehr als 10.000 Accounts sehen oder weil er schon einmal genehmigt wurde: Er muss beantragt werden, und das jedes Jahr wieder.
doctor-W212-hint = Sieh im Developer Portal → deine Anwendung → Bot nach der Frist. Nach einer Mitteilung bleiben 90 Tage; wer sie verpasst, verliert den Intent.
doctor-N213 =
    { $count ->
        [one] Der Bot ist auf einem Server und nicht verifiziert. Bis dahin lässt er sich zu höchstens 100 hinzufügen.
       *[other] Der Bot ist auf { $count } Servern und nicht verifiziert. Bis dahin lässt er sich zu höchstens 100 hinzufügen.
    }
doctor-N213-hint = Beantrage es im Developer Portal → deine Anwendung → App Verification.
doctor-E214 =
    { $servers ->
        [one] Ein Server ist zu viel
       *[other] { $servers } Server sind zu viele
    } für { $shards ->
        [one] einen Shard
       *[other] { $shards } Shards
    }: Discord erlaubt je Shard 2.500.
doctor-E214-hint = Nimm SHARD_COUNT und SHARD_IDS heraus, um Discords Rat zu folgen, oder erhöhe SHARD_COUNT.
doctor-N215 = Der Bot ist noch auf keinem Server.
doctor-N215-hint = Lade ihn ein: { $link }
doctor-N216 =
    { $all ->
        [one] Von einem Server wurde { $count } angesehen.
       *[other] Von { $all } Servern { $count ->
            [one] wurde nur einer angesehen.
           *[other] wurden nur { $count } angesehen.
        }
    }
doctor-N216-hint = Wer einen Server verwaltet, sieht mit /doctor, was dort nicht stimmt.
doctor-W217 = Der Server ließ sich nicht ansehen: Discord hat seine Kanäle nicht genannt.
doctor-W217-hint = Starte das gleich noch einmal.
doctor-W218 = Es wurde nichts repariert: { $reason }
doctor-W218-hint = Mache es im Developer Portal, so wie es in den anderen Meldungen steht.
doctor-N219 = Repariert: bridge-bot.{ $code }
doctor-N219-hint = -

## Ein Server

doctor-E301 = Ich sehe { $places } nicht, obwohl dort etwas für mich eingestellt ist: Mir fehlt „Kanal ansehen“.
doctor-E301-hint = Gib meiner Rolle dort „Kanal ansehen“ oder setze die Einstellung mit /settings zurück.
doctor-E302 = Ich kann in { $places } nicht antworten: Mir fehlt „Nachrichten senden“.
doctor-E302-hint = Gib meiner Rolle dort „Nachrichten senden“, oder „Öffentliche Threads erstellen“ und „Nachrichten in Threads senden“, wo ich in Threads antworte.
doctor-E303 = Ich kann in { $places } nicht antworten: Mir fehlt „Verbinden“.
doctor-E303-hint = Gib meiner Rolle dort „Verbinden“ und „Nachrichten senden“.
doctor-E304 = Ich kann in { $places } nicht antworten: Mir fehlt „Nachrichten in Threads senden“.
doctor-E304-hint = Gib meiner Rolle dort „Nachrichten in Threads senden“.
doctor-E305 = Ich antworte in { $places } auf nichts: Antworten sollen privat sein, und mir fehlt „Private Threads erstellen“.
doctor-E305-hint = Gib meiner Rolle dort „Private Threads erstellen“ oder wähle mit /settings einen anderen Ort für Antworten.
doctor-E306 = Ich antworte in { $places } auf nichts: Antworten sollen privat sein, und private Threads gibt es dort nicht.
doctor-E306-hint = Wähle mit /settings einen anderen Ort für Antworten.
doctor-W307 = Mir fehlt „Threads verwalten“ in { $places }, deshalb kann, wer fragt, andere in einen privaten Thread holen.
doctor-W307-hint = Gib meiner Rolle dort „Threads verwalten“.
doctor-W308 = Mir fehlt „Öffentliche Threads erstellen“ in { $places }, deshalb antworte ich im Kanal.
doctor-W308-hint = Gib meiner Rolle dort „Öffentliche Threads erstellen“ oder wähle mit /settings den Kanal als Ort für Antworten.
doctor-W309 = Mir fehlt „Nachrichten in Threads senden“ in { $places }, deshalb antworte ich im Kanal und in Threads gar nicht.
doctor-W309-hint = Gib meiner Rolle dort „Nachrichten in Threads senden“.
doctor-W310 = Mir fehlt „Dateien anhängen“ in { $places }, deshalb endet eine sehr lange Antwort zu früh.
doctor-W310-hint = Gib meiner Rolle dort „Dateien anhängen“.
doctor-W311 = Mir fehlt „Nachrichtenverlauf anzeigen“ in { $places }, deshalb kann ich weder auf Nachrichten antworten noch finden, was ich verpasst habe.
doctor-W311-hint = Gib meiner Rolle dort „Nachrichtenverlauf anzeigen“.
doctor-N312 = Mir fehlt „Reaktionen hinzufügen“ in { $places }, deshalb sieht niemand, dass eine Frage warten muss.
doctor-N312-hint = Gib meiner Rolle dort „Reaktionen hinzufügen“.
doctor-N313 = Ich sehe { $places }, kann dort aber nicht antworten.
doctor-N313-hint = Wenn das so sein soll, lass es so. Sonst zeigt dir /doctor dort, was mir fehlt.
doctor-E314 = Ich kann in { $places } keine Hilfe rufen: Die Rolle dafür gibt es nicht mehr, oder ich darf sie nicht erwähnen.
doctor-E314-hint = Erlaube allen, die Rolle zu erwähnen, oder gib mir „Erwähne @everyone, @here und ‚Alle Rollen‘“. Gibt es sie nicht mehr, wähle mit /settings eine andere.
doctor-E315 = Was man über Antworten in { $places } sagt, geht verloren: Ich kann im Kanal für Feedback nicht schreiben.
doctor-E315-hint = Gib meiner Rolle dort „Kanal ansehen“ und „Nachrichten senden“ oder wähle mit /settings einen anderen Kanal.
doctor-W316 = Für Kanäle, die es nicht mehr gibt, ist etwas eingestellt: { $places }
doctor-W316-hint = Es ist nichts zu tun, außer du hast einen anderen Kanal gemeint: Sieh mit /settings nach.
doctor-E317 = Keine der Rollen, die fragen dürfen, gibt es noch, deshalb darf niemand fragen.
doctor-E317-hint = Wähle mit /settings andere oder keine.
doctor-W318 = Es ist ein Chatbot gewählt, den es nicht mehr gibt: { $names }
doctor-W318-hint = Wähle mit /settings einen anderen. Bis dahin antwortet der Standard-Chatbot.
doctor-W319 = Jede Nachricht in { $places } soll eine Frage sein, aber ich laufe ohne „Message Content Intent“ und lese deshalb nur, was mich erwähnt.
doctor-W319-hint = Erwähne mich dort, oder bitte die Leute, die mich betreiben, den Intent einzuschalten.
doctor-N320 = Für { $places } sind Quellen oder Buttons eingeschaltet, aber wer mich betreibt, hat sie für alle Server ausgeschaltet.
doctor-N320-hint = -
doctor-W321 = Jemand aus der Serververwaltung hat mich hier angehalten.
doctor-W321-hint = Beende die Pause mit /settings.
doctor-E322 = Ich bin im Timeout, deshalb kann ich hier nichts schreiben.
doctor-E322-hint = Beende meinen Timeout in der Mitgliederliste.
doctor-W323 = Ich bin nicht für diesen Server da: Wer mich betreibt, hat nur andere angegeben.
doctor-W323-hint = Füge die ID des Servers zu ALLOWED_GUILDS hinzu oder entferne den Bot von dort.
doctor-N324 = In { $places } bin ich ausgeschaltet.
doctor-N324-hint = Schalte mich dort mit /settings ein.
doctor-W325 = Das Tageslimit { $scope } ist erreicht: { $limit }. Weiter geht es <t:{ $until }:R>.
doctor-W325-hint = Erhöhe das Limit mit /settings, oder frag die Leute, die mich betreiben, wenn es von ihnen kommt.
doctor-N326 = In der letzten Stunde { $count } × abgelehnt: { $reason }
doctor-N326-hint = -
doctor-W327 = In der letzten Stunde { $count } × keine ganze Antwort: { $reason }
doctor-W327-hint = Wenn das so bleibt, sag den Leuten Bescheid, die mich betreiben.
doctor-W328 = Der Chatbot antwortet im Moment nicht: { $reason }
doctor-W328-hint = Wer mich betreibt, sieht es im Log. Hier ist nichts zu tun.
doctor-N329 =
    { $minutes ->
        [0] Meine letzte ganze Antwort, egal auf welchem Server, kam vor weniger als einer Minute.
        [one] Meine letzte ganze Antwort, egal auf welchem Server, kam vor einer Minute.
       *[other] Meine letzte ganze Antwort, egal auf welchem Server, kam vor { $minutes } Minuten.
    }
doctor-N329-hint = -
doctor-W330 = Ich kann gerade nicht lesen, was für diesen Server eingestellt ist.
doctor-W330-hint = Versuche es gleich noch einmal. Wenn das so bleibt, sag den Leuten Bescheid, die mich betreiben.
doctor-W331 = Wer mich betreibt, hat mich angehalten, deshalb wird der Chatbot nichts gefragt.
doctor-W331-hint = `bridge-bot resume` beendet die Pause.
doctor-scope-guild = für diesen Server
doctor-scope-channel = für diesen Kanal
doctor-scope-all = für alle Server zusammen

## Die Datenbank

doctor-E401 = Die Datenbank ist nicht zu benutzen: { $reason }
doctor-E401-hint = Sieh dir DATABASE_URL an und was docs/database.md dazu sagt.
doctor-N402 = Es gibt noch keine Datenbank.
doctor-N402-hint = Der Bot legt sie an, wenn er startet.
doctor-N403 = Die Datenbank stammt von einer früheren Version.
doctor-N403-hint = Der nächste Start bringt sie auf den neuen Stand, oder `bridge-bot migrate`; den Weg zurück beschreibt docs/backup.md.
doctor-N404 = Auf der Datenbank läuft ein Bot (Prozess { $process }).
doctor-N404-hint = Was er zuletzt erlebt hat, steht in seinem Log und je Server in /doctor.
doctor-W406 =
    { $limit ->
        [one] Die eine Anfrage für heute ist verbraucht, deshalb wird keine Frage beantwortet.
       *[other] Alle { $limit } Anfragen für heute sind verbraucht, deshalb wird keine Frage beantwortet.
    }
doctor-W406-hint = Erhöhe QUESTIONS_PER_DAY oder warte: Tage sind in UTC.
doctor-W407 =
    { $count ->
        [one] Die letzte Antwort war nicht vollständig; sie endete mit { $reason }.
       *[other] Keine der letzten { $count } Antworten war vollständig; die letzte endete mit { $reason }.
    }
doctor-W407-hint = Sieh im Log nach, was passiert ist. `bridge-bot check --ask` stellt eine Frage, die bezahlt wird.
doctor-N408 = Von den letzten Antworten waren { $done } vollständig und { $failed } nicht.
doctor-N408-hint = -

## Die Chat API

doctor-E501 = { $host } ist nicht zu erreichen: { $reason }
doctor-E501-hint = Sieh nach CHAT_API_BASE_URL und nach Netzwerk, Firewall und Proxy dieses Rechners.
doctor-N502 = { $host } ist zu erreichen. Ob der Schlüssel gilt und der Chatbot bekannt ist, lässt sich nur mit einer Frage herausfinden, und die wird bezahlt.
doctor-N502-hint = `bridge-bot check --ask` stellt eine.
doctor-E503 = Die Chat API gab keine Antwort: { $reason }
doctor-E503-hint = Sieh nach CHAT_API_KEY, CHAT_BOT_UID und dem Abo.
doctor-N504 = Die Chat API hat in { $seconds } s geantwortet. Diese Frage wurde bezahlt.
doctor-N504-hint = -
doctor-W505 = CHAT_API_BASE_URL beginnt mit http://, deshalb gehen der Schlüssel und alle Fragen offen lesbar durchs Netz.
doctor-W505-hint = Nimm https://.

## Dieser Rechner

doctor-W601 = Die Uhr dieses Rechners weicht { $seconds } s von der von Discord ab.
doctor-W601-hint = Lass einen Zeitdienst wie chrony oder systemd-timesyncd sie stellen. Bis dahin stimmen die Zeiten im Log nicht.
doctor-N602 = { $versions }
doctor-N602-hint = -
doctor-N701 = { $proxy }
doctor-N701-hint = -

## Der laufende Bot, über seinen Health-Port

doctor-W801 = Der laufende Bot ist nicht bereit: { $reasons }
doctor-W801-hint = docs/operating.md sagt, was jeder Grund bedeutet. Der Bot arbeitet von selbst daran; ein Neustart kostet eine der Sitzungen, die Discord am Tag erlaubt.
doctor-N802 = Der laufende Bot ist bereit: Er hört Fragen und kann sie annehmen.
doctor-N802-hint = -
doctor-W803 = Die letzte Anfrage des laufenden Bots an die Chat API ist fehlgeschlagen: { $reason }
doctor-W803-hint = Im Log steht mehr. `bridge-bot check --ask` stellt eine Frage, die bezahlt wird.
doctor-N804 = Seit dem Start abgelehnte Fragen: { $counts }
doctor-N804-hint = Wer einen Server verwaltet, sieht mit /doctor, was dort abgelehnt wurde.
doctor-W805 = Seit dem Start übersprungene Ereignisse von Discord, weil sie nicht zu lesen waren: { $counts }
doctor-W805-hint = Im Log steht zu jeder Art der Grund. Ein neueres bridge-bot kann sie vielleicht lesen.
doctor-W806 = Seit dem Start von Discord begrenzte Anfragen: { $counts }
doctor-W806-hint = Einige mit dem Scope „shared“ sind üblich. Bei „global“ senke DISCORD_REQUESTS_PER_SECOND; bei „address“ sieh nach, wer noch die Adresse dieses Rechners benutzt.
doctor-W807 = Seit dem Start fehlgeschlagene Anfragen an die Chat API: { $counts }
doctor-W807-hint = Im Log steht zu jeder mehr.

## Warum Fragen abgelehnt wurden und Antworten fehlschlugen, in wenigen Worten

doctor-reason-refused-channel = der Bot ist in diesem Kanal ausgeschaltet
doctor-reason-refused-shut-out = das Mitglied ist ausgeschlossen
doctor-reason-refused-role = das Mitglied hat keine der Rollen, die fragen dürfen
doctor-reason-refused-paused-server = der Server hat den Bot angehalten
doctor-reason-refused-paused = wer den Bot betreibt, hat ihn angehalten
doctor-reason-refused-day-guild-member = das Tageslimit des Mitglieds auf diesem Server
doctor-reason-refused-day-channel = das Tageslimit des Kanals
doctor-reason-refused-day-guild = das Tageslimit des Servers
doctor-reason-refused-day-member = das Tageslimit des Mitglieds
doctor-reason-refused-day-all = das Tageslimit aller Server zusammen
doctor-reason-refused-too-many = zu viele Fragen in einer Minute
doctor-reason-refused-queue-full = in einer Unterhaltung warteten zu viele Fragen
doctor-reason-refused-opted-out = das Mitglied hat dem Bot verboten, seine Nachrichten zu lesen
doctor-reason-refused-forbidden = dem Bot fehlt die Berechtigung, dort zu antworten
doctor-reason-refused-forbidden-voice = dem Bot fehlt die Berechtigung, in diesem Sprachkanal zu antworten
doctor-reason-refused-no-private-threads = Antworten sollen privat sein, wo es keine privaten Threads gibt
doctor-reason-refused-private-thread-forbidden = dem Bot fehlt die Berechtigung, private Threads zu öffnen
doctor-reason-refused-private-thread-busy = Discord hat nicht rechtzeitig einen privaten Thread geöffnet
doctor-reason-refused-guild = der Bot ist nicht für diesen Server da
doctor-reason-refused-slow-mode = Slow-Modus
doctor-reason-refused-member = das Mitglied darf dort nicht schreiben
doctor-reason-refused-member-locked = der Thread ist gesperrt
doctor-reason-refused-member-timed-out = das Mitglied ist im Timeout
doctor-reason-refused-member-voice = das Mitglied darf sich nicht mit diesem Sprachkanal verbinden
doctor-reason-other = ein anderer Grund
doctor-reason-error-store = die Datenbank ist ausgefallen
doctor-reason-error-platform = Discord hat die Antwort nicht angenommen
doctor-reason-error-platform-forbidden = dem Bot fehlt eine Berechtigung, oder der Thread ist gesperrt
doctor-reason-error-text-refused = ein Filter des Servers hat den Text abgelehnt
doctor-reason-error-api-unexpected = der Chatbot gab keine Antwort
doctor-reason-error-api-unreachable = der Chatbot ist nicht zu erreichen
doctor-reason-error-api-connection-lost = die Verbindung zum Chatbot ist abgerissen
doctor-reason-error-api-timeout = der Chatbot hat zu lange gebraucht
doctor-reason-error-intermediary-refused = etwas zwischen Bot und Chatbot hat die Frage abgelehnt
doctor-reason-error-api-refused = der Chatbot lehnt den Schlüssel ab, oder sein Abo ist abgelaufen
doctor-reason-error-api-bot-unknown = den Chatbot gibt es nicht
doctor-reason-error-api-rate-limited = der Chatbot wird zu oft gefragt
doctor-reason-error-api-busy = der Chatbot ist ausgelastet oder hat ein Problem
doctor-reason-error-api-rejected = der Chatbot hat die Frage nicht angenommen
doctor-reason-error-api-malformed = die Antwort des Chatbots war nicht zu verstehen
doctor-reason-error-answer-too-long = die Antwort war länger, als sich zeigen lässt
doctor-reason-error-api-broken-off = die Antwort ist abgebrochen
