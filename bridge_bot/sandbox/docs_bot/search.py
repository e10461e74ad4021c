"""Full-text search over sections of documents, with SQLite's FTS5 in memory.

A section is as good as it is as a whole and as its best piece is: the one line of a long section
that answers the question would else be lost among the others.
"""

from __future__ import annotations

import itertools
import math
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from bridge_bot.sandbox import CannotServe
from bridge_bot.sandbox.docs_bot.sections import Section
from bridge_bot.sandbox.docs_bot.words import ALIKE, about, is_unspaced, paired

_WEIGHTS = (5.0, 1.0, 3.0, 1.0)
"""Of a word in the heading; in the headings above or the document's name; in the bold words with
which a piece begins; in the text."""
_ALIKE_WEIGHT = 0.35
_CONTEXT_WEIGHT = 0.25
_NEWS_WEIGHT = 0.6
"""Of lists of changes: they name everything and explain nothing."""
_PREFIX_FROM = 4
_NEEDED_SHARE = 1 / 3
_NEAR_BEST = 0.3
"""What is further behind the best section than this is found by chance."""

_NEWS = re.compile(r"(?i)change(s|log)|history|news|license")

_LEAD = re.compile(r"(?m)^\s*(?:(?:[*+-]|\d+[.)])\s+)?\*\*(.+?)\*\*")

Scores = dict[int, float]


