"""Backslashes where, and only where, Discord would read a mark that is meant as text.

Discord pairs marks over lines, paragraphs and blocks, so this looks at a whole page at once:
it walks through the text by the rules of Discord's inline marks, and knows which marks are meant.
A style that can't be kept, since Discord would end it elsewhere, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bridge_bot.discord_markdown.pieces import OPAQUE, TEXT, Block, Wrap

_MARK = re.compile(r"[*_~|`\\\[]")
_NOT_OPAQUE = re.compile(f"[^{OPAQUE}]", re.DOTALL)
_MOST_TRIES = 12
_MOST_WALKS = 5
_OF_ONE = ("*", "_", "`", "[")
_MANY = 48  # so many literal marks of a kind are escaped, each, without looking for partners
_SPACE = r"\s\ufeff"
_RULES: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "*": (
        ("*", re.compile(
            r"\*(?=\S)(?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+? {0,2}\*(?!\*)"
        )),
        ("**", re.compile(r"\*\*(?:\\[\s\S]|[^\\])+?\*\*(?!\*)")),
    ),
    "_": (
        ("_", re.compile(r"_(?:__|\\[\s\S]|[^\\_])+?_(?![A-Za-z0-9_])")),
        ("__", re.compile(r"__(?:\\[\s\S]|[^\\])+?__(?!_)")),
    ),
    "~": (("~~", re.compile(r"~~[\s\S]+?~~(?!_)")),),
    "|": (("||", re.compile(r"\|\|[\s\S]+?\|\|")),),
    "[": (
        ("[", re.compile(
            r"\[(?:\[[^\]]*\]|[^\[\]])*\]\(\s*<?(?:https?|discord)://[^\s]+?>?"
            r"(?:\s+['\"][^'\"]*['\"])?\s*\)", re.IGNORECASE
        )),
    ),
    "`": (
        ("```", re.compile(r"```\n*[^\n][\s\S]*?\n*```")),
        ("`", re.compile(r"(`+)[\s\S]*?[^`]\1(?!`)")),
    ),
}  # fmt: skip


def escaped(blocks: Sequence[Block]) -> str:
    """The text of a page with backslashes before what would be read as marks."""
    page, before = _Page(blocks), ""
    for _ in range(_MOST_WALKS):  # a mark that is escaped may leave another one that pairs
        if page.text == before:
            break
        before = page.text
        page.walk(0, len(page.text))
    return page.text


class _Page:
    def __init__(self, blocks: Sequence[Block]) -> None:
        self.text = "".join([block.above + block.text for block in blocks])
        self._owner = "".join([OPAQUE * len(block.above) + block.owners for block in blocks])
        self._wraps = {
            segment.wrap.owner: segment.wrap
            for block in blocks
            for segment in block.segments
            if segment.wrap and segment.wrap.owner != OPAQUE
        }
        self._many = {mark for mark in "*~|`" if self._literal(mark) > _MANY}
        self._nothing: dict[str, int] = {}  # kinds without an end, so far from the text's end

    def _literal(self, mark: str) -> int:
        if self.text.count(mark) <= _MANY:
            return 0
        return sum(
            1
            for character, owner in zip(self.text, self._owner, strict=True)
            if character == mark and owner == TEXT
        )

    def walk(self, at: int, end: int) -> int:
        """See to all from `at` to `end`, read alone; where that is afterwards."""
        while found := _MARK.search(self.text, at, end):
            at = found.start()
            owner, mark = self._owner[at], self.text[at]
            if owner in self._wraps:
                at, end = self._meant(at, end)
            elif owner == OPAQUE:
                at = self._behind_opaque(at, end)
                if self._runs_on(at, end):
                    self._insert(at)
                    at, end = at + 2, end + 1
            elif mark == "\\":
                at += 2
            elif self._is_read(at, end):
                self._insert(at)
                at, end = at + 2, end + 1
            else:
                at += 1
                if mark == "`":
                    while at < end and self.text[at] == "`" and self._owner[at] == TEXT:
                        at += 1
        return end

    def _behind_opaque(self, at: int, end: int) -> int:
        found = _NOT_OPAQUE.search(self._owner, at, end)
        return found.start() if found else end

    def _runs_on(self, at: int, end: int) -> bool:
        """Whether a backtick that is meant as text follows those that end code."""
        return at < end and self.text[at - 1 : at + 1] == "``" and self._owner[at] == TEXT

    def _is_read(self, at: int, end: int) -> bool:
        """Whether Discord would read a mark that begins here."""
        mark = self.text[at]
        if mark in self._many:
            return mark not in "~|" or self.text.startswith(mark, at + 1)
        for kind, rule in _RULES.get(mark, ()):
            left = len(self.text) - end
            if not self.text.startswith(kind, at) or self._nothing.get(kind) == left:
                continue
            if rule.match(self.text, at, end):
                return True
            if kind not in _OF_ONE:
                self._nothing[kind] = left  # there will be none further on
        return False

    def _meant(self, at: int, end: int) -> tuple[int, int]:
        """See to a style that begins here; where to go on, and the new end."""
        owner = self._owner[at]
        for _ in range(_MOST_TRIES):
            wrap = self._wraps[owner]
            start = at + len(wrap.open)
            close = self._owner.find(owner, start)
            if close < 0:
                return start, end
            expected = close + len(wrap.close)
            kind, match_end = self._read_at(at, end)
            if match_end == expected and kind == wrap.open[: len(kind)]:
                inner = self.walk(start, close)
                grown = inner - close
                return expected + grown, end + grown
            before = len(self.text)
            if not self._mended(at, end, wrap, match_end, expected):
                break
            end += len(self.text) - before
        return self._without(at, end, owner, wrap)

    def _read_at(self, at: int, end: int) -> tuple[str, int]:
        best = ("", -1)
        for kind, rule in _RULES.get(self.text[at], ()):
            if (found := rule.match(self.text, at, end)) and found.end() > best[1]:
                best = (kind, found.end())
        return best

    def _mended(self, at: int, end: int, wrap: Wrap, match_end: int, expected: int) -> bool:
        """Whether a backslash was put before a literal mark that is in the way."""
        mark = wrap.open[0]
        if 0 <= match_end < expected:
            # It would end inside.
            where = match_end - 1
            while where > at and self.text[where - 1] == mark and self._owner[where - 1] == TEXT:
                where -= 1
            if mark in "*_" and self._owner[where] == TEXT and self.text[where] == mark:
                self._insert(where)
                return True
            return False
        if expected < end and self._owner[expected] == TEXT and self.text[expected] in (mark, "_"):
            self._insert(expected)
            return True
        if mark == "*" and match_end > expected:
            where = match_end - 1
            if self._owner[where] == TEXT:
                self._insert(where)
                return True
        if wrap.open == "_" and wrap.close == "_":
            return self._with_asterisks(at, expected)
        return False

    def _with_asterisks(self, at: int, expected: int) -> bool:
        wrap = self._wraps[self._owner[at]]
        self._wraps[self._owner[at]] = Wrap(wrap.kind, "*", "*")
        text = self.text
        self.text = f"{text[:at]}*{text[at + 1 : expected - 1]}*{text[expected:]}"
        return True

    def _without(self, at: int, end: int, owner: str, wrap: Wrap) -> tuple[int, int]:
        """Leave a style out: its marks."""
        close = self._owner.find(owner, at + len(wrap.open))
        for start, size in ((close, len(wrap.close)), (at, len(wrap.open))):
            self.text = self.text[:start] + self.text[start + size :]
            self._owner = self._owner[:start] + self._owner[start + size :]
            end -= size
        return at, end

    def _insert(self, at: int) -> None:
        self.text = f"{self.text[:at]}\\{self.text[at:]}"
        self._owner = f"{self._owner[:at]}{TEXT}{self._owner[at:]}"
