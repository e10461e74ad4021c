"""A streaming parser of Markdown's blocks: each line of the source is read once.

By CommonMark's rules, with tables, LaTeX and comments over several lines as blocks of their own.
HTML is left to the inline text.
"""

from __future__ import annotations

from bridge_bot.discord_markdown.parse.leaves import Item, Kind, Leaf, Line, Quote
from bridge_bot.discord_markdown.parse.row import Row
from bridge_bot.discord_markdown.parse.starts import MATH_ENDS, Starts

_VERBATIM = (Kind.FENCE, Kind.MATH, Kind.COMMENT)


class Blocks(Starts):
    """Give it the lines; it keeps the leaves.

    A comment longer than `longest_comment` characters is text.
    """

    def __init__(self, longest_comment: int) -> None:
        super().__init__()
        self.changed_from = -1  # the first leaf that is not what it was, if there is one
        self._longest_comment = longest_comment

    def line(self, text: str, at: int, *, complete: bool = True) -> None:
        """Read a line, without its line break; an incomplete one may go on by `more`."""
        row = Row(text, at, complete)
        if self._leaf and self._leaf.doubtful:
            self._rows.append(row)
            if self._is_none(self._leaf, text):
                self._read_as_text()
                return
        self._read(row)

    def more(self, text: str, at: int, *, complete: bool) -> None:
        """Go on with a line that was incomplete."""
        leaf = self._leaf
        if not leaf or leaf.kind is Kind.RULE:
            if text.strip(" \t*-_"):
                self._read(Row(text, at, complete, plain=True))
            return
        if leaf.kind is Kind.TABLE:
            leaf.lines[-1] = leaf.lines[-1]._replace(text=leaf.lines[-1].text + text)
        else:
            leaf.lines.append(Line(text, at, glued=bool(leaf.lines)))
        leaf.complete = complete
        if complete and leaf.kind is Kind.HEADING:
            self._close_leaf()

    def try_line(self, text: str, at: int) -> None:
        """Read what there is of a line, only to look at it: `restore` has to follow."""
        if text.strip():
            doubt = self._before, self._rows
            self._read(Row(text, at, complete=False, trial=True))
            self._before, self._rows = doubt
        if self._stack and not self._stack[-1].filled and isinstance(self._stack[-1], Item):
            self._add(Kind.EMPTY, at)

    def is_code(self, text: str) -> bool:
        """Whether a line that begins so goes on the code of a fence."""
        if not self._leaf or self._leaf.kind is not Kind.FENCE:
            return False
        row = Row(text, 0)
        self._go_on(row)
        return self._is_inside(row)

    def end(self) -> None:
        """No more lines will come."""
        if self._leaf and self._leaf.doubtful:
            self._read_as_text()
        self._close_down_to(0)

    def drop(self, count: int) -> None:
        """Forget the first leaves: they are shown on a page that is closed."""
        if self._before and self._before.leaf in self.leaves[:count]:
            self._before = self._before._replace(leaf=None)
        super().drop(count)

    def commit(self) -> None:
        """What is open now stays what it is: a page has been closed inside of it."""
        if self._leaf:
            self._leaf.doubtful = False

    # What may turn out to be text

    def _is_none(self, leaf: Leaf, text: str) -> bool:
        """Whether with this line an open block that is doubtful turns out to be none."""
        row = Row(text, 0)
        self._go_on(row)
        if not self._is_inside(row):
            return not self._is_lazy(leaf, row)
        words = text.rstrip()
        if leaf.kind is Kind.FENCE:
            return False
        if leaf.kind is Kind.COMMENT:
            size = sum([len(row.raw) + 1 for row in self._rows])
            return size > self._longest_comment or words.find("-->") not in (-1, len(words) - 3)
        return not words or words.find(MATH_ENDS[leaf.mark]) not in (-1, len(words) - 2)

    def _read_as_text(self) -> None:
        state, rows = self._before, self._rows
        self._before, self._rows = None, []
        if state:
            self.restore(state)
            self.changed_from = len(self.leaves) - (state.leaf is not None)
        for row in rows:
            self._read(Row(row.raw, row.begin, row.complete, plain=True))

    # Lines

    def _read(self, row: Row) -> None:
        self._go_on(row)
        leaf = self._leaf
        if leaf and leaf.kind in _VERBATIM and (self._is_inside(row) or self._is_lazy(leaf, row)):
            self._go_on_verbatim(leaf, row)
        elif row.is_blank:
            self._blank_line(row)
        else:
            self._line_begin = self.look()
            if leaf and leaf.kind in _VERBATIM:
                self._close_leaf()
            self._containers(row)

    def _is_lazy(self, leaf: Leaf, row: Row) -> bool:
        """Whether a line that is not indented as its item goes on code that began behind text:
        who writes a fence there mostly writes its code at the beginning of the line.
        """
        if not leaf.doubtful or leaf.kind is not Kind.FENCE or self._is_inside(row):
            return False
        left = self._stack[row.depth]
        return isinstance(left, Item) and not self._marker(row, row.body, interrupts=False)

    def _blank_line(self, row: Row) -> None:
        leaf = self._leaf
        if leaf and leaf.kind is Kind.INDENTED and self._is_inside(row):
            leaf.lines.append(row.line(min(row.start + 4, len(row.text))))
        else:
            self._close_leaf()
            # A quote ends at an empty line; an item only if it is empty itself.
            for depth in range(row.depth, len(self._stack)):
                if isinstance(self._stack[depth], Quote) or not self._stack[depth].filled:
                    self._close_down_to(depth)
                    break
        self._blank = True

    def _go_on_verbatim(self, leaf: Leaf, row: Row) -> None:
        text, at, _ = row.code(row.start)
        body = text.lstrip(" ")
        spaces, words = len(text) - len(body), body.rstrip()
        leaf.complete = row.complete
        ended = False
        if leaf.kind is Kind.FENCE:
            ended = spaces <= 3 and len(words) >= len(leaf.mark) and not words.strip(leaf.mark[0])
            dropped = min(leaf.indent, spaces)
            if not ended:
                leaf.lines.append(Line(text[dropped:], at + dropped))
        elif leaf.kind is Kind.MATH:
            ended = words.endswith(MATH_ENDS[leaf.mark])
            body = words.removesuffix(MATH_ENDS[leaf.mark]) if ended else body
            if body.strip():
                leaf.lines.append(Line(body, at + spaces))
        else:
            ended = words.endswith("-->")
        if ended and row.complete:
            self._close_leaf()
