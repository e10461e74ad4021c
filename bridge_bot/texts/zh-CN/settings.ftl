# /settings: what those who manage a server choose there. Within Discord's limits: a button's label
# 34 characters, an option and its description 100, a form's title and labels 45, its descriptions
# 100, a placeholder 100.

settings-description = 选择我在这个服务器上回答什么、在哪里回答、回答谁
settings-title = ## 我的设置：{ $place }
settings-whole-server = 整个服务器
settings-only-you = -# 只有你能看到。更改立即生效。

## What is told above the settings

settings-saved = 已保存。
settings-unchanged = 没有任何更改。
settings-changed-meanwhile = 显示之后有人更改了设置，所以我没有动它们。这是最新的设置。
settings-newer = 显示之后设置有更改。这是最新的设置。
settings-channel-gone = 那个频道已不存在，或者我看不到它。这是整个服务器的设置。
settings-store-failed = ⚠️ 我现在无法读写设置，不知道有没有保存成功。请稍后重试。
settings-not-a-number = ⚠️ “{ $field }”要填 0 到 { $most } 的整数，或者留空。我没有做任何更改。
settings-not-offered = 这里已经不能选它了。这是最新的设置。
settings-not-everybody = ⚠️ 我从不呼叫所有人。请选择一个只有部分成员拥有的身份组。
settings-not-allowed = 只有拥有“管理服务器”权限的成员才能查看和更改我的设置。
settings-outside = 设置属于服务器。请在服务器里使用这个命令。

## Choosing what is shown

settings-choose-channel = 整个服务器。在此选择频道或论坛
settings-back-to-server = 显示整个服务器
settings-choose-page = 显示什么

settings-page-overview = 概览
settings-page-questions = 问题和回答
settings-page-askers = 谁可以提问
settings-page-limits = 上限
settings-page-extras = 来源、按钮、反馈和帮忙
settings-page-changes = 更改了什么，由谁更改

## One setting, what is in force and where that comes from

settings-name-served = 我回答什么
settings-name-answer-place = 我在哪里回答
settings-name-chat-bot = 聊天机器人
settings-name-language = 回答的语言
settings-name-asker-roles = 谁可以提问
settings-name-shut-out = 谁不可以提问
settings-name-member-questions-per-minute = 每位成员每分钟的问题数
settings-name-member-questions-per-day = 每位成员每天的问题数
settings-name-questions-per-day = 全部成员每天的问题总数
settings-name-archive-after = 子区归档时间
settings-name-archive-resolved = 关闭已解决的子区
settings-name-show-sources = 回答下方的来源
settings-name-show-controls = 回答下方的按钮
settings-name-feedback-channel = 反馈频道
settings-name-help-role = 负责帮忙的身份组
settings-name-quiet-after-helper = 帮忙的人发言后我保持安静
settings-name-paused = 暂停

settings-in-force = **{ $name }**：{ $value } · *{ $source }*
settings-source-channel = 为此频道设置
settings-source-server = 为服务器设置
settings-source-default = 默认
settings-none = 这个频道不设置
settings-reset = 使用服务器的设置
settings-reset-server = 恢复默认
settings-option-reset = 与整个服务器相同
settings-option-reset-server = 默认
settings-option-now = 当前：{ $value }

## Values

settings-value-mentions = 提及我的消息
settings-value-messages = 每条消息
settings-value-posts = 每个论坛帖子
settings-value-nothing = 什么都不回答
settings-value-public-thread = 公共子区
settings-value-private-thread = 私密子区
settings-value-channel = 频道
settings-value-usual-bot = 默认的聊天机器人
settings-value-bot-gone = { $bot }（已不可用）
settings-value-usual-language = 按我的运营者的设置
settings-value-everybody = 所有人
settings-value-nobody = 没有人
settings-value-more = { $shown } 等，另有 { $more } 个
settings-value-no-limit = 无上限
settings-value-operator-limit = { $limit }（由我的运营者设定）
settings-value-hour = 1 小时
settings-value-day = 1 天
settings-value-three-days = 3 天
settings-value-week = 1 周
settings-value-archive-usual = 按频道的设置
settings-value-on = 开
settings-value-off = 关
settings-value-no-channel = 无
settings-value-no-role = 无
settings-value-minutes =
    { $minutes ->
        [0] 不保持安静
        [60] 1 小时
        [240] 4 小时
       *[other] { $minutes } 分钟
    }
settings-value-paused = 休息中
settings-value-running = 正常回答
settings-value-unset = 默认

