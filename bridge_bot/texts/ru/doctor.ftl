# Что находит /doctor: `doctor-<code>` — что не так, `doctor-<code>-hint` — как это исправить.
# Подсказка «-» значит: делать ничего не нужно.

doctor-description = Что со мной здесь не так и как это исправить
doctor-not-allowed = Что со мной здесь не так, видят только участники с правом «Управлять сервером».
doctor-outside = Я проверяю только те серверы, где я участник. Используйте /doctor на одном из них.
doctor-head = **Что я нашёл на этом сервере**
doctor-all-well = ✅ Я не нашёл здесь никаких проблем.
doctor-finding =
    { $sign } { $message }
    -# → { $hint } `{ $id }`
doctor-finding-alone =
    { $sign } { $message }
    -# `{ $id }`
doctor-more = -# И ещё пунктов: { $count }.
doctor-and-more = { $shown } и ещё { $more }

## Команда bridge-bot check

doctor-check-well = Всё в порядке.
doctor-check-counts = ошибок: { $errors }, предупреждений: { $warnings }, заметок: { $notes }
doctor-check-asking = Задаю Chat API один вопрос; он платный, как и любой другой.
doctor-check-question = Привет, ты работаешь?

## Настройки

doctor-E101 = { $problem }
doctor-E101-hint = Задайте настройку в .env или в окружении; каждая из них объяснена в .env.example.
doctor-W102 = { $problem }
doctor-W102-hint = -
doctor-W103 = Настройки разрешают участникам добавлять меня в свой аккаунт, а приложение — нет.
doctor-W103-hint = Запустите `bridge-bot check --fix` или включите «User Install»: Developer Portal → ваше приложение → Installation. Либо задайте ALLOW_USER_INSTALL=false.
doctor-E104 = Одну фразу из TEXTS_DIR использовать нельзя, поэтому бот не запустится. { $problem }
doctor-E104-hint = Исправьте её или уберите; какой может быть фраза, сказано в docs/translating.md.

## Discord

doctor-E201 = Discord не принимает токен.
doctor-E201-hint = Скопируйте его заново: Developer Portal → ваше приложение → Bot → Reset Token, и задайте как DISCORD_TOKEN.
doctor-E202 = Обратиться к Discord не удаётся: { $reason }
doctor-E202-hint = Проверьте сеть, файрвол и прокси этой машины и страницу состояния Discord, затем запустите проверку снова.
doctor-E203 = Message Content Intent выключен, поэтому бот не запустится.
doctor-E203-hint = Запустите `bridge-bot check --fix` или включите его: Developer Portal → ваше приложение → Bot → Privileged Gateway Intents. Либо задайте MESSAGE_CONTENT=false; тогда участникам придётся упоминать бота в каждом вопросе.
doctor-N204 = Message Content Intent включён, но при MESSAGE_CONTENT=false он не используется.
doctor-N204-hint = По правилам Discord нельзя запрашивать больше доступа, чем нужно: выключите его в Developer Portal → ваше приложение → Bot.
doctor-W205 = Кнопка «Добавить приложение» запрашивает не всё, что использует бот: { $missing }
doctor-W205-hint = Запустите `bridge-bot check --fix` или задайте это в Developer Portal → ваше приложение → Installation → Default Install Settings.
doctor-E206 = Задан «Interactions Endpoint URL», поэтому команды и нажатия Discord отправляет туда, а не боту.
doctor-E206-hint = Очистите его: Developer Portal → ваше приложение → General Information.
doctor-E207 = Сегодня Discord больше не разрешает начинать сеансы; после ещё одного токен будет сброшен.
doctor-E207-hint =
    Подождите { $hours ->
        [1] час
        [one] { $hours } час
        [few] { $hours } часа
        [many] { $hours } часов
       *[other] { $hours } часа
    } и выясните, почему бота запускали так часто. Работающий бот продолжает работать.
doctor-W208 =
    Discord разрешит начать ещё только { $left ->
        [one] { $left } сеанс
        [few] { $left } сеанса
        [many] { $left } сеансов
       *[other] { $left } сеанса
    } в течение { $hours ->
        [1] часа
        [one] { $hours } часа
       *[other] { $hours } часов
    }.
