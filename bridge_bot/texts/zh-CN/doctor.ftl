# What the doctor finds: `doctor-<code>` says what is wrong, and `doctor-<code>-hint` how it is mended.
# A hint of "-" is none: there is nothing to do.

doctor-description = 我在这里有哪些异常，以及怎样修复
doctor-not-allowed = 只有拥有“管理服务器”权限的成员才能查看我在这里有哪些异常。
doctor-outside = 我只检查我已加入的服务器。请在那样的服务器里使用 /doctor。
doctor-head = **我在这个服务器上的发现**
doctor-all-well = ✅ 我在这里没有发现任何异常。
doctor-finding =
    { $sign } { $message }
    -# → { $hint } `{ $id }`
doctor-finding-alone =
    { $sign } { $message }
    -# `{ $id }`
doctor-more = -# 另有 { $count } 项。
doctor-and-more = { $shown } 等，另有 { $more } 个

## The command bridge-bot check

doctor-check-well = 一切正常。
doctor-check-counts = 错误：{ $errors }，警告：{ $warnings }，提示：{ $notes }
doctor-check-asking = 正在向 Chat API 提一个问题，它和其他问题一样要付费。
doctor-check-question = 你好，你能正常工作吗？

## Settings

doctor-E101 = { $problem }
doctor-E101-hint = 请在 .env 或环境变量中设置；.env.example 对每项设置都有说明。
doctor-W102 = { $problem }
doctor-W102-hint = -
doctor-W103 = 按设置，成员可以把我添加到自己的账号，但应用不允许。
doctor-W103-hint = 运行 `bridge-bot check --fix`，或在 Developer Portal → 你的应用 → Installation 中打开“User Install”。也可以设置 ALLOW_USER_INSTALL=false。
doctor-E104 = TEXTS_DIR 中有一句无法使用，机器人因此无法启动。{ $problem }
doctor-E104-hint = 请修改或删去它；对句子的要求见 docs/translating.md。

## Discord

doctor-E201 = Discord 拒绝了令牌。
doctor-E201-hint = 在 Developer Portal → 你的应用 → Bot → Reset Token 重新复制，并设置为 DISCORD_TOKEN。
doctor-E202 = 无法查询 Discord：{ $reason }
doctor-E202-hint = 请检查这台机器的网络、防火墙和代理，以及 Discord 的状态页；然后重新运行。
doctor-E203 = Message Content Intent 已关闭，因此机器人无法启动。
doctor-E203-hint = 运行 `bridge-bot check --fix`，或在 Developer Portal → 你的应用 → Bot → Privileged Gateway Intents 中打开。也可以设置 MESSAGE_CONTENT=false；那样成员每次提问都必须提及机器人。
doctor-N204 = Message Content Intent 已打开，但 MESSAGE_CONTENT=false 不使用它。
doctor-N204-hint = Discord 的政策要求不申请用不到的权限：请在 Developer Portal → 你的应用 → Bot 中关闭。
doctor-W205 = 应用的“Add App”按钮没有请求机器人所需的全部内容：{ $missing }
doctor-W205-hint = 运行 `bridge-bot check --fix`，或在 Developer Portal → 你的应用 → Installation → Default Install Settings 中设置。
doctor-E206 = 设置了“Interactions Endpoint URL”，所以 Discord 把命令和按钮操作发到那里，而不是发给机器人。
doctor-E206-hint = 请在 Developer Portal → 你的应用 → General Information 中清空它。
doctor-E207 = Discord 今天不再允许开始新的会话；再开始一次，令牌就会失效。
doctor-E207-hint = 请等待 { $hours } 小时，并查明机器人为什么启动得这么频繁。正在运行的机器人会继续运行。
doctor-W208 = Discord 在 { $hours } 小时内只允许再开始 { $left } 个会话。
doctor-W208-hint = 请查明机器人为什么启动得这么频繁，或者为什么会断线。
doctor-N209 = 还没有向 Discord 注册命令。
doctor-N209-hint = 机器人启动时会注册：`bridge-bot run`。
doctor-W210 = Discord 上的命令与这个版本不同：{ $names }
doctor-W210-hint = 请启动一次这个版本：`bridge-bot run`。如果它正在运行，日志里有 Discord 没有接受命令的原因。
doctor-N211 = Message Content Intent 尚未审核：用户达到 10,000 人时 Discord 会要求审核，而机器人所在的服务器共有 { $count } 名成员。
doctor-N211-hint = -
doctor-W212 = Discord 会审核这个机器人的 Message Content Intent，因为有超过 10,000 名用户能看到它，或者它以前获得过批准：需要申请，之后每年也要再申请。
doctor-W212-hint = 请在 Developer Portal → 你的应用 → Bot 查看日期。收到通知后有 90 天；逾期就会失去这个 Intent。
doctor-N213 = 机器人在 { $count } 个服务器上，但未经验证。在验证之前，它最多只能加入 100 个服务器。
doctor-N213-hint = 请在 Developer Portal → 你的应用 → App Verification 申请。
doctor-E214 = { $shards } 个分片承担 { $servers } 个服务器太多了：Discord 允许每个分片 2,500 个。
doctor-E214-hint = 取消设置 SHARD_COUNT 和 SHARD_IDS 以采用 Discord 的建议，或者调高 SHARD_COUNT。
doctor-N215 = 机器人还没有加入任何服务器。
doctor-N215-hint = 邀请它：{ $link }
doctor-N216 = { $all } 个服务器中只检查了 { $count } 个。
doctor-N216-hint = 管理服务器的人可以用 /doctor 查看那里的情况。
doctor-W217 = 无法检查这个服务器：Discord 没有告知它的频道。
doctor-W217-hint = 请稍后重新运行。
doctor-W218 = 没有修复任何东西：{ $reason }
doctor-W218-hint = 请按其他各项的说明在 Developer Portal 中操作。
doctor-N219 = 已修复：bridge-bot.{ $code }
doctor-N219-hint = -

