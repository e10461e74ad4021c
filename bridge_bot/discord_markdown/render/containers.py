"""Container blocks as Discord reads them: which prefix a leaf block's lines get, and what stands
above it.

Discord has no container blocks, only prefixes. The depth of a list comes from indentation by the
width of the *first* marker of each list around, and a blank line ends every list. So the code in
the item `10. ` of a list that begins with `9. ` is indented by three columns, not by four.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bridge_bot.discord_markdown.parse.blocks import BlockQuote, ContainerBlock, LeafBlock, ListItem

QUOTE = "> "
_ZERO_WIDTH_SPACE = "\u200b"


class OpenContainer(NamedTuple):
    """A container that is open on the page, and the width of its prefix in characters."""

    container: ContainerBlock
    width: int

    @property
    def prefix(self) -> str:
        """The prefix of a line in it, but for the first."""
        return QUOTE if isinstance(self.container, BlockQuote) else " " * self.width


class PageState(NamedTuple):
    """What has to be known of a page's blocks so far to render the next one."""

    open_containers: tuple[OpenContainer, ...] = ()
    unshown: tuple[ContainerBlock, ...] = ()  # began with a block that shows nothing
    blank: bool = False  # a blank line came before such a block
    ends_with_text: bool = False  # the last block ends with a line of text
    looks_like_bullets: bool = False  # the last block looks like a list of bullets
    has_block: bool = False
    linked: frozenset[str] = frozenset()  # the citations that are links on the page


class BlockPosition(NamedTuple):
    """Where a leaf block stands on a page.

    `above` is the text between it and the block before. `first_prefix` is the prefix of its first
    line (`- `), `prefix` that of the others (two spaces).
    """

    above: str
    first_prefix: str = ""
    prefix: str = ""
    open_containers: tuple[OpenContainer, ...] = ()
    in_item: bool = False
    blank_line_above: bool = False
    new_lists: int = 0  # lists and quotes that begin with it
    opens_all_items: bool = True  # all items around it begin with it
    continues_text: bool = False  # it follows a text of the same item

    def beginning_with(self, text: str) -> BlockPosition:
        """Return the position of a block that begins with `text`.

        Inside an item Discord drops a line break before a delimiter or punctuation, so a space
        stands there.
        """
        if self.continues_text and text and not text[0].isalnum():
            return self._replace(above=" ", first_prefix="")
        return self


def position_of(
    page: PageState,
    leaf: LeafBlock,
    *,
    begins_here: bool,
    outside_lists: bool = False,
    padded: bool = False,
) -> BlockPosition:
    """Return where a leaf block stands below the blocks of `page`.

    `begins_here` says that its beginning is on this page. With `outside_lists` it leaves the lists
    around it. With `padded` it gets a line of spaces above it in an item.
    """
    blank = leaf.after_blank or page.blank
    unshown = (*page.unshown, *leaf.new_containers) if begins_here else ()
    opened, first_prefix, new = _opened(page, leaf, unshown, outside_lists=outside_lists)
    containers = [each.container for each in opened]
    items = [each for each in containers if isinstance(each, ListItem)]
    above, blank_line_above = _above(
        page, opened, blank=blank and (not items or items[0] in unshown), padded=padded
    )
    prefix = "".join([each.prefix for each in opened])
    if blank_line_above and items:  # a list begins anew below a blank line, with its width
        opened = [
            OpenContainer(each, len(each.marker))
            if isinstance(each, ListItem) and each in unshown
            else open_one
            for each, open_one in zip(containers, opened, strict=True)
        ]
    continues_text = (
        bool(items)
        and page.ends_with_text
        and not unshown
        and containers == [each.container for each in page.open_containers]
    )
    return BlockPosition(
        above,
        first_prefix,
        prefix,
        tuple(opened),
        bool(items),
        blank_line_above,
        new,
        all(item in unshown for item in items),
        continues_text,
    )


def _opened(
    page: PageState, leaf: LeafBlock, unshown: tuple[ContainerBlock, ...], *, outside_lists: bool
) -> tuple[list[OpenContainer], str, int]:
    """Return the containers around a leaf, its first prefix, and how many of them begin with it."""
    starts_item = not outside_lists and any(isinstance(each, ListItem) for each in unshown)
    opened: list[OpenContainer] = []
    first_prefix = prefix = ""
    same, new = True, 0
    for container in leaf.containers:
        number = len(opened)
        before = (
            page.open_containers[number] if same and number < len(page.open_containers) else None
        )
        goes_on = before is not None and before.container is container
        if isinstance(container, BlockQuote):
            if any(isinstance(each.container, BlockQuote) for each in opened):
                continue  # Discord knows no quotes in quotes
            new += not goes_on
            opened.append(OpenContainer(container, len(QUOTE)))
            first_prefix += QUOTE
        elif outside_lists:
            continue
        elif before and goes_on:
            opened.append(before)
            first_prefix += before.prefix
        elif container in unshown or starts_item:
            last = before.container if before else None
            is_sibling = isinstance(last, ListItem) and last.list is container.list
            width = before.width if before and is_sibling else len(container.marker)
            new += not is_sibling
            opened.append(OpenContainer(container, width))
            first_prefix += container.marker
            if container not in unshown:  # it began on an earlier page
                first_prefix += f"…\n{prefix}{opened[-1].prefix}"
        else:
            same = False
            continue
        same = goes_on
        prefix += opened[-1].prefix
    return opened, first_prefix, new


def _above(
    page: PageState, opened: Sequence[OpenContainer], *, blank: bool, padded: bool
) -> tuple[str, bool]:
    """Return what stands between a block and the one above it, and whether that is a blank line."""
    if not page.has_block:
        return "", False
    same = 0
    for each, its in zip(page.open_containers, opened, strict=False):
        if each.container is not its.container:
            break
        same += 1
    shared = "".join([each.prefix for each in opened[:same]])
    at_top = not any(isinstance(each.container, ListItem) for each in opened[:same])
    touches = _touches(page, opened, same)
    if at_top and (touches or blank):
        return f"\n{shared}\n", True
    if padded or touches:
        # A line that shows nothing, but is not empty, parts two lists; before code it is of spaces.
        return f"\n{shared}{'' if padded else _ZERO_WIDTH_SPACE}\n", False
    return "\n", False


def _touches(page: PageState, opened: Sequence[OpenContainer], same: int) -> bool:
    """Whether two lists, or two quotes, would be read as one without a line between them."""
    if same >= len(opened):
        return False
    new = opened[same].container
    if same >= len(page.open_containers):
        return page.looks_like_bullets and isinstance(new, ListItem) and new.list.ordered
    old = page.open_containers[same].container
    if isinstance(old, BlockQuote) or isinstance(new, BlockQuote):
        return isinstance(old, BlockQuote) and isinstance(new, BlockQuote)
    if old.list is new.list:
        return False
    if old.list.ordered != new.list.ordered:
        return True
    return new.list.ordered and new.number != old.number + 1
