# /settings: what those who manage a server choose there. Within Discord's limits: a button's label
# 34 characters, an option and its description 100, a form's title and labels 45, its descriptions
# 100, a placeholder 100.

settings-description = このサーバーで何に、どこで、誰に回答するかを決めます
settings-title = ## 私の設定：{ $place }
settings-whole-server = サーバー全体
settings-only-you = -# これはあなたにだけ見えています。変更はすぐに反映されます。

## What is told above the settings

settings-saved = 保存しました。
settings-unchanged = 変更はありません。
settings-changed-meanwhile = 表示した後に誰かが設定を変更したため、そのままにしました。これが最新です。
settings-newer = 表示した後に設定が変更されました。これが最新です。
settings-channel-gone = そのチャンネルはもうないか、私には見えません。これはサーバー全体の設定です。
settings-store-failed = ⚠️ 今は設定を読み書きできないため、保存できたかどうかわかりません。少ししてからもう一度お試しください。
settings-not-a-number = ⚠️ 「{ $field }」には0から{ $most }までの整数を入力するか、空のままにしてください。何も変更していません。
settings-not-offered = それはもうここでは選べません。これが最新です。
settings-not-everybody = ⚠️ 全員を呼び出すことはできません。一部のメンバーが持つロールを選んでください。
settings-not-allowed = 私の設定を見て変更できるのは、「サーバー管理」権限を持つメンバーだけです。
settings-outside = 設定はサーバーごとのものです。このコマンドはサーバーで使ってください。

## Choosing what is shown

settings-choose-channel = サーバー全体。チャンネルやフォーラムを選べます
settings-back-to-server = サーバー全体を表示
settings-choose-page = 表示する内容

settings-page-overview = 概要
settings-page-questions = 質問と回答
settings-page-askers = 質問できる人
settings-page-limits = 上限
settings-page-extras = 出典、ボタン、フィードバック、サポート
settings-page-changes = 変更の内容と、変更した人

## One setting, what is in force and where that comes from

settings-name-served = 回答する対象
settings-name-answer-place = 回答する場所
settings-name-chat-bot = チャットボット
settings-name-language = 回答の言語
settings-name-asker-roles = 質問できる人
settings-name-shut-out = 質問できない人
settings-name-member-questions-per-minute = メンバーごとの1分あたりの質問数
settings-name-member-questions-per-day = メンバーごとの1日の質問数
settings-name-questions-per-day = 全員合計の1日の質問数
settings-name-archive-after = スレッドをアーカイブするまでの時間
settings-name-archive-resolved = 解決済みのスレッドを閉じる
settings-name-show-sources = 回答の下の出典
settings-name-show-controls = 回答の下のボタン
settings-name-feedback-channel = フィードバック用チャンネル
settings-name-help-role = サポート担当のロール
settings-name-quiet-after-helper = サポート担当の発言後に控える時間
settings-name-paused = 一時停止

settings-in-force = **{ $name }**：{ $value } · *{ $source }*
settings-source-channel = このチャンネルでの設定
settings-source-server = サーバーでの設定
settings-source-default = 標準
settings-none = このチャンネルではなしにする
settings-reset = サーバーの設定を使う
settings-reset-server = 標準に戻す
settings-option-reset = サーバー全体と同じ
settings-option-reset-server = 標準
settings-option-now = 現在：{ $value }

## Values

settings-value-mentions = 私へのメンション
settings-value-messages = すべてのメッセージ
settings-value-posts = フォーラムのすべての投稿
settings-value-nothing = なし
settings-value-public-thread = 公開スレッド
settings-value-private-thread = プライベートスレッド
settings-value-channel = チャンネル
settings-value-usual-bot = 標準のチャットボット
settings-value-bot-gone = { $bot }（もう使えません）
settings-value-usual-language = 運営者の設定どおり
settings-value-everybody = 全員
settings-value-nobody = なし
settings-value-more = { $shown } ほか{ $more }件
settings-value-no-limit = 上限なし
settings-value-operator-limit = { $limit }（運営者の設定）
settings-value-hour = 1時間
settings-value-day = 1日
settings-value-three-days = 3日
settings-value-week = 1週間
settings-value-archive-usual = チャンネルの設定どおり
settings-value-on = オン
settings-value-off = オフ
settings-value-no-channel = なし
settings-value-no-role = なし
settings-value-minutes =
    { $minutes ->
        [0] 控えない
        [60] 1時間
        [240] 4時間
       *[other] { $minutes }分
    }
settings-value-paused = 休止中
settings-value-running = 稼働中
settings-value-unset = 標準

