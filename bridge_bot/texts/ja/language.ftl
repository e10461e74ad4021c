# What /language shows and answers. $language is a name such as "German · Deutsch", or language-auto.

language-scope-name = 対象
language-scope-description = 対象。省略すると会話、チャンネルではあなた自身
language-option-reset = 独自の設定なし
language-scope-conversation = この会話
language-scope-me = 自分（すべての場所）
language-scope-channel = このチャンネル
language-scope-server = このサーバー
language-auto = 質問と同じ言語
language-unset = 未設定
language-no-server = それを選べるのは、私がメンバーになっているサーバーだけです。

## What was chosen. $code is "auto", "reset", or that of a language.

language-chosen-conversation = { $code ->
    [auto] これからここでは、質問と同じ言語で回答します。
    [reset] この会話の独自の言語設定を解除しました。
   *[other] これからここでは { $language } で回答します。
}
language-chosen-me = { $code ->
    [auto] これからあなたには、質問と同じ言語で回答します。
    [reset] あなたの独自の言語設定を解除しました。
   *[other] これからあなたには { $language } で回答します。
}
language-chosen-channel = { $code ->
    [auto] これからこのチャンネルでは、質問と同じ言語で回答します。
    [reset] このチャンネルの独自の言語設定を解除しました。
   *[other] これからこのチャンネルでは { $language } で回答します。
}
language-chosen-server = { $code ->
    [auto] これからこのサーバーでは、質問と同じ言語で回答します。
    [reset] このサーバーの独自の言語設定を解除しました。
   *[other] これからこのサーバーでは { $language } で回答します。
}

## What is in force, with a line for each of those who may choose. The first that is set holds.

language-in-force = { $code ->
    [auto] ここでは、あなたの質問と同じ言語で回答します。
   *[other] ここでは、あなたに { $language } で回答します。
}
language-layer-conversation = この会話：{ $language }
language-layer-me = あなた（すべての場所）：{ $language }
language-layer-channel = このチャンネル：{ $language }
language-layer-server = このサーバー：{ $language }
language-layer-default = 運営者の設定：{ $language }
language-how = -# 設定されているもののうち、一番上のものが有効です。言語と対象を指定して `/language` を使うと変更できます。
