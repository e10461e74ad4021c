"""Backslashes where, and only where, Discord would read a delimiter that is meant as text.

`F*cos(w)` alone needs none; with `k*x` in the paragraph below, Discord would read the first `*`
as the beginning of italics, so it becomes `F\\*cos(w)`.

Discord pairs delimiters over lines, paragraphs and blocks, so this looks at a whole page at once:
it walks through the text by Discord's rules, and knows which delimiters are meant as such. A style
that can't be kept, since Discord would end it elsewhere, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bridge_bot.discord_markdown.fragments import OPAQUE, TEXT, RenderedBlock, Wrap

_DELIMITER = re.compile(r"[*_~|`\\\[]")
_NOT_OPAQUE = re.compile(f"[^{OPAQUE}]", re.DOTALL)
_MAX_TRIES = 12
_MAX_WALKS = 5
_SINGLE = ("*", "_", "`", "[")
_MAX_PAIRED = 48  # more literal delimiters of a kind are all escaped, without looking for partners
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


def escaped(blocks: Sequence[RenderedBlock]) -> str:
    """Return the text of a page with backslashes before what would be read as delimiters."""
    page, before = _EscapedPage(blocks), ""
    for _ in range(_MAX_WALKS):  # one that is escaped may leave another one that pairs
        if page.text == before:
            break
        before = page.text
        page.walk(0, len(page.text))
    return page.text


class _EscapedPage:
    def __init__(self, blocks: Sequence[RenderedBlock]) -> None:
        self.text = "".join([block.above + block.text for block in blocks])
        self._owner = "".join([OPAQUE * len(block.above) + block.owners for block in blocks])
        self._wraps = {
            segment.wrap.owner: segment.wrap
            for block in blocks
            for segment in block.segments
            if segment.wrap and segment.wrap.owner != OPAQUE
        }
        self._too_many = {
            each
            for each in "*~|`"
            if self.text.count(each)
            > _MAX_PAIRED
            < list(zip(self.text, self._owner, strict=True)).count((each, TEXT))
        }
        # Delimiters without a closing one, and from how far before the text's end on.
        self._unclosed: dict[str, int] = {}

    def walk(self, at: int, end: int) -> int:
        """Escape what needs it in the text from `at` to `end`; return where `end` is afterwards."""
        while found := _DELIMITER.search(self.text, at, end):
            at = found.start()
            owner, delimiter = self._owner[at], self.text[at]
            if owner in self._wraps:
                at, end = self._keep_style(at, end)
            elif owner == OPAQUE:
                found = _NOT_OPAQUE.search(self._owner, at, end)
                at = found.start() if found else end
                # A backtick that is meant as text must not follow those that close code.
                if found and self.text[at - 1 : at + 1] == "``" and self._owner[at] == TEXT:
                    self._escape(at)
                    at, end = at + 2, end + 1
            elif delimiter == "\\":
                at += 2
            elif self._would_be_read(at, end):
                self._escape(at)
                at, end = at + 2, end + 1
            else:
                at += 1
                if delimiter == "`":
                    while at < end and self.text[at] == "`" and self._owner[at] == TEXT:
                        at += 1
        return end

    def _would_be_read(self, at: int, end: int) -> bool:
        """Whether Discord would read a delimiter that begins at `at`."""
        delimiter = self.text[at]
        if delimiter in self._too_many:
            return delimiter not in "~|" or self.text.startswith(delimiter, at + 1)
        for kind, rule in _RULES.get(delimiter, ()):
            left = len(self.text) - end
            if not self.text.startswith(kind, at) or self._unclosed.get(kind) == left:
                continue
            if rule.match(self.text, at, end):
                return True
            if kind not in _SINGLE:
                self._unclosed[kind] = left  # nor will there be one further on
        return False

    def _keep_style(self, at: int, end: int) -> tuple[int, int]:
        """See to it that Discord reads the style that begins at `at`, or leave it out.

        Returns where to go on, and where `end` is now.
        """
        owner = self._owner[at]
        for _ in range(_MAX_TRIES):
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
            if not self._escaped_in_the_way(at, end, wrap, match_end, expected):
                break
            end += len(self.text) - before
        return self._leave_out(at, end, owner, wrap)

    def _read_at(self, at: int, end: int) -> tuple[str, int]:
        best = ("", -1)
        for kind, rule in _RULES.get(self.text[at], ()):
            if (found := rule.match(self.text, at, end)) and found.end() > best[1]:
                best = (kind, found.end())
        return best

    def _escaped_in_the_way(
        self, at: int, end: int, wrap: Wrap, match_end: int, expected: int
    ) -> bool:
        """Change what keeps Discord from reading a style as it is meant; whether anything was.

        That is a literal delimiter, which gets a backslash, or a style written with `_`.
        """
        delimiter = wrap.open[0]
        if 0 <= match_end < expected:
            # Discord would end the style inside of it.
            where = match_end - 1
            while self._is_literal(where - 1, delimiter) and not self._is_literal(where - 2, "\\"):
                where -= 1
            if delimiter not in "*_" or not self._is_literal(where, delimiter):
                return False
            self._escape(where)
        elif expected < end and self._is_literal(expected, (delimiter, "_")):
            self._escape(expected)
        elif delimiter == "*" and match_end > expected and self._owner[match_end - 1] == TEXT:
            self._escape(match_end - 1)
        elif wrap.open == wrap.close == "_":
            self._use_asterisks(at, expected)
        else:
            return False
        return True

    def _is_literal(self, at: int, delimiters: str | tuple[str, ...]) -> bool:
        """Whether one of these delimiters stands there, and is meant as text."""
        return self._owner[at] == TEXT and self.text.startswith(delimiters, at)

    def _use_asterisks(self, at: int, expected: int) -> None:
        """Write the style from `at` to `expected` with `*` instead of `_`."""
        wrap, text = self._wraps[self._owner[at]], self.text
        self._wraps[self._owner[at]] = Wrap(wrap.kind, "*", "*")
        self.text = f"{text[:at]}*{text[at + 1 : expected - 1]}*{text[expected:]}"

    def _leave_out(self, at: int, end: int, owner: str, wrap: Wrap) -> tuple[int, int]:
        """Remove the delimiters of a style; return where to go on, and where `end` is now."""
        close = self._owner.find(owner, at + len(wrap.open))
        for start, size in ((close, len(wrap.close)), (at, len(wrap.open))):
            self.text = self.text[:start] + self.text[start + size :]
            self._owner = self._owner[:start] + self._owner[start + size :]
            end -= size
        return at, end

    def _escape(self, at: int) -> None:
        self.text = f"{self.text[:at]}\\{self.text[at:]}"
        self._owner = f"{self._owner[:at]}{TEXT}{self._owner[at:]}"