settings-about-mentions = 私にメンションするか返信したメッセージだけ
settings-about-messages = 料金に注意：1件ごとに有料のリクエストになります。メンバー同士のやりとりは対象外
settings-about-posts = 料金に注意：新しい投稿ごとに有料のリクエストになります。投稿の中では私宛てのものだけ
settings-about-nothing = コマンドも含め、どの質問にも回答しません
settings-about-public-thread = チャンネルを見られる人は誰でも読めます
settings-about-private-thread = 質問した人とモデレーターだけが見られます
settings-about-channel = スレッドを立てず、返信として回答します

settings-confirm-messages =
    ⚠️ **メッセージ1件ごとに料金がかかります。** { $where }メンバーが書くメッセージは、メンバー同士のやりとりを除き、すべてチャットボットへの質問、つまり有料のリクエストになります。にぎやかな日には数千件になることもあります。「上限」で件数を制限できます。
settings-confirm-posts =
    ⚠️ **投稿1件ごとに料金がかかります。** { $where }作成される新しい投稿は、すべてチャットボットへの質問、つまり有料のリクエストになります。「上限」で件数を制限できます。
settings-where-server = このサーバー全体で
settings-where-channel = { $channel } で
settings-take-messages = はい、すべてのメッセージに回答
settings-take-posts = はい、すべての投稿に回答
settings-cancel = キャンセル

settings-choose-roles = 全員。ロールを選べます
settings-choose-members = なし。メンバーを選べます
settings-choose-feedback-channel = なし。チャンネルを選べます
settings-choose-help-role = なし。ロールを選べます
settings-feedback-note = -# 👎 が付いた回答は、フィードバック用チャンネルに一度だけリンクされます。プライベートスレッドの回答は対象外です。
settings-shut-out-note = -# サーバー全体で質問できない人は、どのチャンネルでも質問できません。

## Limits

settings-limits-note = -# 質問のやり直しも含め、有料のリクエストはすべて数えます。1日の区切りはUTCの0:00です。
settings-operator-limit = -# 運営者が許可しているのは{ $limit }までで、そちらが優先されます。
settings-change-limits = 上限を変更
settings-limits-form = 上限
settings-limit-about = 空欄：標準。0：上限なし。
settings-limit-about-operator = { $about }運営者の設定により最大{ $limit }。

## The pause of a server

settings-pause = このサーバーで一時停止
settings-go-on = 再開
settings-pause-note = -# 一時停止中も、進行中の回答は最後まで書きます。新しい質問には一言お返しするだけで、料金はかかりません。
settings-own-channels = 独自の設定があるチャンネル：{ $channels }

## What I lack

settings-lacks = ⚠️ { $permissions }の権限がないため、{ $effect }。
settings-lacks-all = ここでは回答できません
settings-lacks-thread = ここではスレッドを開けず、代わりにチャンネルで回答します
settings-lacks-private-thread = ここではプライベートスレッドを開けず、何にも回答しません
settings-lacks-moderation = ここでは質問した人がほかの人をプライベートスレッドに招待できます
settings-lacks-history = ここの投稿では、最初の質問の後はメンションされない限り発言しません
settings-no-private-threads = ⚠️ ここではプライベートスレッドを使えないため、何にも回答しません。別の場所を選んでください。
settings-lacks-resolving = ここでは私の回答に「解決済み」ボタンが付きません
settings-lacks-feedback = そのチャンネルにフィードバックを届けられません
settings-feedback-gone = ⚠️ フィードバック用チャンネルがもうないか、私には見えないため、フィードバックを届けられません。別のチャンネルか「なし」を選んでください。
settings-lacks-askers = ⚠️ これらのロールはもうないため、誰も質問できません。別のロールか「なし」を選んでください。
settings-lacks-content = ⚠️ Message Content Intentなしで動いているため、私にメンションしたメッセージしか読めません。
settings-operator-off = -# 運営者がすべてのサーバーでオフにしており、そちらが優先されます。
settings-lacks-helpers = ⚠️ そのロールはもうないため、誰も呼べません。別のロールを選んでください。
settings-lacks-role = ⚠️ そのロールにメンションできません。誰でもそのロールにメンションできるようにするか、私に「@everyone、@here、全てのロールにメンション」を許可してください。
settings-permission-view-channel = 「チャンネルを見る」
settings-permission-send-messages = 「メッセージを送信」
settings-permission-create-public-threads = 「公開スレッドの作成」
settings-permission-create-private-threads = 「プライベートスレッドの作成」
settings-permission-send-messages-in-threads = 「スレッドでメッセージを送信」
settings-permission-manage-threads = 「スレッドの管理」
settings-permission-read-message-history = 「メッセージ履歴を読む」
settings-permission-connect = 「接続」

## The list of changes

settings-no-changes = まだ誰も何も変更していません。
settings-change = { $when } { $member } · { $place } · { $name }：{ $former } → { $value }
settings-older = 前の変更
settings-newest = 最新の変更
