# Os comandos e o que respondem. Uma `…-description`: no máximo 100 caracteres; um `…-name` é o nome de
# uma opção: 32 letras minúsculas, sem espaços.

## /ask

ask-description = Faça uma pergunta ao chatbot
ask-question-name = pergunta
ask-question-description = O que você quer saber
ask-file-name = arquivo
ask-file-description = Um arquivo de texto relacionado, como um log. Ele aparece junto com a pergunta
ask-private = Respondo a você em um tópico privado e menciono você lá.

## /language

language-description = Veja ou escolha o idioma das minhas respostas
language-language-name = idioma
language-language-description = O idioma em que devo responder
language-unknown = Não conheço o idioma “{ $code }”. Escolha um da lista de /language; nada mudou.
language-outside = Aqui não há uma conversa própria. Em um tópico onde eu respondo ou nas mensagens diretas comigo, há uma.

## Perguntar sobre uma mensagem, no menu dela (nome: no máximo 32 caracteres; título e campo: 45)

about-name = Perguntar sobre esta mensagem
about-form = Pergunta sobre esta mensagem
about-question = Sua pergunta
about-default = O que isto significa?
# Acima da citação da pergunta.
about-shown = -# Sobre { $link }
# Para o chatbot, entre a pergunta e o texto da mensagem.
about-quoted = A mensagem em questão:
about-nothing = Não há nessa mensagem nenhum texto que eu possa ler.
about-opted-out = Não posso ler essa mensagem: quem escreveu o que está nela não quer isso.
about-forgotten = Não tenho mais essa mensagem à mão. Se ela ainda existir, abra o menu dela e pergunte de novo.

## /new

new-description = Comece uma nova conversa aqui
new-begun = Uma nova conversa começa aqui: a partir da próxima pergunta, o chatbot não vai mais lembrar do que está acima.
new-outside = Em um canal, cada pergunta já começa uma nova conversa. Use /new em um tópico onde eu respondo ou nas mensagens diretas comigo.

## /help (tudo junto é uma só mensagem: manter curto)

help-description = Como me fazer perguntas e o que dá para fazer aqui
help-intro = Passo suas perguntas a um chatbot e mostro as respostas dele. Quem escreve é uma máquina, então confira o que for importante.
help-mentions = Mencione { $bot } com sua pergunta, responda a uma mensagem minha ou use `/ask`.
help-messages = Aqui, toda mensagem é uma pergunta para mim, a não ser que seja para outra pessoa. `/ask` também funciona.
help-posts = Aqui, toda nova postagem é uma pergunta para mim. Nas outras, mencione { $bot } ou use `/ask`.
help-direct = Aqui, toda mensagem é uma pergunta para mim.
help-elsewhere = Use `/ask`. Não sou membro daqui, então só você vê a pergunta e a minha resposta.
help-own-thread = Neste tópico, toda mensagem é uma pergunta para mim, a não ser que seja para outra pessoa.
help-in-thread = Respondo em um tópico sobre a sua pergunta, e lá você continua sem precisar me mencionar.
help-in-private-thread = Respondo em um tópico privado, que só você e a moderação veem.
help-in-channel = Respondo no canal. Para continuar, responda à minha resposta.
help-about = Sobre uma mensagem que já existe: abra o menu dela, depois Apps, *Perguntar sobre esta mensagem*.
help-files = Também leio arquivos de texto, como logs ou código.
help-language = { $code ->
    [auto] Aqui respondo a você no idioma da sua pergunta. Com `/language` você escolhe outro.
   *[other] Aqui respondo a você neste idioma: { $language }. Com `/language` você escolhe outro.
}
help-new = `/new` em um tópico começa uma nova conversa.
help-new-direct = `/new` começa uma nova conversa.
help-handoff = `/handoff` em um tópico, ou “Pedir ajuda” abaixo de uma resposta, chama { $role }. Depois fico em silêncio ali até `/resume`, a não ser que me mencionem.
help-roles = Aqui só respondo a membros com um destes cargos: { $roles }
help-settings = Você gerencia este servidor: com `/settings`, você vê e decide o que eu faço e onde.
help-privacy = `/privacy` explica o que acontece com o que você escreve e permite que você me proíba de ler. `/export` entrega o que guardo sobre você, e `/forget` apaga.