settings-about-mentions = 只回答提及我或回复我的消息
settings-about-messages = 注意费用：每条消息都是一次付费请求。成员之间的交谈不算
settings-about-posts = 注意费用：每个新帖子都是一次付费请求。帖子里只回答写给我的内容
settings-about-nothing = 不回答任何问题，命令也不例外
settings-about-public-thread = 能看到该频道的人都能看到
settings-about-private-thread = 只有提问者和版主能看到
settings-about-channel = 以回复的形式，不创建子区

settings-confirm-messages =
    ⚠️ **每条消息都要花钱。** 成员{ $where }发的每条消息，除了彼此之间的交谈，都会成为给聊天机器人的问题，也就是一次付费请求。热闹的一天可能有几千次。你可以在“上限”中设置上限。
settings-confirm-posts =
    ⚠️ **每个帖子都要花钱。** { $where }发布的每个新帖子都会成为给聊天机器人的问题，也就是一次付费请求。你可以在“上限”中设置上限。
settings-where-server = 在这个服务器任何地方
settings-where-channel = 在 { $channel } 里
settings-take-messages = 好，回答每条消息
settings-take-posts = 好，回答每个帖子
settings-cancel = 取消

settings-choose-roles = 所有人。在此选择身份组
settings-choose-members = 没有人。在此选择成员
settings-choose-feedback-channel = 无。在此选择频道
settings-choose-help-role = 无。在此选择身份组
settings-feedback-note = -# 每个得到 👎 的回答会在反馈频道里链接一次。私密子区里的回答除外。
settings-shut-out-note = -# 在整个服务器不可以提问的人，在任何频道都不可以。

## Limits

settings-limits-note = -# 每次付费请求都计入，重新提出的问题也算。每天从 UTC 0:00 开始。
settings-operator-limit = -# 我的运营者最多允许 { $limit }，以此为准。
settings-change-limits = 更改上限
settings-limits-form = 上限
settings-limit-about = 留空：默认。0：无上限。
settings-limit-about-operator = { $about }我的运营者设定的最大值：{ $limit }。

## The pause of a server

settings-pause = 在此服务器暂停
settings-go-on = 继续
settings-pause-note = -# 暂停期间，正在写的回答会照常写完；每个新问题会得到一句友好的说明，不产生费用。
settings-own-channels = 有单独设置的频道：{ $channels }

## What I lack

settings-lacks = ⚠️ 我缺少{ $permissions }权限，所以{ $effect }。
settings-lacks-all = 我不能在这里回答
settings-lacks-thread = 我不能在这里创建子区，只能在频道里回答
settings-lacks-private-thread = 我不能在这里创建私密子区，什么都不回答
settings-lacks-moderation = 这里的提问者可以把别人拉进私密子区
settings-lacks-history = 在这里的帖子中，第一个问题之后，除非提及我，否则我保持安静
settings-no-private-threads = ⚠️ 这里没有私密子区，所以我在这里什么都不回答。请选择别的地方。
settings-lacks-resolving = 我在这里的回答没有“已解决”按钮
settings-lacks-feedback = 我不能在那里告知反馈
settings-feedback-gone = ⚠️ 反馈频道已不存在，或者我看不到它，所以反馈没有人收到。请选择别的频道，或者不选。
settings-lacks-askers = ⚠️ 这些身份组已不存在，所以没有人可以提问。请选择别的身份组，或者不选。
settings-lacks-content = ⚠️ 我在没有 Message Content Intent 的情况下运行，所以只能读提及我的消息。
settings-operator-off = -# 我的运营者已为所有服务器关闭，以此为准。
settings-lacks-helpers = ⚠️ 那个身份组已不存在，所以叫不到任何人。请选择别的身份组。
settings-lacks-role = ⚠️ 我不能提及那个身份组：请允许所有人提及它，或者给我“提及 @everyone、@here 和所有身份组”权限。
settings-permission-view-channel = “查看频道”
settings-permission-send-messages = “发送消息”
settings-permission-create-public-threads = “创建公共子区”
settings-permission-create-private-threads = “创建私密子区”
settings-permission-send-messages-in-threads = “在子区内发送消息”
settings-permission-manage-threads = “管理子区”
settings-permission-read-message-history = “阅读消息历史记录”
settings-permission-connect = “连接”

## The list of changes

settings-no-changes = 还没有人更改过任何设置。
settings-change = { $when } { $member } · { $place } · { $name }：{ $former } → { $value }
settings-older = 更早的更改
settings-newest = 最新的更改
