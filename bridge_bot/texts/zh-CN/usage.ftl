# /usage and `bridge-bot usage`: how much the bot is used. A `…-description` is 100 characters at most.

usage-description = 我在这个服务器上的使用量和运行情况
usage-days-name = 天数
usage-days-description = 统计多少天；不填则为 7 天
usage-title = **{ $days ->
    [1] 今天
   *[other] 最近 { $days } 天
}我在这里的使用情况**
usage-none = { $days ->
    [1] 今天
   *[other] 最近 { $days } 天里，
}这个服务器上没有人问过我。
usage-legend = -# *Q*: 发给聊天机器人的问题 · *OK*: 完整的回答 · *ERR*: 失败 · *STOP*: 提前停止 · *50%*, *95%*: 有这么多的回答在提问后这段时间内开始 · *+*, *-*: 👍 和 👎 的票数。每天按 UTC 计算；刚发生的可能还没算进去。
usage-not-allowed = 只有管理这个服务器的人能看到。
usage-total = 合计
usage-unknown-channel = 已删除的频道
usage-hidden-channel = 你看不到的频道
usage-default-chat-bot = 默认
usage-private = 私信，以及只有提问者能看到回答的地方
usage-more = 另有 { $count } 个

## Headings of the columns, as short as may be: the table has to fit on a phone.
## Narrow letters only: a wide one would move the columns.

usage-column-asked = Q
usage-column-done = OK
usage-column-failed = ERR
usage-column-stopped = STOP
usage-column-within-50 = 50%
usage-column-within-95 = 95%
usage-column-up = +
usage-column-down = -
usage-by-day = 日期
usage-by-channel = 频道
usage-by-chat-bot = 聊天机器人
usage-by-guild = 服务器
