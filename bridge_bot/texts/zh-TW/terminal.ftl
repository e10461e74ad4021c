# What `bridge-bot chat` says beside the answers.

chat-go-on = 要繼續這段對話：{ $command }
chat-leave = 再按一次 Ctrl-C，或按 Ctrl-D 離開。
chat-cut-off = 我在這裡已經無法讀寫：{ $reason }。
chat-sources = 來源：
chat-stopped = 已停止。再按一次 Ctrl-C，或按 Ctrl-D 離開。
