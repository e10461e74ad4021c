# /settings: o que escolhe quem gerencia um servidor. Limites do Discord: botão 34 caracteres, opção e
# sua descrição 100, título e campos de um formulário 45, suas descrições 100, texto de exemplo 100.

settings-description = Escolha a que eu respondo neste servidor, onde e a quem
settings-title = ## Minhas configurações: { $place }
settings-whole-server = todo o servidor
settings-only-you = -# Só você vê isto. As mudanças valem na hora.

## O que se diz acima das configurações

settings-saved = Salvo.
settings-unchanged = Nada mudou.
settings-changed-meanwhile = Alguém mudou as configurações depois que elas foram mostradas, então as deixei como estão. Estas são as mais recentes.
settings-newer = As configurações mudaram depois que foram mostradas. Estas são as mais recentes.
settings-channel-gone = Esse canal não existe mais ou não consigo vê-lo. Estas são as configurações de todo o servidor.
settings-store-failed = ⚠️ Não consigo acessar as configurações agora, então não sei se isso foi salvo. Tente de novo daqui a pouco.
settings-not-a-number = ⚠️ “{ $field }” aceita um número inteiro de 0 a { $most }, ou nada. Não mudei nada.
settings-not-offered = Isso não pode mais ser escolhido aqui. Estas são as configurações mais recentes.
settings-not-everybody = ⚠️ Nunca chamo todo mundo. Escolha um cargo que só alguns membros tenham.
settings-not-allowed = Só membros com a permissão “Gerenciar servidor” podem ver e mudar minhas configurações.
settings-outside = As configurações são de cada servidor. Use este comando em um deles.

## Escolher o que é mostrado

settings-choose-channel = Todo o servidor. Escolha aqui um canal ou fórum
settings-back-to-server = Mostrar todo o servidor
settings-choose-page = O que mostrar

settings-page-overview = Visão geral
settings-page-questions = Perguntas e respostas
settings-page-askers = Quem pode perguntar
settings-page-limits = Limites
settings-page-extras = Fontes, botões, feedback e ajuda
settings-page-changes = O que mudou e quem mudou

## Uma configuração, o que vale e de onde vem

settings-name-served = A que respondo
settings-name-answer-place = Onde respondo
settings-name-chat-bot = Chatbot
settings-name-language = Idioma das minhas respostas
settings-name-asker-roles = Quem pode perguntar
settings-name-shut-out = Quem não pode perguntar
settings-name-member-questions-per-minute = Perguntas por minuto, de cada membro
settings-name-member-questions-per-day = Perguntas por dia, de cada membro
settings-name-questions-per-day = Perguntas por dia, de todos juntos
settings-name-archive-after = Arquivamento dos tópicos
settings-name-archive-resolved = Fechar tópicos resolvidos
settings-name-show-sources = Fontes abaixo das respostas
settings-name-show-controls = Botões abaixo das respostas
settings-name-feedback-channel = Canal de feedback
settings-name-help-role = Cargo chamado para ajudar
settings-name-quiet-after-helper = Fico em silêncio se esse cargo escrever
settings-name-paused = Pausa

settings-in-force = **{ $name }**: { $value } · *{ $source }*
settings-source-channel = configuração deste canal
settings-source-server = configuração do servidor
settings-source-default = padrão
settings-none = Nenhum para este canal
settings-reset = Usar a configuração do servidor
settings-reset-server = Voltar ao padrão
settings-option-reset = Como em todo o servidor
settings-option-reset-server = Padrão
settings-option-now = Agora: { $value }

## Valores

settings-value-mentions = a menções
settings-value-messages = a todas as mensagens
settings-value-posts = a todas as postagens do fórum
settings-value-nothing = a nada
settings-value-public-thread = em um tópico público
settings-value-private-thread = em um tópico privado
settings-value-channel = no canal
settings-value-usual-bot = o padrão
settings-value-bot-gone = { $bot }, que não tenho mais
settings-value-usual-language = conforme quem me administra
settings-value-everybody = todo mundo
settings-value-nobody = ninguém
settings-value-more =
    { $more ->
        [one] { $shown } e mais um
       *[other] { $shown } e mais { $more }
    }
settings-value-no-limit = sem limite
settings-value-operator-limit = { $limit }, definido por quem me administra
settings-value-hour = depois de uma hora
settings-value-day = depois de um dia
settings-value-three-days = depois de três dias
settings-value-week = depois de uma semana
settings-value-archive-usual = conforme o canal
settings-value-on = sim
settings-value-off = não
settings-value-no-channel = nenhum
settings-value-no-role = nenhum
settings-value-minutes =
    { $minutes ->
        [0] não
        [60] por uma hora
        [240] por quatro horas
        [one] por um minuto
       *[other] por { $minutes } minutos
    }
settings-value-paused = estou em pausa
settings-value-running = estou respondendo
settings-value-unset = padrão

