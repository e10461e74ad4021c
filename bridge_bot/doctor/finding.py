"""A finding: what is wrong, how bad that is, and how it is mended."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from bridge_bot.doctor.codes import CODES
from bridge_bot.texts import Texts

MOST_NAMED = 5
"""How many channels and the like a finding names; of more it tells the number."""


class Level(enum.StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    """Something does not work."""
    WARNING = "warning"
    """Something works less well, or will stop working."""
    NOTE = "note"
    """Nothing has to be done."""


_LEVELS = {"E": Level.ERROR, "W": Level.WARNING, "N": Level.NOTE}


class Named(NamedTuple):
    """A text that is filled in, by its key; its translation is not known yet. The `fallback` is
    taken where there is no such text.
    """

    text_key: str
    fallback: str


Value = str | int | Named | tuple[str, ...]
"""What a finding is filled in with. Of a tuple only the first are named, and how many more."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding of one of the `CODES`. `about` is what it is about, such as a server, if that is
    not clear from the place where it is told.
    """

    code: str
    args: Mapping[str, Value] = field(default_factory=dict)
    about: str = ""

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise KeyError(self.code)

    @property
    def id(self) -> str:
        """What it is called, in every version and language."""
        return f"bridge-bot.{self.code}"

    @property
    def level(self) -> Level:
        """How bad it is."""
        return _LEVELS[self.code[0]]

    def message(self, texts: Texts) -> str:
        """What is wrong."""
        return self._text("", texts)

    def hint(self, texts: Texts) -> str:
        """What to do about it; empty where there is nothing to do."""
        return self._text("-hint", texts)

    def _text(self, ending: str, texts: Texts) -> str:
        args = {name: _said(value, texts) for name, value in self.args.items()}
        text = texts.get(f"doctor-{self.code}{ending}", **args)
        return "" if text == "-" else text


def worst_first(findings: list[Finding]) -> list[Finding]:
    """The findings by their level, and of each level in the order in which they were found."""
    levels = list(Level)
    return sorted(findings, key=lambda each: levels.index(each.level))


def _said(value: Value, texts: Texts) -> str | int:
    if isinstance(value, Named):
        try:
            return texts.get(value.text_key)
        except KeyError:
            return texts.get(value.fallback)
    if isinstance(value, tuple):
        separator = texts.get("list-separator")
        shown, more = separator.join(value[:MOST_NAMED]), len(value) - MOST_NAMED
        return texts.get("doctor-and-more", shown=shown, more=more) if more > 0 else shown
    return value
