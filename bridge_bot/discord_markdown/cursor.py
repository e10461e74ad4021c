"""The cursor: a character at the end of a page whose text still grows."""

from __future__ import annotations

import re

CURSOR = "\u258d"
"""A left half block. It stands behind a space or a line break, so it takes two characters."""

_FENCE = "```"


def with_cursor(body: str, closing: str, cursor: str) -> str:
    """Return a page's text with the cursor at its end; without a cursor, the text alone.

    `closing` closes what is still open in `body`. In a code block that goes on the cursor stands
    inside, where the next characters come; below one that is closed it stands on a line of its
    own, since Discord would read no code block with text behind the closing backticks.
    """
    if not cursor:
        return body + closing
    if _FENCE in closing:
        return f"{body} {cursor}{closing}"
    page = body + closing
    return f"{page}\n{cursor}" if page.endswith(_FENCE) else f"{page} {cursor}"


def without_cursor(text: str, cursor: str = CURSOR) -> str:
    """Return a message's text without the cursor at its end, if there is one."""
    return re.sub(rf"[ \n]{re.escape(cursor)}(?=(?:\n[> ]*{_FENCE})?\Z)", "", text)
