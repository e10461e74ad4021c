# Ce que trouve le docteur : `doctor-<code>` dit ce qui ne va pas, `doctor-<code>-hint` comment y
# remédier. Un conseil « - » : il n'y a rien à faire.

doctor-description = Ce qui ne va pas chez moi ici, et comment y remédier
doctor-not-allowed = Seuls les membres qui ont la permission « Gérer le serveur » peuvent voir ce qui ne va pas chez moi ici.
doctor-outside = Je ne m’occupe que des serveurs dont je suis membre. Utilise /doctor sur l’un d’eux.
doctor-head = **Ce que j’ai trouvé sur ce serveur**
doctor-all-well = ✅ Je n’ai rien trouvé d’anormal ici.
doctor-finding =
    { $sign } { $message }
    -# → { $hint } `{ $id }`
doctor-finding-alone =
    { $sign } { $message }
    -# `{ $id }`
doctor-more =
    { $count ->
        [one] -# Et { $count } autre résultat.
       *[other] -# Et { $count } autres résultats.
    }
doctor-and-more =
    { $more ->
        [one] { $shown } et { $more } autre
       *[other] { $shown } et { $more } autres
    }

## La commande bridge-bot check

doctor-check-well = Tout va bien.
doctor-check-counts = erreurs : { $errors }, avertissements : { $warnings }, remarques : { $notes }
doctor-check-asking = Je pose une question à la Chat API ; elle est payante comme les autres.
doctor-check-question = Bonjour, est-ce que tu fonctionnes ?

## Paramètres

doctor-E101 = { $problem }
doctor-E101-hint = Définis-le dans .env ou dans l’environnement ; .env.example explique chaque paramètre.
doctor-W102 = { $problem }
doctor-W102-hint = -
doctor-W103 = D’après les paramètres, les membres peuvent m’ajouter à leur compte, mais pas d’après l’application.
doctor-W103-hint = Lance `bridge-bot check --fix`, ou active « User Install » dans le Developer Portal → ton application → Installation. Ou définis ALLOW_USER_INSTALL=false.
doctor-E104 = Une phrase de TEXTS_DIR n’est pas utilisable : le bot ne démarrerait pas. { $problem }
doctor-E104-hint = Corrige-la ou retire-la ; docs/translating.md dit à quoi une phrase doit ressembler.

## Discord

doctor-E201 = Discord refuse le token.
doctor-E201-hint = Copie-le à nouveau depuis le Developer Portal → ton application → Bot → Reset Token, et mets-le dans DISCORD_TOKEN.
doctor-E202 = Impossible d’interroger Discord : { $reason }
doctor-E202-hint = Vérifie le réseau, le pare-feu et le proxy de cette machine, ainsi que la page d’état de Discord ; puis relance.
doctor-E203 = Le « Message Content Intent » est désactivé, le bot ne démarrerait donc pas.
doctor-E203-hint = Lance `bridge-bot check --fix`, ou active-le dans le Developer Portal → ton application → Bot → Privileged Gateway Intents. Ou définis MESSAGE_CONTENT=false ; les membres devront alors mentionner le bot dans chaque question.
doctor-N204 = Le « Message Content Intent » est activé, mais MESSAGE_CONTENT=false ne s’en sert pas.
doctor-N204-hint = Les règles de Discord veulent qu’on ne demande pas plus d’accès que nécessaire : désactive-le dans le Developer Portal → ton application → Bot.
doctor-W205 = Le bouton « Ajouter l’application » ne demande pas tout ce que le bot utilise : { $missing }
doctor-W205-hint = Lance `bridge-bot check --fix`, ou règle ça dans le Developer Portal → ton application → Installation → Default Install Settings.
doctor-E206 = Une « Interactions Endpoint URL » est définie, Discord y envoie donc les commandes et les boutons, et non au bot.
doctor-E206-hint = Vide-la dans le Developer Portal → ton application → General Information.
doctor-E207 = Discord n’autorise plus aucune session aujourd’hui. Après une de plus, Discord réinitialise le token.
doctor-E207-hint =
    Attends { $hours ->
        [one] { $hours } heure
       *[other] { $hours } heures
    }, et cherche pourquoi le bot a été démarré si souvent. Un bot déjà lancé continue.
doctor-W208 =
    Discord n’autorise plus que { $left ->
        [one] { $left } session
       *[other] { $left } sessions
    } d’ici { $hours ->
        [one] { $hours } heure
       *[other] { $hours } heures
    }.
