"""Code blocks: fences of any kind, indented code, and LaTeX over several lines."""

from __future__ import annotations

import re

from markdown_it.token import Token

from bridge_bot.core.pages.containers import Containers
from bridge_bot.core.pages.lines import Lines, lines_of
from bridge_bot.core.pages.sheet import Break, Edit, Kind, Rank, Sheet, Unit

FENCE = "```"
_LANGUAGE = re.compile(r"[\w+#.-]{1,20}")
_NOT_A_FENCE = "`\u200b`\u200b`"


def defused(code: str) -> str:
    """Code without what would end the block around it: Discord knows no longer fences."""
    return code.replace(FENCE, _NOT_A_FENCE)


class CodeReader:
    """Has Discord show each code block as one with three backticks."""

    def __init__(self, sheet: Sheet, lines: Lines, containers: Containers) -> None:
        self._sheet = sheet
        self._lines = lines
        self._containers = containers

    def read(self, token: Token) -> None:
        """Take in one block."""
        first, last = lines_of(token)
        last = min(last, len(self._lines.texts))
        start = self._containers.content_start(token)
        if token.type == "code_block":
            self._indented(token)
            return
        if token.type == "math_block":
            language, closed = "tex", not token.hidden
        else:
            found = _LANGUAGE.match(token.info.strip())
            language = found[0] if found else ""
            closed = self._is_closed(token, last)
        body_last = last - 1 if closed else last
        opening_end = self._lines.end(first)
        end = self._lines.end(last - 1)
        rest = self._lines.source[start + 2 : opening_end] if token.type == "math_block" else ""
        body = "\n".join(self._lines.texts[first + 1 : body_last])
        if token.type == "math_block" and closed:  # its last line may hold code, too
            body += self._lines.texts[last - 1].rstrip()[:-2]
        if not re.sub(r"[ \t>]", "", body + rest).strip():
            self._sheet.edits.append(Edit(start, end, ""))
            return
        shown_rest = f"\n{self._containers.quotes()}{rest.strip()}" if rest.strip() else ""
        self._sheet.edits.append(Edit(start, opening_end, f"{FENCE}{language}{shown_rest}"))
        if closed:
            self._close(last - 1, token)
        elif last < len(self._lines.texts) and self._lines.source[end:].strip():
            self._sheet.edits.append(Edit(end, end, self._closing()))
        self._sheet.units.append(self._unit(start, end, opening_end, language, closed=closed))
        indent = start - self._containers.skip(self._lines.starts[first])
        for line in range(first + 1, body_last):
            self._dedent(line, indent)
        self._lines_of_code(first + 1, body_last)

    def _dedent(self, line: int, indent: int) -> None:
        """Leave out the indentation of the list that the code is in, and of its fence."""
        start, end = self._lines.starts[line], self._lines.end(line)
        at = self._containers.skip(start)
        while indent > 0 and at < end and self._lines.source[at] == " ":
            at, indent = at + 1, indent - 1
        if at > start and not self._containers.quotes():
            self._sheet.edits.append(Edit(start, at, ""))

    def _is_closed(self, token: Token, last: int) -> bool:
        if last - lines_of(token)[0] < 2:
            return False
        start = self._containers.skip(self._lines.starts[last - 1])
        marks = self._lines.source[start : self._lines.end(last - 1)].strip()
        return len(marks) >= len(token.markup) and not marks.strip(token.markup[0])

    def _close(self, line: int, token: Token) -> None:
        end = self._lines.end(line)
        if token.type == "math_block":
            text = self._lines.texts[line].rstrip()
            start = self._lines.starts[line] + len(text) - 2
            before = self._lines.source[self._containers.skip(self._lines.starts[line]) : start]
            closing = self._closing() if before.strip() else FENCE
            self._sheet.prose.append((self._lines.starts[line], start))
            self._sheet.edits.append(Edit(start, end, closing))
            return
        start = self._lines.starts[line]
        if self._containers.quotes():
            start = self._lines.source.find(token.markup, start, end)
        self._sheet.edits.append(Edit(start, end, FENCE))

    def _closing(self) -> str:
        return f"\n{self._containers.quotes()}{FENCE}"

    def _unit(self, start: int, end: int, opening_end: int, language: str, *, closed: bool) -> Unit:
        is_open = not closed and not self._lines.source[end:].strip()
        if language == "tex" and self._lines.source[start] in "$\\":
            lead = self._lines.source[start : start + 2]
        else:
            lead = self._lines.source[start : start + 1] * self._marks(start) + language
        beyond = len(self._lines.source) + 1 if is_open else end
        return Unit(
            Kind.CODE, start, beyond, opening_end + 1, beyond, f"{lead}\n", self._closing(),
            open=is_open,
        )  # fmt: skip

    def _marks(self, start: int) -> int:
        source, count = self._lines.source, 0
        while source[start + count : start + count + 1] == source[start]:
            count += 1
        return min(count, 20)

    def _lines_of_code(self, first: int, last: int) -> None:
        source = self._lines.source
        for line in range(first, last):
            start, end = self._lines.starts[line], self._lines.end(line)
            at = start
            while (at := source.find(FENCE, at, end)) >= 0:
                self._sheet.edits.append(Edit(at, at + 3, _NOT_A_FENCE))
                at += 3
            self._sheet.prose.append((start, end))
            if line > first:
                blank = not self._lines.texts[line - 1].strip()
                rank = Rank.ITEM if blank else Rank.LINE
                self._sheet.breaks.append(Break(start - 1, start, rank, at_line=True))

    def _indented(self, token: Token) -> None:
        """Code by indentation alone, which Discord shows as text, becomes a fence."""
        first, _ = lines_of(token)
        start, end = self._lines.span(token)
        last = first + self._lines.source[start:end].count("\n") + 1
        fence = f"{FENCE}\n{self._containers.quotes()}"
        for line in range(first, last):
            at = self._containers.skip(self._lines.starts[line])
            inner = at
            while inner < at + 4 and inner < len(self._lines.source):
                if self._lines.source[inner] == "\t":
                    inner += 1
                    break
                if self._lines.source[inner] != " ":
                    break
                inner += 1
            self._sheet.edits.append(Edit(at, inner, fence if line == first else ""))
        is_open = not self._lines.source[end:].strip()
        if not is_open:
            self._sheet.edits.append(Edit(end, end, self._closing()))
        beyond = len(self._lines.source) + 1 if is_open else end
        begin = self._containers.skip(start)
        self._sheet.units.append(
            Unit(
                Kind.CODE, begin, beyond, begin + 1, beyond, "", self._closing(), open=is_open
            )
        )  # fmt: skip
        self._lines_of_code(first, last)
