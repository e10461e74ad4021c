# What the doctor finds: `doctor-<code>` says what is wrong, and `doctor-<code>-hint` how it is mended.
# A hint of "-" is none: there is nothing to do.

doctor-description = 我在這裡有哪些狀況，以及怎麼修
doctor-not-allowed = 只有擁有「管理伺服器」權限的成員，才能查看我在這裡有哪些狀況。
doctor-outside = 我只檢查我所在的伺服器。請在那樣的伺服器裡使用 /doctor。
doctor-head = **我在這個伺服器發現的狀況**
doctor-all-well = ✅ 我在這裡沒有發現任何異狀。
doctor-finding =
    { $sign } { $message }
    -# → { $hint } `{ $id }`
doctor-finding-alone =
    { $sign } { $message }
    -# `{ $id }`
# Below a list of findings that is too long.
doctor-more = -# 還有 { $count } 項。
# At the end of a list inside a sentence. $shown: its beginning, such as “#help, #general”.
doctor-and-more = { $shown } 等，還有 { $more } 個

## The command bridge-bot check

doctor-check-well = 一切正常。
doctor-check-counts = 錯誤：{ $errors }，警告：{ $warnings }，提示：{ $notes }
doctor-check-asking = 正在向 Chat API 提出一個問題，它和其他問題一樣要付費。
doctor-check-question = 你好，你運作正常嗎？

## Settings

doctor-E101 = { $problem }
doctor-E101-hint = 請在 .env 或環境變數裡設定；.env.example 有每項設定的說明。
doctor-W102 = { $problem }
doctor-W102-hint = -
doctor-W103 = 照設定，成員可以把我加到自己的帳號，但應用程式不允許。
doctor-W103-hint = 執行 `bridge-bot check --fix`，或在 Developer Portal → 你的應用程式 → Installation 開啟「User Install」。也可以設定 ALLOW_USER_INSTALL=false。
doctor-E104 = TEXTS_DIR 中有一句無法使用，機器人因此無法啟動。{ $problem }
doctor-E104-hint = 請修改或移除它；對句子的要求見 docs/translating.md。

## Discord

