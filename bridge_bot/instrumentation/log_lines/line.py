"""A line of the log, and what the lines of all events have in common."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import singledispatch

from bridge_bot.core.errors import BridgeError
from bridge_bot.core.events import Event

Fields = Mapping[str, str | int | float]

_EXPECTED_MODULES = ("discord.", "aiohttp.")
"""Libraries whose exceptions come from outside, not from a fault in this program."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line of the log.

    `fields` are for programs that read the log. With a `kind`, a line is logged as DEBUG if one of
    its kind kept its level less than a minute ago. The traceback of `traceback_of` is written below
    the line.
    """

    level: int
    message: str
    fields: Fields = field(default_factory=dict)
    kind: str = ""
    traceback_of: BaseException | None = None


@singledispatch
def line(event: Event) -> LogLine:
    """The line of an event; the modules of this package register one for each class."""
    raise TypeError(f"no line is written for a {type(event).__name__}")


def cause(error: BaseException) -> str:
    """An error's class and text on one line, such as `KeyError: 'expiry'`."""
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def is_expected(error: BaseException) -> bool:
    """Whether an error comes from outside, such as from the network, so that its traceback would
    explain nothing.
    """
    ours = isinstance(error, BridgeError | OSError)
    return ours or type(error).__module__.startswith(_EXPECTED_MODULES)


def raised_at(error: BaseException) -> str:
    """The place in the code that raised an error; empty if it was never raised."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].filename}, line {frames[-1].lineno}" if frames else ""
