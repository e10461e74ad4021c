"""Citations in a chatbot's private notation, which a reader must never see.

Language models write `【4:0†guide.md】`, or a text between U+E200 and U+E201.
"""

from __future__ import annotations

import re
from collections.abc import Callable

EntryNamed = Callable[[str], int]
"""A function from the name in a mark to the place of an entry, counted from 1; 0: there is none."""

_MAX_CHARS = 200
_START = re.compile("[\ue200-\ue202【]")
_COMPLETE = re.compile(
    rf"\ue200[^\ue200\ue201\n]{{0,{_MAX_CHARS}}}\ue201|【\d{{1,6}}(?::\d{{1,6}})?†([^】\n]{{0,{_MAX_CHARS}}})】"
)
_INCOMPLETE = re.compile(
    rf"(?:\ue200[^\ue200\ue201\n]{{0,{_MAX_CHARS}}}|【(?:\d{{1,6}}(?::(?:\d{{1,6}})?)?(?:†[^】\n]{{0,{_MAX_CHARS}}})?)?)\Z"
)


def private_mark(entry: int) -> str:
    """Return the one private mark that the parser reads: that of an entry, counted from 1."""
    return f"\ue200{entry}\ue201"


class PrivateMarks:
    """Takes the private marks out of a growing text. In place of one that names an entry stands
    the `mark` of that entry.

    A mark that is not closed within 200 characters, or on its line, is none: what it would have
    enclosed is text.
    """

    def __init__(self, entry_named: EntryNamed, mark: Callable[[int], str] = private_mark) -> None:
        self._entry_named = entry_named
        self._mark = mark
        self._withheld = ""

    def feed(self, text: str, *, ended: bool = False) -> str:
        """Return the text without private marks, as far as it is certain.

        The beginning of what may become a mark is withheld until it is one or not; if the text has
        `ended` it is text.
        """
        if not self._withheld and not _START.search(text):
            return text
        text, self._withheld = self._withheld + text, ""
        parts, at = [], 0
        while begin := _START.search(text, at):
            start = begin.start()
            parts.append(text[at:start])
            if complete := _COMPLETE.match(text, start):
                entry = self._entry_named(complete[1]) if complete[1] else 0
                parts.append(self._mark(entry) if entry else "")
                at = complete.end()
            elif not ended and _INCOMPLETE.match(text, start):
                self._withheld = text[start:]
                return "".join(parts)
            else:
                parts.append(text[start] if text[start] == "【" else "")
                at = start + 1
        return "".join(parts) + text[at:]
