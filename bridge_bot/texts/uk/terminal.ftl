# Що каже `bridge-bot chat` поряд із відповідями.

chat-go-on = Щоб продовжити цю розмову: { $command }
chat-leave = Щоб вийти, натисніть Ctrl-C ще раз або Ctrl-D.
chat-cut-off = Я більше не можу тут читати чи писати: { $reason }.
chat-sources = Джерела:
chat-stopped = Зупинено. Щоб вийти, натисніть Ctrl-C ще раз або Ctrl-D.
