# Что говорит `bridge-bot chat` рядом с ответами.

chat-go-on = Чтобы продолжить этот разговор: { $command }
chat-leave = Чтобы выйти, нажмите Ctrl-C ещё раз или Ctrl-D.
chat-cut-off = Я больше не могу здесь читать или писать: { $reason }.
chat-sources = Источники:
chat-stopped = Остановлено. Чтобы выйти, нажмите Ctrl-C ещё раз или Ctrl-D.
