"""Reads a table's rows into a sheet, in the form that its header and first row decide."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it.token import Token

from bridge_bot.core.pages.code import FENCE, defused
from bridge_bot.core.pages.containers import Containers
from bridge_bot.core.pages.inline import Inline
from bridge_bot.core.pages.lines import Lines
from bridge_bot.core.pages.sheet import Break, Edit, Kind, Rank, Sheet, Unit
from bridge_bot.core.pages.tables import Cell, Form

_ROW = tuple[int, list[Cell]]


class TableReader:
    """One sheet's tables. `form` is that of the table that goes on at its beginning."""

    def __init__(
        self,
        sheet: Sheet,
        lines: Lines,
        containers: Containers,
        read_cell: Callable[[str, int], Inline],
        *,
        growing: bool,
        page_chars: int,
        form: Form | None,
    ) -> None:
        self._sheet = sheet
        self._lines = lines
        self._containers = containers
        self._read_cell = read_cell
        self._growing = growing
        self._page_chars = page_chars
        self._form = form

    def read(self, tokens: list[Token], index: int) -> int:
        """Take in the table that begins with this token; the index of the one after it."""
        table = tokens[index]
        rows, aligns, index = self._rows(tokens, index + 1)
        (first_line, header), *body = rows
        # A row that is still being written is shown once it is complete.
        half = (
            self._growing and bool(body) and self._lines.end(body[-1][0]) == len(self._sheet.source)
        )
        complete = body[:-1] if half else body
        start = self._containers.content_start(table)
        _, end = self._lines.span(table)
        form, self._form = self._form, None
        if form is None and start < self._sheet.lead_chars:  # what opens again is no header
            self._leave_as_text(rows)
            return index
        undecided = self._growing and not complete and not self._sheet.source[end:].strip(" \t\n")
        undecided = undecided and not self._sheet.source[end:].startswith("\n\n")
        if form is None and undecided:
            self._hold(start, end, first_line)
            return index
        if form is None:
            form = Form.of(header, complete[0][1] if complete else [], aligns)
        if len(form.header()) > self._page_chars // 4 or end - start == 0:
            self._leave_as_text(rows)
            return index
        self._show(form, rows, complete, start, end)
        return index

    def _rows(self, tokens: list[Token], index: int) -> tuple[list[_ROW], list[str], int]:
        rows: list[_ROW] = []
        aligns: list[str] = []
        while tokens[index].type != "table_close":
            token = tokens[index]
            if token.type == "tr_open" and token.map:
                rows.append((token.map[0], []))
            elif token.type == "th_open":
                aligns.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
            elif token.type == "inline":
                rows[-1][1].append(self._cell(token.content, rows[-1][0]))
            index += 1
        return rows, aligns, index + 1

    def _cell(self, content: str, line: int) -> Cell:
        inline = self._read_cell(content, line)
        sheet = Sheet(content, 0, edits=inline.edits)
        sheet.finish()
        markdown = " ".join(sheet.shown(0, len(content)).split())
        return Cell(defused(" ".join(inline.plain.split())), markdown, inline.has_link)

    def _hold(self, start: int, end: int, first_line: int) -> None:
        """Nothing of it, or what was shown of it already, until its form is decided."""
        source = self._sheet.source
        was_held = source.startswith("|", start) and not source.startswith("||", start)
        if was_held and end - start <= self._page_chars // 4:
            self._sheet.edits.append(Edit(start, end, ""))
        else:
            self._sheet.edits.append(Edit(self._lines.end(first_line), end, ""))

    def _leave_as_text(self, rows: list[_ROW]) -> None:
        for number, (line, _) in enumerate(rows):
            start, end = self._lines.starts[line], self._lines.end(line)
            self._sheet.prose.append((start, end))
            if number:
                self._sheet.breaks.append(Break(start - 1, start, Rank.LINE, at_line=True))

    def _show(
        self, form: Form, rows: list[_ROW], complete: list[_ROW], start: int, end: int
    ) -> None:
        source, quotes = self._sheet.source, self._containers.quotes()
        header_line = rows[0][0]
        header_end = self._lines.end(header_line + 1)
        aligned = bool(form.widths)
        separator = f"\n{quotes}"
        if aligned:
            header = FENCE + separator + form.header().replace("\n", separator)
            self._sheet.edits.append(Edit(start, header_end, header))
        elif complete:
            self._sheet.edits.append(Edit(start, self._row_start(complete[0][0]), ""))
        else:
            labels = " · ".join(label for label in form.labels if label)
            self._sheet.edits.append(Edit(start, header_end, f"**{labels}**"))
        for number, (line, cells) in enumerate(complete):
            self._show_row(form, line, cells)
            if number:
                line_start = self._lines.starts[line]
                self._sheet.breaks.append(Break(line_start - 1, line_start, Rank.LINE, True))
        if len(complete) < len(rows) - 1:
            half_line = rows[-1][0]
            self._sheet.edits.append(Edit(self._lines.end(half_line - 1), end, ""))
        is_open = not source[end:].strip() and "\n\n" not in source[end:]
        closing = f"{separator}{FENCE}" if aligned else ""
        if closing and not is_open:
            self._sheet.edits.append(Edit(end, end, closing))
        beyond = len(source) + 1 if is_open else end
        indent = self._containers.continuation()
        texts = [source[start : self._lines.end(header_line)],
                 indent + source[self._containers.skip(self._lines.starts[header_line + 1]) : header_end]]  # fmt: skip  # noqa: E501
        self._sheet.units.append(
            Unit(
                Kind.TABLE, start, beyond, header_end + 1, beyond,
                "\n".join(texts) + "\n", closing, open=is_open, form=form,
            )
        )  # fmt: skip

    def _row_start(self, line: int) -> int:
        """Where a row begins: its indentation is not shown, a quote's markers are."""
        start = self._lines.starts[line]
        return self._containers.skip(start) if self._containers.quotes() else start

    def _show_row(self, form: Form, line: int, cells: list[Cell]) -> None:
        start, end = self._row_start(line), self._lines.end(line)
        text = form.row(cells).replace("\n", f"\n{self._containers.quotes()}")
        if len(text) > self._page_chars // 3:
            self._sheet.prose.append((start, end))  # too long for a row: as it was written
        else:
            self._sheet.edits.append(Edit(start, end, text))
        self._sheet.row_ends.append(end + 1)
