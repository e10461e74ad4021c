# O que um membro lê sobre uma pergunta que não é respondida.

## Dicas

hint-empty = Pergunte alguma coisa: escreva sua pergunta depois do meu nome.

## Recusas

refused-guild = Não estou ativado para este servidor. Quem me administra pode adicioná-lo.
refused-dms = Não respondo a mensagens diretas. Pergunte em um servidor.
refused-dms-stranger = Só respondo a mensagens diretas de membros dos servidores para os quais estou ativado.
refused-too-many =
    Que rapidez! Você pode fazer { $limit ->
        [one] uma pergunta
       *[other] { $limit } perguntas
    } por minuto; tente de novo daqui a { $seconds ->
        [one] um segundo
       *[other] { $seconds } segundos
    }.
refused-day-member =
    { $limit ->
        [one] Você já me fez sua única pergunta de hoje.
       *[other] Você já me fez suas { $limit } perguntas de hoje.
    } Você pode perguntar de novo <t:{ $until }:R>.
refused-day-guild = Este servidor já usou todas as perguntas de hoje. Volto a responder aqui <t:{ $until }:R>.
refused-day-all = Já usei todas as minhas perguntas de hoje. Volto a responder <t:{ $until }:R>.
refused-paused = Estou em pausa: quem me administra me pausou. Não vou responder a esta pergunta mais tarde, então faça-a de novo quando eu voltar, por favor.
refused-queue-full =
    { $limit ->
        [one] Já há uma pergunta esperando aqui.
       *[other] Já há { $limit } perguntas esperando aqui.
    } Espere eu responder e depois pergunte de novo.
refused-forbidden = Não tenho permissão para escrever neste canal. Quem gerencia o servidor pode me dar permissão para enviar mensagens e criar tópicos.
refused-forbidden-voice = Não tenho permissão para escrever neste canal. Quem gerencia o servidor pode me dar permissão para me conectar a ele e enviar mensagens.
refused-private-thread-forbidden = Aqui só respondo em tópicos privados, e não tenho permissão para abrir um. Quem gerencia o servidor pode me dar permissão para criar tópicos privados e enviar mensagens em tópicos.
refused-no-private-threads = Aqui só respondo em tópicos privados, e este tipo de canal não tem. Quem gerencia o servidor pode me deixar responder em outro lugar, com /settings.
refused-private-thread-busy = Aqui só respondo em tópicos privados, e o Discord não me deixa abrir um agora. Pergunte de novo daqui a alguns minutos, por favor.
refused-no-member = Não sou membro deste servidor: só meus comandos foram adicionados, então não posso responder aqui. Quem gerencia o servidor pode me convidar: { $link }
refused-member = Só respondo onde você também pode escrever, e aqui você não pode.
refused-member-voice = Só respondo onde você também pode escrever. Para escrever neste canal, você precisa da permissão para se conectar a ele.
refused-member-locked = Só respondo onde você também pode escrever, e este tópico está trancado.
refused-member-timed-out = Só respondo onde você também pode escrever, e você está de castigo neste servidor.
refused-slow-mode = O modo lento está ativado aqui, também para as suas perguntas a mim. Você pode perguntar de novo <t:{ $until }:R>.

## Perguntas editadas

# De uma pergunta cuja resposta continua como se não tivesse sido editada. $reason: uma recusa ou o texto seguinte.
edited-not-asked = Continuo com a resposta à sua pergunta como era antes. { $reason }
edited-too-often =
    Você a alterou { $limit ->
        [one] uma vez
       *[other] { $limit } vezes
    } enquanto eu respondia.
