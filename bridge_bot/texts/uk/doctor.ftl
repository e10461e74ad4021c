# Що знаходить /doctor: `doctor-<code>` — що не так, `doctor-<code>-hint` — як це виправити.
# Підказка «-» означає: робити нічого не потрібно.

doctor-description = Що зі мною тут не так і як це виправити
doctor-not-allowed = Що зі мною тут не так, бачать лише учасники з дозволом «Керувати сервером».
doctor-outside = Я перевіряю лише ті сервери, де я учасник. Скористайтеся /doctor на одному з них.
doctor-head = **Що я знайшов на цьому сервері**
doctor-all-well = ✅ Жодних негараздів я тут не знайшов.
doctor-finding =
    { $sign } { $message }
    -# → { $hint } `{ $id }`
doctor-finding-alone =
    { $sign } { $message }
    -# `{ $id }`
doctor-more = -# І ще пунктів: { $count }.
doctor-and-more = { $shown } і ще { $more }

## Команда bridge-bot check

doctor-check-well = Усе гаразд.
doctor-check-counts = помилок: { $errors }, попереджень: { $warnings }, приміток: { $notes }
doctor-check-asking = Ставлю Chat API одне запитання; воно платне, як і будь-яке інше.
doctor-check-question = Привіт, ти працюєш?

## Налаштування

doctor-E101 = { $problem }
doctor-E101-hint = Задайте його в .env або в середовищі; кожне налаштування пояснено в .env.example.
doctor-W102 = { $problem }
doctor-W102-hint = -
doctor-W103 = Налаштування дозволяють учасникам додавати мене до свого облікового запису, а застосунок — ні.
doctor-W103-hint = Запустіть `bridge-bot check --fix` або ввімкніть «User Install»: Developer Portal → ваш застосунок → Installation. Або задайте ALLOW_USER_INSTALL=false.
doctor-E104 = Одну фразу з TEXTS_DIR використати неможливо, тому бот не запуститься. { $problem }
doctor-E104-hint = Виправте її або приберіть; якою може бути фраза, сказано в docs/translating.md.

## Discord

doctor-E201 = Discord не приймає токена.
doctor-E201-hint = Скопіюйте його знову: Developer Portal → ваш застосунок → Bot → Reset Token, і задайте як DISCORD_TOKEN.
doctor-E202 = Звернутися до Discord не вдається: { $reason }
doctor-E202-hint = Перевірте мережу, брандмауер і проксі цього комп’ютера та сторінку стану Discord, а тоді запустіть перевірку знову.
doctor-E203 = Message Content Intent вимкнено, тому бот не запуститься.
doctor-E203-hint = Запустіть `bridge-bot check --fix` або ввімкніть його: Developer Portal → ваш застосунок → Bot → Privileged Gateway Intents. Або задайте MESSAGE_CONTENT=false; тоді учасникам доведеться згадувати бота в кожному запитанні.
doctor-N204 = Message Content Intent увімкнено, але через MESSAGE_CONTENT=false він не використовується.
doctor-N204-hint = За правилами Discord не можна просити більше доступу, ніж потрібно: вимкніть його в Developer Portal → ваш застосунок → Bot.
doctor-W205 = Кнопка «Додати застосунок» просить не все, чим користується бот: { $missing }
doctor-W205-hint = Запустіть `bridge-bot check --fix` або задайте це в Developer Portal → ваш застосунок → Installation → Default Install Settings.
doctor-E206 = Задано «Interactions Endpoint URL», тому команди й натискання Discord надсилає туди, а не боту.
doctor-E206-hint = Очистіть це поле: Developer Portal → ваш застосунок → General Information.
doctor-E207 = Сьогодні Discord більше не дозволяє починати сеанси; після ще одного токен буде скинуто.
doctor-E207-hint =
    Зачекайте { $hours ->
        [1] годину
        [one] { $hours } годину
        [few] { $hours } години
        [many] { $hours } годин
       *[other] { $hours } години
    } і з’ясуйте, чому бота запускали так часто. Бот, який працює, працюватиме далі.
doctor-W208 =
    Discord дозволить почати ще тільки { $left ->
        [one] { $left } сеанс
        [few] { $left } сеанси
        [many] { $left } сеансів
       *[other] { $left } сеансу
    } протягом { $hours ->
        [1] години
        [one] { $hours } години
       *[other] { $hours } годин
    }.
