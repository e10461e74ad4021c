"""Which blocks begin on a line of Markdown, by CommonMark's rules."""

from __future__ import annotations

import re
from typing import Any

from markdown_it.common.utils import normalizeReference

from bridge_bot.discord_markdown.citations import Citations
from bridge_bot.discord_markdown.parse.blocks import (
    BlockQuote,
    LeafBlock,
    LeafKind,
    LeafLine,
    ListBlock,
    ListItem,
)
from bridge_bot.discord_markdown.parse.info_string import code_start
from bridge_bot.discord_markdown.parse.open_blocks import OpenBlocks, ParserSnapshot
from bridge_bot.discord_markdown.parse.source_line import SourceLine
from bridge_bot.discord_markdown.parse.tables import is_delimiter_row

MATH_ENDS = {"$$": "$$", "\\[": "\\]"}

_MAX_DEPTH = 16
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|\Z)")
_HEADING_END = re.compile(r"(?:^|[ \t]+)#*[ \t]*\Z")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*\Z")
_FENCE = re.compile(r"(`{3,})([^`]*)\Z|(~{3,})(.*)\Z", re.DOTALL)
_FENCE_BEHIND_TEXT = re.compile(r"[^`]*([^`\s])[ \t]*```([\w+#.-]*)[ \t]*\Z")
_MARKER = re.compile(r"(?:([-+*])|(\d{1,9})([.)]))(?=[ \t]|\Z)")
_DEFINITION = re.compile(
    r"\[((?:[^\[\]\\]|\\.)+)\]:[ \t]*(?:<([^<>]*)>|(\S+))"
    r"(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*\Z"
)


