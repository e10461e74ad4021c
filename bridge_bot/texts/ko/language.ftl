# What /language shows and answers. $language is a name such as "German · Deutsch", or language-auto.

language-scope-name = 범위
language-scope-description = 누구에게 적용할지. 비우면 이 대화, 채널에서는 나
language-option-reset = 따로 정하지 않음
language-scope-conversation = 이 대화
language-scope-me = 나, 모든 곳에서
language-scope-channel = 이 채널
language-scope-server = 이 서버
language-auto = 질문과 같은 언어
language-unset = 정하지 않음
language-no-server = 제가 멤버로 있는 서버에서만 선택할 수 있어요.

## What was chosen. $code is "auto", "reset", or that of a language.

language-chosen-conversation = { $code ->
    [auto] 이제부터 여기서는 질문과 같은 언어로 답변할게요.
    [reset] 이제 이 대화에 따로 정한 언어가 없어요.
   *[other] 이제부터 여기서는 이 언어로 답변할게요: { $language }
}
language-chosen-me = { $code ->
    [auto] 이제부터 회원님에게는 질문과 같은 언어로 답변할게요.
    [reset] 이제 회원님이 따로 정한 언어가 없어요.
   *[other] 이제부터 회원님에게는 이 언어로 답변할게요: { $language }
}
language-chosen-channel = { $code ->
    [auto] 이제부터 이 채널에서는 질문과 같은 언어로 답변할게요.
    [reset] 이제 이 채널에 따로 정한 언어가 없어요.
   *[other] 이제부터 이 채널에서는 이 언어로 답변할게요: { $language }
}
language-chosen-server = { $code ->
    [auto] 이제부터 이 서버에서는 질문과 같은 언어로 답변할게요.
    [reset] 이제 이 서버에 따로 정한 언어가 없어요.
   *[other] 이제부터 이 서버에서는 이 언어로 답변할게요: { $language }
}

## What is in force, with a line for each of those who may choose. The first that is set holds.

language-in-force = { $code ->
    [auto] 여기서는 회원님의 질문과 같은 언어로 답변해요.
   *[other] 여기서 회원님에게 답변하는 언어: { $language }.
}
language-layer-conversation = 이 대화: { $language }
language-layer-me = 회원님, 모든 곳에서: { $language }
language-layer-channel = 이 채널: { $language }
language-layer-server = 이 서버: { $language }
language-layer-default = 봇 운영자: { $language }
language-how = -# 정해진 것 중 맨 위의 것이 적용돼요. `/language` 명령어에 언어와 적용할 곳을 넣으면 바꿀 수 있어요.
