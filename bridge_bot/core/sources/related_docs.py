"""Reads `related_docs`, the references that the Chat API sends with an answer.

The documentation names the field and not its shape. So an entry may be a text, or an object with
any of the names that such APIs use, also in an object inside of it (`{"metadata": {"url": …}}`).
Whatever is of no use is left out; nothing here fails, however large or odd the value is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeGuard
from urllib.parse import quote, urlsplit

from bridge_bot.core.model import Source
from bridge_bot.core.sources.sources import Sources

MOST_ENTRIES = 100
"""No further entries are read; the answer can't cite them either."""

MOST_TITLE_CHARS = 200
MOST_EXCERPT_CHARS = 1000
MOST_ADDRESS_CHARS = 1000
"""A longer address is none: Discord's message has room for 2,000 characters in all."""

_MOST_FIELDS = 100  # so many fields of an object are looked at
_MOST_PAGE_CHARS = 20
_LARGEST_NUMBER = 10**15  # no page or score; Python refuses to write very long ones
_STRING_IS_TEXT_CHARS = 120  # a string that is longer, or has several lines, is no title

_TITLE = ("title", "name", "doctitle", "documenttitle", "pagetitle", "docname", "documentname",
          "heading", "header", "label", "subject")  # fmt: skip
_FILE = ("file", "filename", "filepath", "document", "doc", "source", "path")
_ADDRESS = ("url", "address", "link", "href", "uri", "sourceurl", "docurl", "documenturl",
            "pageurl", "weburl", "permalink", *_FILE)  # fmt: skip
_PAGE = ("page", "pagenumber", "pageno", "pagenum", "pagelabel", "pages")
_SCORE = ("score", "similarity", "relevance", "relevancescore", "rerankscore")
_EXCERPT = ("excerpt", "snippet", "quote", "passage", "chunk", "content", "pagecontent", "text",
            "summary", "description", "body")  # fmt: skip

_NOT_IN_A_NAME = re.compile(r"[\s_.-]")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_NOT_IN_AN_ADDRESS = frozenset(' <>"\\`{}|^')

_Fields = Mapping[str, object]


def sources_in(related_docs: Sequence[object]) -> Sources:
    """The sources that the entries name, each at its place."""
    entries = related_docs
    if len(entries) == 1 and isinstance(entries[0], Mapping) and _source(entries[0]) is None:
        # An object around the list: {"documents": […]}
        lists = [each for each in _values(entries[0]) if isinstance(each, list)]
        entries = lists[0] if lists else entries
    return Sources(tuple(_source(entry) for entry in entries[:MOST_ENTRIES]))


def _source(entry: object) -> Source | None:
    if isinstance(entry, str):
        return _from_text(entry)
    levels = [_fields(each) for each in _objects(entry)]
    files = _texts(levels, _FILE, MOST_TITLE_CHARS)
    source = Source(
        title=next(_texts(levels, _TITLE, MOST_TITLE_CHARS), ""),
        address=next(filter(None, map(_address, _strings(levels, _ADDRESS))), ""),
        file=next((name for name in files if not _WEB.match(name)), ""),
        page=next(_texts(levels, _PAGE, _MOST_PAGE_CHARS), ""),
        score=next(_numbers(levels, _SCORE), None),
        excerpt=next(_texts(levels, _EXCERPT, MOST_EXCERPT_CHARS), ""),
    )
    return source if source.title or source.address or source.file or source.excerpt else None


def _from_text(text: str) -> Source | None:
    if address := _address(text):
        return Source(address=address)
    first_line = text[: 4 * MOST_EXCERPT_CHARS].strip().partition("\n")
    if len(first_line[0]) > _STRING_IS_TEXT_CHARS or first_line[2]:
        excerpt = one_line(text, MOST_EXCERPT_CHARS)
        return Source(title=one_line(first_line[0], _STRING_IS_TEXT_CHARS), excerpt=excerpt)
    title = one_line(text, MOST_TITLE_CHARS)
    return Source(title=title) if title else None


def _objects(entry: object) -> Iterable[Mapping[object, object]]:
    """The object, and then those one level inside of it. A list is an object without fields."""
    values = _values(entry) if isinstance(entry, Mapping) else entry
    if isinstance(entry, Mapping):
        yield entry
    elif isinstance(entry, list):  # such as of a document and its score
        yield dict(enumerate(entry[:_MOST_FIELDS]))
    if isinstance(values, list):
        yield from (each for each in values[:_MOST_FIELDS] if isinstance(each, Mapping))


def _values(entry: Mapping[object, object]) -> list[object]:
    return [value for value, _ in zip(entry.values(), range(_MOST_FIELDS), strict=False)]


def _fields(entry: Mapping[object, object]) -> _Fields:
    """The fields by their names in small letters, without what parts words: `pageContent` and
    `page_content` are both `pagecontent`. A string in a list is a title, a number a score.
    """
    found: dict[str, object] = {}
    for (name, value), _ in zip(entry.items(), range(_MOST_FIELDS), strict=False):
        if isinstance(name, str):
            found.setdefault(_NOT_IN_A_NAME.sub("", name[:40]).lower(), value)
        elif isinstance(value, str):
            found.setdefault("url" if _address(value) else "title", value)
        elif _is_number(value):
            found.setdefault("score", value)
    return found


def _named(levels: Iterable[_Fields], names: Iterable[str]) -> Iterable[object]:
    for fields in levels:
        for name in names:
            value = fields.get(name)
            yield value[0] if isinstance(value, list) and value else value


def _strings(levels: Iterable[_Fields], names: Iterable[str]) -> Iterable[str]:
    return (value for value in _named(levels, names) if isinstance(value, str))


def _texts(levels: Iterable[_Fields], names: Iterable[str], most_chars: int) -> Iterator[str]:
    """The values that show something, each on one line; a number counts as a text."""
    for value in _named(levels, names):
        text = str(value) if _is_number(value) else value
        if isinstance(text, str) and (line := one_line(text, most_chars)):
            yield line


def _numbers(levels: Iterable[_Fields], names: Iterable[str]) -> Iterator[float]:
    for value in _named(levels, names):
        if _is_number(value):
            yield float(value)


def _is_number(value: object) -> TypeGuard[int | float]:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) < _LARGEST_NUMBER  # also no NaN


def one_line(text: str, most_chars: int) -> str:
    """The beginning of a text on one line, without what can't be printed."""
    cut = text.lstrip()[: 4 * most_chars]
    line = " ".join("".join(char if char.isprintable() else " " for char in cut).split())
    return line if len(line) <= most_chars else f"{line[: most_chars - 1].rstrip()}…"


def _address(text: str) -> str:
    """The web address that a text is, or an empty text. One that names a user is none, since it
    may hold a password, and nor is one whose host Discord would not take.
    """
    text = text.strip()
    if len(text) > MOST_ADDRESS_CHARS or not _WEB.match(text):
        return ""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return ""
    if not host or "@" in parts.netloc or "%" in parts.netloc or not all(map(_fits, parts.netloc)):
        return ""
    address = "".join(char if _fits(char) else quote(char, errors="replace") for char in text)
    return address if len(address) <= MOST_ADDRESS_CHARS else ""


def _fits(char: str) -> bool:
    return char.isprintable() and char not in _NOT_IN_AN_ADDRESS
