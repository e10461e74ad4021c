# What a server decides about the bot, and what its members are told of that.

settings-outdated = Somebody else has just changed these settings. Have a look at them as they are now, then try again.
