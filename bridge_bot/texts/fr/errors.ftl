# Ce qu'un membre lit en cas d'erreur : une phrase pour chaque erreur de `core/errors`.

error-unexpected = Quelque chose s’est mal passé de mon côté. Réessaie, s’il te plaît.
error-store = Je n’ai pas réussi à suivre cette conversation. Réessaie dans un moment.
error-platform = Discord n’a pas accepté ma réponse.
error-platform-forbidden = Je n’ai pas le droit de continuer à écrire ici.
error-text-refused = Le filtre Discord de ce serveur a refusé le texte, je ne peux donc pas l’afficher ici.
error-api-unexpected = Le chatbot n’a donné aucune réponse. Réessaie, s’il te plaît.
error-api-unreachable = Je n’arrive pas à joindre le chatbot. Réessaie dans un moment.
error-api-connection-lost = La connexion au chatbot a été perdue avant qu’il réponde. Réessaie, s’il te plaît.
error-api-timeout = Le chatbot a mis trop de temps. Réessaie dans un moment.
error-intermediary-refused =
    Quelque chose entre moi et le chatbot a refusé la question (statut { $status }{ $server ->
        [unknown] {""}
       *[other] , de { $server }
    }). Si ça continue, la personne qui m’héberge doit s’en occuper.
error-api-refused = Le chatbot a refusé ma clé, ou son abonnement est terminé. La personne qui m’héberge doit s’en occuper.
error-api-bot-unknown = Le chatbot avec lequel on m’a configuré n’existe pas. La personne qui m’héberge doit s’en occuper.
error-api-rate-limited =
    Le chatbot reçoit trop de questions en ce moment. Réessaie dans { $minutes ->
        [0] un moment
        [one] une minute
       *[other] { $minutes } minutes
    }.
error-api-busy = Le chatbot est surchargé ou a un problème. Réessaie dans un moment.
error-api-rejected = Le chatbot n’a pas accepté cette question.
error-api-malformed = La réponse du chatbot était incompréhensible. Réessaie, s’il te plaît.
error-answer-too-long = La réponse est plus longue que ce que je peux afficher, elle s’arrête donc ici.
error-api-broken-off = La réponse s’est interrompue ici. Demande à nouveau, s’il te plaît.
