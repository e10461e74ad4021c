"""What the block parser makes of a text: a flat list of leaf blocks.

CommonMark has leaf blocks (a paragraph, code), which hold text, and container blocks (a quote, a
list item), which hold blocks. Discord reads lines with prefixes and knows no tree, so a list of
the leaf blocks is enough, each with the containers around it:

    > - one          LeafBlock(PARAGRAPH, containers=(BlockQuote, ListItem), lines=["one"])
    two              LeafBlock(PARAGRAPH, containers=(), lines=["two"])
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, NamedTuple

from bridge_bot.discord_markdown.parse.info_string import is_language


class LeafKind(Enum):
    """What a leaf block is."""

    PARAGRAPH = auto()
    HEADING = auto()
    FENCE = auto()  # a fenced code block
    INDENTED = auto()  # an indented code block
    MATH = auto()  # LaTeX over several lines
    TABLE = auto()
    RULE = auto()  # a thematic break
    COMMENT = auto()  # an HTML comment
    EMPTY = auto()  # a list item with nothing in it


class LeafLine(NamedTuple):
    """A line of a leaf block, without the prefixes of its containers.

    `at` is its position in the source. One that `continues_line` goes on with the line before:
    a line that is very long is read in parts.
    """

    text: str
    at: int
    continues_line: bool = False


_NOTHING = LeafLine("", 0)


@dataclass(slots=True, eq=False)
class BlockQuote:
    """A block quote."""

    has_content: bool = False
    nested_items: int = 0


@dataclass(slots=True, eq=False)
class ListBlock:
    """A list; `marker` is its bullet (`-`), or what stands behind its numbers (`.` or `)`)."""

    marker: str
    ordered: bool


@dataclass(slots=True, eq=False)
class ListItem:
    """An item of a list. What is in it is indented by `indent` columns.

    Code that can't be shown inside a list is moved out of it: `code_left_at` is then the number
    of `nested_items` that there were before, and -1 without such code. With `keeps_code` none of
    its code is moved out.
    """

    list: ListBlock
    number: int
    indent: int
    has_content: bool = False
    nested_items: int = 0  # at any depth
    code_left_at: int = -1
    keeps_code: bool = False

    @property
    def marker(self) -> str:
        """The list marker as Discord knows it, with its space: `3. `, `- ` or `* `."""
        if self.list.ordered:
            return f"{self.number}. "
        return f"{self.list.marker} ".replace("+", "-")


ContainerBlock = BlockQuote | ListItem


@dataclass(slots=True, eq=False)
class LeafBlock:
    """A block that holds text and no blocks. `at` is the position of its first line.

    `containers` are around it, the outermost first; `new_containers` are those of them that
    begin with it. Until it is `closed` lines may be added to it.
    """

    kind: LeafKind
    containers: tuple[ContainerBlock, ...]
    at: int
    new_containers: tuple[ContainerBlock, ...] = ()
    after_blank: bool = False  # an empty line stands before it
    lines: list[LeafLine] = field(default_factory=list)
    closed: bool = False
    marker: str = ""  # `##` or `=` of a heading, the fence of code, `$$` of LaTeX
    info: LeafLine = _NOTHING  # a fence's info string, as far as it is no code
    complete: bool = True  # its last line has ended
    indent: int = 0  # of a fence
    nested_items: int = 0  # those of the outermost item around it when it began
    tentative: bool = False  # it may turn out to be text
    definitions: int = 0  # so many of its first lines are link reference definitions
    table_layout: Any = None  # how a table is shown, once that is decided
    table_cells: dict[int, Any] = field(default_factory=dict)  # of rows, by their positions

    def snapshot(self) -> tuple[Any, ...]:
        """Return what reading another line may change, for `restore`."""
        return (
            self.kind, self.lines, len(self.lines), self.closed, self.marker, self.info,
            self.complete, self.definitions,
        )  # fmt: skip

    def restore(self, snapshot: tuple[Any, ...]) -> None:
        """Take back what changed since the snapshot."""
        (
            self.kind, self.lines, count, self.closed, self.marker, self.info,
            self.complete, self.definitions,
        ) = snapshot  # fmt: skip
        del self.lines[count:]

    def close(self) -> None:
        """Close it. The info string of a fence without code is its code, but for a language."""
        self.closed = True
        if self.info.text and not any(line.text.strip() for line in self.lines):
            if not is_language(self.info.text):
                self.lines = [self.info]
            self.info = _NOTHING

    @property
    def end(self) -> int:
        """The position in the source behind its last line."""
        return self.lines[-1].at + len(self.lines[-1].text) if self.lines else self.at