doctor-W208-hint = Выясните, почему бота так часто запускают или почему он теряет связь.
doctor-N209 = Discord ещё не знает команд бота.
doctor-N209-hint = Бот сообщает их при запуске: `bridge-bot run`.
doctor-W210 = У Discord другие команды, чем у этой версии: { $names }
doctor-W210-hint = Запустите эту версию один раз: `bridge-bot run`. Если она уже работает, в её логе сказано, почему Discord их не принял.
doctor-N211 =
    Message Content Intent ещё не проверен: Discord требует этого начиная с 10 000 пользователей, а на серверах бота { $count ->
        [one] { $count } участник
        [few] { $count } участника
        [many] { $count } участников
       *[other] { $count } участника
    }.
doctor-N211-hint = -
doctor-W212 = Discord проверяет Message Content Intent этого бота, потому что его видят больше 10 000 пользователей или доступ уже одобряли раньше: на него нужно подавать заявку, и так каждый год.
doctor-W212-hint = Срок указан в Developer Portal → ваше приложение → Bot. После уведомления есть 90 дней; кто их пропустит, потеряет доступ.
doctor-N213 =
    Бот состоит на { $count ->
        [one] { $count } сервере
       *[other] { $count } серверах
    } и не верифицирован. До верификации его можно добавить не больше чем на 100.
doctor-N213-hint = Подайте заявку: Developer Portal → ваше приложение → App Verification.
doctor-E214 =
    { $servers ->
        [one] { $servers } сервер
        [few] { $servers } сервера
        [many] { $servers } серверов
       *[other] { $servers } сервера
    } — слишком много для { $shards ->
        [one] { $shards } шарда
       *[other] { $shards } шардов
    }: Discord разрешает по 2 500 на каждый.
doctor-E214-hint = Уберите SHARD_COUNT и SHARD_IDS, чтобы следовать совету Discord, или увеличьте SHARD_COUNT.
doctor-N215 = Бота пока нет ни на одном сервере.
doctor-N215-hint = Пригласите его: { $link }
doctor-N216 = Проверено серверов: { $count } из { $all }.
doctor-N216-hint = Те, кто управляет сервером, видят в /doctor, что на нём не так.
doctor-W217 = Проверить сервер не удалось: Discord не назвал его каналы.
doctor-W217-hint = Запустите проверку снова чуть позже.
doctor-W218 = Ничего не исправлено: { $reason }
doctor-W218-hint = Сделайте это в Developer Portal, как сказано в других пунктах.
doctor-N219 = Исправлено: bridge-bot.{ $code }
doctor-N219-hint = -

## Сервер