class BlockStarts(OpenBlocks):
    """Reads the rest of a line once it is known which open containers it continues.

    `references` has the link reference definitions (`[label]: address`) by their labels, in the
    form that markdown-it wants. The `citations` are told which footnotes the text defines.
    """

    def __init__(self, citations: Citations) -> None:
        super().__init__()
        self.citations = citations
        self.references: dict[str, Any] = {}
        self._before_line: ParserSnapshot | None = None
        # Of the tentative block that is open: the state before it, and its lines.
        self._before_tentative: ParserSnapshot | None = None
        self._tentative_lines: list[SourceLine] = []

    def _start_blocks(self, source: SourceLine) -> None:
        """Open the containers that begin on a line, and read what is in them."""
        while True:
            begin, inside = source.next_nonspace, self._is_inside(source)
            paragraph = self._leaf if self._leaf and self._leaf.kind is LeafKind.PARAGRAPH else None
            if begin - source.offset >= 4:
                if paragraph:
                    self._add_text(source)
                else:
                    self._add_indented_code(source)
                return
            if source.text[begin] == ">" and source.depth < _MAX_DEPTH:
                self._open_container(
                    source,
                    BlockQuote(),
                    begin + 1 + source.text.startswith(" ", begin + 1),
                )
            elif found := self._list_marker(source, begin, interrupts=bool(paragraph and inside)):
                self._start_item(source, found)
            else:
                break
            if source.is_blank:
                self._blank = False
                return
        if not (
            self._start_one_line_block(source, begin) or self._start_tentative_block(source, begin)
        ):
            self._add_text(source)

    def _list_marker(
        self, source: SourceLine, begin: int, *, interrupts: bool
    ) -> re.Match[str] | None:
        """Return the list marker at an index, or nothing.

        What `interrupts` a paragraph has to be a bullet or 1, with text behind it.
        """
        found = _MARKER.match(source.text, begin)
        if (
            not found
            or source.depth >= _MAX_DEPTH
            or (found[1] and _RULE.match(source.text, begin))
        ):
            return None
        if interrupts and (
            not source.text[found.end() :].strip() or (found[2] and int(found[2]) != 1)
        ):
            return None
        return found

    def _start_item(self, source: SourceLine, found: re.Match[str]) -> None:
        """Open the item of a list marker, in the list of the item before it if it fits."""
        marker = found[1] or found[3]
        sibling = self._stack[source.depth] if source.depth < len(self._stack) else None
        if isinstance(sibling, ListItem) and sibling.list.marker == marker:
            parent, number = sibling.list, sibling.number + 1
        else:
            parent, number = ListBlock(marker, ordered=not found[1]), int(found[2] or 0)
        rest = source.text[found.end() :]
        spaces = len(rest) - len(rest.lstrip(" "))
        if spaces > 4 or spaces == len(rest):
            spaces = 1
        end = found.end() + spaces
        self._open_container(
            source, ListItem(parent, number, end - source.offset), min(end, len(source.text))
        )

    def _add_indented_code(self, source: SourceLine) -> None:
        """Add a line of indented code, and open its block if need be."""
        leaf = self._leaf
        if not leaf or leaf.kind is not LeafKind.INDENTED or not self._is_inside(source):
            leaf = self._open_leaf(source, LeafKind.INDENTED)
        self._blank = False
        leaf.lines.append(source.code(source.offset + 4))
        leaf.complete = source.complete

    def _start_one_line_block(self, source: SourceLine, begin: int) -> bool:
        """Open or complete a block that is known by one line; whether there is one.

        A heading, a thematic break, a fence, or the line below a table's header.
        """
        text, first = source.text, source.text[begin]
        under = self._leaf if self._is_inside(source) else None
        if not under or under.kind is not LeafKind.PARAGRAPH:
            under = None
        if under and not source.preview and is_delimiter_row(text[begin:], under.lines[-1].text):
            self._start_table(source, under, begin)
            return True
        if first == "#" and (found := _HEADING.match(text, begin)):
            heading = source.line(found.end())
            if source.complete:
                heading = heading._replace(text=_HEADING_END.sub("", heading.text))
            self._open_leaf(source, LeafKind.HEADING, heading, marker=found[1])
        elif first in "=-" and under and (found := _UNDERLINE.match(text, begin)):
            under.kind, under.marker = LeafKind.HEADING, found[1][0]
        elif first in "*-_" and _RULE.match(text, begin):
            self._open_leaf(source, LeafKind.RULE, source.line(begin, begin))
        elif first in "`~" and (found := _FENCE.match(text, begin)):
            self._start_fence(source, begin, found)
            return True
        else:
            return False
        self.leaves[-1].complete = source.complete
        if source.complete:
            self._close_leaf()
        return True

    def _start_fence(self, source: SourceLine, begin: int, found: re.Match[str]) -> None:
        """Open a fence. Code in its info string is its first line, once that is all there."""
        leaf = self._open_leaf(source, LeafKind.FENCE, marker=found[1] or found[3])
        leaf.indent, leaf.complete = begin - source.offset, source.complete
        start = begin + len(leaf.marker)
        info = source.text[start:].rstrip()
        if source.preview or not info:
            return
        # The info string of a very long line goes on as code.
        code = start + (code_start(info) if source.complete else 0)
        leaf.info = source.line(code - len(source.text[start:code].lstrip()), code)
        if code < start + len(info):
            leaf.lines.append(source.line(code, start + len(info)))

    def _start_tentative_block(self, source: SourceLine, begin: int) -> bool:
        """Open LaTeX or a comment over several lines; whether one begins here."""
        if source.certain_only:
            return False
        text = source.text.rstrip()
        opening = text[begin : begin + 2]
        if opening in MATH_ENDS and MATH_ENDS[opening] not in text[begin + 2 :]:
            math_begin = len(source.text) - len(source.text[begin + 2 :].lstrip(" "))
            self._open_leaf(
                source,
                LeafKind.MATH,
                source.line(math_begin) if text[math_begin:] else None,
                marker=opening,
            )
            self._set_tentative(source)
            return True
        if not text.startswith("<!--", begin):
            return False
        end = text.find("-->", begin + 4)
        if end not in (-1, len(text) - 3):
            return False
        self._open_leaf(source, LeafKind.COMMENT, source.line(begin))
        if end < 0:
            self._set_tentative(source)
        else:
            self._close_leaf()
        return True

    def _start_table(self, source: SourceLine, paragraph: LeafBlock, begin: int) -> None:
        """Open a table whose header is the last line of the paragraph above."""
        if len(paragraph.lines) > 1:
            header = paragraph.lines.pop()
            leaf = self._add_leaf(LeafKind.TABLE, header.at, header)
        else:
            leaf = paragraph
            leaf.kind = LeafKind.TABLE
        leaf.lines.append(source.line(begin))

    def _add_text(self, source: SourceLine) -> None:
        """Add a line to the open paragraph or table, or open a paragraph with it."""
        leaf, line, found = self._leaf, source.line(source.next_nonspace), None
        if "```" in line.text and source.complete and not (source.certain_only or source.preview):
            found = _FENCE_BEHIND_TEXT.match(line.text)
        if not leaf or not (
            leaf.kind is LeafKind.PARAGRAPH
            or (leaf.kind is LeafKind.TABLE and self._is_inside(source))
        ):
            leaf = self._open_leaf(source, LeafKind.PARAGRAPH)
        leaf.lines.append(line)
        leaf.complete = source.complete
        if leaf.kind is LeafKind.PARAGRAPH and source.complete and not source.preview:
            self._add_definition(leaf, line)
            if self.citations:
                self.citations.define_footnote(line.text)
            if found and (found[2] or found[1] == ":"):
                self._start_fence_behind_text(leaf, line, found)
                self._set_tentative(source)

    def _start_fence_behind_text(
        self, leaf: LeafBlock, line: LeafLine, found: re.Match[str]
    ) -> None:
        """Open the code of three backticks behind text, as Discord does if something ends it."""
        start = found.start(2) - 3
        leaf.lines[-1] = line._replace(text=line.text[:start].rstrip())
        self._close_leaf()
        leaf = self._add_leaf(LeafKind.FENCE, line.at + start, marker="```")
        leaf.info = LeafLine(found[2], line.at + found.start(2))

    def _add_definition(self, leaf: LeafBlock, line: LeafLine) -> None:
        """Note a link reference definition, if the lines above it in its paragraph are some too."""
        if leaf.definitions != len(leaf.lines) - 1 or not line.text.startswith("["):
            return
        if not (found := _DEFINITION.match(line.text)):
            return
        leaf.definitions += 1
        label, href = normalizeReference(found[1]), found[2] or found[3] or ""
        if label not in self.references and ("/" in href or "." in href or href.startswith("#")):
            self.references[label] = {"title": "", "href": href}

    def _set_tentative(self, source: SourceLine) -> None:
        """Make the block that begins with this line a tentative one."""
        self.leaves[-1].tentative = True
        self._before_tentative, self._tentative_lines = self._before_line, [source]
