"""All sources of one answer."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace

from bridge_bot.core.model import NumberedSource, Source
from bridge_bot.discord_markdown import SourceEntry

MOST_KEPT_EXCERPT_CHARS = 300
"""How much is kept, and shown, of what a source says."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The entries of `related_docs` in the order in which they came: `[3]` in the answer cites the
    third. None stands for one that says nothing.
    """

    entries: tuple[Source | None, ...] = ()

    @property
    def distinct(self) -> list[Source]:
        """Each source once, in order."""
        found: dict[Hashable, Source] = {}
        for each in filter(None, self.entries):
            found.setdefault(each.identity, each)
        return list(found.values())

    def cited_first(self, numbers: Mapping[Hashable, int]) -> list[NumberedSource]:
        """Each source with the number that the answer cites it by, in the order of these; then the
        others, with 0.
        """
        numbered = [NumberedSource(numbers.get(each.identity, 0), each) for each in self.distinct]
        return sorted(numbered, key=lambda each: each.number or len(self.entries) + 1)

    def kept(self, numbers: Mapping[Hashable, int]) -> list[NumberedSource]:
        """The same as it is kept for those who ask for it: with no more of each excerpt than is
        shown.
        """
        return [
            NumberedSource(number, replace(source, excerpt=_cut(source.excerpt)))
            for number, source in self.cited_first(numbers)
        ]

    def places(self, source: Source) -> list[int]:
        """The places of the entries that are this source, counted from 1."""
        identities = [each and each.identity for each in self.entries]
        return [place for place, each in enumerate(identities, 1) if each == source.identity]

    @property
    def definitions(self) -> str:
        """Where each entry leads, as Markdown's definitions of links: `[1]: <https://…> "T"`."""
        return "\n".join(
            f"[{place}]: {_definition(each)}" for place, each in enumerate(self.entries, 1) if each
        )

    def citable(self) -> list[SourceEntry | None]:
        """The entries as the answer's pages want them."""
        return [_citable(each) if each else None for each in self.entries]


def _cut(excerpt: str) -> str:
    if len(excerpt) <= MOST_KEPT_EXCERPT_CHARS:
        return excerpt
    return f"{excerpt[: MOST_KEPT_EXCERPT_CHARS - 1].rstrip('… ')}…"


def _definition(source: Source) -> str:
    title = source.name.replace("\\", "/").replace('"', "'")
    return f'<{source.address}> "{title}"' if source.address else title


def _citable(source: Source) -> SourceEntry:
    file = source.file.replace("\\", "/").rpartition("/")[2]
    names = tuple(filter(None, (source.title, source.file, file)))
    return SourceEntry(source.identity, source.address or None, names)
