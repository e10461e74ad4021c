# What a member is told of a failure: one sentence for each error of `core/errors.py`.

error-unexpected = 제 쪽에서 문제가 생겼어요. 다시 시도해 주세요.
error-store = 방금 이 대화를 기록하지 못했어요. 잠시 후 다시 시도해 주세요.
error-platform = Discord가 제 답변을 받지 않았어요.
error-platform-forbidden = 여기에 이어서 쓸 권한이 없어요.
error-text-refused = 이 서버의 Discord 필터가 글을 막아서 여기에 보여 드릴 수 없어요.
error-api-unexpected = 챗봇이 답변하지 않았어요. 다시 시도해 주세요.
error-api-unreachable = 지금은 챗봇에 연결할 수 없어요. 잠시 후 다시 시도해 주세요.
error-api-connection-lost = 답변이 오기 전에 챗봇과의 연결이 끊겼어요. 다시 시도해 주세요.
error-api-timeout = 챗봇이 너무 오래 걸렸어요. 잠시 후 다시 시도해 주세요.
error-intermediary-refused =
    저와 챗봇 사이의 중계 서버가 질문을 거부했어요(상태 { $status }{ $server ->
        [unknown] {""}
       *[other] , { $server }
    }). 계속되면 봇 운영자가 확인해야 해요.
error-api-refused = 챗봇이 제 키를 거부했거나 구독이 끝났어요. 봇 운영자가 확인해야 해요.
error-api-bot-unknown = 제게 설정된 챗봇이 존재하지 않아요. 봇 운영자가 확인해야 해요.
error-api-rate-limited =
    지금 챗봇에 질문이 너무 많아요. { $minutes ->
        [0] 잠시 후
       *[other] { $minutes }분 뒤에
    } 다시 시도해 주세요.
error-api-busy = 지금 챗봇이 바쁘거나 문제가 있어요. 잠시 후 다시 시도해 주세요.
error-api-rejected = 챗봇이 이 질문을 받지 않았어요.
error-api-malformed = 챗봇의 답변을 이해할 수 없었어요. 다시 시도해 주세요.
error-answer-too-long = 답변이 제가 보여 드릴 수 있는 길이보다 길어서 여기서 끝나요.
error-api-broken-off = 답변이 여기서 끊겼어요. 다시 질문해 주세요.