doctor-W208-hint = Cherche pourquoi le bot est démarré si souvent, ou perd sa connexion.
doctor-N209 = Discord ne connaît pas encore les commandes.
doctor-N209-hint = Le bot les lui indique au démarrage : `bridge-bot run`.
doctor-W210 = Discord a d’autres commandes que cette version : { $names }
doctor-W210-hint = Démarre cette version une fois : `bridge-bot run`. Si elle tourne, son log dit pourquoi Discord ne les a pas prises.
doctor-N211 =
    Le « Message Content Intent » n’est pas encore examiné : Discord le demande à partir de 10 000 comptes, et les serveurs du bot comptent { $count ->
        [one] { $count } membre
       *[other] { $count } membres
    }.
doctor-N211-hint = -
doctor-W212 = Discord examine le « Message Content Intent » de ce bot, car plus de 10 000 comptes le voient ou il a déjà été approuvé : il faut en faire la demande, et la refaire chaque année.
doctor-W212-hint = Regarde la date dans le Developer Portal → ton application → Bot. Après un avis, il reste 90 jours ; passé ce délai, l’intent est perdu.
doctor-N213 =
    Le bot est sur { $count ->
        [one] { $count } serveur
       *[other] { $count } serveurs
    } et n’est pas vérifié. D’ici là, il ne peut pas être ajouté à plus de 100 serveurs.
doctor-N213-hint = Fais la demande dans le Developer Portal → ton application → App Verification.
doctor-E214 =
    { $servers ->
        [one] { $servers } serveur, c’est trop
       *[other] { $servers } serveurs, c’est trop
    } pour { $shards ->
        [one] { $shards } shard
       *[other] { $shards } shards
    } : Discord en autorise 2 500 pour chacun.
doctor-E214-hint = Retire SHARD_COUNT et SHARD_IDS pour suivre le conseil de Discord, ou augmente SHARD_COUNT.
doctor-N215 = Le bot n’est encore sur aucun serveur.
doctor-N215-hint = Invite-le : { $link }
doctor-N216 =
    { $count ->
        [one] Seulement { $count } serveur sur { $all } a été examiné.
       *[other] Seulement { $count } serveurs sur { $all } ont été examinés.
    }
doctor-N216-hint = Les personnes qui gèrent un serveur voient avec /doctor ce qui n’y va pas.
doctor-W217 = Le serveur n’a pas pu être examiné : Discord n’a pas indiqué ses salons.
doctor-W217-hint = Relance dans un moment.
doctor-W218 = Rien n’a été réparé : { $reason }
doctor-W218-hint = Fais-le dans le Developer Portal, comme l’indiquent les autres résultats.
doctor-N219 = Réparé : bridge-bot.{ $code }
doctor-N219-hint = -

## Un serveur

