# Що показує й відповідає /language. $language: назва, наприклад «German · Deutsch», або language-auto.

language-scope-name = область
language-scope-description = Для кого. Якщо не вказати: для розмови, а в каналі — для вас
language-option-reset = Без власної мови
language-scope-conversation = Ця розмова
language-scope-me = Я, усюди
language-scope-channel = Цей канал
language-scope-server = Цей сервер
language-auto = мова запитання
language-unset = не задано
language-no-server = Це можна обрати лише на сервері, де я учасник.

## Що обрано. $code: «auto», «reset» або код мови.

language-chosen-conversation = { $code ->
    [auto] Відтепер тут я відповідаю мовою запитання.
    [reset] Ця розмова більше не має власної мови.
   *[other] Відтепер тут я відповідаю такою мовою: { $language }.
}
language-chosen-me = { $code ->
    [auto] Відтепер я відповідаю вам мовою вашого запитання.
    [reset] Для вас більше не задано власної мови.
   *[other] Відтепер я відповідаю вам такою мовою: { $language }.
}
language-chosen-channel = { $code ->
    [auto] Відтепер у цьому каналі я відповідаю мовою запитання.
    [reset] Цей канал більше не має власної мови.
   *[other] Відтепер у цьому каналі я відповідаю такою мовою: { $language }.
}
language-chosen-server = { $code ->
    [auto] Відтепер на цьому сервері я відповідаю мовою запитання.
    [reset] Цей сервер більше не має власної мови.
   *[other] Відтепер на цьому сервері я відповідаю такою мовою: { $language }.
}

## Що діє: по рядку на кожного, хто може обирати. Діє перше задане.

language-in-force = { $code ->
    [auto] Тут я відповідаю вам мовою вашого запитання.
   *[other] Тут я відповідаю вам такою мовою: { $language }.
}
language-layer-conversation = Ця розмова: { $language }
language-layer-me = Ви, усюди: { $language }
language-layer-channel = Цей канал: { $language }
language-layer-server = Цей сервер: { $language }
language-layer-default = Мій власник: { $language }
language-how = -# Діє перша задана мова з цього списку. Змінити її можна через `/language`, указавши мову та область.
