# O que o diagnóstico encontra: `doctor-<code>` diz o que há de errado e `doctor-<code>-hint` como se
# resolve. Uma dica “-” significa que não há nada a fazer.

doctor-description = O que há de errado comigo aqui e como resolver
doctor-not-allowed = Só membros com a permissão “Gerenciar servidor” podem ver o que há de errado comigo aqui.
doctor-outside = Só cuido dos servidores de que sou membro. Use /doctor em um deles.
doctor-head = **O que encontrei neste servidor**
doctor-all-well = ✅ Não encontrei nada de errado aqui.
doctor-finding =
    { $sign } { $message }
    -# → { $hint } `{ $id }`
doctor-finding-alone =
    { $sign } { $message }
    -# `{ $id }`
doctor-more =
    { $count ->
        [one] -# E mais um resultado.
       *[other] -# E mais { $count } resultados.
    }
doctor-and-more =
    { $more ->
        [one] { $shown } e mais um
       *[other] { $shown } e mais { $more }
    }

## O comando bridge-bot check

doctor-check-well = Está tudo certo.
doctor-check-counts = erros: { $errors }, avisos: { $warnings }, observações: { $notes }
doctor-check-asking = Fazendo uma pergunta à Chat API; ela é paga como qualquer outra.
doctor-check-question = Oi, você está funcionando?

## Configurações

doctor-E101 = { $problem }
doctor-E101-hint = Defina isso no .env ou no ambiente; .env.example explica cada configuração.
doctor-W102 = { $problem }
doctor-W102-hint = -
doctor-W103 = Segundo as configurações, os membros podem me adicionar à própria conta; segundo o aplicativo, não.
doctor-W103-hint = Execute `bridge-bot check --fix` ou ative “User Install” no Developer Portal → seu aplicativo → Installation. Ou defina ALLOW_USER_INSTALL=false.
doctor-E104 = Uma frase de TEXTS_DIR não pode ser usada, então o bot não iniciaria. { $problem }
doctor-E104-hint = Corrija-a ou remova-a; docs/translating.md explica como uma frase pode ser.

## Discord

doctor-E201 = O Discord recusa o token.
doctor-E201-hint = Copie-o de novo do Developer Portal → seu aplicativo → Bot → Reset Token e defina-o como DISCORD_TOKEN.
doctor-E202 = Não dá para consultar o Discord: { $reason }
doctor-E202-hint = Verifique a rede, o firewall e o proxy desta máquina e a página de status do Discord; depois execute de novo.
doctor-E203 = O “Message Content Intent” está desativado, então o bot não iniciaria.
doctor-E203-hint = Execute `bridge-bot check --fix` ou ative-o no Developer Portal → seu aplicativo → Bot → Privileged Gateway Intents. Ou defina MESSAGE_CONTENT=false; aí os membros precisam mencionar o bot em cada pergunta.
doctor-N204 = O “Message Content Intent” está ativado, mas MESSAGE_CONTENT=false não o usa.
doctor-N204-hint = A política do Discord pede que não se tenha mais acesso do que se usa: desative-o no Developer Portal → seu aplicativo → Bot.
doctor-W205 = O botão “Adicionar app” do aplicativo não pede tudo o que o bot usa: { $missing }
doctor-W205-hint = Execute `bridge-bot check --fix` ou defina isso no Developer Portal → seu aplicativo → Installation → Default Install Settings.
doctor-E206 = Há uma “Interactions Endpoint URL” definida, então o Discord envia comandos e cliques para lá, e não para o bot.
doctor-E206-hint = Esvazie-a no Developer Portal → seu aplicativo → General Information.
doctor-E207 = O Discord não permite iniciar mais sessões hoje. Se mais uma for iniciada, o Discord redefine o token.
doctor-E207-hint =
    Espere { $hours ->
        [one] uma hora
       *[other] { $hours } horas
    } e descubra por que o bot foi iniciado tantas vezes. Um bot já em execução continua.
doctor-W208 =
    O Discord só permite iniciar { $left ->
        [one] mais uma sessão
       *[other] mais { $left } sessões
    } { $hours ->
        [one] na próxima hora
       *[other] nas próximas { $hours } horas
    }.
