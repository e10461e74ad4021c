# Ce qui se trouve dans une réponse et autour, et le nom de son fil.

## Fils (nom : 100 caractères au plus)

thread-name-neutral = Question
# Après la mention de la personne qui a demandé, et au-dessus de la citation de la question.
private-thread =
    Je te réponds ici : à part toi, seule la modération peut lire. { $link ->
        [none] Tu m’as demandé :
       *[other] Tu m’as demandé dans { $link } :
    }

## Pendant qu'on attend une réponse, et au-dessus d'elle (une ligne chacun)

delayed-queued = Beaucoup de questions attendent le chatbot en ce moment. La tienne est dans la file.
delayed-retrying = Le chatbot a des difficultés en ce moment. Je continue d’essayer.
delayed-slow = Le chatbot prend son temps. J’attends toujours sa réponse.
context-lost = Le chatbot ne connaît plus notre conversation précédente, cette réponse en commence donc une nouvelle.

## Comment finit une réponse

ending-notice = ⚠️ { $notice }
ending-interrupted = Je redémarre, et je finirai cette réponse après.
ending-question-deleted = Je me suis arrêté ici, car la question a été supprimée.
answer-attached = La réponse continue : elle est en entier dans ce fichier.
answer-complete = Ta réponse est complète.
sources = Sources : { $list }
mention-needed = Dans ce fil, mentionne-moi dans chaque question : je ne peux pas lire les messages sans mention.
reply-empty = Le chatbot n’avait rien à dire là-dessus.
given-up-crashing = Cette question m’a fait planter deux fois, je ne réessaie donc pas. Pose-la autrement, s’il te plaît.
given-up-ended = La réponse s’est arrêtée ici. Demande à nouveau, s’il te plaît.
given-up-stopped = Je redémarre, et je ne pourrai pas continuer cette réponse après. Redemande dans un moment.
given-up-late = Je suis resté absent trop longtemps pour continuer ici. Demande à nouveau, s’il te plaît.
request-id = (requête { $request_id })

## Listes

# Entre deux éléments d'une liste, comme des fichiers, des salons ou des permissions.
list-separator = { ", " }
