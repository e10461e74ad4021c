# What the doctor finds: `doctor-<code>` says what is wrong, and `doctor-<code>-hint` how it is mended.
# A hint of "-" is none: there is nothing to do.

doctor-description = 여기서 저에게 무슨 문제가 있고, 어떻게 고치는지 알려 드려요
doctor-not-allowed = “서버 관리하기” 권한이 있는 멤버만 여기서 저에게 무슨 문제가 있는지 볼 수 있어요.
doctor-outside = 제가 멤버인 서버만 살펴볼 수 있어요. 그런 서버에서 /doctor 명령어를 사용해 주세요.
doctor-head = **이 서버에서 찾은 것**
doctor-all-well = ✅ 여기서는 문제를 찾지 못했어요.
doctor-finding =
    { $sign } { $message }
    -# → { $hint } `{ $id }`
doctor-finding-alone =
    { $sign } { $message }
    -# `{ $id }`
doctor-more = -# 외 { $count }개.
doctor-and-more = { $shown } 외 { $more }개

## The command bridge-bot check

doctor-check-well = 문제가 없어요.
doctor-check-counts = 오류: { $errors }, 경고: { $warnings }, 알림: { $notes }
doctor-check-asking = Chat API에 질문을 하나 보내요. 다른 질문과 똑같이 유료예요.
doctor-check-question = 안녕하세요, 잘 작동하나요?

## Settings

doctor-E101 = { $problem }
doctor-E101-hint = .env 파일이나 환경 변수에 설정하세요. .env.example에 설정마다 설명이 있어요.
doctor-W102 = { $problem }
doctor-W102-hint = -
doctor-W103 = 설정에서는 멤버가 자기 계정에 저를 추가할 수 있지만, 애플리케이션에서는 허용되어 있지 않아요.
doctor-W103-hint = `bridge-bot check --fix`를 실행하거나, Developer Portal → 해당 애플리케이션 → Installation에서 “User Install”을 켜세요. 또는 ALLOW_USER_INSTALL=false로 설정하세요.
doctor-E104 = TEXTS_DIR에 쓸 수 없는 문장이 있어서 봇이 시작되지 않아요. { $problem }
doctor-E104-hint = 고치거나 빼 주세요. 문장을 어떻게 써야 하는지는 docs/translating.md에 있어요.

## Discord