doctor-E201 = Discord 拒絕了權杖。
doctor-E201-hint = 請從 Developer Portal → 你的應用程式 → Bot → Reset Token 重新複製，並設為 DISCORD_TOKEN。
doctor-E202 = 沒辦法查詢 Discord：{ $reason }
doctor-E202-hint = 請檢查這台機器的網路、防火牆和代理伺服器，以及 Discord 的狀態頁面，再重新執行。
doctor-E203 = Message Content Intent 是關閉的，所以機器人無法啟動。
doctor-E203-hint = 執行 `bridge-bot check --fix`，或在 Developer Portal → 你的應用程式 → Bot → Privileged Gateway Intents 開啟。也可以設定 MESSAGE_CONTENT=false；這樣成員每次提問都得提及機器人。
doctor-N204 = Message Content Intent 是開啟的，但 MESSAGE_CONTENT=false 沒有用到它。
doctor-N204-hint = Discord 的政策要求不要取得用不到的存取權：請在 Developer Portal → 你的應用程式 → Bot 關閉。
doctor-W205 = 應用程式的「Add App」按鈕沒有要求機器人所需的全部項目：{ $missing }
doctor-W205-hint = 執行 `bridge-bot check --fix`，或在 Developer Portal → 你的應用程式 → Installation → Default Install Settings 設定。
doctor-E206 = 設定了「Interactions Endpoint URL」，所以 Discord 把指令和按鈕操作送到那裡，而不是送給機器人。
doctor-E206-hint = 請在 Developer Portal → 你的應用程式 → General Information 把它清空。
doctor-E207 = Discord 今天不再允許開始新的工作階段；再開始一次，權杖就會失效。
doctor-E207-hint = 請等 { $hours } 小時，並找出機器人為什麼這麼常啟動。正在執行的機器人會繼續執行。
doctor-W208 = 在 { $hours } 小時內，Discord 只允許再開始 { $left } 個工作階段。
doctor-W208-hint = 請找出機器人為什麼這麼常啟動，或為什麼會斷線。
doctor-N209 = 還沒有把指令告訴 Discord。
doctor-N209-hint = 機器人啟動時會告訴它：`bridge-bot run`。
doctor-W210 = Discord 上的指令和這個版本不同：{ $names }
doctor-W210-hint = 請啟動一次這個版本：`bridge-bot run`。如果它已經在執行，記錄檔裡有 Discord 沒收下指令的原因。
doctor-N211 = Message Content Intent 還沒有經過審查：使用者達到 10,000 人時 Discord 會要求審查，而機器人所在的伺服器共有 { $count } 位成員。
doctor-N211-hint = -
doctor-W212 = Discord 會審查這個機器人的 Message Content Intent，因為有超過 10,000 位使用者看得到它，或是它以前獲得過核准：必須提出申請，之後每年都要再申請。
doctor-W212-hint = 請在 Developer Portal → 你的應用程式 → Bot 查看日期。收到通知後有 90 天；錯過就會失去這個 Intent。
doctor-N213 = 機器人在 { $count } 個伺服器裡，但尚未驗證。在驗證之前，最多只能加入 100 個伺服器。
doctor-N213-hint = 請在 Developer Portal → 你的應用程式 → App Verification 申請。
doctor-E214 = { $servers } 個伺服器對 { $shards } 個分片來說太多了：Discord 允許每個分片 2,500 個。
doctor-E214-hint = 取消設定 SHARD_COUNT 和 SHARD_IDS 以採用 Discord 的建議，或調高 SHARD_COUNT。
doctor-N215 = 機器人還不在任何伺服器裡。
doctor-N215-hint = 邀請它：{ $link }
doctor-N216 = { $all } 個伺服器裡只檢查了 { $count } 個。
doctor-N216-hint = 管理伺服器的人可以用 /doctor 查看那裡的狀況。
doctor-W217 = 沒辦法檢查這個伺服器：Discord 沒有告知它的頻道。
doctor-W217-hint = 請稍後再執行一次。
doctor-W218 = 什麼都沒有修好：{ $reason }
doctor-W218-hint = 請照其他項目的說明，到 Developer Portal 操作。
doctor-N219 = 修好了：bridge-bot.{ $code }
doctor-N219-hint = -

## A server

