# Calling people to a conversation, and keeping quiet for them. $member and $role are mentions.

## The commands

handoff-description = 이 서버의 도움 담당자를 이 대화로 불러요
resume-description = 제가 조용히 있는 곳에서 다시 답변하게 해요

## What all can read

# Behind a mention of the role that is called.
handoff-call = { $member }님이 여기서 도움을 요청했어요. 누군가 `/resume` 명령어를 쓸 때까지 이 대화에서는 조용히 있을게요. 저를 멘션하면 그래도 답변해요.
resume-done = 여기서 다시 답변할게요.

## What only who used the command or the button reads

handoff-called = { $role } 역할을 불렀어요. 시간이 되는 사람이 여기로 올 거예요. 그동안 저는 조용히 있을게요.
handoff-called-lately = 여기에는 이미 담당자를 불렀어요. 다음에 부를 수 있는 때: <t:{ $until }:R>
handoff-too-many = 지난 한 시간 동안 이 서버에서 담당자를 너무 자주 불렀어요. 다음에 부를 수 있는 때: <t:{ $until }:R>
handoff-no-role = 이 서버에는 부를 담당자가 정해져 있지 않아요. 서버 관리자가 `/settings` 명령어로 정할 수 있어요.
handoff-unreachable = 도움 담당자를 부를 수 없어요. 역할이 없어졌거나 제가 멘션할 수 없어요. 그래서 아직 아무도 몰라요. 서버 관리자가 `/settings` 명령어로 바꿀 수 있어요.
handoff-failed = Discord가 제 호출을 받지 않아서 아무도 부르지 못했어요. 잠시 후 다시 시도해 주세요.
handoff-direct = 다이렉트 메시지에는 부를 사람이 없어요. 서버에서 질문하고, 거기서 담당자를 불러 주세요.
handoff-outside = 제가 답변하는 스레드에서 `/handoff` 명령어를 쓰거나 제 답변 아래 “도움 요청”을 눌러 주세요.
resume-not-quiet = 여기서는 조용히 있지 않아요. 그냥 질문해 주세요.
resume-not-yours = 처음 질문한 멤버, 도움 담당자, 메시지나 스레드를 관리할 수 있는 멤버만 할 수 있어요.
