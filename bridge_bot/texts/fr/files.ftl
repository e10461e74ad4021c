# Ce qu'un membre lit sur les fichiers d'une question.

files-no-text = Pour l’instant, je ne lis que les fichiers texte ; j’ai donc laissé de côté : { $names }
files-too-large = Je lis les fichiers jusqu’à 256 Ko ; j’ai donc laissé de côté : { $names }
files-not-downloaded = Je n’ai pas pu télécharger { $names }. Si c’est important, demande à nouveau.
files-cut =
    { $most ->
        [one] De tes fichiers, j’ai lu le premier caractère.
       *[other] De tes fichiers, j’ai lu les { $most } premiers caractères.
    }
quotation-left-out = J’ai laissé de côté le message que tu as transféré ou auquel tu as répondu : je ne lis que ce que je sais avoir le droit de lire.
hint-no-text =
    { $note }
    Écris ta question sous forme de message.
