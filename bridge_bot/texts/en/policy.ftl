# What a server decides about the bot, and what its members are told of that. `<t:{ $until }:R>` is
# shown by Discord, in the reader's language, such as “in 3 hours”: it stands at the end of a sentence.

## Refusals

press-not-private = That button is for a message that only you see. Use the command yourself.
refused-channel = I'm switched off in this channel. Someone who manages the server can change that with `/settings`.
refused-shut-out = I'm not here for you on this server: someone who manages it has decided so. If you think that's a mistake, ask them.
refused-role = Here I only answer members with certain roles. Ask someone who manages the server which ones.
refused-paused-server = I'm taking a break: someone who manages this server has paused me here. I won't answer this question later, so please ask it again when I'm back.
refused-day-guild-member =
    { $limit ->
        [one] You have asked me your one question on this server for today.
       *[other] You have asked me your { $limit } questions on this server for today.
    } You can ask here again <t:{ $until }:R>.
refused-day-channel = This channel has used up its questions to me for today. I answer here again <t:{ $until }:R>.

## Settings

settings-outdated = Somebody else has just changed these settings. Have a look at them as they are now, then try again.
