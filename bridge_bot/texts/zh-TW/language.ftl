# What /language shows and answers. $language is a name such as "German · Deutsch", or language-auto.

language-scope-name = 範圍
language-scope-description = 為誰設定。沒填就是這段對話，在頻道裡則是你自己
language-option-reset = 不另外設定
language-scope-conversation = 這段對話
language-scope-me = 我，不管在哪裡
language-scope-channel = 這個頻道
language-scope-server = 這個伺服器
language-auto = 問題的語言
language-unset = 未設定
language-no-server = 只有在我所在的伺服器裡才能這樣選。

## What was chosen. $code is "auto", "reset", or that of a language.

language-chosen-conversation = { $code ->
    [auto] 從現在開始，我在這裡會用問題的語言回答。
    [reset] 已取消這段對話自己的語言設定。
   *[other] 從現在開始，我在這裡會用 { $language } 回答。
}
language-chosen-me = { $code ->
    [auto] 從現在開始，我會用你問題的語言回答你。
    [reset] 已取消你自己的語言設定。
   *[other] 從現在開始，我會用 { $language } 回答你。
}
language-chosen-channel = { $code ->
    [auto] 從現在開始，我在這個頻道會用問題的語言回答。
    [reset] 已取消這個頻道自己的語言設定。
   *[other] 從現在開始，我在這個頻道會用 { $language } 回答。
}
language-chosen-server = { $code ->
    [auto] 從現在開始，我在這個伺服器會用問題的語言回答。
    [reset] 已取消這個伺服器自己的語言設定。
   *[other] 從現在開始，我在這個伺服器會用 { $language } 回答。
}

## What is in force, with a line for each of those who may choose. The first that is set holds.

language-in-force = { $code ->
    [auto] 我在這裡會用你問題的語言回答你。
   *[other] 我在這裡會用 { $language } 回答你。
}
language-layer-conversation = 這段對話：{ $language }
language-layer-me = 你，不管在哪裡：{ $language }
language-layer-channel = 這個頻道：{ $language }
language-layer-server = 這個伺服器：{ $language }
language-layer-default = 我的營運者：{ $language }
language-how = -# 以其中最先有設定的那一項為準。在 `/language` 填上語言和範圍就能變更。
