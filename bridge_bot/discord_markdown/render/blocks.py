"""Leaves as the pieces that a page is made of."""

from __future__ import annotations

from bridge_bot.discord_markdown.parse.leaves import Item, Kind, Leaf
from bridge_bot.discord_markdown.pieces import Block, Piece, Sort, Wrap, trimmed
from bridge_bot.discord_markdown.render import flow as flows
from bridge_bot.discord_markdown.render import rows
from bridge_bot.discord_markdown.render.code import FENCE, code_pieces, language_of
from bridge_bot.discord_markdown.render.flow import Flow, Place
from bridge_bot.discord_markdown.render.reading import Reading, Seen, Shown, Start, may_be_header
from bridge_bot.discord_markdown.render.texts import RULE, heading, paragraph


def render(leaf: Leaf, flow: Flow, start: Start, reading: Reading) -> tuple[Block | None, Flow]:
    """A leaf as a block, unless it shows nothing, and what that means for the next one."""
    this = Seen.of(leaf, start, reading)
    fresh, at = this.fresh, this.start.at
    shown = _block(this, flow)
    pieces, where = shown.pieces, shown.place
    if where is None:
        skipped = flow._replace(blank=flow.blank or leaf.after_blank)
        return None, skipped._replace(due=(*flow.due, *leaf.opens)) if fresh else skipped
    if where.lead:
        pieces = [
            Piece(where.lead, at, Sort.ATOM, plain=where.lead if "…" in where.lead else ""),
            *pieces,
        ]
    is_text = leaf.kind in (Kind.PARAGRAPH, Kind.HEADING, Kind.RULE)
    in_block = any(wrap.kind == "block" for wrap in pieces[-1].wraps)
    block = Block(
        at, trimmed(pieces), where.above, where.apart, _units(where), leaf.kind is Kind.HEADING,
        drawn=where.new_lists, alone=where.alone, labels=shown.labels, hidden=shown.hidden,
    )  # fmt: skip
    is_list = leaf.kind is Kind.TABLE and not in_block
    return block, Flow(where.open, is_text=is_text, is_list=is_list, begun=True)


def _units(where: Place) -> tuple[object, ...]:
    """What is kept together if it is short: a quote, and a list in something else."""
    units: list[object] = []
    for number, each in enumerate(where.open):
        if isinstance(each.container, Item):
            units.append(each.container.list if number else None)
        else:
            units.append(each.container)
    return tuple(units)


def _block(this: Seen, flow: Flow) -> Shown:
    match this.leaf.kind:
        case Kind.PARAGRAPH:
            shown = paragraph(this, flow)
        case Kind.HEADING:
            shown = heading(this, flow)
        case Kind.FENCE | Kind.INDENTED | Kind.MATH:
            shown = _code(this, flow)
        case Kind.TABLE:
            shown = _table(this, flow)
        case Kind.RULE:
            where = flows.place(flow, this.leaf, fresh=this.fresh).beginning_with(RULE)
            shown = Shown([Piece(RULE, this.start.at, Sort.ATOM)], where)
        case Kind.EMPTY:
            shown = _empty(this, flow)
        case Kind.COMMENT:
            shown = Shown()
    return shown


def _empty(this: Seen, flow: Flow) -> Shown:
    """The marker of an item in which nothing stands, or not yet."""
    if this.growing and not _is_numbered(this.leaf):
        return Shown()
    where = flows.place(flow, this.leaf, fresh=this.fresh)
    mark = Piece(where.lead.rstrip(), this.start.at, Sort.ATOM, plain="")
    return Shown([mark], where._replace(lead=""))


def _is_numbered(leaf: Leaf) -> bool:
    last = leaf.path[-1]
    return isinstance(last, Item) and last.list.ordered


def _code(this: Seen, flow: Flow) -> Shown:
    lines, leaf = this.lines, this.leaf
    while lines and not lines[0].text.strip():
        lines = lines[1:]
    last = len(lines)
    while last and not lines[last - 1].text.strip():
        last -= 1
    if not lines or not last:
        return Shown()
    gaps = any(not line.text.strip() for line in lines[:last])
    items = [each for each in leaf.path if isinstance(each, Item)]
    outside = padded = False
    if gaps and items:
        begins = any(each in items for each in (*flow.due, *leaf.opens)) and this.fresh
        followed = items[0].nested > leaf.nested  # by items in the same one
        outside = not (items[0].stays or begins or followed)
        if outside and items[0].left_at < 0:
            items[0].left_at = leaf.nested
        padded = not outside and not begins
    where = flows.place(flow, leaf, fresh=this.fresh, outside=outside, padded=padded)
    language = "tex" if leaf.kind is Kind.MATH else language_of(leaf.info)
    opening, closing = f"{FENCE}{language}\n{where.prefix}", f"\n{where.prefix}{FENCE}"
    wraps = (Wrap("block", opening, closing, this.start.at, growing=this.growing),)
    pieces: list[Piece] = []
    for number, line in enumerate(lines):
        if number and not line.glued:
            pieces.append(Piece(f"\n{where.prefix}", line.at, Sort.BREAK, wraps))
        pieces += code_pieces(line.text, line.at, wraps)
    return Shown(trimmed(pieces), where) if pieces else Shown()


def _table(this: Seen, flow: Flow) -> Shown:
    where = flows.place(flow, this.leaf, fresh=this.fresh)
    manner = rows.Manner(
        {"references": this.reading.references},
        this.reading.room,
        this.growing,
        this.fresh,
        f"\n{where.prefix}",
        this.start.at,
    )
    lines = this.leaf.lines[2:] if this.fresh else this.lines
    pieces = rows.table_pieces(this.leaf, lines, manner)
    if pieces is None:
        size = sum(len(line.text) for line in this.leaf.lines[:2])
        if may_be_header(this.leaf.lines[0]) and size <= this.reading.longest:
            return Shown()
        header = Seen(
            this.leaf, this.leaf.lines[:1], this.start, this.reading, this.fresh, growing=False
        )
        return paragraph(header, flow)
    return Shown(pieces, where) if pieces else Shown()
