# What stands in and around a reply, and the name of its thread.

## Threads. The name is 100 characters at most.

thread-name-neutral = 问题
# Behind a mention of the member who asked, and above a quotation of the question.
private-thread =
    我在这里回答你，只有你和版主能看到。{ $link ->
        [none] 你问我：
       *[other] 你在 { $link } 问我：
    }

## While an answer is waited for, and above it. Each stands in one line.

delayed-queued = 现在有很多问题在等聊天机器人。你的问题正在排队。
delayed-retrying = 聊天机器人现在出了点故障。我会继续尝试。
delayed-slow = 聊天机器人还需要一点时间。我还在等它的回答。
context-lost = 聊天机器人已经不记得我们之前的对话，所以从这个回答起是一段新对话。

## Endings of a reply

ending-notice = ⚠️ { $notice }
ending-interrupted = 我正在重启，之后会把这个回答写完。
ending-question-deleted = 问题已被删除，我在这里停下了。
answer-attached = 回答还没完：全文在这个文件里。
answer-complete = 你的回答已经完成。
sources = 来源：{ $list }
mention-needed = 在这个子区里，请在每个问题中提及我：没有提及我的消息我读不到。
reply-empty = 聊天机器人对此无话可说。
given-up-crashing = 这个问题让我停止运行了两次，所以我不再尝试。请换个说法提问。
given-up-ended = 回答到这里就结束了。请再问一次。
given-up-stopped = 我正在重启，之后无法继续这个回答。请稍后再问一次。
given-up-late = 我离开得太久，无法从这里继续。请再问一次。
request-id = （请求 { $request_id }）

## Lists

# Between two things of a list, such as files, channels or permissions.
list-separator = 、
