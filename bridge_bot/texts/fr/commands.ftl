# Les commandes, et ce que répond /language. Une `…-description` : 100 caractères au plus.

## /ask

ask-description = Pose une question au chatbot
ask-question-name = question
ask-question-description = Ce que tu veux savoir
ask-file-name = fichier
ask-file-description = Un fichier texte qui va avec, un log par exemple. Il est affiché avec la question
ask-private = Je te réponds dans un fil privé, et je t’y mentionne.

## /language

language-description = Voir ou choisir la langue de mes réponses
language-language-name = langue
language-language-description = La langue dans laquelle répondre
language-unknown = Je ne connais pas la langue « { $code } ». Choisis-en une dans la liste de /language ; rien n’a changé.
language-outside = Il n’y a pas de conversation à part ici. Dans un fil où je réponds, ou dans un message privé que tu m’envoies, il y en a une.

## Une question sur un message, dans son menu (nom : 32 caractères au plus ; titre et champ : 45)

about-name = Question sur ce message
about-form = Poser une question sur ce message
about-question = Ta question
about-default = Qu’est-ce que ça veut dire ?
# Au-dessus de la citation de la question.
about-shown = -# À propos de { $link }
# Pour le chatbot, entre la question et le texte du message.
about-quoted = Le message dont il s’agit :
about-nothing = Ce message ne contient aucun texte que je puisse lire.
about-opted-out = Je n’ai pas le droit de lire ce message : la personne qui l’a écrit ne le veut pas.
about-forgotten = Je n’ai plus ce message sous la main. S’il existe encore, ouvre son menu et demande à nouveau.

## /new

new-description = Commence ici une nouvelle conversation
new-begun = Une nouvelle conversation commence ici : à la prochaine question, le chatbot ne se souviendra plus de ce qui s’est dit plus haut.
new-outside = Dans un salon, chaque question commence d’elle-même une nouvelle conversation. Utilise /new dans un fil où je réponds, ou dans un message privé que tu m’envoies.

## /help (le tout forme un seul message : rester bref)

help-description = Comment me poser une question, et ce qu’on peut faire ici
help-intro = Je transmets tes questions à un chatbot et je te montre ses réponses. C’est une machine qui les écrit : vérifie ce qui compte.
help-mentions = Mentionne { $bot } avec ta question, réponds à un de mes messages ou utilise `/ask`.
help-messages = Ici, chaque message est une question pour moi, sauf s’il s’adresse à quelqu’un d’autre. `/ask` marche aussi.
help-posts = Ici, chaque nouveau post est une question pour moi. Dans les autres posts, mentionne { $bot } ou utilise `/ask`.
help-direct = Ici, chaque message est une question pour moi.
help-elsewhere = Utilise `/ask`. Je ne suis pas membre ici : tu es la seule personne à voir la question et ma réponse.
help-own-thread = Dans ce fil, chaque message est une question pour moi, sauf s’il s’adresse à quelqu’un d’autre.
help-in-thread = Je réponds dans un fil lié à ta question ; là, tu continues sans mention.
help-in-private-thread = Je réponds dans un fil privé, visible seulement par toi et la modération.
help-in-channel = Je réponds dans le salon. Pour continuer, réponds à ma réponse.
help-about = Sur un message déjà présent : ouvre son menu, puis Applications, *Question sur ce message*.
help-files = Je lis aussi les fichiers texte, comme un log ou du code.
help-language = { $code ->
    [auto] Ici, je te réponds dans la langue de ta question. `/language` permet d’en choisir une autre.
   *[other] Ici, je te réponds dans cette langue : { $language }. `/language` permet d’en choisir une autre.
}
help-new = `/new` dans un fil commence une nouvelle conversation.
help-new-direct = `/new` commence une nouvelle conversation.
help-handoff = `/handoff` dans un fil, ou « Demander de l’aide » sous une réponse, appelle { $role } à l’aide. Ensuite je me tais jusqu’à `/resume`, sauf si on me mentionne.
help-roles = Ici, je ne réponds qu’aux membres qui ont un de ces rôles : { $roles }
help-settings = Tu gères ce serveur : avec `/settings`, tu décides de ce que je fais et où.
help-privacy = `/privacy` te dit ce que deviennent tes messages, et te permet de m’interdire de les lire. `/export` te donne ce que je conserve sur toi, et `/forget` le supprime.
