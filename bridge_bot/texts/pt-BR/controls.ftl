# Os botões abaixo de uma resposta (no máximo 34 caracteres) e o que se diz depois de um clique.

control-stop = Parar
control-regenerate = Gerar outra resposta
control-try-again = Tentar de novo
control-sources = Fontes
control-resolved = Resolvido
control-help = Pedir ajuda
control-asking-again = Estou perguntando de novo. A nova resposta vai tomar o lugar desta.

## O que “Resolvido” fez

control-resolved-tagged =
    Agora isto está marcado como resolvido, com a tag “{ $tag }”.{ $closes ->
        [yes] {" "}Vou fechar o tópico; uma nova mensagem o reabre.
       *[no] {""}
    }
control-resolved-full =
    Que bom que deu certo! Aqui já está o máximo de tags que o Discord permite, então não posso adicionar “{ $tag }”.{ $closes ->
        [yes] {" "}Vou fechar o tópico agora; uma nova mensagem o reabre.
       *[no] {""}
    }
control-resolved-done =
    Que bom que deu certo!{ $closes ->
        [yes] {" "}Vou fechar este tópico; uma nova mensagem o reabre.
       *[no] {""}
    }

## Por que nada acontece

control-not-yours = Só quem fez a pergunta e quem pode gerenciar mensagens aqui pode fazer isso.
control-not-yours-to-resolve = Só quem fez a pergunta e quem pode gerenciar tópicos aqui pode fazer isso.
control-resolved-forbidden = Não posso mais fazer isso aqui: preciso da permissão “Gerenciar tópicos”.
control-resolved-answering = Ainda estou respondendo a uma pergunta aqui, e fecharia este tópico. Aperte de novo quando eu terminar, por favor.
control-resolved-gone = Não deu certo: alguém acabou de fechar ou alterar este tópico. Tente de novo, por favor.
control-resolved-failed = O Discord não me deixa fazer isso agora. Tente de novo daqui a pouco.
control-over = Esta resposta já terminou.
control-elsewhere = Estou reiniciando. Clique de novo daqui a um minuto.
control-forgotten = Não tenho mais o que preciso para isso. Faça sua pergunta de novo, por favor.
control-not-newest = Só dá para pedir de novo a última resposta de uma conversa.
control-not-over = Estou respondendo a esta pergunta agora mesmo.
control-sources-gone = Não tenho mais as fontes desta resposta: só as guardo por um tempo.
control-question-gone = Não consigo mais ler a pergunta inteira. Faça-a de novo, por favor.
control-asker-opted-out = Alguém que perguntou isto me proibiu de ler suas mensagens, então não posso perguntar de novo.

## Votos. No formulário: título e campos 45 caracteres, descrições e opções 100.

vote-counted = Valeu! Seu 👍 foi contado.
vote-changed = Seu voto agora é 👍.
vote-known = Seu 👍 já foi contado e continua valendo.
vote-form = O que deu errado?
vote-form-about = Seu 👎 é contado, mesmo que você feche isto sem preencher.
vote-reasons = Escolha o que se aplica
vote-reason-wrong = Está errada
vote-reason-outdated = Está desatualizada
vote-reason-off-topic = Não responde à pergunta
vote-reason-incomplete = Falta alguma coisa
vote-reason-unclear = É difícil de entender
vote-comment = Com suas palavras
vote-comment-about = Quem me administra pode ler. Não escreva nada particular, por favor.
vote-explained = Valeu! Juntei isso ao seu 👎.
vote-forgotten = Não conheço mais esta resposta, então não posso contar seu voto.
vote-not-kept = ⚠️ Não consegui salvar isso agora. Clique no botão de novo daqui a pouco, por favor.
vote-not-down = Você não tem um 👎 nesta resposta, então não salvei nada. Clique em 👎 para acrescentar algo.

## Como uma resposta termina

ending-stopped = Parei, porque alguém clicou no botão.

## As fontes de uma resposta (botões: no máximo 34 caracteres)

sources-cited = Citadas na resposta
sources-consulted = Consultadas, mas não citadas
# Depois do nome de uma fonte: em que parte dela.
sources-place = , p. { $page }
sources-excerpt = “{ $excerpt }”
sources-untitled = Sem título
sources-page = Página { $page } de { $pages }
sources-back = Voltar
sources-next = Avançar
