"""Whether the text of a link looks like an address that its link does not lead to.

Readers trust what they read: `bank.example` must not lead to `evil.example`, in whatever letters it
is written.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

_NAME = re.compile(
    r"(?:https?://|www\.)[^\s<>]+"
    r"|^[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?::\d+)?(?:/\S*)?$",
    re.IGNORECASE,
)
# Among other words only what can't be a file's name, such as `main.py`, is taken for an address.
_HOST_AMONG_WORDS = re.compile(
    r"(?<![\w.@/-])((?:[\w-]+\.)+(?:[^\W\d_]{2,}(?=/)|(?:com|net|org|gov|edu|mil|info|biz|app"
    r"|online|shop|site|xyz|club|bank|eu|uk|us|de|fr|nl|at|ru|cn|jp|br|ca|au)(?![\w-]|\.\w)))",
    re.IGNORECASE,
)
# What looks like a slash or a colon, and Unicode's compatibility forms (NFKC) leave as it is.
_LOOK_ALIKE = str.maketrans(dict.fromkeys("⁄∕⧸╱", "/") | dict.fromkeys("∶꞉ː", ":"))
ORDER_OVERRIDES = re.compile("[\u202d\u202e]")
"""Behind one of these, letters are shown in an order of their own: an address reads backwards. No
language needs them; what Arabic and Hebrew need are other characters."""

_FULL_STOP = "。"  # browsers take it for a dot; between other letters it ends a sentence


def looks_like_another(visible: str, href: str) -> bool:
    """Whether a text looks like an address, and not like the one that its link leads to."""
    text = as_read(visible)
    if _is_same(text, href):
        return False
    if found := _NAME.search(text):
        last = urlsplit(href).path.rstrip("/").rpartition("/")[2]
        return not (found[0] == text and "/" not in text and text.lower() == last.lower())
    return names_another_host(text, href)


def names_another_host(text: str, href: str) -> bool:
    """Whether a host stands among the words of a text, and it is not the link's, nor above it."""
    host = f".{(urlsplit(href).hostname or '').lower()}"
    named: list[str] = _HOST_AMONG_WORDS.findall(as_read(text))
    return any(not host.endswith(f".{each.lower().removeprefix('www.')}") for each in named)


def is_same_address(visible: str, href: str) -> bool:
    """Whether a text is the address of its link, but for `https://`, `www.` and the last slash."""
    return _is_same(as_read(visible), href)


def as_read(visible: str) -> str:
    """A text with plain letters and marks in place of those that look like them."""
    text = unicodedata.normalize("NFKC", visible).translate(_LOOK_ALIKE)
    ascii_text = text.replace(_FULL_STOP, ".")
    return (ascii_text if ascii_text.isascii() else text).strip()


def _is_same(text: str, href: str) -> bool:
    return _normalized(text) == _normalized(href)


def _normalized(text: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", text.strip().lower()).rstrip("/")
