# What a server decides about the bot, and what its members are told of that. `<t:{ $until }:R>` is
# shown by Discord, in the reader's language.

## Refusals

press-not-private = 那个按钮只用于仅你可见的消息。请自己使用命令。
refused-channel = 我在这个频道已关闭。管理服务器的人可以用 `/settings` 更改。
refused-shut-out = 我在这个服务器上不为你回答：这是管理服务器的人决定的。如果你觉得弄错了，请去问他们。
refused-role = 在这里我只回答拥有特定身份组的成员。具体是哪些，请问管理服务器的人。
refused-paused-server = 我在休息：管理这个服务器的人让我在这里暂停了。我之后不会补答这个问题，等我回来后请再问一次。
refused-day-guild-member = 你今天在这个服务器上能问我的 { $limit } 个问题已经用完。可以再次提问的时间：<t:{ $until }:R>。
refused-day-channel = 这个频道今天能问我的问题已经用完。我在这里恢复回答的时间：<t:{ $until }:R>。

## Settings

settings-outdated = 刚才有别人更改了这些设置。请看看现在的设置，然后重试。
