"""Tables as fragments, in the layout that their header and first row decide."""

from __future__ import annotations

from typing import Any

from bridge_bot.discord_markdown.fragments import Fragment, FragmentKind, Wrap
from bridge_bot.discord_markdown.parse.blocks import LeafBlock, LeafLine
from bridge_bot.discord_markdown.parse.tables import aligns_of, cells_of
from bridge_bot.discord_markdown.render.code import FENCE
from bridge_bot.discord_markdown.render.context import LeafOnPage, RenderedLeaf, may_be_header
from bridge_bot.discord_markdown.render.inline import InlineRenderer
from bridge_bot.discord_markdown.render.paragraphs import paragraph
from bridge_bot.discord_markdown.render.plain_text import InlineOptions
from bridge_bot.discord_markdown.render.table_layout import Cell, TableLayout

_NO_LIMIT = 10**6


def table(on_page: LeafOnPage) -> RenderedLeaf | None:
    """Render a table; its header as a paragraph while its layout can't be decided.

    A row that is still growing is shown once it is complete.
    """
    leaf, context = on_page.leaf, on_page.context
    layout = _layout_of(leaf, context.env, growing=on_page.growing)
    if layout is None:
        size = sum(len(line.text) for line in leaf.lines[:2])
        if may_be_header(leaf.lines[0]) and size <= context.max_withheld_chars:
            return None
        return paragraph(on_page._replace(lines=leaf.lines[:1], growing=False))
    rows = leaf.lines[2:] if on_page.begins_here else on_page.lines
    if on_page.growing and not leaf.complete and rows and rows[-1] is leaf.lines[-1]:
        rows = rows[:-1]
    position = on_page.position()
    line_break = f"\n{position.prefix}"
    if not layout.labels or len("\n".join(layout.header())) > context.room // 4:
        written = [*leaf.lines[:2], *rows] if on_page.begins_here else rows
        lines = [[Fragment(line.text, line.at)] for line in written]
        fragments = _joined(written, lines, line_break)
    elif layout.widths:
        fragments = _aligned_block(on_page, rows, layout, line_break)
    elif not rows and on_page.begins_here:
        bold = (Wrap("strong", "**", "**"),)
        fragments = [Fragment(" · ".join(filter(None, layout.labels)), -1, wraps=bold)]
    else:
        fragments = _list_of_rows(on_page, rows, layout, line_break)
    return RenderedLeaf(fragments, position) if fragments else None


def _list_of_rows(
    on_page: LeafOnPage, rows: list[LeafLine], layout: TableLayout, line_break: str
) -> list[Fragment]:
    shown, items = [], []
    for row in rows:
        if cells := _cells(on_page.leaf, row, on_page.context.env)[: len(layout.labels)]:
            item = layout.item(cells, line_break)
            if sum(len(fragment.text) for fragment in item) > on_page.context.room // 3:
                item = [Fragment(row.text, row.at)]
            shown.append(row)
            items.append(item)
    return _joined(shown, items, line_break)


def _aligned_block(
    on_page: LeafOnPage, rows: list[LeafLine], layout: TableLayout, line_break: str
) -> list[Fragment]:
    """Return the rows as aligned columns in a code block. No page ends right below its header."""
    opening, closing = f"{FENCE}{line_break}", f"{line_break}{FENCE}"
    wraps = (Wrap("block", opening, closing, on_page.start.at, growing=on_page.growing),)
    header, rule = layout.header()
    fragments = [
        Fragment(header, -1, FragmentKind.ATOM, wraps),
        Fragment(line_break, -1, FragmentKind.BREAK, wraps),
        Fragment(rule, -1, FragmentKind.ATOM, wraps),
    ]
    for number, row in enumerate(rows):
        cells = _cells(on_page.leaf, row, on_page.context.env)
        line = Fragment(layout.line(cells), -1, FragmentKind.ATOM, wraps)
        if len(line.text) > on_page.context.room // 3:
            line = Fragment(row.text, row.at, FragmentKind.CODE, wraps)
        fragments += [
            Fragment(line_break, row.at if number else -1, FragmentKind.BREAK, wraps),
            line,
        ]
    return fragments


def _joined(rows: list[LeafLine], shown: list[list[Fragment]], line_break: str) -> list[Fragment]:
    """Return what is shown of each row, with line breaks between them."""
    fragments: list[Fragment] = []
    for row, its in zip(rows, shown, strict=True):
        if fragments:
            fragments.append(Fragment(line_break, row.at, FragmentKind.BREAK))
        fragments += its
    return fragments


def _layout_of(leaf: LeafBlock, env: dict[str, Any], *, growing: bool) -> TableLayout | None:
    if leaf.table_layout:
        layout: TableLayout = leaf.table_layout
        return layout
    rows = leaf.lines[2:]
    is_certain = len(rows) > 1 or (bool(rows) and leaf.complete)
    if growing and not is_certain:
        return None
    header = _cells(leaf, leaf.lines[0], env)
    first = _cells(leaf, rows[0], env) if rows else []
    layout = TableLayout.of(header, first, aligns_of(leaf.lines[1].text))
    if is_certain:
        leaf.table_layout = layout
    return layout


def _cells(leaf: LeafBlock, row: LeafLine, env: dict[str, Any]) -> list[Cell]:
    known: list[Cell] | None = leaf.table_cells.get(row.at)
    if known is None:
        known = [_cell(text, env) for text in cells_of(row.text)]
        if leaf.complete or row is not leaf.lines[-1]:
            leaf.table_cells[row.at] = known
    return known


def _cell(text: str, env: dict[str, Any]) -> Cell:
    options = InlineOptions(growing=False, max_withheld_chars=_NO_LIMIT, in_item=True)
    inline = InlineRenderer(text, env, options)
    cell_fragments = [
        fragment._replace(text=" " if fragment.kind is FragmentKind.BREAK else fragment.text, at=-1)
        for fragment in inline.fragments
    ]
    return Cell.of(cell_fragments, has_link=inline.has_link)
