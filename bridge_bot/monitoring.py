"""What operators see: one function that turns the core's events into log lines, and the log's form.

A fault that goes on, such as an outage, is one line a minute at most, however often it shows.
Known secrets are blotted out of every line, as the last thing before it is written, whoever
wrote it.
"""

from __future__ import annotations

import json
import logging
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import assert_never

from bridge_bot.core.errors import BridgeError
from bridge_bot.core.events import (
    AccessBack,
    AccessLost,
    AskedAgain,
    Connected,
    Event,
    EventSkipped,
    Observe,
    QuestionDelayed,
    QuestionRefused,
    RequestLimited,
    ServiceBack,
    ServiceLost,
    TurnEnded,
    WentWrong,
)

log = logging.getLogger("bridge_bot")

REPEATS_AFTER_S = 60.0

_EXPECTED_OF = ("discord.", "aiohttp.")
"""Libraries whose exceptions tell of the world outside, not of a fault in this program."""


def observer(now: Callable[[], float] = time.monotonic) -> Observe:
    """The function that logs events. `now` gives seconds on a clock that never goes back."""
    lately = _Lately(now)

    def observe(event: Event) -> None:
        match event:
            case TurnEnded():
                log.log(logging.WARNING if event.error else logging.INFO, _turn_line(event))
            case Connected():
                log.info("connected as %s, on %d server(s)", event.name, event.servers)
                if not event.servers:
                    log.info("invite it to a server: %s", event.invite_link)
            case QuestionRefused():
                log.info("question %d refused: %s", event.origin.question_id, event.reason)
            case QuestionDelayed():
                log.info("question %d is %s", event.origin.question_id, event.why)
            case AskedAgain():
                log.warning(
                    "question %d is asked again in %.1f s: %s",
                    event.origin.question_id,
                    event.pause_s,
                    _cause(event.error),
                )
            case EventSkipped():
                line = f"an event {event.event} was skipped: {_cause(event.error)}"
                if line not in lately:
                    log.error(line, exc_info=event.error)
            case RequestLimited():
                log.warning(
                    "Discord limits %s (%s) for %.1f s; believed from now on: %d requests a second",
                    event.route,
                    event.scope,
                    event.retry_after_s,
                    event.believed_per_s,
                )
            case ServiceLost():
                log.error("%s is out of reach: %s", event.service, _cause(event.error))
            case ServiceBack():
                log.info("%s is back after %.0f s", event.service, event.away_s)
            case AccessLost():
                log.error("the Chat API takes no questions: %s", _cause(event.error))
            case AccessBack():
                log.info("the Chat API takes questions again")
            case WentWrong():
                line = f"while {event.doing}: {_cause(event.error)}"
                if line not in lately:
                    log.warning(line, exc_info=None if _expected(event.error) else event.error)
            case _:
                assert_never(event)

    return observe


class _Lately:
    """The lines of the last minute: a line asked for is in it from then on."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._since: dict[str, float] = {}

    def __contains__(self, line: str) -> bool:
        moment = self._now()
        self._since = {
            known: since for known, since in self._since.items() if since > moment - REPEATS_AFTER_S
        }
        if line in self._since:
            return True
        self._since[line] = moment
        return False


def set_up_logging(level: str, form: str, secrets: Iterable[str]) -> None:
    """Log to standard error from now on, as `text` or `json`, without these secrets."""
    handler = logging.StreamHandler(sys.stderr)
    formatter = _JsonFormatter if form == "json" else _TextFormatter
    handler.setFormatter(formatter(secrets))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    log.setLevel(level)
    # Never below INFO: discord.py's debug lines hold the text of messages.
    logging.getLogger("discord").setLevel(max(logging.getLevelName(level), logging.INFO))


def _turn_line(event: TurnEnded) -> str:
    first = "" if event.first_text_s is None else f", first text after {event.first_text_s:.2f} s"
    why = f": {_cause(event.error)}" if event.error else ""
    return (
        f"turn {event.origin.question_id} {event.state} after {event.took_s:.2f} s{first},"
        f" {event.pages} page(s){why}"
    )


def _cause(error: BaseException) -> str:
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _expected(error: BaseException) -> bool:
    return isinstance(error, BridgeError | OSError) or type(error).__module__.startswith(
        _EXPECTED_OF
    )


class _Formatter(logging.Formatter):
    """Gives a record's message and traceback as lines without secrets."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        # The longest first, so that no rest of one is left where another is a part of it.
        self._secrets = sorted(filter(None, secrets), key=len, reverse=True)

    def told(self, record: logging.LogRecord) -> tuple[str, str]:
        """The message, and the traceback if this record deserves one."""
        message, trace = record.getMessage(), ""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            if record.name.startswith("discord") and _expected(error):
                # discord.py logs each failed connection with a stack trace; its cause is enough.
                message = f"{message} ({_cause(error)})"
            else:
                trace = "".join(traceback.format_exception(error)).rstrip()
        return self._blotted(message), self._blotted(trace)

    def _blotted(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "•••")
        return text


class _TextFormatter(_Formatter):
    def format(self, record: logging.LogRecord) -> str:
        message, trace = self.told(record)
        line = f"{_moment(record)} {record.levelname:<7} {record.name}: {message}"
        return f"{line}\n{trace}" if trace else line


class _JsonFormatter(_Formatter):
    def format(self, record: logging.LogRecord) -> str:
        message, trace = self.told(record)
        told = {
            "time": _moment(record),
            "level": record.levelname,
            "logger": record.name,
            "message": message,
        }
        return json.dumps(told | {"traceback": trace} if trace else told, ensure_ascii=False)


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
