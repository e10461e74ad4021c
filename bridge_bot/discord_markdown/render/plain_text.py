"""Plain inline text as fragments, with a backslash where Discord would read a block.

`#1 is first` at a line's beginning needs none, `# first` becomes `\\# first`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from bridge_bot.discord_markdown.fragments import Fragment, FragmentKind, Wrap

_LINE_START = re.compile(r"([-*]|\d+\.|>>>|>)(?= )|(#{1,3})(?= |\Z)")
_BACKSLASH = re.compile(r"\\(?=[^0-9A-Za-z\s]|\Z)")
_SPECIAL = re.compile(r"[*_~|`<>#\[\]\\-]")
_STARTS_A_WORD = re.compile(r"(?!\w+:\S|\d+\.)[^\W_]")


def _identity(position: int) -> int:
    return position


@dataclass(frozen=True, slots=True)
class InlineOptions:
    """How an inline text is rendered.

    `to_source` returns the position in the source for one in the text. The first `reopened_chars`
    of the text only open again what was open on the page before. An unfinished link, or a link or
    an image whose address is longer than `max_withheld_chars`, is left as plain text. A `bold`
    text loses emphasis that would end its boldness. `line_break` is put between two lines; with
    `in_item` it becomes a space wherever Discord would drop it. At the `footnote_labels` the text
    defines footnotes. Its first `definition_chars` look like a link reference definition, which
    the whole of it `may_be` if nothing else follows.
    """

    growing: bool
    max_withheld_chars: int
    to_source: Callable[[int], int] = _identity
    reopened_chars: int = 0
    bold: bool = False
    line_break: str = "\n"
    in_item: bool = False
    footnote_labels: frozenset[int] = frozenset()
    definition_chars: int = 0
    may_be_definition: bool = False


class PlainTextRenderer:
    """Adds the `fragments` of an inline text, whose source is `content`."""

    def __init__(self, content: str, options: InlineOptions) -> None:
        self.fragments: list[Fragment] = []
        self._content = content
        self._options = options
        self._to_source = options.to_source
        self._wraps: tuple[Wrap, ...] = ()  # those that are open
        self._in_label = False  # inside the text of a link
        self._at_line_start = True
        self._withheld: list[tuple[int, int]] = []
        self._unfinished_link: Wrap | None = None  # around its text

    @property
    def withheld_chars(self) -> int:
        """How many characters of the text are withheld."""
        return sum(end - start for start, end in self._withheld)

    def _add_source(self, start: int, end: int) -> None:
        """Add the plain text between two indices of the source, without what is withheld of it."""
        start = max(start, self._options.reopened_chars)
        for withheld, until in self._withheld:
            if withheld <= start < until:
                start = until
            elif start < withheld < end:
                self._add_source(start, withheld)
                start = until
        if start >= end:
            return
        outer = self._wraps
        if self._unfinished_link and self._unfinished_link.at <= self._to_source(start):
            self._wraps = (*outer, self._unfinished_link)
        self._add_text(self._content[start:end], self._to_source(start))
        self._wraps = outer

    def _add_text(self, text: str, at: int) -> None:
        """Add plain text, with a backslash where it looks like the beginning of a block."""
        if self._in_label:
            self._add(text, at, FragmentKind.CODE)
            return
        if self._at_line_start and text.strip():
            self._at_line_start = False
            blank = len(text) - len(text.lstrip())
            if found := _LINE_START.match(text, blank):
                escaped_at = found.end() - 1 if found[0].endswith(".") else blank
                self._add_literal(text[:escaped_at], at)
                self._add(
                    "\\" + text[escaped_at],
                    at + escaped_at,
                    FragmentKind.ATOM,
                    plain=text[escaped_at],
                )
                text, at = text[escaped_at + 1 :], at + escaped_at + 1
        self._add_literal(text, at)

    def _add_literal(self, text: str, at: int) -> None:
        """Add plain text, with each backslash that would escape something doubled."""
        done = 0
        for found in _BACKSLASH.finditer(text):
            self._add(text[done : found.start()], at + done, FragmentKind.TEXT)
            self._add("\\\\", at + found.start(), FragmentKind.ATOM, plain="\\")
            done = found.end()
        self._add(text[done:], at + done, FragmentKind.TEXT)

    def _add(
        self, text: str, at: int, kind: FragmentKind, *, plain: str | None = None, nodes: int = 0
    ) -> None:
        if text:
            self.fragments.append(Fragment(text, at, kind, self._wraps, plain, nodes))

    def _add_atom(
        self, text: str, position: int, *, plain: str | None = None, nodes: int = 0
    ) -> None:
        if not self._is_withheld(position):
            self._at_line_start = False
            self._add(text, self._to_source(position), FragmentKind.ATOM, plain=plain, nodes=nodes)

    def _add_special(self, token: Token) -> None:
        start, end = token.meta["span"]
        if self._in_label:
            self._add_atom(token.content, start)
        elif token.content == self._content[start:end]:  # no escape
            self._add_source(start, end)
        elif token.info != "entity":
            self._add_atom(self._content[start:end], start, plain=token.content)
        elif _SPECIAL.fullmatch(token.content):
            self._add_atom(f"\\{token.content}", start, plain=token.content)
        else:
            self._add_atom(token.content.replace("\n", " "), start)

    def _is_withheld(self, position: int) -> bool:
        if position < self._options.reopened_chars:
            return True
        return any(start <= position < end for start, end in self._withheld)

    def _add_break(self, start: int, end: int, spaces: str = "") -> None:
        if self._is_withheld(start):
            return
        options = self._options
        text = f"{spaces}{options.line_break}"
        if self._in_label or (options.in_item and not _STARTS_A_WORD.match(self._content, end)):
            text = " "
        else:
            self._at_line_start = True
        self.fragments.append(
            Fragment(text, self._to_source(start), FragmentKind.BREAK, self._wraps, " ")
        )


def source_mapping(lines: Sequence[tuple[int, int]]) -> Callable[[int], int]:
    """Return a function from an index in a text to the position in the source.

    `lines` has for each line where it begins in the text and in the source.
    """
    firsts = [first for first, _ in lines]

    def to_source(position: int) -> int:
        first, at = lines[max(0, bisect_right(firsts, position) - 1)]
        return at + position - first

    return to_source
