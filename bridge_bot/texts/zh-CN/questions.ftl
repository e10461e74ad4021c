# What a member is told of a question that is not answered. `<t:{ $until }:R>` is shown by Discord, in
# the reader's language.

## Hints

hint-empty = 问我点什么吧：把问题写在我的名字后面。

## Refusals

refused-guild = 我没有为这个服务器启用。我的运营者可以添加它。
refused-dms = 我不回答私信。请到服务器里问我。
refused-dms-stranger = 私信里，我只回答来自已启用我的服务器的成员。
refused-too-many = 真快！你每分钟可以问 { $limit } 个问题；请在 { $seconds } 秒后重试。
refused-day-member = 你今天能问我的 { $limit } 个问题已经用完。可以再次提问的时间：<t:{ $until }:R>。
refused-day-guild = 这个服务器今天能问我的问题已经用完。我在这里恢复回答的时间：<t:{ $until }:R>。
refused-day-all = 我今天能回答的问题已经用完。我恢复回答的时间：<t:{ $until }:R>。
refused-paused = 我在休息：我的运营者让我暂停了。我之后不会补答这个问题，等我回来后请再问一次。
refused-queue-full = 这里已经有 { $limit } 个问题在等待。请让我先回答，然后再问。
refused-forbidden = 我没有权限在这个频道里发言。管理服务器的人可以给我发送消息和创建子区的权限。
refused-forbidden-voice = 我没有权限在这个频道里发言。管理服务器的人可以给我连接该频道和发送消息的权限。
refused-private-thread-forbidden = 我在这里只在私密子区里回答，但我没有权限创建。管理服务器的人可以给我创建私密子区和在子区内发送消息的权限。
refused-no-private-threads = 我在这里只在私密子区里回答，但这类频道没有私密子区。管理服务器的人可以用 /settings 让我在别处回答。
refused-private-thread-busy = 我在这里只在私密子区里回答，但 Discord 现在不让我创建。请过几分钟再问一次。
refused-no-member = 我不是这个服务器的成员：这里只添加了我的命令，所以我不能在这里回答。管理服务器的人可以邀请我：{ $link }
refused-member = 我只在你自己能发言的地方回答，而你不能在这里发言。
refused-member-voice = 我只在你自己能发言的地方回答。要在这个频道里发言，你需要连接它的权限。
refused-member-locked = 我只在你自己能发言的地方回答，而这个子区已锁定。
refused-member-timed-out = 我只在你自己能发言的地方回答，而你在这个服务器上被禁言了。
refused-slow-mode = 这里开启了慢速模式，对我的提问也适用。可以再次提问的时间：<t:{ $until }:R>。

## Edited questions

# Of a question whose answer goes on as if it had not been edited. $reason: one of the refusals, or the next text.
edited-not-asked = 我会按编辑前的问题继续回答。{ $reason }
edited-too-often = 在我回答期间，你已经改了 { $limit } 次。
