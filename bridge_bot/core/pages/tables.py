"""Tables, which Discord does not show, as an aligned block or as a list of their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wcwidth import wcswidth

PHONE_COLUMNS = 44
"""So many columns of a code block fit on a phone before Discord wraps its lines."""

_GAP = 2
_SPARE = 4
_ABSENT = "–"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as plain text, for a code block, and as Discord's Markdown."""

    plain: str
    markdown: str
    has_link: bool


@dataclass(frozen=True, slots=True)
class Form:
    """How a table is shown, decided once by its header and its first row.

    `widths` are the columns of an aligned block; without them it is a list of rows.
    """

    labels: tuple[str, ...]
    aligns: tuple[str, ...]
    widths: tuple[int, ...] = ()

    @classmethod
    def of(cls, header: Sequence[Cell], first: Sequence[Cell], aligns: Sequence[str]) -> Form:
        """The form for a table that begins so."""
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

    def header(self) -> str:
        """The lines above the rows; none for a list of rows, which name their columns."""
        if not self.widths:
            return ""
        rule = (" " * _GAP).join("─" * width for width in self.widths)
        return f"{self._line(self.labels)}\n{rule}"

    def row(self, cells: Sequence[Cell]) -> str:
        """One row. A cell wider than its column hangs over, and the next one moves on."""
        if self.widths:
            return self._line([cell.plain for cell in cells])
        if not cells:
            return ""
        first, *others = cells
        head = first.markdown if first.has_link else f"**{first.plain or _ABSENT}**"
        lines = [f"- {head}"]
        for label, cell in zip(self.labels[1:], others, strict=False):
            if cell.markdown:
                lines.append(f"  - {label}: {cell.markdown}" if label else f"  - {cell.markdown}")
        return "\n".join(lines)

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
    """How many columns a text takes in a monospaced font."""
    return max(wcswidth(text), 0) if text.isprintable() else len(text)
