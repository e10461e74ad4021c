# Chamar pessoas para uma conversa e ficar em silêncio. `…-description`: no máximo 100 caracteres.

## Os comandos

handoff-description = Chame para esta conversa as pessoas que ajudam neste servidor
resume-description = Permita que eu volte a responder onde fico em silêncio para as pessoas falarem

## O que todos podem ler

# Depois de uma menção do cargo chamado.
handoff-call = { $member } está pedindo ajuda aqui. Fico em silêncio nesta conversa até alguém usar `/resume`. Se você me mencionar, respondo mesmo assim.
resume-done = Voltei a responder aqui.

## O que só lê quem usou o comando ou o botão

handoff-called = Chamei { $role }. Alguém vai passar por aqui quando puder; enquanto isso, fico em silêncio.
handoff-called-lately = Já pediram ajuda aqui. Você pode pedir de novo <t:{ $until }:R>.
handoff-too-many = Já pediram ajuda muitas vezes neste servidor na última hora. Você pode pedir de novo <t:{ $until }:R>.
handoff-no-role = Este servidor não definiu quem chamar. Quem o gerencia pode fazer isso com `/settings`.
handoff-unreachable = Não consigo chamar as pessoas que ajudam aqui: o cargo delas não existe mais ou não posso mencioná-lo. Então ninguém sabe disto ainda. Quem gerencia o servidor pode mudar isso com `/settings`.
handoff-failed = O Discord não aceitou o meu chamado, então ninguém foi chamado. Tente de novo daqui a pouco.
handoff-direct = Em uma mensagem direta não há quem chamar. Pergunte em um servidor e peça ajuda lá.
handoff-outside = Use `/handoff` em um tópico onde eu respondo ou clique em “Pedir ajuda” abaixo da minha resposta.
resume-not-quiet = Não estou em silêncio aqui. É só perguntar.
resume-not-yours = Só quem perguntou primeiro, as pessoas que ajudam aqui e quem pode gerenciar mensagens ou tópicos podem fazer isso.
