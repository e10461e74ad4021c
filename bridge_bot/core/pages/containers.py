"""Quotes and lists around a block: their markers on each line, and what opens them again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.token import Token

from bridge_bot.core.pages.lines import Lines, lines_of
from bridge_bot.core.pages.sheet import Edit, Kind, Sheet, Unit

_QUOTE_MARKER = re.compile(r" {0,3}>[ \t]?")
_ITEM_MARKER = re.compile(r"[ \t]*([-+*]|\d{1,9}[.)])(?:[ \t]{1,4}(?=[^ \t\n]|$)|[ \t]|$)")
_QUOTE = "> "


@dataclass(slots=True)
class _Container:
    kind: Kind
    line: int
    marker: str = ""


class Containers:
    """Follows the blocks of a sheet into quotes and lists and out of them."""

    def __init__(self, sheet: Sheet, lines: Lines) -> None:
        self._sheet = sheet
        self._lines = lines
        self._stack: list[_Container] = []
        self._quoted: dict[int, int] = {}  # by line, how many quotes it is in

    def enter(self, token: Token) -> None:
        """A quote, a list or one of its items begins."""
        first, last = lines_of(token)
        start, end = self._lines.span(token)
        begin = self.skip(start)
        if token.type == "blockquote_open":
            container = _Container(Kind.QUOTE, first, _QUOTE)
            if all(outer.kind is Kind.QUOTE for outer in self._stack):
                for line in range(first, last):
                    self._quoted[line] = self._quoted.get(line, 0) + 1
        elif token.type == "list_item_open":
            marker = _ITEM_MARKER.match(self._lines.source, begin, self._lines.end(first))
            text = marker[0].expandtabs(4) if marker else "- "
            container = _Container(Kind.ITEM, first, text if text[-1:] == " " else f"{text} ")
            if marker and marker[1] == "+":
                self._sheet.edits.append(Edit(marker.start(1), marker.end(1), "-"))
            if marker:
                self._sheet.whole.append((begin, marker.end()))
        else:
            container = _Container(Kind.LIST, first)
        # A whole list may be cut between its items; it is kept together inside of another only.
        if container.kind is not Kind.LIST or self._stack:
            lead = container.marker.replace("+", "-")
            is_open = end >= len(self._lines.source.rstrip())
            self._sheet.units.append(
                Unit(container.kind, begin, end, begin, end, lead, open=is_open)
            )  # fmt: skip
        self._stack.append(container)

    def leave(self) -> None:
        """The innermost of them ends."""
        self._stack.pop()

    def skip(self, line_start: int) -> int:
        """Where what is in all the present containers begins on a line."""
        at, source = line_start, self._lines.source
        for container in self._stack:
            if container.kind is Kind.QUOTE:
                if marker := _QUOTE_MARKER.match(source, at):
                    at = marker.end()
            elif container.kind is Kind.ITEM:
                if self._lines.starts[container.line] == line_start:
                    marker = _ITEM_MARKER.match(source, at)
                    at = marker.end() if marker else at
                else:
                    at = self._skip_spaces(at, len(container.marker))
        return at

    def _skip_spaces(self, at: int, count: int) -> int:
        source = self._lines.source
        while count > 0 and at < len(source) and source[at] in " \t":
            count -= 4 if source[at] == "\t" else 1
            at += 1
        return at

    def content_start(self, token: Token) -> int:
        """Where a block's own text begins on its first line."""
        at = self.skip(self._lines.starts[lines_of(token)[0]])
        while at < len(self._lines.source) and self._lines.source[at] in " \t":
            at += 1
        return at

    def quotes(self) -> str:
        """The quote markers that each shown line needs."""
        return _QUOTE * sum(container.kind is Kind.QUOTE for container in self._stack)

    def continuation(self) -> str:
        """What a further line of the present block begins with."""
        return "".join(
            _QUOTE if container.kind is Kind.QUOTE else " " * len(container.marker)
            for container in self._stack
        )

    def mend_quotes(self) -> None:
        """Have each quoted line begin as Discord needs it: with a marker and a space.

        Of nested quotes Discord shows the inner markers as text.
        """
        source = self._lines.source
        for line, depth in self._quoted.items():
            start = at = self._lines.starts[line]
            if line >= len(self._lines.texts):
                continue
            if not self._lines.texts[line].strip() and line + 1 >= len(self._lines.texts):
                continue
            for _ in range(depth):
                if marker := _QUOTE_MARKER.match(source, at):
                    at = marker.end()
            if source[start:at] != _QUOTE * depth:
                self._sheet.edits.append(Edit(start, at, _QUOTE * depth))
            elif at > start:
                self._sheet.whole.append((start, at))