doctor-W208-hint = З’ясуйте, чому бота так часто запускають або чому він втрачає зв’язок.
doctor-N209 = Discord ще не знає команд бота.
doctor-N209-hint = Бот повідомляє їх під час запуску: `bridge-bot run`.
doctor-W210 = Discord має інші команди, ніж ця версія: { $names }
doctor-W210-hint = Запустіть цю версію один раз: `bridge-bot run`. Якщо вона вже працює, у її журналі сказано, чому Discord їх не прийняв.
doctor-N211 =
    Message Content Intent ще не перевірено: Discord вимагає цього від 10 000 користувачів, а на серверах бота { $count ->
        [one] { $count } учасник
        [few] { $count } учасники
        [many] { $count } учасників
       *[other] { $count } учасника
    }.
doctor-N211-hint = -
doctor-W212 = Discord перевіряє Message Content Intent цього бота, бо його бачать понад 10 000 користувачів або доступ уже схвалювали раніше: на нього треба подавати заявку, і так щороку.
doctor-W212-hint = Термін указано в Developer Portal → ваш застосунок → Bot. Після сповіщення є 90 днів; хто їх пропустить, втратить доступ.
doctor-N213 =
    Бот є на { $count ->
        [one] { $count } сервері
       *[other] { $count } серверах
    } і не верифікований. До верифікації його можна додати щонайбільше на 100.
doctor-N213-hint = Подайте заявку: Developer Portal → ваш застосунок → App Verification.
doctor-E214 =
    { $servers ->
        [one] { $servers } сервер
        [few] { $servers } сервери
        [many] { $servers } серверів
       *[other] { $servers } сервера
    } — забагато для { $shards ->
        [one] { $shards } шарда
       *[other] { $shards } шардів
    }: Discord дозволяє по 2 500 на кожен.
doctor-E214-hint = Приберіть SHARD_COUNT і SHARD_IDS, щоб дотримуватися поради Discord, або збільште SHARD_COUNT.
doctor-N215 = Бота поки немає на жодному сервері.
doctor-N215-hint = Запросіть його: { $link }
doctor-N216 = Перевірено серверів: { $count } з { $all }.
doctor-N216-hint = Ті, хто керує сервером, бачать у /doctor, що на ньому не так.
doctor-W217 = Перевірити сервер не вдалося: Discord не назвав його каналів.
doctor-W217-hint = Запустіть перевірку знову трохи згодом.
doctor-W218 = Нічого не виправлено: { $reason }
doctor-W218-hint = Зробіть це в Developer Portal, як сказано в інших пунктах.
doctor-N219 = Виправлено: bridge-bot.{ $code }
doctor-N219-hint = -

## Сервер

