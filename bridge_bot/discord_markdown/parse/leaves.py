"""What a text is parsed into: a flat list of leaves, each with the containers around it.

Discord reads lines with their prefixes, not a tree of blocks; so a list of leaves is enough.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, NamedTuple


class Kind(Enum):
    """What a leaf is."""

    PARAGRAPH = auto()
    HEADING = auto()
    FENCE = auto()
    INDENTED = auto()
    MATH = auto()
    TABLE = auto()
    RULE = auto()
    COMMENT = auto()
    EMPTY = auto()  # an item with nothing in it


class Line(NamedTuple):
    """A line of a leaf, without the marks of its containers.

    `at` is where it stands in the source. A `glued` one goes on a line that is too long to be
    read at once.
    """

    text: str
    at: int
    glued: bool = False


@dataclass(slots=True, eq=False)
class Quote:
    """A block quote."""

    filled: bool = False  # something stands in it
    nested: int = 0


@dataclass(slots=True, eq=False)
class List:
    """A list; `mark` is its bullet, or what stands behind its numbers."""

    mark: str
    ordered: bool


@dataclass(slots=True, eq=False)
class Item:
    """An item of a list; what belongs to it is indented by `indent` columns."""

    list: List
    number: int
    indent: int
    filled: bool = False
    nested: int = 0  # items in it, at any depth
    left_at: int = -1  # so many there were before code of it that is shown outside of it
    stays: bool = False  # no code of it may be shown outside

    @property
    def marker(self) -> str:
        """What it begins with."""
        return f"{self.number}. " if self.list.ordered else f"{self.list.mark} ".replace("+", "-")


Container = Quote | Item


@dataclass(slots=True, eq=False)
class Leaf:
    """A block that holds no blocks. `at` is where its first line begins in the source.

    `opens` are those of its containers that begin with it. Until it is `closed` lines may be
    added to it.
    """

    kind: Kind
    path: tuple[Container, ...]
    at: int
    opens: tuple[Container, ...] = ()
    after_blank: bool = False
    lines: list[Line] = field(default_factory=list)
    closed: bool = False
    mark: str = ""  # of a heading, a fence, LaTeX
    info: str = ""  # the language of a fence
    complete: bool = True  # its last line is
    indent: int = 0  # of a fence
    nested: int = 0  # so many items there were in the outermost item around it
    doubtful: bool = False  # it may turn out to be text
    definitions: int = 0  # so many of its first lines define links
    form: Any = None  # how a table is shown, once that is decided
    cells: dict[int, Any] = field(default_factory=dict)  # of a table's rows

    def changing(self) -> tuple[Any, ...]:
        """What a line may change of it, to change back later."""
        return (
            self.kind, len(self.lines), self.closed, self.mark, self.complete, self.definitions,
        )  # fmt: skip

    def change_back(self, state: tuple[Any, ...]) -> None:
        """Be what it was."""
        self.kind, lines, self.closed, self.mark, self.complete, self.definitions = state
        del self.lines[lines:]

    @property
    def end(self) -> int:
        """Where its last line ends."""
        return self.lines[-1].at + len(self.lines[-1].text) if self.lines else self.at
