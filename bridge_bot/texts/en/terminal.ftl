# What `bridge-bot chat` says beside the answers.

chat-go-on = To go on with this conversation: { $command }
chat-leave = Press Ctrl-C again, or Ctrl-D, to leave.
chat-cut-off = I can't read or write here any more: { $reason }.
chat-sources = Sources:
chat-stopped = Stopped. Press Ctrl-C again, or Ctrl-D, to leave.