doctor-E301 = { $places } 有我的設定，但我看不到那裡：我缺少「檢視頻道」權限。
doctor-E301-hint = 請在那裡給我的身分組「檢視頻道」權限，或用 /settings 重設那裡的設定。
doctor-E302 = 我沒辦法在 { $places } 回答：我缺少「傳送訊息」權限。
doctor-E302-hint = 請在那裡給我的身分組「傳送訊息」權限；在我用討論串回答的地方，也可以改給「建立公開討論串」和「在討論串中傳送訊息」兩項。
doctor-E303 = 我沒辦法在 { $places } 回答：我缺少「連接」權限。
doctor-E303-hint = 請在那裡給我的身分組「連接」和「傳送訊息」權限。
doctor-E304 = 我沒辦法在 { $places } 回答：我缺少「在討論串中傳送訊息」權限。
doctor-E304-hint = 請在那裡給我的身分組「在討論串中傳送訊息」權限。
doctor-E305 = 我在 { $places } 什麼都不回答：照設定要私下回答，而我缺少「建立私人討論串」權限。
doctor-E305-hint = 請在那裡給我的身分組「建立私人討論串」權限，或用 /settings 選別的回答地點。
doctor-E306 = 我在 { $places } 什麼都不回答：照設定要私下回答，而那裡沒有私人討論串。
doctor-E306-hint = 請用 /settings 選別的回答地點。
doctor-W307 = 我在 { $places } 缺少「管理討論串」權限，所以提問者可以把別人帶進私人討論串。
doctor-W307-hint = 請在那裡給我的身分組「管理討論串」權限。
doctor-W308 = 我在 { $places } 缺少「建立公開討論串」權限，所以我在頻道裡回答。
doctor-W308-hint = 請在那裡給我的身分組「建立公開討論串」權限，或用 /settings 把回答地點選為頻道。
doctor-W309 = 我在 { $places } 缺少「在討論串中傳送訊息」權限，所以我在頻道裡回答，在討論串裡則完全不回答。
doctor-W309-hint = 請在那裡給我的身分組「在討論串中傳送訊息」權限。
doctor-W310 = 我在 { $places } 缺少「附加檔案」權限，所以很長的回答會提早結束。
doctor-W310-hint = 請在那裡給我的身分組「附加檔案」權限。
doctor-W311 = 我在 { $places } 缺少「讀取訊息歷史」權限，所以我沒辦法回覆訊息，也找不到錯過的訊息。
doctor-W311-hint = 請在那裡給我的身分組「讀取訊息歷史」權限。
doctor-N312 = 我在 { $places } 缺少「新增反應」權限，所以沒有人看得出問題正在等待。
doctor-N312-hint = 請在那裡給我的身分組「新增反應」權限。
doctor-N313 = 我看得到 { $places }，但沒辦法在那裡回答。
doctor-N313-hint = 如果是故意的，就不用管。不然請在那裡使用 /doctor，看看我缺少什麼。
doctor-E314 = 我沒辦法在 { $places } 請人幫忙：協助人員的身分組已經不在了，或是我不能提及它。
doctor-E314-hint = 請允許所有人提及這個身分組，或給我「提及 @everyone、@here 和所有身分組」權限。如果它已經不在了，請用 /settings 選別的。
doctor-E315 = 對 { $places } 裡的回答的意見回饋都不見了：我沒辦法在意見回饋頻道發言。
doctor-E315-hint = 請在那裡給我的身分組「檢視頻道」和「傳送訊息」權限，或用 /settings 選別的頻道。
doctor-W316 = 有些已經不在的頻道還留著設定：{ $places }
doctor-W316-hint = 什麼都不用做；如果你指的是別的頻道，請用 /settings 看看。
doctor-E317 = 可以提問的身分組全都不在了，所以沒有人可以提問。
doctor-E317-hint = 請用 /settings 選別的身分組，或都不選。
doctor-W318 = 選了已經不存在的聊天機器人：{ $names }
doctor-W318-hint = 請用 /settings 選別的。在那之前由預設的聊天機器人回答。
doctor-W319 = { $places } 裡的每則訊息都該是問題，但我在沒有 Message Content Intent 的情況下執行，所以只讀得到提及我的訊息。
doctor-W319-hint = 請在那裡提及我，或請我的營運者開啟這個 Intent。
doctor-N320 = { $places } 開啟了來源或按鈕，但我的營運者已經為所有伺服器關閉。
doctor-N320-hint = -
doctor-W321 = 管理這個伺服器的人讓我在這裡暫停了。
doctor-W321-hint = 請用 /settings 結束暫停。
doctor-E322 = 我被禁言了，所以沒辦法在這裡寫任何東西。
doctor-E322-hint = 請在成員清單裡解除我的禁言。
doctor-W323 = 我不是給這個伺服器用的：我的營運者只指定了其他伺服器。
doctor-W323-hint = 請把這個伺服器的 ID 加進 ALLOWED_GUILDS，或把機器人移出伺服器。
doctor-N324 = 我在 { $places } 是關閉的。
doctor-N324-hint = 請用 /settings 在那裡開啟我。
doctor-W325 = { $scope }每天的問題數已達上限 { $limit } 個。恢復的時間：<t:{ $until }:R>。
doctor-W325-hint = 請用 /settings 調高上限；如果是我的營運者設的，請向營運者反映。
doctor-N326 = 過去一小時有 { $count } 個問題被拒絕：{ $reason }
doctor-N326-hint = -
doctor-W327 = 過去一小時有 { $count } 則回答不完整：{ $reason }
doctor-W327-hint = 如果一直這樣，請告訴我的營運者。
doctor-W328 = 聊天機器人目前不回答：{ $reason }
doctor-W328-hint = 我的營運者在記錄檔裡看得到。這裡不用做什麼。
doctor-N329 =
    { $minutes ->
        [0] 我在所有伺服器的上一則完整回答，是不到一分鐘前的事。
       *[other] 我在所有伺服器的上一則完整回答，是 { $minutes } 分鐘前的事。
    }
