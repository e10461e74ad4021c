"""What the commands have in common: the log, what is printed, and how an error ends one."""

from __future__ import annotations

import codecs
import gc
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TypeVar

from bridge_bot.core.errors import BridgeError, SettingsInvalid, StartError
from bridge_bot.instrumentation import log, log_uncaught, set_up_logging
from bridge_bot.settings import MigrateSettings, RunSettings, secrets
from bridge_bot.settings.reading import log_format, read

DOTENV = Path(".env")

LoggingSettings = TypeVar("LoggingSettings", RunSettings, MigrateSettings)


def with_log(
    group: type[LoggingSettings],
    work: Callable[[LoggingSettings], None],
    more_secrets: Iterable[str] = (),
) -> int:
    """Read the settings, set up the log and do the work. Returns the exit code.

    What ends the program is a line of the log, once that is set up. Before, it is a plain sentence,
    unless the log is to be JSON: a program that reads that expects nothing else.
    """
    is_set_up = False
    try:
        settings, warnings = read(group, DOTENV)
        hidden = chain(secrets(settings), more_secrets)
        set_up_logging(settings.log.level, settings.log.format, hidden)
        is_set_up = True
        log_uncaught()
        for each in warnings:
            log.warning(each)
        work(settings)
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:  # whatever it is, it ends the program
        if not is_set_up:
            if log_format(DOTENV) != "json":
                raise
            set_up_logging("INFO", "json", secrets=())
        return _log_end(error)
    return 0


def _log_end(error: BaseException) -> int:
    """Log what ends the program. Returns the exit code."""
    if isinstance(error, BridgeError):
        log.critical(" ".join(map(str.strip, sentences(error))))
        return exit_code(error)
    log.critical("bridge-bot ends: %s", type(error).__name__, exc_info=error)
    return 1


def sentences(error: BridgeError) -> list[str]:
    """What is told of an error that ends the program, line by line."""
    if isinstance(error, SettingsInvalid):
        begun = ["These settings need attention:", *(f"  {line}" for line in error.problems)]
        return [*begun, f"Set them in {DOTENV} or in the environment; .env.example explains each."]
    return [str(error)]


def exit_code(error: BridgeError) -> int:
    """The exit code of a program that ends by this error."""
    return error.exit_code if isinstance(error, StartError) else 1


def print_result(text: str) -> None:
    """Print on standard output. Raises StartError where nothing can be written.

    Where who reads has had enough, as in `bridge-bot check | head`, the rest is left out. What the
    locale can't encode is escaped as JSON escapes it, so that JSON stays what it is.
    """
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors != "replace":
        codecs.register_error("json", _escaped)
        sys.stdout.reconfigure(errors="json")
    try:
        print(text, flush=True)  # noqa: T201
    except OSError as error:
        # What is still to be written can't be, and the interpreter would complain at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise StartError(f"The result can't be printed: {error.strerror}.") from error


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """A handler of `codecs` for what can't be encoded."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


def print_errors(*lines: str) -> None:
    """Print lines on standard error."""
    for line in lines:
        print(line, file=sys.stderr)  # noqa: T201


@contextmanager
def importing() -> Iterator[None]:
    """Keep the garbage collector away from what is imported, which stays until the end.

    To go through it again and again would take a fifth of the time of a start, and later hold the
    event loop up.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
