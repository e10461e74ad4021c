# What the slash commands say of themselves and answer. Within Discord's limits: a `…-description`
# is 100 characters at most. A `…-name` is what an option is called, in front of what a member writes
# into it: 32 small letters, without blanks.

## /ask

ask-description = Ask the chatbot a question
ask-question-name = question
ask-question-description = What you want to know
ask-file-name = file
ask-file-description = A text file that belongs to it, such as a log. It is shown with the question
ask-private = I answer you in a private thread, and mention you there.

## /language; the rest of it is in language.ftl. $code: what a member has sent in place of a language.

language-description = See or choose the language of my answers
language-language-name = language
language-language-description = The language to answer in
language-unknown = I don't know the language “{ $code }”. Choose one from the list of /language; nothing has changed.
language-outside = There is no conversation of its own here. In a thread where I answer, or in a direct message to me, there is one.

## Ask about this, in the menu of a message. The name is 32 characters at most, the title of the form
## and its label 45.

about-name = Ask about this
about-form = Ask about this message
about-question = Your question
# What stands in the form already, and may be replaced.
about-default = What does this mean?
# Above the quotation of the question. $link: the address of the message.
about-shown = -# About { $link }
# To the chatbot, between the question and the text of the message.
about-quoted = The message that this is about:
about-nothing = There is no text in that message that I can read.
about-opted-out = I may not read that message: whose words it has doesn't want that.
about-forgotten = I don't have that message at hand any more. If it's still there, open its menu and ask once more.

## /new

new-description = Begin a new conversation here
new-begun = A new conversation begins here: with the next question the chatbot doesn't remember what was said above.
new-outside = In a channel each question begins a new conversation by itself. Use /new in a thread where I answer, or in a direct message to me.

## /help: an introduction, and below it a list of those that are true here. All of it together is one
## message, so keep each short. $bot and $role are mentions, $roles several with blanks between them.

help-description = How to ask me, and what is on here
help-intro = I hand your questions to a chatbot, and show you its answers. A machine writes them, so check what matters.
help-mentions = Mention { $bot } with your question, reply to me, or use `/ask`.
help-messages = Every message here is a question to me, unless it is to somebody else. `/ask` works, too.
help-posts = Every new post here is a question to me. In others, mention { $bot } or use `/ask`.
help-direct = Every message here is a question to me.
help-elsewhere = Use `/ask`. I'm no member here, so only you see the question and my answer.
help-own-thread = Every message in this thread is a question to me, unless it is to somebody else.
help-in-thread = I answer in a thread on your question, and there you go on without a mention.
help-in-private-thread = I answer in a private thread, which only you and moderators see.
help-in-channel = I answer in the channel. Reply to my answer to go on.
help-about = About a message that is there already: open its menu, then Apps, *Ask about this*.
help-files = I read text files, too, such as a log or code.
# $code: "auto", or that of $language, which has its English and its own name.
help-language = { $code ->
    [auto] I answer you here in the language of your question. `/language` chooses another one.
   *[other] I answer you here in { $language }. `/language` chooses another one.
}
help-new = `/new` in a thread begins a new conversation.
# The same in direct messages, where no thread is needed.
help-new-direct = `/new` begins a new conversation.
help-handoff = `/handoff` in a thread, or “Ask for help” under an answer, calls { $role }. Then I keep quiet there until `/resume`, but for mentions.
help-roles = Here I only answer members with one of these roles: { $roles }
help-settings = You manage this server: `/settings` says what I do where.
help-privacy = `/privacy` says what happens to your words, and lets you forbid that I read them. `/export` and `/forget` give you and remove what I store of you.
