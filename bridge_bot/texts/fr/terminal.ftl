# Ce que dit `bridge-bot chat` à côté des réponses.

chat-go-on = Pour continuer cette conversation : { $command }
chat-leave = Appuie encore sur Ctrl-C, ou sur Ctrl-D, pour quitter.
chat-cut-off = Je ne peux plus lire ni écrire ici : { $reason }.
chat-sources = Sources :
chat-stopped = Arrêté. Appuie encore sur Ctrl-C, ou sur Ctrl-D, pour quitter.
