"""Full-text search over sections of documents, with SQLite's FTS5 in memory."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from bridge_bot.sandbox import CannotServe
from bridge_bot.sandbox.docs_bot.sections import Section

_MAX_WORDS = 40
# How often a query has a word, beside each of its synonyms (once): bm25 adds up.
_WORD_WEIGHT, _CONTEXT_WEIGHT = 5, 2
_CHANGES_WEIGHT = 0.6  # of the score of a section in a list of changes
_NEEDED_SHARE = 1 / 3  # of the question's words: one word of many is in any document by chance
_NEAR_BEST = 0.3  # of the best section's score: what scores less is left out

_SCHEMA = """CREATE VIRTUAL TABLE section USING fts5(heading, above, bold, body, weight UNINDEXED,
    tokenize='porter unicode61 remove_diacritics 2')"""
# The lower the value of bm25, the better. A word counts most in the heading, then in bold words.
_MATCH = """SELECT rowid - 1, -bm25(section, 10.0, 0.5, 3.0, 1.0) * weight
    FROM section WHERE section MATCH ?"""

# \w lacks the marks that Arabic, Indic and Thai words have inside.
_WORD = re.compile(r"[\w\u0300-\u036f\u064b-\u065f\u0900-\u0dff\u0e30-\u0e4e]+")
# Thai, Lao, Burmese, Khmer; kana, Han, Hangul (whose words end in particles); rare Han.
_UNSPACED = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
_GREETINGS = """
hi hello hey hallo hola bonjour salut ciao moin servus help hilfe tour start test olá привет привіт
你好 您好 こんにちは 안녕하세요 مرحبا नमस्ते you thanks thank
"""
_COMMON_WORDS = """
a about am an and any are as at be been but by can could d did do does doing don for from get got
had has have having he how i if in into is it its just like ll m may me might must my no not of on
one or our out over please re s shall she should so some t than that the their them then there
these they this those to under until up us ve was we were what when where whether which while who
whom whose why will with would yes yet your able ask asked explain give happen happened happening
happens know let list look many mean much need possible say show tell thing things use used uses
using want wonder work works again also another anything continue else further go keep more next
now ok okay other others rest something mehr weiter noch más mas plus encore suite ancora altro
mais ещё дальше 更多 继续 もっと 더
"""
# Beginnings of words that mean about the same to somebody who asks about software.
_SYNONYM_GROUPS = """
answer respond / author license / broken error fail problem trouble wrong / config settings variable
connect invite join / contribut develop / cost expensive money paid pay price spend bill
credential password secret token / data gdpr personal privacy / delet eras forget remov
direct dm private / fast latency quick slow speed / group guild server / health metrics monitor
instal pip setup / keep retain save store / change chose switch / language speak translat
launch run start / limit maximum / member people user / allow permission right
quit shutdown stop / migrat updat upgrad
"""
_COURTESY = frozenset(_GREETINGS.split())
_STOP_WORDS = _COURTESY.union(_COMMON_WORDS.split())
_SYNONYMS = [tuple(group.split()) for group in re.split("[/\n]", _SYNONYM_GROUPS) if group]


def keywords(text: str) -> list[str]:
    """The words that tell what a text is about, each once and in lower case."""
    kept = " ".join(word for word in _words(text) if word not in _STOP_WORDS)
    return list(dict.fromkeys(_with_pairs(kept).split()))[:_MAX_WORDS]


def is_greeting(text: str) -> bool:
    """Whether a text without keywords greets, or is about the one who answers."""
    return not keywords(text) and not _COURTESY.isdisjoint(_words(text))


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
        self._database.executemany("INSERT INTO section VALUES (?, ?, ?, ?, ?)", rows)

    def close(self) -> None:
        """Give the memory back."""
        self._database.close()

    def find(self, question: str, context: str = "") -> list[Section]:
        """The sections that a question is about, the best first; none if it says nothing.

        The words of `context` help to rank them; a section has to hold words of the question.
        """
        words = keywords(question)
        # How many of the words, or of their synonyms, a section holds.
        held = Counter(chain(*(self._scores([word, *_synonyms(word)]) for word in words)))
        together = map(" ".join, pairwise(words))
        terms = [*words, *together] * _WORD_WEIGHT + keywords(context) * _CONTEXT_WEIGHT
        found = self._scores(chain(terms, *map(_synonyms, words)))
        scores = {
            number: score * held[number]
            for number, score in found.items()
            if held[number] >= max(1, len(words) * _NEEDED_SHARE)
        }
        ranked = sorted(scores, key=lambda number: -scores[number])
        return [self.sections[n] for n in ranked if scores[n] >= scores[ranked[0]] * _NEAR_BEST]

    def _scores(self, terms: Iterable[str]) -> dict[int, float]:
        """The scores of the sections with words that begin like one of the terms, by index."""
        # In quotes, everything but a quote is text to FTS5.
        expression = " OR ".join(f'"{term}"*' for term in terms) or '""'
        return dict(self._database.execute(_MATCH, (expression,)).fetchall())


def _synonyms(word: str) -> list[str]:
    groups = [group for group in _SYNONYMS if word.startswith(group)]
    return [stem for group in groups for stem in group if not word.startswith(stem)]


def _columns(section: Section) -> tuple[str | float, ...]:
    """The values of one row of the index."""
    *above, heading = section.path or ("",)
    bold = " ".join(re.findall(r"\*\*(.+?)\*\*", section.text))
    # As questions have them: "the bot does not answer" is found by "bot" and "answer" together.
    telling = " ".join(word for word in _words(heading) if word not in _STOP_WORDS) or heading
    texts = (telling, " ".join((section.document, *above)), bold, section.text)
    weight = _CHANGES_WEIGHT if section.is_list_of_changes else 1.0
    return (*map(_with_pairs, texts), weight)


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _with_pairs(text: str) -> str:
    """The text with scripts without spaces cut into pairs: "重置密码" gives "重置 置密 密码 码".

    Done to documents and questions alike, it lets whole words be found (重置 and 密码), and single
    characters as the beginning of a pair.
    """
    return re.sub(f"({_UNSPACED})(?=({_UNSPACED}?))", r" \1\2 ", text)
