# O que `bridge-bot chat` diz além das respostas.

chat-go-on = Para continuar esta conversa: { $command }
chat-leave = Pressione Ctrl-C de novo, ou Ctrl-D, para sair.
chat-cut-off = Não consigo mais ler nem escrever aqui: { $reason }.
chat-sources = Fontes:
chat-stopped = Resposta interrompida. Pressione Ctrl-C de novo, ou Ctrl-D, para sair.