class DocsSearch:
    """An index of sections; members may ask it anything, in any words."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self.sections: Sequence[Section] = tuple(sections)
        pieces = [(n, piece.text) for n, each in enumerate(self.sections) for piece in each.pieces]
        self._section_of = [number for number, _ in pieces]
        self._database = sqlite3.connect(":memory:")
        try:
            self._index("whole", [(n, each.text) for n, each in enumerate(self.sections)])
            self._index("piece", pieces)
            self._index_alike()
        except sqlite3.OperationalError as error:
            raise CannotServe(f"this Python has no full-text search: {error}") from error

    def close(self) -> None:
        """Give the memory back."""
        self._database.close()

    def find(self, question: str, context: str = "") -> list[Section]:
        """The sections that a question is about, the best first; none if it says nothing.

        The words of `context` help to rank them, but what none of the question's own words is
        in, is not found.
        """
        words = about(question)
        own = {word: self._scores("whole", word) for word in words}
        # Of a longer question one word alone is in nearly any document by chance.
        needed = max(1, math.ceil(len(words) * _NEEDED_SHARE))
        every = set[int]().union(*own.values())
        hits = {n for n in every if sum(n in having for having in own.values()) >= needed}
        before = _together({word: self._scores("whole", word) for word in about(context)})
        earned = (_together(own), self._best_pieces(words), self._phrases(words))
        scores = {
            number: self._weight(number)
            * (
                sum(each.get(number, 0.0) for each in earned)
                + before.get(number, 0.0) * _CONTEXT_WEIGHT
            )
            for number in hits
        }
        best = sorted(scores, key=lambda number: (-scores[number], number))
        return [self.sections[n] for n in best if scores[n] >= scores[best[0]] * _NEAR_BEST]

    def _weight(self, number: int) -> float:
        return _NEWS_WEIGHT if is_news(self.sections[number]) else 1.0

    def _best_pieces(self, words: Sequence[str]) -> Scores:
        """Of each section the score of its best piece."""
        best: Scores = {}
        for piece, score in _together({w: self._scores("piece", w) for w in words}).items():
            section = self._section_of[piece]
            best[section] = max(best.get(section, 0.0), score)
        return best

    def _phrases(self, words: Sequence[str]) -> Scores:
        """What sections earn by words that stand in them as they stand in the question."""
        earned: Scores = {}
        for pair in itertools.pairwise(words):
            for number, score in self._matching("whole", f'"{" ".join(pair)}"').items():
                earned[number] = earned.get(number, 0.0) + score
        return earned

    def _scores(self, table: str, word: str) -> Scores:
        """How well rows fit a word, or words that mean about the same."""
        scores = self._matching(table, self._expression(word))
        for alike in self._alike(word):
            for number, score in self._matching(table, f'"{alike}"').items():
                scores[number] = max(scores.get(number, 0.0), score * _ALIKE_WEIGHT)
        return scores

    def _matching(self, table: str, expression: str) -> Scores:
        # bm25 is the better the lower it is, and below zero.
        ranks = self._database.execute(
            f"SELECT rowid, -bm25({table}, ?, ?, ?, ?) FROM {table} WHERE {table} MATCH ?",  # noqa: S608 - both are ours
            (*_WEIGHTS, expression),
        )
        return dict(ranks.fetchall())

    def _alike(self, word: str) -> set[str]:
        found = self._database.execute(
            "SELECT rowid FROM alike WHERE alike MATCH ?", (f'"{word}"',)
        )
        return {alike for (number,) in found for alike in ALIKE[number]} - {word}

    def _expression(self, word: str) -> str:
        """A word in FTS5's language: in quotes everything but a quote is text.

        A word that is nowhere may be the beginning of one that is somewhere, and a single
        character of an unspaced script begins a pair.
        """
        exact = f'"{word}"'
        if is_unspaced(word):
            return f"{exact}*" if len(word) == 1 else exact
        if len(word) < _PREFIX_FROM or self._alike(word):
            return exact
        known = self._database.execute("SELECT 1 FROM whole WHERE whole MATCH ? LIMIT 1", (exact,))
        return exact if known.fetchone() else f"{exact}*"

    def _index(self, table: str, texts: Sequence[tuple[int, str]]) -> None:
        """A table of texts, each with the headings of its section; without the texts themselves."""
        self._database.execute(
            f"CREATE VIRTUAL TABLE {table} USING fts5(heading, above, lead, body, content='',"
            " tokenize='porter unicode61 remove_diacritics 2')"
        )
        self._database.executemany(
            f"INSERT INTO {table} (rowid, heading, above, lead, body) VALUES (?, ?, ?, ?, ?)",  # noqa: S608
            (
                (row, *map(_storable, (*_headings(self.sections[number]), _lead(text), text)))
                for row, (number, text) in enumerate(texts)
            ),
        )

    def _index_alike(self) -> None:
        """SQLite stems these words as it stems the documents'."""
        self._database.execute(
            "CREATE VIRTUAL TABLE alike USING fts5(words, tokenize='porter unicode61')"
        )
        self._database.executemany(
            "INSERT INTO alike (rowid, words) VALUES (?, ?)",
            ((n, " ".join(w for w in each if " " not in w)) for n, each in enumerate(ALIKE)),
        )


def is_news(section: Section) -> bool:
    """Whether it is from a list of changes or the like, by the document's name."""
    return _NEWS.match(PurePath(section.document).stem) is not None


def _together(by_word: Mapping[str, Scores]) -> Scores:
    """What each row earns by all words: the more of them it has, the more each counts."""
    sums: Scores = {}
    counts: dict[int, int] = {}
    for scores in by_word.values():
        for number, score in scores.items():
            sums[number] = sums.get(number, 0.0) + score
            counts[number] = counts.get(number, 0) + 1
    return {number: score * counts[number] / len(by_word) for number, score in sums.items()}


def _headings(section: Section) -> tuple[str, str]:
    """The section's own heading, and what stands above it."""
    own = section.path[-1] if section.path else ""
    return own, " ".join((section.document, *section.path[:-1]))


def _lead(text: str) -> str:
    """The bold words with which paragraphs and items begin, as small headings do."""
    return " ".join(_LEAD.findall(text))


def _storable(text: str) -> str:
    """What SQLite takes: no half of a surrogate pair; scripts without spaces in pairs."""
    return paired(text.encode("utf-8", "replace").decode())
