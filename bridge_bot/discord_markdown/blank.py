"""Whether Discord shows anything of a text."""

from __future__ import annotations

import re

# White space, control characters, and what Unicode wants to be ignored where it is not supported
# (Default_Ignorable_Code_Point); the braille and Hangul letters among them are blank.
_INVISIBLE = (
    r"\s\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_VISIBLE = re.compile(f"[^{_INVISIBLE}]")
_EMPTY_CODE = re.compile(rf"```[^\n`]*\n[{_INVISIBLE}>]*```")


def is_blank(text: str) -> bool:
    """Whether a text shows nothing: Discord refuses such a message with error 50006.

    White space, invisible characters and an empty code block show nothing.
    """
    first = _VISIBLE.search(text)
    if first is None or first[0] != "`":
        return first is None
    return _VISIBLE.search(_EMPTY_CODE.sub("", text)) is None