doctor-W208-hint = Descubra por que o bot é iniciado tantas vezes ou perde a conexão.
doctor-N209 = O Discord ainda não conhece os comandos.
doctor-N209-hint = O bot os informa quando inicia: `bridge-bot run`.
doctor-W210 = O Discord tem comandos diferentes dos desta versão: { $names }
doctor-W210-hint = Inicie esta versão uma vez: `bridge-bot run`. Se ela já estiver em execução, o log diz por que o Discord não os aceitou.
doctor-N211 =
    O “Message Content Intent” ainda não foi revisado: o Discord exige isso a partir de 10.000 usuários, e os servidores do bot têm { $count ->
        [one] um membro
       *[other] { $count } membros
    }.
doctor-N211-hint = -
doctor-W212 = O Discord revisa o “Message Content Intent” deste bot, porque mais de 10.000 usuários o veem ou porque ele já foi aprovado antes: é preciso solicitá-lo, e de novo a cada ano.
doctor-W212-hint = Veja a data no Developer Portal → seu aplicativo → Bot. Depois de um aviso, o prazo é de 90 dias; quem o perde fica sem o intent.
doctor-N213 =
    O bot está em { $count ->
        [one] um servidor
       *[other] { $count } servidores
    } e não é verificado. Até que seja, não pode ser adicionado a mais de 100.
doctor-N213-hint = Solicite no Developer Portal → seu aplicativo → App Verification.
doctor-E214 =
    { $servers ->
        [one] Um servidor é demais
       *[other] { $servers } servidores são demais
    } para { $shards ->
        [one] um shard
       *[other] { $shards } shards
    }: o Discord permite 2.500 para cada um.
doctor-E214-hint = Remova SHARD_COUNT e SHARD_IDS para seguir a recomendação do Discord, ou aumente SHARD_COUNT.
doctor-N215 = O bot ainda não está em nenhum servidor.
doctor-N215-hint = Convide-o: { $link }
doctor-N216 =
    { $count ->
        [0] Nenhum servidor foi verificado, de um total de { $all }.
        [one] Só um servidor foi verificado, de um total de { $all }.
       *[other] Só { $count } servidores foram verificados, de um total de { $all }.
    }
doctor-N216-hint = Quem gerencia um servidor vê com /doctor o que há de errado nele.
doctor-W217 = Não deu para verificar o servidor: o Discord não informou os canais dele.
doctor-W217-hint = Execute de novo daqui a pouco.
doctor-W218 = Nada foi corrigido: { $reason }
doctor-W218-hint = Faça isso no Developer Portal, como dizem os outros resultados.
doctor-N219 = Corrigido: bridge-bot.{ $code }
doctor-N219-hint = -

## Um servidor

