# What a member is told of a question that is not answered.

## Hints

hint-empty = 質問をどうぞ。私の名前に続けて書いてください。

## Refusals

refused-guild = このサーバーではオンになっていません。このボットの運営者が追加できます。
refused-dms = ダイレクトメッセージには回答しません。サーバーで質問してください。
refused-dms-stranger = ダイレクトメッセージでは、私がオンになっているサーバーのメンバーにだけ回答します。
refused-too-many = 早いですね！質問は1分に{ $limit }件までです。{ $seconds }秒後にもう一度お試しください。
refused-day-member = 今日あなたが質問できる{ $limit }件を使い切りました。<t:{ $until }:R> にまた質問できます。
refused-day-guild = このサーバーの今日の質問数を使い切りました。<t:{ $until }:R> に回答を再開します。
refused-day-all = 今日回答できる質問数を使い切りました。<t:{ $until }:R> に回答を再開します。
refused-paused = ただいま休止中です。このボットの運営者が私を一時停止しました。この質問に後から回答することはないので、再開したらもう一度質問してください。
refused-queue-full = ここではもう{ $limit }件の質問が待っています。先に回答させてください。その後でまた質問してください。
refused-forbidden = このチャンネルに書き込む権限がありません。サーバーを管理する人が、メッセージの送信とスレッドの作成を私に許可できます。
refused-forbidden-voice = このチャンネルに書き込む権限がありません。サーバーを管理する人が、接続とメッセージの送信を私に許可できます。
refused-private-thread-forbidden = ここではプライベートスレッドでだけ回答しますが、それを開く権限がありません。サーバーを管理する人が、プライベートスレッドの作成とスレッドでのメッセージ送信を私に許可できます。
refused-no-private-threads = ここではプライベートスレッドでだけ回答しますが、この種類のチャンネルでは使えません。サーバーを管理する人が /settings で回答する場所を変更できます。
refused-private-thread-busy = ここではプライベートスレッドでだけ回答しますが、今はDiscordの都合で開けません。数分後にもう一度質問してください。
refused-no-member = 私はこのサーバーのメンバーではありません。コマンドだけが追加されているため、ここでは回答できません。サーバーを管理する人が私を招待できます：{ $link }
refused-member = あなたが書き込める場所でだけ回答しますが、あなたはここに書き込めません。
refused-member-voice = あなたが書き込める場所でだけ回答します。このチャンネルに書き込むには、接続する権限が必要です。
refused-member-locked = あなたが書き込める場所でだけ回答しますが、このスレッドはロックされています。
refused-member-timed-out = あなたが書き込める場所でだけ回答しますが、あなたはこのサーバーでタイムアウト中です。
refused-slow-mode = ここでは低速モードがオンで、私への質問にも適用されます。<t:{ $until }:R> にまた質問できます。

## Edited questions

# Of a question whose answer goes on as if it had not been edited. $reason: one of the refusals, or the next text.
edited-not-asked = 編集前の質問への回答を続けます。{ $reason }
edited-too-often = 回答している間に{ $limit }回編集されました。