doctor-E201 = Discord가 토큰을 거부해요.
doctor-E201-hint = Developer Portal → 해당 애플리케이션 → Bot → Reset Token에서 토큰을 다시 복사해 DISCORD_TOKEN에 설정하세요.
doctor-E202 = Discord에 물어볼 수 없어요: { $reason }
doctor-E202-hint = 이 컴퓨터의 네트워크, 방화벽, 프록시와 Discord 상태 페이지를 확인한 뒤 다시 실행하세요.
doctor-E203 = Message Content Intent가 꺼져 있어서 봇이 시작되지 않아요.
doctor-E203-hint = `bridge-bot check --fix`를 실행하거나, Developer Portal → 해당 애플리케이션 → Bot → Privileged Gateway Intents에서 켜세요. 또는 MESSAGE_CONTENT=false로 설정하세요. 그러면 질문할 때마다 봇을 멘션해야 해요.
doctor-N204 = Message Content Intent가 켜져 있지만, MESSAGE_CONTENT=false라서 쓰이지 않아요.
doctor-N204-hint = Discord 정책은 쓰는 것보다 많은 접근 권한을 갖지 말라고 해요. Developer Portal → 해당 애플리케이션 → Bot에서 끄세요.
doctor-W205 = 애플리케이션의 “Add App” 버튼이 봇이 쓰는 것을 모두 요청하지는 않아요: { $missing }
doctor-W205-hint = `bridge-bot check --fix`를 실행하거나, Developer Portal → 해당 애플리케이션 → Installation → Default Install Settings에서 설정하세요.
doctor-E206 = “Interactions Endpoint URL”이 설정되어 있어서 Discord가 명령어와 버튼 누름을 봇이 아닌 그곳으로 보내요.
doctor-E206-hint = Developer Portal → 해당 애플리케이션 → General Information에서 비우세요.
doctor-E207 = 오늘은 Discord가 세션을 더 시작하게 해 주지 않아요. 한 번 더 시작하면 토큰이 무효가 돼요.
doctor-E207-hint = { $hours }시간을 기다리고, 봇이 왜 그렇게 자주 시작됐는지 찾아보세요. 이미 실행 중인 봇은 계속 실행돼요.
doctor-W208 = 앞으로 { $hours }시간 동안 Discord에서 시작할 수 있는 세션이 { $left }개뿐이에요.
doctor-W208-hint = 봇이 왜 그렇게 자주 시작되거나 연결이 끊기는지 찾아보세요.
doctor-N209 = Discord에 아직 명령어를 등록하지 않았어요.
doctor-N209-hint = 봇이 시작할 때 등록해요: `bridge-bot run`
doctor-W210 = Discord에 등록된 명령어가 이 버전과 달라요: { $names }
doctor-W210-hint = 이 버전을 한 번 시작하세요: `bridge-bot run`. 이미 실행 중이라면, Discord가 명령어를 받지 않은 이유가 로그에 있어요.
doctor-N211 = Message Content Intent 심사를 아직 받지 않았어요. Discord는 사용자가 10,000명이 되면 심사를 요구해요. 봇이 있는 서버의 멤버는 { $count }명이에요.
doctor-N211-hint = -
doctor-W212 = 이 봇의 Message Content Intent는 Discord의 심사 대상이에요. 사용자가 10,000명이 넘거나 전에 승인받았기 때문이에요. 신청해야 하고, 매년 다시 신청해야 해요.
doctor-W212-hint = Developer Portal → 해당 애플리케이션 → Bot에서 날짜를 확인하세요. 통지를 받은 뒤 90일 안에 신청하지 않으면 이 인텐트를 잃어요.
doctor-N213 = 봇이 서버 { $count }개에 있지만 인증되지 않았어요. 인증받기 전에는 100개가 넘는 서버에 추가할 수 없어요.
doctor-N213-hint = Developer Portal → 해당 애플리케이션 → App Verification에서 신청하세요.
doctor-E214 = 샤드 { $shards }개에 서버 { $servers }개는 너무 많아요. Discord는 샤드마다 2,500개까지 허용해요.
doctor-E214-hint = SHARD_COUNT와 SHARD_IDS를 지워 Discord의 권장값을 따르거나, SHARD_COUNT를 늘리세요.
doctor-N215 = 봇이 아직 어떤 서버에도 없어요.
doctor-N215-hint = 초대하세요: { $link }
doctor-N216 = 서버 { $all }개 중 { $count }개만 살펴봤어요.
doctor-N216-hint = 서버 관리자는 /doctor 명령어로 거기에 무슨 문제가 있는지 볼 수 있어요.
doctor-W217 = 서버를 살펴보지 못했어요. Discord가 채널을 알려 주지 않았어요.
doctor-W217-hint = 잠시 후 다시 실행하세요.
doctor-W218 = 아무것도 고치지 못했어요: { $reason }
doctor-W218-hint = 다른 항목의 설명대로 Developer Portal에서 직접 하세요.
doctor-N219 = 고쳤어요: bridge-bot.{ $code }
doctor-N219-hint = -

## A server

