"""A streaming parser of Markdown's blocks: each line of the source is read once.

It follows CommonMark, section 4 and 5, with the tables of GitHub's Markdown. LaTeX and comments
over several lines are blocks of their own; other HTML is left to the inline text.

Some blocks are tentative: `$$` at the beginning of a line opens LaTeX only if something closes it.
Until then their lines are kept, and are read again as text if nothing does.
"""

from __future__ import annotations

from bridge_bot.discord_markdown.citations import NO_CITATIONS, Citations
from bridge_bot.discord_markdown.parse.block_starts import MATH_ENDS, BlockStarts
from bridge_bot.discord_markdown.parse.blocks import (
    BlockQuote,
    LeafBlock,
    LeafKind,
    LeafLine,
    ListItem,
)
from bridge_bot.discord_markdown.parse.source_line import SourceLine

_VERBATIM = (LeafKind.FENCE, LeafKind.MATH, LeafKind.COMMENT)


class BlockParser(BlockStarts):
    """Feed it lines; `leaves` is what they are so far.

    A comment of more than `longest_comment` characters is text. `changed_from` is the index of
    the first leaf that turned out to be something else, or -1; its reader sets it back.
    """

    def __init__(self, longest_comment: int, citations: Citations = NO_CITATIONS) -> None:
        super().__init__(citations)
        self.changed_from = -1
        self._longest_comment = longest_comment

    def feed_line(self, text: str, at: int, *, complete: bool = True) -> None:
        """Read a line without its line break. One that is not complete goes on by `feed_rest`."""
        source = SourceLine(text, at, complete)
        if self._leaf and self._leaf.tentative:
            self._tentative_lines.append(source)
            if self._proves_text(self._leaf, text):
                self._read_as_text()
                return
        self._read(source)

    def feed_rest(self, text: str, at: int, *, complete: bool) -> None:
        """Read another part of a line that was not complete."""
        leaf = self._leaf
        if not leaf or leaf.kind is LeafKind.RULE:
            if text.strip(" \t*-_"):
                self._read(SourceLine(text, at, complete, certain_only=True))
            return
        if leaf.kind is LeafKind.TABLE:
            leaf.lines[-1] = leaf.lines[-1]._replace(text=leaf.lines[-1].text + text)
        else:
            leaf.lines.append(LeafLine(text, at, continues_line=bool(leaf.lines)))
        leaf.complete = complete
        if complete and leaf.kind is LeafKind.HEADING:
            self._close_leaf()

    def preview_line(self, text: str, at: int) -> None:
        """Read what there is of a line, only to look at it: `restore` has to follow.

        An item that has a marker and no text yet gets an empty leaf.
        """
        if text.strip():
            before = self._before_tentative, self._tentative_lines
            self._read(SourceLine(text, at, complete=False, preview=True))
            self._before_tentative, self._tentative_lines = before
        last = self._stack[-1] if self._stack else None
        if isinstance(last, ListItem) and not last.has_content:
            self._add_leaf(LeafKind.EMPTY, at)

    def is_code(self, text: str) -> bool:
        """Whether a line that begins with `text` is a line of an open fenced code block."""
        if not self._leaf or self._leaf.kind is not LeafKind.FENCE:
            return False
        source = SourceLine(text, 0)
        self._continue_containers(source)
        return self._is_inside(source)

    def end(self) -> None:
        """Close all blocks: no more lines will come."""
        if self._leaf and self._leaf.tentative:
            self._read_as_text()
        self._close_down_to(0)

    def drop(self, count: int) -> None:
        """Forget the first `count` leaves: they are shown on a page that is closed."""
        if self._before_tentative and self._before_tentative.leaf in self.leaves[:count]:
            self._before_tentative = self._before_tentative._replace(leaf=None)
        super().drop(count)

    def commit(self) -> None:
        """Keep the open block as what it is, since a page has been closed inside of it."""
        if self._leaf:
            self._leaf.tentative = False

    # Tentative blocks

    def _proves_text(self, leaf: LeafBlock, text: str) -> bool:
        """Whether a line shows that the tentative block that is open is only text."""
        source = SourceLine(text, 0)
        self._continue_containers(source)
        if not self._is_inside(source):
            return not self._is_lazy(leaf, source)
        stripped = text.rstrip()
        if leaf.kind is LeafKind.FENCE:
            return False
        if leaf.kind is LeafKind.COMMENT:
            size = sum([len(source.raw) + 1 for source in self._tentative_lines])
            return size > self._longest_comment or stripped.find("-->") not in (
                -1,
                len(stripped) - 3,
            )
        return not stripped or stripped.find(MATH_ENDS[leaf.marker]) not in (-1, len(stripped) - 2)

    def _read_as_text(self) -> None:
        """Read the lines of the tentative block again, as text."""
        snapshot, sources = self._before_tentative, self._tentative_lines
        self._before_tentative, self._tentative_lines = None, []
        if snapshot:
            self.restore(snapshot)
            self.changed_from = len(self.leaves) - (snapshot.leaf is not None)
        for source in sources:
            self._read(SourceLine(source.raw, source.at, source.complete, certain_only=True))

    # Lines

    def _read(self, source: SourceLine) -> None:
        self._continue_containers(source)
        leaf = self._leaf
        if (
            leaf
            and leaf.kind in _VERBATIM
            and (self._is_inside(source) or self._is_lazy(leaf, source))
        ):
            self._continue_verbatim(leaf, source)
        elif source.is_blank:
            self._blank_line(source)
        else:
            self._before_line = self.snapshot()
            if leaf and leaf.kind in _VERBATIM:
                self._close_leaf()
            self._start_blocks(source)

    def _is_lazy(self, leaf: LeafBlock, source: SourceLine) -> bool:
        """Whether a line is code of a fence that began behind text, though it has not the
        indentation of its item: who writes a fence there mostly writes the code from column 0.
        """
        if not leaf.tentative or leaf.kind is not LeafKind.FENCE or self._is_inside(source):
            return False
        left = self._stack[source.depth]
        return isinstance(left, ListItem) and not self._list_marker(
            source, source.next_nonspace, interrupts=False
        )

    def _blank_line(self, source: SourceLine) -> None:
        leaf = self._leaf
        if leaf and leaf.kind is LeafKind.INDENTED and self._is_inside(source):
            leaf.lines.append(source.line(min(source.offset + 4, len(source.text))))
        else:
            self._close_leaf()
            # An empty line ends a quote, and an item that has no content (CommonMark 5.1, 5.2).
            for depth in range(source.depth, len(self._stack)):
                if isinstance(self._stack[depth], BlockQuote) or not self._stack[depth].has_content:
                    self._close_down_to(depth)
                    break
        self._blank = True

    def _continue_verbatim(self, leaf: LeafBlock, source: SourceLine) -> None:
        """Add a line to a fence, LaTeX or a comment, or end it."""
        text, at, _ = source.code(source.offset)
        body = text.lstrip(" ")
        spaces, stripped = len(text) - len(body), body.rstrip()
        leaf.complete = source.complete
        ended = False
        if leaf.kind is LeafKind.FENCE:
            ended = (
                spaces <= 3
                and len(stripped) >= len(leaf.marker)
                and not stripped.strip(leaf.marker[0])
            )
            dropped = min(leaf.indent, spaces)
            if not ended:
                leaf.lines.append(LeafLine(text[dropped:], at + dropped))
        elif leaf.kind is LeafKind.MATH:
            ended = stripped.endswith(MATH_ENDS[leaf.marker])
            body = stripped.removesuffix(MATH_ENDS[leaf.marker]) if ended else body
            if body.strip():
                leaf.lines.append(LeafLine(body, at + spaces))
        else:
            ended = stripped.endswith("-->")
        if ended and source.complete:
            self._close_leaf()