doctor-E301 = Não consigo ver { $places }, onde há algo definido para mim: não tenho a permissão “Ver canal”.
doctor-E301-hint = Dê “Ver canal” ao meu cargo lá, ou redefina o que está configurado com /settings.
doctor-E302 = Não consigo responder em { $places }: não tenho a permissão “Enviar mensagens”.
doctor-E302-hint = Dê “Enviar mensagens” ao meu cargo lá, ou “Criar tópicos públicos” e “Enviar mensagens em tópicos” onde respondo em tópicos.
doctor-E303 = Não consigo responder em { $places }: não tenho a permissão “Conectar”.
doctor-E303-hint = Dê “Conectar” e “Enviar mensagens” ao meu cargo lá.
doctor-E304 = Não consigo responder em { $places }: não tenho a permissão “Enviar mensagens em tópicos”.
doctor-E304-hint = Dê “Enviar mensagens em tópicos” ao meu cargo lá.
doctor-E305 = Não respondo a nada em { $places }: as respostas devem ser privadas, e não tenho a permissão “Criar tópicos privados”.
doctor-E305-hint = Dê “Criar tópicos privados” ao meu cargo lá, ou escolha outro lugar para as respostas com /settings.
doctor-E306 = Não respondo a nada em { $places }: as respostas devem ser privadas, e não há tópicos privados.
doctor-E306-hint = Escolha outro lugar para as respostas com /settings.
doctor-W307 = Não tenho a permissão “Gerenciar tópicos” em { $places }, então quem pergunta pode trazer outras pessoas para um tópico privado.
doctor-W307-hint = Dê “Gerenciar tópicos” ao meu cargo lá.
doctor-W308 = Não tenho a permissão “Criar tópicos públicos” em { $places }, então respondo no canal.
doctor-W308-hint = Dê “Criar tópicos públicos” ao meu cargo lá, ou escolha o canal como lugar para as respostas com /settings.
doctor-W309 = Não tenho a permissão “Enviar mensagens em tópicos” em { $places }, então respondo no canal, e nunca em tópicos.
doctor-W309-hint = Dê “Enviar mensagens em tópicos” ao meu cargo lá.
doctor-W310 = Não tenho a permissão “Anexar arquivos” em { $places }, então uma resposta muito longa termina antes.
doctor-W310-hint = Dê “Anexar arquivos” ao meu cargo lá.
doctor-W311 = Não tenho a permissão “Ver histórico de mensagens” em { $places }, então não consigo responder diretamente a mensagens nem encontrar o que perdi.
doctor-W311-hint = Dê “Ver histórico de mensagens” ao meu cargo lá.
doctor-N312 = Não tenho a permissão “Adicionar reações” em { $places }, então ninguém vê que uma pergunta precisa esperar.
doctor-N312-hint = Dê “Adicionar reações” ao meu cargo lá.
doctor-N313 = Vejo { $places }, mas não consigo responder lá.
doctor-N313-hint = Se for de propósito, deixe assim. Se não for, use /doctor lá para ver o que me falta.
doctor-E314 = Não consigo pedir ajuda em { $places }: o cargo de ajuda não existe mais ou não posso mencioná-lo.
doctor-E314-hint = Permita que todos mencionem o cargo ou me dê “Mencionar @everyone, @here e todos os cargos”. Se ele não existir mais, escolha outro com /settings.
doctor-E315 = O que se diz das respostas em { $places } se perde: não consigo escrever no canal de feedback.
doctor-E315-hint = Dê “Ver canal” e “Enviar mensagens” ao meu cargo lá, ou escolha outro canal com /settings.
doctor-W316 = Há algo definido para canais que não existem mais: { $places }
doctor-W316-hint = Não é preciso fazer nada, a não ser que você quisesse outro canal: dê uma olhada com /settings.
doctor-E317 = Nenhum dos cargos que podem perguntar existe mais, então ninguém pode perguntar.
doctor-E317-hint = Escolha outros, ou nenhum, com /settings.
doctor-W318 = Está escolhido um chatbot que não existe mais: { $names }
doctor-W318-hint = Escolha outro com /settings. Até lá, quem responde é o padrão.
doctor-W319 = Toda mensagem em { $places } deveria ser uma pergunta, mas funciono sem o “Message Content Intent”, então só leio as que me mencionam.
doctor-W319-hint = Você pode me mencionar lá ou pedir a quem me administra que ative o intent.
doctor-N320 = Fontes ou botões estão ativados em { $places }, mas quem me administra os desativou em todos os servidores.
doctor-N320-hint = -
doctor-W321 = Alguém que gerencia este servidor me pausou aqui.
doctor-W321-hint = Encerre a pausa com /settings.
doctor-E322 = Estou de castigo, então não posso escrever nada aqui.
doctor-E322-hint = Remova o meu castigo na lista de membros.
doctor-W323 = Não sou para este servidor: quem me administra indicou só outros.
doctor-W323-hint = Adicione o ID do servidor a ALLOWED_GUILDS ou remova o bot dele.
doctor-N324 = Estou desativado em { $places }.
doctor-N324-hint = Dá para me ativar lá com /settings.
doctor-W325 = O limite de perguntas por dia { $scope } foi atingido: { $limit }. Volto a responder <t:{ $until }:R>.
doctor-W325-hint = Aumente o limite com /settings ou, se ele vier de quem me administra, fale com essa pessoa.
doctor-N326 = Na última hora { $count } × recusa: { $reason }
doctor-N326-hint = -
doctor-W327 = Na última hora { $count } × resposta incompleta: { $reason }
doctor-W327-hint = Se continuar, avise quem me administra.
doctor-W328 = O chatbot não está respondendo no momento: { $reason }
doctor-W328-hint = Quem me administra vê isso no log. Não é preciso fazer nada aqui.
doctor-N329 =
    { $minutes ->
        [0] Minha última resposta completa, em qualquer servidor, veio há menos de um minuto.
        [one] Minha última resposta completa, em qualquer servidor, veio há um minuto.
       *[other] Minha última resposta completa, em qualquer servidor, veio há { $minutes } minutos.
    }
