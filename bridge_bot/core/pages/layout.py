"""Lays a growing source out on pages.

A page is closed by looking only at a stretch of source (a *window*) whose length follows from
that stretch itself, never at how much has come by chance: at the first of a row of windows of
which what is shown no longer fits. Until then the page shows what fits. So the pages do not
depend on how the text arrives or when it is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from bridge_bot.core.pages.blocks import Known, read
from bridge_bot.core.pages.breaks import best_break, lead_after
from bridge_bot.core.pages.held import held_from
from bridge_bot.core.pages.sheet import Break, Kind, Part, Rank, Sheet
from bridge_bot.core.pages.tables import Form

_LEAST_STEP_CHARS = 8
_FEW_STEPS = 8
_MOST_REFERENCES = 100
_BLANK_LINES = re.compile(r"(?:[ \t]*\n)+")
_CONTROLS = str.maketrans({"\r": " ", "\0": "\ufffd"})  # one character each: positions stay


class Shown(NamedTuple):
    """What a page shows, and what closes for show what is open at its end."""

    body: str = ""
    closing: str = ""

    def __len__(self) -> int:
        return len(self.body) + len(self.closing)


@dataclass(slots=True)
class _Open:
    """The page that still grows: what is open at its beginning, the window to try next, and the
    last one that did fit.

    What is shown of its first `settled` characters will not change while it grows.
    """

    lead: list[Part] = field(default_factory=list)
    form: Form | None = None
    references: dict[str, Any] = field(default_factory=dict)
    window: int = 0
    steps: int = 0
    fitting: int = 0
    settled: int = 0
    settled_shown: str = ""
    settled_references: dict[str, Any] = field(default_factory=dict)
    known: Known = field(default_factory=dict)


class Layout:
    """`room` tells how many characters a page has room for, counted from 0; `most_pages` is the
    number of the last page that may be closed.
    """

    def __init__(self, room: Callable[[int], int], most_pages: int | None) -> None:
        self.closed: list[Shown] = []
        self.count = 0  # of the pages that were closed before those
        self.open = Shown()
        self.starts = [0]  # where in the source each page begins
        self.overflows = False
        self._room = room
        self._most_pages = most_pages
        self._rest = ""  # the source from the beginning of the open page on
        self._at = 0
        self._page = _Open()

    def grow(self, text: str, *, ended: bool) -> None:
        """Go on with this text; if it has ended, show also what was held back."""
        if self.overflows:
            return
        self._rest += text.translate(_CONTROLS)
        while not self._is_done(ended=ended):
            pass

    def take_closed(self) -> list[Shown]:
        """The pages that were closed since the last time."""
        taken, self.closed = self.closed, []
        self.count += len(taken)
        return taken

    def _is_done(self, *, ended: bool) -> bool:
        """Try the next window; whether there is nothing more to be done."""
        self._skip_blank_lines()
        page, room = self._page, self._room(self._number)
        page.window = page.window or room + 1
        if len(self._rest) >= page.window:
            sheet = self._read(self._rest[: page.window], growing=True)
        elif not ended:
            return self._look(room)
        elif self._finish(room):
            return True
        else:
            sheet = self._read(self._rest, growing=False)
        shown = self._unless_blank(sheet, Shown(*sheet.body_and_closing(len(sheet.source))))
        if len(shown) > room:
            row_end = _first_row_beyond(sheet, room, page.fitting)
            if row_end and row_end < page.window:
                page.window = row_end
                return False
            return self._end_page(sheet, room)
        if len(self._rest) < page.window:
            self.open = shown
            return True
        page.steps, page.fitting = page.steps + 1, page.window
        least = _LEAST_STEP_CHARS if page.steps < _FEW_STEPS else page.window // 4
        page.window += max(room - len(shown), least)
        return False

    def _skip_blank_lines(self) -> None:
        if not self._page.lead and (blank := _BLANK_LINES.match(self._rest)):
            self._rest = self._rest[blank.end() :]
            self._at += blank.end()

    def _read(self, source: str, *, growing: bool) -> Sheet:
        """Read from the beginning of the open page on."""
        page = self._page
        lead = "".join(part.source for part in page.lead)
        if growing:
            source = source[: self._held_from(source)]
        return read(
            lead + source,
            page_chars=self._room(self._number),
            growing=growing,
            lead=page.lead,
            form=page.form,
            references=page.references,
            known=page.known,
        )

    def _read_on(self, source: str, *, growing: bool) -> Sheet:
        """Read from the last settled block on."""
        return read(
            source,
            page_chars=self._room(self._number),
            growing=growing,
            references=self._page.settled_references,
            known=self._page.known,
        )

    @property
    def _number(self) -> int:
        """The open page's number, counted from 0."""
        return self.count + len(self.closed)

    def _held_from(self, source: str) -> int:
        longest = self._room(self._number) // 4
        return held_from(source, longest, in_table=self._page.form is not None)

    def _look(self, room: int) -> bool:
        """Show what there is of a page that is not full yet; from the last settled block on."""
        page = self._page
        held = self._held_from(self._rest)
        before = page.settled_shown if 0 < page.settled <= held else ""
        if before:
            sheet = self._read_on(self._rest[page.settled : held], growing=True)
        else:
            sheet = self._read(self._rest, growing=True)
        end = len(sheet.source)
        body, closing = sheet.unstripped(end)
        body = f"{before}{body}".strip()
        shown = Shown(body, closing)
        if not before.strip():
            shown = self._unless_blank(sheet, shown)
        if len(shown) <= room:
            self.open = shown
            if before or not page.settled:
                self._settle(sheet, before)
            return True
        if before:
            sheet = self._read(self._rest, growing=True)
        if row_end := _first_row_beyond(sheet, room, page.fitting):
            page.window = row_end
            return False
        sheet, at = _with_break(sheet, room, first=Rank.WORD)
        body, closing = sheet.body_and_closing(at.end)
        self.open = Shown(body[: room - len(closing)], closing)
        return True

    def _finish(self, room: int) -> bool:
        """Show the whole of a page from the last settled block on, if there is one and it fits."""
        page = self._page
        if not page.settled_shown.strip():
            return False
        sheet = self._read_on(self._rest[page.settled :], growing=False)
        body, closing = sheet.unstripped(len(sheet.source))
        shown = Shown(f"{page.settled_shown}{body}".strip(), closing)
        if len(shown) > room:
            return False
        self.open = shown
        return True

    def _unless_blank(self, sheet: Sheet, shown: Shown) -> Shown:
        """What is shown, unless that is nothing but what opens again what was open before.

        What was open, and turns out not to be, may have shown what else is left out, such as a
        tag in code that nothing closes: that stays as it was written.
        """
        if sheet.says_something(len(sheet.source)):
            return shown
        lead = self._page.lead
        if lead and not lead[-1].source.endswith(("\n", " ")):
            return Shown(sheet.source[sheet.lead_chars :].strip())
        return Shown()

    def _settle(self, sheet: Sheet, before: str) -> None:
        """Keep what is shown before the last block: nothing that follows can change it."""
        at, source = sheet.last_block, sheet.source
        # Right below another, a block may turn out to be a part of that until its first line ends.
        is_certain = source.endswith("\n\n", 0, at) or "\n" in source[at:]
        if at <= sheet.lead_chars or not is_certain:
            return
        if not before and not sheet.says_something(at):
            return
        page = self._page
        page.settled_shown = f"{before}{sheet.shown(0, at - 1)}\n"
        page.settled_references = _defined(sheet, page.settled_references or page.references, at)
        page.settled += at - sheet.lead_chars

    def _end_page(self, sheet: Sheet, room: int) -> bool:
        sheet, at = _with_break(sheet, room)
        body, closing = sheet.body_and_closing(at.end)
        shown = Shown(body[: room - len(closing)], closing)
        taken = at.start - sheet.lead_chars
        self.starts.append(self._at + taken)
        if self._most_pages is not None and self._number + 1 >= self._most_pages:
            self.overflows, self.open, self._rest = True, shown, ""
            return True
        self._rest = self._rest[taken:]
        self._at += taken
        lead = lead_after(sheet, at)
        if sum(len(part.source) for part in lead) > room // 4:
            lead = []
        tables = [unit for unit in sheet.around(at.start) if unit.kind is Kind.TABLE]
        references = _defined(sheet, self._page.references, at.start)
        form = tables[0].form if tables and lead else None
        if shown.body:
            self.closed.append(shown)
        else:
            self.starts.pop()
        self.open = Shown()
        self._page = _Open(lead, form, references)
        return False


