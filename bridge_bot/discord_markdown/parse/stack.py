"""The containers that are open, and the leaves so far."""

from __future__ import annotations

from typing import Any, NamedTuple

from bridge_bot.discord_markdown.parse.leaves import Container, Item, Kind, Leaf, Line, Quote
from bridge_bot.discord_markdown.parse.row import Row


class State(NamedTuple):
    """What there was at a moment, to go back to."""

    stack: tuple[Container, ...]
    leaf: Leaf | None
    changing: tuple[Any, ...]
    leaves: int
    blank: bool
    containers: tuple[tuple[Container, bool, int], ...]


class Stack:
    """Opens and closes containers and leaves."""

    def __init__(self) -> None:
        self.leaves: list[Leaf] = []
        self._stack: tuple[Container, ...] = ()
        self._leaf: Leaf | None = None  # the one that is open
        self._blank = False  # an empty line came last
        self._dropped = 0  # so many of the first leaves

    def look(self) -> State:
        """What to `restore` later."""
        return State(
            self._stack,
            self._leaf,
            self._leaf.changing() if self._leaf else (),
            self._dropped + len(self.leaves),
            self._blank,
            tuple([(each, each.filled, each.nested) for each in self._stack]),
        )

    def restore(self, state: State) -> None:
        """Forget what came since."""
        self._stack, self._leaf, changing, count, self._blank, containers = state
        if self._leaf:
            self._leaf.change_back(changing)
        del self.leaves[max(0, count - self._dropped) :]
        for container, filled, nested in containers:
            container.filled, container.nested = filled, nested

    def drop(self, count: int) -> None:
        """Forget the first leaves: they are shown on a page that is closed."""
        del self.leaves[:count]
        self._dropped += count

    def _go_on(self, row: Row) -> None:
        """Go into the open containers that a line goes on."""
        for container in self._stack:
            body = row.body
            if isinstance(container, Quote):
                if body - row.start > 3 or not row.text.startswith(">", body):
                    break
                row.start = body + 1 + row.text.startswith(" ", body + 1)
            elif body - row.start >= container.indent:
                row.start += container.indent
            elif body == len(row.text) and container.filled:
                row.start = body
            else:
                break
            row.depth += 1

    def _is_inside(self, row: Row) -> bool:
        """Whether a line goes on all that is open."""
        return row.depth == len(self._stack)

    def _enter(self, row: Row, container: Container, start: int) -> None:
        """Open a container on a line, whose own text begins at `start`."""
        self._close_down_to(row.depth)
        outer = self._outermost_item()
        if outer and isinstance(container, Item):
            outer.nested += 1
        self._stack = (*self._stack, container)
        row.start, row.depth = start, row.depth + 1

    def _outermost_item(self) -> Item | None:
        return next((each for each in self._stack if isinstance(each, Item)), None)

    def _begin(self, row: Row, kind: Kind, line: Line | None = None, **more: Any) -> Leaf:
        """Open a leaf in the containers that a line goes on or has opened."""
        self._close_down_to(row.depth)
        return self._add(kind, row.begin, line, **more)

    def _add(self, kind: Kind, at: int, line: Line | None = None, **more: Any) -> Leaf:
        self._close_leaf()
        opens = tuple([each for each in self._stack if not each.filled])
        for container in opens:
            container.filled = True
        outer = self._outermost_item()
        leaf = Leaf(kind, self._stack, at, opens, self._blank, **more)
        leaf.nested = outer.nested if outer else 0
        if line:
            leaf.lines.append(line)
        self._blank = False
        self._leaf = leaf
        self.leaves.append(leaf)
        return leaf

    def _close_leaf(self) -> None:
        if self._leaf:
            self._leaf.closed = True
            self._leaf = None

    def _close_down_to(self, depth: int) -> None:
        """Close the containers beyond this depth, and the open leaf."""
        self._close_leaf()
        while len(self._stack) > depth:
            last = self._stack[-1]
            if isinstance(last, Item) and not last.filled:
                self._add(Kind.EMPTY, self.leaves[-1].end if self.leaves else 0)
                self._close_leaf()
            self._stack = self._stack[:-1]
