# What members are told of their own words: by /privacy, above a first answer, after opting out.
# A `…-description` is 100 characters at most.

## Above a member's first answer

first-answer = 답변은 AI가 쓰니 중요한 내용은 꼭 확인하세요. 질문이 전송되는 곳: { $host }. 자세히: /privacy

## A member who has opted out

refused-opted-out = 제가 메시지를 읽지 못하게 하셔서 답변하지 않아요. /privacy 명령어로 바꿀 수 있어요.
ending-opted-out = 질문한 사람이 원해서 여기서 멈췄어요.

## /privacy

# All of it together is one message of 4,000 characters at most.
privacy-description = 회원님의 글이 어떻게 쓰이는지, 제가 읽지 못하게 하는 방법
privacy-sent = **질문이 가는 곳.** 답변은 AI가 해요. 질문은 선택한 언어와 함께 `{ $host }`의 챗봇으로 전송돼요. 회원님의 이름이나 ID는 챗봇에 알리지 않아요. 챗봇은 대화 속 질문을 기억해요.
privacy-read = **제가 읽는 것.** 저에게 질문하는 메시지를 읽어요. 저를 멘션하거나 저에게 답장한 메시지, 제가 연 스레드의 메시지, 저에게 보낸 다이렉트 메시지, 명령어에 입력한 내용, 누군가 메뉴에서 질문 대상으로 고른 메시지, 그리고 서버 운영진이 원하는 경우 한 채널의 모든 메시지예요. 질문이 답장하거나 전달한 메시지도 작성자가 막지 않았다면 읽어요. 그 밖의 것은 전달하지 않아요.
privacy-stored = **제가 저장하는 것.** 질문의 내용은 답변이 끝날 때까지. 답변은 챗봇이 밝힌 출처와 짧은 발췌만. 질문마다 누가 언제 어디서 했는지(Discord ID), 답변한 제 메시지의 ID, 어떻게 끝났는지, 그 언어. 대화마다 챗봇 쪽 ID, 언어, 챗봇. 오늘 질문한 횟수. 대화에 담당자를 불렀는지, 제가 언제부터 조용히 있는지. AI가 답변한다는 안내를 받았다는 것. 회원님이 자신을 위해 고른 언어와 Discord 언어. 회원님의 👍 와 👎, 그리고 👎 양식에 쓴 내용. 여기서 선택한 것. 서버의 제 설정을 바꿨다면 무엇을 언제 바꿨는지.
privacy-kept = **보관 기간.** 하루 횟수는 그날까지, 제가 조용히 있던 곳은 일주일 뒤까지 보관해요. 질문, 답변에 대한 기록, 투표는 { $days }일 뒤에 삭제돼요. AI가 답변한다는 안내를 받았다는 것과 여기서 선택한 것은 바꿀 때까지 남아요. `/export`로 전부 파일로 받고, `/forget`으로 삭제할 수 있어요.
privacy-page = **자세히.** 봇 운영자의 안내: <{ $url }>
privacy-may-opt-out = **선택할 수 있어요.** 모든 서버에서 제가 회원님의 메시지를 읽거나 인용하지 못하게 할 수 있어요. 그러면 회원님에게 답변하지도 않고, 지금 하고 있는 답변도 끝나요.
privacy-is-opted-out = **선택할 수 있어요.** 모든 서버에서 제가 회원님의 메시지를 읽거나 인용하지 못하게 하셨어요. 그래서 답변하지 않아요. 다시 허용할 수 있어요.
# Two buttons, 34 characters at most.
privacy-opt-out = 내 메시지 읽지 않기
privacy-opt-in = 내 메시지 다시 읽기

## /forget and /export

forget-description = 제가 저장한 회원님의 정보를 삭제해요
forget-asked = **회원님의 정보를 삭제할까요?** 모든 서버에서 회원님의 질문과 답변에 대한 기록, 투표, 회원님만 사용한 대화의 챗봇 쪽 ID를 삭제해요. 그러면 챗봇은 거기서 나눈 내용을 기억하지 못해요. 되돌릴 수 없어요. `/export`로 무엇이 있는지 먼저 볼 수 있어요.
# A button, 34 characters at most.
forget-confirm = 내 정보 삭제
forget-done = 저장했던 회원님의 정보를 삭제했어요. 질문: { $questions }개. 답변의 출처: { $sources }개. 투표: { $votes }개. 챗봇 쪽 대화 ID: { $conversations }개.
forget-left = 아직 삭제할 수 없는 질문: { $count }개. 최근 10분 안에 했거나 답변이 끝나지 않은 질문이에요. 나중에 `/forget` 명령어를 다시 사용해 주세요.
forget-stays = 다음은 남아요: 제가 메시지를 읽지 못하게 했는지, 서버에서 이용이 제한됐는지, 서버 설정에서 바꾼 내용, 오늘의 횟수.
forget-elsewhere = 다른 곳에 보관된 것은 삭제할 수 없어요. 챗봇은 받은 질문을 보관하고, Discord의 메시지는 회원님이나 운영진이 삭제할 때까지 남아요.
export-description = 제가 저장한 회원님의 정보를 모두 파일로 받아요
export-done = 제가 저장한 회원님의 정보 전부예요. 회원님에게만 보여요.
export-nothing = 저장한 회원님의 정보가 없어요.
export-too-large = Discord에서 보낼 수 있는 파일 크기를 넘어요. 봇 운영자에게 요청하면 받을 수 있어요.
