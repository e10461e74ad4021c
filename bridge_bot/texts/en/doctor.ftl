# What the doctor finds: `doctor-<code>` says what is wrong, and `doctor-<code>-hint` how it is mended.
# A hint of "-" is none: there is nothing to do.
# Numbers are $count, $more, $hours, $left, $servers, $shards, $all, $limit, $minutes, $done, $failed,
# $errors, $warnings and $notes. $places, $names and $counts are lists, such as “#help, #general”;
# $reason is a cause in a few words, often one of the last section. $seconds is a text, such as 1.5.

doctor-description = What is wrong with me here, and how to mend it
doctor-not-allowed = Only members with the permission “Manage Server” can see what is wrong with me here.
doctor-outside = I only look after servers that I'm a member of. Use /doctor in one.
doctor-head = **What I found on this server**
doctor-all-well = ✅ I found nothing that is wrong here.
doctor-finding =
    { $sign } { $message }
    -# → { $hint } `{ $id }`
doctor-finding-alone =
    { $sign } { $message }
    -# `{ $id }`
# Below a list of findings that is too long.
doctor-more =
    { $count ->
        [one] -# And one more finding.
       *[other] -# And { $count } more findings.
    }
# At the end of a list inside a sentence. $shown: its beginning, such as “#help, #general”.
doctor-and-more = { $shown } and { $more } more

## The command bridge-bot check

doctor-check-well = Nothing is wrong.
doctor-check-counts = errors: { $errors }, warnings: { $warnings }, notes: { $notes }
doctor-check-asking = Asking the Chat API one question, which is paid like any other.
doctor-check-question = Hello, do you work?

## Settings

doctor-E101 = { $problem }
doctor-E101-hint = Set it in .env or in the environment; .env.example explains each setting.
doctor-W102 = { $problem }
doctor-W102-hint = -
doctor-W103 = Members may add me to their account by the settings, but not by the application.
doctor-W103-hint = Run `bridge-bot check --fix`, or switch “User Install” on in the Developer Portal → your application → Installation. Or set ALLOW_USER_INSTALL=false.
doctor-E104 = A sentence of TEXTS_DIR can't be used, so the bot would not start. { $problem }
doctor-E104-hint = Mend it, or take it out; docs/translating.md says what a sentence may be like.

## Discord

doctor-E201 = Discord refuses the token.
doctor-E201-hint = Copy it again from the Developer Portal → your application → Bot → Reset Token, and set it as DISCORD_TOKEN.
doctor-E202 = Discord can't be asked: { $reason }
doctor-E202-hint = Look at the network, the firewall and the proxy of this machine, and at Discord's status page; then run this again.
doctor-E203 = The message content intent is off, so the bot would not start.
doctor-E203-hint = Run `bridge-bot check --fix`, or switch it on in the Developer Portal → your application → Bot → Privileged Gateway Intents. Or set MESSAGE_CONTENT=false; then members have to mention the bot in each question.
doctor-N204 = The message content intent is on, but MESSAGE_CONTENT=false does not use it.
doctor-N204-hint = Discord's policy asks for no more access than is used: switch it off in the Developer Portal → your application → Bot.
doctor-W205 = The application's “Add App” button does not ask for all that the bot uses: { $missing }
doctor-W205-hint = Run `bridge-bot check --fix`, or set them in the Developer Portal → your application → Installation → Default Install Settings.
doctor-E206 = An “Interactions Endpoint URL” is set, so Discord sends commands and presses there, not to the bot.
doctor-E206-hint = Empty it in the Developer Portal → your application → General Information.
doctor-E207 = Discord lets no more sessions be begun today. If one more is begun, Discord resets the token.
doctor-E207-hint =
    Wait { $hours ->
        [one] an hour
       *[other] { $hours } hours
    }, and find out why the bot was started so often. A bot that runs goes on.
doctor-W208 =
    Discord lets only { $left ->
        [one] one more session
       *[other] { $left } more sessions
    } be begun within { $hours ->
        [one] an hour
       *[other] { $hours } hours
    }.
doctor-W208-hint = Find out why the bot is started so often, or loses its connection.
doctor-N209 = Discord has not been told the commands yet.
doctor-N209-hint = The bot tells it when it starts: `bridge-bot run`.
doctor-W210 = Discord has other commands than this version: { $names }
doctor-W210-hint = Start this version once: `bridge-bot run`. If it runs, its log says why Discord did not take them.
doctor-N211 =
    The message content intent is not reviewed yet: Discord asks for that from 10,000 users on, and the bot's servers have { $count ->
        [one] one member
       *[other] { $count } members
    }.
