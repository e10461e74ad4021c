# What a member is told of a question that is not answered. `<t:{ $until }:R>` is shown by Discord, in
# the reader's language.

## Hints

hint-empty = 무엇이든 질문해 주세요. 제 이름 뒤에 질문을 쓰면 돼요.

## Refusals

refused-guild = 이 서버에서는 켜져 있지 않아요. 봇 운영자가 추가할 수 있어요.
refused-dms = 다이렉트 메시지에는 답변하지 않아요. 서버에서 질문해 주세요.
refused-dms-stranger = 다이렉트 메시지로는 제가 켜져 있는 서버의 멤버에게만 답변해요.
refused-too-many = 정말 빠르네요! 1분에 질문을 { $limit }개까지 할 수 있어요. { $seconds }초 뒤에 다시 시도해 주세요.
refused-day-member = 오늘 할 수 있는 질문 { $limit }개를 모두 썼어요. 다시 질문할 수 있는 때: <t:{ $until }:R>
refused-day-guild = 이 서버가 오늘 할 수 있는 질문을 모두 썼어요. 여기서 다시 답변하는 때: <t:{ $until }:R>
refused-day-all = 오늘 받을 수 있는 질문을 모두 썼어요. 다시 답변하는 때: <t:{ $until }:R>
refused-paused = 지금은 쉬고 있어요. 봇 운영자가 저를 일시 정지했어요. 이 질문에는 나중에도 답변하지 않으니, 돌아오면 다시 질문해 주세요.
refused-queue-full = 여기에는 이미 질문 { $limit }개가 기다리고 있어요. 먼저 답변하게 해 주시고, 그다음에 다시 질문해 주세요.
refused-forbidden = 이 채널에 글을 쓸 권한이 없어요. 서버 관리자가 메시지를 보내고 스레드를 만들 권한을 줄 수 있어요.
refused-forbidden-voice = 이 채널에 글을 쓸 권한이 없어요. 서버 관리자가 채널에 연결하고 메시지를 보낼 권한을 줄 수 있어요.
refused-private-thread-forbidden = 여기서는 비공개 스레드에서만 답변하는데, 그것을 열 권한이 없어요. 서버 관리자가 비공개 스레드를 만들고 스레드에서 메시지를 보낼 권한을 줄 수 있어요.
refused-no-private-threads = 여기서는 비공개 스레드에서만 답변하는데, 이런 채널에는 비공개 스레드가 없어요. 서버 관리자가 /settings 명령어로 답변할 곳을 바꿀 수 있어요.
refused-private-thread-busy = 여기서는 비공개 스레드에서만 답변하는데, 지금은 Discord가 열어 주지 않아요. 몇 분 뒤에 다시 질문해 주세요.
refused-no-member = 저는 이 서버의 멤버가 아니에요. 명령어만 추가되어 있어서 여기서는 답변할 수 없어요. 서버 관리자가 저를 초대할 수 있어요: { $link }
refused-member = 질문하는 사람이 글을 쓸 수 있는 곳에서만 답변해요. 회원님은 여기에 글을 쓸 수 없어요.
refused-member-voice = 질문하는 사람이 글을 쓸 수 있는 곳에서만 답변해요. 이 채널에 글을 쓰려면 연결할 권한이 필요해요.
refused-member-locked = 질문하는 사람이 글을 쓸 수 있는 곳에서만 답변해요. 이 스레드는 잠겨 있어요.
refused-member-timed-out = 질문하는 사람이 글을 쓸 수 있는 곳에서만 답변해요. 회원님은 이 서버에서 타임아웃 상태예요.
refused-slow-mode = 여기는 슬로우 모드가 켜져 있고, 저에게 하는 질문에도 적용돼요. 다시 질문할 수 있는 때: <t:{ $until }:R>

## Edited questions

# Of a question whose answer goes on as if it had not been edited. $reason: one of the refusals, or the next text.
edited-not-asked = 수정 전 질문에 대한 답변을 계속할게요. { $reason }
edited-too-often = 제가 답변하는 동안 질문을 { $limit }번 수정했어요.
