# The buttons under a reply (34 characters at most), and what a member is told after a press. Only
# they see that.

control-stop = 停止
control-regenerate = 重新產生
control-try-again = 再試一次
control-sources = 來源
control-resolved = 已解決
control-help = 請人幫忙
control-asking-again = 我正在重新提問。新的回答會取代這一則。

## What "Resolved" has done. $tag: a tag of the forum, $closes: whether the thread is closed.

control-resolved-tagged =
    已標示為解決，並加上標籤「{ $tag }」。{ $closes ->
        [yes] 我現在把它關閉；有新訊息就會重新開啟。
       *[no] {""}
    }
control-resolved-full =
    解決了真好！這裡的標籤已經達到 Discord 的上限，所以我沒辦法加上「{ $tag }」。{ $closes ->
        [yes] 我現在把它關閉；有新訊息就會重新開啟。
       *[no] {""}
    }
control-resolved-done =
    解決了真好！{ $closes ->
        [yes] 我現在把這個討論串關閉；有新訊息就會重新開啟。
       *[no] {""}
    }

## Why nothing happens

control-not-yours = 只有提問的成員，以及能在這裡管理訊息的成員，才能這麼做。
control-not-yours-to-resolve = 只有提問的成員，以及能在這裡管理討論串的成員，才能這麼做。
control-resolved-forbidden = 我在這裡已經不能這麼做了：我需要「管理討論串」權限。
control-resolved-answering = 我還在這裡回答一個問題，現在關閉這個討論串會打斷它。請等我回答完再按一次。
control-resolved-gone = 沒有成功：剛才有人關閉或改動了這個討論串。請再試一次。
control-resolved-failed = Discord 現在不讓我這麼做。請稍後再試一次。
control-over = 這則回答已經結束了。
control-elsewhere = 我正在重新啟動。請過一分鐘再按一次。
control-forgotten = 做這件事需要的資料我已經沒有了。請重新提問。
control-not-newest = 只有對話裡最新的回答可以重新產生。
control-not-over = 我正在回答這個問題。
control-sources-gone = 這則回答的來源已經不在了：來源我只保留一段時間。
control-question-gone = 我已經讀不到完整的問題了。請重新提問。
control-asker-opted-out = 提問的人當中有人禁止我讀取訊息，所以我不能重新提問。

## Votes on an answer. Of the form: its title and labels 45 characters, a description and an option 100.

vote-counted = 謝謝！你的 👍 已經算進去了。
vote-changed = 你的投票已改成 👍。
vote-known = 你的 👍 早就算進去了，會一直保留。
vote-form = 哪裡不好？
vote-form-about = 你的 👎 已經算進去了，不填直接關閉也可以。
vote-reasons = 請選擇符合的項目
vote-reason-wrong = 內容有錯
vote-reason-outdated = 內容過時
vote-reason-off-topic = 沒有回答到問題
vote-reason-incomplete = 少了些東西
vote-reason-unclear = 很難看懂
vote-comment = 用你自己的話說
vote-comment-about = 我的營運者看得到這些內容。請不要寫私人的事。
vote-explained = 謝謝！已經補充到你的 👎 裡了。
vote-forgotten = 我已經沒有這則回答的紀錄，所以沒辦法計入你的投票。
vote-not-kept = ⚠️ 剛才沒能存下來。請稍後再按一次按鈕。
vote-not-down = 你沒有給這則回答 👎，所以我沒有存下來。按 👎 就能補充說明。

## Endings of a reply

ending-stopped = 有人按了按鈕，所以停止了。

## The sources of an answer. The buttons that turn the pages are 34 characters at most.

sources-cited = 回答中引用的來源
sources-consulted = 查過但沒有引用的來源
# Behind the name of a source: where in it. $page: a text, such as 12, 12–14 or iv.
sources-place = ，第 { $page } 頁
# $excerpt: what the source says, in its language.
sources-excerpt = 「{ $excerpt }」
sources-untitled = 沒有標題
sources-page = 第 { $page } 頁，共 { $pages } 頁
sources-back = 上一頁
sources-next = 下一頁
