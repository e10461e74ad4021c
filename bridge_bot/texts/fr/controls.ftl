# Les boutons sous une réponse (34 caractères au plus), et ce qui est dit quand on appuie.

control-stop = Arrêter
control-regenerate = Nouvelle réponse
control-try-again = Réessayer
control-sources = Sources
control-resolved = Résolu
control-help = Demander de l’aide
control-asking-again = Je redemande. La nouvelle réponse prendra la place de celle-ci.

## Ce que « Résolu » a fait

control-resolved-tagged =
    C’est maintenant marqué comme résolu, avec le tag « { $tag } ».{ $closes ->
        [yes] {" "}Je ferme le fil ; un nouveau message le rouvre.
       *[no] {""}
    }
control-resolved-full =
    Content que ce soit résolu ! Il y a déjà ici autant de tags que Discord le permet, je ne peux donc pas ajouter « { $tag } ».{ $closes ->
        [yes] {" "}Je ferme le fil ; un nouveau message le rouvre.
       *[no] {""}
    }
control-resolved-done =
    Content que ce soit résolu !{ $closes ->
        [yes] {" "}Je ferme ce fil ; un nouveau message le rouvre.
       *[no] {""}
    }

## Pourquoi rien ne se passe

control-not-yours = C’est réservé à la personne qui a posé la question et aux membres qui peuvent gérer les messages ici.
control-not-yours-to-resolve = C’est réservé à la personne qui a posé la question et aux membres qui peuvent gérer les fils ici.
control-resolved-forbidden = Je n’en ai plus le droit ici : il me faut la permission « Gérer les fils ».
control-resolved-answering = Je réponds encore à une question ici, et fermerais ce fil. Appuie de nouveau quand j’aurai terminé, s’il te plaît.
control-resolved-gone = Ça n’a pas marché : quelqu’un d’autre vient de fermer ou de modifier ce fil. Réessaie, s’il te plaît.
control-resolved-failed = Discord ne me laisse pas faire ça pour l’instant. Réessaie dans un moment.
control-over = Cette réponse est déjà terminée.
control-elsewhere = Je suis en train de redémarrer. Appuie à nouveau dans une minute.
control-forgotten = Je n’ai plus ce qu’il me faut pour ça. Pose à nouveau ta question, s’il te plaît.
control-not-newest = Seule la dernière réponse d’une conversation peut être redemandée.
control-not-over = Je suis justement en train de répondre à cette question.
control-sources-gone = Je n’ai plus les sources de cette réponse : je ne les garde qu’un certain temps.
control-question-gone = Je n’arrive plus à lire toute la question. Pose-la à nouveau, s’il te plaît.
control-asker-opted-out = La personne qui a demandé ça m’a interdit de lire ses messages, je ne peux donc pas redemander.

## Avis sur une réponse. Formulaire : titre et champs 45 caractères, descriptions et options 100.

vote-counted = Merci ! Ton 👍 est compté.
vote-changed = Ton avis est maintenant 👍.
vote-known = Ton 👍 est déjà compté, et il reste.
vote-form = Qu’est-ce qui n’allait pas ?
vote-form-about = Ton 👎 est compté, que tu remplisses ce formulaire ou que tu le fermes.
vote-reasons = Choisis ce qui convient
vote-reason-wrong = C’est faux
vote-reason-outdated = Ce n’est plus à jour
vote-reason-off-topic = Ça ne répond pas à la question
vote-reason-incomplete = Il manque quelque chose
vote-reason-unclear = C’est difficile à comprendre
vote-comment = Avec tes propres mots
vote-comment-about = La personne qui m’héberge peut le lire. N’écris rien de privé, s’il te plaît.
vote-explained = Merci ! C’est ajouté à ton 👎.
vote-forgotten = Je ne connais plus cette réponse, je ne peux donc pas compter ton avis.
vote-not-kept = ⚠️ Je n’ai pas pu l’enregistrer. Appuie à nouveau sur le bouton dans un moment.
vote-not-down = Tu n’as pas mis de 👎 à cette réponse, je n’ai donc rien enregistré. Appuie sur 👎 pour y ajouter quelque chose.

## Comment finit une réponse

ending-stopped = Réponse arrêtée : quelqu’un a appuyé sur le bouton.

## Les sources d'une réponse

sources-cited = Citées dans la réponse
sources-consulted = Consultées, non citées
# Après le nom d'une source : l'endroit.
sources-place = , p. { $page }
sources-excerpt = « { $excerpt } »
sources-untitled = Sans titre
sources-page = Page { $page } sur { $pages }
sources-back = Retour
sources-next = Suivant