doctor-E301 = { $places } 채널에 저에 대한 설정이 있지만, “채널 보기” 권한이 없어서 볼 수 없어요.
doctor-E301-hint = 거기서 제 역할에 “채널 보기” 권한을 주거나, /settings 명령어로 설정을 되돌리세요.
doctor-E302 = { $places } 채널에서 답변할 수 없어요. “메시지 보내기” 권한이 없어요.
doctor-E302-hint = 거기서 제 역할에 “메시지 보내기” 권한을 주세요. 스레드에서 답변하는 곳이라면 “공개 스레드 만들기”와 “스레드에서 메시지 보내기” 둘 다 주어도 돼요.
doctor-E303 = { $places } 채널에서 답변할 수 없어요. “연결” 권한이 없어요.
doctor-E303-hint = 거기서 제 역할에 “연결”과 “메시지 보내기” 권한을 주세요.
doctor-E304 = { $places } 채널에서 답변할 수 없어요. “스레드에서 메시지 보내기” 권한이 없어요.
doctor-E304-hint = 거기서 제 역할에 “스레드에서 메시지 보내기” 권한을 주세요.
doctor-E305 = { $places } 채널에서는 아무것에도 답변하지 않아요. 답변을 비공개로 하게 되어 있는데 “비공개 스레드 만들기” 권한이 없어요.
doctor-E305-hint = 거기서 제 역할에 “비공개 스레드 만들기” 권한을 주거나, /settings 명령어로 답변할 곳을 바꾸세요.
doctor-E306 = { $places } 채널에서는 아무것에도 답변하지 않아요. 답변을 비공개로 하게 되어 있는데 비공개 스레드가 없어요.
doctor-E306-hint = /settings 명령어로 답변할 곳을 바꾸세요.
doctor-W307 = { $places } 채널에서 “스레드 관리하기” 권한이 없어서, 질문한 사람이 다른 사람을 비공개 스레드에 데려올 수 있어요.
doctor-W307-hint = 거기서 제 역할에 “스레드 관리하기” 권한을 주세요.
doctor-W308 = { $places } 채널에서 “공개 스레드 만들기” 권한이 없어서 채널에서 답변해요.
doctor-W308-hint = 거기서 제 역할에 “공개 스레드 만들기” 권한을 주거나, /settings 명령어로 답변할 곳을 채널로 바꾸세요.
doctor-W309 = { $places } 채널에서 “스레드에서 메시지 보내기” 권한이 없어서 채널에서 답변하고, 스레드에서는 전혀 답변하지 않아요.
doctor-W309-hint = 거기서 제 역할에 “스레드에서 메시지 보내기” 권한을 주세요.
doctor-W310 = { $places } 채널에서 “파일 첨부” 권한이 없어서 아주 긴 답변은 일찍 끝나요.
doctor-W310-hint = 거기서 제 역할에 “파일 첨부” 권한을 주세요.
doctor-W311 = { $places } 채널에서 “메시지 기록 보기” 권한이 없어서 메시지에 답장하지도, 놓친 메시지를 찾지도 못해요.
doctor-W311-hint = 거기서 제 역할에 “메시지 기록 보기” 권한을 주세요.
doctor-N312 = { $places } 채널에서 “반응 추가하기” 권한이 없어서 질문이 기다리는 중이라는 것을 보여 줄 수 없어요.
doctor-N312-hint = 거기서 제 역할에 “반응 추가하기” 권한을 주세요.
doctor-N313 = { $places } 채널을 볼 수는 있지만 거기서 답변할 수 없어요.
doctor-N313-hint = 의도한 것이라면 그대로 두세요. 아니라면 거기서 /doctor 명령어를 사용해 제게 무엇이 없는지 확인하세요.
doctor-E314 = { $places } 채널에서 도움을 요청할 수 없어요. 도움 담당자 역할이 없어졌거나 제가 멘션할 수 없어요.
doctor-E314-hint = 모두가 그 역할을 멘션할 수 있게 하거나, 저에게 “@everyone, @here, 모든 역할 멘션하기” 권한을 주세요. 역할이 없어졌다면 /settings 명령어로 다른 역할을 선택하세요.
doctor-E315 = { $places } 채널의 답변에 대한 피드백이 사라지고 있어요. 피드백 채널에 글을 쓸 수 없어요.
doctor-E315-hint = 거기서 제 역할에 “채널 보기”와 “메시지 보내기” 권한을 주거나, /settings 명령어로 다른 채널을 선택하세요.
doctor-W316 = 없어진 채널에 설정이 남아 있어요: { $places }
doctor-W316-hint = 그냥 두어도 돼요. 다른 채널을 뜻한 것이라면 /settings 명령어로 확인하세요.
doctor-E317 = 질문할 수 있는 역할이 모두 없어져서 아무도 질문할 수 없어요.
doctor-E317-hint = /settings 명령어로 다른 역할을 선택하거나 모두 비우세요.
doctor-W318 = 이제 없는 챗봇이 선택되어 있어요: { $names }
doctor-W318-hint = /settings 명령어로 다른 챗봇을 선택하세요. 그때까지는 기본 챗봇이 답변해요.
doctor-W319 = { $places } 채널에서는 모든 메시지가 질문이어야 하는데, Message Content Intent 없이 실행 중이라 저를 멘션한 메시지만 읽어요.
doctor-W319-hint = 거기서 저를 멘션하거나, 봇 운영자에게 이 인텐트를 켜 달라고 요청하세요.
doctor-N320 = { $places } 채널에 출처나 버튼이 켜져 있지만, 봇 운영자가 모든 서버에서 껐어요.
doctor-N320-hint = -
doctor-W321 = 서버 관리자가 여기서 저를 일시 정지했어요.
doctor-W321-hint = /settings 명령어로 재개할 수 있어요.
doctor-E322 = 제가 타임아웃 상태라 여기에 아무것도 쓸 수 없어요.
doctor-E322-hint = 멤버 목록에서 제 타임아웃을 해제하세요.
doctor-W323 = 저는 이 서버에서 쓸 수 없어요. 봇 운영자가 다른 서버만 지정했어요.
doctor-W323-hint = 서버 ID를 ALLOWED_GUILDS에 추가하거나, 서버에서 봇을 내보내세요.
doctor-N324 = { $places } 채널에서는 꺼져 있어요.
doctor-N324-hint = /settings 명령어로 거기서 저를 켜세요.
doctor-W325 = { $scope } 하루 질문 한도 { $limit }개에 도달했어요. 다시 시작하는 때: <t:{ $until }:R>
doctor-W325-hint = /settings 명령어로 한도를 늘리거나, 봇 운영자가 정한 한도라면 봇 운영자에게 요청하세요.
doctor-N326 = 지난 한 시간 동안 거부한 질문 { $count }개: { $reason }
doctor-N326-hint = -
doctor-W327 = 지난 한 시간 동안 끝까지 하지 못한 답변 { $count }개: { $reason }
doctor-W327-hint = 계속되면 봇 운영자에게 알려 주세요.
doctor-W328 = 지금 챗봇이 답변하지 않아요: { $reason }
doctor-W328-hint = 봇 운영자가 로그에서 볼 수 있어요. 여기서 할 일은 없어요.
doctor-N329 =
    { $minutes ->
        [0] 모든 서버를 통틀어 마지막으로 끝까지 한 답변은 1분이 안 됐어요.
       *[other] 모든 서버를 통틀어 마지막으로 끝까지 한 답변은 { $minutes }분 전이에요.
    }
