"""The open page: the leaves of its source as the blocks that it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from markdown_it.common.utils import normalizeReference

from bridge_bot.discord_markdown.held import held_from, held_in_code
from bridge_bot.discord_markdown.parse.blocks import Blocks
from bridge_bot.discord_markdown.parse.leaves import Item, Kind, Leaf
from bridge_bot.discord_markdown.pieces import Block
from bridge_bot.discord_markdown.render.blocks import render
from bridge_bot.discord_markdown.render.flow import Flow
from bridge_bot.discord_markdown.render.reading import Reading, Start

__all__ = ["Sheet", "Start"]


class Sheet:
    """Give it the lines of the source; look at what the open page shows of them.

    Leaves that are closed are rendered once.
    """

    def __init__(self, room: int) -> None:
        self.start = Start()
        self._parser = Blocks(longest_comment=room // 4)
        self._room = room
        self._blocks: list[Block] = []  # of the leaves that are closed
        self._flow = Flow()
        self._before: list[tuple[int, Flow]] = []  # what there was before each of them
        self._labels: set[str] = set()  # that may become links
        self._in_line = False

    @property
    def in_table(self) -> bool:
        """Whether a table is open, whose rows may show more than their source has."""
        leaves = self._parser.leaves
        return bool(leaves) and leaves[-1].kind is Kind.TABLE and not leaves[-1].closed

    def is_stuck(self, room: int) -> bool:
        """Whether the open leaf has grown long without filling the page."""
        leaves = self._parser.leaves
        if not leaves or leaves[-1].closed or leaves[-1].kind is Kind.TABLE:
            return False
        return leaves[-1].end - max(leaves[-1].at, self.start.at) > 2 * room

    def line(self, text: str, at: int, *, complete: bool) -> None:
        """Read a line, or a part of one that is very long."""
        known = len(self._parser.references)
        if self._in_line:
            self._parser.more(text, at, complete=complete)
        else:
            self._parser.line(text, at, complete=complete)
        self._in_line = not complete
        self._forget()
        if len(self._parser.references) > known:
            label = next(reversed(self._parser.references))
            if label in self._labels:
                self._render_again()

    def end(self, text: str, at: int) -> None:
        """Read the last line; no more will come."""
        if text or self._in_line:
            self.line(text, at, complete=True)
        self._parser.end()
        self._forget()

    def _forget(self) -> None:
        """Render again what turned out to be something else."""
        first, self._parser.changed_from = self._parser.changed_from, -1
        if 0 <= first < len(self._before):
            count, self._flow = self._before[first]
            del self._blocks[count:]
            del self._before[first:]

    def turn(self, start: Start) -> None:
        """Go on with a new page, which begins there."""
        leaves = self._parser.leaves
        done = 0
        while done < len(leaves) and _is_over(leaves[done], start.at):
            done += 1
        self._parser.drop(done)
        self.start = start
        if leaves and leaves[0].at < start.at:
            self._parser.commit()
        self._render_again()

    @contextmanager
    def looking(
        self, half: str, at: int, room: int, *, growing: bool
    ) -> Iterator[tuple[list[Block], int]]:
        """The page's blocks with half a line, and how much of that is held back."""
        self._room = room
        reading = Reading(room, growing, self._parser.references)
        self._settle(reading)
        if not growing:
            yield self._blocks, 0
            return
        shown = half[: self._held_from(half, room // 4)]
        state = self._parser.look()
        try:
            if self._in_line:
                if shown:
                    self._parser.more(shown, at, complete=False)
            else:
                self._parser.try_line(shown, at)
            yield self._rest(reading), len(half) - len(shown)
        finally:
            self._parser.restore(state)

    def _held_from(self, half: str, longest: int) -> int:
        if self._parser.is_code(half):
            return len(half) if self._in_line else held_in_code(half)
        return held_from(half, longest)

    def _settle(self, reading: Reading) -> None:
        """Render the leaves that are closed."""
        leaves = self._parser.leaves
        while len(self._before) < len(leaves) and leaves[len(self._before)].closed:
            leaf = leaves[len(self._before)]
            if item := _comes_back(leaf):
                item.stays = True
                self._render_again()
                continue
            self._before.append((len(self._blocks), self._flow))
            block, self._flow = render(leaf, self._flow, self.start, reading)
            if block:
                self._blocks.append(block)
                self._labels.update(normalizeReference(label) for label in block.labels)

    def _rest(self, reading: Reading) -> list[Block]:
        """The page's blocks, with those of leaves that are open, or closed only for a look."""
        leaves = self._parser.leaves[len(self._before) :]
        items = [item for leaf in leaves if (item := _comes_back(leaf))]
        if not items:
            return self._blocks + _rendered(leaves, self._flow, self.start, reading)
        for item in items:
            item.stays = True
        blocks = _rendered(self._parser.leaves, Flow(), self.start, reading)
        for item in items:
            item.stays = False
        return blocks

    def _render_again(self) -> None:
        self._blocks, self._before, self._flow, self._labels = [], [], Flow(), set()


def _is_over(leaf: Leaf, at: int) -> bool:
    return leaf.closed and leaf.at < at and leaf.end <= at


def _comes_back(leaf: Leaf) -> Item | None:
    """An item whose code is shown outside, if items in it turned out to follow."""
    outer = next((each for each in leaf.path if isinstance(each, Item)), None)
    if outer and not outer.stays and 0 <= outer.left_at < outer.nested:
        return outer
    return None


def _rendered(leaves: Sequence[Leaf], flow: Flow, start: Start, reading: Reading) -> list[Block]:
    blocks = []
    for leaf in leaves:
        block, flow = render(leaf, flow, start, reading)
        if block:
            blocks.append(block)
    return blocks
