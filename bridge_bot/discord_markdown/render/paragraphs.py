"""Paragraphs and headings as fragments."""

from __future__ import annotations

import re
from typing import Any

from bridge_bot.discord_markdown.citations import FOOTNOTE_LABEL, Citations
from bridge_bot.discord_markdown.fragments import Fragment, FragmentKind, Wrap, trimmed
from bridge_bot.discord_markdown.parse.blocks import LeafLine, ListItem
from bridge_bot.discord_markdown.render.context import (
    LeafOnPage,
    RenderContext,
    RenderedLeaf,
    may_be_header,
)
from bridge_bot.discord_markdown.render.inline import InlineRenderer
from bridge_bot.discord_markdown.render.plain_text import InlineOptions, source_mapping

RULE = "─" * 12
"""What a thematic break (`---`) is shown as."""

_LABEL = r"\[(?:[^\[\]\\]|\\.)+\]:[ \t]*"
_TITLE = r"(?:[ \t]+(?:\"[^\"]*\"?|'[^']*'?|\([^()]*\)?)?[ \t]*)?"
_HALF_DEFINITIONS = (
    re.compile(rf"{_LABEL}<[^<>\n]*>?{_TITLE}"),
    re.compile(rf"{_LABEL}\S+{_TITLE}"),
)
"""What may become a link reference definition, with an address in angle brackets or a plain one."""

_MAX_HEADING_LEVEL = 3  # of those that Discord shows


def _content(on_page: LeafOnPage, lines: list[LeafLine]) -> tuple[str, list[tuple[int, int]]]:
    """Return the lines as one text, and where each begins in it and in the source."""
    reopen = on_page.start.reopen
    parts, spans, size = [reopen], [(0, on_page.start.at - len(reopen))], len(reopen)
    for number, line in enumerate(lines):
        text = line.text
        if number and not line.continues_line:
            parts.append("\n")
            size += 1
        spans.append((size, line.at))
        parts.append(text)
        size += len(text)
    return "".join(parts), spans


def _rendered_inline(on_page: LeafOnPage, lines: list[LeafLine], **more: Any) -> InlineRenderer:
    content, spans = _content(on_page, lines)
    growing = on_page.growing
    options = InlineOptions(
        growing,
        on_page.context.max_withheld_chars,
        source_mapping(spans),
        len(on_page.start.reopen),
        footnote_labels=_footnote_labels(on_page, lines, spans),
        **more,
    )
    return InlineRenderer(content if growing else content.rstrip(), on_page.context.env, options)


def _footnote_labels(
    on_page: LeafOnPage, lines: list[LeafLine], spans: list[tuple[int, int]]
) -> frozenset[int]:
    """Return where in the text lines begin that define footnotes. The first line on a page may be
    the rest of one.
    """
    if not on_page.context.citations:
        return frozenset()
    return frozenset(
        begin
        for (begin, _), line in zip(spans[1:], lines, strict=True)
        if FOOTNOTE_LABEL.match(line.text)
        and not line.continues_line
        and (on_page.begins_here or any(each is line for each in on_page.leaf.lines))
    )


def _definition_chars(on_page: LeafOnPage, line: LeafLine) -> int:
    """Return how many characters of a paragraph's first line of text look like a link reference
    definition. `[2]: Yes ([1]) it is` looks like one up to `it`.
    """
    if not (on_page.begins_here and on_page.context.citations):
        return 0
    found = [pattern.match(line.text) for pattern in _HALF_DEFINITIONS]
    return max([each.end() for each in found if each], default=0)


def paragraph(on_page: LeafOnPage) -> RenderedLeaf | None:
    """Render a paragraph, with the link reference definitions at its beginning."""
    lines = on_page.lines
    if on_page.growing:
        lines = _without_unfinished_table(
            lines, on_page.context.max_withheld_chars, complete=on_page.leaf.complete
        )
    position = on_page.position()
    definitions: list[Fragment] = []
    if on_page.begins_here and on_page.leaf.definitions:
        for line in lines[: on_page.leaf.definitions]:
            definitions += _definition(line, on_page.context)
        lines = lines[on_page.leaf.definitions :]
        if lines:
            definitions.append(Fragment(f"\n{position.prefix}", lines[0].at, FragmentKind.BREAK))
        else:
            return RenderedLeaf(definitions, position)
    looks_alike = _definition_chars(on_page, lines[0]) if lines else 0
    inline = _rendered_inline(
        on_page,
        lines,
        line_break=f"\n{position.prefix}",
        in_item=position.in_item,
        definition_chars=looks_alike,
        may_be_definition=len(lines) == 1
        and not on_page.leaf.complete
        and looks_alike == len(lines[0].text),
    )
    fragments = definitions + inline.fragments
    if not "".join(fragment.text for fragment in fragments).strip():
        return None
    first = next((fragment for fragment in fragments if fragment.text.strip()), fragments[0])
    begin = first.wraps[0].open if first.wraps else first.text.lstrip()
    return RenderedLeaf(fragments, position.beginning_with(begin), inline.withheld_chars)


