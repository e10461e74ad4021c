"""The little HTML that chatbots write, as Discord's Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from markdown_it.token import Token

_MARKS = {
    "b": "**", "strong": "**", "summary": "**", "i": "*", "em": "*", "u": "__", "ins": "__",
    "s": "~~", "del": "~~", "strike": "~~", "code": "`", "kbd": "`", "samp": "`", "tt": "`",
}  # fmt: skip
_DROPPED = frozenset(
    ("details", "p", "div", "span", "center", "small", "big", "font", "section", "article", "sub")
)
# Attributes with values only, but for those that are words alone: `<b and c>` is no tag.
_TAG = re.compile(
    r"""</?([a-zA-Z][a-zA-Z0-9]*)(?:\s+(?:[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'=]+)|open|hidden))*\s*/?>\Z"""
)
_ATTRIBUTE = r"""\b{}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))"""


_Opened = tuple[str, int, tuple[int, ...]]  # a tag's name, its token, and what is around it


class Tag(NamedTuple):
    """What is known of a tag: the mark of those that come in pairs, and what others show."""

    name: str
    mark: str = ""
    text: str = ""


def meaning(source: str, longest_comment: int) -> Tag | None:
    """What a tag or comment means; nothing if it is none that is known, as `<your-name>`."""
    if source.startswith("<!--"):
        return Tag("") if len(source) <= longest_comment else None
    found = _TAG.match(source)
    if not found:
        return None
    name = found[1].lower()
    if name in _MARKS:
        return Tag(name, _MARKS[name])
    if name == "sup":
        return Tag(name, text="" if source.startswith("</") else "^")
    if name == "img":
        address = attribute(source, "src")
        return Tag(name) if re.fullmatch(r"https?://\S+", address, re.IGNORECASE) else None
    return Tag(name) if name in ("a", "br") or name in _DROPPED else None


def attribute(tag: str, name: str) -> str:
    """The value of a tag's attribute, if it has it."""
    match = re.search(_ATTRIBUTE.format(name), tag, re.IGNORECASE)
    return next((value for value in match.groups() if value), "") if match else ""


def pairs(tokens: Sequence[Token], content: str) -> dict[int, bool]:
    """Which tags belong to a pair, by their tokens, and whether they close it.

    Both stand in the same styles and links. Other tags show nothing.
    """
    found: dict[int, bool] = {}
    opened: list[_Opened] = []
    around: tuple[int, ...] = ()
    for index, token in enumerate(tokens):
        if token.nesting > 0:
            around = (*around, index)
        elif token.nesting < 0:
            around = around[:-1]
        elif token.type == "html_inline":
            start, end = token.meta["span"]
            known = meaning(content[start:end], 0)
            if not known or not (known.mark or known.name == "a"):
                continue
            if content[start + 1] != "/":
                opened.append((known.name, index, around))
            elif (first := _opening(opened, known.name, around)) >= 0 and _is_whole(
                content[tokens[first].meta["span"][1] : start], known.mark
            ):
                found |= {first: False, index: True}
    return found


def _opening(opened: list[_Opened], name: str, around: tuple[int, ...]) -> int:
    """The token of the tag that this one closes; those opened since then belong to none."""
    if not any(each[0] == name and each[2] == around for each in opened):
        return -1
    while True:
        its_name, index, its_around = opened.pop()
        if its_name == name and its_around == around:
            return index


def _is_whole(body: str, mark: str) -> bool:
    return bool(body.strip()) and (not mark or body == body.strip())
