# Che cosa dice `bridge-bot chat` accanto alle risposte.

chat-go-on = Per continuare questa conversazione: { $command }
chat-leave = Premi di nuovo Ctrl-C, o Ctrl-D, per uscire.
chat-cut-off = Qui non posso più leggere o scrivere: { $reason }.
chat-sources = Fonti:
chat-stopped = Fermato. Premi di nuovo Ctrl-C, o Ctrl-D, per uscire.
