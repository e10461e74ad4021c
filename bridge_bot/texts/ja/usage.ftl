# /usage and `bridge-bot usage`: how much the bot is used.

usage-description = このサーバーでの利用状況と、その結果
usage-days-name = 日数
usage-days-description = 何日分か。指定しなければ7日
usage-title = **ここでの{ $days ->
    [1] 今日
   *[other] 過去{ $days }日間
}の利用状況**
usage-none = このサーバーでは、{ $days ->
    [1] 今日は
   *[other] 過去{ $days }日間に
}質問がありませんでした。
usage-legend = -# *Q*: チャットボットに送った質問 · *OK*: 完了した回答 · *NG*: 失敗 · *STOP*: 途中で停止 · *50%*, *95%*: この割合の回答が、質問からこの時間以内に始まりました · *+*, *-*: 👍 と 👎 の数。1日はUTCで区切ります。直近のものは含まれないことがあります。
usage-not-allowed = これを見られるのは、このサーバーを管理する人だけです。
usage-total = 合計
usage-unknown-channel = 削除されたチャンネル
usage-hidden-channel = あなたには見えないチャンネル
usage-default-chat-bot = 標準
usage-private = ダイレクトメッセージと、質問した人だけに回答が見える場所
usage-more = ほか{ $count }件

## Headings of the columns, as short as may be: the table has to fit on a phone.
## Narrow letters only: a wide one would move the columns.

usage-column-asked = Q
usage-column-done = OK
usage-column-failed = NG
usage-column-stopped = STOP
usage-column-within-50 = 50%
usage-column-within-95 = 95%
usage-column-up = +
usage-column-down = -
usage-by-day = 日
usage-by-channel = チャンネル
usage-by-chat-bot = チャットボット
usage-by-guild = サーバー
