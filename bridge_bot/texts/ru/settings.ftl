# /settings: что выбирают те, кто управляет сервером. Ограничения Discord: кнопка — 34 знака, вариант и
# его описание — 100, заголовок и подписи формы — 45, её описания — 100, подсказка в поле — 100.

settings-description = Выбрать, на что я отвечаю на этом сервере, где и кому
settings-title = ## Мои настройки: { $place }
settings-whole-server = весь сервер
settings-only-you = -# Это видите только вы. Изменения действуют сразу.

## Что сказано над настройками

settings-saved = Сохранено.
settings-unchanged = Ничего не изменилось.
settings-changed-meanwhile = Пока вы это смотрели, кто-то изменил настройки, поэтому я оставил их как есть. Вот самые новые.
settings-newer = Пока вы это смотрели, настройки изменились. Вот самые новые.
settings-channel-gone = Этого канала больше нет, или я его не вижу. Вот настройки всего сервера.
settings-store-failed = ⚠️ Сейчас у меня нет доступа к настройкам, поэтому я не знаю, сохранилось ли это. Попробуйте ещё раз чуть позже.
settings-not-a-number = ⚠️ Поле «{ $field }»: укажите целое число от 0 до { $most } или оставьте пустым. Я ничего не изменил.
settings-not-offered = Это здесь больше нельзя выбрать. Вот самые новые настройки.
settings-not-everybody = ⚠️ Всех сразу я не зову никогда. Выберите роль, которая есть лишь у некоторых участников.
settings-not-allowed = Видеть и менять мои настройки могут только участники с правом «Управлять сервером».
settings-outside = Настройки относятся к серверу. Используйте эту команду на нём.

## Выбор того, что показано

settings-choose-channel = Весь сервер. Здесь можно выбрать канал или форум
settings-back-to-server = Показать весь сервер
settings-choose-page = Что показать

settings-page-overview = Обзор
settings-page-questions = Вопросы и ответы
settings-page-askers = Кто может спрашивать
settings-page-limits = Лимиты
settings-page-extras = Источники, кнопки, отзывы и помощь
settings-page-changes = Что изменили и кто

## Настройка, что действует и откуда это взялось

settings-name-served = На что отвечаю
settings-name-answer-place = Где отвечаю
settings-name-chat-bot = Чат-бот
settings-name-language = Язык моих ответов
settings-name-asker-roles = Кто может спрашивать
settings-name-shut-out = Кому закрыт доступ
settings-name-member-questions-per-minute = Вопросов в минуту от участника
settings-name-member-questions-per-day = Вопросов в день от участника
settings-name-questions-per-day = Вопросов в день от всех вместе
settings-name-archive-after = Архивация веток
settings-name-archive-resolved = Закрывать решённые ветки
settings-name-show-sources = Источники под ответами
settings-name-show-controls = Кнопки под ответами
settings-name-feedback-channel = Канал для отзывов
settings-name-help-role = Роль, которую зовут на помощь
settings-name-quiet-after-helper = Сколько молчу после сообщения этой роли
settings-name-paused = Пауза

settings-in-force = **{ $name }**: { $value } · *{ $source }*
settings-source-channel = задано для этого канала
settings-source-server = задано для сервера
settings-source-default = по умолчанию
settings-none = Не нужно в этом канале
settings-reset = Как на сервере
settings-reset-server = Вернуть значение по умолчанию
settings-option-reset = Как на всём сервере
settings-option-reset-server = По умолчанию
settings-option-now = Сейчас: { $value }

## Значения

settings-value-mentions = на упоминания
settings-value-messages = на каждое сообщение
settings-value-posts = на каждую публикацию на форуме
settings-value-nothing = ни на что
settings-value-public-thread = в публичной ветке
settings-value-private-thread = в приватной ветке
settings-value-channel = в канале
settings-value-usual-bot = чат-бот по умолчанию
settings-value-bot-gone = { $bot } (у меня его больше нет)
settings-value-usual-language = как задал мой владелец
settings-value-everybody = все
settings-value-nobody = никому
settings-value-more = { $shown } и ещё { $more }
settings-value-no-limit = без лимита
settings-value-operator-limit = { $limit } (так задал мой владелец)
settings-value-hour = через час
settings-value-day = через день
settings-value-three-days = через три дня
settings-value-week = через неделю
settings-value-archive-usual = как настроено в канале
settings-value-on = включено
settings-value-off = выключено
settings-value-no-channel = не выбран
settings-value-no-role = не выбрана
settings-value-minutes =
    { $minutes ->
        [0] нисколько
        [60] час
        [240] четыре часа
        [1] минуту
        [one] { $minutes } минуту
        [few] { $minutes } минуты
        [many] { $minutes } минут
       *[other] { $minutes } минуты
    }
settings-value-paused = у меня перерыв
settings-value-running = отвечаю
settings-value-unset = по умолчанию

