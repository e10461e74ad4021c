# O que aparece em uma resposta e ao redor dela, e o nome do tópico.

## Tópicos (nome: no máximo 100 caracteres)

thread-name-neutral = Pergunta
# Depois de uma menção de quem perguntou e acima da citação da pergunta.
private-thread =
    Respondo aqui, onde só você e a moderação podem ler. { $link ->
        [none] Você me perguntou:
       *[other] Você me perguntou em { $link }:
    }

## Enquanto se espera uma resposta, e acima dela (uma linha cada)

delayed-queued = Há muitas perguntas esperando pelo chatbot agora. A sua está na fila.
delayed-retrying = O chatbot está com dificuldades agora. Continuo tentando.
delayed-slow = O chatbot está demorando um pouco. Ainda estou esperando a resposta dele.
context-lost = O chatbot não lembra mais da nossa conversa anterior, então esta resposta começa uma nova.

## Como uma resposta termina

ending-notice = ⚠️ { $notice }
ending-interrupted = Estou reiniciando e termino esta resposta em seguida.
ending-question-deleted = Parei aqui, porque a pergunta foi apagada.
answer-attached = A resposta continua: ela está inteira neste arquivo.
answer-complete = Sua resposta está completa.
sources = Fontes: { $list }
mention-needed = Neste tópico, me mencione em cada pergunta: não consigo ler mensagens sem menção.
reply-empty = O chatbot não teve nada a dizer sobre isso.
given-up-crashing = Esta pergunta me fez travar duas vezes, então não vou tentar de novo. Pergunte com outras palavras, por favor.
given-up-ended = A resposta terminou aqui. Pergunte de novo, por favor.
given-up-stopped = Estou reiniciando e depois não vou poder continuar esta resposta. Pergunte de novo daqui a pouco.
given-up-late = Fiquei fora tempo demais para continuar aqui. Pergunte de novo, por favor.
# Depois de um aviso.
request-id = (solicitação { $request_id })

## Listas

# Entre duas coisas de uma lista, como arquivos, canais ou permissões.
list-separator = { ", " }
