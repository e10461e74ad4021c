"""What a reader sees, in one form, whether Discord shows it or a source means it.

The text is kept without white space, in which two renderings may differ, and without invisible
characters. All else is a span of it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.discord_markdown.harness.reader.discord_reader import read
from tests.discord_markdown.harness.reader.rules import USUAL, Node, Reading

STYLES = ("strong", "em", "underline", "strike", "spoiler")


def compact(text: str) -> str:
    """A text without white space and invisible characters."""
    return "".join(each for each in text if not each.isspace() and not _is_invisible(each))


def _is_invisible(character: str) -> bool:
    return character > "\x7f" and unicodedata.category(character) == "Cf"


@dataclass(frozen=True)
class Span:
    """`value` is the code, the address, the item's marker, or else the text in words."""

    kind: str
    start: int
    end: int
    value: str = ""
    depth: int = 0
    page: int = 0


@dataclass
class Content:
    """A text with its spans, those that end first before the others."""

    text: str = ""
    words: str = ""
    prose: str = ""
    """The text outside of code, with its white space."""
    spans: list[Span] = field(default_factory=list)
    drawn: list[int] = field(default_factory=list)
    """How many things each page draws."""
    pages: list[int] = field(default_factory=list)
    """Where in the text each page begins."""

    def add(self, text: str, *, code: bool = False) -> None:
        """More text."""
        self.text += compact(text)
        self.words += text
        self.prose += " " if code else text

    @contextmanager
    def within(self, kind: str, **more: Any) -> Iterator[None]:
        """A span around what is added meanwhile; an item that gets nothing is none."""
        start, first_word = len(self.text), len(self.words)
        yield
        words = " ".join(self.words[first_word:].split())
        if len(self.text) > start or kind != "item":
            more.setdefault("value", words)
            self.spans.append(Span(kind, start, len(self.text), **more))

    def of(self, *kinds: str) -> list[Span]:
        """The spans of these kinds."""
        return [span for span in self.spans if span.kind in kinds]

    def has(self, *kinds: str) -> list[bool]:
        """For each character whether a span of these kinds is around it."""
        found = [False] * len(self.text)
        for span in self.of(*kinds):
            found[span.start : span.end] = [True] * (span.end - span.start)
        return found


def seen(pages: Sequence[str], reading: Reading = USUAL) -> Content:
    """What Discord shows of the messages together."""
    content = Content()
    for number, page in enumerate(pages):
        nodes = read(page, reading)
        content.drawn.append(drawn(nodes))
        content.pages.append(len(content.text))
        _add(content, nodes, 0, number)
        content.add("\n")
    return content


def drawn(nodes: list[Node]) -> int:
    """How many things a client has to draw: all but texts and items."""
    return sum(
        (node["t"] != "text") + drawn(node.get("c", [])) + sum(map(drawn, node.get("items", [])))
        for node in nodes
    )


def _add(content: Content, nodes: list[Node], depth: int, page: int) -> None:
    for node in nodes:
        match node:
            case {"t": "text", "v": words}:
                content.add(words)
            case {"t": "code" | "codeblock" as kind, "v": words}:
                with content.within(kind, value=words, page=page):
                    content.add(words, code=True)
            case {"t": "mention", "kind": kind}:
                content.add(mention(kind, node.get("id", "")))
            case {"t": "link", "href": href}:
                with content.within("link", value=href):
                    if "c" in node:
                        _add(content, node["c"], depth, page)
                    else:
                        content.add(href)
            case {"t": "list", "items": items}:
                for number, item in enumerate(items, node.get("start", 0)):
                    marker = f"{number}." if node["ordered"] else "-"
                    content.add("\n")
                    with content.within("item", value=marker, depth=depth + 1, page=page):
                        _add(content, item, depth + 1, page)
                content.add("\n")
            case {"t": kind, "c": inner}:
                block = kind in {"quote", "heading", "subtext"}
                content.add("\n" * block)
                with content.within(kind):
                    _add(content, inner, depth, page)
                content.add("\n" * block)


def mention(kind: str, number: str) -> str:
    """How a mention stands in the text of a content."""
    return f"@{kind}" if kind in {"everyone", "here"} else f"<{kind}:{number}>"
