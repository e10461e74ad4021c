"""What stands in the log, in both of its forms, and what is left out of it."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, get_args, get_type_hints

import pytest

from bridge_bot.core import events
from bridge_bot.core.errors import ApiRefused, ApiTimeout, PlatformForbidden, StoreError
from bridge_bot.core.events import (
    AccessBack,
    AccessLost,
    AnswerBegan,
    AskedAgain,
    Connected,
    Event,
    EventSkipped,
    Operation,
    OperationFailed,
    QuestionAccepted,
    QuestionDelayed,
    QuestionRefused,
    ReplyOpened,
    RequestLimited,
    ServiceBack,
    ServiceLost,
    TurnEnded,
)
from bridge_bot.core.model import ConversationKey, Origin, TurnState
from bridge_bot.instrumentation import observer, set_up_logging
from bridge_bot.instrumentation.log_folding import REPEATS_AFTER_S
from bridge_bot.instrumentation.log_lines import line_of

ASKED = Origin(question_id=11, guild_id=22, channel_id=33, member_id=44)
SECRET = "a-token-that-nobody-may-read"


@dataclass
class Log:
    """What was written, and the time in seconds, which the test owns."""

    written: io.StringIO = field(default_factory=io.StringIO)
    now_s: float = 0.0

    def set_up(self, level: str = "INFO", form: str = "text") -> None:
        """Log to here, from now on."""
        set_up_logging(level, form, [SECRET], now=lambda: self.now_s)
        for handler in logging.getLogger().handlers:
            assert isinstance(handler, logging.StreamHandler)
            handler.setStream(self.written)
        self.observe = observer(now=lambda: self.now_s)

    @property
    def lines(self) -> list[str]:
        """The lines so far, without their time."""
        return [line.partition(" ")[2] for line in self.written.getvalue().splitlines()]

    @property
    def objects(self) -> list[dict[str, Any]]:
        """The lines so far, each a JSON object."""
        return [json.loads(line) for line in self.written.getvalue().splitlines()]


@pytest.fixture
def log() -> Iterator[Log]:
    root, ours = logging.getLogger(), logging.getLogger("bridge_bot")
    before = root.handlers[:], root.level, ours.level
    yield Log()
    root.handlers[:], root.level, ours.level = before


EVENTS: list[Event] = [
    AccessBack(),
    AccessLost(ApiRefused("no", status=401)),
    AnswerBegan(ASKED, 0.5),
    AskedAgain(ASKED, ApiTimeout("connect", 10), 0.5),
    Connected("Bridge", 2, "https://discord.example"),
    EventSkipped("MESSAGE_CREATE", KeyError("expiry")),
    QuestionAccepted(ASKED, ConversationKey("7")),
    QuestionDelayed(ASKED, "queued"),
    QuestionRefused(ASKED, "refused-guild"),
    ReplyOpened(ASKED, 55, 0.1),
    RequestLimited("user", "PATCH /channels/{channel_id}/messages/{message_id}", 1.5, 50),
    ServiceBack("Discord", 61.0),
    ServiceLost("the Chat API", OSError("no"), 3.0),
    TurnEnded(ASKED, ConversationKey("7"), TurnState.DONE, 1.5, 0.5, 2),
    OperationFailed(Operation.SAVE_REPLY_MESSAGE, StoreError("the disk is full"), ASKED),
]


def test_every_event_has_a_line() -> None:
    assert {type(event) for event in EVENTS} == set(get_args(events.Event))
    delays = [
        QuestionDelayed(ASKED, why) for why in get_args(get_type_hints(QuestionDelayed)["why"])
    ]
    for event in [*EVENTS, *delays]:
        assert line_of(event).message


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_a_line_of_a_question_names_server_channel_and_member(log: Log, event: Event) -> None:
    log.set_up("DEBUG")
    log.observe(event)
    assert ("[server 22, channel 33, member 44]" in log.lines[0]) == hasattr(event, "origin")


def test_json_has_ids_and_numbers_as_fields(log: Log) -> None:
    log.set_up(form="json")
    error = PlatformForbidden("no", status=403, code=50013)
    log.observe(TurnEnded(ASKED, ConversationKey("7"), TurnState.FAILED, 1.5, 0.25, 2, error))
    told = log.objects[0]
    assert told.pop("time")
    assert told == {
        "level": "WARNING",
        "logger": "bridge_bot",
        "message": "turn 11 failed after 1.50 s, first text after 0.25 s, 2 page(s):"
        " PlatformForbidden: no (status 403, code 50013)",
        "question": "11",
        "server": "22",
        "channel": "33",
        "member": "44",
        "state": "failed",
        "took_s": 1.5,
        "first_text_s": 0.25,
        "pages": 2,
        "error": "PlatformForbidden",
    }


def test_what_goes_wrong_again_and_again_is_a_line_a_minute_whatever_its_ids(log: Log) -> None:
    log.set_up()
    for turn in range(1000):
        error = StoreError(f"turn {10**17 + turn} is not in the database")
        log.observe(
            OperationFailed(Operation.SAVE_REPLY_MESSAGE, error, Origin(turn, 1, turn, turn))
        )
    assert len(log.lines) == 1
    log.now_s += REPEATS_AFTER_S
    log.observe(OperationFailed(Operation.SAVE_REPLY_MESSAGE, error, ASKED))
    assert len(log.lines) == 2
    assert "(1001 times by now)" in log.lines[1]


def test_another_cause_is_another_line(log: Log) -> None:
    log.set_up()
    for cause in ("the disk is full", "the database stayed locked", "status 502", "status 503"):
        log.observe(OperationFailed(Operation.SAVE_REPLY_MESSAGE, StoreError(cause), ASKED))
    assert len(log.lines) == 4


def test_debug_has_also_the_lines_that_are_left_out(log: Log) -> None:
    log.set_up("DEBUG")
    for _ in range(3):
        log.observe(OperationFailed(Operation.SAVE_REPLY_MESSAGE, StoreError("no"), ASKED))
    assert [line.split()[0] for line in log.lines] == ["WARNING", "DEBUG", "DEBUG"]


def test_a_fault_of_the_program_has_its_traceback_once(log: Log) -> None:
    log.set_up()
    for _ in range(3):
        log.observe(EventSkipped("MESSAGE_CREATE", KeyError("expiry")))
        log.now_s += REPEATS_AFTER_S
    assert sum("MESSAGE_CREATE" in line for line in log.lines) == 3
    assert log.written.getvalue().count("\nKeyError: 'expiry'") == 1


def test_one_kind_of_event_that_is_skipped_is_one_line_whatever_it_holds(log: Log) -> None:
    log.set_up()
    for value in range(50):
        try:
            dict[str, str]()[f"value {value}"]
        except KeyError as error:
            log.observe(EventSkipped("MESSAGE_CREATE", error))
    log.observe(EventSkipped("MESSAGE_UPDATE", KeyError("value 0")))
    written = log.written.getvalue()
    assert written.count("MESSAGE_CREATE was skipped") == 1
    assert written.count("MESSAGE_UPDATE was skipped") == 1


def test_what_the_outside_world_does_has_no_traceback(log: Log) -> None:
    log.set_up("DEBUG")
    log.observe(OperationFailed(Operation.LOCATE_REPLY, OSError("no"), ASKED))
    assert len(log.lines) == 1


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_secret_is_in_no_line_and_in_no_traceback(log: Log, form: str) -> None:
    log.set_up(form=form)
    log.observe(
        OperationFailed(Operation.HANDLE_EVENT, ValueError(f"Bad {SECRET}\n"), detail=SECRET)
    )
    logging.getLogger("discord.http").error("sent %s", SECRET, exc_info=KeyError(SECRET))
    written = log.written.getvalue()
    assert SECRET not in written
    assert written.count("•••") >= 4


def test_a_library_that_repeats_itself_is_a_line_a_minute(log: Log) -> None:
    """As discord.py does with each attempt to connect again."""
    log.set_up()
    library = logging.getLogger("discord.client")
    for attempt in range(20):
        library.error("Attempting a reconnect in %.2fs", 1.7 * attempt, exc_info=OSError("no"))
    assert len(log.lines) == 1
    log.now_s += REPEATS_AFTER_S
    library.error("Attempting a reconnect in %.2fs", 99.25, exc_info=OSError("no"))
    assert len(log.lines) == 2


def test_a_library_is_not_heard_below_warnings_but_discord_py_tells_of_its_connection(
    log: Log,
) -> None:
    log.set_up("DEBUG")
    logging.getLogger("aiohttp.client").info("a request")
    logging.getLogger("discord.gateway").info("connected")
    logging.getLogger("discord.gateway").debug("the text of a message")
    assert [line.split(": ", 1)[1] for line in log.lines] == ["connected"]
