# What the doctor finds: `doctor-<code>` says what is wrong, and `doctor-<code>-hint` how it is mended.
# A hint of "-" is none: there is nothing to do.

doctor-description = ここで私に起きている問題と、その直し方
doctor-not-allowed = ここで私に起きている問題を見られるのは、「サーバー管理」権限を持つメンバーだけです。
doctor-outside = 調べられるのは、私がメンバーになっているサーバーだけです。サーバーで /doctor を使ってください。
doctor-head = **このサーバーで見つかったこと**
doctor-all-well = ✅ ここでは問題は見つかりませんでした。
doctor-finding =
    { $sign } { $message }
    -# → { $hint } `{ $id }`
doctor-finding-alone =
    { $sign } { $message }
    -# `{ $id }`
doctor-more = -# ほか{ $count }件。
doctor-and-more = { $shown } ほか{ $more }件

## The command bridge-bot check

doctor-check-well = 問題はありません。
doctor-check-counts = エラー：{ $errors }、警告：{ $warnings }、メモ：{ $notes }
doctor-check-asking = Chat APIに質問を1件送ります。ほかの質問と同じく有料です。
doctor-check-question = こんにちは、動いていますか？

## Settings

doctor-E101 = { $problem }
doctor-E101-hint = .envまたは環境変数で設定してください。各設定の説明は.env.exampleにあります。
doctor-W102 = { $problem }
doctor-W102-hint = -
doctor-W103 = 設定ではメンバーが自分のアカウントに私を追加できますが、アプリ側では許可されていません。
doctor-W103-hint = `bridge-bot check --fix` を実行するか、Developer Portal → 対象のアプリ → Installationで「User Install」をオンにしてください。または、ALLOW_USER_INSTALL=falseを設定してください。
doctor-E104 = TEXTS_DIRの文に使えないものがあるため、ボットは起動しません。{ $problem }
doctor-E104-hint = 直すか取り除いてください。文の決まりはdocs/translating.mdにあります。

## Discord

