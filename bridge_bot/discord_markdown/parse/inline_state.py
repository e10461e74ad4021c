"""markdown-it's state of one inline parse, with what it does not note itself."""

from __future__ import annotations

import re
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token

_WIDE = re.compile(
    r"[\u1100-\u11ff\u2018-\u201f\u2026\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)


class InlineState(StateInline):
    """Gives texts their spans, and notes the brackets that belong to no link.

    `brackets` are the positions of `[` without a partner, `pairs` those of `[` and `]`. `no_pair`
    are delimiters of which no closing one follows, so that nobody searches for it again.
    """

    def __init__(self, src: str, md: MarkdownIt, env: dict[str, Any], *, growing: bool) -> None:
        super().__init__(src, md, env, [])
        self.growing = growing
        self.brackets: list[int] = []
        self.pairs: list[tuple[int, int]] = []
        self.text_at = 0
        self.no_pair: set[str] = set()

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """As in markdown-it, with the parser's position in the token."""
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        return token

    def pushPending(self) -> Token:  # noqa: N802 - markdown-it's name
        """As in markdown-it, with the span of the text in the token."""
        token = super().pushPending()
        token.meta["span"] = (self.text_at, self.text_at + len(token.content))
        return token

    def add_text(self, end: int) -> None:
        """Take the text up to `end` as literal."""
        if not self.pending:
            self.text_at = self.pos
        self.append_pending(self.src[self.pos : end])
        self.pos = end

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        """As in markdown-it; but beside CJK text and quotation marks a delimiter run of `*` may
        open before and close behind what is no space.

        CommonMark denies that to the `**` behind `重要。` in `**重要。**次`; Discord shows it bold.
        """
        scanned = super().scanDelims(start, canSplitWord)
        if self.src[start] != "*" or (scanned.can_open and scanned.can_close):
            return scanned
        before = self.src[start - 1 : start] or " "
        after = self.src[start + scanned.length : start + scanned.length + 1] or " "
        if before.isspace() or after.isspace():
            return scanned
        wide = bool(_WIDE.match(before) or _WIDE.match(after))
        double = scanned.length >= 2
        return Scanned(
            scanned.can_open or wide or (double and after == '"'),
            scanned.can_close or wide or (double and before in ':.!?,;"'),
            scanned.length,
        )

    @property
    def may_go_on(self) -> bool:
        """Whether what is read ends where a growing text ends. The text of a link ends before."""
        return self.growing and self.posMax == len(self.src)

    def bracket(self, at: int) -> None:
        """Note the bracket at a position: no link begins or ends with it."""
        if self.linkLevel:
            return
        if self.src[at] == "[":
            self.brackets.append(at)
        elif self.src[at] == "]" and self.brackets:
            self.pairs.append((self.brackets.pop(), at))
