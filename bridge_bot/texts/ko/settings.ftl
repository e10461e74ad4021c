# /settings: what those who manage a server choose there. Within Discord's limits: a button's label
# 34 characters, an option and its description 100, a form's title and labels 45, its descriptions
# 100, a placeholder 100.

settings-description = 이 서버에서 제가 무엇에, 어디서, 누구에게 답변할지 정해요
settings-title = ## 제 설정: { $place }
settings-whole-server = 서버 전체
settings-only-you = -# 본인에게만 보여요. 바꾸면 바로 적용돼요.

## What is told above the settings

settings-saved = 저장했어요.
settings-unchanged = 바뀐 것이 없어요.
settings-changed-meanwhile = 이 화면이 표시된 뒤 누군가 설정을 바꿔서 그대로 두었어요. 이것이 최신 설정이에요.
settings-newer = 이 화면이 표시된 뒤 설정이 바뀌었어요. 이것이 최신 설정이에요.
settings-channel-gone = 그 채널이 없어졌거나 제가 볼 수 없어요. 이것은 서버 전체의 설정이에요.
settings-store-failed = ⚠️ 지금은 설정에 접근할 수 없어서 저장됐는지 알 수 없어요. 잠시 후 다시 시도해 주세요.
settings-not-a-number = ⚠️ “{ $field }”에는 0부터 { $most }까지의 정수를 쓰거나 비워 두세요. 아무것도 바꾸지 않았어요.
settings-not-offered = 그것은 이제 여기서 선택할 수 없어요. 이것이 최신 설정이에요.
settings-not-everybody = ⚠️ 저는 모두를 부르지 않아요. 일부 멤버만 가진 역할을 선택해 주세요.
settings-not-allowed = “서버 관리하기” 권한이 있는 멤버만 제 설정을 보고 바꿀 수 있어요.
settings-outside = 설정은 서버마다 있어요. 이 명령어는 서버에서 사용해 주세요.

## Choosing what is shown

settings-choose-channel = 서버 전체. 여기서 채널이나 포럼을 선택하세요
settings-back-to-server = 서버 전체 보기
settings-choose-page = 무엇을 볼까요?

settings-page-overview = 한눈에 보기
settings-page-questions = 질문과 답변
settings-page-askers = 질문할 수 있는 사람
settings-page-limits = 한도
settings-page-extras = 출처, 버튼, 피드백, 도움
settings-page-changes = 무엇을 누가 바꿨는지

## One setting, what is in force and where that comes from

settings-name-served = 답변하는 것
settings-name-answer-place = 답변하는 곳
settings-name-chat-bot = 챗봇
settings-name-language = 답변 언어
settings-name-asker-roles = 질문할 수 있는 사람
settings-name-shut-out = 질문할 수 없는 사람
settings-name-member-questions-per-minute = 멤버당 1분 질문 수
settings-name-member-questions-per-day = 멤버당 하루 질문 수
settings-name-questions-per-day = 전체 하루 질문 수
settings-name-archive-after = 스레드가 보관되기까지의 시간
settings-name-archive-resolved = 해결된 스레드 닫기
settings-name-show-sources = 답변 아래 출처
settings-name-show-controls = 답변 아래 버튼
settings-name-feedback-channel = 피드백 채널
settings-name-help-role = 도움 담당자 역할
settings-name-quiet-after-helper = 도움 담당자가 글을 쓴 뒤 조용히 있는 시간
settings-name-paused = 일시 정지

settings-in-force = **{ $name }**: { $value } · *{ $source }*
settings-source-channel = 이 채널에서 설정
settings-source-server = 서버에서 설정
settings-source-default = 기본값
settings-none = 이 채널에서는 없음
settings-reset = 서버 설정 사용
settings-reset-server = 기본값으로 되돌리기
settings-option-reset = 서버 전체와 같게
settings-option-reset-server = 기본값
settings-option-now = 현재: { $value }

## Values

settings-value-mentions = 저를 멘션한 메시지
settings-value-messages = 모든 메시지
settings-value-posts = 포럼의 모든 게시물
settings-value-nothing = 없음
settings-value-public-thread = 공개 스레드
settings-value-private-thread = 비공개 스레드
settings-value-channel = 채널
settings-value-usual-bot = 기본 챗봇
settings-value-bot-gone = { $bot } (이제 없음)
settings-value-usual-language = 봇 운영자가 정한 대로
settings-value-everybody = 모두
settings-value-nobody = 없음
settings-value-more = { $shown } 외 { $more }개
settings-value-no-limit = 한도 없음
settings-value-operator-limit = { $limit } (봇 운영자가 정함)
settings-value-hour = 1시간
settings-value-day = 1일
settings-value-three-days = 3일
settings-value-week = 1주
settings-value-archive-usual = 채널 설정대로
settings-value-on = 켜짐
settings-value-off = 꺼짐
settings-value-no-channel = 없음
settings-value-no-role = 없음
settings-value-minutes =
    { $minutes ->
        [0] 조용히 있지 않음
        [60] 1시간
        [240] 4시간
       *[other] { $minutes }분
    }
settings-value-paused = 쉬는 중
settings-value-running = 작동 중
settings-value-unset = 기본값