doctor-E301 = Je ne vois pas { $places }, alors que quelque chose y est défini pour moi : il me manque « Voir le salon ».
doctor-E301-hint = Donne là-bas « Voir le salon » à mon rôle, ou réinitialise ce qui est défini avec /settings.
doctor-E302 = Je ne peux pas répondre dans { $places } : il me manque « Envoyer des messages ».
doctor-E302-hint = Donne là-bas « Envoyer des messages » à mon rôle, ou bien « Créer des fils publics » et « Envoyer des messages dans les fils » là où je réponds dans des fils.
doctor-E303 = Je ne peux pas répondre dans { $places } : il me manque « Se connecter ».
doctor-E303-hint = Donne là-bas « Se connecter » et « Envoyer des messages » à mon rôle.
doctor-E304 = Je ne peux pas répondre dans { $places } : il me manque « Envoyer des messages dans les fils ».
doctor-E304-hint = Donne là-bas « Envoyer des messages dans les fils » à mon rôle.
doctor-E305 = Je ne réponds à rien dans { $places } : les réponses doivent être privées, et il me manque « Créer des fils privés ».
doctor-E305-hint = Donne là-bas « Créer des fils privés » à mon rôle, ou choisis un autre endroit pour les réponses avec /settings.
doctor-E306 = Je ne réponds à rien dans { $places } : les réponses doivent être privées, et il n’y a pas de fils privés.
doctor-E306-hint = Choisis un autre endroit pour les réponses avec /settings.
doctor-W307 = Il me manque « Gérer les fils » dans { $places } : la personne qui demande peut donc faire entrer d’autres membres dans un fil privé.
doctor-W307-hint = Donne là-bas « Gérer les fils » à mon rôle.
doctor-W308 = Il me manque « Créer des fils publics » dans { $places } : je réponds donc dans le salon.
doctor-W308-hint = Donne là-bas « Créer des fils publics » à mon rôle, ou choisis le salon comme endroit pour les réponses avec /settings.
doctor-W309 = Il me manque « Envoyer des messages dans les fils » dans { $places } : je réponds donc dans le salon, et pas du tout dans les fils.
doctor-W309-hint = Donne là-bas « Envoyer des messages dans les fils » à mon rôle.
doctor-W310 = Il me manque « Joindre des fichiers » dans { $places } : une réponse très longue s’arrête donc trop tôt.
doctor-W310-hint = Donne là-bas « Joindre des fichiers » à mon rôle.
doctor-W311 = Il me manque « Voir les anciens messages » dans { $places } : je ne peux donc ni répondre à des messages ni retrouver ce que j’ai manqué.
doctor-W311-hint = Donne là-bas « Voir les anciens messages » à mon rôle.
doctor-N312 = Il me manque « Ajouter des réactions » dans { $places } : personne ne voit donc qu’une question doit attendre.
doctor-N312-hint = Donne là-bas « Ajouter des réactions » à mon rôle.
doctor-N313 = Je vois { $places }, mais je ne peux pas y répondre.
doctor-N313-hint = Si c’est voulu, ne change rien. Sinon, utilise /doctor là-bas pour voir ce qui me manque.
doctor-E314 = Je ne peux pas appeler à l’aide dans { $places } : le rôle appelé à l’aide n’existe plus, ou je n’ai pas le droit de le mentionner.
doctor-E314-hint = Autorise tout le monde à mentionner le rôle, ou donne-moi « Mentionner @everyone, @here et tous les rôles ». S’il n’existe plus, choisis-en un autre avec /settings.
doctor-E315 = Les avis sur les réponses dans { $places } sont perdus : je ne peux pas écrire dans le salon pour les avis.
doctor-E315-hint = Donne là-bas « Voir le salon » et « Envoyer des messages » à mon rôle, ou choisis un autre salon avec /settings.
doctor-W316 = Quelque chose est défini pour des salons qui n’existent plus : { $places }
doctor-W316-hint = Il n’y a rien à faire, sauf si tu pensais à un autre salon : regarde avec /settings.
doctor-E317 = Les rôles qui peuvent poser des questions n’existent plus, donc personne ne le peut.
doctor-E317-hint = Choisis-en d’autres, ou aucun, avec /settings.
doctor-W318 = Le chatbot choisi n’existe plus : { $names }
doctor-W318-hint = Choisis-en un autre avec /settings. D’ici là, c’est celui par défaut qui répond.
doctor-W319 = Chaque message dans { $places } doit être une question, mais je fonctionne sans « Message Content Intent » : je ne lis que ceux qui me mentionnent.
doctor-W319-hint = Mentionne-moi là-bas, ou demande à la personne qui m’héberge d’activer l’intent.
doctor-N320 = Les sources ou les boutons sont activés pour { $places }, mais la personne qui m’héberge les a désactivés pour tous les serveurs.
doctor-N320-hint = -
doctor-W321 = Une personne qui gère ce serveur m’a mis en pause ici.
doctor-W321-hint = Mets fin à la pause avec /settings.
doctor-E322 = On m’a exclu temporairement, je ne peux donc rien écrire ici.
doctor-E322-hint = Mets fin à mon exclusion temporaire dans la liste des membres.
doctor-W323 = Je ne suis pas prévu pour ce serveur : la personne qui m’héberge n’en a indiqué que d’autres.
doctor-W323-hint = Ajoute l’identifiant du serveur à ALLOWED_GUILDS, ou retires-en le bot.
doctor-N324 = On m’a désactivé dans { $places }.
doctor-N324-hint = Active-moi là-bas avec /settings.
doctor-W325 = La limite de questions par jour { $scope } est atteinte : { $limit }. Ça reprend <t:{ $until }:R>.
doctor-W325-hint = Augmente la limite avec /settings, ou demande à la personne qui m’héberge si c’est elle qui l’a fixée.
doctor-N326 = Depuis une heure, { $count } × refus : { $reason }
doctor-N326-hint = -
doctor-W327 = Depuis une heure, { $count } × pas de réponse complète : { $reason }
doctor-W327-hint = Si ça continue, préviens la personne qui m’héberge.
doctor-W328 = Le chatbot ne répond pas en ce moment : { $reason }
doctor-W328-hint = La personne qui m’héberge le voit dans le log. Il n’y a rien à faire ici.
doctor-N329 =
    { $minutes ->
        [0] Ma dernière réponse complète, tous serveurs confondus, date de moins d’une minute.
        [one] Ma dernière réponse complète, tous serveurs confondus, date d’il y a une minute.
       *[other] Ma dernière réponse complète, tous serveurs confondus, date d’il y a { $minutes } minutes.
    }
