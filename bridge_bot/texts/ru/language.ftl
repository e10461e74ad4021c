# Что показывает и отвечает /language. $language: название, например «German · Deutsch», или language-auto.

language-scope-name = область
language-scope-description = Для кого. Если не указать: для разговора, а в канале — для вас
language-option-reset = Без собственного языка
language-scope-conversation = Этот разговор
language-scope-me = Я, везде
language-scope-channel = Этот канал
language-scope-server = Этот сервер
language-auto = язык вопроса
language-unset = не задан
language-no-server = Это можно выбрать только на сервере, где я участник.

## Что выбрано. $code: «auto», «reset» или код языка.

language-chosen-conversation = { $code ->
    [auto] Теперь я отвечаю здесь на языке вопроса.
    [reset] У этого разговора больше нет собственного языка.
   *[other] Теперь я отвечаю здесь на этом языке: { $language }.
}
language-chosen-me = { $code ->
    [auto] Теперь я отвечаю вам на языке вашего вопроса.
    [reset] Для вас больше не задан собственный язык.
   *[other] Теперь я отвечаю вам на этом языке: { $language }.
}
language-chosen-channel = { $code ->
    [auto] Теперь я отвечаю в этом канале на языке вопроса.
    [reset] У этого канала больше нет собственного языка.
   *[other] Теперь я отвечаю в этом канале на этом языке: { $language }.
}
language-chosen-server = { $code ->
    [auto] Теперь я отвечаю на этом сервере на языке вопроса.
    [reset] У этого сервера больше нет собственного языка.
   *[other] Теперь я отвечаю на этом сервере на этом языке: { $language }.
}

## Что действует: по строке на каждого, кто может выбирать. Действует первое заданное.

language-in-force = { $code ->
    [auto] Здесь я отвечаю вам на языке вашего вопроса.
   *[other] Здесь я отвечаю вам на этом языке: { $language }.
}
language-layer-conversation = Этот разговор: { $language }
language-layer-me = Вы, везде: { $language }
language-layer-channel = Этот канал: { $language }
language-layer-server = Этот сервер: { $language }
language-layer-default = Мой владелец: { $language }
language-how = -# Действует первый заданный язык из этого списка. Изменить его можно через `/language`, указав язык и область.
