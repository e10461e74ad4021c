"""What begins on a line of Markdown: containers and leaves, by CommonMark's rules."""

from __future__ import annotations

import re
from typing import Any

from markdown_it.common.utils import normalizeReference

from bridge_bot.discord_markdown.parse.leaves import Item, Kind, Leaf, Line, List, Quote
from bridge_bot.discord_markdown.parse.row import Row
from bridge_bot.discord_markdown.parse.stack import Stack, State
from bridge_bot.discord_markdown.parse.tables import is_delimiter_row

MATH_ENDS = {"$$": "$$", "\\[": "\\]"}

_DEEPEST = 16
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


class Starts(Stack):
    """Reads what is left of a line once it is known which containers it goes on.

    `references` has the addresses that links may refer to.
    """

    def __init__(self) -> None:
        super().__init__()
        self.references: dict[str, Any] = {}
        self._line_begin: State | None = None  # what there was before this line
        self._before: State | None = None  # the same before the doubtful block that is open
        self._rows: list[Row] = []  # its lines

    def _containers(self, row: Row) -> None:
        """Open the containers that begin on this line, and read what is in them."""
        while True:
            body, inside = row.body, self._is_inside(row)
            paragraph = self._leaf if self._leaf and self._leaf.kind is Kind.PARAGRAPH else None
            if body - row.start >= 4:
                if paragraph:
                    self._text(row)
                else:
                    self._indented(row)
                return
            if row.text[body] == ">" and row.depth < _DEEPEST:
                self._enter(row, Quote(), body + 1 + row.text.startswith(" ", body + 1))
            elif found := self._marker(row, body, interrupts=bool(paragraph and inside)):
                self._item(row, found)
            else:
                break
            if row.is_blank:
                self._blank = False
                return
        if not (self._one_line(row, body) or self._several_lines(row, body)):
            self._text(row)

    def _marker(self, row: Row, body: int, *, interrupts: bool) -> re.Match[str] | None:
        found = _MARKER.match(row.text, body)
        if not found or row.depth >= _DEEPEST or (found[1] and _RULE.match(row.text, body)):
            return None
        if interrupts and (
            not row.text[found.end() :].strip() or (found[2] and int(found[2]) != 1)
        ):
            return None
        return found

    def _item(self, row: Row, found: re.Match[str]) -> None:
        mark = found[1] or found[3]
        sibling = self._stack[row.depth] if row.depth < len(self._stack) else None
        if isinstance(sibling, Item) and sibling.list.mark == mark:
            parent, number = sibling.list, sibling.number + 1
        else:
            parent, number = List(mark, ordered=not found[1]), int(found[2] or 0)
        rest = row.text[found.end() :]
        spaces = len(rest) - len(rest.lstrip(" "))
        if spaces > 4 or spaces == len(rest):
            spaces = 1
        end = found.end() + spaces
        self._enter(row, Item(parent, number, end - row.start), min(end, len(row.text)))

    def _indented(self, row: Row) -> None:
        leaf = self._leaf
        if not leaf or leaf.kind is not Kind.INDENTED or not self._is_inside(row):
            leaf = self._begin(row, Kind.INDENTED)
        self._blank = False
        leaf.lines.append(row.code(row.start + 4))
        leaf.complete = row.complete

    def _one_line(self, row: Row, body: int) -> bool:
        """Begin a block that one line tells, if it does."""
        text, first = row.text, row.text[body]
        under = self._leaf if self._is_inside(row) else None
        if not under or under.kind is not Kind.PARAGRAPH:
            under = None
        if under and not row.trial and is_delimiter_row(text[body:], under.lines[-1].text):
            self._table(row, under, body)
            return True
        if first == "#" and (found := _HEADING.match(text, body)):
            words = row.line(found.end())
            if row.complete:
                words = words._replace(text=_HEADING_END.sub("", words.text))
            self._begin(row, Kind.HEADING, words, mark=found[1])
        elif first in "=-" and under and (found := _UNDERLINE.match(text, body)):
            under.kind, under.mark = Kind.HEADING, found[1][0]
        elif first in "*-_" and _RULE.match(text, body):
            self._begin(row, Kind.RULE, row.line(body, body))
        elif first in "`~" and (found := _FENCE.match(text, body)):
            leaf = self._begin(
                row, Kind.FENCE, mark=found[1] or found[3], info=found[2] or found[4] or ""
            )
            leaf.indent, leaf.complete = body - row.start, row.complete
            return True
        else:
            return False
        self.leaves[-1].complete = row.complete
        if row.complete:
            self._close_leaf()
        return True

    def _several_lines(self, row: Row, body: int) -> bool:
        """Begin LaTeX or a comment over several lines, if one begins."""
        if row.plain:
            return False
        text = row.text.rstrip()
        opening = text[body : body + 2]
        if opening in MATH_ENDS and MATH_ENDS[opening] not in text[body + 2 :]:
            begin = len(row.text) - len(row.text[body + 2 :].lstrip(" "))
            self._begin(row, Kind.MATH, row.line(begin) if text[begin:] else None, mark=opening)
            self._doubt(row)
            return True
        if not text.startswith("<!--", body):
            return False
        end = text.find("-->", body + 4)
        if end not in (-1, len(text) - 3):
            return False
        self._begin(row, Kind.COMMENT, row.line(body))
        if end < 0:
            self._doubt(row)
        else:
            self._close_leaf()
        return True

    def _table(self, row: Row, paragraph: Leaf, body: int) -> None:
        """Make a paragraph's last line a table's header."""
        if len(paragraph.lines) > 1:
            header = paragraph.lines.pop()
            leaf = self._add(Kind.TABLE, header.at, header)
        else:
            leaf = paragraph
            leaf.kind = Kind.TABLE
        leaf.lines.append(row.line(body))

    def _text(self, row: Row) -> None:
        leaf, line, found = self._leaf, row.line(row.body), None
        if "```" in line.text and row.complete and not (row.plain or row.trial):
            found = _FENCE_BEHIND_TEXT.match(line.text)
        if not leaf or not (
            leaf.kind is Kind.PARAGRAPH or (leaf.kind is Kind.TABLE and self._is_inside(row))
        ):
            leaf = self._begin(row, Kind.PARAGRAPH)
        leaf.lines.append(line)
        leaf.complete = row.complete
        if leaf.kind is Kind.PARAGRAPH and row.complete and not row.trial:
            self._define(leaf, line)
            if found and (found[2] or found[1] == ":"):
                self._fence_behind_text(leaf, line, found)
                self._doubt(row)

    def _fence_behind_text(self, leaf: Leaf, line: Line, found: re.Match[str]) -> None:
        """Three backticks at a line's end open code, as Discord has it, if something ends it."""
        start = found.start(2) - 3
        leaf.lines[-1] = line._replace(text=line.text[:start].rstrip())
        self._close_leaf()
        self._add(Kind.FENCE, line.at + start, mark="```", info=found[2])

    def _define(self, leaf: Leaf, line: Line) -> None:
        """Note what a line defines, if those above it in its paragraph do as well."""
        if leaf.definitions != len(leaf.lines) - 1 or not line.text.startswith("["):
            return
        if not (found := _DEFINITION.match(line.text)):
            return
        leaf.definitions += 1
        label, href = normalizeReference(found[1]), found[2] or found[3] or ""
        if label not in self.references and ("/" in href or "." in href or href.startswith("#")):
            self.references[label] = {"title": "", "href": href}

    def _doubt(self, row: Row) -> None:
        """What has begun with this line is read as text if it turns out to be none."""
        self.leaves[-1].doubtful = True
        self._before, self._rows = self._line_begin, [row]
