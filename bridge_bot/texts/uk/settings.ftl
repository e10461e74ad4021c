# /settings: що обирають ті, хто керує сервером. Обмеження Discord: кнопка — 34 знаки, варіант і його
# опис — 100, заголовок і підписи форми — 45, її описи — 100, підказка в полі — 100.

settings-description = Обрати, на що я відповідаю на цьому сервері, де й кому
settings-title = ## Мої налаштування: { $place }
settings-whole-server = увесь сервер
settings-only-you = -# Це бачите лише ви. Зміни діють одразу.

## Що сказано над налаштуваннями

settings-saved = Збережено.
settings-unchanged = Нічого не змінилося.
settings-changed-meanwhile = Поки ви це переглядали, хтось змінив налаштування, тому я залишив їх як є. Ось найновіші.
settings-newer = Поки ви це переглядали, налаштування змінилися. Ось найновіші.
settings-channel-gone = Цього каналу більше немає, або я його не бачу. Ось налаштування всього сервера.
settings-store-failed = ⚠️ Зараз я не маю доступу до налаштувань, тому не знаю, чи це збереглося. Спробуйте ще раз трохи згодом.
settings-not-a-number = ⚠️ Поле «{ $field }»: укажіть ціле число від 0 до { $most } або лишіть порожнім. Я нічого не змінив.
settings-not-offered = Цього тут уже не можна обрати. Ось найновіші налаштування.
settings-not-everybody = ⚠️ Усіх одразу я не кличу ніколи. Оберіть роль, яку мають лише деякі учасники.
settings-not-allowed = Бачити й змінювати мої налаштування можуть лише учасники з дозволом «Керувати сервером».
settings-outside = Налаштування стосуються сервера. Скористайтеся цією командою там.

## Вибір того, що показано

settings-choose-channel = Увесь сервер. Тут можна обрати канал або форум
settings-back-to-server = Показати весь сервер
settings-choose-page = Що показати

settings-page-overview = Огляд
settings-page-questions = Запитання та відповіді
settings-page-askers = Хто може запитувати
settings-page-limits = Ліміти
settings-page-extras = Джерела, кнопки, відгуки та допомога
settings-page-changes = Що змінено і ким

## Налаштування, що діє і звідки це взялося

settings-name-served = На що відповідаю
settings-name-answer-place = Де відповідаю
settings-name-chat-bot = Чатбот
settings-name-language = Мова моїх відповідей
settings-name-asker-roles = Хто може запитувати
settings-name-shut-out = Кому закрито доступ
settings-name-member-questions-per-minute = Запитань на хвилину від учасника
settings-name-member-questions-per-day = Запитань на день від учасника
settings-name-questions-per-day = Запитань на день від усіх разом
settings-name-archive-after = Архівація гілок
settings-name-archive-resolved = Закривати вирішені гілки
settings-name-show-sources = Джерела під відповідями
settings-name-show-controls = Кнопки під відповідями
settings-name-feedback-channel = Канал для відгуків
settings-name-help-role = Роль, яку кличуть на допомогу
settings-name-quiet-after-helper = Скільки мовчу після повідомлення цієї ролі
settings-name-paused = Пауза

settings-in-force = **{ $name }**: { $value } · *{ $source }*
settings-source-channel = задано для цього каналу
settings-source-server = задано для сервера
settings-source-default = типово
settings-none = Не потрібно в цьому каналі
settings-reset = Як на сервері
settings-reset-server = Повернути типове значення
settings-option-reset = Як на всьому сервері
settings-option-reset-server = Типово
settings-option-now = Зараз: { $value }

## Значення

settings-value-mentions = на згадки
settings-value-messages = на кожне повідомлення
settings-value-posts = на кожен допис на форумі
settings-value-nothing = ні на що
settings-value-public-thread = у публічній гілці
settings-value-private-thread = у приватній гілці
settings-value-channel = у каналі
settings-value-usual-bot = типовий чатбот
settings-value-bot-gone = { $bot } (у мене його більше немає)
settings-value-usual-language = як задав мій власник
settings-value-everybody = усі
settings-value-nobody = нікому
settings-value-more = { $shown } і ще { $more }
settings-value-no-limit = без ліміту
settings-value-operator-limit = { $limit } (так задав мій власник)
settings-value-hour = через годину
settings-value-day = через день
settings-value-three-days = через три дні
settings-value-week = через тиждень
settings-value-archive-usual = як налаштовано в каналі
settings-value-on = увімкнено
settings-value-off = вимкнено
settings-value-no-channel = не обрано
settings-value-no-role = не обрано
settings-value-minutes =
    { $minutes ->
        [0] ніскільки
        [60] годину
        [240] чотири години
        [1] хвилину
        [one] { $minutes } хвилину
        [few] { $minutes } хвилини
        [many] { $minutes } хвилин
       *[other] { $minutes } хвилини
    }
settings-value-paused = у мене перерва
settings-value-running = відповідаю
settings-value-unset = типово

