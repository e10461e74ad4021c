# Ce qu'un membre lit d'une question sans réponse.

## Indications

hint-empty = Demande-moi quelque chose : écris ta question après mon nom.

## Refus

refused-guild = Je ne suis pas activé pour ce serveur. La personne qui m’héberge peut l’ajouter.
refused-dms = Je ne réponds pas aux messages privés. Pose-moi plutôt ta question sur un serveur.
refused-dms-stranger = Je ne réponds aux messages privés que s’ils viennent de membres des serveurs pour lesquels je suis activé.
refused-too-many =
    C’était rapide ! Tu peux poser { $limit ->
        [one] une question
       *[other] { $limit } questions
    } par minute ; réessaie dans { $seconds ->
        [one] une seconde
       *[other] { $seconds } secondes
    }.
refused-day-member =
    { $limit ->
        [one] Tu m’as posé ta seule question d’aujourd’hui.
       *[other] Tu m’as posé tes { $limit } questions d’aujourd’hui.
    } Tu pourras redemander <t:{ $until }:R>.
refused-day-guild = Ce serveur a épuisé ses questions d’aujourd’hui. Je répondrai à nouveau ici <t:{ $until }:R>.
refused-day-all = J’ai épuisé toutes mes questions d’aujourd’hui. Je répondrai à nouveau <t:{ $until }:R>.
refused-paused = Je fais une pause : la personne qui m’héberge m’a arrêté. Je ne répondrai pas plus tard à cette question ; repose-la quand je serai de retour, s’il te plaît.
refused-queue-full =
    { $limit ->
        [one] Une question attend
       *[other] { $limit } questions attendent
    } déjà ici. Laisse-moi d’abord répondre, puis redemande.
refused-forbidden = Je n’ai pas le droit d’écrire dans ce salon. Une personne qui gère le serveur peut me donner la permission d’envoyer des messages et de créer des fils.
refused-forbidden-voice = Je n’ai pas le droit d’écrire dans ce salon. Une personne qui gère le serveur peut me donner la permission de m’y connecter et d’y envoyer des messages.
refused-private-thread-forbidden = Ici, je ne réponds que dans des fils privés, et je n’ai pas le droit d’en ouvrir. Une personne qui gère le serveur peut me donner la permission de créer des fils privés et d’envoyer des messages dans les fils.
refused-no-private-threads = Ici, je ne réponds que dans des fils privés, et ce type de salon n’en a pas. Une personne qui gère le serveur peut me laisser répondre ailleurs, avec /settings.
refused-private-thread-busy = Ici, je ne réponds que dans des fils privés, et Discord ne me laisse pas en ouvrir pour l’instant. Redemande dans quelques minutes, s’il te plaît.
refused-no-member = Je ne suis pas membre de ce serveur : seules mes commandes y ont été ajoutées, je ne peux donc pas répondre ici. Une personne qui gère le serveur peut m’inviter : { $link }
refused-member = Je ne réponds que là où tu as le droit d’écrire, et ici ce n’est pas le cas.
refused-member-voice = Je ne réponds que là où tu as le droit d’écrire. Pour écrire dans ce salon, il te faut la permission de t’y connecter.
refused-member-locked = Je ne réponds que là où tu as le droit d’écrire, et ce fil est verrouillé.
refused-member-timed-out = Je ne réponds que là où tu as le droit d’écrire, et tu fais l’objet d’une exclusion temporaire sur ce serveur.
refused-slow-mode = Le mode lent est activé ici, pour tes questions aussi. Tu pourras redemander <t:{ $until }:R>.

## Questions modifiées

# Une question dont la réponse continue comme avant. $reason : un des refus, ou le texte suivant.
edited-not-asked = Je continue la réponse à ta question telle qu’elle était avant. { $reason }
edited-too-often =
    Tu l’as modifiée { $limit ->
        [one] une fois
       *[other] { $limit } fois
    } pendant que je répondais.
