"""Which marks in a text cite a source, and the number that each source is shown with.

`[3]` cites the third entry of a list that came with the text. The first source that is cited gets
the number 1, the next one 2: a text that cites `[3]`, `[1]` and `[3]` shows [1], [2] and [1].

A number is given when a mark is rendered and is never taken back. Marks are rendered in the order
of the text, and only once it is certain that they are some; so numbers depend on the text alone,
not on how it arrives.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from typing import NamedTuple

_ENTRY = "[1-9][0-9]{0,3}"
ANY_MARK = re.compile(rf"\[({_ENTRY})\]|\ue200({_ENTRY})\ue201")

MARK = re.compile(rf"\[({_ENTRY})\](?!\()|\ue200({_ENTRY})\ue201")
"""What cites an entry. `[1](…` is a link, or a word with a remark."""

HALF_A_MARK = re.compile(rf"\[{_ENTRY}\]?\Z")
"""What may become a mark, or turns out to be none, by the next character."""

FOOTNOTE_LABEL = re.compile(rf"\[({_ENTRY})\]:")
"""The beginning of a line that defines a footnote."""

PRIVATE_MARK = re.compile(rf"\ue200({_ENTRY})\ue201")
"""A mark in place of one in the chatbot's private notation, which names its source."""

_LABEL = re.compile(rf"\]\[({_ENTRY})\]\Z")
_ADDRESS = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)


class SourceEntry(NamedTuple):
    """An entry that a text may cite. Those of the same `identity` are one source.

    `address` is where a citation leads, if anywhere; `names` are what a private mark may call it.
    """

    identity: Hashable
    address: str | None = None
    names: tuple[str, ...] = ()


class Citations:
    """The entries that one text may cite, by their place counted from 1, and the numbers so far.

    An entry is None where the list has nothing that could be cited. `footnotes` are those that the
    text itself defines (`[1]: https://…`): their address, or an empty text. They win over entries.
    """

    def __init__(self, entries: Sequence[SourceEntry | None] = ()) -> None:
        self.footnotes: dict[int, str] = {}
        self._entries = entries
        self._numbers: dict[Hashable, int] = {}  # of sources
        self._shown: dict[int, int] = {}  # of entries: the number that was shown
        self._used: set[int] = set()
        self._cited: set[int] = set()
        self._by_name: dict[str, int] = {}
        for place, entry in enumerate(entries, 1):
            for name in entry.names if entry else ():
                self._by_name.setdefault(_folded(name), place)

    def __bool__(self) -> bool:
        return bool(self._entries)

    def has(self, entry: int) -> bool:
        """Whether there is an entry at a place."""
        return 0 < entry <= len(self._entries) and self._entries[entry - 1] is not None

    def entry_named(self, name: str) -> int:
        """Return the place of the first entry with a name, or 0."""
        return self._by_name.get(_folded(name), 0)

    def number(self, entry: int) -> int:
        """Return the number to show for a mark that cites an entry. It takes the next free one."""
        self._cited.add(entry)
        if entry not in self._shown:
            identity = self.identity(entry)
            if identity not in self._numbers:
                self._numbers[identity] = self._take_free(1)
            self._shown[entry] = self._numbers[identity]
        return self._shown[entry]

    def note_label(self, link: str) -> None:
        """Note the mark at the end of `[text][1]`. Until the text defined `[1]` it was shown as one
        that cites the entry, so it has its number.
        """
        found = _LABEL.search(link)
        if found and self.has(entry := int(found[1])):
            self.number(entry)

    def footnote_number(self, entry: int) -> int:
        """Return the number to show where the text defines a footnote: as written, if its marks
        have not been shown with another number yet, nor a source with this one.
        """
        if entry not in self._shown:
            self._shown[entry] = self._take_free(entry)
        return self._shown[entry]

    def address(self, entry: int) -> str | None:
        """Return where a mark leads: to a footnote of the text, or else to the entry."""
        if entry in self.footnotes:
            return self.footnotes[entry] or None
        found = self._entries[entry - 1]
        return found.address if found else None

    def link_chars(self, entry: int) -> int:
        """Return how many characters more than a plain number the link of a mark takes."""
        address = self.address(entry) if self.has(entry) else None
        return len(address) + len("[](<>)") if address else 0

    def define_footnote(self, line: str) -> None:
        """Note the footnote that a line defines, if it does; the first definition counts."""
        if found := FOOTNOTE_LABEL.match(line):
            address = _ADDRESS.search(line)
            self.footnotes.setdefault(int(found[1]), address[0] if address else "")

    @property
    def cited(self) -> dict[Hashable, int]:
        """The number of each source that the text cites, in their order. Not those of footnotes."""
        sources = self._cited - self.footnotes.keys()
        numbers = {self.identity(entry): self._shown[entry] for entry in sources}
        return dict(sorted(numbers.items(), key=lambda each: each[1]))

    def identity(self, entry: int) -> Hashable:
        """Return what makes an entry one source."""
        found = self._entries[entry - 1]
        return found.identity if found else None

    def _take_free(self, number: int) -> int:
        while number in self._used:
            number += 1
        self._used.add(number)
        return number


NO_CITATIONS = Citations()
"""Those of a text that came without sources."""


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