doctor-N329-hint = -
doctor-W330 = Je ne peux pas lire ce qui est défini pour ce serveur en ce moment.
doctor-W330-hint = Réessaie dans un moment. Si ça continue, préviens la personne qui m’héberge.
doctor-W331 = La personne qui m’héberge m’a mis en pause, donc rien n’est demandé au chatbot.
doctor-W331-hint = `bridge-bot resume` met fin à la pause.
doctor-scope-guild = de ce serveur
doctor-scope-channel = de ce salon
doctor-scope-all = de tous les serveurs réunis

## La base de données

doctor-E401 = La base de données est inutilisable : { $reason }
doctor-E401-hint = Vérifie DATABASE_URL, et ce qu’en dit docs/database.md.
doctor-N402 = Il n’y a pas encore de base de données.
doctor-N402-hint = Le bot la crée au démarrage.
doctor-N403 = La base de données vient d’une version antérieure.
doctor-N403-hint = Le prochain démarrage la met à niveau, ou `bridge-bot migrate` ; docs/backup.md explique le retour en arrière.
doctor-N404 = Un bot tourne sur la base de données (processus { $process }).
doctor-N404-hint = Ce qu’il a vu récemment est dans son log et, serveur par serveur, dans /doctor.
doctor-W406 =
    { $limit ->
        [one] La seule requête d’aujourd’hui est épuisée, donc aucune question ne reçoit de réponse.
       *[other] Les { $limit } requêtes d’aujourd’hui sont épuisées, donc aucune question ne reçoit de réponse.
    }
doctor-W406-hint = Augmente QUESTIONS_PER_DAY, ou attends : les jours sont en UTC.
# $reason : le nom d'une erreur, comme dans le log.
doctor-W407 =
    { $count ->
        [one] La dernière réponse n’est pas complète ; elle s’est terminée par { $reason }.
       *[other] Aucune des { $count } dernières réponses n’est complète ; la dernière s’est terminée par { $reason }.
    }
doctor-W407-hint = Regarde dans le log ce qui s’est passé. `bridge-bot check --ask` pose une question, qui est payante.
doctor-N408 = Dernières réponses, complètes : { $done } ; incomplètes : { $failed }.
doctor-N408-hint = -

## La Chat API

doctor-E501 = { $host } est injoignable : { $reason }
doctor-E501-hint = Vérifie CHAT_API_BASE_URL, ainsi que le réseau, le pare-feu et le proxy de cette machine.
doctor-N502 = { $host } est joignable. Impossible de savoir si la clé est acceptée et le chatbot connu sans poser une question, qui est payante.
doctor-N502-hint = `bridge-bot check --ask` en pose une.
doctor-E503 = La Chat API n’a donné aucune réponse : { $reason }
doctor-E503-hint = Vérifie CHAT_API_KEY, CHAT_BOT_UID et l’abonnement.
doctor-N504 = La Chat API a répondu en { $seconds } s. Cette question était payante.
doctor-N504-hint = -
doctor-W505 = CHAT_API_BASE_URL commence par http://, donc la clé et toutes les questions circulent en clair sur le réseau.
doctor-W505-hint = Utilise https://.

## Cette machine

doctor-W601 = L’horloge de cette machine a { $seconds } s d’écart avec celle de Discord.
doctor-W601-hint = Laisse un service de temps comme chrony ou systemd-timesyncd la régler. D’ici là, les heures du log sont fausses.
doctor-N602 = { $versions }
doctor-N602-hint = -
doctor-N701 = { $proxy }
doctor-N701-hint = -

## Le bot en marche, par son port de santé

