# /usage і `bridge-bot usage`: як часто користуються ботом.

usage-description = Як часто до мене звертаються на цьому сервері та як ідуть справи
usage-days-name = дні
usage-days-description = За скільки днів; якщо не вказати, за 7
usage-title = **Як часто до мене тут зверталися { $days ->
    [1] сьогодні
    [one] за останній { $days } день
    [few] за останні { $days } дні
    [many] за останні { $days } днів
   *[other] за останні { $days } дня
}**
usage-none = На цьому сервері мене ніхто ні про що не запитував { $days ->
    [1] сьогодні
    [one] за останній { $days } день
    [few] за останні { $days } дні
    [many] за останні { $days } днів
   *[other] за останні { $days } дня
}.
usage-legend = -# *зап*: запитання, надіслані чатботу · *ок*: повні відповіді · *збій*: невдалі · *стоп*: зупинені достроково · *50%*, *95%*: за цей час після запитання почалася така частка відповідей · *за*, *пр*: оцінки 👍 і 👎. Дні рахуються за UTC; найсвіжішого тут може ще не бути.
usage-not-allowed = Це бачать лише ті, хто керує цим сервером.
usage-total = усього
usage-unknown-channel = видалений канал
usage-hidden-channel = канал, якого ви не бачите
usage-default-chat-bot = типовий
usage-private = особисті повідомлення й відповіді, які бачить лише той, хто запитав
usage-more = і ще { $count }

## Заголовки стовпців, якнайкоротші: таблиця має вміститися на телефоні

usage-column-asked = зап
usage-column-done = ок
usage-column-failed = збій
usage-column-stopped = стоп
usage-column-within-50 = 50%
usage-column-within-95 = 95%
usage-column-up = за
usage-column-down = пр
usage-by-day = день
usage-by-channel = канал
usage-by-chat-bot = чатбот
usage-by-guild = сервер
