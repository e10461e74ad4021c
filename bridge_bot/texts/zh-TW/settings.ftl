# /settings: what those who manage a server choose there. Within Discord's limits: a button's label
# 34 characters, an option and its description 100, a form's title and labels 45, its descriptions
# 100, a placeholder 100.

settings-description = 選擇我在這個伺服器回答什麼、在哪裡回答、回答誰
# $place: a mention of a channel, or the next text.
settings-title = ## 我的設定：{ $place }
settings-whole-server = 整個伺服器
settings-only-you = -# 只有你看得到。變更會立刻生效。

## What is told above the settings

settings-saved = 已儲存。
settings-unchanged = 什麼都沒變。
settings-changed-meanwhile = 在這個畫面顯示之後，有人變更了設定，所以我沒有動它們。這是最新的設定。
settings-newer = 在這個畫面顯示之後，設定有變更。這是最新的設定。
settings-channel-gone = 那個頻道已經不在了，或是我看不到。這是整個伺服器的設定。
settings-store-failed = ⚠️ 我現在無法存取設定，不知道有沒有存起來。請稍後再試一次。
# $field: one of `settings-name-…`. $most: a number.
settings-not-a-number = ⚠️ 「{ $field }」要填 0 到 { $most } 的整數，或留空。我什麼都沒改。
settings-not-offered = 這裡已經不能選它了。這是最新的設定。
settings-not-everybody = ⚠️ 我從不通知所有人。請選一個只有部分成員擁有的身分組。
settings-not-allowed = 只有擁有「管理伺服器」權限的成員，才能檢視和變更我的設定。
settings-outside = 設定是屬於伺服器的。請在伺服器裡使用這個指令。

## Choosing what is shown

settings-choose-channel = 整個伺服器。在這裡選擇頻道或論壇
settings-back-to-server = 顯示整個伺服器
settings-choose-page = 要顯示什麼

settings-page-overview = 總覽
settings-page-questions = 問題和回答
settings-page-askers = 誰可以提問
settings-page-limits = 上限
settings-page-extras = 來源、按鈕、意見回饋和協助
settings-page-changes = 變更了什麼，是誰變更的

## One setting, what is in force and where that comes from

settings-name-served = 我回答什麼
settings-name-answer-place = 我在哪裡回答
settings-name-chat-bot = 聊天機器人
settings-name-language = 回答的語言
settings-name-asker-roles = 誰可以提問
settings-name-shut-out = 誰不能提問
settings-name-member-questions-per-minute = 每位成員每分鐘的問題數
settings-name-member-questions-per-day = 每位成員每天的問題數
settings-name-questions-per-day = 所有人每天的問題總數
settings-name-archive-after = 討論串多久後封存
settings-name-archive-resolved = 關閉已解決的討論串
settings-name-show-sources = 回答下方的來源
settings-name-show-controls = 回答下方的按鈕
settings-name-feedback-channel = 意見回饋頻道
settings-name-help-role = 協助人員的身分組
settings-name-quiet-after-helper = 協助人員發言後我保持安靜
settings-name-paused = 暫停

# $name: one of `settings-name-…`, $source: one of the next three, $value: one of the next section.
settings-in-force = **{ $name }**：{ $value } · *{ $source }*
settings-source-channel = 這個頻道的設定
settings-source-server = 伺服器的設定
settings-source-default = 預設
settings-none = 這個頻道不設定
settings-reset = 使用伺服器的設定
settings-reset-server = 恢復預設
settings-option-reset = 跟整個伺服器一樣
settings-option-reset-server = 預設
# $value: as above; it is the description of an option, and cut at 100 characters.
settings-option-now = 目前：{ $value }

## Values

settings-value-mentions = 提及我的訊息
settings-value-messages = 每則訊息
settings-value-posts = 每則論壇貼文
settings-value-nothing = 什麼都不回答
settings-value-public-thread = 公開討論串
settings-value-private-thread = 私人討論串
settings-value-channel = 頻道
settings-value-usual-bot = 預設的聊天機器人
settings-value-bot-gone = { $bot }（已經沒有了）
settings-value-usual-language = 照我的營運者的設定
settings-value-everybody = 所有人
settings-value-nobody = 沒有人
# $shown: mentions with blanks between them.
settings-value-more = { $shown } 等，還有 { $more } 個
settings-value-no-limit = 沒有上限
# $limit: a number.
settings-value-operator-limit = { $limit }（我的營運者設定的）
settings-value-hour = 1 小時
settings-value-day = 1 天
settings-value-three-days = 3 天
settings-value-week = 1 週
settings-value-archive-usual = 照頻道的設定
settings-value-on = 開啟
settings-value-off = 關閉
settings-value-no-channel = 無
settings-value-no-role = 無
settings-value-minutes =
    { $minutes ->
        [0] 不保持安靜
        [60] 1 小時
        [240] 4 小時
       *[other] { $minutes } 分鐘
    }
settings-value-paused = 休息中
settings-value-running = 正常回答
settings-value-unset = 預設

