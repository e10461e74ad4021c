"""Paragraphs, headings and rules as pieces."""

from __future__ import annotations

from typing import Any

from bridge_bot.discord_markdown.parse.leaves import Item, Line
from bridge_bot.discord_markdown.pieces import Piece, Sort, Wrap, trimmed
from bridge_bot.discord_markdown.render import flow as flows
from bridge_bot.discord_markdown.render.flow import Flow
from bridge_bot.discord_markdown.render.inline import Inline
from bridge_bot.discord_markdown.render.reading import Seen, Shown, may_be_header
from bridge_bot.discord_markdown.render.words import Manner, mapped

RULE = "─" * 12
"""What a thematic break (`---`) is shown as."""

_DEEPEST_HEADING = 3  # of those that Discord shows


def _content(this: Seen, lines: list[Line]) -> tuple[str, list[tuple[int, int]]]:
    """The lines as one text, and where each stands in it and in the source."""
    carry = this.start.carry
    parts, spans, size = [carry], [(0, this.start.at - len(carry))], len(carry)
    for number, line in enumerate(lines):
        text = line.text
        if number and not line.glued:
            parts.append("\n")
            size += 1
        spans.append((size, line.at))
        parts.append(text)
        size += len(text)
    return "".join(parts), spans


def _inline(this: Seen, lines: list[Line], **more: Any) -> Inline:
    content, spans = _content(this, lines)
    growing = this.growing
    manner = Manner(growing, this.reading.longest, mapped(spans), len(this.start.carry), **more)
    env = {"references": this.reading.references}
    return Inline(content if growing else content.rstrip(), env, manner)


def paragraph(this: Seen, flow: Flow) -> Shown:
    """A paragraph."""
    lines = this.lines
    if this.growing:
        lines = _without_half_a_table(lines, this.reading.longest, complete=this.leaf.complete)
    where = flows.place(flow, this.leaf, fresh=this.fresh)
    definitions: list[Piece] = []
    if this.fresh and this.leaf.definitions:
        for line in lines[: this.leaf.definitions]:
            definitions += _definition(line, this.reading.longest)
        lines = lines[this.leaf.definitions :]
        if lines:
            definitions.append(Piece(f"\n{where.prefix}", lines[0].at, Sort.BREAK))
        else:
            return Shown(definitions, where)
    inline = _inline(this, lines, line_break=f"\n{where.prefix}", in_item=where.in_item)
    pieces = definitions + inline.pieces
    if not "".join(piece.text for piece in pieces).strip():
        return Shown(labels=inline.labels)
    first = next((piece for piece in pieces if piece.text.strip()), pieces[0])
    begin = first.wraps[0].open if first.wraps else first.text.lstrip()
    return Shown(pieces, where.beginning_with(begin), inline.labels, inline.hidden_chars)


def _definition(line: Line, longest: int) -> list[Piece]:
    """A line that defines a link, with its address in one piece."""
    colon = line.text.index("]:") + 2
    head = len(line.text) - len(line.text[colon:].lstrip())
    end = next((at for at in range(head, len(line.text)) if line.text[at] in " \t"), len(line.text))
    whole = Sort.ATOM if end - head <= longest else Sort.TEXT
    pieces = [
        Piece(line.text[:head], line.at),
        Piece(line.text[head:end], line.at + head, whole, drawn=1),
        Piece(line.text[end:].rstrip(), line.at + end),
    ]
    return [piece for piece in pieces if piece.text]


def _without_half_a_table(lines: list[Line], longest: int, *, complete: bool) -> list[Line]:
    """Without lines that may turn out to be a table's header and the line below it."""
    held = 0
    half = not complete and len(lines) > 1 and not lines[-1].text.strip(" \t:|-")
    if half and may_be_header(lines[-2]):
        held = 2
    if not held and lines and may_be_header(lines[-1]):
        held = 1
    if held and sum(len(line.text) for line in lines[-held:]) <= longest:
        return lines[:-held]
    return lines


def _begins_with_hash(piece: Piece) -> bool:
    return piece.text.startswith("#") and not piece.wraps


def heading(this: Seen, flow: Flow) -> Shown:
    """A heading; one that Discord knows not, or that is in an item, is bold."""
    leaf = this.leaf
    underlined = leaf.mark[:1] in "=-"
    if underlined and len(leaf.lines) > 1:
        # A rule below several lines is seldom meant to make a heading of them.
        shown = paragraph(this, flow)
        if not shown.place:
            return shown
        where = shown.place
        rule = [Piece(f"\n{where.prefix}", leaf.end, Sort.BREAK), Piece(RULE, leaf.end, Sort.ATOM)]
        return shown._replace(pieces=[*shown.pieces, *rule])
    level = (1 if leaf.mark == "=" else 2) if underlined else len(leaf.mark)
    bold = level > _DEEPEST_HEADING or any(isinstance(each, Item) for each in leaf.path)
    inline = _inline(this, this.lines, bold=bold, line_break=" ")
    pieces = trimmed(inline.pieces)
    if not "".join(piece.text for piece in pieces).strip():
        return Shown()
    where = flows.place(flow, leaf, fresh=this.fresh)
    where = where.beginning_with("*" if bold else "")
    if bold:
        wrap = (Wrap("strong", "**", "**"),)
        pieces = [piece._replace(wraps=(*wrap, *piece.wraps)) for piece in pieces]
    else:
        mark = "#" * level + (" \\" if _begins_with_hash(pieces[0]) else " ")
        pieces = [Piece(mark, this.start.at, Sort.ATOM, plain="", drawn=1), *pieces]
    return Shown(pieces, where, inline.labels, inline.hidden_chars)
