"""Full-text search over sections of documents, with SQLite's FTS5 in memory."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Sequence

from bridge_bot.sandbox import CannotServe
from bridge_bot.sandbox.docs_sections import Section
from bridge_bot.sandbox.docs_words import about, is_unspaced, paired

_HEADING_WEIGHT, _BODY_WEIGHT = 5.0, 1.0
_PREFIX_FROM = 4
_NEEDED_SHARE = 1 / 3
_NEAR_BEST = 0.3
"""What is further behind the best section than this is found by chance."""


class DocsSearch:
    """An index of sections; members may ask it anything, in any words."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self.sections: Sequence[Section] = tuple(sections)
        self._database = sqlite3.connect(":memory:")
        try:
            # Without content: the sections themselves are at hand.
            self._database.execute(
                "CREATE VIRTUAL TABLE found USING fts5(heading, body, content='',"
                " tokenize='porter unicode61 remove_diacritics 2')"
            )
        except sqlite3.OperationalError as error:
            raise CannotServe(f"this Python has no full-text search: {error}") from error
        self._database.executemany(
            "INSERT INTO found (rowid, heading, body) VALUES (?, ?, ?)",
            (
                (number, paired(_storable(section.title)), paired(_storable(section.text)))
                for number, section in enumerate(self.sections)
            ),
        )

    def close(self) -> None:
        """Give the memory back."""
        self._database.close()

    def find(self, question: str, context: str = "") -> list[Section]:
        """The sections that a question is about, the best first; none if it says nothing.

        The words of `context` help to rank them, but what none of the question's own words is
        in, is not found.
        """
        wanted = [(word, self._having(word)) for word in about(question)]
        if not wanted:
            return []
        # Of a longer question one word alone is in nearly any document by chance.
        needed = math.ceil(len(wanted) * _NEEDED_SHARE)
        hits = {
            number: hit
            for number in set[int]().union(*(having for _, having in wanted))
            if (hit := sum(number in having for _, having in wanted)) >= needed
        }
        words = [word for word, _ in wanted] + about(context)
        ranks = self._database.execute(
            "SELECT rowid, bm25(found, ?, ?) FROM found WHERE found MATCH ?",
            (_HEADING_WEIGHT, _BODY_WEIGHT, " OR ".join(map(self._expression, words))),
        )
        # bm25 is the better the lower it is, and below zero.
        best = sorted((rank * hits[number], number) for number, rank in ranks if number in hits)
        return [self.sections[number] for score, number in best if score <= best[0][0] * _NEAR_BEST]

    def _having(self, word: str) -> set[int]:
        found = self._database.execute(
            "SELECT rowid FROM found WHERE found MATCH ?", (self._expression(word),)
        )
        return {number for (number,) in found}

    def _expression(self, word: str) -> str:
        """A word in FTS5's language: in quotes everything but a quote is text.

        A word that is nowhere may be the beginning of one that is somewhere, and a single
        character of an unspaced script begins a pair.
        """
        exact = f'"{word}"'
        if is_unspaced(word):
            return f"{exact}*" if len(word) == 1 else exact
        if len(word) < _PREFIX_FROM:
            return exact
        known = self._database.execute("SELECT 1 FROM found WHERE found MATCH ? LIMIT 1", (exact,))
        return exact if known.fetchone() else f"{exact}*"


def _storable(text: str) -> str:
    """What SQLite takes: no half of a surrogate pair."""
    return text.encode("utf-8", "replace").decode()
