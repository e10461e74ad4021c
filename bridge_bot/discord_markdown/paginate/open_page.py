"""The page that is not full yet: the leaf blocks of its source as they are shown on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from bridge_bot.discord_markdown.citations import NO_CITATIONS, Citations
from bridge_bot.discord_markdown.fragments import RenderedBlock
from bridge_bot.discord_markdown.paginate.withheld import withheld_from, withheld_in_code
from bridge_bot.discord_markdown.parse.block_parser import BlockParser
from bridge_bot.discord_markdown.parse.blocks import LeafBlock, LeafKind, ListItem
from bridge_bot.discord_markdown.render.containers import PageState
from bridge_bot.discord_markdown.render.context import PageStart, RenderContext
from bridge_bot.discord_markdown.render.leaf import render_leaf


class OpenPage:
    """Feed it the lines of the source; `preview` tells what the page shows of them.

    A leaf block that is closed is rendered once for a page.
    """

    def __init__(self, room: int, citations: Citations = NO_CITATIONS) -> None:
        self.start = PageStart()
        self._citations = citations
        self._parser = BlockParser(room // 4, self._citations)
        self._room = room
        self._blocks: list[RenderedBlock] = []  # of the closed leaves
        self._page = PageState()
        # For each closed leaf, how many blocks there were before it, and the page's state there.
        self._before: list[tuple[int, PageState]] = []
        self._in_long_line = False

    @property
    def in_table(self) -> bool:
        """Whether a table is open, whose rows may show more than their source has."""
        leaves = self._parser.leaves
        return bool(leaves) and leaves[-1].kind is LeafKind.TABLE and not leaves[-1].closed

    def is_stuck(self, room: int) -> bool:
        """Whether the open leaf has more than twice `room` characters without filling the page."""
        leaves = self._parser.leaves
        if not leaves or leaves[-1].closed or leaves[-1].kind is LeafKind.TABLE:
            return False
        return leaves[-1].end - max(leaves[-1].at, self.start.at) > 2 * room

    def feed_line(self, text: str, at: int, *, complete: bool) -> None:
        """Read a line, or a part of a very long one."""
        known = self._definitions
        if self._in_long_line:
            self._parser.feed_rest(text, at, complete=complete)
        else:
            self._parser.feed_line(text, at, complete=complete)
        self._in_long_line = not complete
        self._discard_changed()
        if self._definitions > known:
            self._discard_all()  # texts in brackets may be links now

    @property
    def _definitions(self) -> int:
        """How many links and footnotes the text has defined so far."""
        return len(self._parser.references) + len(self._citations.footnotes)

    def end(self, text: str, at: int) -> None:
        """Read the last line, and close all blocks."""
        if text or self._in_long_line:
            self.feed_line(text, at, complete=True)
        self._parser.end()
        self._discard_changed()

    def _discard_changed(self) -> None:
        """Discard the blocks of leaves that turned out to be something else."""
        first, self._parser.changed_from = self._parser.changed_from, -1
        if 0 <= first < len(self._before):
            count, self._page = self._before[first]
            del self._blocks[count:]
            del self._before[first:]

    def begin_page(self, start: PageStart) -> None:
        """Go on with a new page, which begins at `start`."""
        leaves = self._parser.leaves
        done = 0
        while done < len(leaves) and _is_over(leaves[done], start.at):
            done += 1
        self._parser.drop(done)
        self.start = start
        if leaves and leaves[0].at < start.at:
            self._parser.commit()
        self._discard_all()

    @contextmanager
    def preview(
        self, partial_line: str, at: int, room: int, *, growing: bool
    ) -> Iterator[tuple[list[RenderedBlock], int]]:
        """Yield the page's blocks with a line that is not complete, and how many of its characters
        are withheld. What the line changes is taken back at the end of the context.
        """
        self._room = room
        env = {"references": self._parser.references, "citations": self._citations}
        context = RenderContext(room, growing, env)
        self._render_closed_leaves(context)
        if not growing:
            yield self._blocks, 0
            return
        shown = partial_line[: self._withheld_from(partial_line, room // 4)]
        state = self._parser.snapshot()
        try:
            if self._in_long_line:
                if shown:
                    self._parser.feed_rest(shown, at, complete=False)
            else:
                self._parser.preview_line(shown, at)
            yield self._all_blocks(context), len(partial_line) - len(shown)
        finally:
            self._parser.restore(state)

    def _withheld_from(self, partial_line: str, max_chars: int) -> int:
        if self._parser.is_code(partial_line):
            return len(partial_line) if self._in_long_line else withheld_in_code(partial_line)
        return withheld_from(partial_line, max_chars)

    def _render_closed_leaves(self, context: RenderContext) -> None:
        """Render the leaves that were closed since the last time."""
        leaves = self._parser.leaves
        while len(self._before) < len(leaves) and leaves[len(self._before)].closed:
            leaf = leaves[len(self._before)]
            if item := _item_to_render_again(leaf):
                item.keeps_code = True
                self._discard_all()
                continue
            self._before.append((len(self._blocks), self._page))
            block, self._page = render_leaf(leaf, self._page, self.start, context)
            if block:
                self._blocks.append(block)

    def _all_blocks(self, context: RenderContext) -> list[RenderedBlock]:
        """Return all blocks of the page, also those of leaves that are open, or closed only for the
        preview.
        """
        leaves = self._parser.leaves[len(self._before) :]
        items = [item for leaf in leaves if (item := _item_to_render_again(leaf))]
        if not items:
            return self._blocks + _rendered(leaves, self._page, self.start, context)
        for item in items:
            item.keeps_code = True
        blocks = _rendered(self._parser.leaves, PageState(), self.start, context)
        for item in items:
            item.keeps_code = False
        return blocks

    def _discard_all(self) -> None:
        self._blocks, self._before, self._page = [], [], PageState()


def _is_over(leaf: LeafBlock, at: int) -> bool:
    return leaf.closed and leaf.at < at and leaf.end <= at


def _item_to_render_again(leaf: LeafBlock) -> ListItem | None:
    """Return the outermost item around a leaf if its code was moved out of the list and items in it
    turned out to follow: then the code has to stay in the list.
    """
    outer = next((each for each in leaf.containers if isinstance(each, ListItem)), None)
    if outer and not outer.keeps_code and 0 <= outer.code_left_at < outer.nested_items:
        return outer
    return None


def _rendered(
    leaves: Sequence[LeafBlock], page: PageState, start: PageStart, context: RenderContext
) -> list[RenderedBlock]:
    blocks = []
    for leaf in leaves:
        block, page = render_leaf(leaf, page, start, context)
        if block:
            blocks.append(block)
    return blocks
