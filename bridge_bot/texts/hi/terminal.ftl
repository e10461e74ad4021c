# What `bridge-bot chat` says beside the answers.

chat-go-on = यह बातचीत जारी रखने के लिए: { $command }
chat-leave = बाहर निकलने के लिए फिर से Ctrl-C या Ctrl-D दबाएं।
chat-cut-off = मैं अब यहां पढ़ या लिख नहीं सकता: { $reason }।
chat-sources = स्रोत:
chat-stopped = रुक गया। बाहर निकलने के लिए फिर से Ctrl-C या Ctrl-D दबाएं।
