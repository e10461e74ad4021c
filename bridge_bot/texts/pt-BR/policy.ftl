# O que um servidor decide sobre o bot, e o que seus membros leem sobre isso.

## Recusas

press-not-private = Esse botão é de uma mensagem que só você vê. Use o comando diretamente.
refused-channel = Estou desativado neste canal. Quem gerencia o servidor pode mudar isso com `/settings`.
refused-shut-out = Neste servidor não estou disponível para você: foi o que decidiu quem o gerencia. Se você acha que é um engano, fale com a equipe do servidor.
refused-role = Aqui só respondo a membros com certos cargos. Pergunte quais são a quem gerencia o servidor.
refused-paused-server = Estou em pausa: quem gerencia este servidor me pausou aqui. Não vou responder a esta pergunta mais tarde, então faça-a de novo quando eu voltar, por favor.
refused-day-guild-member =
    { $limit ->
        [one] Você já me fez sua única pergunta de hoje neste servidor.
       *[other] Você já me fez suas { $limit } perguntas de hoje neste servidor.
    } Você pode perguntar aqui de novo <t:{ $until }:R>.
refused-day-channel = Este canal já usou todas as perguntas de hoje. Volto a responder aqui <t:{ $until }:R>.

## Configurações

settings-outdated = Outra pessoa acabou de mudar estas configurações. Veja como estão agora e tente de novo.
