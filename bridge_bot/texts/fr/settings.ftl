# /settings : ce que choisit une personne qui gère un serveur. Limites de Discord : bouton 34
# caractères, option et sa description 100, titre et champs d'un formulaire 45, leurs descriptions
# 100, texte indicatif 100.

settings-description = Choisis à quoi je réponds sur ce serveur, où, et pour qui
settings-title = ## Mes paramètres : { $place }
settings-whole-server = tout le serveur
settings-only-you = -# Visible par toi uniquement. Une modification prend effet tout de suite.

## Ce qui est dit au-dessus des paramètres

settings-saved = Enregistré.
settings-unchanged = Rien n’a changé.
settings-changed-meanwhile = Quelqu’un a modifié les paramètres depuis cet affichage, je les ai donc laissés tels quels. Voici les plus récents.
settings-newer = Les paramètres ont changé depuis cet affichage. Voici les plus récents.
settings-channel-gone = Ce salon n’existe plus, ou je ne le vois pas. Voici les paramètres de tout le serveur.
settings-store-failed = ⚠️ Je n’ai pas accès aux paramètres pour l’instant, je ne sais donc pas si c’est enregistré. Réessaie dans un moment.
settings-not-a-number = ⚠️ « { $field } » attend un nombre entier de 0 à { $most }, ou rien. Je n’ai rien modifié.
settings-not-offered = Ce choix n’est plus possible ici. Voici les paramètres les plus récents.
settings-not-everybody = ⚠️ Je n’appelle jamais tout le monde. Choisis un rôle que seuls certains membres ont.
settings-not-allowed = Seuls les membres qui ont la permission « Gérer le serveur » peuvent voir et modifier mes paramètres.
settings-outside = Les paramètres sont liés à un serveur. Utilise cette commande sur un serveur.

## Choisir ce qui est affiché

settings-choose-channel = Tout le serveur. Choisis ici un salon ou un forum
settings-back-to-server = Afficher tout le serveur
settings-choose-page = Que faut-il afficher ?

settings-page-overview = Aperçu
settings-page-questions = Questions et réponses
settings-page-askers = Qui peut poser des questions
settings-page-limits = Limites
settings-page-extras = Sources, boutons, avis et aide
settings-page-changes = Ce qui a été modifié, et par qui

## Un paramètre, ce qui est en vigueur et d'où ça vient

settings-name-served = Quand je réponds
settings-name-answer-place = Où je réponds
settings-name-chat-bot = Chatbot
settings-name-language = Langue de mes réponses
settings-name-asker-roles = Qui peut poser des questions
settings-name-shut-out = Qui ne peut pas poser de questions
settings-name-member-questions-per-minute = Questions par minute, pour chaque membre
settings-name-member-questions-per-day = Questions par jour, pour chaque membre
settings-name-questions-per-day = Questions par jour, pour tout le monde
settings-name-archive-after = Archivage des fils
settings-name-archive-resolved = Fermer les fils résolus
settings-name-show-sources = Sources sous les réponses
settings-name-show-controls = Boutons sous les réponses
settings-name-feedback-channel = Salon pour les avis
settings-name-help-role = Rôle appelé à l’aide
settings-name-quiet-after-helper = Je me tais quand ce rôle a écrit
settings-name-paused = Pause

settings-in-force = **{ $name }** : { $value } · *{ $source }*
settings-source-channel = réglage de ce salon
settings-source-server = réglage du serveur
settings-source-default = par défaut
settings-none = Rien pour ce salon
settings-reset = Comme sur le serveur
settings-reset-server = Valeur par défaut
settings-option-reset = Comme pour tout le serveur
settings-option-reset-server = Par défaut
settings-option-now = Actuellement : { $value }

## Valeurs

settings-value-mentions = quand on me mentionne
settings-value-messages = à chaque message
settings-value-posts = à chaque post de forum
settings-value-nothing = jamais
settings-value-public-thread = dans un fil public
settings-value-private-thread = dans un fil privé
settings-value-channel = dans le salon
settings-value-usual-bot = celui par défaut
settings-value-bot-gone = { $bot }, que je n’ai plus
settings-value-usual-language = selon la personne qui m’héberge
settings-value-everybody = tout le monde
settings-value-nobody = personne
settings-value-more =
    { $more ->
        [one] { $shown } et { $more } autre
       *[other] { $shown } et { $more } autres
    }
settings-value-no-limit = pas de limite
settings-value-operator-limit = { $limit }, selon la personne qui m’héberge
settings-value-hour = au bout d’une heure
settings-value-day = au bout d’un jour
settings-value-three-days = au bout de trois jours
settings-value-week = au bout d’une semaine
settings-value-archive-usual = selon le réglage du salon
settings-value-on = oui
settings-value-off = non
settings-value-no-channel = aucun
settings-value-no-role = aucun
settings-value-minutes =
    { $minutes ->
        [0] pas du tout
        [60] pendant une heure
        [240] pendant quatre heures
        [one] pendant une minute
       *[other] pendant { $minutes } minutes
    }
settings-value-paused = je fais une pause
settings-value-running = je réponds
settings-value-unset = par défaut

