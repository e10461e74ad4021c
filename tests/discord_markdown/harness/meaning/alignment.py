"""Which character of what is seen is which of what is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from tests.discord_markdown.harness.meaning.alternatives import ALTERNATIVES, Alternatives, Expected
from tests.discord_markdown.harness.reader.content import Content, compact

GOES_ON = "…"
"""What stands for the beginning of an item that goes on over the end of a page."""
_AHEAD = 40
_WINDOW = 400
_SURE = 4


@dataclass
class Alignment:
    """`seen_at` has for each character of the meant text its index in the seen one, or -1.

    For a place where more than one thing may be seen, it is where that begins. `reopened` has
    where in the seen text the items begin that a page only opens again.
    """

    seen_at: list[int]
    faults: list[str] = field(default_factory=list)
    reopened: set[int] = field(default_factory=set)


def align(expected: Expected, seen: Content) -> Alignment:
    """Walk through both texts at once; where they differ, say so and find the next in common."""
    return _Walk(expected, seen).run()


class _Walk:
    def __init__(self, expected: Expected, seen: Content) -> None:
        self._meant, self._seen = expected, seen
        self._text = expected.content.text
        self._found = Alignment([-1] * len(self._text))
        self._at = 0  # in the meant text
        self._cursor = 0  # in the seen text
        self._anywhere = False  # the next text may begin further on
        self._markers = {span.start: span.value for span in seen.of("item")}

    def run(self) -> Alignment:
        while self._at < len(self._text):
            if alternatives := self._meant.alternatives.get(self._text[self._at]):
                self._found.seen_at[self._at] = self._cursor
                self._at += 1
                self._take(alternatives)
            else:
                self._literal(self._run_at(self._at))
        rest = self._seen.text[self._cursor :]
        if rest and not self._anywhere:
            self._added(rest)
        return self._found

    def _run_at(self, start: int) -> str:
        """The text up to the next place where more than one thing may be seen."""
        found = ALTERNATIVES.search(self._text, start)
        return self._text[start : found.start() if found else None]

    def _take(self, alternatives: Alternatives) -> None:
        seen = self._seen.text
        if not alternatives.forms:
            for word in alternatives.words:
                found = seen.find(word, self._cursor)
                if found < 0:
                    self._fault("text lost", word)
                else:
                    self._cursor = found + len(word)
            self._anywhere = True
            return
        if self._anywhere:
            return
        forms = sorted({compact(form) for form in alternatives.forms}, key=len, reverse=True)
        fitting = [form for form in forms if seen.startswith(form, self._cursor)]
        following = self._run_at(self._at)[:60]
        sure = [each for each in fitting if seen.startswith(each + following, self._cursor)]
        if not fitting:
            self._fault("text lost", forms[0])
        else:
            self._cursor += len((sure or fitting)[0])

    def _literal(self, run: str) -> None:
        seen = self._seen.text
        if self._anywhere:
            found = seen.find(run[:_AHEAD], self._cursor)
            self._cursor = found if found >= 0 else self._cursor
            self._anywhere = False
        same = 0
        while same < len(run) and seen.startswith(run[same], self._cursor + same):
            same += 1
        self._map(same)
        if same < len(run):
            self._resume(run[same:])

    def _map(self, length: int) -> None:
        self._found.seen_at[self._at : self._at + length] = range(
            self._cursor, self._cursor + length
        )
        self._at += length
        self._cursor += length

    def _resume(self, run: str) -> None:
        """Go on where both are the same again; what lies before was lost or added."""
        ours, theirs = run[:_WINDOW], self._seen.text[self._cursor : self._cursor + _WINDOW]
        blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()[:-1]
        sure = [
            each
            for each in blocks
            if each.size >= _SURE or (each.size and each.a + each.size == len(run))
        ]
        if not sure:
            self._fault("text lost", run)
            self._at += len(run)
            self._anywhere = True
            return
        lost, added = ours[: sure[0].a], theirs[: sure[0].b]
        if added:
            self._added(added)
        if lost:
            self._lost(lost)
        self._at += len(lost)
        self._cursor += len(added)

    def _lost(self, text: str) -> None:
        # A line of prose that is shown as an item looks the same.
        if self._markers.get(self._cursor) == text.replace("*", "-"):
            return
        self._fault("marks lost" if re.fullmatch(r"[*_~|`\\<>#-]+", text) else "text lost", text)

    def _added(self, text: str) -> None:
        if text in self._meant.definitions:
            return
        if set(text) == {GOES_ON} and self._cursor in self._seen.pages:  # one for each open item
            self._found.reopened.update(range(self._cursor, self._cursor + len(text)))
            return
        kind = "marks shown" if re.fullmatch(r"[*_~|`\\<>#-]+", text) else "text added"
        self._fault(kind, text)

    def _fault(self, kind: str, text: str) -> None:
        self._found.faults.append(f"{kind}: {text[:60]!r}")
