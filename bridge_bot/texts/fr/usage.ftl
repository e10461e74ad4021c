# /usage et `bridge-bot usage` : combien le bot est utilisé. Une `…-description` : 100 caractères au plus.

usage-description = Mon utilisation sur ce serveur, et comment ça se passe
usage-days-name = jours
usage-days-description = Sur combien de jours ; 7 si tu ne précises rien
usage-title = **Mon utilisation ici { $days ->
    [one] aujourd’hui
   *[other] ces { $days } derniers jours
}**
usage-none = Sur ce serveur, personne ne m’a rien demandé { $days ->
    [one] aujourd’hui
   *[other] ces { $days } derniers jours
}.
usage-legend = -# *qst* : questions envoyées au chatbot · *ok* : réponses complètes · *éch* : échecs · *arr* : arrêtées avant la fin · *50 %*, *95 %* : cette part des réponses a commencé dans ce délai après la question · *+*, *–* : avis 👍 et 👎. Les jours sont en UTC ; ce qui vient de se passer peut manquer.
usage-not-allowed = Seules les personnes qui gèrent ce serveur peuvent voir ça.
usage-total = total
usage-unknown-channel = salon supprimé
usage-hidden-channel = salon que tu ne vois pas
usage-default-chat-bot = par défaut
usage-private = messages privés, et là où seule la personne qui demande voit la réponse
usage-more =
    { $count ->
        [one] +{ $count } autre
       *[other] +{ $count } autres
    }

## Titres des colonnes, aussi courts que possible : le tableau doit tenir sur un téléphone

usage-column-asked = qst
usage-column-done = ok
usage-column-failed = éch
usage-column-stopped = arr
usage-column-within-50 = 50 %
usage-column-within-95 = 95 %
usage-column-up = +
usage-column-down = –
usage-by-day = jour
usage-by-channel = salon
usage-by-chat-bot = chatbot
usage-by-guild = serveur
