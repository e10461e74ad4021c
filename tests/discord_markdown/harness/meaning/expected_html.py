"""The HTML that stands in Markdown."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_TAGS = re.compile(
    "a|abbr|article|b|big|br|center|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer"
    "|h[1-6]|header|hr|i|ins|kbd|li|mark|main|nav|ol|p|pre|q|s|samp|section|small|span|strike"
    "|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|var"
)
_ATTRIBUTES = re.compile(
    "align|class|color|dir|href|height|id|lang|name|open|rel|role|size|src|start|style|target"
    "|title|type|width|(?:data|aria)-.*"
)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if not is_known(tag, dict(attrs)) and tag != "img":
            self.words += re.findall(r"\w+", self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((tag, {}))

    def handle_data(self, data: str) -> None:
        self.words += re.findall(r"\w+", re.sub(r"https?://\S+", " ", data))


def tag_of(written: str) -> tuple[str, dict[str, str | None]]:
    """The name of a tag and its attributes."""
    reader = _Reader()
    reader.feed(written)
    return reader.tags[0] if reader.tags else ("", {})


def is_known(name: str, attributes: dict[str, str | None]) -> bool:
    """Whether it is a tag to a browser, rather than a text in angle brackets."""
    return bool(_TAGS.fullmatch(name)) and all(map(_ATTRIBUTES.fullmatch, attributes))


def words_of(html: str) -> tuple[str, ...]:
    """The words of a block of HTML, which may be shown in any form."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.words)
