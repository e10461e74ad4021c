# Calling people to a conversation, and keeping quiet for them. $member and $role are mentions.

## The commands

handoff-description = 把这个服务器上负责帮忙的人叫到这段对话来
resume-description = 让我在为他人保持安静的地方重新回答

## What all can read

# Behind a mention of the role that is called.
handoff-call = { $member } 在这里请人帮忙。在有人使用 `/resume` 之前，我会在这段对话里保持安静。提及我的话，我仍然会回答。
resume-done = 我又开始在这里回答了。

## What only who used the command or the button reads

handoff-called = 我已经把 { $role } 叫来了。他们有空时会来看看，这期间我保持安静。
handoff-called-lately = 这里已经叫过人了。可以再次呼叫的时间：<t:{ $until }:R>。
handoff-too-many = 过去一小时内，这个服务器上叫人的次数太多了。可以再次呼叫的时间：<t:{ $until }:R>。
handoff-no-role = 这个服务器没有指定可以呼叫的人。管理服务器的人可以用 `/settings` 指定。
handoff-unreachable = 我没法呼叫这里帮忙的人：他们的身份组已不存在，或者我不能提及它。所以现在还没有人知道。管理服务器的人可以用 `/settings` 更改。
handoff-failed = Discord 没有接受我的呼叫，所以没有叫到任何人。请稍后重试。
handoff-direct = 私信里没有人可以呼叫。请在服务器里问我，再从那里叫人。
handoff-outside = 请在我回答的子区里使用 `/handoff`，或点击我回答下方的“请人帮忙”。
resume-not-quiet = 我在这里没有保持安静。直接问我就好。
resume-not-yours = 只有最先提问的成员、这里帮忙的人，以及能管理消息或子区的成员，才能这样做。
