# Calling people to a conversation, and keeping quiet for them. A `…-description` is 100 characters at
# most. $member and $role are mentions.

## The commands

handoff-description = 把這個伺服器的協助人員找來這段對話
resume-description = 讓我在保持安靜的地方重新開始回答

## What all can read

# Behind a mention of the role that is called.
handoff-call = { $member } 在這裡請人幫忙。在有人使用 `/resume` 之前，我在這段對話裡會保持安靜。提及我的話，我還是會回答。
resume-done = 我又開始在這裡回答了。

## What only who used the command or the button reads

handoff-called = 我已經把 { $role } 找來了。他們有空就會過來看看，這段時間我會保持安靜。
handoff-called-lately = 這裡已經找過人了。可以再找人的時間：<t:{ $until }:R>。
handoff-too-many = 過去一小時內，這個伺服器找人的次數太多了。可以再找人的時間：<t:{ $until }:R>。
handoff-no-role = 這個伺服器沒有指定可以找的人。管理伺服器的人可以用 `/settings` 指定。
handoff-unreachable = 我沒辦法找這裡的協助人員：他們的身分組已經不在了，或是我不能提及它。所以現在還沒有人知道。管理伺服器的人可以用 `/settings` 變更。
handoff-failed = Discord 沒有收下我的通知，所以沒有找到任何人。請稍後再試一次。
handoff-direct = 私人訊息裡沒有人可以找。請到伺服器裡問我，再從那裡找人。
handoff-outside = 請在我回答的討論串裡使用 `/handoff`，或按我回答下方的「請人幫忙」。
resume-not-quiet = 我在這裡沒有保持安靜。直接問我就好。
resume-not-yours = 只有最先提問的成員、這裡的協助人員，以及能管理訊息或討論串的成員，才能這麼做。
