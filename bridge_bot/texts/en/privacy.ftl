# What members are told of their own words: by /privacy, above a first answer, after opting out.
# A `…-description` is 100 characters at most. $host: a name such as api.example.com.

## Above a member's first answer

first-answer = A machine writes these answers, so check what matters. Questions go to { $host }. More: /privacy

## A member who has opted out

refused-opted-out = You asked me not to read your messages, so I don't answer you. You can change that with /privacy.
ending-opted-out = I stopped here, as the asker wished.

## /privacy

# All of it together is one message of 4,000 characters at most.
privacy-description = What happens to your words, and how to forbid that I read them
privacy-sent = **Where your questions go.** A machine answers them: each question is sent to the chatbot at `{ $host }`, with the language that was chosen. The chatbot is not told your name or your id. It remembers the questions of a conversation.
privacy-read = **What I read.** Messages that ask me: those that mention me or reply to me, those in threads that I opened, direct messages to me, what you give to a command, a message that somebody asks me about by its menu and, where a server's moderators want it, every message of a channel. With a question also the message that it replies to or forwards, unless its author forbids that. I pass nothing else on.
privacy-stored = **What I store.** The text of your question until it is answered; of the answer I only store the sources that the chatbot named, each with a short excerpt. Of each question: who asked it, when and where, as Discord's ids, the ids of my messages that answer it, how it ended, and its language. Of each conversation: its id at the chatbot, its language and its chatbot. How many questions you asked today. That people were called to a conversation, and since when I keep quiet there. That you know that a machine answers. The language that you chose for yourself, and that of your Discord. Your 👍 and 👎, and what you write in the form that 👎 opens. What you choose here. And if you change my settings for a server: what, and when.
privacy-kept = **For how long.** The counts of a day go with the day, and where I kept quiet a week later. Your questions, my notes on their answers, and your votes are removed after { $days } { $days ->
    [one] day
   *[other] days
}. That you know that a machine answers, and what you choose here, is kept until you change it. `/export` gives you all of it as a file, and `/forget` removes it.
privacy-page = **More.** Whoever runs me tells more here: <{ $url }>
privacy-may-opt-out = **Your choice.** You can forbid that I read or quote your messages at all, on every server. Then I don't answer you either, and what I am answering now ends.
privacy-is-opted-out = **Your choice.** You have forbidden that I read or quote your messages, on every server. So I don't answer you. You can allow it again.
# Two buttons, 34 characters at most.
privacy-opt-out = Don't read my messages
privacy-opt-in = Read my messages again

## /forget and /export

forget-description = Remove what I store of you
forget-asked = **Shall I forget you?** I remove your questions with what I noted of their answers, your votes, and the chatbot's ids of conversations that only you used, on every server. The chatbot then doesn't remember what was said there. You can't take it back. `/export` shows you first what there is.
# A button, 34 characters at most.
forget-confirm = Forget me
# The numbers may be 0.
forget-done = I have removed what I stored of you. Questions: { $questions }. Sources of their answers: { $sources }. Votes: { $votes }. Ids of conversations at the chatbot: { $conversations }.
forget-left = Questions that I can't remove yet: { $count }. They are from the last ten minutes, or their answer has not ended. Use `/forget` later once more.
forget-stays = These stay: whether you forbade that I read your messages, whether a server has shut you out, what you changed in a server's settings, and the counts of today.
forget-elsewhere = I can't remove what others keep: the chatbot keeps what it was asked, and our messages stay on Discord until you, or a moderator, delete them there.
export-description = Get everything I store of you, as a file
export-done = This is everything I store of you. Only you see it.
export-nothing = I store nothing of you.
export-too-large = That is more than a file on Discord may have. Whoever runs me can give it to you.
