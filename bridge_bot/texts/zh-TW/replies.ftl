# What stands in and around a reply, and the name of its thread.

## Threads. The name is 100 characters at most.

thread-name-neutral = 問題
# Behind a mention of the member who asked, and above a quotation of the question. $link: the address
# of the message, or “none”.
private-thread =
    我在這裡回答你，只有你和版主看得到。{ $link ->
        [none] 你問我：
       *[other] 你在 { $link } 問我：
    }

## While an answer is waited for, and above it. Each stands in one line.

delayed-queued = 現在有很多問題在等聊天機器人。你的問題正在排隊。
delayed-retrying = 聊天機器人現在有點狀況。我會繼續試。
delayed-slow = 聊天機器人還需要一點時間。我還在等它的回答。
context-lost = 聊天機器人已經不記得我們先前的對話，所以這則回答開始的是新的對話。

## Endings of a reply

# $notice: one of `error-…`, `refused-…`, `given-up-…` and the like. By what stands before it I know a
# notice again.
ending-notice = ⚠️ { $notice }
ending-interrupted = 我正在重新啟動，之後會把這則回答寫完。
ending-question-deleted = 問題被刪除了，所以我在這裡停下來。
answer-attached = 回答還沒完：全文在這個檔案裡。
answer-complete = 你的回答完成了。
# Below an answer. $list: the names of sources.
sources = 來源：{ $list }
mention-needed = 在這個討論串裡，請在每個問題中提及我：沒有提及我的訊息我讀不到。
reply-empty = 聊天機器人對此沒有話要說。
given-up-crashing = 這個問題讓我當掉兩次，所以我不再試了。請換個說法提問。
given-up-ended = 回答到這裡就結束了。請再問一次。
given-up-stopped = 我正在重新啟動，之後沒辦法接續這則回答。請稍後再問一次。
given-up-late = 我離開太久了，沒辦法從這裡接下去。請再問一次。
# Behind a notice: what the operator of the chatbot finds the request by.
request-id = （請求 { $request_id }）

## Lists

# Between two things of a list, such as files, channels or permissions.
list-separator = 、
