"""One line of the source while the block parser reads it from left to right."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bridge_bot.discord_markdown.parse.blocks import LeafLine

_PREFIX = re.compile(r"[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])[ \t]+)*")


@dataclass(slots=True)
class SourceLine:
    """A line that has been read up to `offset`, in `depth` container blocks so far.

    `> - text` has the offset 2 and the depth 1 once its `> ` is read, and then 4 and 2.

    `at` is the position of the line in the source. A line that is not `complete` may go on.
    With `certain_only` it begins no block that could later turn out to be text. A `preview` is
    read only to look at it, and taken back afterwards.

    `text` is `raw` with the tabs of its prefix as spaces.
    """

    raw: str
    at: int
    complete: bool = True
    certain_only: bool = False
    preview: bool = False
    offset: int = 0
    depth: int = 0
    text: str = field(init=False)
    _text_at: int = field(init=False)

    def __post_init__(self) -> None:
        self.text, self._text_at = self.raw, self.at
        if "\t" in self.raw and (prefix := _PREFIX.match(self.raw)):
            expanded = prefix[0].expandtabs(4)
            self.text = expanded + self.raw[prefix.end() :]
            self._text_at -= len(expanded) - prefix.end()

    @property
    def next_nonspace(self) -> int:
        """The index in `text` of the first character from `offset` on that is no space."""
        return len(self.text) - len(self.text[self.offset :].lstrip(" "))

    @property
    def is_blank(self) -> bool:
        """Whether nothing but white space follows `offset`."""
        return not self.text[self.offset :].strip()

    def line(self, start: int, end: int | None = None) -> LeafLine:
        """Return `text[start:end]` as a line of a leaf block."""
        # A tab is one character of the source, and may be several of the text.
        return LeafLine(self.text[start:end], max(self._text_at + start, self.at))

    def code(self, column: int) -> LeafLine:
        """Return the line from a column on as a line of code, with its tabs kept.

        A tab that reaches over the column leaves spaces: `code(4)` of `  \\t\\tx` is `\\tx`.
        """
        index = reached = 0
        while reached < column and index < len(self.raw):
            reached += 4 - reached % 4 if self.raw[index] == "\t" else 1
            index += 1
        rest = max(0, reached - column)
        return LeafLine(" " * rest + self.raw[index:], self.at + max(0, index - rest))