doctor-N211-hint = -
doctor-W212 = Discord reviews the message content intent of this bot, since more than 10,000 users see it or it was approved before: it has to be applied for, and again every year.
doctor-W212-hint = Look at the Developer Portal → your application → Bot for the date. After a notice there are 90 days; who misses them loses the intent.
doctor-N213 =
    The bot is on { $count ->
        [one] one server
       *[other] { $count } servers
    } and not verified. Until it is, it can't be added to more than 100.
doctor-N213-hint = Apply in the Developer Portal → your application → App Verification.
doctor-E214 =
    { $servers ->
        [one] One server is
       *[other] { $servers } servers are
    } too many for { $shards ->
        [one] one shard
       *[other] { $shards } shards
    }: Discord lets each have 2,500.
doctor-E214-hint = Unset SHARD_COUNT and SHARD_IDS to follow Discord's advice, or raise SHARD_COUNT.
doctor-N215 = The bot is on no server yet.
doctor-N215-hint = Invite it: { $link }
doctor-N216 =
    { $all ->
        [one] Of one server { $count } was looked at.
       *[other] Of { $all } servers only { $count ->
            [one] one was
           *[other] { $count } were
        } looked at.
    }
doctor-N216-hint = Those who manage a server see by /doctor what is wrong there.
doctor-W217 = The server could not be looked at: Discord did not tell its channels.
doctor-W217-hint = Run this again in a moment.
doctor-W218 = Nothing was mended: { $reason }
doctor-W218-hint = Do it in the Developer Portal, as the other findings say.
doctor-N219 = Mended: bridge-bot.{ $code }
doctor-N219-hint = -

## A server

doctor-E301 = I can't see { $places }, where something is set for me: I lack “View Channel”.
doctor-E301-hint = Give my role “View Channel” there, or reset what is set with /settings.
doctor-E302 = I can't answer in { $places }: I lack “Send Messages”.
doctor-E302-hint = Give my role “Send Messages” there, or both “Create Public Threads” and “Send Messages in Threads” where I answer in threads.
doctor-E303 = I can't answer in { $places }: I lack “Connect”.
doctor-E303-hint = Give my role “Connect” and “Send Messages” there.
doctor-E304 = I can't answer in { $places }: I lack “Send Messages in Threads”.
doctor-E304-hint = Give my role “Send Messages in Threads” there.
doctor-E305 = I answer nothing in { $places }: answers are to be private, and I lack “Create Private Threads”.
doctor-E305-hint = Give my role “Create Private Threads” there, or choose another place for answers with /settings.
doctor-E306 = I answer nothing in { $places }: answers are to be private, and there are no private threads.
doctor-E306-hint = Choose another place for answers with /settings.
doctor-W307 = I lack “Manage Threads” in { $places }, so whoever asks can bring others into a private thread.
doctor-W307-hint = Give my role “Manage Threads” there.
doctor-W308 = I lack “Create Public Threads” in { $places }, so I answer in the channel.
doctor-W308-hint = Give my role “Create Public Threads” there, or choose the channel as the place for answers with /settings.
doctor-W309 = I lack “Send Messages in Threads” in { $places }, so I answer in the channel, and not at all in threads.
doctor-W309-hint = Give my role “Send Messages in Threads” there.
doctor-W310 = I lack “Attach Files” in { $places }, so a very long answer ends early.
doctor-W310-hint = Give my role “Attach Files” there.
doctor-W311 = I lack “Read Message History” in { $places }, so I can't reply to messages, nor find what I missed.
doctor-W311-hint = Give my role “Read Message History” there.
doctor-N312 = I lack “Add Reactions” in { $places }, so nobody sees that a question has to wait.
doctor-N312-hint = Give my role “Add Reactions” there.
doctor-N313 = I see { $places }, but can't answer there.
doctor-N313-hint = If that is meant, leave it. Otherwise use /doctor there to see what I lack.
doctor-E314 = I can't call for help in { $places }: the help role is gone, or I may not mention it.
doctor-E314-hint = Let everybody mention the role, or give me “Mention @everyone, @here and All Roles”. If it is gone, choose another with /settings.
doctor-E315 = What is said about answers in { $places } is lost: I can't write in the channel for feedback.
doctor-E315-hint = Give my role “View Channel” and “Send Messages” there, or choose another channel with /settings.
doctor-W316 = Something is set for channels that are gone: { $places }
doctor-W316-hint = Nothing has to be done, unless you meant another channel: have a look with /settings.
doctor-E317 = The roles that may ask are all gone, so nobody may ask.
doctor-E317-hint = Choose others, or none, with /settings.
doctor-W318 = A chatbot is chosen that there is not any more: { $names }
doctor-W318-hint = Choose another with /settings. Until then the usual one answers.
doctor-W319 = Every message in { $places } is to be a question, but I run without the message content intent, so I read only those that mention me.
doctor-W319-hint = Mention me there, or ask whoever runs me to switch the intent on.
doctor-N320 = Sources or buttons are switched on for { $places }, but whoever runs me has switched them off for all servers.
doctor-N320-hint = -
doctor-W321 = Someone who manages this server has paused me here.
doctor-W321-hint = End the pause with /settings.
doctor-E322 = I'm in time-out, so I can't write anything here.
doctor-E322-hint = End my time-out in the list of members.
doctor-W323 = I'm not for this server: whoever runs me has named others only.
doctor-W323-hint = Add the server's id to ALLOWED_GUILDS, or remove the bot from it.
doctor-N324 = I'm switched off in { $places }.
doctor-N324-hint = Switch me on there with /settings.
# $scope: one of `doctor-scope-…`.
doctor-W325 = The limit of questions a day { $scope } is reached: { $limit }. It goes on <t:{ $until }:R>.
doctor-W325-hint = Raise the limit with /settings. If it is one of whoever runs me, ask them.
doctor-N326 = In the last hour { $count } × refused: { $reason }
doctor-N326-hint = -
doctor-W327 = In the last hour { $count } × no complete answer: { $reason }
doctor-W327-hint = If it goes on, tell whoever runs me.
doctor-W328 = The chatbot does not answer at the moment: { $reason }
doctor-W328-hint = Whoever runs me sees it in the log. Nothing has to be done here.
doctor-N329 =
    { $minutes ->
        [0] My last complete answer, on any server, came less than a minute ago.
        [one] My last complete answer, on any server, came a minute ago.
       *[other] My last complete answer, on any server, came { $minutes } minutes ago.
    }
