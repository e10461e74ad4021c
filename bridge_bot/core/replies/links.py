"""A page without live links: Discord refuses a whole message for one address in it (240000)."""

from __future__ import annotations

import re

_CODE = r"(?P<code>```[\s\S]*?(?:```|\Z)|``[\s\S]*?``|`[^`\n]*`)"
_MASKED = (
    r"!?\[(?P<label>(?:[^\[\]\\\n]|\\.|\[[^\[\]\n]*\])*)\]"
    r"\(\s*<?(?P<target>(?:https?|discord)://(?:[^\s()<>]|\([^\s()<>]*\))*)>?"
    r"(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"
)
_BARE = r"<?(?P<bare>https?://[^\s<>]+)>?"
_PLACES = re.compile(f"{_CODE}|{_MASKED}|{_BARE}", re.IGNORECASE)
_BEHIND = ".,:;!?\"')]}*_~|"  # what stands behind an address and is no part of it
_SCHEME = re.compile(r"^https?://", re.IGNORECASE)


def links_as_code(page: str, limit_chars: int) -> str:
    """The page with each of its addresses as inline code, where no link is alive.

    It fits the limit, as the page does: where it would not, addresses lose their `https://`.
    """
    text = _PLACES.sub(_dead, page)
    return text if len(text) <= limit_chars else _PLACES.sub(_shorter, page)[:limit_chars]


def _dead(place: re.Match[str]) -> str:
    return _without_link(place, shorter=False)


def _shorter(place: re.Match[str]) -> str:
    return _without_link(place, shorter=True)


def _without_link(place: re.Match[str], *, shorter: bool) -> str:
    if place["code"]:
        return place[0]
    if place["bare"]:
        address = place["bare"].rstrip(_BEHIND)
        behind = place["bare"][len(address) :]
        return f"{_as_code(address, shorter=shorter)}{behind}"
    label = _PLACES.sub(_shorter if shorter else _dead, place["label"])
    return f"{label} {_as_code(place['target'], shorter=shorter)}"


def _as_code(address: str, *, shorter: bool) -> str:
    address = address.replace("`", "%60")
    return f"`{_SCHEME.sub('', address) if shorter else address}`"
