# Appeler des gens dans une conversation, et se taire pour eux.

## Les commandes (descriptions : 100 caractères au plus)

handoff-description = Appelle dans cette conversation les gens qui aident sur ce serveur
resume-description = Laisse-moi répondre à nouveau là où je me tais pour laisser parler les gens

## Ce que tout le monde peut lire

# Après la mention du rôle appelé.
handoff-call = { $member } demande de l’aide ici. Je me tais dans cette conversation jusqu’à ce que quelqu’un utilise `/resume`. Si tu me mentionnes, je réponds quand même.
resume-done = Je réponds à nouveau ici.

## Ce que ne lit que la personne qui a utilisé la commande ou le bouton

handoff-called = J’ai appelé { $role }. On passera ici dès que possible, et d’ici là je me tais.
handoff-called-lately = On a déjà appelé à l’aide ici. Tu pourras appeler à nouveau <t:{ $until }:R>.
handoff-too-many = On a appelé à l’aide très souvent sur ce serveur depuis une heure. Tu pourras appeler à nouveau <t:{ $until }:R>.
handoff-no-role = Ce serveur n’a désigné personne à appeler. Une personne qui le gère peut le faire avec `/settings`.
handoff-unreachable = Je ne peux pas appeler les gens qui aident ici : leur rôle n’existe plus, ou je n’ai pas le droit de le mentionner. Personne n’est donc encore au courant. Une personne qui gère le serveur peut changer ça avec `/settings`.
handoff-failed = Discord n’a pas accepté mon appel, donc personne n’a été appelé. Réessaie dans un moment.
handoff-direct = Dans un message privé, il n’y a personne à appeler. Pose-moi ta question sur un serveur, et appelle à l’aide là-bas.
handoff-outside = Utilise `/handoff` dans un fil où je réponds, ou appuie sur « Demander de l’aide » sous ma réponse.
resume-not-quiet = Je ne me tais pas ici. Tu peux me poser ta question.
resume-not-yours = C’est réservé à la personne qui a demandé en premier, aux gens qui aident ici et aux membres qui peuvent gérer les messages ou les fils.
