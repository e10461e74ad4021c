# What the slash commands say of themselves and answer. A `…-description` is 100 characters at most.

## /ask

ask-description = 向聊天機器人提問
ask-question-name = 問題
ask-question-description = 你想知道什麼
ask-file-name = 檔案
ask-file-description = 跟問題有關的文字檔，例如記錄檔。會和問題一起顯示
ask-private = 我會在私人討論串裡回答，並在那裡提及你。

## /language; the rest of it is in language.ftl. $code: what a member has sent in place of a language.

language-description = 查看或選擇我的回答語言
language-language-name = 語言
language-language-description = 用哪種語言回答
language-unknown = 我不認得語言「{ $code }」。請從 /language 的清單裡選一個；目前什麼都沒變。
language-outside = 這裡沒有自己的對話。在我回答的討論串，或在和我的私人訊息裡才有。

## Ask about this, in the menu of a message. The name is 32 characters at most, the title of the form
## and its label 45.

about-name = 針對這則訊息提問
about-form = 針對這則訊息提問
about-question = 你的問題
# What stands in the form already, and may be replaced.
about-default = 這是什麼意思？
# Above the quotation of the question. $link: the address of the message.
about-shown = -# 關於 { $link }
# To the chatbot, between the question and the text of the message.
about-quoted = 問題所指的訊息：
about-nothing = 那則訊息裡沒有我讀得懂的文字。
about-opted-out = 我不能讀那則訊息：寫的人不希望我讀。
about-forgotten = 那則訊息已經不在我手邊了。如果它還在，請開啟它的選單再問一次。

## /new

new-description = 在這裡開始一段新的對話
new-begun = 新的對話從這裡開始：從下一個問題起，聊天機器人就不記得上面說過的事了。
new-outside = 在頻道裡，每個問題都會自動開始一段新的對話。請在我回答的討論串，或在和我的私人訊息裡使用 /new。

## /help: an introduction, and below it a list of those that are true here. All of it together is one
## message, so keep each short. $bot and $role are mentions, $roles several with blanks between them.

help-description = 怎麼問我，還有這裡能做什麼
help-intro = 我把你的問題交給聊天機器人，再把它的回答拿給你看。回答是 AI 寫的，重要的事請自己確認。
help-mentions = 提及 { $bot } 並寫下問題、回覆我，或使用 `/ask`。
help-messages = 這裡的每則訊息都是給我的問題，寫給別人的除外。也可以用 `/ask`。
help-posts = 這裡的每則新貼文都是給我的問題。在其他貼文裡，請提及 { $bot } 或使用 `/ask`。
help-direct = 這裡的每則訊息都是給我的問題。
help-elsewhere = 請使用 `/ask`。我不是這裡的成員，所以問題和回答只有你看得到。
help-own-thread = 這個討論串裡的每則訊息都是給我的問題，寫給別人的除外。
help-in-thread = 我會為你的問題開一個討論串來回答，在裡面接著問就好，不必提及我。
help-in-private-thread = 我會在私人討論串裡回答，只有你和版主看得到。
help-in-channel = 我會在頻道裡回答。回覆我的回答就能接著問。
help-about = 想問一則已經有的訊息：開啟它的選單，點「應用程式」，再選 *針對這則訊息提問*。
help-files = 我也會讀文字檔，例如記錄檔或程式碼。
# $code: "auto", or that of $language, which has its English and its own name.
help-language = { $code ->
    [auto] 我在這裡會用你問題的語言回答。用 `/language` 可以另選一種。
   *[other] 我在這裡會用 { $language } 回答你。用 `/language` 可以另選一種。
}
help-new = 在討論串裡用 `/new` 可以開始一段新的對話。
help-new-direct = 用 `/new` 可以開始一段新的對話。
help-handoff = 在討論串裡用 `/handoff`，或按回答下方的「請人幫忙」，就能把 { $role } 找來。之後我會在那裡保持安靜，直到有人用 `/resume`；提及我的話我還是會回答。
help-roles = 在這裡，我只回答有下列任一身分組的成員：{ $roles }
help-settings = 你可以管理這個伺服器：用 `/settings` 決定我在哪裡做什麼。
help-privacy = `/privacy` 說明你的話會怎麼處理，也能禁止我讀。`/export` 和 `/forget` 可以把我儲存的資料給你，並且刪除。
