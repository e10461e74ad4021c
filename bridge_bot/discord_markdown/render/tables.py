"""Tables as fragments, in the layout that their header and first row decide."""

from __future__ import annotations

from typing import Any, NamedTuple

from bridge_bot.discord_markdown.fragments import Fragment, FragmentKind, Wrap
from bridge_bot.discord_markdown.parse.blocks import LeafBlock, LeafLine
from bridge_bot.discord_markdown.parse.tables import aligns_of, cells_of
from bridge_bot.discord_markdown.render.code import FENCE
from bridge_bot.discord_markdown.render.inline import InlineRenderer
from bridge_bot.discord_markdown.render.plain_text import InlineOptions
from bridge_bot.discord_markdown.render.table_layout import Cell, TableLayout

_NO_LIMIT = 10**6


class TableOptions(NamedTuple):
    """How a table is rendered. With `begins_here` it begins on this page, at the position `at`."""

    env: dict[str, Any]
    room: int
    growing: bool
    begins_here: bool
    line_break: str
    at: int


def table_fragments(
    leaf: LeafBlock, rows: list[LeafLine], options: TableOptions
) -> list[Fragment] | None:
    """Return a table, or its rows from one on; None while its layout can't be decided.

    A row that is still growing is shown once it is complete.
    """
    if options.growing and not leaf.complete and rows and rows[-1] is leaf.lines[-1]:
        rows = rows[:-1]
    layout = _layout_of(leaf, options.env, growing=options.growing)
    if layout is None:
        return None
    if not layout.labels or len("\n".join(layout.header())) > options.room // 4:
        return _as_written(
            [*leaf.lines[:2], *rows] if options.begins_here else rows, options.line_break
        )
    if layout.widths:
        return _aligned_block(leaf, rows, layout, options)
    if not rows and options.begins_here:
        bold = (Wrap("strong", "**", "**"),)
        return [Fragment(" · ".join(filter(None, layout.labels)), -1, FragmentKind.TEXT, bold)]
    fragments: list[Fragment] = []
    for row in rows:
        if cells := _cells(leaf, row, options.env)[: len(layout.labels)]:
            item = layout.item(cells, options.line_break)
            if sum(len(fragment.text) for fragment in item) > options.room // 3:
                item = [Fragment(row.text, row.at)]
            fragments += (
                [Fragment(options.line_break, row.at, FragmentKind.BREAK)] if fragments else []
            )
            fragments += item
    return fragments


def _aligned_block(
    leaf: LeafBlock, rows: list[LeafLine], layout: TableLayout, options: TableOptions
) -> list[Fragment]:
    """Return the rows as aligned columns in a code block. No page ends right below its header."""
    line_break = options.line_break
    opening, closing = f"{FENCE}{line_break}", f"{line_break}{FENCE}"
    wraps = (Wrap("block", opening, closing, options.at, growing=options.growing),)
    header, rule = layout.header()
    fragments = [
        Fragment(header, -1, FragmentKind.ATOM, wraps),
        Fragment(line_break, -1, FragmentKind.BREAK, wraps),
        Fragment(rule, -1, FragmentKind.ATOM, wraps),
    ]
    for number, row in enumerate(rows):
        line = Fragment(layout.line(_cells(leaf, row, options.env)), -1, FragmentKind.ATOM, wraps)
        if len(line.text) > options.room // 3:
            line = Fragment(row.text, row.at, FragmentKind.CODE, wraps)
        fragments += [
            Fragment(line_break, row.at if number else -1, FragmentKind.BREAK, wraps),
            line,
        ]
    return fragments


def _layout_of(leaf: LeafBlock, env: dict[str, Any], *, growing: bool) -> TableLayout | None:
    if leaf.table_layout:
        layout: TableLayout = leaf.table_layout
        return layout
    rows = leaf.lines[2:]
    has_row = bool(rows) and (len(rows) > 1 or leaf.complete or not growing)
    if not has_row and growing:
        return None
    first = _cells(leaf, rows[0], env) if has_row else []
    decided = TableLayout.of(_cells(leaf, leaf.lines[0], env), first, aligns_of(leaf.lines[1].text))
    if has_row and (len(rows) > 1 or leaf.complete):
        leaf.table_layout = decided
    return decided


def _cells(leaf: LeafBlock, row: LeafLine, env: dict[str, Any]) -> list[Cell]:
    known: list[Cell] | None = leaf.table_cells.get(row.at)
    if known is None:
        known = [_cell(text, env) for _, text in cells_of(row.text)]
        if leaf.complete or row is not leaf.lines[-1]:
            leaf.table_cells[row.at] = known
    return known


def _cell(text: str, env: dict[str, Any]) -> Cell:
    inline = InlineRenderer(
        text, env, InlineOptions(growing=False, max_withheld_chars=_NO_LIMIT, in_item=True)
    )
    cell_fragments = [
        fragment._replace(text=" " if fragment.kind is FragmentKind.BREAK else fragment.text, at=-1)
        for fragment in inline.fragments
    ]
    return Cell.of(cell_fragments, has_link=inline.has_link)


def _as_written(lines: list[LeafLine], line_break: str) -> list[Fragment]:
    fragments: list[Fragment] = []
    for line in lines:
        if fragments:
            fragments.append(Fragment(line_break, line.at, FragmentKind.BREAK))
        fragments.append(Fragment(line.text, line.at, FragmentKind.TEXT))
    return fragments
