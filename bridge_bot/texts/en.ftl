# What the bot says of itself, in English. Keys are grouped by the moment they belong to.

## Hints

hint-empty = Ask me something: write your question behind my name.
hint-text-only = I can only read text so far. Write your question as a message.
mention-needed = In this thread, mention me in each question: I can't read messages without a mention.

## Threads

thread-name-neutral = Question

## Refusals

refused-guild = I'm not switched on for this server. Whoever runs me can add it.
refused-dms = I don't answer direct messages. Ask me on a server instead.
refused-dms-stranger = I only answer direct messages from members of the servers I'm switched on for.
refused-too-many =
    That was quick! You can ask { $limit ->
        [one] one question
       *[other] { $limit } questions
    } a minute; try again in { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    }.
refused-queue-full =
    { $limit ->
        [one] One question is
       *[other] { $limit } questions are
    } waiting here already. Let me answer first, then ask again.
refused-forbidden = I'm not allowed to write in this channel. Someone who manages the server can give me the permission to send messages and to create threads.
refused-forbidden-voice = I'm not allowed to write in this channel. Someone who manages the server can give me the permissions to connect to it and to send messages.
refused-no-member = I'm not a member of this server: only my commands were added to it, so I can't answer here. Someone who manages the server can invite me: { $link }
refused-member = I only answer where you may write yourself, and you may not write here.
refused-member-voice = I only answer where you may write yourself. To write in this channel you need the permission to connect to it.
refused-member-locked = I only answer where you may write yourself, and this thread is locked.
refused-member-timed-out = I only answer where you may write yourself, and you are in time-out on this server.
refused-slow-mode = Slow mode is on here, for your questions to me too. You can ask again <t:{ $until }:R>.

## Commands

ask-description = Ask the chatbot a question
ask-question-description = What you want to know
language-description = Choose the language of the answers in this conversation
language-language-description = The language to answer in
language-chosen = From now on I answer in { $language } here.
language-chosen-auto = From now on I answer in the language of the question here.
language-unknown = I don't know the language “{ $code }”. Choose one from the list of /language; nothing has changed.
language-outside = A language belongs to a conversation. Use /language in a thread where I answer, or in a direct message to me. Mention me with a question to begin one.

## While an answer is waited for, and above it

delayed-queued = Many questions are waiting for the chatbot right now. Yours is in line.
delayed-retrying = The chatbot is having trouble right now. I keep trying.
delayed-slow = The chatbot is taking its time. I'm still waiting for its answer.
context-lost = The chatbot no longer knows our earlier conversation, so this answer starts a new one.

## Endings of a reply

ending-notice = ⚠️ { $notice }
ending-interrupted = I'm being restarted, and will finish this answer then.
answer-attached = The answer goes on: all of it is in this file.
answer-complete = Your answer is complete.
reply-empty = The chatbot had nothing to say to that.
given-up-crashing = This question made me stop twice, so I'm not trying it again. Please ask in other words.
given-up-ended = The answer ended here. Please ask again.
given-up-late = I was away for too long to go on here. Please ask again.
request-id = (request { $request_id })

## In the terminal

chat-go-on = To go on with this conversation: { $command }
chat-leave = Press Ctrl-C again, or Ctrl-D, to leave.
chat-cut-off = I can't read or write here any more: { $reason }.
chat-stopped = Stopped. Press Ctrl-C again, or Ctrl-D, to leave.

## Errors

error-unexpected = Something went wrong on my side. Please try again.
error-store = I couldn't keep track of this conversation just now. Please try again in a moment.
error-platform = Discord didn't take my answer.
error-platform-forbidden = I'm not allowed to go on writing here.
error-text-refused = Discord's filter of this server refused the text, so I can't show it here.
error-api-unexpected = The chatbot gave no answer. Please try again.
error-api-unreachable = I can't reach the chatbot right now. Please try again in a moment.
error-api-connection-lost = The connection to the chatbot was lost before it answered. Please try again.
error-api-timeout = The chatbot took too long. Please try again in a moment.
error-intermediary-refused =
    Something between me and the chatbot refused the question (status { $status }{ $server ->
        [unknown] {""}
       *[other] , from { $server }
    }). If it goes on, whoever runs me has to look into it.
error-api-refused = The chatbot refused my key or its subscription has ended. Whoever runs me has to look into it.
error-api-bot-unknown = The chatbot that I'm set up with doesn't exist. Whoever runs me has to look into it.
error-api-rate-limited =
    The chatbot is getting too many questions right now. Please try again in { $minutes ->
        [0] a moment
        [1] a minute
       *[other] { $minutes } minutes
    }.
error-api-busy = The chatbot is busy or has a problem right now. Please try again in a moment.
error-api-rejected = The chatbot didn't accept this question.
error-api-malformed = The chatbot's answer couldn't be understood. Please try again.
error-answer-too-long = The answer is longer than I can show, so it ends here.
error-api-broken-off = The answer broke off here. Please ask again.