doctor-N329-hint = -
doctor-W330 = Não consigo ler o que está definido para este servidor no momento.
doctor-W330-hint = Tente de novo daqui a pouco. Se continuar, avise quem me administra.
doctor-W331 = Quem me administra me pausou, então nada é perguntado ao chatbot.
doctor-W331-hint = `bridge-bot resume` encerra a pausa.
doctor-scope-guild = deste servidor
doctor-scope-channel = deste canal
doctor-scope-all = de todos os servidores juntos

## O banco de dados

doctor-E401 = Não dá para usar o banco de dados: { $reason }
doctor-E401-hint = Verifique DATABASE_URL e o que diz docs/database.md.
doctor-N402 = Ainda não há banco de dados.
doctor-N402-hint = O bot o cria quando inicia.
doctor-N403 = O banco de dados é de uma versão anterior.
doctor-N403-hint = A próxima inicialização o atualiza, ou `bridge-bot migrate`; docs/backup.md explica como voltar atrás.
doctor-N404 = Há um bot em execução com este banco de dados (processo { $process }).
doctor-N404-hint = O que ele viu ultimamente está no log dele e, servidor por servidor, em /doctor.
doctor-W406 =
    { $limit ->
        [one] A única solicitação de hoje já foi usada, então nenhuma pergunta é respondida.
       *[other] As { $limit } solicitações de hoje já foram usadas, então nenhuma pergunta é respondida.
    }
doctor-W406-hint = Aumente QUESTIONS_PER_DAY ou espere: os dias são em UTC.
# $reason: o nome de um erro, como no log.
doctor-W407 =
    { $count ->
        [one] A última resposta não está completa; terminou por { $reason }.
       *[other] Nenhuma das últimas { $count } respostas está completa; a última terminou por { $reason }.
    }
doctor-W407-hint = Veja no log o que aconteceu. `bridge-bot check --ask` faz uma pergunta, que é paga.
doctor-N408 = Últimas respostas, completas: { $done }; incompletas: { $failed }.
doctor-N408-hint = -

## A Chat API

doctor-E501 = Não dá para acessar { $host }: { $reason }
doctor-E501-hint = Verifique CHAT_API_BASE_URL, e a rede, o firewall e o proxy desta máquina.
doctor-N502 = { $host } está acessível. Se aceita a chave e conhece o chatbot, só dá para saber fazendo uma pergunta, que é paga.
doctor-N502-hint = `bridge-bot check --ask` faz uma.
doctor-E503 = A Chat API não deu nenhuma resposta: { $reason }
doctor-E503-hint = Verifique CHAT_API_KEY, CHAT_BOT_UID e a assinatura.
doctor-N504 = A Chat API respondeu em { $seconds } s. Essa pergunta foi paga.
doctor-N504-hint = -
doctor-W505 = CHAT_API_BASE_URL começa com http://, então a chave e todas as perguntas passam pela rede à vista de qualquer um.
doctor-W505-hint = Use um endereço com https://.

## Esta máquina

doctor-W601 = O relógio desta máquina está { $seconds } s adiantado ou atrasado em relação ao do Discord.
doctor-W601-hint = Deixe um serviço como chrony ou systemd-timesyncd acertá-lo. Até lá, os horários no log estão errados.
doctor-N602 = { $versions }
doctor-N602-hint = -
doctor-N701 = { $proxy }
doctor-N701-hint = -

## O bot em execução, visto pela porta de status

