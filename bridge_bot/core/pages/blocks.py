"""Reads a stretch of Markdown into a `Sheet`: what is shown of it and where a page may end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from markdown_it.token import Token

from bridge_bot.core.pages.code import CodeReader
from bridge_bot.core.pages.containers import Containers
from bridge_bot.core.pages.inline import Inline, read_inline
from bridge_bot.core.pages.lines import Lines, lines_of
from bridge_bot.core.pages.sheet import Break, Edit, Kind, Part, Rank, Sheet, Unit
from bridge_bot.core.pages.syntax import block_tokens
from bridge_bot.core.pages.table_rows import TableReader
from bridge_bot.core.pages.tables import Form

Known = dict[tuple[str, bool], Inline]
RULE = "─" * 12
"""What a thematic break (`---`) is shown as."""

_DEEPEST_HEADING = 3  # of those that Discord shows
_DECIDED_LATER = ("comment", "math_block")  # which later lines may turn into text again
_LISTS = ("bullet_list_open", "ordered_list_open", "list_item_open")


def read(
    source: str,
    *,
    page_chars: int,
    growing: bool = False,
    lead: Sequence[Part] = (),
    form: Form | None = None,
    references: dict[str, Any] | None = None,
    known: Known | None = None,
) -> Sheet:
    """Read a stretch; it begins with the `lead` that opens again what the last page closed.

    `form` is that of the table which goes on at its beginning. Links may refer to what
    `references` or an earlier line of the stretch defines. `known` are the texts that were read
    before with the same `page_chars`; new ones are added.
    """
    lead_chars = sum(len(part.source) for part in lead)
    reader = _BlockReader(
        source,
        page_chars=page_chars,
        growing=growing,
        lead_chars=lead_chars,
        form=form,
        references=references or {},
        known={} if known is None else known,
    )
    reader.hide(lead)
    return reader.read()


class _BlockReader:
    def __init__(
        self,
        source: str,
        *,
        page_chars: int,
        growing: bool,
        lead_chars: int,
        form: Form | None,
        references: dict[str, Any],
        known: Known,
    ) -> None:
        self._known = known
        self._sheet = Sheet(source, lead_chars)
        self._lines = Lines(source)
        self._containers = Containers(self._sheet, self._lines)
        self._growing = growing
        self._longest = page_chars // 4
        self._env: dict[str, Any] = {
            "references": dict(references),
            "growing": growing,
            "lead_chars": lead_chars,
            "longest_comment": page_chars // 4,
        }
        self._code = CodeReader(self._sheet, self._lines, self._containers)
        self._tables = TableReader(
            self._sheet,
            self._lines,
            self._containers,
            self._cell_text,
            growing=growing,
            page_chars=page_chars,
            form=form,
        )
        self._heading: Token | None = None
        self._heading_start = self._begun = self._glued_to_heading = -1

    def hide(self, lead: Sequence[Part]) -> None:
        """Leave out what of the lead is there for the parser only."""
        at = 0
        for part in lead:
            if not part.shown:
                self._sheet.edits.append(Edit(at, at + len(part.source), ""))
            at += len(part.source)

    def read(self) -> Sheet:
        tokens = block_tokens(self._sheet.source, self._env)
        self._defined = self._sheet.references = self._env["references"]
        index = 0
        while index < len(tokens):
            index = self._token(tokens, index)
        self._containers.mend_quotes()
        self._sheet.finish()
        return self._sheet

    def _token(self, tokens: list[Token], index: int) -> int:
        token = tokens[index]
        if token.map and token.nesting >= 0 and token.type != "inline":
            self._begin(token)
        match token.type:
            case "blockquote_open" | "list_item_open" | "bullet_list_open" | "ordered_list_open":
                self._containers.enter(token)
            case (
                "blockquote_close" | "list_item_close" | "bullet_list_close" | "ordered_list_close"
            ):
                self._containers.leave()
            case "heading_open":
                self._heading = token
            case "inline":
                self._inline(token)
                self._heading = None
            case "fence" | "code_block" | "math_block":
                self._code.read(token)
            case "comment":
                _, end = self._lines.span(token)
                self._sheet.edits.append(Edit(self._containers.content_start(token), end, ""))
            case "hr":
                _, end = self._lines.span(token)
                self._sheet.edits.append(Edit(self._containers.content_start(token), end, RULE))
            case "table_open":
                return self._tables.read(tokens, index)
        return index + 1

    def _begin(self, token: Token) -> None:
        """Note that a page may end before this block, unless a heading stands alone there."""
        line = lines_of(token)[0]
        start = self._lines.starts[line]
        if token.level == 0 and token.type not in _DECIDED_LATER:
            self._sheet.last_block = start
        if 0 <= self._heading_start < start:
            self._heading_start, self._glued_to_heading = -1, start
        if token.type == "heading_open":
            self._heading_start = start
        # Of blocks that begin on one line the outermost counts.
        if start in (0, self._glued_to_heading, self._begun):
            return
        self._begun = start
        at_line = token.level == 0 or token.type in _LISTS
        begin = start if at_line else self._containers.content_start(token)
        apart = token.level == 0 and self._lines.blank_before(start)
        rank = Rank.BLOCK if apart else Rank.ITEM
        self._sheet.breaks.append(Break(start - 1, begin, rank, at_line))

    def _inline(self, token: Token) -> None:
        first, _ = lines_of(token)
        content = token.content
        if not content:
            if self._heading:
                self._heading = None
            return
        spans = self._lines.content_spans(content, first)
        end = spans[-1][1] + spans[-1][2]
        bold = bool(self._heading and len(self._heading.markup) > _DEEPEST_HEADING)
        inline = self._read(content, first, growing=self._may_go_on(end), bold=bold, spans=spans)
        if self._heading:
            self._show_heading(self._heading, spans, bold=bold)
        self._take(inline, spans, len(content))
        self._sheet.prose.append((spans[0][1], end))
        for _, start, _ in spans[1:]:
            line_start = self._lines.starts[bisect_right(self._lines.starts, start) - 1]
            self._sheet.breaks.append(Break(line_start - 1, start, Rank.LINE, at_line=False))

    def _read(
        self,
        content: str,
        line: int,
        *,
        growing: bool,
        bold: bool = False,
        spans: list[tuple[int, int, int]] | None = None,
    ) -> Inline:
        if self._defined:
            self._env["references"] = {
                label: reference
                for label, reference in self._defined.items()
                if reference["map"][1] <= line
            }
        lead = max(0, self._sheet.lead_chars - spans[0][1]) if spans else 0
        is_final = not (growing or lead or self._defined)
        inline = self._known.get((content, bold)) if is_final else None
        if inline is None:
            inline = read_inline(
                content,
                self._env,
                growing=growing,
                longest_chars=self._longest,
                lead_chars=lead,
                bold=bold,
            )
        if is_final:
            self._known[content, bold] = inline
        return inline

    def _cell_text(self, content: str, line: int) -> Inline:
        return self._read(content, line, growing=False)

    def _may_go_on(self, end: int) -> bool:
        """Whether more text may still come into what ends there."""
        if not self._growing:
            return False
        rest = self._sheet.source[end:]
        return rest.count("\n") <= (0 if self._heading else 1) and not rest.strip(" \t\n>")

    def _show_heading(
        self, heading: Token, spans: list[tuple[int, int, int]], *, bold: bool
    ) -> None:
        edits = self._sheet.edits
        start, end = spans[0][1], spans[-1][1] + spans[-1][2]
        line_start = self._containers.content_start(heading)
        _, last = self._lines.span(heading)
        if heading.markup[0] != "#":
            if len(spans) == 1:
                edits.append(Edit(start, start, "# " if heading.markup == "=" else "## "))
                edits.append(Edit(end, last, ""))
            else:  # a rule below several lines is seldom meant to make a heading of them
                underline = self._lines.starts[lines_of(heading)[1] - 1]
                edits.append(Edit(self._containers.skip(underline), last, RULE))
            return
        edits.append(Edit(end, last, ""))
        if bold:
            edits.append(Edit(line_start, start, "**"))
            edits.append(Edit(end, end, "**"))
            hashes = heading.markup + " "
            self._sheet.units.append(
                Unit(Kind.INLINE, line_start, end, start, end, hashes, "**")
            )  # fmt: skip
        elif line_start < start:
            edits.append(Edit(line_start, start, heading.markup + " "))

    def _take(self, inline: Inline, spans: list[tuple[int, int, int]], length: int) -> None:
        """Take over an inline text's edits and units, in positions of the sheet."""
        firsts = [first for first, _, _ in spans]

        def place(position: int) -> int:
            if position > length:
                return len(self._sheet.source) + 1
            first, start, size = spans[bisect_right(firsts, position) - 1]
            return start + min(position - first, size)

        for start, end, text in inline.edits:
            shown = text.replace("\n", "\n" + self._containers.continuation())
            self._sheet.edits.append(Edit(place(start), place(end), shown))
        for unit in inline.units:
            self._sheet.units.append(
                Unit(
                    unit.kind, place(unit.start), place(unit.end), place(unit.body_start),
                    place(unit.body_end), unit.lead, unit.closing, unit.open,
                )
            )  # fmt: skip
        self._sheet.whole += [(place(start), place(end)) for start, end in inline.whole]
