# /usage and `bridge-bot usage`: how much the bot is used. A `…-description` is 100 characters at most.

usage-description = 이 서버에서 제가 얼마나 쓰이고, 얼마나 잘되는지
usage-days-name = 일수
usage-days-description = 며칠 동안인지. 정하지 않으면 7일
usage-title = **{ $days ->
    [1] 오늘
   *[other] 지난 { $days }일 동안
} 여기서 쓰인 현황**
usage-none = { $days ->
    [1] 오늘
   *[other] 지난 { $days }일 동안
} 이 서버에서 저에게 한 질문이 없어요.
usage-legend = -# *Q*: 챗봇에 보낸 질문 · *OK*: 완료한 답변 · *ERR*: 실패 · *STOP*: 도중에 중지 · *50%*, *95%*: 답변 중 이만큼이 질문 후 이 시간 안에 시작됨 · *+*, *-*: 👍 와 👎 투표. 하루는 UTC 기준이에요. 방금 일어난 일은 빠져 있을 수 있어요.
usage-not-allowed = 이 서버를 관리하는 사람만 볼 수 있어요.
usage-total = 합계
usage-unknown-channel = 삭제된 채널
usage-hidden-channel = 볼 수 없는 채널
usage-default-chat-bot = 기본
usage-private = 다이렉트 메시지, 그리고 질문한 사람만 답변을 보는 곳
usage-more = 외 { $count }개

## Headings of the columns, as short as may be: the table has to fit on a phone.
## Narrow letters only: a wide one would move the columns.

usage-column-asked = Q
usage-column-done = OK
usage-column-failed = ERR
usage-column-stopped = STOP
usage-column-within-50 = 50%
usage-column-within-95 = 95%
usage-column-up = +
usage-column-down = -
usage-by-day = 날짜
usage-by-channel = 채널
usage-by-chat-bot = 챗봇
usage-by-guild = 서버