doctor-N329-hint = -
doctor-W330 = 지금은 이 서버의 설정을 읽을 수 없어요.
doctor-W330-hint = 잠시 후 다시 시도하세요. 계속되면 봇 운영자에게 알려 주세요.
doctor-W331 = 봇 운영자가 저를 일시 정지해서 챗봇에게 아무것도 질문하지 않아요.
doctor-W331-hint = `bridge-bot resume` 명령으로 일시 정지를 끝낼 수 있어요.
doctor-scope-guild = 이 서버의
doctor-scope-channel = 이 채널의
doctor-scope-all = 모든 서버를 합친

## The database

doctor-E401 = 데이터베이스를 쓸 수 없어요: { $reason }
doctor-E401-hint = DATABASE_URL과 docs/database.md의 설명을 확인하세요.
doctor-N402 = 아직 데이터베이스가 없어요.
doctor-N402-hint = 봇이 시작할 때 만들어요.
doctor-N403 = 데이터베이스가 이전 버전이에요.
doctor-N403-hint = 다음에 시작할 때나 `bridge-bot migrate` 명령으로 업그레이드돼요. 되돌리는 방법은 docs/backup.md에 있어요.
doctor-N404 = 봇이 이 데이터베이스로 실행 중이에요(프로세스 { $process }).
doctor-N404-hint = 최근에 있었던 일은 로그에, 서버별로는 /doctor 명령어에서 볼 수 있어요.
doctor-W406 = 오늘의 요청 { $limit }개를 모두 써서 어떤 질문에도 답변하지 않아요.
doctor-W406-hint = QUESTIONS_PER_DAY를 늘리거나 기다리세요. 하루는 UTC 기준이에요.
doctor-W407 = 최근 답변 { $count }개 중 끝까지 한 것이 없어요. 마지막 답변이 끝난 이유: { $reason }
doctor-W407-hint = 무슨 일이 있었는지 로그를 확인하세요. `bridge-bot check --ask` 명령은 질문을 하나 보내요(유료).
doctor-N408 = 최근 답변 중 { $done }개는 끝까지 했고, { $failed }개는 그러지 못했어요.
doctor-N408-hint = -