doctor-N329-hint = -
doctor-W330 = 我目前讀不到這個伺服器的設定。
doctor-W330-hint = 請稍後再試一次。如果一直這樣，請告訴我的營運者。
doctor-W331 = 我的營運者讓我暫停了，所以不會向聊天機器人提出任何問題。
doctor-W331-hint = 用 `bridge-bot resume` 結束暫停。
doctor-scope-guild = 這個伺服器
doctor-scope-channel = 這個頻道
doctor-scope-all = 所有伺服器合計

## The database

doctor-E401 = 資料庫無法使用：{ $reason }
doctor-E401-hint = 請檢查 DATABASE_URL，並參閱 docs/database.md。
doctor-N402 = 還沒有資料庫。
doctor-N402-hint = 機器人啟動時會建立。
doctor-N403 = 資料庫是較舊的版本。
doctor-N403-hint = 下次啟動時或用 `bridge-bot migrate` 會升級；如何退回請見 docs/backup.md。
doctor-N404 = 有機器人正在使用這個資料庫（處理程序 { $process }）。
doctor-N404-hint = 它最近的狀況在記錄檔裡；各伺服器的狀況請用 /doctor 查看。
doctor-W406 = 今天的 { $limit } 次請求全部用完了，所以不回答任何問題。
doctor-W406-hint = 請調高 QUESTIONS_PER_DAY，或等一等：一天以 UTC 計算。
doctor-W407 = 最近 { $count } 則回答沒有一則完整；最後一則結束的原因：{ $reason }。
doctor-W407-hint = 請在記錄檔裡查看發生了什麼事。`bridge-bot check --ask` 會提出一個問題，要付費。
doctor-N408 = 最近的回答中，{ $done } 則完整，{ $failed } 則不完整。
doctor-N408-hint = -

## The Chat API

doctor-E501 = 連不上 { $host }：{ $reason }
doctor-E501-hint = 請檢查 CHAT_API_BASE_URL，以及這台機器的網路、防火牆和代理伺服器。
doctor-N502 = 連得上 { $host }。它收不收金鑰、有沒有這個聊天機器人還不知道：它只提供要付費的提問。
doctor-N502-hint = `bridge-bot check --ask` 會提出一個問題。
doctor-E503 = Chat API 沒有給出回答：{ $reason }
doctor-E503-hint = 請檢查 CHAT_API_KEY、CHAT_BOT_UID 和訂閱。
doctor-N504 = Chat API 在 { $seconds } 秒內給出了回答。這個問題是付費的。
doctor-N504-hint = -
doctor-W505 = CHAT_API_BASE_URL 用的是 http:// 開頭的位址，所以金鑰和所有問題在網路上傳送時，誰都讀得到。
doctor-W505-hint = 請改用 https:// 開頭的位址。

## This machine

doctor-W601 = 這台機器的時鐘和 Discord 的差了 { $seconds } 秒。
doctor-W601-hint = 請用 chrony 或 systemd-timesyncd 這類校時服務調整。在那之前，記錄檔裡的時間是錯的。
doctor-N602 = { $versions }
doctor-N602-hint = -
doctor-N701 = { $proxy }
doctor-N701-hint = -

## The running bot, by its health port