settings-about-mentions = Só mensagens que me mencionam ou me respondem
settings-about-messages = Custa: cada mensagem é uma solicitação paga. Conversas entre membros ficam de fora
settings-about-posts = Custa: cada nova postagem é uma solicitação paga. Dentro delas, só o que é para mim
settings-about-nothing = Nenhuma pergunta, nem mesmo por comando
settings-about-public-thread = Todo mundo que vê o canal pode ler
settings-about-private-thread = Só quem pergunta e a moderação veem
settings-about-channel = Como resposta direta, sem tópico

settings-confirm-messages =
    ⚠️ **Cada mensagem custa.** Cada mensagem que os membros escreverem { $where }, menos quando falam entre si, vira uma pergunta ao chatbot: uma solicitação paga. Em um dia movimentado, podem ser milhares. Você pode definir limites em “Limites”.
settings-confirm-posts =
    ⚠️ **Cada postagem custa.** Cada nova postagem { $where } vira uma pergunta ao chatbot: uma solicitação paga. Você pode definir limites em “Limites”.
settings-where-server = em qualquer lugar deste servidor
settings-where-channel = em { $channel }
settings-take-messages = Sim, responda a todas as mensagens
settings-take-posts = Sim, responda a todas as postagens
settings-cancel = Cancelar

settings-choose-roles = Todo mundo. Escolha cargos aqui
settings-choose-members = Ninguém. Escolha membros aqui
settings-choose-feedback-channel = Nenhum. Escolha um canal aqui
settings-choose-help-role = Nenhum. Escolha um cargo aqui
settings-feedback-note = -# Cada resposta que recebe um 👎 ganha um link no canal de feedback, uma única vez. As de tópicos privados, não.
settings-shut-out-note = -# Quem não pode perguntar em todo o servidor não pode em nenhum canal.

## Limites

settings-limits-note = -# Toda solicitação paga conta, também uma pergunta repetida. Os dias começam às 0:00 UTC.
settings-operator-limit = -# Quem me administra permite { $limit }, e é isso que vale.
settings-change-limits = Mudar os limites
settings-limits-form = Limites
settings-limit-about = Vazio: padrão. 0: sem limite.
settings-limit-about-operator = { $about } No máximo { $limit }, definido por quem me administra.

## A pausa de um servidor

settings-pause = Pausar neste servidor
settings-go-on = Retomar
settings-pause-note = -# Durante a pausa, as respostas em andamento terminam como sempre; cada nova pergunta recebe um aviso gentil e não custa nada.
settings-own-channels = Canais com configurações próprias: { $channels }

## O que me falta

# $permissions: uma ou mais permissões. $effect: um dos textos seguintes.
settings-lacks = ⚠️ Faltam permissões ({ $permissions }), então { $effect }.
settings-lacks-all = não consigo responder aqui
settings-lacks-thread = não consigo abrir tópicos aqui e respondo no canal
settings-lacks-private-thread = não consigo abrir tópicos privados aqui e não respondo a nada
settings-lacks-moderation = quem pergunta aqui pode trazer outras pessoas para um tópico privado
settings-lacks-history = depois da primeira pergunta de uma postagem daqui, fico em silêncio nela, a não ser que me mencionem
settings-no-private-threads = ⚠️ Aqui não há tópicos privados, então não respondo a nada. Escolha outro lugar.
settings-lacks-resolving = minhas respostas aqui não têm o botão “Resolvido”
settings-lacks-feedback = não consigo avisar ninguém no canal de feedback
settings-feedback-gone = ⚠️ O canal de feedback não existe mais ou não consigo vê-lo, então ninguém fica sabendo do feedback. Escolha outro, ou nenhum.
settings-lacks-askers = ⚠️ Estes cargos não existem mais, então ninguém pode perguntar. Escolha outros, ou nenhum.
settings-lacks-content = ⚠️ Funciono sem o “Message Content Intent”, então só leio mensagens que me mencionam.
settings-operator-off = -# Quem me administra desativou isso em todos os servidores, e é isso que vale.
settings-lacks-helpers = ⚠️ Esse cargo não existe mais, então ninguém pode ser chamado. Escolha outro.
settings-lacks-role = ⚠️ Não posso mencionar esse cargo: permita que todos o mencionem ou me dê “Mencionar @everyone, @here e todos os cargos”.
settings-permission-view-channel = “Ver canal”
settings-permission-send-messages = “Enviar mensagens”
settings-permission-create-public-threads = “Criar tópicos públicos”
settings-permission-create-private-threads = “Criar tópicos privados”
settings-permission-send-messages-in-threads = “Enviar mensagens em tópicos”
settings-permission-manage-threads = “Gerenciar tópicos”
settings-permission-read-message-history = “Ver histórico de mensagens”
settings-permission-connect = “Conectar”

## A lista de mudanças

settings-no-changes = Ninguém mudou nada ainda.
settings-change = { $when } { $member } · { $place } · { $name }: { $former } → { $value }
settings-older = Mudanças anteriores
settings-newest = Mudanças mais recentes