## The Chat API

doctor-E501 = { $host } 연결 실패: { $reason }
doctor-E501-hint = CHAT_API_BASE_URL과 이 컴퓨터의 네트워크, 방화벽, 프록시를 확인하세요.
doctor-N502 = { $host } 연결은 돼요. 키가 맞는지, 챗봇이 있는지는 알 수 없어요. 확인할 방법은 유료 질문뿐이에요.
doctor-N502-hint = `bridge-bot check --ask` 명령으로 하나 보낼 수 있어요.
doctor-E503 = Chat API가 답변하지 않았어요: { $reason }
doctor-E503-hint = CHAT_API_KEY, CHAT_BOT_UID와 구독을 확인하세요.
doctor-N504 = Chat API가 { $seconds }초 안에 답변했어요. 그 질문은 유료였어요.
doctor-N504-hint = -
doctor-W505 = CHAT_API_BASE_URL이 http:// 주소라서 키와 모든 질문이 누구나 읽을 수 있는 상태로 네트워크를 지나가요.
doctor-W505-hint = https:// 주소를 쓰세요.

## This machine

doctor-W601 = 이 컴퓨터의 시계가 Discord와 { $seconds }초 차이 나요.
doctor-W601-hint = chrony나 systemd-timesyncd 같은 시간 동기화 서비스로 맞추세요. 그때까지 로그의 시간이 틀려요.
doctor-N602 = { $versions }
doctor-N602-hint = -
doctor-N701 = { $proxy }
doctor-N701-hint = -

## The running bot, by its health port

doctor-W801 = 실행 중인 봇이 준비되지 않았어요: { $reasons }
doctor-W801-hint = 이유마다 docs/operating.md에 설명이 있어요. 봇이 스스로 해결하려고 하고 있어요. 다시 시작하면 Discord가 하루에 허용하는 세션을 하나 써요.
doctor-N802 = 실행 중인 봇이 준비됐어요. 질문을 듣고 받을 수 있어요.
doctor-N802-hint = -
doctor-W803 = 실행 중인 봇이 Chat API에 보낸 마지막 요청이 실패했어요: { $reason }
doctor-W803-hint = 로그에 더 자세히 나와요. `bridge-bot check --ask` 명령은 질문을 하나 보내요(유료).
doctor-N804 = 시작한 뒤 거부한 질문: { $counts }
doctor-N804-hint = 서버 관리자는 /doctor 명령어로 거기서 무엇이 거부됐는지 볼 수 있어요.
doctor-W805 = 시작한 뒤 읽지 못해 건너뛴 Discord 이벤트: { $counts }
doctor-W805-hint = 종류별 이유는 로그에 있어요. 더 새로운 bridge-bot은 읽을 수 있을지도 몰라요.
doctor-W806 = 시작한 뒤 Discord가 제한한 요청: { $counts }
doctor-W806-hint = 범위가 “shared”인 것은 조금 있어도 괜찮아요. “global”이면 DISCORD_REQUESTS_PER_SECOND를 줄이고, “address”이면 이 컴퓨터의 주소를 또 누가 쓰는지 확인하세요.
doctor-W807 = 시작한 뒤 실패한 Chat API 요청: { $counts }
doctor-W807-hint = 로그에 각각 더 자세히 나와요.

