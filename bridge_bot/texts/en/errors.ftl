# What a member is told of a failure: one sentence for each error of `core/errors.py`.

error-unexpected = Something went wrong on my side. Please try again.
error-store = I couldn't keep track of this conversation just now. Please try again in a moment.
error-platform = Discord didn't take my answer.
error-platform-forbidden = I'm not allowed to go on writing here.
error-text-refused = Discord's filter of this server refused the text, so I can't show it here.
error-api-unexpected = The chatbot gave no answer. Please try again.
error-api-unreachable = I can't reach the chatbot right now. Please try again in a moment.
error-api-connection-lost = The connection to the chatbot was lost before it answered. Please try again.
error-api-timeout = The chatbot took too long. Please try again in a moment.
# $status: a status of HTTP, such as 502. $server: a product's name, such as nginx, or “unknown”.
error-intermediary-refused =
    Something between me and the chatbot refused the question (status { $status }{ $server ->
        [unknown] {""}
       *[other] , from { $server }
    }). If it goes on, whoever runs me has to look into it.
error-api-refused = The chatbot refused my key or its subscription has ended. Whoever runs me has to look into it.
error-api-bot-unknown = The chatbot that I'm set up with doesn't exist. Whoever runs me has to look into it.
# $minutes: 0 where that is not known.
error-api-rate-limited =
    The chatbot is getting too many questions right now. Please try again in { $minutes ->
        [0] a moment
        [one] a minute
       *[other] { $minutes } minutes
    }.
error-api-busy = The chatbot is busy or has a problem right now. Please try again in a moment.
error-api-rejected = The chatbot didn't accept this question.
error-api-malformed = The chatbot's answer couldn't be understood. Please try again.
error-answer-too-long = The answer is longer than I can show, so it ends here.
error-api-broken-off = The answer broke off here. Please ask again.
