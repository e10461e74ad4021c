# /usage and `bridge-bot usage`: how much the bot is used. A `…-description` is 100 characters at most.

usage-description = 我在這個伺服器的使用量，以及順不順利
usage-days-name = 天數
usage-days-description = 要看幾天；沒填就是 7 天
usage-title = **{ $days ->
    [1] 今天
   *[other] 最近 { $days } 天
}我在這裡的使用情形**
usage-none = { $days ->
    [1] 今天
   *[other] 最近 { $days } 天，
}這個伺服器沒有人問過我。
usage-legend = -# *Q*: 傳給聊天機器人的問題 · *OK*: 完整的回答 · *ERR*: 失敗 · *STOP*: 提前停止 · *50%*, *95%*: 有這麼多的回答在提問後這段時間內開始 · *+*, *-*: 👍 和 👎 的票數。一天以 UTC 計算；剛發生的可能還沒算進來。
usage-not-allowed = 只有管理這個伺服器的人看得到。
usage-total = 合計
usage-unknown-channel = 已刪除的頻道
usage-hidden-channel = 你看不到的頻道
usage-default-chat-bot = 預設
usage-private = 私人訊息，以及只有提問者看得到回答的地方
# Below a table, in a block of code.
usage-more = 還有 { $count } 個

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
usage-by-channel = 頻道
usage-by-chat-bot = 聊天機器人
usage-by-guild = 伺服器
