"""Which blocks are open while the block parser reads, and the leaf blocks that it has read."""

from __future__ import annotations

from typing import Any, NamedTuple

from bridge_bot.discord_markdown.parse.blocks import (
    BlockQuote,
    ContainerBlock,
    LeafBlock,
    LeafKind,
    LeafLine,
    ListItem,
)
from bridge_bot.discord_markdown.parse.source_line import SourceLine


class ParserSnapshot(NamedTuple):
    """The state of the parser at a moment, for `restore`."""

    stack: tuple[ContainerBlock, ...]
    leaf: LeafBlock | None  # the open one
    leaf_state: tuple[Any, ...]
    leaf_count: int  # with those that were dropped
    blank: bool
    container_states: tuple[tuple[ContainerBlock, bool, int], ...]


class OpenBlocks:
    """Opens and closes blocks. `leaves` are the leaf blocks, open or closed, in order."""

    def __init__(self) -> None:
        self.leaves: list[LeafBlock] = []
        self._stack: tuple[ContainerBlock, ...] = ()
        self._leaf: LeafBlock | None = None  # the open one, the last of `leaves`
        self._blank = False  # the last line was empty
        self._dropped = 0  # how many of the first leaves were dropped

    def snapshot(self) -> ParserSnapshot:
        """Return the state of the parser, for `restore`."""
        return ParserSnapshot(
            self._stack,
            self._leaf,
            self._leaf.snapshot() if self._leaf else (),
            self._dropped + len(self.leaves),
            self._blank,
            tuple([(each, each.has_content, each.nested_items) for each in self._stack]),
        )

    def restore(self, snapshot: ParserSnapshot) -> None:
        """Take back what was read since the snapshot."""
        self._stack, self._leaf, leaf_state, count, self._blank, containers = snapshot
        if self._leaf:
            self._leaf.restore(leaf_state)
        del self.leaves[max(0, count - self._dropped) :]
        for container, has_content, nested_items in containers:
            container.has_content, container.nested_items = has_content, nested_items

    def drop(self, count: int) -> None:
        """Forget the first `count` leaves: they are shown on a page that is closed."""
        del self.leaves[:count]
        self._dropped += count

    def _continue_containers(self, source: SourceLine) -> None:
        """Move a line behind the prefixes of the open containers that it continues."""
        for container in self._stack:
            begin = source.next_nonspace
            if isinstance(container, BlockQuote):
                if begin - source.offset > 3 or not source.text.startswith(">", begin):
                    break
                source.offset = begin + 1 + source.text.startswith(" ", begin + 1)
            elif begin - source.offset >= container.indent:
                source.offset += container.indent
            elif begin == len(source.text) and container.has_content:
                source.offset = begin
            else:
                break
            source.depth += 1

    def _is_inside(self, source: SourceLine) -> bool:
        """Whether a line continues every open container."""
        return source.depth == len(self._stack)

    def _open_container(self, source: SourceLine, container: ContainerBlock, start: int) -> None:
        """Open a container that begins on a line; what is in it begins at the index `start`."""
        self._close_down_to(source.depth)
        outer = self._outermost_item()
        if outer and isinstance(container, ListItem):
            outer.nested_items += 1
        self._stack = (*self._stack, container)
        source.offset, source.depth = start, source.depth + 1

    def _outermost_item(self) -> ListItem | None:
        return next((each for each in self._stack if isinstance(each, ListItem)), None)

    def _open_leaf(
        self, source: SourceLine, kind: LeafKind, line: LeafLine | None = None, **more: Any
    ) -> LeafBlock:
        """Open a leaf block in the containers that a line continues or has opened."""
        self._close_down_to(source.depth)
        return self._add_leaf(kind, source.at, line, **more)

    def _add_leaf(
        self, kind: LeafKind, at: int, line: LeafLine | None = None, **more: Any
    ) -> LeafBlock:
        self._close_leaf()
        new_containers = tuple([each for each in self._stack if not each.has_content])
        for container in new_containers:
            container.has_content = True
        outer = self._outermost_item()
        leaf = LeafBlock(kind, self._stack, at, new_containers, self._blank, **more)
        leaf.nested_items = outer.nested_items if outer else 0
        if line:
            leaf.lines.append(line)
        self._blank = False
        self._leaf = leaf
        self.leaves.append(leaf)
        return leaf

    def _close_leaf(self) -> None:
        if self._leaf:
            self._leaf.close()
            self._leaf = None

    def _close_down_to(self, depth: int) -> None:
        """Close the open leaf, and all containers but the outermost `depth`."""
        self._close_leaf()
        while len(self._stack) > depth:
            last = self._stack[-1]
            if isinstance(last, ListItem) and not last.has_content:
                self._add_leaf(LeafKind.EMPTY, self.leaves[-1].end if self.leaves else 0)
                self._close_leaf()
            self._stack = self._stack[:-1]
