# What a server decides about the bot, and what its members are told of that. `<t:{ $until }:R>` is
# shown by Discord, in the reader's language, such as “in 3 hours”: it stands at the end of a sentence.

## Refusals

press-not-private = 那個按鈕是給只有你看得到的訊息用的。請自己使用指令。
refused-channel = 我在這個頻道裡是關閉的。管理伺服器的人可以用 `/settings` 變更。
refused-shut-out = 我在這個伺服器裡不替你回答：這是管理伺服器的人決定的。如果你覺得弄錯了，請去問他們。
refused-role = 在這裡，我只回答有特定身分組的成員。是哪些身分組，請問管理伺服器的人。
refused-paused-server = 我在休息：管理這個伺服器的人讓我在這裡暫停了。這個問題我之後不會補答，等我回來再問一次吧。
refused-day-guild-member = 你今天在這個伺服器能問我的 { $limit } 個問題已經用完了。可以再提問的時間：<t:{ $until }:R>。
refused-day-channel = 這個頻道今天能問我的問題已經用完了。我在這裡恢復回答的時間：<t:{ $until }:R>。

## Settings

settings-outdated = 剛才有人變更了這些設定。請看看現在的內容，再試一次。