doctor-E301 = Я не бачу { $places }, хоча там для мене щось налаштовано: бракує дозволу «Переглядати канал».
doctor-E301-hint = Дайте там моїй ролі дозвіл «Переглядати канал» або скиньте налаштування в /settings.
doctor-E302 = Я не можу відповідати в { $places }: бракує дозволу «Надсилати повідомлення».
doctor-E302-hint = Дайте там моїй ролі дозвіл «Надсилати повідомлення», а де я відповідаю в гілках — обидва: «Створювати публічні гілки» і «Надсилати повідомлення в гілках».
doctor-E303 = Я не можу відповідати в { $places }: бракує дозволу «Під’єднуватися».
doctor-E303-hint = Дайте там моїй ролі дозволи «Під’єднуватися» і «Надсилати повідомлення».
doctor-E304 = Я не можу відповідати в { $places }: бракує дозволу «Надсилати повідомлення в гілках».
doctor-E304-hint = Дайте там моїй ролі дозвіл «Надсилати повідомлення в гілках».
doctor-E305 = Я ні на що не відповідаю в { $places }: відповіді мають бути приватними, а дозволу «Створювати приватні гілки» немає.
doctor-E305-hint = Дайте там моїй ролі дозвіл «Створювати приватні гілки» або оберіть інше місце для відповідей у /settings.
doctor-E306 = Я ні на що не відповідаю в { $places }: відповіді мають бути приватними, а приватних гілок там не буває.
doctor-E306-hint = Оберіть інше місце для відповідей у /settings.
doctor-W307 = Мені бракує дозволу «Керувати гілками» в { $places }, тому той, хто запитав, може запрошувати інших до приватної гілки.
doctor-W307-hint = Дайте там моїй ролі дозвіл «Керувати гілками».
doctor-W308 = Мені бракує дозволу «Створювати публічні гілки» в { $places }, тому я відповідаю просто в каналі.
doctor-W308-hint = Дайте там моїй ролі дозвіл «Створювати публічні гілки» або оберіть у /settings канал як місце для відповідей.
doctor-W309 = Мені бракує дозволу «Надсилати повідомлення в гілках» у { $places }, тому я відповідаю просто в каналі, а в гілках — зовсім ні.
doctor-W309-hint = Дайте там моїй ролі дозвіл «Надсилати повідомлення в гілках».
doctor-W310 = Мені бракує дозволу «Прикріплювати файли» в { $places }, тому дуже довга відповідь обривається.
doctor-W310-hint = Дайте там моїй ролі дозвіл «Прикріплювати файли».
doctor-W311 = Мені бракує дозволу «Читати історію повідомлень» у { $places }, тому я не можу ні відповідати на повідомлення, ні знаходити пропущене.
doctor-W311-hint = Дайте там моїй ролі дозвіл «Читати історію повідомлень».
doctor-N312 = Мені бракує дозволу «Додавати реакції» в { $places }, тому ніхто не бачить, що запитання має зачекати.
doctor-N312-hint = Дайте там моїй ролі дозвіл «Додавати реакції».
doctor-N313 = Я бачу { $places }, але не можу там відповідати.
doctor-N313-hint = Якщо так задумано, нічого не змінюйте. Якщо ні, скористайтеся /doctor там і дізнайтеся, чого мені бракує.
doctor-E314 = Я не можу кликати на допомогу в { $places }: ролі для цього більше немає, або мені не можна її згадувати.
doctor-E314-hint = Дозвольте всім згадувати цю роль або дайте мені дозвіл «Згадувати @everyone, @here та всі ролі». Якщо її більше немає, оберіть іншу в /settings.
doctor-E315 = Відгуки про відповіді в { $places } губляться: я не можу писати в каналі для відгуків.
doctor-E315-hint = Дайте там моїй ролі дозволи «Переглядати канал» і «Надсилати повідомлення» або оберіть інший канал у /settings.
doctor-W316 = Щось налаштовано для каналів, яких більше немає: { $places }
doctor-W316-hint = Робити нічого не потрібно, хіба що ви мали на увазі інший канал: зазирніть у /settings.
doctor-E317 = Жодної з ролей, яким можна запитувати, більше немає, тому запитувати ніхто не може.
doctor-E317-hint = Оберіть інші або жодної в /settings.
doctor-W318 = Обрано чатбота, якого більше немає: { $names }
doctor-W318-hint = Оберіть іншого в /settings. Доти відповідає типовий чатбот.
doctor-W319 = Кожне повідомлення в { $places } має бути запитанням, але я працюю без Message Content Intent, тому читаю лише ті, в яких мене згадують.
doctor-W319-hint = Згадуйте мене там або попросіть мого власника ввімкнути Message Content Intent.
doctor-N320 = Для { $places } увімкнено джерела чи кнопки, але мій власник вимкнув їх на всіх серверах.
doctor-N320-hint = -
doctor-W321 = Адміністрація сервера поставила мене тут на паузу.
doctor-W321-hint = Зніміть мене з паузи в /settings.
doctor-E322 = У мене тайм-аут, тому писати тут я не можу.
doctor-E322-hint = Зніміть із мене тайм-аут у списку учасників.
doctor-W323 = Цей сервер не для мене: мій власник указав лише інші.
doctor-W323-hint = Додайте ID сервера до ALLOWED_GUILDS або видаліть бота із сервера.
doctor-N324 = Мене вимкнено в { $places }.
doctor-N324-hint = Увімкніть мене там у /settings.
# $scope: один із записів `doctor-scope-…`.
doctor-W325 = Денний ліміт запитань { $scope } вичерпано: { $limit }. Він оновиться <t:{ $until }:R>.
doctor-W325-hint = Збільште ліміт у /settings або, якщо його задав мій власник, зверніться до нього.
doctor-N326 = За останню годину { $count } × відхилено: { $reason }
doctor-N326-hint = -
doctor-W327 = За останню годину { $count } × немає повної відповіді: { $reason }
doctor-W327-hint = Якщо це не мине, повідомте мого власника.
doctor-W328 = Чатбот зараз не відповідає: { $reason }
doctor-W328-hint = Мій власник бачить це в журналі. Тут робити нічого не потрібно.
doctor-N329 =
    { $minutes ->
        [0] Моя остання повна відповідь, на будь-якому із серверів, надійшла менш ніж хвилину тому.
        [1] Моя остання повна відповідь, на будь-якому із серверів, надійшла хвилину тому.
        [one] Моя остання повна відповідь, на будь-якому із серверів, надійшла { $minutes } хвилину тому.
        [few] Моя остання повна відповідь, на будь-якому із серверів, надійшла { $minutes } хвилини тому.
        [many] Моя остання повна відповідь, на будь-якому із серверів, надійшла { $minutes } хвилин тому.
       *[other] Моя остання повна відповідь, на будь-якому із серверів, надійшла { $minutes } хвилини тому.
    }
