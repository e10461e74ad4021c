"""Which addresses Discord makes links of, masked and unmasked."""

from __future__ import annotations

import re
import unicodedata

# White space as the client's own engine has it; Python's is another.
SPACE = r"\f\n\r\t\v \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"

Link = tuple[int, str, str | None]
"""Where it ends, the words that are shown, and the address, if it is one."""

_WEB = r"(?:https?|discord)://"
_CONTACT = r"(?:mailto|tel|sms):"
_BARE = re.compile(rf"https?://[^{SPACE}<]+[^<.,:;\"'\]{SPACE}]")
_IN_BRACKETS = re.compile(r"<([^: >]+:/[^ >]+)>")
_CONTACT_IN_BRACKETS = re.compile(r"<((?:mailto:)?[^ >@]+@[^ >]+|tel:[^ >]+|\+\d[^ >]*)>")
# In the text `[…]` in pairs and `]` that another follows; in the address `(…)` in pairs.
_MASKED = re.compile(
    rf"\[((?:\[[^\]]*\]|[^\[\]]|\](?=[^\[]*\]))*)\]\([{SPACE}]*"
    rf"<?((?:\([^)]*\)|[^{SPACE}\\]|\\[^\n])*?)>?"
    rf"(?:[{SPACE}]+['\"]([\s\S]*?)['\"])?[{SPACE}]*\)"
)
_NESTED_TOO_DEEP = 10

_INVISIBLE = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\u2800\u3164\ufeff\uffa0"
)
_ODD_SPACES = re.compile(rf"[{_INVISIBLE}\u2000-\u200a\u202f\u205f\u3000]")
_IN_TEXT = re.compile(r"https?://|discord\.gg/\w|discord(?:app)?\.com/invite/\w", re.IGNORECASE)
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u203c\u2049\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf"
    "\u23e9-\u23f3\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604\u260e"
    "\u2611\u2614\u2615\u2618\u261d\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2640"
    "\u2642\u2648-\u2653\u265f\u2660\u2663\u2665\u2666\u2668\u267b\u267e\u267f\u2692-\u2697\u2699"
    "\u269b\u269c\u26a0\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be\u26c4\u26c5\u26c8\u26ce"
    "\u26cf\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f7-\u26fa\u26fd\u2702\u2705\u2708-\u270d"
    "\u270f\u2712\u2714\u2716\u271d\u2721\u2728\u2733\u2734\u2744\u2747\u274c\u274e\u2753-\u2755"
    "\u2757\u2763\u2764\u2795-\u2797\u27a1\u27b0\u27bf\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50"
    "\u2b55\u3030\u303d\u3297\u3299\u20e3]"
)


def has_emoji(text: str) -> bool:
    """Whether the text has an emoji that Discord draws; ©, ® and ™ are none to it."""
    return _EMOJI.search(text) is not None


def without_odd_spaces(text: str) -> str:
    """A masked link's text without what could hide something in it."""
    return _ODD_SPACES.sub("", text)


def unmasked(text: str, at: int, *, contacts: bool) -> Link | None:
    """The address that begins here, bare or in angle brackets."""
    if found := _BARE.match(text, at):
        href = found[0]
        closing = len(href) - len(href.rstrip(")"))
        if closing > href.count("("):
            href = href[:-1]
        return at + len(href), href, href
    if found := _IN_BRACKETS.match(text, at):
        words = found[1]
        return found.end(), words, words if re.match(_WEB, words, re.IGNORECASE) else None
    if contacts and (found := _CONTACT_IN_BRACKETS.match(text, at)):
        scheme = "" if ":" in found[1] else "mailto:" if "@" in found[1] else "tel:"
        return found.end(), found[1], scheme + found[1]
    return None


def masked(text: str, at: int, *, contacts: bool) -> Link | None:
    """The `[words](address "title")` that begins here.

    Without an address if all of it is shown as it is written. That also depends on what the
    words are read as, which is left to the reader.
    """
    found = _MASKED.match(text, at)
    if not found or "[" * _NESTED_TOO_DEEP in found[1]:
        return None
    words, href = found[1], re.sub(rf"\\([^0-9A-Za-z{SPACE}])", r"\1", found[2])
    return found.end(), words, href if _allowed(words, href, contacts=contacts) else None


def _allowed(words: str, href: str, *, contacts: bool) -> bool:
    if contacts and re.match(_CONTACT, href, re.IGNORECASE):
        reachable = True
    else:
        host = re.match(rf"{_WEB}([^/?#]+)", href, re.IGNORECASE)
        reachable = host is not None and "%" not in host[1]
    plain = without_odd_spaces(words)
    shown = unicodedata.normalize("NFKC", plain)
    return (
        reachable
        and not re.search(f"[{_INVISIBLE}]", href)
        and bool(plain.strip())
        and not _IN_TEXT.search(shown)
    )
