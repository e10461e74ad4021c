"""Markdown documents as sections of small pieces, ready to be quoted in a chat.

A section goes from one heading to the next. A piece is what is quoted whole or not at all: a
paragraph, a code block, one item of a list, one row of a table. Chats show no tables, so their
rows become list items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---(\n|\Z)", re.DOTALL)
_RELATIVE_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?!\w+:)[^()\s]*\)")
_SIGNPOST = re.compile(r"\s*(?:[*+-]|\d+[.)])\s+\[[^\[\]]*\]\((?!\w+:)[^()\s]*\)\s*")
"""An item of a list that is nothing but a link which leads nowhere in a chat."""
_DIAGRAMS = (["mermaid"], ["plantuml"], ["dot"], ["graphviz"])
"""What is drawn from their source, which nobody likes to read."""
_CODE = re.compile(r"(?s)((?:^|(?<=\n))[ \t]*```.*?(?:\n[ \t]*```|\Z)|`[^`\n]*`)")
# Also within a list; after backticks that open a block, the line holds no other.
_FENCE = re.compile(r"(\s*(?:(?:[*+-]|\d+[.)])\s+)*)(`{3,}(?!.*`)|~{3,})")


@dataclass(frozen=True, slots=True)
class DocumentPiece:
    """Some Markdown, and what stands between it and the piece before it."""

    text: str
    glue: str = "\n\n"


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading; `path` are the headings that lead to it, its own the last."""

    document: str
    path: tuple[str, ...]
    pieces: tuple[DocumentPiece, ...]

    @property
    def title(self) -> str:
        """Where it stands, for a reader: the document and the headings below the document's."""
        return " › ".join((self.document, *(self.path[1:] or self.path)))

    @property
    def text(self) -> str:
        """All of it, without the heading."""
        return join(self.pieces)


def join(pieces: Sequence[DocumentPiece]) -> str:
    """The Markdown of several pieces."""
    return "".join(piece.glue * (number > 0) + piece.text for number, piece in enumerate(pieces))


def sections(document: str, source: str) -> Iterator[Section]:
    """The sections of a document that say something, in order."""
    source = _FRONT_MATTER.sub("", re.sub(r"\r\n?", "\n", source))
    lines = source.split("\n")
    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    path: dict[int, str] = {}
    pieces: list[DocumentPiece] = []
    for number, token in enumerate(tokens):
        if token.level or token.map is None:
            continue
        if token.type != "heading_open":
            pieces += (piece for piece in _pieces(tokens, number, lines) if piece.text.strip())
            continue
        if pieces:
            yield Section(document, tuple(path.values()), tuple(pieces))
        level = int(token.tag[1])
        path = {above: title for above, title in path.items() if above < level}
        path[level] = _plain(tokens[number + 1])
        pieces = []
    if pieces:
        yield Section(document, tuple(path.values()), tuple(pieces))


def with_fences_closed(text: str) -> str:
    """The text, and where it ends within a code block, what closes that."""
    indent = opened = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if opened and line.strip().startswith(opened) and not line.strip().strip(opened[0]):
            opened = ""
        elif mark and not opened:
            indent, opened = " " * len(mark[1]), mark[2]
    return f"{text}\n{indent}{opened}" if opened else text


def _pieces(tokens: Sequence[Token], number: int, lines: Sequence[str]) -> Iterator[DocumentPiece]:
    """What one block of the document, which begins at that token, has to say."""
    token = tokens[number]
    match token.type:
        case "table_open":
            yield from _rows(tokens, number)
        case "bullet_list_open" | "ordered_list_open":
            items = _inside(tokens, number, "list_item_open")
            said = [item for item in items if not _SIGNPOST.fullmatch(_raw(item, lines))]
            for place, item in enumerate(said):
                yield DocumentPiece(_source(item, lines), "\n" if place else "\n\n")
        case "html_block" if token.content.lstrip().startswith("<!--"):
            return
        case "hr":
            return
        case "fence" if token.info.split(maxsplit=1)[:1] in _DIAGRAMS:
            return
        case _:
            yield DocumentPiece(_source(token, lines))


def _rows(tokens: Sequence[Token], number: int) -> Iterator[DocumentPiece]:
    """The rows of a table: the names of its columns, then an item for each."""
    row: list[str] = []
    first = True
    for token in _block(tokens, number):
        if token.type == "inline":
            row.append(_without_relative_links(token.content) or "–")
        elif token.type == "tr_close":
            cells = " · ".join(row)
            yield DocumentPiece(f"*{cells}*" if first else f"* {cells}", "\n\n" if first else "\n")
            row, first = [], False


def _inside(tokens: Sequence[Token], number: int, kind: str) -> list[Token]:
    """The tokens of a kind directly inside the block that begins at a token."""
    return [each for each in _block(tokens, number) if each.type == kind and each.level == 1]


def _block(tokens: Sequence[Token], number: int) -> Iterator[Token]:
    """The tokens of the block that begins at a token on the document's own level."""
    for token in tokens[number + 1 :]:
        if token.level == 0:
            return
        yield token


def _source(token: Token, lines: Sequence[str]) -> str:
    return with_fences_closed(_without_relative_links(_raw(token, lines)))


def _raw(token: Token, lines: Sequence[str]) -> str:
    first, last = token.map or (0, 0)
    return "\n".join(lines[first:last]).rstrip()


def _without_relative_links(markdown: str) -> str:
    """Links that lead nowhere from a chat become their text, except inside of code."""
    parts = _CODE.split(markdown)  # what is code stands at the odd places
    parts[::2] = [_RELATIVE_LINK.sub(r"\1", part) for part in parts[::2]]
    return "".join(parts)


def _plain(heading: Token) -> str:
    """The text of a heading without its Markdown."""
    return "".join(child.content for child in heading.children or () if child.content).strip()
