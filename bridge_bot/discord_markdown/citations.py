"""Private marks of citations, which must never reach a reader."""

from __future__ import annotations

import re
from collections.abc import Callable

Link = Callable[[str], str | None]
"""From a citation as it came to the Markdown of a link, or to nothing."""

_LONGEST = 200
_BEGINS = re.compile("[\ue200-\ue202【]")
_WHOLE = re.compile(
    rf"\ue200[^\ue200\ue201\n]{{0,{_LONGEST}}}\ue201|【\d{{1,6}}(?::\d{{1,6}})?†[^】\n]{{0,{_LONGEST}}}】"
)
_HALF = re.compile(
    rf"(?:\ue200[^\ue200\ue201\n]{{0,{_LONGEST}}}|【(?:\d{{1,6}}(?::(?:\d{{1,6}})?)?(?:†[^】\n]{{0,{_LONGEST}}})?)?)\Z"
)


class Citations:
    """Takes the marks out of a growing text.

    A mark that is not closed within 200 characters, or on its line, is no citation: what it
    would have enclosed is text.
    """

    def __init__(self, link: Link | None = None) -> None:
        self._link = link
        self._held = ""

    def feed(self, text: str, *, ended: bool = False) -> str:
        """What is certain of the text so far."""
        if not self._held and not _BEGINS.search(text):
            return text
        text, self._held = self._held + text, ""
        parts, at = [], 0
        while begin := _BEGINS.search(text, at):
            start = begin.start()
            parts.append(text[at:start])
            if whole := _WHOLE.match(text, start):
                parts.append((self._link and self._link(whole[0])) or "")
                at = whole.end()
            elif not ended and _HALF.match(text, start):
                self._held = text[start:]
                return "".join(parts)
            else:
                parts.append(text[start] if text[start] == "【" else "")
                at = start + 1
        return "".join(parts) + text[at:]
