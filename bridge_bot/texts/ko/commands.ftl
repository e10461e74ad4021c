# What the slash commands say of themselves and answer. A `…-description` is 100 characters at most.

ask-description = 챗봇에게 질문해요
ask-question-name = 질문
ask-question-description = 알고 싶은 내용
ask-file-name = 파일
ask-file-description = 질문과 관련된 텍스트 파일(예: 로그). 질문과 함께 표시돼요
ask-private = 비공개 스레드에서 답변하고, 거기서 멘션할게요.
language-description = 답변 언어를 확인하거나 선택해요
language-language-name = 언어
language-language-description = 답변할 언어
language-unknown = “{ $code }” 언어를 찾을 수 없어요. /language 목록에서 골라 주세요. 바뀐 것은 없어요.
language-outside = 여기에는 따로 이어지는 대화가 없어요. 제가 답변하는 스레드나 저와의 다이렉트 메시지에는 있어요.

## Ask about this, in the menu of a message. The name is 32 characters at most, the title of the form
## and its label 45.

about-name = 이 메시지에 대해 질문
about-form = 이 메시지에 대해 질문하기
about-question = 질문
about-default = 이게 무슨 뜻인가요?
# Above the quotation of the question.
about-shown = -# { $link } 메시지에 대해
# To the chatbot, between the question and the text of the message.
about-quoted = 질문의 대상이 되는 메시지:
about-nothing = 그 메시지에는 제가 읽을 수 있는 텍스트가 없어요.
about-opted-out = 그 메시지는 읽을 수 없어요. 작성한 사람이 원하지 않기 때문이에요.
about-forgotten = 그 메시지가 이제 제게 없어요. 메시지가 아직 있다면 메뉴를 열어 다시 질문해 주세요.

## /new

new-description = 여기서 새 대화를 시작해요
new-begun = 여기서 새 대화가 시작돼요. 다음 질문부터 챗봇은 위의 내용을 기억하지 못해요.
new-outside = 채널에서는 질문할 때마다 새 대화가 시작돼요. 제가 답변하는 스레드나 저와의 다이렉트 메시지에서 /new 명령어를 사용해 주세요.

## /help: an introduction, and below it a list of those that are true here, all in one message.

help-description = 질문하는 방법과 여기서 할 수 있는 일
help-intro = 질문을 챗봇에게 전하고 그 답변을 보여 드려요. 답변은 AI가 쓰니 중요한 내용은 꼭 확인하세요.
help-mentions = { $bot } 멘션과 함께 질문하거나, 제 메시지에 답장하거나, `/ask` 명령어를 사용하세요.
help-messages = 다른 사람에게 쓴 것이 아니라면, 여기의 모든 메시지는 저에게 하는 질문이에요. `/ask` 명령어도 쓸 수 있어요.
help-posts = 여기의 모든 새 게시물은 저에게 하는 질문이에요. 다른 게시물에서는 { $bot } 멘션이나 `/ask` 명령어를 사용하세요.
help-direct = 여기의 모든 메시지는 저에게 하는 질문이에요.
help-elsewhere = `/ask` 명령어를 사용하세요. 저는 여기 멤버가 아니라서 질문과 답변이 회원님에게만 보여요.
help-own-thread = 다른 사람에게 쓴 것이 아니라면, 이 스레드의 모든 메시지는 저에게 하는 질문이에요.
help-in-thread = 질문에 스레드를 열어 답변해요. 거기서는 멘션 없이 이어서 질문할 수 있어요.
help-in-private-thread = 회원님과 운영진만 볼 수 있는 비공개 스레드에서 답변해요.
help-in-channel = 채널에서 답변해요. 이어서 질문하려면 제 답변에 답장하세요.
help-about = 이미 있는 메시지에 대해서는 메시지 메뉴에서 앱 → *이 메시지에 대해 질문* 메뉴를 고르세요.
help-files = 로그나 코드 같은 텍스트 파일도 읽어요.
help-language = { $code ->
    [auto] 여기서는 질문과 같은 언어로 답변해요. `/language` 명령어로 다른 언어를 고를 수 있어요.
   *[other] 여기서 답변하는 언어: { $language }. `/language` 명령어로 다른 언어를 고를 수 있어요.
}
help-new = 스레드에서 `/new` 명령어를 쓰면 새 대화가 시작돼요.
help-new-direct = `/new` 명령어를 쓰면 새 대화가 시작돼요.
help-handoff = 스레드에서 `/handoff` 명령어를 쓰거나 답변 아래 “도움 요청”을 누르면 { $role } 역할을 불러요. 그 뒤로 저는 `/resume` 전까지 멘션에만 답변해요.
help-roles = 여기서는 다음 역할 중 하나가 있는 멤버에게만 답변해요: { $roles }
help-settings = 회원님은 이 서버를 관리해요. `/settings` 명령어로 제가 어디서 무엇에 답변할지 정할 수 있어요.
help-privacy = `/privacy`에서 회원님의 글이 어떻게 쓰이는지 보고, 제가 읽지 못하게 할 수도 있어요. `/export`로 저장된 내용을 받고, `/forget`으로 삭제할 수 있어요.