settings-about-mentions = Только сообщения с упоминанием меня или с ответом мне
settings-about-messages = Стоит денег: каждое сообщение — платный запрос. Общение между собой не в счёт
settings-about-posts = Стоит денег: каждая публикация — платный запрос. Внутри неё — только то, что адресовано мне
settings-about-nothing = Ни на один вопрос, даже через команду
settings-about-public-thread = Читать могут все, кто видит канал
settings-about-private-thread = Её видят только автор вопроса и модераторы
settings-about-channel = Ответом на сообщение, без ветки

# $where: одна из записей `settings-where-…`.
settings-confirm-messages =
    ⚠️ **Каждое сообщение стоит денег.** Всё, что участники пишут { $where }, кроме общения между собой, становится вопросом к чат-боту, то есть платным запросом. В оживлённый день их могут быть тысячи. Ограничить это можно на странице «Лимиты».
settings-confirm-posts =
    ⚠️ **Каждая публикация стоит денег.** Каждая новая публикация { $where } становится вопросом к чат-боту, то есть платным запросом. Ограничить это можно на странице «Лимиты».
settings-where-server = на этом сервере
settings-where-channel = в канале { $channel }
settings-take-messages = Да, отвечать на все сообщения
settings-take-posts = Да, отвечать на все публикации
settings-cancel = Отмена

settings-choose-roles = Все. Здесь можно выбрать роли
settings-choose-members = Никому. Здесь можно выбрать участников
settings-choose-feedback-channel = Не выбран. Здесь можно выбрать канал
settings-choose-help-role = Не выбрана. Здесь можно выбрать роль
settings-feedback-note = -# На каждый ответ с оценкой 👎 в канале для отзывов один раз появляется ссылка. На ответы из приватных веток — нет.
settings-shut-out-note = -# Кому доступ закрыт на всём сервере, тому он закрыт и в каждом канале.

## Лимиты

settings-limits-note = -# Считается каждый платный запрос, и повторный вопрос тоже. День начинается в 0:00 UTC.
settings-operator-limit = -# Мой владелец разрешает { $limit }, и больше быть не может.
settings-change-limits = Изменить лимиты
settings-limits-form = Лимиты
settings-limit-about = Пусто — по умолчанию, 0 — без лимита.
# $about: текст выше. Вместе не длиннее 100 знаков.
settings-limit-about-operator = { $about } Не больше { $limit }: так задал мой владелец.

## Пауза на сервере

settings-pause = Поставить на паузу на сервере
settings-go-on = Продолжить
settings-pause-note = -# На паузе я заканчиваю начатые ответы; на каждый новый вопрос приходит лишь одно вежливое сообщение, и это бесплатно.
settings-own-channels = Каналы с собственными настройками: { $channels }

## Чего мне не хватает

# $permissions: одно или несколько прав. $effect: одна из следующих записей без ⚠️.
settings-lacks = ⚠️ Мне не хватает прав: { $permissions }. Поэтому { $effect }.
settings-lacks-all = отвечать здесь я не могу
settings-lacks-thread = здесь я не могу создавать ветки и отвечаю прямо в канале
settings-lacks-private-thread = здесь я не могу создавать приватные ветки и ни на что не отвечаю
settings-lacks-moderation = здесь автор вопроса может приглашать других в приватную ветку
settings-lacks-history = после первого вопроса в публикации здесь я молчу, пока меня не упомянут
settings-no-private-threads = ⚠️ Приватных веток здесь не бывает, поэтому я ни на что здесь не отвечаю. Выберите другое место.
settings-lacks-resolving = здесь под моими ответами нет кнопки «Решено»
settings-lacks-feedback = я не могу сообщать там об отзывах
settings-feedback-gone = ⚠️ Канала для отзывов больше нет, или я его не вижу, поэтому об отзывах никто не узнаёт. Выберите другой или никакого.
settings-lacks-askers = ⚠️ Этих ролей больше нет, поэтому спрашивать никто не может. Выберите другие или никаких.
settings-lacks-content = ⚠️ Я работаю без Message Content Intent, поэтому читаю только сообщения, в которых меня упоминают.
settings-operator-off = -# Мой владелец выключил их на всех серверах, и изменить это здесь нельзя.
settings-lacks-helpers = ⚠️ Этой роли больше нет, поэтому звать некого. Выберите другую.
settings-lacks-role = ⚠️ Я не могу упомянуть эту роль: разрешите всем её упоминать или дайте мне право «Упоминание @everyone, @here и всех ролей».
settings-permission-view-channel = «Просматривать канал»
settings-permission-send-messages = «Отправлять сообщения»
settings-permission-create-public-threads = «Создать публичные ветки»
settings-permission-create-private-threads = «Создание приватных веток»
settings-permission-send-messages-in-threads = «Отправлять сообщения в ветках»
settings-permission-manage-threads = «Управление ветками»
settings-permission-read-message-history = «Читать историю сообщений»
settings-permission-connect = «Подключаться»

## Список изменений

settings-no-changes = Пока никто ничего не менял.
settings-change = { $when } { $member } · { $place } · { $name }: { $former } → { $value }
settings-older = Более ранние изменения
settings-newest = Последние изменения
