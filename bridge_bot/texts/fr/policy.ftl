# Ce qu'un serveur décide pour le bot, et ce que ses membres en lisent.

## Refus

press-not-private = Ce bouton est fait pour un message que tu es la seule personne à voir. Utilise la commande toi-même.
refused-channel = On m’a désactivé dans ce salon. Une personne qui gère le serveur peut changer ça avec `/settings`.
refused-shut-out = Je ne suis pas là pour toi sur ce serveur : une personne qui le gère en a décidé ainsi. Si tu penses que c’est une erreur, demande-lui.
refused-role = Ici, je ne réponds qu’aux membres qui ont certains rôles. Demande lesquels à une personne qui gère le serveur.
refused-paused-server = Je fais une pause : une personne qui gère ce serveur m’a arrêté ici. Je ne répondrai pas plus tard à cette question ; repose-la quand je serai de retour, s’il te plaît.
refused-day-guild-member =
    { $limit ->
        [one] Tu m’as posé ta seule question d’aujourd’hui sur ce serveur.
       *[other] Tu m’as posé tes { $limit } questions d’aujourd’hui sur ce serveur.
    } Tu pourras redemander ici <t:{ $until }:R>.
refused-day-channel = Ce salon a épuisé ses questions d’aujourd’hui. Je répondrai à nouveau ici <t:{ $until }:R>.

## Paramètres

settings-outdated = Quelqu’un d’autre vient de modifier ces paramètres. Regarde-les tels qu’ils sont maintenant, puis réessaie.
