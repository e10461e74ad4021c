# Ce que les membres lisent sur leurs propres messages. Une `…-description` : 100 caractères au plus.

## Au-dessus de la première réponse

first-answer = C’est une machine qui écrit ces réponses : vérifie ce qui compte. Les questions sont envoyées à { $host }. En savoir plus : /privacy

## Un membre qui l'a interdit

refused-opted-out = Tu m’as demandé de ne pas lire tes messages, je ne te réponds donc pas. Tu peux changer ça avec /privacy.
ending-opted-out = Je me suis arrêté ici, comme le souhaite la personne qui a posé la question.

## /privacy (le tout forme un seul message de 4 000 caractères au plus ; deux boutons de 34 au plus)

privacy-description = Ce que deviennent tes messages, et comment m’interdire de les lire
privacy-sent = **Où vont tes questions.** Une machine y répond : chaque question est envoyée au chatbot sur `{ $host }`, avec la langue choisie. Le chatbot ne connaît ni ton nom ni ton identifiant. Il se souvient des questions d’une conversation.
privacy-read = **Ce que je lis.** Les messages qui s’adressent à moi : ceux qui me mentionnent ou me répondent, ceux des fils que j’ai ouverts, les messages privés que tu m’envoies, ce que tu donnes à une commande, un message sur lequel quelqu’un m’interroge par son menu et, si la modération du serveur le veut, chaque message d’un salon. Avec une question, aussi le message auquel elle répond ou qu’elle transfère, sauf si la personne qui l’a écrit l’interdit. Je ne transmets rien d’autre.
privacy-stored = **Ce que je conserve.** Le texte de ta question jusqu’à la réponse ; de la réponse, seulement les sources indiquées par le chatbot, chacune avec un court extrait. De chaque question : qui l’a posée, quand et où (identifiants Discord), les identifiants de mes messages qui y répondent, comment ça s’est terminé, et sa langue. De chaque conversation : son identifiant chez le chatbot, sa langue et son chatbot. Combien de questions tu as posées aujourd’hui. Si on a appelé à l’aide dans une conversation, et depuis quand je m’y tais. Que tu sais qu’une machine répond. La langue que tu as choisie pour toi, et celle de ton Discord. Tes 👍 et 👎, et ce que tu écris dans le formulaire qu’ouvre 👎. Ce que tu choisis ici. Et si tu modifies mes paramètres pour un serveur : quoi, et quand.
privacy-kept = **Combien de temps.** Les compteurs d’un jour disparaissent avec lui, et les endroits où je me suis tu, une semaine après. Tes questions, mes notes sur leurs réponses et tes avis sont supprimés { $days ->
    [one] au bout d’un jour
   *[other] au bout de { $days } jours
}. Que tu sais qu’une machine répond, et ce que tu choisis ici, reste jusqu’à ce que tu le changes. `/export` te donne tout ça dans un fichier, et `/forget` le supprime.
privacy-page = **En savoir plus.** La personne qui m’héberge en dit plus ici : <{ $url }>
privacy-may-opt-out = **À toi de choisir.** Tu peux m’interdire complètement de lire ou de citer tes messages, sur tous les serveurs. Dans ce cas, je ne te réponds plus non plus, et la réponse en cours s’arrête.
privacy-is-opted-out = **À toi de choisir.** Tu m’as interdit de lire ou de citer tes messages, sur tous les serveurs. Je ne te réponds donc pas. Tu peux l’autoriser à nouveau.
privacy-opt-out = Ne pas lire mes messages
privacy-opt-in = Lire à nouveau mes messages

## /forget et /export (bouton : 34 caractères au plus)

forget-description = Supprime ce que je conserve sur toi
forget-asked = **Veux-tu que je t’oublie ?** Je supprime, sur tous les serveurs, tes questions avec ce que j’ai noté de leurs réponses, tes avis, et les identifiants chez le chatbot des conversations que personne d’autre n’a utilisées. Le chatbot ne se souviendra alors plus de ce qui s’y est dit. C’est irréversible. `/export` te montre d’abord ce qu’il y a.
forget-confirm = Oublie-moi
forget-done = J’ai supprimé ce que je conservais sur toi. Questions : { $questions }. Sources de leurs réponses : { $sources }. Avis : { $votes }. Identifiants de conversations chez le chatbot : { $conversations }.
forget-left = Questions que je ne peux pas encore supprimer : { $count }. Elles datent des dix dernières minutes, ou leur réponse n’est pas terminée. Utilise `/forget` à nouveau plus tard.
forget-stays = Voici ce qui reste : si tu m’as interdit de lire tes messages, si un serveur t’a interdit de m’interroger, ce que tu as modifié dans les paramètres d’un serveur, et les compteurs du jour.
forget-elsewhere = Je ne peux pas supprimer ce que d’autres gardent : le chatbot garde ce qu’on lui a demandé, et nos messages restent sur Discord jusqu’à ce que toi ou la modération les supprimiez.
export-description = Récupère dans un fichier tout ce que je conserve sur toi
export-done = Voici tout ce que je conserve sur toi. Tu es la seule personne à le voir.
export-nothing = Je ne conserve rien sur toi.
export-too-large = C’est plus que ce qu’un fichier peut contenir sur Discord. La personne qui m’héberge peut te le donner.