doctor-E201 = Discordがトークンを拒否しています。
doctor-E201-hint = Developer Portal → 対象のアプリ → Bot → Reset Tokenでトークンをコピーし直し、DISCORD_TOKENに設定してください。
doctor-E202 = Discordに問い合わせできません：{ $reason }
doctor-E202-hint = このマシンのネットワーク、ファイアウォール、プロキシと、Discordのステータスページを確認してから、もう一度実行してください。
doctor-E203 = Message Content Intentがオフのため、ボットは起動できません。
doctor-E203-hint = `bridge-bot check --fix` を実行するか、Developer Portal → 対象のアプリ → Bot → Privileged Gateway Intentsでオンにしてください。または、MESSAGE_CONTENT=falseを設定してください。その場合、質問のたびにボットへのメンションが必要です。
doctor-N204 = Message Content Intentはオンですが、MESSAGE_CONTENT=falseのため使われていません。
doctor-N204-hint = Discordのポリシーでは、使わないアクセス権を持たないよう求められています。Developer Portal → 対象のアプリ → Botでオフにしてください。
doctor-W205 = アプリの「Add App」ボタンが、ボットの使うものをすべて求めていません：{ $missing }
doctor-W205-hint = `bridge-bot check --fix` を実行するか、Developer Portal → 対象のアプリ → Installation → Default Install Settingsで設定してください。
doctor-E206 = 「Interactions Endpoint URL」が設定されているため、コマンドやボタンの操作がボットではなくそちらに送られています。
doctor-E206-hint = Developer Portal → 対象のアプリ → General Informationで空にしてください。
doctor-E207 = 今日はこれ以上セッションを開始できません。もう一度開始すると、Discordがトークンを無効にします。
doctor-E207-hint = { $hours }時間待ち、ボットがこれほど何度も起動された原因を調べてください。動いているボットはそのまま動き続けます。
doctor-W208 = 今後{ $hours }時間に開始できるセッションは、あと{ $left }回です。
doctor-W208-hint = ボットが何度も起動する、または接続が切れる原因を調べてください。
doctor-N209 = コマンドはまだDiscordに登録されていません。
doctor-N209-hint = ボットの起動時に登録されます：`bridge-bot run`
doctor-W210 = Discordに登録されているコマンドが、このバージョンと異なります：{ $names }
doctor-W210-hint = このバージョンを一度起動してください：`bridge-bot run`。動いている場合は、Discordに受け付けられなかった理由がログにあります。
doctor-N211 = Message Content Intentの審査はまだです。Discordは利用者が10,000人になると審査を求めます。ボットのサーバーのメンバーは合計{ $count }人です。
doctor-N211-hint = -
doctor-W212 = このボットのMessage Content Intentは、Discordの審査対象です。10,000人を超える利用者がいるか、以前に承認されたためです。申請が必要で、その後も毎年必要です。
doctor-W212-hint = 期日はDeveloper Portal → 対象のアプリ → Botで確認してください。通知から90日以内に申請しないと、Intentは使えなくなります。
doctor-N213 = ボットは{ $count }個のサーバーにいますが、認証されていません。認証されるまで、100個を超えるサーバーには追加できません。
doctor-N213-hint = Developer Portal → 対象のアプリ → App Verificationで申請してください。
doctor-E214 = シャード{ $shards }個に対してサーバーが{ $servers }個あり、多すぎます。1個あたりの上限は2,500サーバーです。
doctor-E214-hint = SHARD_COUNTとSHARD_IDSを外してDiscordの推奨に従うか、SHARD_COUNTを増やしてください。
doctor-N215 = ボットはまだどのサーバーにもいません。
doctor-N215-hint = 招待してください：{ $link }
doctor-N216 = 調べたのは、{ $all }個のサーバーのうち{ $count }個だけです。
doctor-N216-hint = サーバーを管理する人は、/doctor でそこでの問題を確認できます。
doctor-W217 = サーバーを調べられませんでした。Discordからチャンネルの一覧を取得できませんでした。
doctor-W217-hint = 少ししてからもう一度実行してください。
doctor-W218 = 何も修正しませんでした：{ $reason }
doctor-W218-hint = ほかの項目の説明に従い、Developer Portalで設定してください。
doctor-N219 = 修正しました：bridge-bot.{ $code }
doctor-N219-hint = -

## A server

