# What /language shows and answers. $language is a name such as "German · Deutsch", or language-auto.

language-scope-name = 范围
language-scope-description = 为谁设置。不填则为这段对话，在频道里则为你自己
language-option-reset = 不单独设置
language-scope-conversation = 这段对话
language-scope-me = 我，任何地方
language-scope-channel = 这个频道
language-scope-server = 这个服务器
language-auto = 问题所用的语言
language-unset = 未设置
language-no-server = 只有在我已加入的服务器里才能这样选择。

## What was chosen. $code is "auto", "reset", or that of a language.

language-chosen-conversation = { $code ->
    [auto] 从现在起，我在这里用问题所用的语言回答。
    [reset] 已取消这段对话自己的语言设置。
   *[other] 从现在起，我在这里用 { $language } 回答。
}
language-chosen-me = { $code ->
    [auto] 从现在起，我用问题所用的语言回答你。
    [reset] 已取消你自己的语言设置。
   *[other] 从现在起，我用 { $language } 回答你。
}
language-chosen-channel = { $code ->
    [auto] 从现在起，我在这个频道里用问题所用的语言回答。
    [reset] 已取消这个频道自己的语言设置。
   *[other] 从现在起，我在这个频道里用 { $language } 回答。
}
language-chosen-server = { $code ->
    [auto] 从现在起，我在这个服务器上用问题所用的语言回答。
    [reset] 已取消这个服务器自己的语言设置。
   *[other] 从现在起，我在这个服务器上用 { $language } 回答。
}

## What is in force, with a line for each of those who may choose. The first that is set holds.

language-in-force = { $code ->
    [auto] 我在这里用问题所用的语言回答你。
   *[other] 我在这里用 { $language } 回答你。
}
language-layer-conversation = 这段对话：{ $language }
language-layer-me = 你，任何地方：{ $language }
language-layer-channel = 这个频道：{ $language }
language-layer-server = 这个服务器：{ $language }
language-layer-default = 我的运营者：{ $language }
language-how = -# 以其中最先设置了的一项为准。在 `/language` 中填写语言和范围即可更改。