settings-about-mentions = 저를 멘션하거나 저에게 답장한 메시지만
settings-about-messages = 비용 주의: 메시지마다 유료 요청이에요. 멤버끼리 나누는 이야기는 제외해요
settings-about-posts = 비용 주의: 새 게시물마다 유료 요청이에요. 게시물 안에서는 저에게 쓴 것만
settings-about-nothing = 명령어를 포함해 어떤 질문에도 답변하지 않아요
settings-about-public-thread = 채널을 볼 수 있는 사람은 누구나 읽을 수 있어요
settings-about-private-thread = 질문한 사람과 운영진만 볼 수 있어요
settings-about-channel = 스레드 없이 답장으로

settings-confirm-messages =
    ⚠️ **모든 메시지에 비용이 들어요.** 멤버가 { $where } 쓰는 메시지는 멤버끼리 나누는 이야기만 빼고 모두 챗봇에게 하는 질문, 즉 유료 요청이 돼요. 바쁜 날에는 수천 건이 될 수 있어요. “한도”에서 한도를 정할 수 있어요.
settings-confirm-posts =
    ⚠️ **모든 게시물에 비용이 들어요.** { $where } 올라오는 새 게시물은 모두 챗봇에게 하는 질문, 즉 유료 요청이 돼요. “한도”에서 한도를 정할 수 있어요.
settings-where-server = 이 서버 어디서든
settings-where-channel = { $channel } 채널에
settings-take-messages = 네, 모든 메시지에 답변해요
settings-take-posts = 네, 모든 게시물에 답변해요
settings-cancel = 취소

settings-choose-roles = 모두. 여기서 역할을 선택하세요
settings-choose-members = 없음. 여기서 멤버를 선택하세요
settings-choose-feedback-channel = 없음. 여기서 채널을 선택하세요
settings-choose-help-role = 없음. 여기서 역할을 선택하세요
settings-feedback-note = -# 👎 투표를 받은 답변은 피드백 채널에 한 번 링크돼요. 비공개 스레드의 답변은 제외해요.
settings-shut-out-note = -# 서버 전체에서 질문할 수 없는 사람은 어느 채널에서도 질문할 수 없어요.

## Limits

settings-limits-note = -# 다시 한 질문을 포함해 모든 유료 요청을 세요. 하루는 UTC 0시에 시작해요.
settings-operator-limit = -# 봇 운영자가 { $limit }까지만 허용하고, 그 한도가 우선해요.
settings-change-limits = 한도 바꾸기
settings-limits-form = 한도
settings-limit-about = 비움: 기본값. 0: 한도 없음.
settings-limit-about-operator = { $about } 봇 운영자가 정한 최대: { $limit }.

## The pause of a server

settings-pause = 이 서버에서 일시 정지
settings-go-on = 답변 재개
settings-pause-note = -# 일시 정지해도 진행 중인 답변은 끝까지 해요. 새 질문에는 짧은 안내만 하고, 비용은 들지 않아요.
settings-own-channels = 따로 설정된 채널: { $channels }

## What I lack

settings-lacks = ⚠️ { $permissions } 권한이 없어서 { $effect }.
settings-lacks-all = 여기서 답변할 수 없어요
settings-lacks-thread = 여기서 스레드를 열지 못하고 대신 채널에서 답변해요
settings-lacks-private-thread = 여기서 비공개 스레드를 열지 못하고, 아무것에도 답변하지 않아요
settings-lacks-moderation = 여기서 질문한 사람이 다른 사람을 비공개 스레드에 데려올 수 있어요
settings-lacks-history = 여기 게시물의 첫 질문 뒤로는 저를 멘션하지 않으면 조용히 있어요
settings-no-private-threads = ⚠️ 여기에는 비공개 스레드가 없어서 아무것에도 답변하지 않아요. 다른 곳을 선택해 주세요.
settings-lacks-resolving = 여기서 제 답변에 “해결됨” 버튼이 없어요
settings-lacks-feedback = 거기서 피드백을 전할 수 없어요
settings-feedback-gone = ⚠️ 피드백 채널이 없어졌거나 제가 볼 수 없어서 피드백을 전하지 못해요. 다른 채널이나 “없음”을 선택해 주세요.
settings-lacks-askers = ⚠️ 이 역할들이 없어져서 아무도 질문할 수 없어요. 다른 역할을 선택하거나 모두 비워 주세요.
settings-lacks-content = ⚠️ Message Content Intent 없이 실행 중이라 저를 멘션한 메시지만 읽어요.
settings-operator-off = -# 봇 운영자가 모든 서버에서 껐고, 그것이 우선해요.
settings-lacks-helpers = ⚠️ 그 역할이 없어져서 아무도 부를 수 없어요. 다른 역할을 선택해 주세요.
settings-lacks-role = ⚠️ 그 역할을 멘션할 수 없어요. 모두가 그 역할을 멘션할 수 있게 하거나 저에게 “@everyone, @here, 모든 역할 멘션하기” 권한을 주세요.
settings-permission-view-channel = “채널 보기”
settings-permission-send-messages = “메시지 보내기”
settings-permission-create-public-threads = “공개 스레드 만들기”
settings-permission-create-private-threads = “비공개 스레드 만들기”
settings-permission-send-messages-in-threads = “스레드에서 메시지 보내기”
settings-permission-manage-threads = “스레드 관리하기”
settings-permission-read-message-history = “메시지 기록 보기”
settings-permission-connect = “연결”

## The list of changes

settings-no-changes = 아직 아무도 바꾸지 않았어요.
settings-change = { $when } { $member } · { $place } · { $name }: { $former } → { $value }
settings-older = 이전 변경
settings-newest = 최근 변경
