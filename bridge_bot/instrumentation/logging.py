"""The log: where it goes, its two forms, and what is left out of it.

Known secrets are replaced in every line, as the last thing before it is written, whoever logged it.
"""

from __future__ import annotations

import io
import json
import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import TextIO

from bridge_bot.instrumentation.log_folding import LogFolding
from bridge_bot.instrumentation.log_lines import Fields, cause, is_expected

log = logging.getLogger("bridge_bot")

_SHOWN_FIELDS = ("server", "channel", "member")
"""The fields that stand behind a line in the text form; its sentence holds the others."""


def set_up_logging(
    level: str, form: str, secrets: Iterable[str], steady_s: Callable[[], float] = time.monotonic
) -> None:
    """Log to standard error from now on, as `text` or `json`, without these secrets.

    `steady_s` gives seconds on a clock that never goes back.
    """
    if form == "json" and isinstance(sys.stderr, io.TextIOWrapper):
        # JSON is UTF-8 (RFC 8259, 8.1), whatever is written here otherwise.
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")
    handler = log_handler(sys.stderr, form, secrets, steady_s)
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    set_levels(level)


def log_handler(
    stream: TextIO,
    form: str,
    secrets: Iterable[str],
    steady_s: Callable[[], float] = time.monotonic,
) -> logging.Handler:
    """A handler that writes the log to a stream, as `text` or `json`, without these secrets."""
    handler = logging.StreamHandler(stream)
    formatter = _JsonFormatter if form == "json" else _TextFormatter
    handler.setFormatter(formatter(secrets))
    handler.addFilter(_LibraryFilter(steady_s))
    return handler


def set_levels(level: str) -> None:
    """Log what is of that level or above it; of most libraries warnings alone."""
    log.setLevel(level)
    # Never below INFO: discord.py's debug lines hold the text of messages.
    logging.getLogger("discord").setLevel(max(logging.getLevelName(level), logging.INFO))


def log_uncaught() -> None:
    """Log the errors of threads and finalisers, and Python's warnings, instead of printing them."""
    threading.excepthook = lambda raised: log.error("a thread has ended", exc_info=raised.exc_value)
    sys.unraisablehook = lambda raised: log.error(
        "a fault was passed over", exc_info=raised.exc_value
    )
    logging.captureWarnings(True)


class _LibraryFilter(logging.Filter):
    """Folds the warnings of libraries: discord.py logs each attempt to connect again."""

    def __init__(self, steady_s: Callable[[], float]) -> None:
        super().__init__()
        self._folding = LogFolding(steady_s)

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.partition(".")[0] == log.name or record.levelno < logging.WARNING:
            return True
        error = record.exc_info[1] if record.exc_info else None
        try:
            message = record.getMessage()
        except Exception:  # noqa: BLE001 - whatever its arguments raise
            return True  # the handler fails at it as well, tells of it, and raises nothing
        line = f"{record.name}: {message} {cause(error) if error else ''}"
        return self._folding.times(line) is not None


class _Formatter(logging.Formatter):
    """Formats a record's message and traceback without secrets."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        # The longest first, so that no rest of one is left where another is a part of it.
        self._secrets = sorted(filter(None, secrets), key=len, reverse=True)

    def message_and_traceback(self, record: logging.LogRecord) -> tuple[str, str]:
        """The message, and the traceback, empty where there is none to show."""
        message, trace = record.getMessage(), ""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            if record.name.startswith("discord") and is_expected(error):
                # discord.py logs each failed connection with a stack trace; its cause is enough.
                message = f"{message} ({cause(error)})"
            else:
                trace = "".join(traceback.format_exception(error)).rstrip()
        return self._without_secrets(message), self._without_secrets(trace)

    def _without_secrets(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "•••")
        # A path that is no UTF-8 has lone surrogates, which no log can be sure to carry.
        return text.encode("utf-8", "replace").decode()


class _TextFormatter(_Formatter):
    def format(self, record: logging.LogRecord) -> str:
        message, trace = self.message_and_traceback(record)
        fields = _fields(record)
        ids = ", ".join(f"{name} {fields[name]}" for name in _SHOWN_FIELDS if name in fields)
        line = f"{_time(record)} {record.levelname:<7} {record.name}: {message}"
        line = f"{line} [{ids}]" if ids else line
        return f"{line}\n{trace}" if trace else line


class _JsonFormatter(_Formatter):
    def format(self, record: logging.LogRecord) -> str:
        message, trace = self.message_and_traceback(record)
        values = {
            "time": _time(record),
            "level": record.levelname,
            "logger": record.name,
            "message": message,
            **_fields(record),
        }
        return json.dumps(values | {"traceback": trace} if trace else values, ensure_ascii=False)


def _fields(record: logging.LogRecord) -> Fields:
    """The fields of an event's line; a library's record has none."""
    fields: Fields = getattr(record, "fields", {})
    return fields


def _time(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
