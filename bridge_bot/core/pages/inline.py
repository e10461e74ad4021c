"""What is shown of a text inside a block: its links, emphasis, code, LaTeX and HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from bridge_bot.core.pages.html import Tags
from bridge_bot.core.pages.sheet import Edit, Kind, Unit
from bridge_bot.core.pages.syntax import Spans, inline_tokens

_WEB = re.compile(r"https?://|discord:", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>]+|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?::\d+)?(?:/\S*)?$",
    re.IGNORECASE,
)
_HALF_A_TARGET = re.compile(r"\((?:[^()\n]|\([^()\n]*\))*$|\[[^\]\n]*$")
_SPECIAL = re.compile(r"[*_~|`<>#\[\]\\-]")


@dataclass(slots=True)
class Inline:
    """The edits and units of one text, in positions of that text."""

    edits: list[Edit] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    whole: list[tuple[int, int]] = field(default_factory=list)
    unpaired: list[tuple[int, int]] = field(default_factory=list)
    plain: str = ""
    has_link: bool = False


def read_inline(
    content: str,
    env: dict[str, Any],
    *,
    growing: bool,
    longest_chars: int,
    lead_chars: int = 0,
    bold: bool = False,
) -> Inline:
    """Read a text, of which the first `lead_chars` only open again what was open before.

    A link or an image whose target is longer than `longest_chars` is left as plain text.
    `bold` texts lose the emphasis that would end their boldness.
    """
    tokens, delimiters, state = inline_tokens(content, env, growing=growing)
    reader = _Reader(content, longest_chars, bold=bold)
    reader.read(tokens)
    reader.leave_unpaired(tokens, delimiters, lead_chars, growing=growing)
    if growing:
        reader.hold_half_a_link(state)
    return reader.result


class _Reader:
    def __init__(self, content: str, longest_chars: int, *, bold: bool) -> None:
        self.result = Inline()
        self._content = content
        self._longest = longest_chars
        self._bold = bold
        self._opened: list[tuple[Token, int]] = []
        self._tags = Tags(content, longest_chars)
        self._plain: list[str] = []

    def read(self, tokens: list[Token]) -> None:
        for index, token in enumerate(tokens):
            self._plain.append(token.content if token.type in _SHOWN_AS_TEXT else "")
            if token.type.endswith("_open"):
                self._opened.append((token, index))
            else:
                self._token(token)
        self._tags.settle(self.result.edits, self.result.units)
        self.result.plain = "".join(self._plain)

    def _token(self, token: Token) -> None:
        match token.type:
            case "code_inline" | "math":
                self._code(token)
            case "strong_close" | "em_close" | "s_close" | "spoiler_close":
                self._emphasis(token)
            case "link_close":
                self._link(token)
            case "image":
                self._image(token)
            case "text_special":
                self._special(token)
            case "hardbreak":
                self._hard_break(token)
            case "html_inline":
                self._tag(token)
            case "discord" | "autolink":
                self._whole(token)

    def _tag(self, token: Token) -> None:
        self._plain[-1] = self._tags.add(token)

    def _whole(self, token: Token) -> None:
        self.result.whole.append(token.meta["span"])

    def _code(self, token: Token) -> None:
        (start, end), (body, body_end) = token.meta["span"], token.meta["body"]
        mark = token.markup
        # Three backticks at the beginning of a page would open a block.
        lead = mark if len(mark) < 3 else ""
        if token.type == "math":
            text = self._content[body:body_end]
            mark = "``" if "`" in text else "`"
            inner = body + len(text) - len(text.lstrip())
            inner_end = body_end - (len(text) - len(text.rstrip()))
            self.result.edits.append(Edit(start, inner, mark))
            self.result.edits.append(Edit(inner_end, end, "" if token.hidden else mark))
            lines = re.finditer("\n", self._content[inner:inner_end])
            self.result.edits += [
                Edit(inner + line.start(), inner + line.end(), " ") for line in lines
            ]
        elif token.hidden and not self._content[body:body_end].strip():
            self.result.edits.append(Edit(start, body_end, ""))
            return
        self.result.units.append(
            Unit(Kind.INLINE, start, end + token.hidden, body, body_end + token.hidden,
                 lead, mark, open=token.hidden)
        )  # fmt: skip

    def _emphasis(self, token: Token) -> None:
        opener, _ = self._opened.pop()
        start, end = _span_of_mark(opener, opens=True), _span_of_mark(token, opens=False)
        lead = mark = opener.markup
        if self._bold and opener.type == "strong_open":
            self.result.edits += [Edit(*start, ""), Edit(*end, "")]
            return
        if mark == "__":
            mark = "**"
            self.result.edits += [Edit(*start, mark), Edit(*end, mark)]
        self.result.units.append(
            Unit(Kind.INLINE, start[0], end[1], start[1], end[0], lead, mark)
        )  # fmt: skip
        self.result.whole += [start, end]

    def _link(self, token: Token) -> None:
        opener, index = self._opened.pop()
        if opener.info == "auto":
            self._whole(opener)
            return
        (start, end), label_end = opener.meta["span"], token.meta["at"]
        href = str(opener.attrs["href"])
        label, tail = self._content[start + 1 : label_end], self._content[label_end:end]
        self.result.has_link = True
        text = "".join(self._plain[index:]).strip()
        if text and text != href:
            self._plain.append(f" ({href})")
        if len(tail) > self._longest:
            return
        self.result.whole.append((label_end, end))
        if opening := _opening_of(text, href):
            self.result.edits += [Edit(start, start + 1, ""), Edit(label_end, end, opening[0])]
            return
        if not label.strip():
            self.result.edits.append(Edit(start, end, href))
            return
        if not tail.startswith("]("):
            tail = f"]({href})"
            self.result.edits.append(Edit(label_end, end, tail))
        self.result.units.append(
            Unit(Kind.INLINE, start, end, start + 1, label_end, "[", tail)
        )  # fmt: skip

    def _image(self, token: Token) -> None:
        start, end = token.meta["span"]
        href = str(token.attrs["src"])
        alt = re.sub(r"[\[\]\n]", " ", token.content).strip()
        self._plain[-1] = alt or href
        self.result.has_link = True
        if end - start > self._longest and not href.startswith("data:"):
            return
        if not alt:
            alt = urlsplit(href).path.rpartition("/")[2][:60] or "image"
        if href.startswith("data:"):
            shown = alt[: self._longest]
        else:
            opening = _opening_of(alt, href)
            shown = f"{alt}{opening[0]}" if opening else f"[{alt}]({href})"
        self.result.edits.append(Edit(start, end, shown))

    def _special(self, token: Token) -> None:
        start, end = token.meta["span"]
        if token.info != "entity":
            self.result.whole.append((start, end))
            return
        shown = token.content
        self.result.edits.append(
            Edit(start, end, f"\\{shown}" if _SPECIAL.fullmatch(shown) else shown)
        )

    def _hard_break(self, token: Token) -> None:
        start, _ = token.meta["span"]
        self._plain[-1] = " "
        if self._content[start] == "\\":
            self.result.edits.append(Edit(start, start + 1, ""))

    def leave_unpaired(
        self, tokens: list[Token], delimiters: list[Delimiter], lead_chars: int, *, growing: bool
    ) -> None:
        """See to the marks that are not closed.

        While the text grows they are closed for show; what only was to open something again is
        not shown if nothing closes it.
        """
        inside = -1
        runs: list[tuple[int, int, bool]] = []
        for index, delimiter in enumerate(delimiters):
            token = tokens[delimiter.token]
            if delimiter.end >= 0:
                inside = max(inside, delimiter.end)
            if token.type != "text" or not token.content:
                continue
            start, end = _span_of_delimiter(tokens, delimiter)
            opens = delimiter.open and index > inside
            if runs and runs[-1][1] == start and self._content[start - 1] == token.content[0]:
                runs[-1] = (runs[-1][0], end, runs[-1][2] and opens)
            else:
                runs.append((start, end, opens))
        opening = [start for start, end, opens in runs if opens and end - start <= 3]
        first_opened = opening[-_MOST_OPEN:][0] if opening else 0
        for start, end, opens in runs:
            self.result.unpaired.append((start, end))
            mark = self._content[start:end].replace("__", "**")
            if growing and opens and end - start <= 3 and start >= first_opened:
                self._open_for_show(start, end, mark)
            elif start < lead_chars:
                self.result.edits.append(Edit(start, end, ""))

    def _open_for_show(self, start: int, end: int, mark: str) -> None:
        if self._bold and "**" in mark:
            self.result.edits.append(Edit(start, end, ""))
            return
        if mark != self._content[start:end]:
            self.result.edits.append(Edit(start, end, mark))
        beyond = len(self._content) + 1
        self.result.whole.append((start, end))
        self.result.units.append(
            Unit(Kind.INLINE, start, beyond, end, beyond, self._content[start:end], mark, open=True)
        )  # fmt: skip

    def hold_half_a_link(self, state: Spans) -> None:
        """Show the text of a link or image so far, but not its syntax."""
        content, length = self._content, len(self._content)
        start = end = -1
        if state.brackets:
            start, end = state.brackets[-1], length
        for opening, closing in state.pairs[-1:]:
            rest = content[closing + 1 :]
            if (opening > start or closing == start - 1) and (
                not rest or _HALF_A_TARGET.match(rest)
            ):
                start, end = opening, closing
        if start < 0 or length - start > self._longest:
            return
        self.result.whole.append((start, length))
        if start and content[start - 1] == "!":
            self.result.edits.append(Edit(start - 1, start, ""))
            self.result.whole.append((start - 1, length))
        self.result.edits.append(Edit(start, start + 1, ""))
        self.result.edits.append(Edit(end, length, ""))


_MOST_OPEN = 4  # marks that are closed for show at once; more are no emphasis
_SHOWN_AS_TEXT = {"text", "text_special", "code_inline", "math", "discord", "softbreak"}


def _span_of_mark(token: Token, *, opens: bool) -> tuple[int, int]:
    """The span of an emphasis mark, of which markdown-it keeps the innermost character."""
    start, size = token.meta["mark"], len(token.markup)
    if token.markup[0] in "*_" and size == 2 and opens:
        start -= 1
    return start, start + size


def _span_of_delimiter(tokens: list[Token], delimiter: Delimiter) -> tuple[int, int]:
    token = tokens[delimiter.token]
    start = token.meta["mark"]
    return start, start + len(token.content)


def _opening_of(text: str, href: str) -> tuple[str] | None:
    """What stands behind a link's text instead of its mask, if it may not be masked."""
    if not _WEB.match(href):
        return ("" if href.startswith("#") or not href else f" ({href})",)
    found = _ADDRESS.search(text)
    if not found:
        return None
    if _address(text) == _address(href):
        return ("",)
    is_name = found[0] == text and "/" not in text
    last_of_path = urlsplit(href).path.rstrip("/").rpartition("/")[2]
    if is_name and text.lower() == last_of_path.lower():
        return None
    return (f" (<{href}>)",)


def _address(text: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", text.lower()).rstrip("/")
