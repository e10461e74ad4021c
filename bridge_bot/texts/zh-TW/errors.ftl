# What a member is told of a failure: one sentence for each error of `core/errors.py`.

error-unexpected = 我這邊出了點狀況。請再試一次。
error-store = 我剛才沒能把這段對話記下來。請稍後再試一次。
error-platform = Discord 沒有收下我的回答。
error-platform-forbidden = 我沒有權限在這裡繼續寫。
error-text-refused = 這個伺服器的 Discord 過濾器擋下了這段文字，所以我沒辦法在這裡顯示。
error-api-unexpected = 聊天機器人沒有給出回答。請再試一次。
error-api-unreachable = 我現在連不上聊天機器人。請稍後再試一次。
error-api-connection-lost = 聊天機器人還沒回答，連線就斷了。請再試一次。
error-api-timeout = 聊天機器人花太久時間了。請稍後再試一次。
# $status: a status of HTTP, such as 502. $server: a product's name, such as nginx, or “unknown”.
error-intermediary-refused =
    我和聊天機器人之間的某個環節拒絕了這個問題（狀態 { $status }{ $server ->
        [unknown] {""}
       *[other] ，來自 { $server }
    }）。如果一直這樣，需要我的營運者來處理。
error-api-refused = 聊天機器人拒絕了我的金鑰，或是訂閱已經到期。需要我的營運者來處理。
error-api-bot-unknown = 我設定要用的聊天機器人不存在。需要我的營運者來處理。
# $minutes: 0 where that is not known.
error-api-rate-limited =
    聊天機器人現在收到太多問題了。請{ $minutes ->
        [0] 稍後
       *[other] 在 { $minutes } 分鐘後
    }再試一次。
error-api-busy = 聊天機器人現在很忙，或是出了狀況。請稍後再試一次。
error-api-rejected = 聊天機器人沒有接受這個問題。
error-api-malformed = 聊天機器人的回答無法解讀。請再試一次。
error-answer-too-long = 回答太長，我沒辦法全部顯示，所以到這裡為止。
error-api-broken-off = 回答在這裡中斷了。請再問一次。
