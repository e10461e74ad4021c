# What stands in and around a reply, and the name of its thread.

## Threads. The name is 100 characters at most.

thread-name-neutral = 질문
# Behind a mention of the member who asked, and above a quotation of the question.
private-thread =
    회원님과 운영진만 읽을 수 있는 이곳에서 답변할게요. { $link ->
        [none] 질문:
       *[other] { $link } 에서 한 질문:
    }

## While an answer is waited for, and above it. Each stands in one line.

delayed-queued = 지금 챗봇을 기다리는 질문이 많아요. 순서를 기다리고 있어요.
delayed-retrying = 지금 챗봇에 문제가 있어요. 계속 시도하고 있어요.
delayed-slow = 챗봇이 시간이 걸리네요. 답변을 계속 기다리고 있어요.
context-lost = 챗봇이 이전 대화를 기억하지 못해서 이 답변부터 새 대화가 시작돼요.

## Endings of a reply

ending-notice = ⚠️ { $notice }
ending-interrupted = 다시 시작하는 중이에요. 그 뒤에 이 답변을 마칠게요.
ending-question-deleted = 질문이 삭제되어 여기서 멈췄어요.
answer-attached = 답변이 더 있어요. 전체 내용은 이 파일에 있어요.
answer-complete = 답변을 마쳤어요.
sources = 출처: { $list }
mention-needed = 이 스레드에서는 질문할 때마다 저를 멘션해 주세요. 멘션 없는 메시지는 읽을 수 없어요.
reply-empty = 챗봇이 아무 말도 하지 않았어요.
given-up-crashing = 이 질문 때문에 두 번 멈춰서 더는 시도하지 않을게요. 다른 말로 질문해 주세요.
given-up-ended = 답변이 여기서 끝났어요. 다시 질문해 주세요.
given-up-stopped = 다시 시작하는 중이라 이 답변을 이어 갈 수 없어요. 잠시 후 다시 질문해 주세요.
given-up-late = 너무 오래 자리를 비워서 여기서 이어 갈 수 없어요. 다시 질문해 주세요.
request-id = (요청 { $request_id })

## Lists

# Between two things of a list, such as files, channels or permissions.
list-separator = { ", " }
