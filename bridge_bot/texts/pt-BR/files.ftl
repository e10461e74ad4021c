# O que um membro lê sobre os arquivos de uma pergunta.

files-no-text = Por enquanto só consigo ler arquivos de texto, então deixei de fora: { $names }
files-too-large = Leio arquivos de até 256 KB, então deixei de fora: { $names }
files-not-downloaded = Não consegui baixar { $names }. Se for importante, pergunte de novo, por favor.
files-cut =
    { $most ->
        [one] Li o primeiro caractere dos seus arquivos.
       *[other] Li os primeiros { $most } caracteres dos seus arquivos.
    }
quotation-left-out = Deixei de fora a mensagem que você encaminhou ou à qual respondeu: só leio uma mensagem quando sei que quem a escreveu permite.
hint-no-text =
    { $note }
    Escreva sua pergunta como mensagem.