doctor-W801 = O bot em execução não está pronto: { $reasons }
doctor-W801-hint = docs/operating.md explica cada motivo. O bot cuida disso sozinho; um reinício gasta uma das sessões que o Discord concede por dia.
doctor-N802 = O bot em execução está pronto: recebe as perguntas e pode atendê-las.
doctor-N802-hint = -
doctor-W803 = A última solicitação do bot em execução à Chat API falhou: { $reason }
doctor-W803-hint = O log diz mais. `bridge-bot check --ask` faz uma pergunta, que é paga.
doctor-N804 = Perguntas recusadas desde a inicialização: { $counts }
doctor-N804-hint = Quem gerencia um servidor vê com /doctor o que foi recusado nele.
doctor-W805 = Eventos do Discord ignorados desde a inicialização, porque não puderam ser lidos: { $counts }
doctor-W805-hint = O log tem o motivo de cada tipo. Um bridge-bot mais novo talvez consiga lê-los.
doctor-W806 = Solicitações limitadas pelo Discord desde a inicialização: { $counts }
doctor-W806-hint = Algumas de escopo “shared” são normais. Para “global”, diminua DISCORD_REQUESTS_PER_SECOND; para “address”, veja quem mais usa o endereço desta máquina.
doctor-W807 = Solicitações à Chat API que falharam desde a inicialização: { $counts }
doctor-W807-hint = O log diz mais sobre cada uma.

## Por que perguntas foram recusadas e respostas falharam, em poucas palavras

doctor-reason-refused-channel = o bot está desativado nesse canal
doctor-reason-refused-shut-out = o servidor excluiu quem pergunta
doctor-reason-refused-role = quem pergunta não tem nenhum dos cargos que podem perguntar
doctor-reason-refused-paused-server = o servidor pausou o bot
doctor-reason-refused-paused = quem administra o bot o pausou
doctor-reason-refused-day-guild-member = o limite diário de quem pergunta neste servidor
doctor-reason-refused-day-channel = o limite diário do canal
doctor-reason-refused-day-guild = o limite diário do servidor
doctor-reason-refused-day-member = o limite diário de quem pergunta
doctor-reason-refused-day-all = o limite diário de todos os servidores juntos
doctor-reason-refused-too-many = perguntas demais em um minuto
doctor-reason-refused-queue-full = perguntas demais esperando em uma conversa
doctor-reason-refused-opted-out = quem pergunta proibiu o bot de ler suas mensagens
doctor-reason-refused-forbidden = falta ao bot a permissão para responder lá
doctor-reason-refused-forbidden-voice = falta ao bot a permissão para responder nesse canal de voz
doctor-reason-refused-no-private-threads = as respostas devem ser privadas onde não há tópicos privados
doctor-reason-refused-private-thread-forbidden = falta ao bot a permissão para abrir tópicos privados
doctor-reason-refused-private-thread-busy = o Discord não abriu a tempo um tópico privado
doctor-reason-refused-guild = o bot não é para este servidor
doctor-reason-refused-slow-mode = modo lento
doctor-reason-refused-member = quem pergunta não pode escrever lá
doctor-reason-refused-member-locked = o tópico está trancado
doctor-reason-refused-member-timed-out = quem pergunta está de castigo
doctor-reason-refused-member-voice = quem pergunta não pode se conectar a esse canal de voz
doctor-reason-other = outro motivo
doctor-reason-error-store = o banco de dados falhou
doctor-reason-error-platform = o Discord não aceitou a resposta
doctor-reason-error-platform-forbidden = falta uma permissão ao bot, ou o tópico está trancado
doctor-reason-error-text-refused = um filtro do servidor recusou o texto
doctor-reason-error-api-unexpected = o chatbot não deu nenhuma resposta
doctor-reason-error-api-unreachable = o chatbot não está acessível
doctor-reason-error-api-connection-lost = a conexão com o chatbot caiu
doctor-reason-error-api-timeout = o chatbot demorou demais
doctor-reason-error-intermediary-refused = algo entre o bot e o chatbot recusou
doctor-reason-error-api-refused = o chatbot recusa a chave, ou a assinatura dele terminou
doctor-reason-error-api-bot-unknown = o chatbot não existe
doctor-reason-error-api-rate-limited = o chatbot recebe perguntas com frequência demais
doctor-reason-error-api-busy = o chatbot está sobrecarregado ou com algum problema
doctor-reason-error-api-rejected = o chatbot não aceitou a pergunta
doctor-reason-error-api-malformed = não deu para entender a resposta do chatbot
doctor-reason-error-answer-too-long = a resposta era mais longa do que se pode mostrar
doctor-reason-error-api-broken-off = a resposta foi interrompida