## A server

doctor-E301 = { $places } 有针对我的设置，但我看不到那里：我缺少“查看频道”权限。
doctor-E301-hint = 请在那里给我的身份组“查看频道”权限，或用 /settings 重置那里的设置。
doctor-E302 = 我不能在 { $places } 回答：我缺少“发送消息”权限。
doctor-E302-hint = 请在那里给我的身份组“发送消息”权限；在我用子区回答的地方，也可以同时给“创建公共子区”和“在子区内发送消息”。
doctor-E303 = 我不能在 { $places } 回答：我缺少“连接”权限。
doctor-E303-hint = 请在那里给我的身份组“连接”和“发送消息”权限。
doctor-E304 = 我不能在 { $places } 回答：我缺少“在子区内发送消息”权限。
doctor-E304-hint = 请在那里给我的身份组“在子区内发送消息”权限。
doctor-E305 = 我在 { $places } 什么都不回答：按设置应私密回答，而我缺少“创建私密子区”权限。
doctor-E305-hint = 请在那里给我的身份组“创建私密子区”权限，或用 /settings 选择别的回答地点。
doctor-E306 = 我在 { $places } 什么都不回答：按设置应私密回答，而那里没有私密子区。
doctor-E306-hint = 请用 /settings 选择别的回答地点。
doctor-W307 = 我在 { $places } 缺少“管理子区”权限，所以提问者可以把别人拉进私密子区。
doctor-W307-hint = 请在那里给我的身份组“管理子区”权限。
doctor-W308 = 我在 { $places } 缺少“创建公共子区”权限，所以我在频道里回答。
doctor-W308-hint = 请在那里给我的身份组“创建公共子区”权限，或用 /settings 把频道选为回答地点。
doctor-W309 = 我在 { $places } 缺少“在子区内发送消息”权限，所以我在频道里回答，在子区里则完全不回答。
doctor-W309-hint = 请在那里给我的身份组“在子区内发送消息”权限。
doctor-W310 = 我在 { $places } 缺少“附加文件”权限，所以很长的回答会提前结束。
doctor-W310-hint = 请在那里给我的身份组“附加文件”权限。
doctor-W311 = 我在 { $places } 缺少“阅读消息历史记录”权限，所以我不能回复消息，也找不到错过的消息。
doctor-W311-hint = 请在那里给我的身份组“阅读消息历史记录”权限。
doctor-N312 = 我在 { $places } 缺少“添加反应”权限，所以没有人看得出问题正在等待。
doctor-N312-hint = 请在那里给我的身份组“添加反应”权限。
doctor-N313 = 我能看到 { $places }，但不能在那里回答。
doctor-N313-hint = 如果是有意的，就不用管。否则请在那里使用 /doctor，看看我缺少什么。
doctor-E314 = 我不能在 { $places } 请人帮忙：帮忙的身份组已不存在，或者我不能提及它。
doctor-E314-hint = 请允许所有人提及该身份组，或给我“提及 @everyone、@here 和所有身份组”权限。如果它已不存在，请用 /settings 选择别的身份组。
doctor-E315 = 对 { $places } 里回答的反馈丢失了：我不能在反馈频道里发言。
doctor-E315-hint = 请在那里给我的身份组“查看频道”和“发送消息”权限，或用 /settings 选择别的频道。
doctor-W316 = 一些已不存在的频道还留有设置：{ $places }
doctor-W316-hint = 什么都不用做，除非你指的是别的频道：请用 /settings 看一看。
doctor-E317 = 可以提问的身份组都已不存在，所以没有人可以提问。
doctor-E317-hint = 请用 /settings 选择别的身份组，或者不选。
doctor-W318 = 选择了已经不存在的聊天机器人：{ $names }
doctor-W318-hint = 请用 /settings 选择别的。在此之前由默认的聊天机器人回答。
doctor-W319 = { $places } 里的每条消息都应当是问题，但我在没有 Message Content Intent 的情况下运行，所以只能读提及我的消息。
doctor-W319-hint = 请在那里提及我，或请我的运营者打开这个 Intent。
doctor-N320 = { $places } 打开了来源或按钮，但我的运营者已为所有服务器关闭。
doctor-N320-hint = -
doctor-W321 = 管理这个服务器的人让我在这里暂停了。
doctor-W321-hint = 请用 /settings 结束暂停。
doctor-E322 = 我被禁言了，所以不能在这里写任何东西。
doctor-E322-hint = 请在成员列表中解除对我的禁言。
doctor-W323 = 我不服务于这个服务器：我的运营者只指定了其他服务器。
doctor-W323-hint = 请把这个服务器的 ID 加入 ALLOWED_GUILDS，或者把机器人移出服务器。
doctor-N324 = 我在 { $places } 已关闭。
doctor-N324-hint = 请用 /settings 在那里打开我。
doctor-W325 = { $scope }每天的问题数已达到上限 { $limit } 个。恢复的时间：<t:{ $until }:R>。
doctor-W325-hint = 请用 /settings 调高上限；如果是我的运营者设定的，请与运营者联系。
doctor-N326 = 过去一小时内有 { $count } 个问题被拒绝：{ $reason }
doctor-N326-hint = -
doctor-W327 = 过去一小时内有 { $count } 个回答不完整：{ $reason }
doctor-W327-hint = 如果持续出现，请告诉我的运营者。
doctor-W328 = 聊天机器人目前不回答：{ $reason }
doctor-W328-hint = 我的运营者能在日志里看到。这里不用做什么。
doctor-N329 =
    { $minutes ->
        [0] 我在所有服务器上的上一个完整回答是不到一分钟前给出的。
       *[other] 我在所有服务器上的上一个完整回答是 { $minutes } 分钟前给出的。
    }
