# What a server decides about the bot, and what its members are told of that. `<t:{ $until }:R>` is
# shown by Discord, in the reader's language.

## Refusals

press-not-private = 그 버튼은 본인에게만 보이는 메시지에서 쓰는 거예요. 직접 명령어를 사용해 주세요.
refused-channel = 이 채널에서는 꺼져 있어요. 서버 관리자가 `/settings` 명령어로 바꿀 수 있어요.
refused-shut-out = 이 서버에서는 회원님에게 답변하지 않아요. 서버 관리자가 그렇게 정했어요. 실수라고 생각하면 서버 관리자에게 물어보세요.
refused-role = 여기서는 특정 역할이 있는 멤버에게만 답변해요. 어떤 역할인지는 서버 관리자에게 물어보세요.
refused-paused-server = 지금은 쉬고 있어요. 서버 관리자가 여기서 저를 일시 정지했어요. 이 질문에는 나중에도 답변하지 않으니, 돌아오면 다시 질문해 주세요.
refused-day-guild-member = 오늘 이 서버에서 할 수 있는 질문 { $limit }개를 모두 썼어요. 다시 질문할 수 있는 때: <t:{ $until }:R>
refused-day-channel = 이 채널이 오늘 할 수 있는 질문을 모두 썼어요. 여기서 다시 답변하는 때: <t:{ $until }:R>

## Settings

settings-outdated = 방금 다른 사람이 이 설정을 바꿨어요. 지금 설정을 확인한 뒤 다시 시도해 주세요.
