# O que os membros leem sobre o que eles escrevem. `…-description`: no máximo 100 caracteres.

## Acima da primeira resposta

first-answer = Quem escreve estas respostas é uma máquina, então confira o que for importante. As perguntas vão para { $host }. Mais: /privacy

## Quem proibiu

refused-opted-out = Você me pediu para não ler suas mensagens, então não respondo a você. Dá para mudar isso com /privacy.
ending-opted-out = Parei aqui, a pedido de quem fez a pergunta.

## /privacy (tudo junto é uma só mensagem de no máximo 4.000 caracteres)

privacy-description = O que acontece com o que você escreve e como me proibir de ler
privacy-sent = **Para onde vão suas perguntas.** Quem responde é uma máquina: cada pergunta é enviada ao chatbot em `{ $host }`, com o idioma escolhido. O chatbot não fica sabendo seu nome nem seu ID. Ele lembra das perguntas de uma conversa.
privacy-read = **O que eu leio.** Mensagens que me perguntam algo: as que me mencionam ou me respondem, as dos tópicos que abri, as mensagens diretas para mim, o que você escreve em um comando, uma mensagem sobre a qual alguém me pergunta pelo menu dela e, onde a moderação do servidor quiser, todas as mensagens de um canal. Junto com uma pergunta, também a mensagem que ela responde ou encaminha, a não ser que quem a escreveu proíba. Não repasso mais nada.
privacy-stored = **O que eu guardo.** O texto da sua pergunta até ela ser respondida; da resposta, só as fontes que o chatbot citou, cada uma com um trecho curto. De cada pergunta: quem a fez, quando e onde, como IDs do Discord, os IDs das minhas mensagens que a respondem, como terminou e o idioma dela. De cada conversa: o ID dela no chatbot, o idioma e o chatbot. Quantas perguntas você fez hoje. Que pessoas foram chamadas para uma conversa e desde quando fico em silêncio lá. Que você sabe que uma máquina responde. O idioma que você escolheu para si e o do seu Discord. Seus 👍 e 👎, e o que você escreve no formulário que o 👎 abre. O que você escolhe aqui. E, se você muda minhas configurações em um servidor: o quê e quando.
privacy-kept = **Por quanto tempo.** As contagens de um dia somem no fim do dia, e os lugares onde fiquei em silêncio, uma semana depois. Suas perguntas, minhas anotações sobre as respostas e seus votos são apagados depois de { $days ->
    [one] um dia
   *[other] { $days } dias
}. Que você sabe que uma máquina responde e o que você escolhe aqui ficam guardados até você mudar. `/export` entrega tudo em um arquivo, e `/forget` apaga.
privacy-page = **Mais.** Quem me administra conta mais aqui: <{ $url }>
privacy-may-opt-out = **Você decide.** Você pode me proibir totalmente de ler ou citar suas mensagens, em todos os servidores. Aí também não respondo mais a você, e o que eu estiver respondendo na hora termina.
privacy-is-opted-out = **Você decide.** Você me proibiu de ler ou citar suas mensagens, em todos os servidores. Por isso não respondo a você. Você pode permitir de novo.
# Dois botões: no máximo 34 caracteres.
privacy-opt-out = Não leia minhas mensagens
privacy-opt-in = Volte a ler minhas mensagens

## /forget e /export

forget-description = Apague o que guardo sobre você
forget-asked = **Quer que eu esqueça você?** Em todos os servidores, apago suas perguntas com o que anotei das respostas, seus votos e os IDs no chatbot das conversas que só você usou. O chatbot então não vai mais lembrar do que foi dito lá. Não dá para desfazer. `/export` mostra antes o que existe.
# Um botão: no máximo 34 caracteres.
forget-confirm = Pode me esquecer
forget-done = Apaguei o que guardava sobre você. Perguntas: { $questions }. Fontes das respostas: { $sources }. Votos: { $votes }. IDs de conversas no chatbot: { $conversations }.
forget-left = Perguntas que ainda não posso apagar: { $count }. São dos últimos dez minutos, ou a resposta ainda não terminou. Use `/forget` de novo mais tarde.
forget-stays = Isto fica: se você me proibiu de ler suas mensagens, se um servidor excluiu você, o que você mudou nas configurações de um servidor e as contagens de hoje.
forget-elsewhere = Não posso apagar o que outros guardam: o chatbot mantém o que lhe foi perguntado, e nossas mensagens continuam no Discord até você ou a moderação apagá-las lá.
export-description = Receba em um arquivo tudo o que guardo sobre você
export-done = Isto é tudo o que guardo sobre você. Só você vê.
export-nothing = Não guardo nada sobre você.
export-too-large = É mais do que cabe em um arquivo no Discord. Quem me administra pode entregar a você.
