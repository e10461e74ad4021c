"""A page without links: Discord refuses a whole message for one address in it (240000)."""

from __future__ import annotations

import re
from functools import partial

_CODE = r"(?P<code>```[\s\S]*?(?:```|\Z)|``[\s\S]*?``|`[^`\n]*`)"
_MASKED = (
    r"!?\[(?P<label>(?:[^\[\]\\\n]|\\.|\[[^\[\]\n]*\])*)\]"
    r"\(\s*<?(?P<target>(?:https?|discord)://(?:[^\s()<>]|\([^\s()<>]*\))*)>?"
    r"(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)"
)
_BARE = r"<?(?P<bare>https?://[^\s<>]+)>?"
_CODE_OR_LINK = re.compile(f"{_CODE}|{_MASKED}|{_BARE}", re.IGNORECASE)
_BEHIND = ".,:;!?\"')]}*_~|"  # what stands behind an address and is no part of it
_SCHEME = re.compile(r"^https?://", re.IGNORECASE)


def links_as_code(page: str, limit_chars: int) -> str:
    """The page with each of its addresses as inline code, which Discord makes no link of.

    It fits the limit, as the page does: where it would not, addresses lose their `https://`.
    """
    text = _with_links_as_code(page, shorter=False)
    return (
        text if len(text) <= limit_chars else _with_links_as_code(page, shorter=True)[:limit_chars]
    )


def _with_links_as_code(text: str, *, shorter: bool) -> str:
    return _CODE_OR_LINK.sub(partial(_without_link, shorter=shorter), text)


def _without_link(match: re.Match[str], *, shorter: bool) -> str:
    if match["code"]:
        return match[0]
    if match["bare"]:
        address = match["bare"].rstrip(_BEHIND)
        behind = match["bare"][len(address) :]
        return f"{_as_code(address, shorter=shorter)}{behind}"
    label = _with_links_as_code(match["label"], shorter=shorter)
    return f"{label} {_as_code(match['target'], shorter=shorter)}"


def _as_code(address: str, *, shorter: bool) -> str:
    address = address.replace("`", "%60")
    return f"`{_SCHEME.sub('', address) if shorter else address}`"
