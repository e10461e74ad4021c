# The buttons under a reply (34 characters at most), and what a member is told after a press. Only
# they see that.

control-stop = 중지
control-regenerate = 다시 생성
control-try-again = 다시 시도
control-sources = 출처
control-resolved = 해결됨
control-help = 도움 요청
control-asking-again = 다시 질문하고 있어요. 새 답변이 이 답변을 대신해요.

## What "Resolved" has done

control-resolved-tagged =
    “{ $tag }” 태그를 달아 해결됨으로 표시했어요.{ $closes ->
        [yes] {" "}이제 닫을게요. 새 메시지를 보내면 다시 열려요.
       *[no] {""}
    }
control-resolved-full =
    해결되어 다행이에요! 태그가 이미 Discord 한도만큼 있어서 “{ $tag }” 태그는 달지 못했어요.{ $closes ->
        [yes] {" "}이제 닫을게요. 새 메시지를 보내면 다시 열려요.
       *[no] {""}
    }
control-resolved-done =
    해결되어 다행이에요!{ $closes ->
        [yes] {" "}이 스레드를 닫을게요. 새 메시지를 보내면 다시 열려요.
       *[no] {""}
    }

## Why nothing happens

control-not-yours = 질문한 멤버와 여기서 메시지를 관리할 수 있는 멤버만 할 수 있어요.
control-not-yours-to-resolve = 질문한 멤버와 여기서 스레드를 관리할 수 있는 멤버만 할 수 있어요.
control-resolved-forbidden = 여기서는 이제 할 수 없어요. “스레드 관리하기” 권한이 필요해요.
control-resolved-answering = 여기서 아직 질문에 답변하고 있어서 이 스레드를 닫을 수 없어요. 답변이 끝나면 다시 눌러 주세요.
control-resolved-gone = 실패했어요. 방금 다른 사람이 이 스레드를 닫았거나 바꿨어요. 다시 시도해 주세요.
control-resolved-failed = 지금은 Discord가 허용하지 않아요. 잠시 후 다시 시도해 주세요.
control-over = 이 답변은 이미 끝났어요.
control-elsewhere = 지금 다시 시작하는 중이에요. 1분쯤 뒤에 다시 눌러 주세요.
control-forgotten = 그렇게 하는 데 필요한 정보가 이제 없어요. 다시 질문해 주세요.
control-not-newest = 대화에서 가장 최근 답변만 다시 요청할 수 있어요.
control-not-over = 지금 이 질문에 답변하고 있어요.
control-sources-gone = 이 답변의 출처가 이제 없어요. 출처는 일정 기간만 보관해요.
control-question-gone = 질문 전체를 더는 읽을 수 없어요. 다시 질문해 주세요.
control-asker-opted-out = 질문한 사람 중에 제가 메시지를 읽지 못하게 한 사람이 있어서 다시 질문할 수 없어요.

## Votes on an answer. Of the form: its title and labels 45 characters, a description and an option 100.

vote-counted = 고마워요! 👍 투표를 반영했어요.
vote-changed = 투표를 👍 로 바꿨어요.
vote-known = 👍 투표는 이미 반영되어 있고, 그대로 남아요.
vote-form = 무엇이 아쉬웠나요?
vote-form-about = 👎 투표는 반영했어요. 작성하지 않고 닫아도 돼요.
vote-reasons = 해당하는 것을 골라 주세요
vote-reason-wrong = 틀렸어요
vote-reason-outdated = 오래된 내용이에요
vote-reason-off-topic = 질문에 대한 답변이 아니에요
vote-reason-incomplete = 빠진 내용이 있어요
vote-reason-unclear = 이해하기 어려워요
vote-comment = 직접 쓰기
vote-comment-about = 봇 운영자가 읽을 수 있어요. 개인적인 내용은 쓰지 마세요.
vote-explained = 고마워요! 👎 투표에 의견을 더했어요.
vote-forgotten = 이 답변의 기록이 이제 없어서 투표를 반영할 수 없어요.
vote-not-kept = ⚠️ 방금은 저장하지 못했어요. 잠시 후 버튼을 다시 눌러 주세요.
vote-not-down = 이 답변에 👎 투표를 하지 않아서 저장하지 않았어요. 의견을 더하려면 👎 버튼을 눌러 주세요.

## Endings of a reply

ending-stopped = 누군가 버튼을 눌러 중지했어요.

## The sources of an answer. The buttons that turn the pages are 34 characters at most.

sources-cited = 답변에 인용한 출처
sources-consulted = 참고했지만 인용하지 않은 출처
# Behind the name of a source: where in it.
sources-place = , { $page }쪽
sources-excerpt = “{ $excerpt }”
sources-untitled = 제목 없음
sources-page = { $page }/{ $pages }쪽
sources-back = 이전
sources-next = 다음
