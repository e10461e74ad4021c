"""How a table is laid out, since Discord shows none: as aligned columns in a code block, or as a
list of its rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wcwidth import wcswidth

from bridge_bot.discord_markdown.fragments import Fragment, FragmentKind, Wrap
from bridge_bot.discord_markdown.render.code import without_code_fences

PHONE_COLUMNS = 44
"""Columns of a code block that fit on a phone before Discord wraps its lines."""

_GAP = 2
_SPARE = 4
_ABSENT = "–"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as fragments, and as plain text for a code block."""

    fragments: tuple[Fragment, ...]
    plain: str
    has_link: bool

    @classmethod
    def of(cls, fragments: Sequence[Fragment], *, has_link: bool) -> Cell:
        """Return a cell that shows these fragments."""
        plain = without_code_fences(
            " ".join("".join(fragment.visible for fragment in fragments).split())
        )
        return cls(tuple(fragments), plain, has_link)

    @property
    def is_plain(self) -> bool:
        """Whether it has no styles but bold, no code and no links."""
        wraps = [wrap for fragment in self.fragments for wrap in fragment.wraps]
        return not self.has_link and all(wrap.kind == "strong" for wrap in wraps)


@dataclass(frozen=True, slots=True)
class TableLayout:
    """How a table is shown, decided once by its header and its first row.

    `widths` are those of the columns in a code block; without them it is a list of rows.
    """

    labels: tuple[str, ...]
    aligns: tuple[str, ...]
    widths: tuple[int, ...] = ()

    @classmethod
    def of(
        cls, header: Sequence[Cell], first: Sequence[Cell], aligns: Sequence[str]
    ) -> TableLayout:
        """Return the layout for a table with this header, first row and alignment."""
        wide = [columns(cell.plain) for cell in header]
        for index, cell in enumerate(first[: len(wide)]):
            wide[index] = max(wide[index], columns(cell.plain))
        total = sum(wide) + _GAP * (len(wide) - 1)
        labels = tuple(cell.plain for cell in header)
        has_link = any(cell.has_link for cell in (*header, *first))
        if total > PHONE_COLUMNS or has_link:
            return cls(labels, tuple(aligns))
        # Later cells may be longer; what is left of the width is for them.
        spare = min(_SPARE, (PHONE_COLUMNS - total) // max(1, len(wide)))
        widths = [width + spare for width in wide[:-1]] + wide[-1:]
        return cls(labels, tuple(aligns), tuple(widths))

    def header(self) -> list[str]:
        """Return the lines above the rows; none for a list of rows, which name their columns."""
        if not self.widths:
            return []
        return [self._line(self.labels), (" " * _GAP).join("─" * width for width in self.widths)]

    def line(self, cells: Sequence[Cell]) -> str:
        """Return a row of a code block. A cell wider than its column pushes the next one on."""
        return self._line([cell.plain for cell in cells])

    def item(self, cells: Sequence[Cell], line_break: str) -> list[Fragment]:
        """Return a row as a list item, with its first cell bold and the others as items in it."""
        first, *others = cells
        fragments = [Fragment("- ", -1, FragmentKind.ATOM, plain="")]
        if first.fragments and not first.is_plain:
            fragments += first.fragments
        else:
            bold = (Wrap("strong", "**", "**"),)
            text = [fragment._replace(wraps=bold) for fragment in first.fragments if fragment.text]
            fragments += text or [Fragment(_ABSENT, -1, wraps=bold)]
        for label, cell in zip(self.labels[1:], others, strict=False):
            if cell.fragments:
                fragments.append(Fragment(f"{line_break}  - ", -1, FragmentKind.ATOM, plain=" "))
                if label:
                    fragments.append(Fragment(f"{label}: ", -1, plain=f"{label}: "))
                fragments += cell.fragments
        return fragments

    def _line(self, texts: Sequence[str]) -> str:
        line, used, due = "", 0, 0
        for text, width, align in zip(texts, self.widths, self.aligns, strict=False):
            begin = max(due, used + _GAP if used else 0)
            free = max(0, due + width - begin - columns(text))
            begin += {"right": free, "center": free // 2}.get(align, 0)
            if text:
                line += " " * (begin - used) + text
                used = begin + columns(text)
            due += width + _GAP
        return line


def columns(text: str) -> int:
    """Return how many columns a text takes in a monospaced font."""
    return max(wcswidth(text), 0) if text.isprintable() else len(text)
