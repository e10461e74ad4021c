# What `bridge-bot chat` says beside the answers.

chat-go-on = لمتابعة هذه المحادثة: { $command }
chat-leave = للخروج: اضغط ⁨Ctrl-C⁩ مجددًا أو ⁨Ctrl-D⁩.
chat-cut-off = لم يعد بإمكاني القراءة أو الكتابة هنا: { $reason }.
chat-sources = المصادر:
chat-stopped = توقفت. للخروج: اضغط ⁨Ctrl-C⁩ مجددًا أو ⁨Ctrl-D⁩.