def _definition(line: LeafLine, context: RenderContext) -> list[Fragment]:
    """Return a link reference definition, with its address in one fragment."""
    colon = line.text.index("]:") + 2
    head = len(line.text) - len(line.text[colon:].lstrip())
    end = next((at for at in range(head, len(line.text)) if line.text[at] in " \t"), len(line.text))
    whole = FragmentKind.ATOM if end - head <= context.max_withheld_chars else FragmentKind.TEXT
    fragments = [
        _definition_label(line, head, context.citations),
        Fragment(line.text[head:end], line.at + head, whole, nodes=1),
        Fragment(line.text[end:].rstrip(), line.at + end),
    ]
    return [fragment for fragment in fragments if fragment.text]


def _definition_label(line: LeafLine, end: int, citations: Citations) -> Fragment:
    label = FOOTNOTE_LABEL.match(line.text)
    if label and citations.has(entry := int(label[1])):
        text = f"[{citations.footnote_number(entry)}]:{line.text[label.end() : end]}"
        return Fragment(text, line.at, FragmentKind.ATOM)
    return Fragment(line.text[:end], line.at)


def _without_unfinished_table(
    lines: list[LeafLine], max_withheld_chars: int, *, complete: bool
) -> list[LeafLine]:
    """Return the lines without those that may turn out to begin a table."""
    withheld = 0
    is_delimiter_row_begun = not complete and len(lines) > 1 and not lines[-1].text.strip(" \t:|-")
    if is_delimiter_row_begun and may_be_header(lines[-2]):
        withheld = 2
    if not withheld and lines and may_be_header(lines[-1]):
        withheld = 1
    if withheld and sum(len(line.text) for line in lines[-withheld:]) <= max_withheld_chars:
        return lines[:-withheld]
    return lines


def _begins_with_hash(fragment: Fragment) -> bool:
    return fragment.text.startswith("#") and not fragment.wraps


def heading(on_page: LeafOnPage) -> RenderedLeaf | None:
    """Render a heading. One of a level that Discord does not know, or in an item, is bold text."""
    leaf = on_page.leaf
    underlined = leaf.marker[:1] in "=-"
    if underlined and len(leaf.lines) > 1:
        # A line of `---` below several lines is seldom meant to make a heading of them.
        shown = paragraph(on_page)
        if not shown:
            return None
        rule = [
            Fragment(f"\n{shown.position.prefix}", leaf.end, FragmentKind.BREAK),
            Fragment(RULE, leaf.end, FragmentKind.ATOM),
        ]
        return shown._replace(fragments=[*shown.fragments, *rule])
    level = (1 if leaf.marker == "=" else 2) if underlined else len(leaf.marker)
    bold = level > _MAX_HEADING_LEVEL or any(isinstance(each, ListItem) for each in leaf.containers)
    inline = _rendered_inline(on_page, on_page.lines, bold=bold, line_break=" ")
    fragments = trimmed(inline.fragments)
    if not "".join(fragment.text for fragment in fragments).strip():
        return None
    position = on_page.position().beginning_with("*" if bold else "")
    if bold:
        wrap = (Wrap("strong", "**", "**"),)
        fragments = [fragment._replace(wraps=(*wrap, *fragment.wraps)) for fragment in fragments]
    else:
        marker = "#" * level + (" \\" if _begins_with_hash(fragments[0]) else " ")
        fragments = [
            Fragment(marker, on_page.start.at, FragmentKind.ATOM, plain="", nodes=1),
            *fragments,
        ]
    return RenderedLeaf(fragments, position, inline.withheld_chars)
