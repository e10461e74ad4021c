# Che cosa legge un membro dei file di una domanda.

files-no-text = Per ora leggo solo file di testo, quindi ho tralasciato: { $names }
files-too-large = Leggo file fino a 256 KB, quindi ho tralasciato: { $names }
files-not-downloaded = Non sono riuscito a scaricare { $names }. Se è importante, chiedi di nuovo.
files-cut =
    { $most ->
        [one] Dei tuoi file ho letto il primo carattere.
       *[other] Dei tuoi file ho letto i primi { $most } caratteri.
    }
quotation-left-out = Ho tralasciato il messaggio che hai inoltrato o a cui hai risposto: leggo solo quello che so di poter leggere.
hint-no-text =
    { $note }
    Scrivi la tua domanda come messaggio.
