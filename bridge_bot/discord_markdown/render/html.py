"""The little HTML that chatbots write, as Discord's Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markdown_it.token import Token

_DELIMITERS = {
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
    """A known tag, with the delimiter for one of a pair (`**` for `<b>`), or with a text."""

    name: str
    delimiter: str = ""
    text: str = ""


def known_tag(source: str, longest_comment: int) -> Tag | None:
    """Return what is known of a tag or comment, or None: `<your-name>` is text."""
    if source.startswith("<!--"):
        return Tag("") if len(source) <= longest_comment else None
    found = _TAG.match(source)
    if not found:
        return None
    name = found[1].lower()
    if name in _DELIMITERS:
        return Tag(name, _DELIMITERS[name])
    if name == "sup":
        return Tag(name, text="" if source.startswith("</") else "^")
    if name == "img":
        address = attribute(source, "src")
        return Tag(name) if re.fullmatch(r"https?://\S+", address, re.IGNORECASE) else None
    return Tag(name) if name in ("a", "br") or name in _DROPPED else None


def open_code_at(
    tokens: Sequence[Token], content: str, paired: Mapping[int, bool], max_chars: int
) -> int:
    """Return where the first tag of code begins that may still be closed, in the last `max_chars`
    characters; the length of the text if there is none.
    """
    for index, token in enumerate(tokens):
        if token.type == "html_inline" and index not in paired:
            start, end = token.meta["span"]
            known = known_tag(content[start:end], 0)
            is_code = known is not None and known.delimiter == "`" and content[start + 1] != "/"
            if is_code and len(content) - start <= max_chars:
                return int(start)
    return len(content)


def attribute(tag: str, name: str) -> str:
    """Return the value of a tag's attribute, or an empty text without it."""
    match = re.search(_ATTRIBUTE.format(name), tag, re.IGNORECASE)
    return next((value for value in match.groups() if value), "") if match else ""


def paired_tags(tokens: Sequence[Token], content: str) -> dict[int, bool]:
    """Return the tags that belong to a pair, by the index of their tokens: whether each closes it.

    Both tags of a pair stand in the same styles and links. Other tags show nothing.
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
            known = known_tag(content[start:end], 0)
            if not known or not (known.delimiter or known.name == "a"):
                continue
            if content[start + 1] != "/":
                opened.append((known.name, index, around))
            elif (first := _opening(opened, known.name, around)) >= 0 and _encloses_text(
                content[tokens[first].meta["span"][1] : start], known.delimiter
            ):
                found |= {first: False, index: True}
    return found


def _opening(opened: list[_Opened], name: str, around: tuple[int, ...]) -> int:
    """Return the token of the tag that this one closes, or -1. Those in between have no partner."""
    if not any(each[0] == name and each[2] == around for each in opened):
        return -1
    while True:
        its_name, index, its_around = opened.pop()
        if its_name == name and its_around == around:
            return index


def _encloses_text(body: str, delimiter: str) -> bool:
    return bool(body.strip()) and (not delimiter or body == body.strip())