doctor-N329-hint = -
doctor-W330 = 我目前读不到这个服务器的设置。
doctor-W330-hint = 请稍后重试。如果持续出现，请告诉我的运营者。
doctor-W331 = 我的运营者让我暂停了，所以不会向聊天机器人提出任何问题。
doctor-W331-hint = 用 `bridge-bot resume` 结束暂停。
doctor-scope-guild = 这个服务器
doctor-scope-channel = 这个频道
doctor-scope-all = 所有服务器合计

## The database

doctor-E401 = 无法使用数据库：{ $reason }
doctor-E401-hint = 请检查 DATABASE_URL，并参阅 docs/database.md。
doctor-N402 = 还没有数据库。
doctor-N402-hint = 机器人启动时会创建。
doctor-N403 = 数据库是较早的版本。
doctor-N403-hint = 下次启动时或用 `bridge-bot migrate` 会升级；如何退回请见 docs/backup.md。
doctor-N404 = 有机器人正在使用这个数据库（进程 { $process }）。
doctor-N404-hint = 它最近的情况在日志里，各服务器的情况请用 /doctor 查看。
doctor-W406 = 今天的 { $limit } 次请求已全部用完，所以不回答任何问题。
doctor-W406-hint = 请调高 QUESTIONS_PER_DAY，或者等待：每天按 UTC 计算。
doctor-W407 = 最近 { $count } 个回答没有一个完整；最后一个的结束原因：{ $reason }。
doctor-W407-hint = 请在日志里查看发生了什么。`bridge-bot check --ask` 会提一个问题，这要付费。
doctor-N408 = 最近的回答中，{ $done } 个完整，{ $failed } 个不完整。
doctor-N408-hint = -

## The Chat API

doctor-E501 = 无法连接 { $host }：{ $reason }
doctor-E501-hint = 请检查 CHAT_API_BASE_URL，以及这台机器的网络、防火墙和代理。
doctor-N502 = 可以连接 { $host }。它是否接受密钥、是否有这个聊天机器人还不清楚：它只提供付费的提问方式。
doctor-N502-hint = `bridge-bot check --ask` 会提一个问题。
doctor-E503 = Chat API 没有给出回答：{ $reason }
doctor-E503-hint = 请检查 CHAT_API_KEY、CHAT_BOT_UID 和订阅。
doctor-N504 = Chat API 在 { $seconds } 秒内给出了回答。这个问题是付费的。
doctor-N504-hint = -
doctor-W505 = CHAT_API_BASE_URL 以 http:// 开头，所以密钥和所有问题在网络上传输时谁都能读到。
doctor-W505-hint = 请改用 https:// 开头的地址。

## This machine

