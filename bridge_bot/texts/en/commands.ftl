# What the slash commands are called, and what /language answers.

ask-description = Ask the chatbot a question
ask-question-description = What you want to know
ask-file-description = A text file that belongs to it, such as a log
ask-private = I answer you in a private thread, and mention you there.
language-description = Choose the language of the answers in this conversation
language-language-description = The language to answer in
language-chosen = From now on I answer in { $language } here.
language-chosen-auto = From now on I answer in the language of the question here.
language-unknown = I don't know the language “{ $code }”. Choose one from the list of /language; nothing has changed.
language-outside = A language belongs to a conversation. Use /language in a thread where I answer, or in a direct message to me. Mention me with a question to begin one.
