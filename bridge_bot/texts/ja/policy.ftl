# What a server decides about the bot, and what its members are told of that.

## Refusals

press-not-private = そのボタンは、あなたにだけ見えるメッセージのためのものです。ご自身でコマンドを使ってください。
refused-channel = このチャンネルではオフになっています。サーバーを管理する人が `/settings` で変更できます。
refused-shut-out = このサーバーでは、あなたには回答できません。サーバーを管理する人がそう決めました。間違いだと思う場合は、その人に聞いてみてください。
refused-role = ここでは、特定のロールを持つメンバーにだけ回答します。どのロールかは、サーバーを管理する人に聞いてください。
refused-paused-server = ただいま休止中です。サーバーを管理する人がここでの私を一時停止しました。この質問に後から回答することはないので、再開したらもう一度質問してください。
refused-day-guild-member = このサーバーで今日あなたが質問できる{ $limit }件を使い切りました。<t:{ $until }:R> にまた質問できます。
refused-day-channel = このチャンネルの今日の質問数を使い切りました。<t:{ $until }:R> に回答を再開します。

## Settings

settings-outdated = ちょうど今、ほかの人がこの設定を変更しました。今の内容を確認してから、もう一度お試しください。
