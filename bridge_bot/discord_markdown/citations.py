"""Citations in a chatbot's private notation, which a reader must never see.

Language models write `【4:0†source】`, or a text between U+E200 and U+E201.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Link = Callable[[str], str | None]
"""A function from a citation as it came to the Markdown of a link, or to None."""

_MAX_CHARS = 200
_START = re.compile("[\ue200-\ue202【]")
_COMPLETE = re.compile(
    rf"\ue200[^\ue200\ue201\n]{{0,{_MAX_CHARS}}}\ue201|【\d{{1,6}}(?::\d{{1,6}})?†[^】\n]{{0,{_MAX_CHARS}}}】"
)
_INCOMPLETE = re.compile(
    rf"(?:\ue200[^\ue200\ue201\n]{{0,{_MAX_CHARS}}}|【(?:\d{{1,6}}(?::(?:\d{{1,6}})?)?(?:†[^】\n]{{0,{_MAX_CHARS}}})?)?)\Z"
)


class Citations:
    """Takes the citations out of a growing text, or puts links in their place.

    One that is not closed within 200 characters, or on its line, is none: what it would have
    enclosed is text.
    """

    def __init__(self, link: Link | None = None) -> None:
        self._link = link
        self._withheld = ""

    def feed(self, text: str, *, ended: bool = False) -> str:
        """Return the text without citations, as far as it is certain.

        The beginning of what may become a citation is withheld until it is one or not; if the text
        has `ended` it is text.
        """
        if not self._withheld and not _START.search(text):
            return text
        text, self._withheld = self._withheld + text, ""
        parts, at = [], 0
        while begin := _START.search(text, at):
            start = begin.start()
            parts.append(text[at:start])
            if complete := _COMPLETE.match(text, start):
                parts.append((self._link and self._link(complete[0])) or "")
                at = complete.end()
            elif not ended and _INCOMPLETE.match(text, start):
                self._withheld = text[start:]
                return "".join(parts)
            else:
                parts.append(text[start] if text[start] == "【" else "")
                at = start + 1
        return "".join(parts) + text[at:]