doctor-E301 = { $places } には私の設定がありますが、「チャンネルを見る」権限がなく、見えません。
doctor-E301-hint = そこで私のロールに「チャンネルを見る」を許可するか、/settings で設定を元に戻してください。
doctor-E302 = { $places } で回答できません。「メッセージを送信」権限がありません。
doctor-E302-hint = そこで私のロールに「メッセージを送信」を許可してください。スレッドで回答する場所では、「公開スレッドの作成」と「スレッドでメッセージを送信」の両方でも構いません。
doctor-E303 = { $places } で回答できません。「接続」権限がありません。
doctor-E303-hint = そこで私のロールに「接続」と「メッセージを送信」を許可してください。
doctor-E304 = { $places } で回答できません。「スレッドでメッセージを送信」権限がありません。
doctor-E304-hint = そこで私のロールに「スレッドでメッセージを送信」を許可してください。
doctor-E305 = { $places } では何にも回答しません。回答は非公開と決められていますが、「プライベートスレッドの作成」権限がありません。
doctor-E305-hint = そこで私のロールに「プライベートスレッドの作成」を許可するか、/settings で回答する場所を変更してください。
doctor-E306 = { $places } では何にも回答しません。回答は非公開と決められていますが、プライベートスレッドを使えません。
doctor-E306-hint = /settings で回答する場所を変更してください。
doctor-W307 = { $places } で「スレッドの管理」権限がないため、質問した人がほかの人をプライベートスレッドに招待できます。
doctor-W307-hint = そこで私のロールに「スレッドの管理」を許可してください。
doctor-W308 = { $places } で「公開スレッドの作成」権限がないため、チャンネルで回答します。
doctor-W308-hint = そこで私のロールに「公開スレッドの作成」を許可するか、/settings で回答する場所としてチャンネルを選んでください。
doctor-W309 = { $places } で「スレッドでメッセージを送信」権限がないため、チャンネルで回答し、スレッドではまったく回答しません。
doctor-W309-hint = そこで私のロールに「スレッドでメッセージを送信」を許可してください。
doctor-W310 = { $places } で「ファイルを添付」権限がないため、とても長い回答は途中で終わります。
doctor-W310-hint = そこで私のロールに「ファイルを添付」を許可してください。
doctor-W311 = { $places } で「メッセージ履歴を読む」権限がないため、メッセージへの返信や、見逃したメッセージの確認ができません。
doctor-W311-hint = そこで私のロールに「メッセージ履歴を読む」を許可してください。
doctor-N312 = { $places } で「リアクションの追加」権限がないため、質問が順番待ちであることを誰にも示せません。
doctor-N312-hint = そこで私のロールに「リアクションの追加」を許可してください。
doctor-N313 = { $places } は見えますが、そこで回答できません。
doctor-N313-hint = 意図したものなら、そのままで構いません。そうでなければ、そこで /doctor を使うと足りない権限がわかります。
doctor-E314 = { $places } でサポートを呼べません。サポート担当のロールがなくなったか、私がメンションできません。
doctor-E314-hint = 誰でもそのロールにメンションできるようにするか、私に「@everyone、@here、全てのロールにメンション」を許可してください。ロールがなくなった場合は、/settings で別のロールを選んでください。
doctor-E315 = { $places } での回答へのフィードバックが失われています。フィードバック用チャンネルに書き込めません。
doctor-E315-hint = そこで私のロールに「チャンネルを見る」と「メッセージを送信」を許可するか、/settings で別のチャンネルを選んでください。
doctor-W316 = もうないチャンネルに設定が残っています：{ $places }
doctor-W316-hint = 何もしなくて構いません。別のチャンネルのつもりだった場合は、/settings で確認してください。
doctor-E317 = 質問できるロールがすべてなくなったため、誰も質問できません。
doctor-E317-hint = /settings で別のロールか「なし」を選んでください。
doctor-W318 = もう存在しないチャットボットが選ばれています：{ $names }
doctor-W318-hint = /settings で別のものを選んでください。それまでは標準のチャットボットが回答します。
doctor-W319 = { $places } ではすべてのメッセージを質問とする設定ですが、Message Content Intentなしで動いているため、私にメンションしたものしか読めません。
doctor-W319-hint = そこでは私にメンションするか、このボットの運営者にIntentをオンにするよう頼んでください。
doctor-N320 = { $places } では出典またはボタンがオンですが、運営者がすべてのサーバーでオフにしています。
doctor-N320-hint = -
doctor-W321 = このサーバーを管理する人が、ここでの私を一時停止しています。
doctor-W321-hint = /settings で再開できます。
doctor-E322 = 私はタイムアウト中のため、ここでは何も書き込めません。
doctor-E322-hint = メンバーの一覧で私のタイムアウトを解除してください。
doctor-W323 = 私はこのサーバーでは使えません。運営者がほかのサーバーだけを指定しています。
doctor-W323-hint = サーバーのIDをALLOWED_GUILDSに追加するか、ボットをサーバーから外してください。
doctor-N324 = { $places } ではオフになっています。
doctor-N324-hint = /settings でそこでの私をオンにしてください。
doctor-W325 = { $scope }1日の質問数の上限{ $limit }件に達しました。<t:{ $until }:R> に再開します。
doctor-W325-hint = /settings で上限を上げるか、運営者の決めた上限なら運営者に頼んでください。
doctor-N326 = この1時間に拒否した質問（{ $count }件）：{ $reason }
doctor-N326-hint = -
doctor-W327 = この1時間に完了しなかった回答（{ $count }件）：{ $reason }
doctor-W327-hint = 続くようなら、このボットの運営者に知らせてください。
doctor-W328 = 今、チャットボットから回答がありません：{ $reason }
doctor-W328-hint = 運営者はログで確認できます。ここですることはありません。
doctor-N329 =
    { $minutes ->
        [0] 全サーバーを通じて、最後に完了した回答は1分以内です。
       *[other] 全サーバーを通じて、最後に完了した回答は{ $minutes }分前です。
    }