settings-about-mentions = 只回答提及我或回覆我的訊息
settings-about-messages = 會花錢：每則訊息都是一次付費請求。成員之間的閒聊不算
settings-about-posts = 會花錢：每則新貼文都是一次付費請求。貼文裡只回答寫給我的內容
settings-about-nothing = 完全不回答問題，用指令也一樣
settings-about-public-thread = 看得到這個頻道的人都能跟著看
settings-about-private-thread = 只有提問者和版主看得到
settings-about-channel = 直接回覆，不開討論串

# $where: one of `settings-where-…`.
settings-confirm-messages =
    ⚠️ **每則訊息都要花錢。** 成員{ $where }寫的每則訊息，除了彼此之間的閒聊，都會變成給聊天機器人的問題，也就是一次付費請求。熱鬧的日子可能有上千次。你可以在「上限」裡設定上限。
settings-confirm-posts =
    ⚠️ **每則貼文都要花錢。** { $where }發表的每則新貼文，都會變成給聊天機器人的問題，也就是一次付費請求。你可以在「上限」裡設定上限。
settings-where-server = 在這個伺服器任何地方
settings-where-channel = 在 { $channel } 裡
settings-take-messages = 好，回答每則訊息
settings-take-posts = 好，回答每則貼文
settings-cancel = 取消

settings-choose-roles = 所有人。在這裡選擇身分組
settings-choose-members = 沒有人。在這裡選擇成員
settings-choose-feedback-channel = 無。在這裡選擇頻道
settings-choose-help-role = 無。在這裡選擇身分組
settings-feedback-note = -# 每則得到 👎 的回答，會在意見回饋頻道裡附上一次連結。私人討論串裡的回答除外。
settings-shut-out-note = -# 在整個伺服器不能提問的人，在任何頻道都不能提問。

## Limits

settings-limits-note = -# 每次付費請求都算，重新問的問題也算。一天從 UTC 0:00 開始。
settings-operator-limit = -# 我的營運者最多允許 { $limit }，以此為準。
settings-change-limits = 變更上限
settings-limits-form = 上限
settings-limit-about = 留空：預設。0：沒有上限。
# $about: the text before. Both together are 100 characters at most.
settings-limit-about-operator = { $about }我的營運者設定的最大值：{ $limit }。

## The pause of a server

settings-pause = 在這個伺服器暫停
settings-go-on = 繼續
settings-pause-note = -# 暫停期間，正在寫的回答會照常寫完；每個新問題會得到一句親切的說明，不會花錢。
settings-own-channels = 有自己設定的頻道：{ $channels }

## What I lack

# $permissions: a list of `settings-permission-…`, $effect: one of the next texts up to
# `settings-lacks-feedback` that does not begin with ⚠️.
settings-lacks = ⚠️ 我缺少{ $permissions }權限，所以{ $effect }。
settings-lacks-all = 我沒辦法在這裡回答
settings-lacks-thread = 我沒辦法在這裡開討論串，只能改在頻道裡回答
settings-lacks-private-thread = 我沒辦法在這裡開私人討論串，什麼都不回答
settings-lacks-moderation = 這裡的提問者可以把別人帶進私人討論串
settings-lacks-history = 在這裡的貼文裡，第一個問題之後，除非提及我，不然我會保持安靜
settings-no-private-threads = ⚠️ 這裡沒有私人討論串，所以我在這裡什麼都不回答。請選別的地方。
settings-lacks-resolving = 我在這裡的回答沒有「已解決」按鈕
settings-lacks-feedback = 我沒辦法在那裡告知意見回饋
settings-feedback-gone = ⚠️ 意見回饋頻道已經不在了，或是我看不到，所以沒有人會收到意見回饋。請選別的頻道，或都不選。
settings-lacks-askers = ⚠️ 這些身分組已經不在了，所以沒有人可以提問。請選別的身分組，或都不選。
settings-lacks-content = ⚠️ 我在沒有 Message Content Intent 的情況下執行，所以只讀得到提及我的訊息。
settings-operator-off = -# 我的營運者已經為所有伺服器關閉，以此為準。
settings-lacks-helpers = ⚠️ 那個身分組已經不在了，所以找不到人。請選別的身分組。
settings-lacks-role = ⚠️ 我沒辦法提及那個身分組：請允許所有人提及它，或給我「提及 @everyone、@here 和所有身分組」權限。
settings-permission-view-channel = 「檢視頻道」
settings-permission-send-messages = 「傳送訊息」
settings-permission-create-public-threads = 「建立公開討論串」
settings-permission-create-private-threads = 「建立私人討論串」
settings-permission-send-messages-in-threads = 「在討論串中傳送訊息」
settings-permission-manage-threads = 「管理討論串」
settings-permission-read-message-history = 「讀取訊息歷史」
settings-permission-connect = 「連接」

## The list of changes

settings-no-changes = 還沒有人變更過任何設定。
# $when: a time as Discord shows it, such as “2 hours ago”. $former and $value: two values, as above.
settings-change = { $when } { $member } · { $place } · { $name }：{ $former } → { $value }
settings-older = 較早的變更
settings-newest = 最新的變更
