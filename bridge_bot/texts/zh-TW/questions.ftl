# What a member is told of a question that is not answered. `<t:{ $until }:R>` is shown by Discord, in
# the reader's language, such as “in 3 hours”: it stands at the end of a sentence.

## Hints

hint-empty = 問我點什麼吧：把問題寫在我的名字後面。

## Refusals

refused-guild = 這個伺服器沒有啟用我。我的營運者可以把它加進來。
refused-dms = 我不回答私人訊息。請到伺服器裡問我。
refused-dms-stranger = 私人訊息我只回答來自已啟用我的伺服器的成員。
refused-too-many = 你好快！每分鐘可以問 { $limit } 個問題；請在 { $seconds } 秒後再試一次。
refused-day-member = 你今天能問我的 { $limit } 個問題已經用完了。可以再提問的時間：<t:{ $until }:R>。
refused-day-guild = 這個伺服器今天能問我的問題已經用完了。我在這裡恢復回答的時間：<t:{ $until }:R>。
refused-day-all = 我今天能回答的問題已經用完了。恢復回答的時間：<t:{ $until }:R>。
refused-paused = 我在休息：我的營運者讓我暫停了。這個問題我之後不會補答，等我回來再問一次吧。
refused-queue-full = 這裡已經有 { $limit } 個問題在等了。先讓我回答，之後再問吧。
refused-forbidden = 我沒有權限在這個頻道發言。管理伺服器的人可以給我傳送訊息和建立討論串的權限。
refused-forbidden-voice = 我沒有權限在這個頻道發言。管理伺服器的人可以給我連接這個頻道和傳送訊息的權限。
refused-private-thread-forbidden = 我在這裡只在私人討論串裡回答，但我沒有權限建立。管理伺服器的人可以給我建立私人討論串和在討論串中傳送訊息的權限。
refused-no-private-threads = 我在這裡只在私人討論串裡回答，但這種頻道沒有私人討論串。管理伺服器的人可以用 /settings 讓我在別處回答。
refused-private-thread-busy = 我在這裡只在私人討論串裡回答，但 Discord 現在不讓我建立。請過幾分鐘再問一次。
refused-no-member = 我不是這個伺服器的成員：這裡只加了我的指令，所以我沒辦法在這裡回答。管理伺服器的人可以邀請我：{ $link }
refused-member = 我只在你自己能發言的地方回答，而你在這裡不能發言。
refused-member-voice = 我只在你自己能發言的地方回答。要在這個頻道發言，你需要連接它的權限。
refused-member-locked = 我只在你自己能發言的地方回答，而這個討論串已經鎖定。
refused-member-timed-out = 我只在你自己能發言的地方回答，而你在這個伺服器被禁言了。
refused-slow-mode = 這裡開了慢速模式，問我問題也適用。可以再提問的時間：<t:{ $until }:R>。

## Edited questions

# Of a question whose answer goes on as if it had not been edited. $reason: one of the refusals, or the next text.
edited-not-asked = 我會照編輯前的問題繼續回答。{ $reason }
edited-too-often = 我回答的這段時間裡，你已經改了 { $limit } 次。
