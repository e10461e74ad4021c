"""The quiet mark that stands at the end of a text that still grows."""

from __future__ import annotations

import re

MARK = "\u258d"
"""Shown with a space or a line break before it: two characters."""

_BLOCK = "```"


def with_mark(body: str, closing: str, mark: str) -> str:
    """A page's text with the mark at its end.

    Inside a code block that is only closed for show, since the code goes on there; on a line of
    its own below a block that is closed, since anything behind the closing backticks breaks it.
    """
    if not mark:
        return body + closing
    if _BLOCK in closing:
        return f"{body} {mark}{closing}"
    page = body + closing
    return f"{page}\n{mark}" if page.endswith(_BLOCK) else f"{page} {mark}"


def without_mark(text: str, mark: str = MARK) -> str:
    """What a message says, without the mark that was left over, if there is one."""
    return re.sub(rf"[ \n]{re.escape(mark)}(?=(?:\n[> ]*{_BLOCK})?\Z)", "", text)