settings-about-mentions = Seulement les messages qui me mentionnent ou me répondent
settings-about-messages = Payant : chaque message est une requête. Les échanges entre membres ne comptent pas
settings-about-posts = Payant : chaque nouveau post est une requête. Dans les posts, seulement ce qui m’est adressé
settings-about-nothing = Aucune question, pas même par une commande
settings-about-public-thread = Toutes les personnes qui voient le salon peuvent lire
settings-about-private-thread = Visible seulement par la personne qui demande et la modération
settings-about-channel = Sous forme de réponse, sans fil

settings-confirm-messages =
    ⚠️ **Chaque message coûte.** Chaque message que des membres écrivent { $where }, sauf quand ils parlent entre eux, devient une question au chatbot : une requête payante. Un jour animé, ça peut en faire des milliers. Tu peux fixer des limites sous « Limites ».
settings-confirm-posts =
    ⚠️ **Chaque post coûte.** Chaque nouveau post { $where } devient une question au chatbot : une requête payante. Tu peux fixer des limites sous « Limites ».
settings-where-server = n’importe où sur ce serveur
settings-where-channel = dans { $channel }
settings-take-messages = Oui, répondre à chaque message
settings-take-posts = Oui, répondre à chaque post
settings-cancel = Annuler

settings-choose-roles = Tout le monde. Choisis ici des rôles
settings-choose-members = Personne. Choisis ici des membres
settings-choose-feedback-channel = Aucun. Choisis ici un salon
settings-choose-help-role = Aucun. Choisis ici un rôle
settings-feedback-note = -# Chaque réponse qui reçoit un 👎 est indiquée par un lien dans le salon pour les avis, une seule fois. Celles des fils privés ne le sont pas.
settings-shut-out-note = -# Une personne qui ne peut pas poser de questions sur tout le serveur ne le peut dans aucun salon.

## Limites

settings-limits-note = -# Chaque requête payante compte, y compris une question répétée. Les jours commencent à 0 h 00 UTC.
settings-operator-limit = -# La personne qui m’héberge autorise { $limit }, et c’est ce qui s’applique.
settings-change-limits = Modifier les limites
settings-limits-form = Limites
settings-limit-about = Vide : par défaut. 0 : pas de limite.
settings-limit-about-operator = { $about } Au plus { $limit }, selon la personne qui m’héberge.

## La pause d'un serveur

settings-pause = Faire une pause sur ce serveur
settings-go-on = Reprendre
settings-pause-note = -# Pendant la pause, les réponses en cours se terminent normalement ; chaque nouvelle question reçoit un petit mot aimable et ne coûte rien.
settings-own-channels = Salons avec leurs propres paramètres : { $channels }

## Ce qui me manque

# $permissions : une ou plusieurs permissions. $effect : un des textes suivants.
settings-lacks = ⚠️ Il me manque { $permissions }, donc { $effect }.
settings-lacks-all = je ne peux pas répondre ici
settings-lacks-thread = je ne peux pas ouvrir de fils ici et je réponds dans le salon
settings-lacks-private-thread = je ne peux pas ouvrir de fils privés et je ne réponds à rien ici
settings-lacks-moderation = la personne qui demande ici peut faire entrer d’autres membres dans un fil privé
settings-lacks-history = après la première question d’un post ici, je m’y tais sauf si on me mentionne
settings-no-private-threads = ⚠️ Il n’y a pas de fils privés ici, je ne réponds donc à rien ici. Choisis un autre endroit.
settings-lacks-resolving = mes réponses ici n’ont pas de bouton « Résolu »
settings-lacks-feedback = je ne peux signaler aucun avis là-bas
settings-feedback-gone = ⚠️ Le salon pour les avis n’existe plus, ou je ne le vois pas, donc personne n’est au courant des avis. Choisis-en un autre, ou aucun.
settings-lacks-askers = ⚠️ Ces rôles n’existent plus, donc personne ne peut poser de questions. Choisis-en d’autres, ou aucun.
settings-lacks-content = ⚠️ Je fonctionne sans « Message Content Intent », je ne lis donc que les messages qui me mentionnent.
settings-operator-off = -# La personne qui m’héberge a désactivé ça pour tous les serveurs, et c’est ce qui s’applique.
settings-lacks-helpers = ⚠️ Ce rôle n’existe plus, donc personne ne peut être appelé. Choisis-en un autre.
settings-lacks-role = ⚠️ Je ne peux pas mentionner ce rôle : autorise tout le monde à le mentionner, ou donne-moi « Mentionner @everyone, @here et tous les rôles ».
settings-permission-view-channel = « Voir le salon »
settings-permission-send-messages = « Envoyer des messages »
settings-permission-create-public-threads = « Créer des fils publics »
settings-permission-create-private-threads = « Créer des fils privés »
settings-permission-send-messages-in-threads = « Envoyer des messages dans les fils »
settings-permission-manage-threads = « Gérer les fils »
settings-permission-read-message-history = « Voir les anciens messages »
settings-permission-connect = « Se connecter »

## La liste des modifications

settings-no-changes = Personne n’a encore rien modifié.
settings-change = { $when } { $member } · { $place } · { $name } : { $former } → { $value }
settings-older = Modifications précédentes
settings-newest = Dernières modifications