def _with_break(sheet: Sheet, room: int, *, first: Rank = Rank.BLOCK) -> tuple[Sheet, Break]:
    """Where the page ends; if there is no such place, in the source as it was written."""
    if at := best_break(sheet, room, first=first):
        return sheet, at
    plain = Sheet(sheet.source, sheet.lead_chars)
    plain.finish()
    end = min(sheet.lead_chars + room, len(sheet.source))
    return plain, best_break(plain, room) or Break(end, end, Rank.CHARACTER, at_line=True)


def _first_row_beyond(sheet: Sheet, room: int, fitting: int) -> int | None:
    """How much source there is up to the first end of a table's row that does not fit, beyond
    what was found to fit.

    Such rows may show more than their source has; and once complete they do not change.
    """
    for end in sheet.row_ends:
        taken = end - sheet.lead_chars
        if taken > fitting and sheet.offset(end - 1) > room and end <= len(sheet.source):
            return taken
    return None


def _defined(sheet: Sheet, before: dict[str, Any], position: int) -> dict[str, Any]:
    """The definitions of links so far, as if they stood above the first line."""
    defined = dict(before)
    for label, reference in sheet.references.items():
        if sheet.line_start(reference["map"][1]) <= position:
            defined[label] = {**reference, "map": [-1, -1]}
    return dict(list(defined.items())[:_MOST_REFERENCES])