doctor-N329-hint = -
doctor-W330 = I can't read what is set for this server at the moment.
doctor-W330-hint = Try again in a moment. If it goes on, tell whoever runs me.
doctor-W331 = Whoever runs me has paused me, so nothing is asked of the chatbot.
doctor-W331-hint = `bridge-bot resume` ends the pause.
doctor-scope-guild = of this server
doctor-scope-channel = of this channel
doctor-scope-all = of all servers together

## The database

doctor-E401 = The database can't be used: { $reason }
doctor-E401-hint = Look at DATABASE_URL, and at what docs/database.md says.
doctor-N402 = There is no database yet.
doctor-N402-hint = The bot makes it when it starts.
doctor-N403 = The database is of an earlier version.
doctor-N403-hint = The next start upgrades it, or `bridge-bot migrate`; docs/backup.md tells the way back.
doctor-N404 = A bot runs on the database (process { $process }).
doctor-N404-hint = What it saw lately is in its log and, server by server, in /doctor.
doctor-W406 =
    { $limit ->
        [one] The one request of today is
       *[other] All { $limit } requests of today are
    } used up, so no question is answered.
doctor-W406-hint = Raise QUESTIONS_PER_DAY, or wait: days are UTC.
# $reason: the name of an error, as in the log.
doctor-W407 =
    { $count ->
        [one] The last answer was not complete; it
       *[other] None of the last { $count } answers was complete; the last one
    } ended with { $reason }.
doctor-W407-hint = Look into the log for what happened. `bridge-bot check --ask` asks one question, which is paid.
doctor-N408 = Of the last answers { $done } were complete, and { $failed } were not.
doctor-N408-hint = -

## The Chat API

doctor-E501 = { $host } can't be reached: { $reason }
doctor-E501-hint = Look at CHAT_API_BASE_URL, and at the network, the firewall and the proxy of this machine.
doctor-N502 = { $host } can be reached. Whether it takes the key and knows the chatbot is not known: all that it offers is a question, which is paid.
doctor-N502-hint = `bridge-bot check --ask` asks one.
doctor-E503 = The Chat API gave no answer: { $reason }
doctor-E503-hint = Look at CHAT_API_KEY, CHAT_BOT_UID and the subscription.
doctor-N504 = The Chat API answered within { $seconds } s. That question was paid.
doctor-N504-hint = -
doctor-W505 = CHAT_API_BASE_URL begins with http://, so the key and all questions go through the network for everybody to read.
doctor-W505-hint = Use https://.

