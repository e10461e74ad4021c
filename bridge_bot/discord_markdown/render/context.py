"""What a leaf block is rendered with, and what comes of it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any, NamedTuple

from bridge_bot.discord_markdown.citations import NO_CITATIONS, Citations
from bridge_bot.discord_markdown.fragments import Fragment
from bridge_bot.discord_markdown.parse.blocks import LeafBlock, LeafLine
from bridge_bot.discord_markdown.render.containers import BlockPosition, PageState, position_of


class PageStart(NamedTuple):
    """The position in the source where a page begins, and the delimiters that open again there."""

    at: int = 0
    reopen: str = ""


@dataclass(frozen=True, slots=True)
class RenderContext:
    """How leaf blocks are rendered: for a page with room for so many characters, and whether the
    text is still growing. `env` is markdown-it's environment: its `references` are the link
    reference definitions so far, its `citations` what the text may cite.
    """

    room: int
    growing: bool
    env: dict[str, Any]

    @property
    def citations(self) -> Citations:
        """What the text may cite."""
        found: Citations = self.env.get("citations", NO_CITATIONS)
        return found

    @property
    def max_withheld_chars(self) -> int:
        """How many characters of an unfinished link, tag or table are withheld at most."""
        return self.room // 4


class LeafOnPage(NamedTuple):
    """A leaf block below the blocks of `page`, with the lines of it from `start` on.

    `begins_here` says that it begins on the page; `growing` that lines may be added to it.
    """

    leaf: LeafBlock
    lines: list[LeafLine]
    page: PageState
    start: PageStart
    context: RenderContext
    begins_here: bool
    growing: bool

    @classmethod
    def of(
        cls, leaf: LeafBlock, page: PageState, start: PageStart, context: RenderContext
    ) -> LeafOnPage:
        """Return a leaf on the page that begins at `start`."""
        begins_here = leaf.at >= start.at or not leaf.lines
        lines = leaf.lines if begins_here else _from(leaf.lines, start.at)
        if begins_here:
            start = PageStart(leaf.at)
        growing = context.growing and not leaf.closed
        return cls(leaf, lines, page, start, context, begins_here, growing)

    def position(self, **more: bool) -> BlockPosition:
        """Return where it stands; `more` is handed on to `position_of`."""
        return position_of(self.page, self.leaf, begins_here=self.begins_here, **more)


class RenderedLeaf(NamedTuple):
    """A leaf's fragments and its position; `withheld_chars` of the source are not shown yet."""

    fragments: list[Fragment]
    position: BlockPosition
    withheld_chars: int = 0


def may_be_header(line: LeafLine) -> bool:
    """Whether a line may turn out to be the header of a table."""
    return line.text.startswith("|") and not line.text.startswith("||")


def _from(lines: list[LeafLine], at: int) -> list[LeafLine]:
    """Return the lines from a position on, the first of which may be cut."""
    left = lines[bisect_right(lines, at, key=lambda line: line.at + len(line.text)) :]
    if left and left[0].at < at:
        left[0] = LeafLine(left[0].text[at - left[0].at :], at)
    return left
