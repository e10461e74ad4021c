"""Where a block stands on a page: behind which prefix, and how far from the block above it.

Discord has no containers, only prefixes: the depth of a list comes from indentation by the width
of the *first* marker of each list around, and an empty line ends every list.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bridge_bot.discord_markdown.parse.leaves import Container, Item, Leaf, Quote

QUOTE = "> "
_NOTHING = "\u200b"


class Open(NamedTuple):
    """A container that is open on the page, and the width of what its lines begin with."""

    container: Container
    width: int

    @property
    def prefix(self) -> str:
        """What a further line in it begins with."""
        return QUOTE if isinstance(self.container, Quote) else " " * self.width


class Flow(NamedTuple):
    """What a page's blocks so far mean for the next one."""

    open: tuple[Open, ...] = ()
    due: tuple[Container, ...] = ()  # begun by a block that shows nothing
    blank: bool = False  # an empty line came before such a block
    is_text: bool = False  # the last block ends with a line of text
    is_list: bool = False  # the last block looks like a list of bullets
    begun: bool = False  # there is a block


class Place(NamedTuple):
    """`above` parts a block from the one before it, `lead` is its first line's prefix, `prefix`
    that of the others.
    """

    above: str
    lead: str = ""
    prefix: str = ""
    open: tuple[Open, ...] = ()
    in_item: bool = False
    apart: bool = False  # an empty line stands above it
    new_lists: int = 0  # lists and quotes that begin with it
    alone: bool = True  # no item around it has begun before
    joins: bool = False  # it goes on a text of the same item

    def beginning_with(self, text: str) -> Place:
        """The place of what begins so: in an item Discord drops line breaks before marks."""
        if self.joins and text and not text[0].isalnum():
            return self._replace(above=" ", lead="")
        return self


def place(
    flow: Flow, leaf: Leaf, *, fresh: bool, outside: bool = False, padded: bool = False
) -> Place:
    """Where a leaf stands; `fresh` if it begins on this page.

    What is `outside` leaves the lists around it. What is `padded` gets a line of spaces above
    it in an item.
    """
    blank = leaf.after_blank or flow.blank
    if not leaf.path and not flow.open:
        apart = flow.begun and blank
        return Place("\n\n" if apart else "\n" if flow.begun else "", apart=apart)
    due = (*flow.due, *leaf.opens) if fresh else ()
    opened, lead, new = _opened(flow, leaf, due, outside=outside)
    items = [each.container for each in opened if isinstance(each.container, Item)]
    alone = all(item in due for item in items)
    joins = bool(items) and flow.is_text and not due and _same(flow.open, opened) == len(flow.open)
    above, apart = _above(
        flow, opened, blank=blank and (not items or items[0] in due), padded=padded
    )
    prefix = "".join([each.prefix for each in opened])
    if apart and items:
        opened = [_renewed(each, due) for each in opened]
    joins = joins and len(opened) == len(flow.open)
    return Place(above, lead, prefix, tuple(opened), bool(items), apart, new, alone, joins)


def _opened(
    flow: Flow, leaf: Leaf, due: tuple[Container, ...], *, outside: bool
) -> tuple[list[Open], str, int]:
    """What is open around a leaf, its first line's prefix, and how many lists begin with it."""
    starts_item = not outside and any(isinstance(each, Item) for each in due)
    opened: list[Open] = []
    lead = prefix = ""
    same, new = True, 0
    for container in leaf.path:
        number = len(opened)
        before = flow.open[number] if same and number < len(flow.open) else None
        goes_on = before is not None and before.container is container
        if isinstance(container, Quote):
            if any(isinstance(each.container, Quote) for each in opened):
                continue  # Discord knows no quotes in quotes
            new += not goes_on
            opened.append(Open(container, len(QUOTE)))
            lead += QUOTE
        elif outside:
            continue
        elif before and goes_on:
            opened.append(before)
            lead += before.prefix
        elif container in due or starts_item:
            sibling = before is not None and _list(before.container) is container.list
            width = before.width if sibling and before else len(container.marker)
            new += not sibling
            opened.append(Open(container, width))
            lead += container.marker
            if container not in due:  # it began on an earlier page
                lead += f"…\n{prefix}{opened[-1].prefix}"
        else:
            same = False
            continue
        same = goes_on
        prefix += opened[-1].prefix
    return opened, lead, new


def _renewed(each: Open, due: tuple[Container, ...]) -> Open:
    """Behind an empty line a list begins anew, and with it the width of its markers."""
    container = each.container
    if isinstance(container, Item) and container in due:
        return Open(container, len(container.marker))
    return each


def _list(container: Container) -> object:
    return container.list if isinstance(container, Item) else None


def _same(one: Sequence[Open], other: Sequence[Open]) -> int:
    """How many of the outermost containers are the same."""
    same = 0
    for each, its in zip(one, other, strict=False):
        if each.container is not its.container:
            break
        same += 1
    return same


def _above(flow: Flow, opened: Sequence[Open], *, blank: bool, padded: bool) -> tuple[str, bool]:
    """What stands between a block and the one above it, and whether it is an empty line."""
    if not flow.begun:
        return "", False
    same = _same(flow.open, opened)
    shared = "".join([each.prefix for each in opened[:same]])
    at_top = not any(isinstance(each.container, Item) for each in opened[:same])
    touches = _touches(flow, opened, same)
    if at_top and (touches or blank):
        return f"\n{shared}\n", True
    if padded or touches:
        # A line that is not empty, but shows nothing, parts lists; before code it is of spaces.
        return f"\n{shared}{'' if padded else _NOTHING}\n", False
    return "\n", False


def _touches(flow: Flow, opened: Sequence[Open], same: int) -> bool:
    """Whether two lists, or two quotes, would be read as one."""
    if same >= len(opened):
        return False
    new = opened[same].container
    if same >= len(flow.open):
        return flow.is_list and isinstance(new, Item) and new.list.ordered
    old = flow.open[same].container
    if isinstance(old, Quote) or isinstance(new, Quote):
        return isinstance(old, Quote) and isinstance(new, Quote)
    if old.list is new.list:
        return False
    if old.list.ordered != new.list.ordered:
        return True
    return new.list.ordered and new.number != old.number + 1