doctor-W801 = Le bot en marche n’est pas prêt : { $reasons }
doctor-W801-hint = docs/operating.md dit ce que signifie chaque raison. Le bot y travaille de lui-même ; un redémarrage coûte une des sessions que Discord accorde par jour.
doctor-N802 = Le bot en marche est prêt : il entend les questions et peut les prendre en charge.
doctor-N802-hint = -
doctor-W803 = La dernière requête du bot en marche à la Chat API a échoué : { $reason }
doctor-W803-hint = Le log en dit plus. `bridge-bot check --ask` pose une question, qui est payante.
doctor-N804 = Questions refusées depuis le démarrage : { $counts }
doctor-N804-hint = Les personnes qui gèrent un serveur voient avec /doctor ce qui y a été refusé.
doctor-W805 = Événements de Discord ignorés depuis le démarrage, car illisibles : { $counts }
doctor-W805-hint = Le log donne la raison de chaque sorte. Un bridge-bot plus récent saura peut-être les lire.
doctor-W806 = Requêtes limitées par Discord depuis le démarrage : { $counts }
doctor-W806-hint = Quelques-unes de portée « shared » sont habituelles. Pour « global », baisse DISCORD_REQUESTS_PER_SECOND ; pour « address », cherche qui d’autre utilise l’adresse de cette machine.
doctor-W807 = Requêtes à la Chat API qui ont échoué depuis le démarrage : { $counts }
doctor-W807-hint = Le log en dit plus sur chacune.

## Pourquoi des questions ont été refusées et des réponses ont échoué, en quelques mots

doctor-reason-refused-channel = le bot est désactivé dans ce salon
doctor-reason-refused-shut-out = ce membre n’a pas le droit de poser des questions
doctor-reason-refused-role = ce membre n’a aucun des rôles qui peuvent poser des questions
doctor-reason-refused-paused-server = le serveur a mis le bot en pause
doctor-reason-refused-paused = la personne qui héberge le bot l’a mis en pause
doctor-reason-refused-day-guild-member = la limite du jour de ce membre sur ce serveur
doctor-reason-refused-day-channel = la limite du jour du salon
doctor-reason-refused-day-guild = la limite du jour du serveur
doctor-reason-refused-day-member = la limite du jour de ce membre
doctor-reason-refused-day-all = la limite du jour de tous les serveurs réunis
doctor-reason-refused-too-many = trop de questions en une minute
doctor-reason-refused-queue-full = trop de questions attendaient dans une conversation
doctor-reason-refused-opted-out = ce membre a interdit au bot de lire ses messages
doctor-reason-refused-forbidden = il manque au bot la permission d’y répondre
doctor-reason-refused-forbidden-voice = il manque au bot la permission de répondre dans ce salon vocal
doctor-reason-refused-no-private-threads = les réponses doivent être privées là où il n’y a pas de fils privés
doctor-reason-refused-private-thread-forbidden = il manque au bot la permission d’ouvrir des fils privés
doctor-reason-refused-private-thread-busy = Discord n’a pas ouvert de fil privé à temps
doctor-reason-refused-guild = le bot n’est pas prévu pour ce serveur
doctor-reason-refused-slow-mode = mode lent
doctor-reason-refused-member = ce membre n’a pas le droit d’y écrire
doctor-reason-refused-member-locked = le fil est verrouillé
doctor-reason-refused-member-timed-out = ce membre est exclu temporairement
doctor-reason-refused-member-voice = ce membre n’a pas le droit de se connecter à ce salon vocal
doctor-reason-other = une autre raison
doctor-reason-error-store = la base de données a eu une panne
doctor-reason-error-platform = Discord n’a pas accepté la réponse
doctor-reason-error-platform-forbidden = il manque une permission au bot, ou le fil est verrouillé
doctor-reason-error-text-refused = un filtre du serveur a refusé le texte
doctor-reason-error-api-unexpected = le chatbot n’a donné aucune réponse
doctor-reason-error-api-unreachable = le chatbot est injoignable
doctor-reason-error-api-connection-lost = la connexion au chatbot a été perdue
doctor-reason-error-api-timeout = le chatbot a mis trop de temps
doctor-reason-error-intermediary-refused = quelque chose entre le bot et le chatbot a refusé
doctor-reason-error-api-refused = le chatbot refuse la clé, ou son abonnement est terminé
doctor-reason-error-api-bot-unknown = le chatbot n’existe pas
doctor-reason-error-api-rate-limited = le chatbot est interrogé trop souvent
doctor-reason-error-api-busy = le chatbot est surchargé ou a un problème
doctor-reason-error-api-rejected = le chatbot n’a pas accepté la question
doctor-reason-error-api-malformed = la réponse du chatbot était incompréhensible
doctor-reason-error-answer-too-long = la réponse était plus longue que ce qui peut être affiché
doctor-reason-error-api-broken-off = la réponse s’est interrompue
