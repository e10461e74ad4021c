"""Citations in an inline text: each mark as the number of its source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markdown_it.token import Token

from bridge_bot.discord_markdown.citations import NO_CITATIONS, Citations
from bridge_bot.discord_markdown.fragments import Fragment, FragmentKind
from bridge_bot.discord_markdown.render import html, unfinished
from bridge_bot.discord_markdown.render.plain_text import InlineOptions, PlainTextRenderer


class CitedTextRenderer(PlainTextRenderer):
    """Adds the marks that cite sources, by the `citations` in markdown-it's environment."""

    def __init__(self, content: str, env: dict[str, Any], options: InlineOptions) -> None:
        super().__init__(content, options)
        self._citations: Citations = env.get("citations", NO_CITATIONS)
        self._code_tags = 0  # so many tags of code are around

    def _withhold_marks(self, tokens: Sequence[Token], paired_tags: dict[int, bool]) -> None:
        """Withhold the text from a mark on of which it is not certain that it cites a source."""
        length = len(self._content)
        link_at = self._withheld[0][0] if self._withheld else length
        max_chars = self._options.max_withheld_chars
        code_at = html.open_code_at(tokens, self._content, paired_tags, max_chars)
        start = unfinished.uncertain_mark(self._content, tokens, min(link_at, code_at))
        if self._options.may_be_definition:
            begin = max(1, length - max_chars)  # the label is at 0
            start = min(start, unfinished.uncertain_mark(self._content, tokens, begin - 1))
        if start < length:
            before = [span for span in self._withheld if span[1] <= start]
            self._withheld = [*before, (start, length)]

    def _add_citation(self, token: Token) -> None:
        start, end = token.meta["span"]
        if self._is_withheld(start):
            return
        if self._in_label or self._code_tags or self._is_in_long_definition(start):
            self._add_source(start, end)
            return
        entry, cites = token.meta["entry"], 0
        if start in self._options.footnote_labels:
            number = self._citations.footnote_number(entry)
        else:
            number, cites = self._citations.number(entry), entry
        at, self._at_line_start = self._to_source(start), False
        self.fragments.append(
            Fragment(f"[{number}]", at, FragmentKind.ATOM, self._wraps, cites=cites)
        )

    def _is_in_long_definition(self, start: int) -> bool:
        """Whether a mark is in what looks like a link reference definition for longer than it could
        be withheld. It cites nothing then, whatever the line turns out to be.
        """
        return 0 < start < self._options.definition_chars - self._options.max_withheld_chars
