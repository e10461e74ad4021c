# What `bridge-bot chat` says beside the answers.

chat-go-on = 要继续这段对话：{ $command }
chat-leave = 再按一次 Ctrl-C，或按 Ctrl-D 退出。
chat-cut-off = 我在这里无法再读写：{ $reason }。
chat-sources = 来源：
chat-stopped = 已停止。再按一次 Ctrl-C，或按 Ctrl-D 退出。