## This machine

doctor-W601 = The clock of this machine is { $seconds } s away from Discord's.
doctor-W601-hint = Let a time service such as chrony or systemd-timesyncd set it. The log has the wrong times until then.
doctor-N602 = { $versions }
doctor-N602-hint = -
doctor-N701 = { $proxy }
doctor-N701-hint = -

## The running bot, by its health port

doctor-W801 = The running bot is not ready: { $reasons }
doctor-W801-hint = docs/operating.md says what each reason means. The bot works at it by itself; a new start costs one of the sessions that Discord grants a day.
doctor-N802 = The running bot is ready: it hears questions, and can take them in.
doctor-N802-hint = -
doctor-W803 = The last request of the running bot to the Chat API failed: { $reason }
doctor-W803-hint = The log says more. `bridge-bot check --ask` asks one question, which is paid.
doctor-N804 = Questions that were refused since the start: { $counts }
doctor-N804-hint = Those who manage a server see by /doctor what was refused there.
doctor-W805 = Events of Discord that were skipped since the start, since they could not be read: { $counts }
doctor-W805-hint = The log has the reason of each kind. A newer bridge-bot may read them.
doctor-W806 = Requests that Discord limited since the start: { $counts }
doctor-W806-hint = Some of scope “shared” are usual. For “global”, lower DISCORD_REQUESTS_PER_SECOND; for “address”, look who else uses the address of this machine.
doctor-W807 = Requests to the Chat API that failed since the start: { $counts }
doctor-W807-hint = The log says more of each.

## Why questions were refused and answers failed, in a few words

doctor-reason-refused-channel = the bot is switched off in that channel
doctor-reason-refused-shut-out = the member is shut out
doctor-reason-refused-role = the member has none of the roles that may ask
doctor-reason-refused-paused-server = the server has paused the bot
doctor-reason-refused-paused = whoever runs the bot has paused it
doctor-reason-refused-day-guild-member = the member's limit of the day on this server
doctor-reason-refused-day-channel = the channel's limit of the day
doctor-reason-refused-day-guild = the server's limit of the day
doctor-reason-refused-day-member = the member's limit of the day
doctor-reason-refused-day-all = the limit of the day of all servers together
doctor-reason-refused-too-many = too many questions within a minute
doctor-reason-refused-queue-full = too many questions waited in one conversation
doctor-reason-refused-opted-out = the member has forbidden that the bot reads their messages
doctor-reason-refused-forbidden = the bot lacks the permission to answer there
doctor-reason-refused-forbidden-voice = the bot lacks the permission to answer in that voice channel
doctor-reason-refused-no-private-threads = answers are to be private where there are no private threads
doctor-reason-refused-private-thread-forbidden = the bot lacks the permission to open private threads
doctor-reason-refused-private-thread-busy = Discord opened no private thread in time
doctor-reason-refused-guild = the bot is not for this server
doctor-reason-refused-slow-mode = slow mode
doctor-reason-refused-member = the member may not write there
doctor-reason-refused-member-locked = the thread is locked
doctor-reason-refused-member-timed-out = the member is in time-out
doctor-reason-refused-member-voice = the member may not connect to that voice channel
doctor-reason-other = another reason
doctor-reason-error-store = the database failed
doctor-reason-error-platform = Discord didn't take the answer
doctor-reason-error-platform-forbidden = the bot lacks a permission, or the thread is locked
doctor-reason-error-text-refused = a filter of the server refused the text
doctor-reason-error-api-unexpected = the chatbot gave no answer
doctor-reason-error-api-unreachable = the chatbot can't be reached
doctor-reason-error-api-connection-lost = the connection to the chatbot was lost
doctor-reason-error-api-timeout = the chatbot took too long
doctor-reason-error-intermediary-refused = something between the bot and the chatbot refused it
doctor-reason-error-api-refused = the chatbot refuses the key, or its subscription has ended
doctor-reason-error-api-bot-unknown = the chatbot does not exist
doctor-reason-error-api-rate-limited = the chatbot is asked too often
doctor-reason-error-api-busy = the chatbot is busy or has a problem
doctor-reason-error-api-rejected = the chatbot did not accept the question
doctor-reason-error-api-malformed = the chatbot's answer could not be understood
doctor-reason-error-answer-too-long = the answer was longer than can be shown
doctor-reason-error-api-broken-off = the answer broke off
