"""A table's rows in the form that its header and first row decide."""

from __future__ import annotations

from typing import Any, NamedTuple

from bridge_bot.discord_markdown.parse.leaves import Leaf, Line
from bridge_bot.discord_markdown.parse.tables import aligns_of, cells_of
from bridge_bot.discord_markdown.pieces import Piece, Sort, Wrap
from bridge_bot.discord_markdown.render import words
from bridge_bot.discord_markdown.render.code import FENCE
from bridge_bot.discord_markdown.render.inline import Inline
from bridge_bot.discord_markdown.render.tables import Cell, Form

_WHOLE = 10**6


class Manner(NamedTuple):
    """How a table is shown: it begins on this page if it is `fresh`, at `begin`."""

    env: dict[str, Any]
    room: int
    growing: bool
    fresh: bool
    line_break: str
    begin: int


def table_pieces(leaf: Leaf, rows: list[Line], manner: Manner) -> list[Piece] | None:
    """A table, or its rows from one on; nothing while its form can't be decided.

    A row that is still being written is shown once it is complete.
    """
    if manner.growing and not leaf.complete and rows and rows[-1] is leaf.lines[-1]:
        rows = rows[:-1]
    form = _form(leaf, manner.env, growing=manner.growing)
    if form is None:
        return None
    if not form.labels or len("\n".join(form.header())) > manner.room // 4:
        return _as_written([*leaf.lines[:2], *rows] if manner.fresh else rows, manner.line_break)
    if form.widths:
        return _block(leaf, rows, form, manner)
    if not rows and manner.fresh:
        bold = (Wrap("strong", "**", "**"),)
        return [Piece(" · ".join(filter(None, form.labels)), -1, Sort.TEXT, bold)]
    pieces: list[Piece] = []
    for row in rows:
        if cells := _cells(leaf, row, manner.env)[: len(form.labels)]:
            item = form.item(cells, manner.line_break)
            if sum(len(piece.text) for piece in item) > manner.room // 3:
                item = [Piece(row.text, row.at)]
            pieces += [Piece(manner.line_break, row.at, Sort.BREAK)] if pieces else []
            pieces += item
    return pieces


def _block(leaf: Leaf, rows: list[Line], form: Form, manner: Manner) -> list[Piece]:
    """An aligned block, below whose header no page ends."""
    line_break = manner.line_break
    opening, closing = f"{FENCE}{line_break}", f"{line_break}{FENCE}"
    wraps = (Wrap("block", opening, closing, manner.begin, growing=manner.growing),)
    header, rule = form.header()
    pieces = [
        Piece(header, -1, Sort.ATOM, wraps),
        Piece(line_break, -1, Sort.BREAK, wraps),
        Piece(rule, -1, Sort.ATOM, wraps),
    ]
    for number, row in enumerate(rows):
        line = Piece(form.line(_cells(leaf, row, manner.env)), -1, Sort.ATOM, wraps)
        if len(line.text) > manner.room // 3:
            line = Piece(row.text, row.at, Sort.CODE, wraps)
        pieces += [Piece(line_break, row.at if number else -1, Sort.BREAK, wraps), line]
    return pieces


def _form(leaf: Leaf, env: dict[str, Any], *, growing: bool) -> Form | None:
    if leaf.form:
        form: Form = leaf.form
        return form
    rows = leaf.lines[2:]
    has_row = bool(rows) and (len(rows) > 1 or leaf.complete or not growing)
    if not has_row and growing:
        return None
    first = _cells(leaf, rows[0], env) if has_row else []
    decided = Form.of(_cells(leaf, leaf.lines[0], env), first, aligns_of(leaf.lines[1].text))
    if has_row and (len(rows) > 1 or leaf.complete):
        leaf.form = decided
    return decided


def _cells(leaf: Leaf, row: Line, env: dict[str, Any]) -> list[Cell]:
    known: list[Cell] | None = leaf.cells.get(row.at)
    if known is None:
        known = [_cell(text, env) for _, text in cells_of(row.text)]
        if leaf.complete or row is not leaf.lines[-1]:
            leaf.cells[row.at] = known
    return known


def _cell(text: str, env: dict[str, Any]) -> Cell:
    inline = Inline(text, env, words.Manner(growing=False, longest=_WHOLE, in_item=True))
    inline_pieces = [
        piece._replace(text=" " if piece.sort is Sort.BREAK else piece.text, at=-1)
        for piece in inline.pieces
    ]
    return Cell.of(inline_pieces, has_link=inline.has_link)


def _as_written(lines: list[Line], line_break: str) -> list[Piece]:
    pieces: list[Piece] = []
    for line in lines:
        if pieces:
            pieces.append(Piece(line_break, line.at, Sort.BREAK))
        pieces.append(Piece(line.text, line.at, Sort.TEXT))
    return pieces