doctor-E301 = Я не вижу { $places }, хотя там для меня что-то настроено: нет права «Просматривать канал».
doctor-E301-hint = Дайте там моей роли право «Просматривать канал» или сбросьте настройку в /settings.
doctor-E302 = Я не могу отвечать в { $places }: нет права «Отправлять сообщения».
doctor-E302-hint = Дайте там моей роли право «Отправлять сообщения», а где я отвечаю в ветках — оба права: «Создать публичные ветки» и «Отправлять сообщения в ветках».
doctor-E303 = Я не могу отвечать в { $places }: нет права «Подключаться».
doctor-E303-hint = Дайте там моей роли права «Подключаться» и «Отправлять сообщения».
doctor-E304 = Я не могу отвечать в { $places }: нет права «Отправлять сообщения в ветках».
doctor-E304-hint = Дайте там моей роли право «Отправлять сообщения в ветках».
doctor-E305 = Я ни на что не отвечаю в { $places }: ответы должны быть приватными, а права «Создание приватных веток» нет.
doctor-E305-hint = Дайте там моей роли право «Создание приватных веток» или выберите другое место для ответов в /settings.
doctor-E306 = Я ни на что не отвечаю в { $places }: ответы должны быть приватными, а приватных веток там не бывает.
doctor-E306-hint = Выберите другое место для ответов в /settings.
doctor-W307 = У меня нет права «Управление ветками» в { $places }, поэтому автор вопроса может приглашать других в приватную ветку.
doctor-W307-hint = Дайте там моей роли право «Управление ветками».
doctor-W308 = У меня нет права «Создать публичные ветки» в { $places }, поэтому я отвечаю прямо в канале.
doctor-W308-hint = Дайте там моей роли право «Создать публичные ветки» или выберите в /settings канал как место для ответов.
doctor-W309 = У меня нет права «Отправлять сообщения в ветках» в { $places }, поэтому я отвечаю прямо в канале, а в ветках — совсем нет.
doctor-W309-hint = Дайте там моей роли право «Отправлять сообщения в ветках».
doctor-W310 = У меня нет права «Прикреплять файлы» в { $places }, поэтому очень длинный ответ обрывается.
doctor-W310-hint = Дайте там моей роли право «Прикреплять файлы».
doctor-W311 = У меня нет права «Читать историю сообщений» в { $places }, поэтому я не могу ни отвечать на сообщения, ни находить пропущенное.
doctor-W311-hint = Дайте там моей роли право «Читать историю сообщений».
doctor-N312 = У меня нет права «Добавлять реакции» в { $places }, поэтому никто не видит, что вопросу приходится ждать.
doctor-N312-hint = Дайте там моей роли право «Добавлять реакции».
doctor-N313 = Я вижу { $places }, но не могу там отвечать.
doctor-N313-hint = Если так задумано, ничего не меняйте. Если нет, используйте /doctor там и узнайте, каких прав мне не хватает.
doctor-E314 = Я не могу звать на помощь в { $places }: роли для этого больше нет, или мне нельзя её упоминать.
doctor-E314-hint = Разрешите всем упоминать эту роль или дайте мне право «Упоминание @everyone, @here и всех ролей». Если её больше нет, выберите другую в /settings.
doctor-E315 = Отзывы об ответах в { $places } теряются: я не могу писать в канал для отзывов.
doctor-E315-hint = Дайте там моей роли права «Просматривать канал» и «Отправлять сообщения» или выберите другой канал в /settings.
doctor-W316 = Что-то настроено для каналов, которых больше нет: { $places }
doctor-W316-hint = Делать ничего не нужно, если только вы не имели в виду другой канал: загляните в /settings.
doctor-E317 = Ролей, которым можно спрашивать, больше нет ни одной, поэтому спрашивать никто не может.
doctor-E317-hint = Выберите другие или никаких в /settings.
doctor-W318 = Выбран чат-бот, которого больше нет: { $names }
doctor-W318-hint = Выберите другого в /settings. До тех пор отвечает чат-бот по умолчанию.
doctor-W319 = Каждое сообщение в { $places } должно быть вопросом, но я работаю без Message Content Intent, поэтому читаю только те, в которых меня упоминают.
doctor-W319-hint = Упоминайте меня там или попросите моего владельца включить Message Content Intent.
doctor-N320 = Для { $places } включены источники или кнопки, но мой владелец выключил их на всех серверах.
doctor-N320-hint = -
doctor-W321 = Администрация сервера поставила меня здесь на паузу.
doctor-W321-hint = Снимите меня с паузы в /settings.
doctor-E322 = У меня тайм-аут, поэтому писать здесь я не могу.
doctor-E322-hint = Снимите с меня тайм-аут в списке участников.
doctor-W323 = Этот сервер не для меня: мой владелец указал только другие.
doctor-W323-hint = Добавьте ID сервера в ALLOWED_GUILDS или удалите бота с сервера.
doctor-N324 = Я выключен в { $places }.
doctor-N324-hint = Включите меня там в /settings.
# $scope: одна из записей `doctor-scope-…`.
doctor-W325 = Дневной лимит вопросов { $scope } исчерпан: { $limit }. Он обновится <t:{ $until }:R>.
doctor-W325-hint = Увеличьте лимит в /settings или, если его задал мой владелец, обратитесь к нему.
doctor-N326 = За последний час { $count } × отклонено: { $reason }
doctor-N326-hint = -
doctor-W327 = За последний час { $count } × нет полного ответа: { $reason }
doctor-W327-hint = Если это не пройдёт, сообщите моему владельцу.
doctor-W328 = Чат-бот сейчас не отвечает: { $reason }
doctor-W328-hint = Мой владелец видит это в логе. Здесь делать ничего не нужно.
doctor-N329 =
    { $minutes ->
        [0] Мой последний полный ответ, на любом из серверов, пришёл меньше минуты назад.
        [1] Мой последний полный ответ, на любом из серверов, пришёл минуту назад.
        [one] Мой последний полный ответ, на любом из серверов, пришёл { $minutes } минуту назад.
        [few] Мой последний полный ответ, на любом из серверов, пришёл { $minutes } минуты назад.
        [many] Мой последний полный ответ, на любом из серверов, пришёл { $minutes } минут назад.
       *[other] Мой последний полный ответ, на любом из серверов, пришёл { $minutes } минуты назад.
    }
