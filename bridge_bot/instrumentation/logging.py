"""The log: where it goes, its two forms, and what is left out of it.

Known secrets are blotted out of every line, as the last thing before it is written, whoever
wrote it.
"""

from __future__ import annotations

import io
import json
import logging
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from bridge_bot.core.events import Event, Observe
from bridge_bot.instrumentation.log_folding import Folding
from bridge_bot.instrumentation.log_lines import Fields, cause, is_expected, line_of

log = logging.getLogger("bridge_bot")

_OF_TEXT = ("server", "channel", "member")
"""The fields that the text form shows: its sentences hold the others."""


def observer(now: Callable[[], float] = time.monotonic) -> Observe:
    """The function that logs events. `now` gives seconds on a clock that never goes back."""
    folding = Folding(now)

    def observe(event: Event) -> None:
        line = line_of(event)
        level, message, fault = line.level, line.message, line.fault
        if line.kind:
            times = folding.times(line.kind)
            if times is None:
                level, fault = logging.DEBUG, None
            elif times > 1:
                message, fault = f"{message} ({times} times by now)", None
        log.log(level, message, extra={"fields": line.fields}, exc_info=fault)

    return observe


def set_up_logging(
    level: str, form: str, secrets: Iterable[str], now: Callable[[], float] = time.monotonic
) -> None:
    """Log to standard error from now on, as `text` or `json`, without these secrets."""
    if form == "json" and isinstance(sys.stderr, io.TextIOWrapper):
        # JSON is UTF-8 (RFC 8259, 8.1), whatever is written here otherwise.
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")
    handler = logging.StreamHandler(sys.stderr)
    formatter = _JsonFormatter if form == "json" else _TextFormatter
    handler.setFormatter(formatter(secrets))
    handler.addFilter(_OfLibraries(now))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    log.setLevel(level)
    # Never below INFO: discord.py's debug lines hold the text of messages.
    logging.getLogger("discord").setLevel(max(logging.getLevelName(level), logging.INFO))


class _OfLibraries(logging.Filter):
    """Folds what libraries say: discord.py has a line for each attempt to connect again."""

    def __init__(self, now: Callable[[], float]) -> None:
        super().__init__()
        self._folding = Folding(now)

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.partition(".")[0] == log.name or record.levelno < logging.WARNING:
            return True
        error = record.exc_info[1] if record.exc_info else None
        said = f"{record.name}: {record.getMessage()} {cause(error) if error else ''}"
        return self._folding.times(said) is not None


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
            if record.name.startswith("discord") and is_expected(error):
                # discord.py logs each failed connection with a stack trace; its cause is enough.
                message = f"{message} ({cause(error)})"
            else:
                trace = "".join(traceback.format_exception(error)).rstrip()
        return self._blotted(message), self._blotted(trace)

    def _blotted(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "•••")
        # A path that is no UTF-8 has lone surrogates, which no log can be sure to carry.
        return text.encode("utf-8", "replace").decode()


class _TextFormatter(_Formatter):
    def format(self, record: logging.LogRecord) -> str:
        message, trace = self.told(record)
        fields = _fields(record)
        ids = ", ".join(f"{name} {fields[name]}" for name in _OF_TEXT if name in fields)
        line = f"{_moment(record)} {record.levelname:<7} {record.name}: {message}"
        line = f"{line} [{ids}]" if ids else line
        return f"{line}\n{trace}" if trace else line


class _JsonFormatter(_Formatter):
    def format(self, record: logging.LogRecord) -> str:
        message, trace = self.told(record)
        told = {
            "time": _moment(record),
            "level": record.levelname,
            "logger": record.name,
            "message": message,
            **_fields(record),
        }
        return json.dumps(told | {"traceback": trace} if trace else told, ensure_ascii=False)


def _fields(record: logging.LogRecord) -> Fields:
    """What an event has beside its sentence; a library's record has nothing."""
    fields: Fields = getattr(record, "fields", {})
    return fields


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
