"""What an event becomes in the log: its line in both forms, folding, and tracebacks."""

from __future__ import annotations

from bridge_bot.core.errors import PlatformForbidden, StoreError
from bridge_bot.core.events import EventSkipped, Operation, OperationFailed, TurnEnded
from bridge_bot.core.model import Origin, TurnState
from bridge_bot.instrumentation.log_folding import REPEATS_AFTER_S
from tests.harness.written_log import WrittenLog

ORIGIN = Origin(question_id=11, guild_id=22, channel_id=33, member_id=44)


def test_json_has_ids_and_numbers_as_fields(log: WrittenLog) -> None:
    log.set_up(form="json")
    error = PlatformForbidden("no", status=403, code=50013)
    log.observe(TurnEnded(ORIGIN, TurnState.FAILED, 1.5, 0.25, 2, error))
    written = log.objects[0]
    assert written.pop("time")
    assert written == {
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
        "retry_helps": False,
    }


def test_what_goes_wrong_again_and_again_is_a_line_a_minute_whatever_its_ids(
    log: WrittenLog,
) -> None:
    log.set_up()
    for turn in range(1000):
        error = StoreError(f"turn {10**17 + turn} is not in the database")
        log.observe(
            OperationFailed(Operation.SAVE_REPLY_MESSAGE, error, Origin(turn, 1, turn, turn))
        )
    assert len(log.lines) == 1
    log.now_s += REPEATS_AFTER_S
    log.observe(OperationFailed(Operation.SAVE_REPLY_MESSAGE, error, ORIGIN))
    assert len(log.lines) == 2
    assert "(1001 times by now)" in log.lines[1]


def test_another_cause_is_another_line(log: WrittenLog) -> None:
    log.set_up()
    for cause in ("the disk is full", "the database stayed locked", "status 502", "status 503"):
        log.observe(OperationFailed(Operation.SAVE_REPLY_MESSAGE, StoreError(cause), ORIGIN))
    assert len(log.lines) == 4


def test_debug_has_also_the_lines_that_are_left_out(log: WrittenLog) -> None:
    log.set_up("DEBUG")
    for _ in range(3):
        log.observe(OperationFailed(Operation.SAVE_REPLY_MESSAGE, StoreError("no"), ORIGIN))
    assert [line.split()[0] for line in log.lines] == ["WARNING", "DEBUG", "DEBUG"]


def test_a_fault_of_the_program_has_its_traceback_once(log: WrittenLog) -> None:
    log.set_up()
    for _ in range(3):
        log.observe(EventSkipped("MESSAGE_CREATE", KeyError("expiry")))
        log.now_s += REPEATS_AFTER_S
    assert sum("MESSAGE_CREATE" in line for line in log.lines) == 3
    assert log.written.getvalue().count("\nKeyError: 'expiry'") == 1


def test_one_kind_of_event_that_is_skipped_is_one_line_whatever_it_holds(log: WrittenLog) -> None:
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


def test_what_the_outside_world_does_has_no_traceback(log: WrittenLog) -> None:
    log.set_up("DEBUG")
    log.observe(OperationFailed(Operation.LOCATE_REPLY, OSError("no"), ORIGIN))
    assert len(log.lines) == 1