doctor-N329-hint = -
doctor-W330 = Сейчас я не могу прочитать настройки этого сервера.
doctor-W330-hint = Попробуйте ещё раз чуть позже. Если это не пройдёт, сообщите моему владельцу.
doctor-W331 = Мой владелец поставил меня на паузу, поэтому чат-бота ни о чём не спрашивают.
doctor-W331-hint = Паузу снимает `bridge-bot resume`.
doctor-scope-guild = на этом сервере
doctor-scope-channel = в этом канале
doctor-scope-all = на всех серверах вместе

## База данных

doctor-E401 = Базу данных использовать нельзя: { $reason }
doctor-E401-hint = Проверьте DATABASE_URL и посмотрите, что сказано в docs/database.md.
doctor-N402 = Базы данных пока нет.
doctor-N402-hint = Бот создаст её при запуске.
doctor-N403 = База данных — от более ранней версии.
doctor-N403-hint = Её обновит следующий запуск или `bridge-bot migrate`; путь назад описан в docs/backup.md.
doctor-N404 = С базой данных работает бот (процесс { $process }).
doctor-N404-hint = Что он видел недавно, сказано в его логе и, для каждого сервера, в /doctor.
doctor-W406 = Запросы на сегодня исчерпаны (лимит: { $limit }), поэтому на вопросы никто не отвечает.
doctor-W406-hint = Увеличьте QUESTIONS_PER_DAY или подождите: дни считаются по UTC.
# $reason: название ошибки, как в логе.
doctor-W407 =
    { $count ->
        [1] Последний ответ пришёл не целиком; он закончился ошибкой { $reason }.
       *[other] Последние ответы ({ $count }) все пришли не целиком; самый новый закончился ошибкой { $reason }.
    }
doctor-W407-hint = Посмотрите в логе, что произошло. `bridge-bot check --ask` задаёт один вопрос, он платный.
doctor-N408 = Последние ответы: целиком пришло { $done }, не целиком — { $failed }.
doctor-N408-hint = -

## Chat API

doctor-E501 = { $host } недоступен: { $reason }
doctor-E501-hint = Проверьте CHAT_API_BASE_URL, а также сеть, файрвол и прокси этой машины.
doctor-N502 = { $host } доступен. Принимает ли он ключ и знает ли чат-бота, неизвестно: узнать это можно только вопросом, а он платный.
doctor-N502-hint = Его задаёт `bridge-bot check --ask`.
doctor-E503 = Chat API не дал ответа: { $reason }
doctor-E503-hint = Проверьте CHAT_API_KEY, CHAT_BOT_UID и подписку.
doctor-N504 = Chat API ответил за { $seconds } с. Этот вопрос был платным.
doctor-N504-hint = -
doctor-W505 = CHAT_API_BASE_URL начинается с http://, поэтому ключ и все вопросы идут по сети открыто, и прочитать их может кто угодно.
doctor-W505-hint = Используйте https://.

## Эта машина

doctor-W601 = Часы этой машины расходятся с часами Discord на { $seconds } с.
doctor-W601-hint = Пусть их выставляет служба времени, например chrony или systemd-timesyncd. До тех пор время в логе неверное.
doctor-N602 = { $versions }
doctor-N602-hint = -
doctor-N701 = { $proxy }
doctor-N701-hint = -

## Работающий бот, через порт health

