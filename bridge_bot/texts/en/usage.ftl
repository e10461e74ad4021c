# /usage and `bridge-bot usage`: how much the bot is used. A `…-description` is 100 characters at most.

usage-description = How much I'm used on this server, and how it goes
usage-days-name = days
usage-days-description = Of how many days; 7 if you don't say
usage-title = **How much I was used here { $days ->
    [one] today
   *[other] in the last { $days } days
}**
usage-none = Nobody has asked me anything on this server { $days ->
    [one] today
   *[other] in the last { $days } days
}.
usage-legend = -# *ask*: questions sent to the chatbot · *ok*: complete answers · *err*: failed · *stp*: stopped early · *50%*, *95%*: so many of the answers began within this time after the question · *up*, *dn*: votes up and down. A day is one in UTC; what has just happened may be missing.
usage-not-allowed = Only who manages this server can see that.
usage-total = in all
usage-unknown-channel = deleted channel
usage-hidden-channel = channel that you don't see
usage-default-chat-bot = the usual one
usage-private = direct messages, and where only the asker sees the answer
# Below a table, in a block of code.
usage-more = +{ $count } more

## Headings of the columns, as short as may be: the table has to fit on a phone

usage-column-asked = ask
usage-column-done = ok
usage-column-failed = err
usage-column-stopped = stp
usage-column-within-50 = 50%
usage-column-within-95 = 95%
usage-column-up = up
usage-column-down = dn
usage-by-day = day
usage-by-channel = channel
usage-by-chat-bot = chatbot
usage-by-guild = server
