# What `bridge-bot chat` says beside the answers.

chat-go-on = 이 대화를 이어 가려면: { $command }
chat-leave = 끝내려면 Ctrl-C를 한 번 더 누르거나 Ctrl-D를 누르세요.
chat-cut-off = 여기서 더는 읽거나 쓸 수 없어요: { $reason }.
chat-sources = 출처:
chat-stopped = 중지했어요. 끝내려면 Ctrl-C를 한 번 더 누르거나 Ctrl-D를 누르세요.