doctor-W801 = Работающий бот не готов: { $reasons }
doctor-W801-hint = Что значит каждая причина, сказано в docs/operating.md. Бот справляется с этим сам; новый запуск стоит одного из сеансов, которые Discord разрешает за день.
doctor-N802 = Работающий бот готов: он получает вопросы и может их принимать.
doctor-N802-hint = -
doctor-W803 = Последний запрос работающего бота к Chat API не удался: { $reason }
doctor-W803-hint = Подробнее — в логе. `bridge-bot check --ask` задаёт один вопрос, он платный.
doctor-N804 = Вопросы, отклонённые с момента запуска: { $counts }
doctor-N804-hint = Те, кто управляет сервером, видят в /doctor, что было отклонено на нём.
doctor-W805 = События Discord, пропущенные с момента запуска, так как их не удалось прочитать: { $counts }
doctor-W805-hint = Причина для каждого вида — в логе. Более новый bridge-bot, возможно, их прочитает.
doctor-W806 = Запросы, которые Discord ограничил с момента запуска: { $counts }
doctor-W806-hint = Несколько с областью «shared» — обычное дело. При «global» уменьшите DISCORD_REQUESTS_PER_SECOND; при «address» посмотрите, кто ещё использует адрес этой машины.
doctor-W807 = Запросы к Chat API, не удавшиеся с момента запуска: { $counts }
doctor-W807-hint = Подробнее о каждом — в логе.

## Почему вопросы отклонены, а ответы не удались, в нескольких словах

doctor-reason-refused-channel = бот выключен в этом канале
doctor-reason-refused-shut-out = участнику закрыт доступ
doctor-reason-refused-role = у участника нет ни одной роли, которой можно спрашивать
doctor-reason-refused-paused-server = сервер поставил бота на паузу
doctor-reason-refused-paused = владелец бота поставил его на паузу
doctor-reason-refused-day-guild-member = дневной лимит участника на этом сервере
doctor-reason-refused-day-channel = дневной лимит канала
doctor-reason-refused-day-guild = дневной лимит сервера
doctor-reason-refused-day-member = дневной лимит участника
doctor-reason-refused-day-all = дневной лимит всех серверов вместе
doctor-reason-refused-too-many = слишком много вопросов за минуту
doctor-reason-refused-queue-full = в одном разговоре ждало слишком много вопросов
doctor-reason-refused-opted-out = участник запретил боту читать свои сообщения
doctor-reason-refused-forbidden = у бота нет права там отвечать
doctor-reason-refused-forbidden-voice = у бота нет права отвечать в этом голосовом канале
doctor-reason-refused-no-private-threads = ответы должны быть приватными там, где приватных веток не бывает
doctor-reason-refused-private-thread-forbidden = у бота нет права создавать приватные ветки
doctor-reason-refused-private-thread-busy = Discord не успел создать приватную ветку
doctor-reason-refused-guild = бот не для этого сервера
doctor-reason-refused-slow-mode = медленный режим
doctor-reason-refused-member = участнику нельзя там писать
doctor-reason-refused-member-locked = ветка заблокирована
doctor-reason-refused-member-timed-out = у участника тайм-аут
doctor-reason-refused-member-voice = участнику нельзя подключаться к этому голосовому каналу
doctor-reason-other = другая причина
doctor-reason-error-store = сбой базы данных
doctor-reason-error-platform = Discord не принял ответ
doctor-reason-error-platform-forbidden = у бота нет нужного права, или ветка заблокирована
doctor-reason-error-text-refused = фильтр сервера не пропустил текст
doctor-reason-error-api-unexpected = чат-бот не дал ответа
doctor-reason-error-api-unreachable = чат-бот недоступен
doctor-reason-error-api-connection-lost = связь с чат-ботом оборвалась
doctor-reason-error-api-timeout = чат-бот не успел ответить вовремя
doctor-reason-error-intermediary-refused = что-то между ботом и чат-ботом отклонило запрос
doctor-reason-error-api-refused = чат-бот не принимает ключ, или его подписка закончилась
doctor-reason-error-api-bot-unknown = такого чат-бота не существует
doctor-reason-error-api-rate-limited = чат-бота спрашивают слишком часто
doctor-reason-error-api-busy = чат-бот перегружен, или у него неполадки
doctor-reason-error-api-rejected = чат-бот не принял вопрос
doctor-reason-error-api-malformed = ответ чат-бота не удалось разобрать
doctor-reason-error-answer-too-long = ответ длиннее, чем можно показать
doctor-reason-error-api-broken-off = ответ оборвался