doctor-N329-hint = -
doctor-W330 = Зараз я не можу прочитати налаштувань цього сервера.
doctor-W330-hint = Спробуйте ще раз трохи згодом. Якщо це не мине, повідомте мого власника.
doctor-W331 = Мій власник поставив мене на паузу, тому чатбота ні про що не запитують.
doctor-W331-hint = Паузу знімає `bridge-bot resume`.
doctor-scope-guild = на цьому сервері
doctor-scope-channel = у цьому каналі
doctor-scope-all = на всіх серверах разом

## База даних

doctor-E401 = Базою даних не можна скористатися: { $reason }
doctor-E401-hint = Перевірте DATABASE_URL і подивіться, що сказано в docs/database.md.
doctor-N402 = Бази даних поки немає.
doctor-N402-hint = Бот створить її під час запуску.
doctor-N403 = База даних — від давнішої версії.
doctor-N403-hint = Її оновить наступний запуск або `bridge-bot migrate`; шлях назад описано в docs/backup.md.
doctor-N404 = З базою даних працює бот (процес { $process }).
doctor-N404-hint = Що він бачив нещодавно, сказано в його журналі та, для кожного сервера, у /doctor.
doctor-W406 = Запити на сьогодні вичерпано (ліміт: { $limit }), тому на запитання ніхто не відповідає.
doctor-W406-hint = Збільште QUESTIONS_PER_DAY або зачекайте: дні рахуються за UTC.
# $reason: назва помилки, як у журналі.
doctor-W407 =
    { $count ->
        [1] Остання відповідь надійшла не повністю; вона закінчилася помилкою { $reason }.
       *[other] Останні відповіді ({ $count }) усі надійшли не повністю; найновіша закінчилася помилкою { $reason }.
    }
doctor-W407-hint = Подивіться в журналі, що сталося. `bridge-bot check --ask` ставить одне запитання, воно платне.
doctor-N408 = Останні відповіді: повністю надійшло { $done }, не повністю — { $failed }.
doctor-N408-hint = -

## Chat API

doctor-E501 = { $host } недоступний: { $reason }
doctor-E501-hint = Перевірте CHAT_API_BASE_URL, а також мережу, брандмауер і проксі цього комп’ютера.
doctor-N502 = { $host } доступний. Чи приймає він ключ і чи знає чатбота, невідомо: дізнатися це можна лише запитанням, а воно платне.
doctor-N502-hint = Його ставить `bridge-bot check --ask`.
doctor-E503 = Chat API не дав відповіді: { $reason }
doctor-E503-hint = Перевірте CHAT_API_KEY, CHAT_BOT_UID і підписку.
doctor-N504 = Chat API відповів за { $seconds } с. Це запитання було платним.
doctor-N504-hint = -
doctor-W505 = CHAT_API_BASE_URL починається з http://, тому ключ і всі запитання йдуть мережею відкрито, і прочитати їх може будь-хто.
doctor-W505-hint = Використовуйте https://.

## Цей комп’ютер

doctor-W601 = Годинник цього комп’ютера розходиться з годинником Discord на { $seconds } с.
doctor-W601-hint = Нехай його виставляє служба часу, наприклад chrony або systemd-timesyncd. Доти час у журналі неправильний.
doctor-N602 = { $versions }
doctor-N602-hint = -
doctor-N701 = { $proxy }
doctor-N701-hint = -

## Бот, що працює, через порт health

