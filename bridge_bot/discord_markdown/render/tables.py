"""Tables, which Discord does not show, as an aligned block or as a list of their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wcwidth import wcswidth

from bridge_bot.discord_markdown.pieces import Piece, Sort, Wrap
from bridge_bot.discord_markdown.render.code import defused

PHONE_COLUMNS = 44
"""So many columns of a code block fit on a phone before Discord wraps its lines."""

_GAP = 2
_SPARE = 4
_ABSENT = "–"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's pieces, and as plain text for a code block."""

    pieces: tuple[Piece, ...]
    plain: str
    has_link: bool

    @classmethod
    def of(cls, pieces: Sequence[Piece], *, has_link: bool) -> Cell:
        """A cell that shows these pieces."""
        plain = defused(" ".join("".join(piece.seen for piece in pieces).split()))
        return cls(tuple(pieces), plain, has_link)

    @property
    def is_plain(self) -> bool:
        """Whether it has no styles, code or links, or is bold as a whole."""
        return all(wrap.kind == "strong" for piece in self.pieces for wrap in piece.wraps) and not (
            self.has_link
        )


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

    def header(self) -> list[str]:
        """The lines above the rows; none for a list of rows, which name their columns."""
        if not self.widths:
            return []
        return [self._line(self.labels), (" " * _GAP).join("─" * width for width in self.widths)]

    def line(self, cells: Sequence[Cell]) -> str:
        """A row of a block. A cell wider than its column hangs over, and the next moves on."""
        return self._line([cell.plain for cell in cells])

    def item(self, cells: Sequence[Cell], line_break: str) -> list[Piece]:
        """A row of a list."""
        first, *others = cells
        pieces = [Piece("- ", -1, Sort.ATOM, plain="")]
        if first.pieces and not first.is_plain:
            pieces += first.pieces
        else:
            bold = (Wrap("strong", "**", "**"),)
            words = [piece._replace(wraps=bold) for piece in first.pieces if piece.text]
            pieces += words or [Piece(_ABSENT, -1, wraps=bold)]
        for label, cell in zip(self.labels[1:], others, strict=False):
            if cell.pieces:
                pieces.append(Piece(f"{line_break}  - ", -1, Sort.ATOM, plain=" "))
                if label:
                    pieces.append(Piece(f"{label}: ", -1, plain=f"{label}: "))
                pieces += cell.pieces
        return pieces

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
