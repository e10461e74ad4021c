"""The little HTML that chatbots write, as Discord's Markdown."""

from __future__ import annotations

import re

from markdown_it.token import Token

from bridge_bot.core.pages.sheet import Edit, Kind, Unit

_MARKS = {
    "b": "**", "strong": "**", "summary": "**", "i": "*", "em": "*", "u": "__", "ins": "__",
    "s": "~~", "del": "~~", "strike": "~~", "code": "`", "kbd": "`", "samp": "`", "tt": "`",
}  # fmt: skip
_DROPPED = frozenset(
    ("details", "p", "div", "span", "center", "small", "big", "font", "section", "article", "sub")
)
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_ATTRIBUTE = r"""\b{}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))"""
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)


class Tags:
    """The tags of one text: added as they come, settled at its end.

    Tags that are unknown, such as `<your-name>`, are text and stay.
    """

    def __init__(self, content: str, longest_chars: int) -> None:
        self._content = content
        self._longest = longest_chars  # of a comment that is left out
        self._open: list[tuple[str, int, int]] = []
        self._edits: list[Edit] = []
        self._units: list[Unit] = []

    def add(self, token: Token) -> str:
        """Take in a tag, and say what it is in plain text."""
        start, end = token.meta["span"]
        source = self._content[start:end]
        if source.startswith("<!--"):
            if end - start > self._longest:
                return source
            self._edits.append(Edit(start, end, ""))
            return ""
        match = _TAG.match(source)
        name = match[1].lower() if match else ""
        if name in _MARKS or name == "a":
            self._pair(name, start, end)
            return ""
        shown = self._alone(name, source)
        if shown is None:
            return source
        self._edits.append(Edit(start, end, shown))
        return shown.strip("\n") or " " * (name == "br")

    @staticmethod
    def _alone(name: str, source: str) -> str | None:
        """What is shown of a tag that needs no other; nothing if it is not known."""
        if name == "br":
            return "\n"
        if name == "sup":
            return "" if source.startswith("</") else "^"
        if name == "img" and (address := _attribute(source, "src")) and _WEB.fullmatch(address):
            alt = re.sub(r"[\[\]]", " ", _attribute(source, "alt")) or "image"
            return f"[{alt}]({address})"
        return "" if name in _DROPPED else None

    def _pair(self, name: str, start: int, end: int) -> None:
        if not self._content.startswith("</", start):
            self._open.append((name, start, end))
            return
        if not any(opened == name for opened, _, _ in self._open):
            self._edits.append(Edit(start, end, ""))
            return
        while True:
            opened, open_start, open_end = self._open.pop()
            if opened == name:
                break
            self._edits.append(Edit(open_start, open_end, ""))
        body = self._content[open_end:start]
        opening = closing = _MARKS.get(name, "")
        if name == "a":
            address = _attribute(self._content[open_start:open_end], "href")
            opening, closing = ("[", f"]({address})") if _WEB.fullmatch(address) else ("", "")
            if "://" in body and opening:
                opening, closing = "", f" (<{address}>)"
        if not body.strip() or body != body.strip():
            opening = closing = ""
        self._edits += [Edit(open_start, open_end, opening), Edit(start, end, closing)]
        if opening:
            lead = self._content[open_start:open_end]
            self._units.append(
                Unit(Kind.INLINE, open_start, end, open_end, start, lead, closing)
            )  # fmt: skip

    def settle(self, edits: list[Edit], units: list[Unit]) -> None:
        """Hand over what is shown; a tag that nothing closed is not."""
        self._edits += [Edit(start, end, "") for _, start, end in self._open]
        edits += self._edits
        units += self._units


def _attribute(tag: str, name: str) -> str:
    match = re.search(_ATTRIBUTE.format(name), tag, re.IGNORECASE)
    return next((value for value in match.groups() if value), "") if match else ""