settings-about-mentions = Лише повідомлення зі згадкою мене або з відповіддю мені
settings-about-messages = Коштує грошей: кожне повідомлення — платний запит. Спілкування між собою не рахується
settings-about-posts = Коштує грошей: кожен допис — платний запит. Усередині нього — лише те, що звернене до мене
settings-about-nothing = На жодне запитання, навіть через команду
settings-about-public-thread = Читати можуть усі, хто бачить канал
settings-about-private-thread = Її бачать лише той, хто запитав, і модератори
settings-about-channel = Відповіддю на повідомлення, без гілки

# $where: один із записів `settings-where-…`.
settings-confirm-messages =
    ⚠️ **Кожне повідомлення коштує грошей.** Усе, що учасники пишуть { $where }, крім спілкування між собою, стає запитанням до чатбота, тобто платним запитом. У жвавий день їх можуть бути тисячі. Обмежити це можна на сторінці «Ліміти».
settings-confirm-posts =
    ⚠️ **Кожен допис коштує грошей.** Кожен новий допис { $where } стає запитанням до чатбота, тобто платним запитом. Обмежити це можна на сторінці «Ліміти».
settings-where-server = на цьому сервері
settings-where-channel = у каналі { $channel }
settings-take-messages = Так, на кожне повідомлення
settings-take-posts = Так, на кожен допис
settings-cancel = Скасувати

settings-choose-roles = Усі. Тут можна обрати ролі
settings-choose-members = Нікому. Тут можна обрати учасників
settings-choose-feedback-channel = Не обрано. Тут можна обрати канал
settings-choose-help-role = Не обрано. Тут можна обрати роль
settings-feedback-note = -# На кожну відповідь з оцінкою 👎 у каналі для відгуків один раз з’являється посилання. На відповіді з приватних гілок — ні.
settings-shut-out-note = -# Кому доступ закрито на всьому сервері, тому його закрито й у кожному каналі.

## Ліміти

settings-limits-note = -# Рахується кожен платний запит, і повторне запитання теж. День починається о 0:00 UTC.
settings-operator-limit = -# Мій власник дозволяє { $limit }, і більше бути не може.
settings-change-limits = Змінити ліміти
settings-limits-form = Ліміти
settings-limit-about = Порожньо — типово, 0 — без ліміту.
# $about: текст вище. Разом щонайбільше 100 знаків.
settings-limit-about-operator = { $about } Не більше { $limit }: так задав мій власник.

## Пауза на сервері

settings-pause = Поставити на паузу на сервері
settings-go-on = Продовжити
settings-pause-note = -# На паузі я завершую розпочаті відповіді; на кожне нове запитання приходить лише одне чемне повідомлення, і це безкоштовно.
settings-own-channels = Канали з власними налаштуваннями: { $channels }

## Чого мені бракує

# $permissions: один або кілька дозволів. $effect: один із наступних записів без ⚠️.
settings-lacks = ⚠️ Мені бракує дозволів: { $permissions }. Тому { $effect }.
settings-lacks-all = відповідати тут я не можу
settings-lacks-thread = тут я не можу створювати гілки й відповідаю просто в каналі
settings-lacks-private-thread = тут я не можу створювати приватні гілки й ні на що не відповідаю
settings-lacks-moderation = тут той, хто запитав, може запрошувати інших до приватної гілки
settings-lacks-history = після першого запитання в дописі тут я мовчу, доки мене не згадають
settings-no-private-threads = ⚠️ Приватних гілок тут не буває, тому я ні на що тут не відповідаю. Оберіть інше місце.
settings-lacks-resolving = тут під моїми відповідями немає кнопки «Вирішено»
settings-lacks-feedback = я не можу повідомляти там про відгуки
settings-feedback-gone = ⚠️ Каналу для відгуків більше немає, або я його не бачу, тому про відгуки ніхто не дізнається. Оберіть інший або жодного.
settings-lacks-askers = ⚠️ Цих ролей більше немає, тому запитувати ніхто не може. Оберіть інші або жодної.
settings-lacks-content = ⚠️ Я працюю без Message Content Intent, тому читаю лише повідомлення, в яких мене згадують.
settings-operator-off = -# Мій власник вимкнув їх на всіх серверах, і змінити це тут не можна.
settings-lacks-helpers = ⚠️ Цієї ролі більше немає, тому кликати нема кого. Оберіть іншу.
settings-lacks-role = ⚠️ Я не можу згадати цю роль: дозвольте всім її згадувати або дайте мені дозвіл «Згадувати @everyone, @here та всі ролі».
settings-permission-view-channel = «Переглядати канал»
settings-permission-send-messages = «Надсилати повідомлення»
settings-permission-create-public-threads = «Створювати публічні гілки»
settings-permission-create-private-threads = «Створювати приватні гілки»
settings-permission-send-messages-in-threads = «Надсилати повідомлення в гілках»
settings-permission-manage-threads = «Керувати гілками»
settings-permission-read-message-history = «Читати історію повідомлень»
settings-permission-connect = «Під’єднуватися»

## Список змін

settings-no-changes = Поки що ніхто нічого не змінював.
settings-change = { $when } { $member } · { $place } · { $name }: { $former } → { $value }
settings-older = Давніші зміни
settings-newest = Найновіші зміни