doctor-W601 = 这台机器的时钟与 Discord 的相差 { $seconds } 秒。
doctor-W601-hint = 请用 chrony 或 systemd-timesyncd 之类的时间服务校准。在此之前，日志里的时间是错的。
doctor-N602 = { $versions }
doctor-N602-hint = -
doctor-N701 = { $proxy }
doctor-N701-hint = -

## The running bot, by its health port

doctor-W801 = 正在运行的机器人尚未就绪：{ $reasons }
doctor-W801-hint = docs/operating.md 说明了每个原因的含义。机器人会自行处理；重新启动会用掉 Discord 每天允许的一个会话。
doctor-N802 = 正在运行的机器人已就绪：它能收到问题，也能处理它们。
doctor-N802-hint = -
doctor-W803 = 正在运行的机器人上一次对 Chat API 的请求失败了：{ $reason }
doctor-W803-hint = 日志里有更多信息。`bridge-bot check --ask` 会提一个问题，这要付费。
doctor-N804 = 启动以来被拒绝的问题：{ $counts }
doctor-N804-hint = 管理服务器的人可以用 /doctor 查看那里拒绝了什么。
doctor-W805 = 启动以来因无法读取而跳过的 Discord 事件：{ $counts }
doctor-W805-hint = 日志里有每一种的原因。较新的 bridge-bot 也许能读取它们。
doctor-W806 = 启动以来被 Discord 限制的请求：{ $counts }
doctor-W806-hint = 范围为“shared”的少量限制属于正常。若是“global”，请调低 DISCORD_REQUESTS_PER_SECOND；若是“address”，请看看还有谁在使用这台机器的地址。
doctor-W807 = 启动以来失败的 Chat API 请求：{ $counts }
doctor-W807-hint = 日志里对每一个都有更多信息。

## Why questions were refused and answers failed, in a few words

doctor-reason-refused-channel = 机器人在该频道已关闭
doctor-reason-refused-shut-out = 该成员被禁止提问
doctor-reason-refused-role = 该成员没有可以提问的身份组
doctor-reason-refused-paused-server = 服务器让机器人暂停了
doctor-reason-refused-paused = 运营者让机器人暂停了
doctor-reason-refused-day-guild-member = 该成员在这个服务器上的每日上限
doctor-reason-refused-day-channel = 该频道的每日上限
doctor-reason-refused-day-guild = 该服务器的每日上限
doctor-reason-refused-day-member = 该成员的每日上限
doctor-reason-refused-day-all = 所有服务器合计的每日上限
doctor-reason-refused-too-many = 一分钟内的问题太多
doctor-reason-refused-queue-full = 一段对话中等待的问题太多
doctor-reason-refused-opted-out = 该成员禁止机器人读取其消息
doctor-reason-refused-forbidden = 机器人缺少在那里回答的权限
doctor-reason-refused-forbidden-voice = 机器人缺少在该语音频道回答的权限
doctor-reason-refused-no-private-threads = 按设置应私密回答，而那里没有私密子区
doctor-reason-refused-private-thread-forbidden = 机器人缺少创建私密子区的权限
doctor-reason-refused-private-thread-busy = Discord 没有及时创建私密子区
doctor-reason-refused-guild = 机器人不服务于这个服务器
doctor-reason-refused-slow-mode = 慢速模式
doctor-reason-refused-member = 该成员不能在那里发言
doctor-reason-refused-member-locked = 子区已锁定
doctor-reason-refused-member-timed-out = 该成员被禁言
doctor-reason-refused-member-voice = 该成员不能连接该语音频道
doctor-reason-other = 其他原因
doctor-reason-error-store = 数据库故障
doctor-reason-error-platform = Discord 没有接受回答
doctor-reason-error-platform-forbidden = 机器人缺少权限，或者子区已锁定
doctor-reason-error-text-refused = 服务器的过滤器拦截了文字
doctor-reason-error-api-unexpected = 聊天机器人没有给出回答
doctor-reason-error-api-unreachable = 无法连接聊天机器人
doctor-reason-error-api-connection-lost = 与聊天机器人的连接断开
doctor-reason-error-api-timeout = 聊天机器人花的时间太长
doctor-reason-error-intermediary-refused = 机器人与聊天机器人之间的中间环节拒绝了
doctor-reason-error-api-refused = 聊天机器人拒绝了密钥，或者订阅已到期
doctor-reason-error-api-bot-unknown = 聊天机器人不存在
doctor-reason-error-api-rate-limited = 向聊天机器人提问过于频繁
doctor-reason-error-api-busy = 聊天机器人很忙，或者出了故障
doctor-reason-error-api-rejected = 聊天机器人没有接受问题
doctor-reason-error-api-malformed = 聊天机器人的回答无法解读
doctor-reason-error-answer-too-long = 回答太长，无法全部显示
doctor-reason-error-api-broken-off = 回答中断
