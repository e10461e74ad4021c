# What `bridge-bot chat` says beside the answers.

chat-go-on = この会話を続けるには：{ $command }
chat-leave = 終了するには、もう一度Ctrl-Cを押すか、Ctrl-Dを押してください。
chat-cut-off = これ以上ここで読み書きできません：{ $reason }。
chat-sources = 出典：
chat-stopped = 停止しました。終了するには、もう一度Ctrl-Cを押すか、Ctrl-Dを押してください。