## Why questions were refused and answers failed, in a few words

doctor-reason-refused-channel = 그 채널에서 봇이 꺼져 있음
doctor-reason-refused-shut-out = 멤버의 이용이 제한됨
doctor-reason-refused-role = 멤버에게 질문할 수 있는 역할이 없음
doctor-reason-refused-paused-server = 서버가 봇을 일시 정지함
doctor-reason-refused-paused = 봇 운영자가 봇을 일시 정지함
doctor-reason-refused-day-guild-member = 이 서버에서 멤버의 하루 한도
doctor-reason-refused-day-channel = 채널의 하루 한도
doctor-reason-refused-day-guild = 서버의 하루 한도
doctor-reason-refused-day-member = 멤버의 하루 한도
doctor-reason-refused-day-all = 모든 서버를 합친 하루 한도
doctor-reason-refused-too-many = 1분 안에 질문이 너무 많음
doctor-reason-refused-queue-full = 한 대화에서 기다리는 질문이 너무 많음
doctor-reason-refused-opted-out = 봇이 메시지를 읽지 못하게 멤버가 막음
doctor-reason-refused-forbidden = 봇에게 거기서 답변할 권한이 없음
doctor-reason-refused-forbidden-voice = 봇에게 그 음성 채널에서 답변할 권한이 없음
doctor-reason-refused-no-private-threads = 답변을 비공개로 해야 하는데 비공개 스레드가 없음
doctor-reason-refused-private-thread-forbidden = 봇에게 비공개 스레드를 열 권한이 없음
doctor-reason-refused-private-thread-busy = Discord가 제때 비공개 스레드를 열지 않음
doctor-reason-refused-guild = 봇이 이 서버용이 아님
doctor-reason-refused-slow-mode = 슬로우 모드
doctor-reason-refused-member = 멤버가 거기에 글을 쓸 수 없음
doctor-reason-refused-member-locked = 스레드가 잠겨 있음
doctor-reason-refused-member-timed-out = 멤버가 타임아웃 상태임
doctor-reason-refused-member-voice = 멤버가 그 음성 채널에 연결할 수 없음
doctor-reason-other = 다른 이유
doctor-reason-error-store = 데이터베이스 오류
doctor-reason-error-platform = Discord가 답변을 받지 않음
doctor-reason-error-platform-forbidden = 봇에게 권한이 없거나 스레드가 잠겨 있음
doctor-reason-error-text-refused = 서버의 필터가 글을 막음
doctor-reason-error-api-unexpected = 챗봇이 답변하지 않음
doctor-reason-error-api-unreachable = 챗봇에 연결할 수 없음
doctor-reason-error-api-connection-lost = 챗봇과의 연결이 끊김
doctor-reason-error-api-timeout = 챗봇이 너무 오래 걸림
doctor-reason-error-intermediary-refused = 봇과 챗봇 사이의 중계 서버가 거부함
doctor-reason-error-api-refused = 챗봇이 키를 거부했거나 구독이 끝남
doctor-reason-error-api-bot-unknown = 챗봇이 존재하지 않음
doctor-reason-error-api-rate-limited = 챗봇에게 너무 자주 질문함
doctor-reason-error-api-busy = 챗봇이 바쁘거나 문제가 있음
doctor-reason-error-api-rejected = 챗봇이 질문을 받지 않음
doctor-reason-error-api-malformed = 챗봇의 답변을 이해할 수 없음
doctor-reason-error-answer-too-long = 답변이 보여 줄 수 있는 길이를 넘음
doctor-reason-error-api-broken-off = 답변이 끊김
