"""One line of the source while its blocks are read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bridge_bot.discord_markdown.parse.leaves import Line

_PREFIX = re.compile(r"[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])[ \t]+)*")


@dataclass(slots=True)
class Row:
    """A line, read up to `start`; so far it goes on, or opens, `depth` containers.

    An incomplete one may go on. A `plain` one begins nothing that could turn out to be text. A
    `trial` is read only for a look. In `text` the tabs of its prefix are spaces.
    """

    raw: str
    begin: int  # in the source
    complete: bool = True
    plain: bool = False
    trial: bool = False
    start: int = 0
    depth: int = 0
    text: str = field(init=False)
    _at: int = field(init=False)

    def __post_init__(self) -> None:
        self.text, self._at = self.raw, self.begin
        if "\t" in self.raw and (prefix := _PREFIX.match(self.raw)):
            wide = prefix[0].expandtabs(4)
            self.text = wide + self.raw[prefix.end() :]
            self._at -= len(wide) - prefix.end()

    @property
    def body(self) -> int:
        """Where what is no space begins."""
        return len(self.text) - len(self.text[self.start :].lstrip(" "))

    @property
    def is_blank(self) -> bool:
        """Whether nothing follows."""
        return not self.text[self.start :].strip()

    def line(self, start: int, end: int | None = None) -> Line:
        """A part of it for a leaf. Tabs may be wider than they are long."""
        return Line(self.text[start:end], max(self._at + start, self.begin))

    def code(self, column: int) -> Line:
        """The line from a column on, with its tabs."""
        at = reached = 0
        while reached < column and at < len(self.raw):
            reached += 4 - reached % 4 if self.raw[at] == "\t" else 1
            at += 1
        rest = max(0, reached - column)
        return Line(" " * rest + self.raw[at:], self.begin + max(0, at - rest))
