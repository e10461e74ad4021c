"""The text inside of a block as pieces: its styles, code, LaTeX, links and HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from markdown_it.token import Token

from bridge_bot.discord_markdown.parse.inline import inline_tokens, is_plain
from bridge_bot.discord_markdown.parse.rules import may_hide
from bridge_bot.discord_markdown.pieces import Piece, Sort, Wrap
from bridge_bot.discord_markdown.render import html, links
from bridge_bot.discord_markdown.render.code import inline_code
from bridge_bot.discord_markdown.render.half import half_a_link, open_marks
from bridge_bot.discord_markdown.render.words import Manner, Words

_SPECIAL = re.compile(r"[*_~|`<>#\[\]\\-]")
_LONGEST_NORM = 3  # so long nobody knows yet whether it is a spoiler
_STYLES = {"strong": "**", "em": "*", "s": "~~", "spoiler": "||"}


class Inline(Words):
    """Reads a text, once. `labels` are the texts in brackets that may become links."""

    def __init__(self, content: str, env: dict[str, Any], manner: Manner) -> None:
        super().__init__(content, manner)
        self.labels: list[str] = []
        self.has_link = False
        self._opened: list[tuple[Wrap | None, int, Token]] = []
        if is_plain(content):
            self._text(0, len(content))
            return
        tokens, delimiters, state = inline_tokens(content, env, growing=manner.growing)
        self.labels = [content[start + 1 : end] for start, end in state.pairs]
        self._pairs = html.pairs(tokens, content)
        self._shown_open: dict[int, str] = {}
        if manner.growing:
            self._shown_open = open_marks(content, tokens, delimiters, manner.lead)
            self._hidden = half_a_link(state, manner.longest)
            if self._hidden:
                at = self._place(self._hidden[0][0])
                self._half = Wrap("half", "", "", at, "[", growing=True)
        for index, token in enumerate(tokens):
            self._token(index, token)

    @property
    def hidden_chars(self) -> int:
        """How much is held back."""
        return sum(end - start for start, end in self._hidden)

    # Tokens

    def _token(self, index: int, token: Token) -> None:
        start, end = token.meta.get("span", (0, 0))
        match token.type:
            case "text":
                self._text_token(index, token)
            case "softbreak" | "hardbreak":
                spaces = self._content[start:end].partition("\n")[0].strip("\\")
                self._break(start, end, spaces)
            case "code_inline" | "math":
                self._code(token)
            case "image":
                self._image(token)
            case "text_special":
                self._special(token)
            case "html_inline":
                self._tag(index, token)
            case "discord":
                self._atom(token.content, start, drawn=1)
            case "address":
                self._address(token)
            case _ if token.nesting:
                self._nest(token)

    def _nest(self, token: Token) -> None:
        """A style or a link opens or closes."""
        match token.type:
            case "link_open":
                self._opened.append((None, len(self.pieces), token))
                self._in_label = True
            case "link_close":
                self._link()
            case _ if token.nesting > 0:
                self._open_style(token)
            case _:
                self._close_style()

    def _text_token(self, index: int, token: Token) -> None:
        if not token.content:
            return
        if "mark" in token.meta:  # a mark of emphasis that is not closed
            start = token.meta["mark"]
            end = start + len(token.content)
        else:
            start, end = token.meta["span"]
        if index not in self._shown_open:
            self._text(start, end)
        elif carry := self._shown_open[index]:
            mark = carry.replace("__", "**")
            if self._manner.bold and "**" in mark:
                return
            if mark == "||" and not may_hide(hidden := self._content[start + 2 :]):
                if len(hidden) > _LONGEST_NORM:
                    self._text(start, start + 2)
                    return
                mark = ""
            wrap = Wrap("open", mark, mark, self._place(start), carry, growing=True)
            self._wraps = (*self._wraps, wrap)

    def _code(self, token: Token) -> None:
        start, _ = token.meta["span"]
        if self._is_hidden(start) and start >= self._manner.lead:
            return
        body, body_end = token.meta["body"]
        text = self._content[body:body_end]
        if token.hidden and start < self._manner.lead and not self._manner.growing:
            self._text(body, body_end)  # opened again, but never closed
            return
        at = self._place(max(body, self._manner.lead))
        wraps, is_math = self._wraps, token.type == "math"
        pieces = inline_code(
            text, token.markup, self._place(start), at, is_math=is_math, growing=token.hidden
        )
        self._line_starts = False
        self.pieces += [
            piece._replace(wraps=(*wraps, *piece.wraps)) for piece in pieces if piece.text
        ]

    # Styles

    def _open_style(self, token: Token) -> None:
        start = token.meta["mark"] - (token.markup in ("**", "__"))
        self._open(token.type.removesuffix("_open"), token.markup, start, token)

    def _open(self, kind: str, carry: str, start: int, token: Token) -> None:
        wrap = None
        is_open = any(kind == each.kind or kind in each.kind for each in self._wraps)
        if not is_open and not (self._manner.bold and kind == "strong"):
            mark = _STYLES.get(kind, carry)
            if carry == "_" and not self._holds_underscore(start):
                mark = "_"
            wrap = Wrap(kind, mark, mark, self._place(start), carry)
            self._wraps = (*self._wraps, wrap)
        self._opened.append((wrap, len(self.pieces), token))

    def _holds_underscore(self, start: int) -> bool:
        """Whether Discord would end `_…_` at another underscore inside."""
        end = re.compile(r"_(?![A-Za-z0-9_])").search(self._content, start + 1)
        return bool(end and "_" in self._content[start + 1 : end.start()])

    def _close_style(self) -> None:
        wrap, _, _ = self._opened.pop()
        if wrap:
            self._wraps = self._wraps[: self._wraps.index(wrap)]

    # Links

    def _link(self) -> None:
        _, index, opener = self._opened.pop()
        self._in_label = False
        start, end = opener.meta["span"]
        if self._is_hidden(start) and start >= self._manner.lead:
            return
        href = str(opener.attrs["href"])
        label = self.pieces[index:]
        del self.pieces[index:]
        if opener.info == "auto":
            self._autolink(start, end, href)
            return
        tail_at = max((piece.at + len(piece.text) for piece in label), default=0)
        label_end = self._content.rfind("](", start, end)
        tail = self._content[label_end:end] if label_end >= 0 else ""
        if end - start - sum(len(piece.text) for piece in label) > self._manner.longest:
            self._text(start, end)
            return
        self._linked(label, href, tail, self._place(start), tail_at)

    def _linked(self, label: Sequence[Piece], href: str, tail: str, at: int, tail_at: int) -> None:
        self._line_starts = False
        self.has_link = True
        if self._in_label:
            self.pieces += label
            return
        self.pieces += links.linked(links.Link(label, href, tail, at, tail_at, self._wraps))

    def _autolink(self, start: int, end: int, href: str) -> None:
        written = self._content[start:end]
        if links.is_web(href):
            self._atom(written, start, plain=written[1:-1], drawn=1)
        else:
            self._text(start + 1, end - 1)

    def _address(self, token: Token) -> None:
        start, end = token.meta["span"]
        if self._is_hidden(start):
            return
        self.has_link = True
        after = self._content[end : end + 2]
        closes = after[:1] in ("*", "_", "~", "|", "<") and bool(self._opened or self._wraps)
        words = links.bare(token.content, after, closes=closes)
        if len(words) > 2 * self._manner.longest:
            self._text(start, end)
            return
        self._atom(words, start, plain=token.content, drawn=1)

    def _image(self, token: Token) -> None:
        start, end = token.meta["span"]
        if self._is_hidden(start):
            return
        href = str(token.attrs["src"])
        if end - start > self._manner.longest and not href.startswith("data:"):
            self._text(start, end)
            return
        alt = "".join(child.content for child in token.children or () if child.content)
        self._picture(" ".join(re.sub(r"[\[\]]", " ", alt).split()), href, start)

    def _picture(self, alt: str, href: str, start: int) -> None:
        alt = alt or links.name_of(href)
        at, wraps = self._place(start), self._wraps
        if href.startswith("data:"):
            alt = alt[: self._manner.longest]
            href = ""
        label = [Piece(alt, at if self._in_label else -1, Sort.CODE, wraps)]
        if self._in_label:
            self._line_starts = False
            self.pieces.append(Piece(alt, at, Sort.ATOM, wraps))
            return
        self._linked([label[0]._replace(at=at, sort=Sort.ATOM)], href, "", at, -1)

    def _special(self, token: Token) -> None:
        start, end = token.meta["span"]
        if self._in_label:
            self._atom(token.content, start)
        elif token.content == self._content[start:end]:  # no escape
            self._text(start, end)
        elif token.info != "entity":
            self._atom(self._content[start:end], start, plain=token.content)
        elif _SPECIAL.fullmatch(token.content):
            self._atom(f"\\{token.content}", start, plain=token.content)
        else:
            self._atom(token.content.replace("\n", " "), start)

    # HTML

    def _tag(self, index: int, token: Token) -> None:
        start, end = token.meta["span"]
        source = self._content[start:end]
        known = html.meaning(source, self._manner.longest)
        if known is None:
            self._text(start, end)
        elif known.name == "br":
            self._break(start, end)
        elif known.name == "img":
            self._picture(html.attribute(source, "alt"), html.attribute(source, "src"), start)
        elif known.text:
            self._words(known.text, -1)
        elif index in self._pairs:
            self._paired(known, self._pairs[index], token)

    def _paired(self, known: html.Tag, closes: bool, token: Token) -> None:
        start, end = token.meta["span"]
        if not closes:
            if known.mark and known.mark != "`":
                kind = {"**": "strong", "*": "em", "~~": "s"}.get(known.mark, known.mark)
                self._open(kind, known.mark, start, token)
                wrap = self._opened[-1][0]
                if wrap:
                    wrap.carry = self._content[start:end]
            else:
                self._opened.append((None, len(self.pieces), token))
            return
        _, index, opener = self._opened[-1]
        if known.mark and known.mark != "`":
            self._close_style()
            return
        self._opened.pop()
        inner = self.pieces[index:]
        words = "".join(piece.seen for piece in inner)
        if not words.strip():
            return
        if known.mark:
            del self.pieces[index:]
            for piece in inline_code(words, "`", self._place(start), -1, is_math=True):
                self.pieces.append(piece._replace(wraps=(*self._wraps, *piece.wraps)))
        elif known.name == "a":
            first = opener.meta["span"]
            href = html.attribute(self._content[slice(*first)], "href")
            if links.is_web(href):
                del self.pieces[index:]
                label = [
                    piece._replace(text=piece.seen, plain=None, sort=Sort.ATOM) for piece in inner
                ]
                self._linked(label, href, "", self._place(first[0]), -1)
