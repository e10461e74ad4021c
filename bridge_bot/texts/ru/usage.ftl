# /usage и `bridge-bot usage`: сколько пользуются ботом.

usage-description = Как часто ко мне обращаются на этом сервере и как идут дела
usage-days-name = дни
usage-days-description = За сколько дней; если не указать, за 7
usage-title = **Как часто ко мне здесь обращались { $days ->
    [1] сегодня
    [one] за последний { $days } день
    [few] за последние { $days } дня
    [many] за последние { $days } дней
   *[other] за последние { $days } дня
}**
usage-none = На этом сервере меня никто ни о чём не спрашивал { $days ->
    [1] сегодня
    [one] за последний { $days } день
    [few] за последние { $days } дня
    [many] за последние { $days } дней
   *[other] за последние { $days } дня
}.
usage-legend = -# *впр*: вопросы, отправленные чат-боту · *ок*: полные ответы · *сбой*: неудачные · *стоп*: остановленные досрочно · *50%*, *95%*: за это время после вопроса началась такая доля ответов · *за*, *пр*: оценки 👍 и 👎. Дни считаются по UTC; самого недавнего здесь может ещё не быть.
usage-not-allowed = Это видит только тот, кто управляет этим сервером.
usage-total = всего
usage-unknown-channel = удалённый канал
usage-hidden-channel = канал, который вам не виден
usage-default-chat-bot = по умолчанию
usage-private = личные сообщения и ответы, которые видит только автор вопроса
usage-more = и ещё { $count }

## Заголовки столбцов, как можно короче: таблица должна поместиться на телефоне

usage-column-asked = впр
usage-column-done = ок
usage-column-failed = сбой
usage-column-stopped = стоп
usage-column-within-50 = 50%
usage-column-within-95 = 95%
usage-column-up = за
usage-column-down = пр
usage-by-day = день
usage-by-channel = канал
usage-by-chat-bot = чат-бот
usage-by-guild = сервер