doctor-W801 = Бот працює, але не готовий: { $reasons }
doctor-W801-hint = Що означає кожна причина, сказано в docs/operating.md. Бот дає цьому раду сам; новий запуск коштує одного із сеансів, які Discord дозволяє на день.
doctor-N802 = Бот працює й готовий: він отримує запитання та може їх приймати.
doctor-N802-hint = -
doctor-W803 = Останній запит бота до Chat API не вдався: { $reason }
doctor-W803-hint = Докладніше — у журналі. `bridge-bot check --ask` ставить одне запитання, воно платне.
doctor-N804 = Запитання, відхилені від запуску: { $counts }
doctor-N804-hint = Ті, хто керує сервером, бачать у /doctor, що було відхилено на ньому.
doctor-W805 = Події Discord, пропущені від запуску, бо їх не вдалося прочитати: { $counts }
doctor-W805-hint = Причина для кожного виду — у журналі. Новіший bridge-bot, можливо, їх прочитає.
doctor-W806 = Запити, які Discord обмежив від запуску: { $counts }
doctor-W806-hint = Кілька з областю «shared» — звична річ. Якщо це «global», зменште DISCORD_REQUESTS_PER_SECOND; якщо «address», подивіться, хто ще використовує адресу цього комп’ютера.
doctor-W807 = Запити до Chat API, що не вдалися від запуску: { $counts }
doctor-W807-hint = Докладніше про кожен — у журналі.

## Чому запитання відхилено, а відповіді не вдалися, кількома словами

doctor-reason-refused-channel = бота вимкнено в цьому каналі
doctor-reason-refused-shut-out = учаснику закрито доступ
doctor-reason-refused-role = учасник не має жодної ролі, якій можна запитувати
doctor-reason-refused-paused-server = сервер поставив бота на паузу
doctor-reason-refused-paused = власник бота поставив його на паузу
doctor-reason-refused-day-guild-member = денний ліміт учасника на цьому сервері
doctor-reason-refused-day-channel = денний ліміт каналу
doctor-reason-refused-day-guild = денний ліміт сервера
doctor-reason-refused-day-member = денний ліміт учасника
doctor-reason-refused-day-all = денний ліміт усіх серверів разом
doctor-reason-refused-too-many = забагато запитань за хвилину
doctor-reason-refused-queue-full = в одній розмові чекало забагато запитань
doctor-reason-refused-opted-out = учасник заборонив боту читати свої повідомлення
doctor-reason-refused-forbidden = бот не має дозволу там відповідати
doctor-reason-refused-forbidden-voice = бот не має дозволу відповідати в цьому голосовому каналі
doctor-reason-refused-no-private-threads = відповіді мають бути приватними там, де приватних гілок не буває
doctor-reason-refused-private-thread-forbidden = бот не має дозволу створювати приватні гілки
doctor-reason-refused-private-thread-busy = Discord не встиг створити приватну гілку
doctor-reason-refused-guild = бот не для цього сервера
doctor-reason-refused-slow-mode = повільний режим
doctor-reason-refused-member = учаснику не можна там писати
doctor-reason-refused-member-locked = гілку заблоковано
doctor-reason-refused-member-timed-out = учасник має тайм-аут
doctor-reason-refused-member-voice = учаснику не можна під’єднуватися до цього голосового каналу
doctor-reason-other = інша причина
doctor-reason-error-store = збій бази даних
doctor-reason-error-platform = Discord не прийняв відповіді
doctor-reason-error-platform-forbidden = бот не має потрібного дозволу, або гілку заблоковано
doctor-reason-error-text-refused = фільтр сервера не пропустив тексту
doctor-reason-error-api-unexpected = чатбот не дав відповіді
doctor-reason-error-api-unreachable = чатбот недоступний
doctor-reason-error-api-connection-lost = зв’язок із чатботом обірвався
doctor-reason-error-api-timeout = чатбот не встиг відповісти вчасно
doctor-reason-error-intermediary-refused = щось між ботом і чатботом відхилило запит
doctor-reason-error-api-refused = чатбот не приймає ключа, або його підписка закінчилася
doctor-reason-error-api-bot-unknown = такого чатбота не існує
doctor-reason-error-api-rate-limited = чатбота запитують надто часто
doctor-reason-error-api-busy = чатбот перевантажений або має негаразди
doctor-reason-error-api-rejected = чатбот не прийняв запитання
doctor-reason-error-api-malformed = відповідь чатбота не вдалося розібрати
doctor-reason-error-answer-too-long = відповідь довша, ніж можна показати
doctor-reason-error-api-broken-off = відповідь обірвалася
