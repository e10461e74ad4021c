"""Full-text search over sections of documents, with SQLite's FTS5 in memory.

Each paragraph, list item or table row is indexed with the headings above it. A section scores by
its words wherever they stand, and once more by its best piece: the one line of a long section that
answers the question would else be lost among the others.
"""

from __future__ import annotations

import itertools
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence

from bridge_bot.sandbox import CannotServe
from bridge_bot.sandbox.docs_bot.sections import Section
from bridge_bot.sandbox.docs_bot.words import SYNONYMS, characters_apart, keywords

_SYNONYM_WEIGHT = 0.35
_CONTEXT_WEIGHT = 0.25
_CHANGES_WEIGHT = 0.6
"""Of lists of changes: they name everything and explain nothing."""
_PREFIX_FROM_CHARS = 4
_NEEDED_SHARE = 1 / 3
"""Of the question's words: a single word of many is in nearly any document by chance."""
_NEAR_BEST = 0.3
"""What scores less than this share of the best section's score is left out."""

_BOLD_LEAD = re.compile(r"^\s*(?:(?:[*+-]|\d+[.)])\s+)?\*\*(.+?)\*\*")
_SCHEMA = """
CREATE VIRTUAL TABLE piece USING fts5(heading, above, lead, body, content='',
    tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE synonym USING fts5(words, tokenize='porter unicode61');
"""
# bm25 is the better the lower it is, and below zero. A word counts most in the heading, then in the
# bold words with which a piece begins.
_MATCH = "SELECT rowid, -bm25(piece, 5.0, 1.0, 3.0, 1.0) FROM piece WHERE piece MATCH ?"


class DocsSearch:
    """An index of sections; members may ask it anything, in any words."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self.sections: Sequence[Section] = tuple(sections)
        self._section_of: list[int] = []
        self._database = sqlite3.connect(":memory:")
        try:
            self._database.executescript(_SCHEMA)
        except sqlite3.OperationalError as error:
            raise CannotServe(f"this Python has no full-text search: {error}") from error
        insert = "INSERT INTO piece (rowid, heading, above, lead, body) VALUES (?, ?, ?, ?, ?)"
        self._database.executemany(insert, self._rows())
        self._database.executemany(
            "INSERT INTO synonym (rowid, words) VALUES (?, ?)",
            ((number, " ".join(group)) for number, group in enumerate(SYNONYMS)),
        )

    def close(self) -> None:
        """Give the memory back."""
        self._database.close()

    def find(self, question: str, context: str = "") -> list[Section]:
        """The sections that a question is about, the best first; none if it says nothing.

        The words of `context` help to rank them; a section has to hold words of the question.
        """
        words = keywords(question)
        scores = self._scores(words)
        for number, score in self._scores(keywords(context)).items():
            if number in scores:
                scores[number] += score * _CONTEXT_WEIGHT
        best = sorted(scores, key=lambda number: (-scores[number], number))
        return [self.sections[n] for n in best if scores[n] >= scores[best[0]] * _NEAR_BEST]

    def _scores(self, words: Sequence[str]) -> dict[int, float]:
        """The scores of the sections that hold enough of the words."""
        pairs = dict.fromkeys(f"{one} {other}" for one, other in itertools.pairwise(words))
        in_section: dict[int, dict[str, float]] = defaultdict(dict)
        in_piece: dict[int, float] = defaultdict(float)
        for term in (*words, *pairs):
            matches = self._match(f'"{term}"') if term in pairs else self._match_word(term)
            for piece, score in matches.items():
                best = in_section[self._section_of[piece]]
                best[term] = max(best.get(term, 0.0), score)
                in_piece[piece] += score
        best_piece: dict[int, float] = defaultdict(float)
        for piece, score in in_piece.items():
            section = self._section_of[piece]
            best_piece[section] = max(best_piece[section], score)
        scores = {}
        for section, best in in_section.items():
            share = len(best.keys() - pairs) / len(words)
            if share >= _NEEDED_SHARE:
                weight = _CHANGES_WEIGHT if self.sections[section].is_list_of_changes else 1.0
                scores[section] = weight * (sum(best.values()) * share + best_piece[section])
        return scores

    def _match_word(self, word: str) -> dict[int, float]:
        """Scores of the pieces with a word, its synonyms, or else with words that begin so."""
        scores = self._match(f'"{word}"')
        found = self._database.execute(
            "SELECT rowid FROM synonym WHERE synonym MATCH ?", (f'"{word}"',)
        )
        synonyms = {each for (number,) in found for each in SYNONYMS[number]} - {word}
        for piece, score in self._match(" OR ".join(f'"{each}"' for each in synonyms)).items():
            scores[piece] = max(scores.get(piece, 0.0), score * _SYNONYM_WEIGHT)
        if scores or len(word) < _PREFIX_FROM_CHARS:
            return scores
        return self._match(f'"{word}"*')

    def _match(self, expression: str) -> dict[int, float]:
        # In quotes, everything but a quote is text to FTS5.
        return dict(self._database.execute(_MATCH, (expression,)).fetchall()) if expression else {}

    def _rows(self) -> Iterable[tuple[object, ...]]:
        for number, section in enumerate(self.sections):
            heading, above = "", section.document
            if section.path:
                heading, above = section.path[-1], " ".join((above, *section.path[:-1]))
            for piece in section.pieces:
                lead = " ".join(_BOLD_LEAD.findall(piece.text))
                texts = (heading, above, lead, piece.text)
                # SQLite takes no half of a surrogate pair.
                valid = (text.encode("utf-8", "replace").decode() for text in texts)
                yield len(self._section_of), *map(characters_apart, valid)
                self._section_of.append(number)