doctor-N329-hint = -
doctor-W330 = 今は、このサーバーの設定を読み込めません。
doctor-W330-hint = 少ししてからもう一度お試しください。続くようなら、このボットの運営者に知らせてください。
doctor-W331 = 運営者が私を一時停止しているため、チャットボットには何も質問していません。
doctor-W331-hint = `bridge-bot resume` で再開できます。
doctor-scope-guild = このサーバーの
doctor-scope-channel = このチャンネルの
doctor-scope-all = 全サーバー合計の

## The database

doctor-E401 = データベースを使えません：{ $reason }
doctor-E401-hint = DATABASE_URLと、docs/database.mdの説明を確認してください。
doctor-N402 = データベースはまだありません。
doctor-N402-hint = ボットの起動時に作成されます。
doctor-N403 = データベースが以前のバージョンのものです。
doctor-N403-hint = 次の起動時、または `bridge-bot migrate` で更新されます。元に戻す方法はdocs/backup.mdにあります。
doctor-N404 = ボットがデータベースを使用中です（プロセス { $process }）。
doctor-N404-hint = 最近の様子は、ログと、各サーバーの /doctor で確認できます。
doctor-W406 = 今日のリクエスト{ $limit }件をすべて使い切ったため、どの質問にも回答しません。
doctor-W406-hint = QUESTIONS_PER_DAYを増やすか、お待ちください。1日はUTCで区切ります。
doctor-W407 = 直近{ $count }件の回答はどれも完了しませんでした。最後の原因：{ $reason }
doctor-W407-hint = 何が起きたかはログを確認してください。`bridge-bot check --ask` で質問を1件送れます（有料）。
doctor-N408 = 直近の回答のうち、{ $done }件が完了し、{ $failed }件は完了しませんでした。
doctor-N408-hint = -

## The Chat API

doctor-E501 = { $host } に接続できません：{ $reason }
doctor-E501-hint = CHAT_API_BASE_URLと、このマシンのネットワーク、ファイアウォール、プロキシを確認してください。
doctor-N502 = { $host } に接続できます。キーが有効か、チャットボットが存在するかは不明です。確かめるには有料の質問を送るしかありません。
doctor-N502-hint = `bridge-bot check --ask` で1件送れます。
doctor-E503 = Chat APIから回答がありませんでした：{ $reason }
doctor-E503-hint = CHAT_API_KEY、CHAT_BOT_UID、契約を確認してください。
doctor-N504 = Chat APIから{ $seconds }秒以内に回答がありました。この質問は有料です。
doctor-N504-hint = -
doctor-W505 = CHAT_API_BASE_URLがhttp:// で始まるため、キーとすべての質問が、誰でも読める形でネットワークを流れます。
doctor-W505-hint = https:// を使ってください。

## This machine

doctor-W601 = このマシンの時計は、Discordと{ $seconds }秒ずれています。
doctor-W601-hint = chronyやsystemd-timesyncdなどの時刻同期サービスで合わせてください。それまでログの時刻は正しくありません。
doctor-N602 = { $versions }
doctor-N602-hint = -
doctor-N701 = { $proxy }
doctor-N701-hint = -

## The running bot, by its health port

