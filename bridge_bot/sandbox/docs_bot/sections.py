"""Markdown documents as sections, each from one heading to the next, ready to be quoted in a chat.

A section is a list of pieces that are quoted whole where possible: a paragraph, a code block, one
item of a list, one row of a table. Chats show no tables, so their rows become list items.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

_BLOCKS = MarkdownIt("commonmark").enable("table").disable("inline")
_TO_A_FILE = r"\]\((?!\w+:)[^()\s]*\)"  # the end of a link that leads nowhere from a chat
# Front matter, or a list item that is nothing but such a link. Then what is kept: code (group 1),
# and the text of such a link (group 2).
_USELESS_IN_A_CHAT = re.compile(
    rf"(?ms)\A---\n.*?\n---$|^ *(?:[*+-]|\d+[.)]) +!?\[[^\[\]]*{_TO_A_FILE} *$"
    rf"|(```.*?(?:```|\Z)|`[^`\n]*`)|!?\[([^\[\]]*){_TO_A_FILE}"
)
_COMMENT_OR_DIAGRAM = ("<!--", "```mermaid", "```plantuml", "```dot\n", "```graphviz")
_LIST_OF_CHANGES = re.compile(r"(?i)(.*/)?(change(s|log)|history|news|license)[^/]*")


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading; `path` are the headings that lead to it, its own the last."""

    document: str
    path: tuple[str, ...]
    pieces: Sequence[str]
    """Markdown, each with the line ends before it."""

    @property
    def title(self) -> str:
        """Where it stands, for a reader: the document and the headings below the document's."""
        return " › ".join((self.document, *(self.path[1:] or self.path)))

    @property
    def text(self) -> str:
        """All of it, without the heading."""
        return "".join(self.pieces).strip("\n")

    @property
    def is_list_of_changes(self) -> bool:
        """Whether it names everything and explains nothing, by the document's name."""
        return _LIST_OF_CHANGES.fullmatch(self.document) is not None

    def quote(self, words: Collection[str], limit_chars: int) -> str:
        """At most about so many characters, whole pieces where possible, as valid Markdown.

        A longer section is quoted around the first of the pieces that hold most of `words`.
        """
        # Without their last letters, so that "channels" is found in "channel" as the search does.
        stems = [word if len(word) < 6 else word[:-2] for word in words]
        held = [sum(stem in piece.casefold() for stem in stems) for piece in self.pieces]
        best = held.index(max(held))
        text, ends = "".join(self.pieces), list(accumulate(map(len, self.pieces), initial=0))
        # From the beginning, which explains the rest, or else from that piece.
        start = 0 if ends[best + 1] <= limit_chars else ends[best]
        limit = start + limit_chars
        stops = [end for end in ends if start < end <= limit]
        if not stops:  # whole lines, else words; a cut that gives up half of it helps nobody
            stops = [text.rfind(char, limit - limit_chars // 2, limit) for char in " \n"]
        end = next((stop for stop in reversed(stops) if stop > 0), limit)
        start = min(start, *(before for before in ends if end - before <= limit_chars))
        quoted = text[start:end].strip("\n")
        last = _BLOCKS.parse(f"{quoted}\n\n…")[-1]
        if last.type == "fence":  # it is open: it took the paragraph in
            quoted += f"\n{last.markup}"
        return "…\n\n" * (start > 0) + quoted + "\n\n…" * (end < len(text))


def sections(document: str, source: str) -> list[Section]:
    """The sections of a document that say something, in order."""
    source = _USELESS_IN_A_CHAT.sub(lambda found: found[1] or found[2] or "", source)
    lines = re.split(r"\r\n?|\n", source)
    path: dict[int, str] = {}
    pieces: list[str] = []
    found = [Section(document, (), pieces)]
    for block in SyntaxTreeNode(_BLOCKS.parse(source)).children:
        if block.type == "heading":
            level = int(block.tag[1])
            path = {above: title for above, title in path.items() if above < level}
            path[level] = " ".join(re.sub(r"[*`\\]", "", block.children[0].content).split())
            pieces = []
            found.append(Section(document, tuple(path.values()), pieces))
        elif block.type != "hr":
            pieces += _pieces(block, lines)
    return [section for section in found if section.pieces]


def _pieces(block: SyntaxTreeNode, lines: Sequence[str]) -> list[str]:
    if block.type == "table":
        rows = (row.children for part in block.children for row in part.children)
        texts = (" · ".join(cell.children[0].content or "–" for cell in row) for row in rows)
        pieces = [f"*{next(texts)}*", *(f"* {text}" for text in texts)]
    else:
        parts = block.children if block.type.endswith("_list") else [block]
        sources = ("\n".join(lines[slice(*(part.map or (0, 0)))]).rstrip() for part in parts)
        pieces = [each for each in sources if each and not each.startswith(_COMMENT_OR_DIAGRAM)]
    return [f"\n{piece}" if number else f"\n\n{piece}" for number, piece in enumerate(pieces)]