doctor-W801 = 執行中的機器人還沒準備好：{ $reasons }
doctor-W801-hint = docs/operating.md 說明了每個原因的意思。機器人會自行處理；重新啟動會用掉 Discord 每天允許的一個工作階段。
doctor-N802 = 執行中的機器人已經準備好：它收得到問題，也能處理。
doctor-N802-hint = -
doctor-W803 = 執行中的機器人上一次對 Chat API 的請求失敗了：{ $reason }
doctor-W803-hint = 記錄檔裡有更多資訊。`bridge-bot check --ask` 會提出一個問題，要付費。
doctor-N804 = 啟動以來被拒絕的問題：{ $counts }
doctor-N804-hint = 管理伺服器的人可以用 /doctor 查看那裡拒絕了什麼。
doctor-W805 = 啟動以來因為讀不懂而略過的 Discord 事件：{ $counts }
doctor-W805-hint = 記錄檔裡有每一種的原因。較新的 bridge-bot 也許讀得懂。
doctor-W806 = 啟動以來被 Discord 限制的請求：{ $counts }
doctor-W806-hint = 範圍是「shared」的，有一些很正常。如果是「global」，請調低 DISCORD_REQUESTS_PER_SECOND；如果是「address」，請看看還有誰在用這台機器的位址。
doctor-W807 = 啟動以來失敗的 Chat API 請求：{ $counts }
doctor-W807-hint = 記錄檔裡有各自的詳細資訊。

## Why questions were refused and answers failed, in a few words

doctor-reason-refused-channel = 機器人在那個頻道是關閉的
doctor-reason-refused-shut-out = 該成員被禁止提問
doctor-reason-refused-role = 該成員沒有可以提問的身分組
doctor-reason-refused-paused-server = 伺服器讓機器人暫停了
doctor-reason-refused-paused = 營運者讓機器人暫停了
doctor-reason-refused-day-guild-member = 該成員在這個伺服器的每日上限
doctor-reason-refused-day-channel = 該頻道的每日上限
doctor-reason-refused-day-guild = 該伺服器的每日上限
doctor-reason-refused-day-member = 該成員的每日上限
doctor-reason-refused-day-all = 所有伺服器合計的每日上限
doctor-reason-refused-too-many = 一分鐘內的問題太多
doctor-reason-refused-queue-full = 一段對話裡等待的問題太多
doctor-reason-refused-opted-out = 該成員禁止機器人讀取訊息
doctor-reason-refused-forbidden = 機器人缺少在那裡回答的權限
doctor-reason-refused-forbidden-voice = 機器人缺少在那個語音頻道回答的權限
doctor-reason-refused-no-private-threads = 照設定要私下回答，但那裡沒有私人討論串
doctor-reason-refused-private-thread-forbidden = 機器人缺少建立私人討論串的權限
doctor-reason-refused-private-thread-busy = Discord 沒有及時建立私人討論串
doctor-reason-refused-guild = 機器人不是給這個伺服器用的
doctor-reason-refused-slow-mode = 慢速模式
doctor-reason-refused-member = 該成員不能在那裡發言
doctor-reason-refused-member-locked = 討論串已鎖定
doctor-reason-refused-member-timed-out = 該成員被禁言
doctor-reason-refused-member-voice = 該成員不能連接那個語音頻道
doctor-reason-other = 其他原因
doctor-reason-error-store = 資料庫故障
doctor-reason-error-platform = Discord 沒有收下回答
doctor-reason-error-platform-forbidden = 機器人缺少權限，或討論串已鎖定
doctor-reason-error-text-refused = 伺服器的過濾器擋下了文字
doctor-reason-error-api-unexpected = 聊天機器人沒有給出回答
doctor-reason-error-api-unreachable = 連不上聊天機器人
doctor-reason-error-api-connection-lost = 與聊天機器人的連線斷了
doctor-reason-error-api-timeout = 聊天機器人花太久時間
doctor-reason-error-intermediary-refused = 被機器人和聊天機器人之間的某個環節拒絕
doctor-reason-error-api-refused = 聊天機器人拒絕了金鑰，或訂閱已到期
doctor-reason-error-api-bot-unknown = 聊天機器人不存在
doctor-reason-error-api-rate-limited = 太常向聊天機器人提問
doctor-reason-error-api-busy = 聊天機器人很忙，或出了狀況
doctor-reason-error-api-rejected = 聊天機器人沒有接受問題
doctor-reason-error-api-malformed = 聊天機器人的回答無法解讀
doctor-reason-error-answer-too-long = 回答太長，無法全部顯示
doctor-reason-error-api-broken-off = 回答中斷
