# What stands in and around a reply, and the name of its thread.

## Threads. The name is 100 characters at most.

thread-name-neutral = Question
# Behind a mention of the member who asked, and above a quotation of the question. $link: the address
# of the message, or “none”.
private-thread =
    I answer you here, where only you and moderators can read. { $link ->
        [none] You asked me:
       *[other] You asked me in { $link }:
    }

## While an answer is waited for, and above it. Each stands in one line.

delayed-queued = Many questions are waiting for the chatbot right now. Yours is in line.
delayed-retrying = The chatbot is having trouble right now. I keep trying.
delayed-slow = The chatbot is taking its time. I'm still waiting for its answer.
context-lost = The chatbot no longer knows our earlier conversation, so this answer starts a new one.

## Endings of a reply

# $notice: one of `error-…`, `refused-…`, `given-up-…` and the like. By what stands before it I know a
# notice again.
ending-notice = ⚠️ { $notice }
ending-interrupted = I'm being restarted, and will finish this answer then.
ending-question-deleted = I stopped here, as the question was deleted.
answer-attached = The answer goes on: all of it is in this file.
answer-complete = Your answer is complete.
# Below an answer. $list: the names of sources.
sources = Sources: { $list }
mention-needed = In this thread, mention me in each question: I can't read messages without a mention.
reply-empty = The chatbot had nothing to say to that.
given-up-crashing = This question made me stop twice, so I'm not trying it again. Please ask in other words.
given-up-ended = The answer ended here. Please ask again.
given-up-stopped = I'm being restarted, and can't go on with this answer then. Please ask again in a moment.
given-up-late = I was away for too long to go on here. Please ask again.
# Behind a notice: what the operator of the chatbot finds the request by.
request-id = (request { $request_id })

## Lists

# Between two things of a list, such as files, channels or permissions.
list-separator = { ", " }
