"""A leaf block as a block of a page: paragraphs, headings, code, tables and rules."""

from __future__ import annotations

from bridge_bot.discord_markdown.fragments import (
    Fragment,
    FragmentKind,
    RenderedBlock,
    Wrap,
    trimmed,
)
from bridge_bot.discord_markdown.parse.blocks import LeafBlock, LeafKind, ListItem
from bridge_bot.discord_markdown.render.citations.linked import with_citation_links
from bridge_bot.discord_markdown.render.code import FENCE, code_fragments, language_of
from bridge_bot.discord_markdown.render.containers import BlockPosition, PageState
from bridge_bot.discord_markdown.render.context import (
    LeafOnPage,
    PageStart,
    RenderContext,
    RenderedLeaf,
)
from bridge_bot.discord_markdown.render.paragraphs import RULE, heading, paragraph
from bridge_bot.discord_markdown.render.tables import table


def render_leaf(
    leaf: LeafBlock, page: PageState, start: PageStart, context: RenderContext
) -> tuple[RenderedBlock | None, PageState]:
    """Return a leaf as a block, or None if it shows nothing; and the new state of the page."""
    on_page = LeafOnPage.of(leaf, page, start, context)
    begins_here, at = on_page.begins_here, on_page.start.at
    shown = _block(on_page)
    if shown is None:
        return None, _skipped(leaf, page, begins_here=begins_here)
    fragments, position, linked = shown.fragments, shown.position, page.linked
    if context.citations:
        fragments, linked = with_citation_links(
            fragments, linked, context.citations, context.max_withheld_chars
        )
        if not any(fragment.text.strip() for fragment in fragments):
            return None, _skipped(leaf, page, begins_here=begins_here)
    if position.first_prefix:
        fragments = [
            Fragment(
                position.first_prefix,
                at,
                FragmentKind.ATOM,
                plain=position.first_prefix if "…" in position.first_prefix else "",
            ),
            *fragments,
        ]
    in_block = any(wrap.kind == "block" for wrap in fragments[-1].wraps)
    block = RenderedBlock(
        at,
        trimmed(fragments),
        above=position.above,
        blank_line_above=position.blank_line_above,
        containers=_kept_together(position),
        keep_with_next=leaf.kind is LeafKind.HEADING,
        opens_all_items=position.opens_all_items,
        withheld_chars=shown.withheld_chars,
        nodes=position.new_lists,
    )
    return block, PageState(
        position.open_containers,
        ends_with_text=leaf.kind in (LeafKind.PARAGRAPH, LeafKind.HEADING, LeafKind.RULE),
        looks_like_bullets=leaf.kind is LeafKind.TABLE and not in_block,
        has_block=True,
        linked=linked,
    )


def _skipped(leaf: LeafBlock, page: PageState, *, begins_here: bool) -> PageState:
    """Return the state of a page below a leaf that shows nothing."""
    skipped = page._replace(blank=page.blank or leaf.after_blank)
    unshown = (*page.unshown, *leaf.new_containers)
    return skipped._replace(unshown=unshown) if begins_here else skipped


def _kept_together(position: BlockPosition) -> tuple[object, ...]:
    """Return what no page ends in if it is short: a quote, and a list that is in something else."""
    groups: list[object] = []
    for number, each in enumerate(position.open_containers):
        if isinstance(each.container, ListItem):
            groups.append(each.container.list if number else None)
        else:
            groups.append(each.container)
    return tuple(groups)


def _block(on_page: LeafOnPage) -> RenderedLeaf | None:
    match on_page.leaf.kind:
        case LeafKind.PARAGRAPH:
            shown = paragraph(on_page)
        case LeafKind.HEADING:
            shown = heading(on_page)
        case LeafKind.FENCE | LeafKind.INDENTED | LeafKind.MATH:
            shown = _code(on_page)
        case LeafKind.TABLE:
            shown = table(on_page)
        case LeafKind.RULE:
            rule = Fragment(RULE, on_page.start.at, FragmentKind.ATOM)
            shown = RenderedLeaf([rule], on_page.position().beginning_with(RULE))
        case LeafKind.EMPTY:
            shown = _empty(on_page)
        case LeafKind.COMMENT:
            shown = None
    return shown


def _empty(on_page: LeafOnPage) -> RenderedLeaf | None:
    """Render the marker of an item without content.

    While the text grows a bullet is not shown: it may become a rule.
    """
    if on_page.growing and not _is_numbered(on_page.leaf):
        return None
    position = on_page.position()
    marker = Fragment(position.first_prefix.rstrip(), on_page.start.at, FragmentKind.ATOM, plain="")
    return RenderedLeaf([marker], position._replace(first_prefix=""))


def _is_numbered(leaf: LeafBlock) -> bool:
    last = leaf.containers[-1]
    return isinstance(last, ListItem) and last.list.ordered


def _code(on_page: LeafOnPage) -> RenderedLeaf | None:
    """Render a code block, or LaTeX as one.

    A blank line in it would end the list that it is in. So it leaves the list, unless further items
    of the same outermost item follow; then a line of spaces above keeps it in.
    """
    leaf = on_page.leaf
    shown = [index for index, line in enumerate(on_page.lines) if line.text.strip()]
    if not shown:
        return None
    lines = on_page.lines[shown[0] :]
    gaps = len(shown) <= shown[-1] - shown[0]
    items = [each for each in leaf.containers if isinstance(each, ListItem)]
    outside_lists = padded = False
    if gaps and items:
        begins = (
            any(each in items for each in (*on_page.page.unshown, *leaf.new_containers))
            and on_page.begins_here
        )
        followed = items[0].nested_items > leaf.nested_items
        outside_lists = not (items[0].keeps_code or begins or followed)
        if outside_lists and items[0].code_left_at < 0:
            items[0].code_left_at = leaf.nested_items
        padded = not outside_lists and not begins
    position = on_page.position(outside_lists=outside_lists, padded=padded)
    language = "tex" if leaf.kind is LeafKind.MATH else language_of(leaf.info.text)
    opening, closing = f"{FENCE}{language}\n{position.prefix}", f"\n{position.prefix}{FENCE}"
    wraps = (Wrap("block", opening, closing, on_page.start.at, growing=on_page.growing),)
    fragments: list[Fragment] = []
    for number, line in enumerate(lines):
        if number and not line.continues_line:
            fragments.append(Fragment(f"\n{position.prefix}", line.at, FragmentKind.BREAK, wraps))
        fragments += code_fragments(line.text, line.at, wraps)
    return RenderedLeaf(trimmed(fragments), position)
