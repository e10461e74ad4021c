# O que um membro lê sobre uma falha: uma frase para cada erro de `core/errors.py`.

error-unexpected = Algo deu errado do meu lado. Tente de novo, por favor.
error-store = Não consegui registrar esta conversa agora. Tente de novo daqui a pouco.
error-platform = O Discord não aceitou a minha resposta.
error-platform-forbidden = Não tenho permissão para continuar escrevendo aqui.
error-text-refused = O filtro do Discord neste servidor recusou o texto, então não posso mostrá-lo aqui.
error-api-unexpected = O chatbot não deu nenhuma resposta. Tente de novo, por favor.
error-api-unreachable = Não consigo falar com o chatbot agora. Tente de novo daqui a pouco.
error-api-connection-lost = A conexão com o chatbot caiu antes de ele responder. Tente de novo, por favor.
error-api-timeout = O chatbot demorou demais. Tente de novo daqui a pouco.
error-intermediary-refused =
    Algo entre mim e o chatbot recusou a pergunta (status { $status }{ $server ->
        [unknown] {""}
       *[other] , de { $server }
    }). Se continuar, quem me administra precisa ver isso.
error-api-refused = O chatbot recusou a minha chave ou a assinatura dele terminou. Quem me administra precisa ver isso.
error-api-bot-unknown = O chatbot com que fui configurado não existe. Quem me administra precisa ver isso.
error-api-rate-limited =
    O chatbot está recebendo perguntas demais agora. Tente de novo daqui a { $minutes ->
        [0] pouco
        [one] um minuto
       *[other] { $minutes } minutos
    }.
error-api-busy = O chatbot está sobrecarregado ou com algum problema. Tente de novo daqui a pouco.
error-api-rejected = O chatbot não aceitou esta pergunta.
error-api-malformed = Não deu para entender a resposta do chatbot. Tente de novo, por favor.
error-answer-too-long = A resposta é mais longa do que consigo mostrar, então termina aqui.
error-api-broken-off = A resposta foi interrompida aqui. Pergunte de novo, por favor.
