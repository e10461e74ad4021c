"""Markdown documents as sections of small pieces, ready to be quoted in a chat.

A section goes from one heading to the next. A piece is what is quoted whole or not at all: a
paragraph, a code block, one item of a list, one row of a table. Chats show no tables, so their
rows become list items.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from markdown_it import MarkdownIt
from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---(\n|\Z)", re.DOTALL)
_RELATIVE_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?!\w+:)[^()\s]*\)")
_CODE = re.compile(r"(?s)((?:^|(?<=\n))[ \t]*```.*?(?:\n[ \t]*```|\Z)|`[^`\n]*`)")
# Also within a list; after backticks that open a block, the line holds no other.
_FENCE = re.compile(r"(\s*(?:(?:[*+-]|\d+[.)])\s+)*)(`{3,}(?!.*`)|~{3,})")
_ONLY_A_LINK = re.compile(rf"\s*(?:[*+-]|\d+[.)])\s+{_RELATIVE_LINK.pattern}\s*")
_DIAGRAM_LANGUAGES = {"mermaid", "plantuml", "dot", "graphviz"}
_LIST_OF_CHANGES = re.compile(r"(?i)change(s|log)|history|news|license")


@dataclass(frozen=True, slots=True)
class DocumentPiece:
    """Some Markdown, and the line ends between it and the piece before it."""

    text: str
    separator: str = "\n\n"


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

    @property
    def is_list_of_changes(self) -> bool:
        """Whether it is from a changelog, a license or the like, by the document's name."""
        return _LIST_OF_CHANGES.match(PurePath(self.document).stem) is not None


def join(pieces: Sequence[DocumentPiece]) -> str:
    """The Markdown of several pieces."""
    return "".join(each.separator * (at > 0) + each.text for at, each in enumerate(pieces))


def sections(document: str, source: str) -> Iterator[Section]:
    """The sections of a document that say something, in order."""
    source = _FRONT_MATTER.sub("", re.sub(r"\r\n?", "\n", source))
    lines = source.split("\n")
    tokens = MarkdownIt("commonmark").enable("table").parse(source)
    path: dict[int, str] = {}
    pieces: list[DocumentPiece] = []
    separator = "\n\n"
    for number, token in enumerate(tokens):
        if token.level == 0:
            separator = "\n\n"
        if token.type == "heading_open" and token.level == 0:
            if pieces:
                yield Section(document, tuple(path.values()), tuple(pieces))
            pieces, level = [], int(token.tag[1])
            path = {above: title for above, title in path.items() if above < level}
            texts = (child.content for child in tokens[number + 1].children or ())
            path[level] = "".join(texts).strip()
        elif (text := _piece(tokens, number, lines)).strip():
            pieces.append(DocumentPiece(text, separator))
            separator = "\n"  # as between the items of a list
    if pieces:
        yield Section(document, tuple(path.values()), tuple(pieces))


def with_fences_closed(text: str) -> str:
    """The text, and where it ends within a code block, what closes that."""
    indent = opened = ""
    for line in text.split("\n"):
        fence = _FENCE.match(line)
        if opened and line.strip().startswith(opened) and not line.strip().strip(opened[0]):
            opened = ""
        elif fence and not opened:
            indent, opened = " " * len(fence[1]), fence[2]
    return f"{text}\n{indent}{opened}" if opened else text


def _piece(tokens: Sequence[Token], number: int, lines: Sequence[str]) -> str:
    """The Markdown of the piece that begins at that token; empty if none does."""
    token = tokens[number]
    source = "\n".join(lines[slice(*token.map)]).rstrip() if token.map else ""
    match token.type, token.level:
        case "tr_open", 2:
            row = itertools.takewhile(lambda each: each.type != "tr_close", tokens[number:])
            texts = [_without_relative_links(each.content) for each in row if each.type == "inline"]
            cells = " · ".join(text or "–" for text in texts)
            return f"*{cells}*" if tokens[number - 1].type == "thead_open" else f"* {cells}"
        case "list_item_open", 1:
            shown = _ONLY_A_LINK.fullmatch(source) is None  # which leads nowhere in a chat
        case (("table_open" | "bullet_list_open" | "ordered_list_open" | "hr"), 0):
            shown = False
        case "html_block", 0:
            shown = not source.lstrip().startswith("<!--")
        case "fence", 0:
            shown = not _DIAGRAM_LANGUAGES.intersection(token.info.split(maxsplit=1)[:1])
        case _, level:
            shown = level == 0
    return with_fences_closed(_without_relative_links(source)) if shown else ""


def _without_relative_links(markdown: str) -> str:
    """Links that lead nowhere from a chat become their text, except inside of code."""
    parts = _CODE.split(markdown)  # what is code stands at the odd places
    parts[::2] = [_RELATIVE_LINK.sub(r"\1", part) for part in parts[::2]]
    return "".join(parts)
