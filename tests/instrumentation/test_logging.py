"""The log's two forms: no secret stands in either, and libraries do not fill it."""

from __future__ import annotations

import logging

import pytest

from bridge_bot.core.events import Operation, OperationFailed
from bridge_bot.instrumentation.log_folding import REPEATS_AFTER_S
from tests.harness.written_log import SECRET, WrittenLog


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_secret_is_in_no_line_and_in_no_traceback(log: WrittenLog, form: str) -> None:
    log.set_up(form=form)
    log.observe(
        OperationFailed(Operation.HANDLE_EVENT, ValueError(f"Bad {SECRET}\n"), detail=SECRET)
    )
    logging.getLogger("discord.http").error("sent %s", SECRET, exc_info=KeyError(SECRET))
    written = log.written.getvalue()
    assert SECRET not in written
    assert written.count("•••") >= 4


def test_a_library_that_repeats_itself_is_a_line_a_minute(log: WrittenLog) -> None:
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
    log: WrittenLog,
) -> None:
    log.set_up("DEBUG")
    logging.getLogger("aiohttp.client").info("a request")
    logging.getLogger("discord.gateway").info("connected")
    logging.getLogger("discord.gateway").debug("the text of a message")
    assert [line.split(": ", 1)[1] for line in log.lines] == ["connected"]


def test_a_faulty_call_of_a_library_is_told_and_raises_nothing_in_it(
    log: WrittenLog, capsys: pytest.CaptureFixture[str]
) -> None:
    log.set_up()
    library = logging.getLogger("discord.client")
    library.warning("%d seconds", "x")
    library.warning("still here")
    assert [line.split(": ", 1)[1] for line in log.lines] == ["still here"]
    assert "Logging error" in capsys.readouterr().err