doctor-W801 = 動作中のボットの準備ができていません：{ $reasons }
doctor-W801-hint = それぞれの理由はdocs/operating.mdにあります。ボットは自分で復旧を試みます。起動し直すと、Discordが1日に許可するセッションを1回使います。
doctor-N802 = 動作中のボットは準備ができていて、質問を受け付けています。
doctor-N802-hint = -
doctor-W803 = 動作中のボットからChat APIへの最後のリクエストが失敗しました：{ $reason }
doctor-W803-hint = 詳しくはログを確認してください。`bridge-bot check --ask` で質問を1件送れます（有料）。
doctor-N804 = 起動後に拒否した質問：{ $counts }
doctor-N804-hint = サーバーを管理する人は、/doctor でそこで拒否されたものを確認できます。
doctor-W805 = 起動後に読み取れず飛ばしたDiscordのイベント：{ $counts }
doctor-W805-hint = 種類ごとの理由はログにあります。新しいbridge-botなら読み取れるかもしれません。
doctor-W806 = 起動後にDiscordに制限されたリクエスト：{ $counts }
doctor-W806-hint = 範囲が「shared」のものは、多少あっても普通です。「global」の場合はDISCORD_REQUESTS_PER_SECONDを下げ、「address」の場合はこのマシンのアドレスをほかに誰が使っているか調べてください。
doctor-W807 = 起動後に失敗したChat APIへのリクエスト：{ $counts }
doctor-W807-hint = 詳しくはログを確認してください。

## Why questions were refused and answers failed, in a few words

doctor-reason-refused-channel = そのチャンネルではボットがオフ
doctor-reason-refused-shut-out = メンバーが利用を禁止されている
doctor-reason-refused-role = 質問できるロールをメンバーが持っていない
doctor-reason-refused-paused-server = サーバーがボットを一時停止している
doctor-reason-refused-paused = 運営者がボットを一時停止している
doctor-reason-refused-day-guild-member = このサーバーでのメンバーの1日の上限
doctor-reason-refused-day-channel = チャンネルの1日の上限
doctor-reason-refused-day-guild = サーバーの1日の上限
doctor-reason-refused-day-member = メンバーの1日の上限
doctor-reason-refused-day-all = 全サーバー合計の1日の上限
doctor-reason-refused-too-many = 1分間の質問が多すぎた
doctor-reason-refused-queue-full = 1つの会話で待っている質問が多すぎた
doctor-reason-refused-opted-out = ボットがメッセージを読むことをメンバーが禁止している
doctor-reason-refused-forbidden = そこで回答する権限がボットにない
doctor-reason-refused-forbidden-voice = そのボイスチャンネルで回答する権限がボットにない
doctor-reason-refused-no-private-threads = 回答は非公開と決められているが、プライベートスレッドを使えない
doctor-reason-refused-private-thread-forbidden = プライベートスレッドを開く権限がボットにない
doctor-reason-refused-private-thread-busy = Discordがプライベートスレッドを時間内に開かなかった
doctor-reason-refused-guild = このサーバーはボットの対象外
doctor-reason-refused-slow-mode = 低速モード
doctor-reason-refused-member = メンバーがそこに書き込めない
doctor-reason-refused-member-locked = スレッドがロックされている
doctor-reason-refused-member-timed-out = メンバーがタイムアウト中
doctor-reason-refused-member-voice = メンバーがそのボイスチャンネルに接続できない
doctor-reason-other = そのほかの理由
doctor-reason-error-store = データベースの障害
doctor-reason-error-platform = Discordが回答を受け付けなかった
doctor-reason-error-platform-forbidden = ボットに権限がないか、スレッドがロックされている
doctor-reason-error-text-refused = サーバーのフィルターが本文をブロックした
doctor-reason-error-api-unexpected = チャットボットから回答がなかった
doctor-reason-error-api-unreachable = チャットボットに接続できない
doctor-reason-error-api-connection-lost = チャットボットとの接続が切れた
doctor-reason-error-api-timeout = チャットボットの回答に時間がかかりすぎた
doctor-reason-error-intermediary-refused = ボットとチャットボットの間の中継に拒否された
doctor-reason-error-api-refused = チャットボットがキーを拒否したか、契約が終了している
doctor-reason-error-api-bot-unknown = チャットボットが存在しない
doctor-reason-error-api-rate-limited = チャットボットへの質問が多すぎる
doctor-reason-error-api-busy = チャットボットが混み合っているか、問題が起きている
doctor-reason-error-api-rejected = チャットボットが質問を受け付けなかった
doctor-reason-error-api-malformed = チャットボットの回答を読み取れなかった
doctor-reason-error-answer-too-long = 回答が長すぎて表示しきれなかった
doctor-reason-error-api-broken-off = 回答が途切れた
