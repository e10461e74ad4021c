# What members are told of their own words: by /privacy, above a first answer, after opting out.
# A `…-description` is 100 characters at most. $host: a name such as api.example.com.

## Above a member's first answer

first-answer = 這些回答是 AI 寫的，重要的事請自己確認。問題會傳送到 { $host }。詳情：/privacy

## A member who has opted out

refused-opted-out = 你要我別讀你的訊息，所以我不會回答你。可以用 /privacy 變更。
ending-opted-out = 依提問者的意思，我在這裡停下來了。

## /privacy

# All of it together is one message of 4,000 characters at most.
privacy-description = 你的話會怎麼處理，以及如何禁止我讀
privacy-sent = **你的問題會去哪裡。** 回答的是 AI：每個問題都會連同選定的語言，傳給 `{ $host }` 的聊天機器人。聊天機器人不會知道你的名字或 ID。它會記住一段對話裡的問題。
privacy-read = **我讀什麼。** 向我提問的訊息：提及我或回覆我的訊息、我所開的討論串裡的訊息、傳給我的私人訊息、你在指令裡填寫的內容、有人從選單拿來問我的訊息；如果伺服器的版主這樣設定，還有某個頻道的每則訊息。問題所回覆或轉傳的訊息我也會讀，除非作者禁止。其他內容我一概不會轉出去。
privacy-stored = **我儲存什麼。** 你的問題原文，只留到回答完為止；回答則只儲存聊天機器人列出的來源，各附一小段摘錄。每個問題：誰、何時、在哪裡問的（以 Discord 的 ID 記錄）、我用來回答的訊息 ID、結果如何、所用的語言。每段對話：它在聊天機器人那邊的 ID、語言和所用的聊天機器人。你今天問了幾個問題。某段對話找過人，以及我從什麼時候起在那裡保持安靜。你已經知道是 AI 在回答。你為自己選的語言，以及你的 Discord 語言。你的 👍 和 👎，還有你在 👎 表單裡寫的內容。你在這裡的選擇。如果你變更了我在某個伺服器的設定：改了什麼、何時改的。
privacy-kept = **保留多久。** 每日次數當天結束就清掉，我保持安靜的紀錄一週後清掉。你的問題、我對其回答的紀錄，以及你的投票，會在 { $days } 天後刪除。你已經知道是 AI 在回答，以及你在這裡的選擇，會保留到你變更為止。`/export` 會把全部內容以檔案給你，`/forget` 會把它刪除。
privacy-page = **更多說明。** 我的營運者在這裡說得更詳細：<{ $url }>
privacy-may-opt-out = **你可以選擇。** 你可以禁止我在任何伺服器讀取或引用你的訊息。這樣我也不會再回答你，正在寫的回答也會結束。
privacy-is-opted-out = **你可以選擇。** 你已禁止我在任何伺服器讀取或引用你的訊息，所以我不會回答你。你可以重新允許。
# Two buttons, 34 characters at most.
privacy-opt-out = 不要讀我的訊息
privacy-opt-in = 重新允許讀我的訊息

## /forget and /export

forget-description = 刪除我所儲存關於你的資料
forget-asked = **要我忘記你嗎？** 我會在所有伺服器刪除你的問題和我對其回答的紀錄、你的投票，以及只有你用過的對話在聊天機器人那邊的 ID。之後聊天機器人就不記得在那裡說過的事了。這個動作無法復原。可以先用 `/export` 看看有哪些資料。
# A button, 34 characters at most.
forget-confirm = 忘記我
# The numbers may be 0.
forget-done = 我已經刪除所儲存關於你的資料。問題：{ $questions } 個。回答的來源：{ $sources } 個。投票：{ $votes } 個。聊天機器人那邊的對話 ID：{ $conversations } 個。
forget-left = 我還不能刪除的問題：{ $count } 個。它們是最近十分鐘內問的，或是回答還沒結束。請稍後再用一次 `/forget`。
forget-stays = 這些會留著：你是否禁止我讀你的訊息、是否有伺服器禁止你提問、你在伺服器設定裡變更過什麼，以及今天的次數。
forget-elsewhere = 別處保留的東西我刪不了：聊天機器人會保留收到的問題；我們的訊息會留在 Discord 上，直到你或版主在那裡刪除。
export-description = 以檔案取得我所儲存關於你的全部資料
export-done = 這是我所儲存關於你的全部資料。只有你看得到。
export-nothing = 我沒有儲存任何關於你的資料。
export-too-large = 內容超過 Discord 檔案的大小上限。可以向我的營運者索取。
