"""Markdown documents as sections, each from one heading to the next, ready to be quoted in a chat.

A section is a list of pieces that are quoted whole where possible: a paragraph, a code block, one
item of a list, one row of a table. Chats show no tables, so their rows become list items.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARKDOWN = MarkdownIt("commonmark").enable("table")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---(\n|\Z)", re.DOTALL)
_RELATIVE_LINK = r"!?\[([^\[\]]*)\]\((?!\w+:)[^()\s]*\)"
_CODE_OR_RELATIVE_LINK = re.compile(rf"(?s)(```.*?(?:```|\Z)|`[^`\n]*`)|{_RELATIVE_LINK}")
_ONLY_A_RELATIVE_LINK = re.compile(rf"\s*(?:[*+-]|\d+[.)])\s+{_RELATIVE_LINK}\s*")
_LIST_OF_CHANGES = re.compile(r"(?i)change(s|log)|history|news|license")
_DIAGRAM_LANGUAGES = {"mermaid", "plantuml", "dot", "graphviz"}
_PIECE_LEVELS = {
    **dict.fromkeys(("paragraph_open", "fence", "code_block", "blockquote_open", "html_block"), 0),
    "list_item_open": 1,
    "tr_open": 2,
}
"""The tokens of markdown-it with which a piece begins, by how deep they stand."""


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading; `path` are the headings that lead to it, its own the last."""

    document: str
    path: tuple[str, ...]
    pieces: tuple[str, ...]
    """Markdown. A piece begins with a line end where a blank line stands before it."""

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


def join(pieces: Sequence[str]) -> str:
    """The Markdown of several pieces."""
    return "\n".join(pieces).strip("\n")


def sections(document: str, source: str) -> Iterator[Section]:
    """The sections of a document that say something, in order."""
    source = _FRONT_MATTER.sub("", re.sub(r"\r\n?", "\n", source))
    lines, tokens = source.split("\n"), _MARKDOWN.parse(source)
    path: dict[int, str] = {}
    pieces: list[str] = []
    before = "\n"
    for number, token in enumerate(tokens):
        if token.level == 0:
            before = "\n"
        if token.type == "heading_open" and token.level == 0:
            if pieces:
                yield Section(document, tuple(path.values()), tuple(pieces))
            pieces, level = [], int(token.tag[1])
            path = {above: title for above, title in path.items() if above < level}
            texts = (child.content for child in tokens[number + 1].children or ())
            path[level] = "".join(texts).strip()
        elif piece := _piece(tokens, number, lines):
            pieces.append(before + piece)
            before = ""  # as between the items of a list
    if pieces:
        yield Section(document, tuple(path.values()), tuple(pieces))


def with_fences_closed(markdown: str) -> str:
    """The Markdown and, where it ends within a code block, the fence that closes that."""
    for token in reversed(_MARKDOWN.parse(f"{markdown}\n")):
        if token.type == "fence" and token.map:
            first, end = token.map
            if end - first == token.content.count("\n") + 1:  # with a line for one fence only
                indent = " " * markdown.split("\n")[first].index(token.markup)
                return f"{markdown}\n{indent}{token.markup}"
            break
    return markdown


def _piece(tokens: Sequence[Token], number: int, lines: Sequence[str]) -> str:
    """The Markdown of the piece that begins at that token.

    Empty if none begins there, or one that nobody can use in a chat.
    """
    token = tokens[number]
    if _PIECE_LEVELS.get(token.type) != token.level:
        return ""
    source = "\n".join(lines[slice(*(token.map or (0, 0)))]).rstrip()
    match token.type:
        case "tr_open":
            following = (tokens[at] for at in range(number, len(tokens)))
            row = itertools.takewhile(lambda each: each.type != "tr_close", following)
            cells = (each.content for each in row if each.type == "inline")
            text = " · ".join(_without_relative_links(cell) or "–" for cell in cells)
            return f"*{text}*" if tokens[number - 1].type == "thead_open" else f"* {text}"
        case "list_item_open":
            useless = _ONLY_A_RELATIVE_LINK.fullmatch(source) is not None
        case "html_block":
            useless = source.lstrip().startswith("<!--")
        case _:
            useless = token.info.partition(" ")[0] in _DIAGRAM_LANGUAGES
    return "" if useless else with_fences_closed(_without_relative_links(source))


def _without_relative_links(markdown: str) -> str:
    """Links that lead nowhere from a chat become their text, except inside of code."""
    return _CODE_OR_RELATIVE_LINK.sub(lambda found: found[1] or found[2], markdown)
