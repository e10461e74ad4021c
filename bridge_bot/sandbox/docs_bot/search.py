"""Full-text search over sections of documents, with SQLite's FTS5 in memory."""

from __future__ import annotations

import itertools
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from bridge_bot.sandbox import CannotServe
from bridge_bot.sandbox.docs_bot.sections import Section
from bridge_bot.sandbox.docs_bot.words import character_pairs, keywords, synonyms

_WORD_WEIGHT = 5
"""Of a word itself, beside each of its synonyms: so often a query names it, and bm25 adds up."""
_CONTEXT_WEIGHT = 0.25
_CHANGES_WEIGHT = 0.6
"""Of lists of changes: they name everything and explain nothing."""
_NEEDED_SHARE = 1 / 3
"""Of the question's words: a single word of many is in nearly any document by chance."""
_NEAR_BEST = 0.3
"""What scores less than this share of the best section's score is left out."""

_SCHEMA = """CREATE VIRTUAL TABLE section USING fts5(
    heading, above, bold, body, tokenize='porter unicode61 remove_diacritics 2')"""
# The lower the value of bm25, the better. A word counts most in the heading, then in bold words.
_MATCH = "SELECT rowid - 1, -bm25(section, 10.0, 0.5, 3.0, 1.0) FROM section WHERE section MATCH ?"


class DocsSearch:
    """An index of sections; members may ask it anything, in any words."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self.sections: Sequence[Section] = tuple(sections)
        self._database = sqlite3.connect(":memory:")
        try:
            self._database.execute(_SCHEMA)
        except sqlite3.OperationalError as error:
            raise CannotServe(f"this Python has no full-text search: {error}") from error
        rows = map(_columns, self.sections)
        self._database.executemany("INSERT INTO section VALUES (?, ?, ?, ?)", rows)

    def close(self) -> None:
        """Give the memory back."""
        self._database.close()

    def find(self, question: str, context: str = "") -> list[Section]:
        """The sections that a question is about, the best first; none if it says nothing.

        The words of `context` help to rank them; a section has to hold words of the question.
        """
        scores, helping = self._scores(keywords(question)), self._scores(keywords(context))
        for number in scores:
            scores[number] += helping.get(number, 0.0) * _CONTEXT_WEIGHT
        best = sorted(scores, key=lambda number: (-scores[number], number))
        return [self.sections[n] for n in best if scores[n] >= scores[best[0]] * _NEAR_BEST]

    def _scores(self, words: Sequence[str]) -> dict[int, float]:
        """The scores of the sections that hold enough of the words, by the section's index."""
        scores: dict[int, float] = defaultdict(float)
        words_held: Counter[int] = Counter()
        for word in words:
            found = self._match([*[word] * _WORD_WEIGHT, *synonyms(word)])
            words_held.update(found.keys())
            for number, score in found.items():
                scores[number] += score
        for neighbours in itertools.pairwise(words):
            for number, score in self._match([" ".join(neighbours)] * _WORD_WEIGHT).items():
                scores[number] += score
        shares = {number: count / len(words) for number, count in words_held.items()}
        return {
            number: scores[number] * share * _weight(self.sections[number])
            for number, share in shares.items()
            if share >= _NEEDED_SHARE
        }

    def _match(self, terms: Iterable[str]) -> dict[int, float]:
        """The scores of the sections with words that begin like one of the terms."""
        # In quotes, everything but a quote is text to FTS5.
        expression = " OR ".join(f'"{term}"*' for term in terms)
        return dict(self._database.execute(_MATCH, (expression,)).fetchall())


def _weight(section: Section) -> float:
    return _CHANGES_WEIGHT if section.is_list_of_changes else 1.0


def _columns(section: Section) -> tuple[str, ...]:
    """The values of one row of the index."""
    *above, heading = section.path or ("",)
    bold = " ".join(re.findall(r"\*\*(.+?)\*\*", section.text))
    texts = (heading, " ".join((section.document, *above)), bold, section.text)
    return tuple(map(character_pairs, texts))
