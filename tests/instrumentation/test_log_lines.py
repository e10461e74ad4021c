"""The log line of each event, as a table."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import get_args

import pytest

from bridge_bot.core import events
from bridge_bot.core.errors import ApiRefused, ApiTimeout, StoreError
from bridge_bot.core.events import (
    AccessBack,
    AccessLost,
    AnswerBegan,
    AnswerReached,
    AskedAgain,
    AskingPaused,
    AskingResumed,
    ChatBotMissing,
    Connected,
    DailyLimitReached,
    Event,
    EventSkipped,
    GatewayDeaf,
    GatewayHeard,
    HelpRoleUnreachable,
    LimitScope,
    Operation,
    OperationFailed,
    Outlook,
    QuestionAccepted,
    QuestionDelayed,
    QuestionRefused,
    ReplyOpened,
    RequestEnded,
    RequestLimited,
    RequestPermitted,
    Service,
    ServiceBack,
    ServiceLost,
    ShardsClaimed,
    ShardsElsewhere,
    TurnEnded,
    VoteCast,
)
from bridge_bot.core.model import (
    EVERYTHING,
    ConversationKey,
    DelayReason,
    Origin,
    Scope,
    ScopeKind,
    TurnState,
    Vote,
)
from bridge_bot.core.ports import Priority
from bridge_bot.instrumentation.log_lines import LogLine, cause, is_expected, line_of
from tests.harness.written_log import WrittenLog

ORIGIN = Origin(question_id=11, guild_id=22, channel_id=33, member_id=44)
DIRECT = Origin(question_id=11, guild_id=None, channel_id=33, member_id=44)
IDS = {"question": "11", "server": "22", "channel": "33", "member": "44"}
CONVERSATION = ConversationKey("7")
FAULT = KeyError("expiry")
DISK_FULL = StoreError("the disk is full")
NOW_S = datetime(2026, 11, 26, 12, 0, 1, tzinfo=UTC).timestamp()

LINES: list[tuple[Event, LogLine]] = [
    (
        AccessBack(),
        LogLine(logging.WARNING, "the Chat API takes questions from this key again", {}),
    ),
    (
        AccessBack("games"),
        LogLine(
            logging.WARNING,
            "the Chat API takes questions from this key again for the chatbot games",
            {},
        ),
    ),
    (
        AccessLost(ApiRefused("no", status=401), "games"),
        LogLine(
            logging.ERROR,
            "the Chat API takes no questions from this key for the chatbot games: ApiRefused: no"
            " (status 401)",
            {"error": "ApiRefused", "retry_helps": False},
        ),
    ),
    (
        ChatBotMissing("games"),
        LogLine(
            logging.WARNING,
            "CHAT_BOTS has no games, which was chosen: the chatbot of the place is asked",
        ),
    ),
    (
        AskingPaused(1_784_000_000),
        LogLine(
            logging.WARNING,
            "bridge-bot is paused since 2026-07-14 03:33:20 UTC: no question is sent to the Chat"
            " API until `bridge-bot resume`",
        ),
    ),
    (
        AskingResumed(),
        LogLine(logging.WARNING, "bridge-bot is resumed: questions are sent to the Chat API"),
    ),
    (
        DailyLimitReached(EVERYTHING, 100, 1_784_073_600),
        LogLine(
            logging.WARNING,
            "QUESTIONS_PER_DAY (100) is reached: no further request is sent until 2026-07-15 00:00"
            " UTC",
            {"limit": 100},
        ),
    ),
    (
        DailyLimitReached(Scope(ScopeKind.GUILD, 22), 100, 1_784_073_600),
        LogLine(
            logging.WARNING,
            "GUILD_QUESTIONS_PER_DAY (100) is reached by a server, the first one today: no further"
            " request is sent for it until 2026-07-15 00:00 UTC",
            {"limit": 100, "server": "22"},
        ),
    ),
    (
        HelpRoleUnreachable(22, 33, "it is deleted"),
        LogLine(
            logging.WARNING,
            "a server's role for help can't be called: it is deleted",
            {"server": "22", "role": "33"},
        ),
    ),
    (
        AccessLost(ApiRefused("no", status=401)),
        LogLine(
            logging.ERROR,
            ("the Chat API takes no questions from this key: ApiRefused: no (status 401)"),
            {"error": "ApiRefused", "retry_helps": False},
        ),
    ),
    (
        AnswerBegan(ORIGIN, 0.5),
        LogLine(
            logging.DEBUG,
            "the answer of turn 11 begins 0.50 s after it was asked for",
            IDS | {"after_s": 0.5},
        ),
    ),
    (
        AskedAgain(ORIGIN, ApiTimeout("connect", 10), 0.5),
        LogLine(
            logging.WARNING,
            (
                "question 11 is asked again in 0.5 s, which may cost: ApiTimeout: no"
                " connect within 10 s"
            ),
            IDS | {"pause_s": 0.5, "error": "ApiTimeout", "retry_helps": True},
        ),
    ),
    (
        Connected("Bridge", 2, "https://discord.example"),
        LogLine(logging.INFO, "connected as Bridge, on 2 server(s)", {"servers": 2}),
    ),
    (
        Connected("Bridge", 0, "https://discord.example"),
        LogLine(
            logging.INFO,
            ("connected as Bridge, on 0 server(s); invite it to one: https://discord.example"),
            {"servers": 0},
        ),
    ),
    (
        EventSkipped("MESSAGE_CREATE", FAULT),
        LogLine(
            logging.ERROR,
            (
                "MESSAGE_CREATE was skipped, an event of Discord's that could not be"
                " read: KeyError: 'expiry'"
            ),
            {"discord_event": "MESSAGE_CREATE", "error": "KeyError"},
            kind=(
                "MESSAGE_CREATE was skipped, an event of Discord's that could not be"
                " read: KeyError "
            ),
            traceback_of=FAULT,
        ),
    ),
    (
        OperationFailed(Operation.SAVE_REPLY_MESSAGE, DISK_FULL, ORIGIN),
        LogLine(
            logging.WARNING,
            "while noting a page of a reply: StoreError: the disk is full",
            IDS | {"error": "StoreError", "retry_helps": True},
            kind="while noting a page of a reply: StoreError: the disk is full",
        ),
    ),
    (
        OperationFailed(Operation.HANDLE_COMMAND, DISK_FULL, detail="ask", outlook=Outlook.RETRIED),
        LogLine(
            logging.WARNING,
            ("while handling a command (ask); it is tried again: StoreError: the disk is full"),
            {"error": "StoreError", "retry_helps": True},
            kind=(
                "while handling a command (ask); it is tried again: StoreError: the disk is full"
            ),
        ),
    ),
    (
        OperationFailed(Operation.CATCH_UP, FAULT),
        LogLine(
            logging.WARNING,
            "while catching up: KeyError: 'expiry'",
            {"error": "KeyError"},
            kind="while catching up: KeyError: 'expiry'",
            traceback_of=FAULT,
        ),
    ),
    (
        QuestionAccepted(ORIGIN, CONVERSATION),
        LogLine(
            logging.DEBUG, "question 11 is accepted in conversation 7", IDS | {"conversation": "7"}
        ),
    ),
    (
        QuestionDelayed(ORIGIN, DelayReason.QUEUED),
        LogLine(
            logging.INFO,
            (
                "question 11 waits for a slot: as many questions as may be are under"
                " way at the Chat API"
            ),
            IDS | {"reason": "queued"},
            kind="delayed: queued",
        ),
    ),
    (
        QuestionDelayed(ORIGIN, DelayReason.RETRYING),
        LogLine(
            logging.INFO,
            "question 11 waits for the Chat API to be asked again",
            IDS | {"reason": "retrying"},
            kind="delayed: retrying",
        ),
    ),
    (
        QuestionDelayed(ORIGIN, DelayReason.SLOW),
        LogLine(
            logging.INFO,
            "question 11 was sent to the Chat API and has no answer yet",
            IDS | {"reason": "slow"},
            kind="delayed: slow",
        ),
    ),
    (
        QuestionRefused(ORIGIN, "refused-guild"),
        LogLine(
            logging.INFO, "question 11 refused: refused-guild", IDS | {"reason": "refused-guild"}
        ),
    ),
    (
        ReplyOpened(ORIGIN, 55, 0.1),
        LogLine(
            logging.DEBUG,
            "the reply of turn 11 goes into channel 55, known after 0.10 s",
            IDS | {"reply_channel": "55", "took_s": 0.1},
        ),
    ),
    (
        RequestPermitted(Priority.FIRST_TEXT, 0.25),
        LogLine(
            logging.DEBUG,
            "a request to Discord waited 0.25 s (first_text)",
            {"priority": "first_text", "waited_s": 0.25},
        ),
    ),
    (
        RequestEnded("GET /gateway/bot", 200),
        LogLine(
            logging.DEBUG, "GET /gateway/bot: 200", {"route": "GET /gateway/bot", "status": 200}
        ),
    ),
    (
        RequestEnded("GET /gateway/bot", None),
        LogLine(logging.DEBUG, "GET /gateway/bot: no response", {"route": "GET /gateway/bot"}),
    ),
    (
        AnswerReached(0.5),
        LogLine(logging.DEBUG, "an answer of the Chat API begins after 0.50 s", {"after_s": 0.5}),
    ),
    (
        GatewayDeaf(3, 2, is_reconnected=True),
        LogLine(
            logging.ERROR,
            "shard 3 of Discord's gateway is connected, but brings no messages: it is connected"
            " anew (2 of the bot's own did not come back)",
            {"shard": 3, "messages": 2},
        ),
    ),
    (
        GatewayDeaf(3, 2, is_reconnected=False),
        LogLine(
            logging.ERROR,
            "shard 3 of Discord's gateway is connected, but brings no messages: it was connected"
            " anew not long ago (2 of the bot's own did not come back)",
            {"shard": 3, "messages": 2},
        ),
    ),
    (
        GatewayHeard(3, 7.5),
        LogLine(
            logging.INFO,
            "shard 3 of Discord's gateway is no longer deaf, after 8 s",
            {"shard": 3, "away_s": 7.5},
        ),
    ),
    (
        ShardsElsewhere((0, 3)),
        LogLine(
            logging.WARNING,
            "another process serves shards 0, 3, which this one was told to serve: it waits until"
            " the other one has ended",
            {"shards": "0,3"},
        ),
    ),
    (
        ShardsClaimed((3,)),
        LogLine(
            logging.INFO,
            "shard 3 came to this process from another one, which has ended",
            {"shards": "3"},
        ),
    ),
    (
        RequestLimited(
            LimitScope.USER, "PATCH /channels/{channel_id}/messages/{message_id}", 1.5, 50
        ),
        LogLine(
            logging.WARNING,
            (
                "Discord limits PATCH /channels/{channel_id}/messages/{message_id}"
                " (user) for 1.5 s; the limit of all requests is taken to be 50 a"
                " second"
            ),
            {
                "route": "PATCH /channels/{channel_id}/messages/{message_id}",
                "scope": "user",
                "retry_after_s": 1.5,
                "believed_per_s": 50,
            },
        ),
    ),
    (
        ServiceBack(Service.DISCORD, 61.0),
        LogLine(
            logging.WARNING,
            "Discord works again, after 61 s",
            {"service": "Discord", "away_s": 61.0},
        ),
    ),
    (
        TurnEnded(ORIGIN, TurnState.DONE, 1.5, 0.5, 2),
        LogLine(
            logging.INFO,
            "turn 11 done after 1.50 s, first text after 0.50 s, 2 page(s)",
            IDS | {"state": "done", "took_s": 1.5, "pages": 2, "first_text_s": 0.5},
        ),
    ),
    (
        TurnEnded(DIRECT, TurnState.FAILED, 1.5, None, 1, DISK_FULL),
        LogLine(
            logging.WARNING,
            "turn 11 failed after 1.50 s, 1 page(s): StoreError: the disk is full",
            {
                "question": "11",
                "server": "direct message",
                "channel": "33",
                "member": "44",
                "state": "failed",
                "took_s": 1.5,
                "pages": 1,
                "error": "StoreError",
                "retry_helps": True,
            },
        ),
    ),
    (
        ServiceLost(Service.CHAT_API, OSError("no"), 3.0),
        LogLine(
            logging.ERROR,
            "the Chat API is out of reach since 11:59:58 UTC: OSError: no",
            {"service": "the Chat API", "failing_s": 3.0, "error": "OSError"},
        ),
    ),
    (
        VoteCast(ORIGIN, Vote.UP, is_change=False),
        LogLine(logging.INFO, "the answer to question 11 got a vote: up", {**IDS, "vote": "up"}),
    ),
    (
        VoteCast(DIRECT, Vote.DOWN, is_change=True),
        LogLine(
            logging.INFO,
            "the answer to question 11 got a vote: down, changed by its member",
            {**IDS, "server": "direct message", "vote": "down"},
        ),
    ),
]


@pytest.mark.parametrize(("event", "expected"), LINES, ids=lambda each: type(each).__name__)
def test_an_event_becomes_its_line(event: Event, expected: LogLine) -> None:
    assert line_of(event, now_s=NOW_S) == expected


def test_every_event_and_every_reason_of_a_delay_is_in_the_table() -> None:
    known = [event for event, _ in LINES]
    assert {type(event) for event in known} == set(get_args(events.Event))
    delays = {event.reason for event in known if isinstance(event, QuestionDelayed)}
    assert delays == set(DelayReason)


def test_what_is_no_event_has_no_line() -> None:
    with pytest.raises(TypeError, match="int"):
        line_of(1, now_s=NOW_S)  # type: ignore[arg-type]


def test_events_that_are_skipped_are_of_a_kind_by_where_they_failed() -> None:
    """Not by what the exception says, which may quote what Discord sent."""
    kinds = set()
    for value in range(2):
        try:
            dict[str, str]()[f"value {value}"]
        except KeyError as error:
            kinds.add(line_of(EventSkipped("MESSAGE_CREATE", error), now_s=NOW_S).kind)
    (kind,) = kinds
    assert "test_log_lines.py, line " in kind


@pytest.mark.parametrize(
    "event", [event for event, _ in LINES], ids=lambda event: type(event).__name__
)
def test_a_line_of_a_question_names_server_channel_and_member(
    log: WrittenLog, event: Event
) -> None:
    log.set_up("DEBUG")
    log.observe(event)
    origin = getattr(event, "origin", None)
    server = "direct message" if origin == DIRECT else "22"
    assert (f"[server {server}, channel 33, member 44]" in log.lines[0]) == (origin is not None)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (ValueError("a\n  b"), "ValueError: a b"),
        (ValueError(), "ValueError"),
        (DISK_FULL, "StoreError: the disk is full"),
    ],
)
def test_a_cause_is_class_and_text_on_one_line(error: Exception, expected: str) -> None:
    assert cause(error) == expected


@pytest.mark.parametrize(
    ("error", "expected"),
    [(DISK_FULL, True), (OSError("no"), True), (TimeoutError(), True), (FAULT, False)],
)
def test_only_a_fault_of_the_program_is_unexpected(error: Exception, expected: bool) -> None:
    assert is_expected(error) is expected
