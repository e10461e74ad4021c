# /usage e `bridge-bot usage`: quanto o bot é usado. `…-description`: no máximo 100 caracteres.

usage-description = Quanto sou usado neste servidor e como está indo
usage-days-name = dias
usage-days-description = De quantos dias; 7 se você não informar
usage-title = **Quanto fui usado aqui { $days ->
    [one] hoje
   *[other] nos últimos { $days } dias
}**
usage-none = Ninguém me perguntou nada neste servidor { $days ->
    [one] hoje
   *[other] nos últimos { $days } dias
}.
usage-legend = -# *perg*: perguntas enviadas ao chatbot · *ok*: respostas completas · *falh*: com falha · *par*: paradas antes do fim · *50%*, *95%*: tempo desde a pergunta em que essa parte das respostas já tinha começado · *+*, *–*: votos a favor e contra. Os dias são em UTC; o que acabou de acontecer pode faltar.
usage-not-allowed = Só quem gerencia este servidor pode ver isso.
usage-total = no total
usage-unknown-channel = canal apagado
usage-hidden-channel = canal que você não vê
usage-default-chat-bot = o padrão
usage-private = mensagens diretas e onde só quem pergunta vê a resposta
# Abaixo de uma tabela, em um bloco de código.
usage-more =
    { $count ->
        [one] e mais um
       *[other] e mais { $count }
    }

## Títulos das colunas, o mais curtos possível: a tabela tem que caber em um celular

usage-column-asked = perg
usage-column-done = ok
usage-column-failed = falh
usage-column-stopped = par
usage-column-within-50 = 50%
usage-column-within-95 = 95%
usage-column-up = +
usage-column-down = –
usage-by-day = dia
usage-by-channel = canal
usage-by-chat-bot = chatbot
usage-by-guild = servidor
