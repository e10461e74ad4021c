# What a member is told of a question that is not answered. `<t:{ $until }:R>` is shown by Discord, in
# the reader's language, such as “in 3 hours”: it stands at the end of a sentence.

## Hints

hint-empty = Ask me something: write your question behind my name.

## Refusals

refused-guild = I'm not switched on for this server. Whoever runs me can add it.
refused-dms = I don't answer direct messages. Ask me on a server instead.
refused-dms-stranger = I only answer direct messages from members of the servers I'm switched on for.
refused-too-many =
    That was quick! You can ask { $limit ->
        [one] one question
       *[other] { $limit } questions
    } a minute; try again in { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    }.
refused-day-member =
    { $limit ->
        [one] You have asked me your one question for today.
       *[other] You have asked me your { $limit } questions for today.
    } You can ask again <t:{ $until }:R>.
refused-day-guild = This server has used up its questions to me for today. I answer here again <t:{ $until }:R>.
refused-day-all = I have used up all my questions for today. I answer again <t:{ $until }:R>.
refused-paused = I'm taking a break: whoever runs me has paused me. I won't answer this question later, so please ask it again when I'm back.
refused-queue-full =
    { $limit ->
        [one] One question is
       *[other] { $limit } questions are
    } waiting here already. Let me answer first, then ask again.
refused-forbidden = I'm not allowed to write in this channel. Someone who manages the server can give me the permission to send messages and to create threads.
refused-forbidden-voice = I'm not allowed to write in this channel. Someone who manages the server can give me the permissions to connect to it and to send messages.
refused-private-thread-forbidden = I answer here in private threads only, and I'm not allowed to open one. Someone who manages the server can give me the permissions to create private threads and to send messages in threads.
refused-no-private-threads = I answer here in private threads only, and this kind of channel has none. Someone who manages the server can let me answer elsewhere, with /settings.
refused-private-thread-busy = I answer here in private threads only, and Discord doesn't let me open one right now. Please ask again in a few minutes.
refused-no-member = I'm not a member of this server: only my commands were added to it, so I can't answer here. Someone who manages the server can invite me: { $link }
refused-member = I only answer where you may write yourself, and you may not write here.
refused-member-voice = I only answer where you may write yourself. To write in this channel you need the permission to connect to it.
refused-member-locked = I only answer where you may write yourself, and this thread is locked.
refused-member-timed-out = I only answer where you may write yourself, and you are in time-out on this server.
refused-slow-mode = Slow mode is on here, for your questions to me too. You can ask again <t:{ $until }:R>.

## Edited questions

# Of a question whose answer goes on as if it had not been edited. $reason: one of the refusals, or the next text.
edited-not-asked = I go on with the answer to your question as it was before. { $reason }
edited-too-often =
    You have changed it { $limit ->
        [one] once
       *[other] { $limit } times
    } while I was answering.
