"""The inline text of a block as fragments: its styles, code, LaTeX, links and HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from markdown_it.token import Token

from bridge_bot.discord_markdown.fragments import Fragment, FragmentKind, Wrap
from bridge_bot.discord_markdown.parse.inline import inline_tokens, is_plain
from bridge_bot.discord_markdown.parse.inline_rules import may_hide
from bridge_bot.discord_markdown.render import html, links, unfinished
from bridge_bot.discord_markdown.render.citations.text import CitedTextRenderer
from bridge_bot.discord_markdown.render.code import inline_code
from bridge_bot.discord_markdown.render.plain_text import InlineOptions

_LONGEST_NORM = 3  # characters; a longer one without a word is no spoiler
_STYLES = {"strong": "**", "em": "*", "s": "~~", "spoiler": "||"}


class InlineRenderer(CitedTextRenderer):
    """Renders an inline text when it is made: `fragments` are what comes of it.

    `env` is markdown-it's environment.
    """

    def __init__(self, content: str, env: dict[str, Any], options: InlineOptions) -> None:
        super().__init__(content, env, options)
        self.has_link = False
        self._opened: list[tuple[Wrap | None, int, Token]] = []
        if is_plain(content):
            self._add_source(0, len(content))
            return
        tokens, delimiters, state = inline_tokens(content, env, growing=options.growing)
        self._paired_tags = html.paired_tags(tokens, content)
        self._shown_open: dict[int, str] = {}
        if options.growing:
            self._shown_open = unfinished.open_delimiters(
                content, tokens, delimiters, options.reopened_chars
            )
            self._withheld = unfinished.link_spans(state, options.max_withheld_chars)
            if self._withheld:
                at = self._to_source(self._withheld[0][0])
                self._unfinished_link = Wrap("unfinished", "", "", at, "[", growing=True)
            self._withheld += unfinished.break_spans(content)
            if self._citations:
                self._withhold_marks(tokens, self._paired_tags)
        for index, token in enumerate(tokens):
            self._add_token(index, token)

    def _add_token(self, index: int, token: Token) -> None:
        start, end = token.meta.get("span", (0, 0))
        match token.type:
            case "text":
                self._add_text_token(index, token)
            case "softbreak" | "hardbreak":
                spaces = self._content[start:end].partition("\n")[0].strip("\\")
                self._add_break(start, end, spaces)
            case "html_inline":
                self._add_html_tag(index, token)
            case "discord":
                self._add_atom(token.content, start, nodes=1)
            case _ if token.nesting:
                self._open_or_close(token)
            case _:
                self._add_whole(token)

    def _add_whole(self, token: Token) -> None:
        match token.type:
            case "code_inline" | "math":
                self._add_code(token)
            case "image":
                self._add_image(token)
            case "text_special":
                self._add_special(token)
            case "address":
                self._add_address(token)
            case "citation":
                self._add_citation(token)

    def _open_or_close(self, token: Token) -> None:
        """Open or close a style or a link."""
        match token.type:
            case "link_open":
                self._opened.append((None, len(self.fragments), token))
                self._in_label = True
            case "link_close":
                self._close_link()
            case _ if token.nesting > 0:
                self._open_style(token)
            case _:
                self._close_style()

    def _add_text_token(self, index: int, token: Token) -> None:
        if not token.content:
            return
        if "delimiter_at" in token.meta:  # a delimiter that has no partner
            start = token.meta["delimiter_at"]
            end = start + len(token.content)
        else:
            start, end = token.meta["span"]
        if index not in self._shown_open:
            self._add_source(start, end)
        elif reopen := self._shown_open[index]:
            delimiter = reopen.replace("__", "**")
            if self._options.bold and "**" in delimiter:
                return
            if delimiter == "||" and not may_hide(hidden := self._content[start + 2 :]):
                if len(hidden) > _LONGEST_NORM:
                    self._add_source(start, start + 2)
                    return
                delimiter = ""
            wrap = Wrap("open", delimiter, delimiter, self._to_source(start), reopen, growing=True)
            self._wraps = (*self._wraps, wrap)

    def _add_code(self, token: Token) -> None:
        start, _ = token.meta["span"]
        if self._is_withheld(start) and start >= self._options.reopened_chars:
            return
        body, body_end = token.meta["body"]
        text = self._content[body:body_end]
        if token.hidden and start < self._options.reopened_chars and not self._options.growing:
            self._add_source(body, body_end)  # opened again, but never closed
            return
        at = self._to_source(max(body, self._options.reopened_chars))
        wraps, is_math = self._wraps, token.type == "math"
        fragments = inline_code(
            text, token.markup, self._to_source(start), at, is_math=is_math, growing=token.hidden
        )
        self._at_line_start = False
        self.fragments += [
            fragment._replace(wraps=(*wraps, *fragment.wraps))
            for fragment in fragments
            if fragment.text
        ]

    def _open_style(self, token: Token) -> None:
        start = token.meta["delimiter_at"] - (token.markup in ("**", "__"))
        self._open_style_wrap(token.type.removesuffix("_open"), token.markup, start, token)

    def _open_style_wrap(self, kind: str, reopen: str, start: int, token: Token) -> None:
        wrap = None
        is_open = any(kind == each.kind or kind in each.kind for each in self._wraps)
        if not is_open and not (self._options.bold and kind == "strong"):
            delimiter = _STYLES.get(kind, reopen)
            if reopen == "_" and not self._holds_underscore(start):
                delimiter = "_"
            wrap = Wrap(kind, delimiter, delimiter, self._to_source(start), reopen)
            self._wraps = (*self._wraps, wrap)
        self._opened.append((wrap, len(self.fragments), token))

    def _holds_underscore(self, start: int) -> bool:
        """Whether Discord would end `_…_` at an underscore inside of it."""
        end = re.compile(r"_(?![A-Za-z0-9_])").search(self._content, start + 1)
        return bool(end and "_" in self._content[start + 1 : end.start()])

    def _close_style(self) -> None:
        wrap, _, _ = self._opened.pop()
        if wrap:
            self._wraps = self._wraps[: self._wraps.index(wrap)]

    def _close_link(self) -> None:
        _, index, opener = self._opened.pop()
        self._in_label = False
        start, end = opener.meta["span"]
        if self._is_withheld(start) and start >= self._options.reopened_chars:
            return
        href = str(opener.attrs["href"])
        if self._citations:
            self._citations.note_label(self._content[start:end])
        label = self.fragments[index:]
        del self.fragments[index:]
        if opener.info == "auto":
            self._add_autolink(start, end, href)
            return
        tail_at = max((fragment.at + len(fragment.text) for fragment in label), default=0)
        label_end = self._content.rfind("](", start, end)
        tail = self._content[label_end:end] if label_end >= 0 else ""
        if (
            end - start - sum(len(fragment.text) for fragment in label)
            > self._options.max_withheld_chars
        ):
            self._add_source(start, end)
            return
        self._add_link(label, href, tail, self._to_source(start), tail_at)

    def _add_link(
        self, label: Sequence[Fragment], href: str, tail: str, at: int, tail_at: int
    ) -> None:
        self._at_line_start = False
        self.has_link = True
        if self._in_label:
            self.fragments += label
            return
        self.fragments += links.linked(links.Link(label, href, tail, at, tail_at, self._wraps))

    def _add_autolink(self, start: int, end: int, href: str) -> None:
        written = self._content[start:end]
        if links.is_web(href):
            self._add_atom(written, start, plain=written[1:-1], nodes=1)
        else:
            self._add_source(start + 1, end - 1)

    def _add_address(self, token: Token) -> None:
        start, end = token.meta["span"]
        if self._is_withheld(start):
            return
        self.has_link = True
        after = self._content[end : end + 2]
        closes = after[:1] in ("*", "_", "~", "|", "<") and bool(self._opened or self._wraps)
        address = links.bare(token.content, after, closes=closes)
        if len(address) > 2 * self._options.max_withheld_chars:
            self._add_source(start, end)
            return
        self._add_atom(address, start, plain=token.content, nodes=1)

    def _add_image(self, token: Token) -> None:
        start, end = token.meta["span"]
        if self._is_withheld(start):
            return
        href = str(token.attrs["src"])
        if end - start > self._options.max_withheld_chars and not href.startswith("data:"):
            self._add_source(start, end)
            return
        alt = "".join(child.content for child in token.children or () if child.content)
        self._add_picture(" ".join(re.sub(r"[\[\]]", " ", alt).split()), href, start)

    def _add_picture(self, alt: str, href: str, start: int) -> None:
        alt = alt or links.name_of(href)
        at = self._to_source(start)
        if href.startswith("data:"):
            alt, href = alt[: self._options.max_withheld_chars], ""
        label = Fragment(alt, at, FragmentKind.ATOM, self._wraps)
        if self._in_label:
            self._at_line_start = False
            self.fragments.append(label)
        else:
            self._add_link([label], href, "", at, -1)

    def _add_html_tag(self, index: int, token: Token) -> None:
        start, end = token.meta["span"]
        source = self._content[start:end]
        known = html.known_tag(source, self._options.max_withheld_chars)
        if known is None:
            self._add_source(start, end)
        elif known.name == "br":
            self._add_break(start, end)
        elif known.name == "img":
            self._add_picture(html.attribute(source, "alt"), html.attribute(source, "src"), start)
        elif known.text:
            self._add_text(known.text, -1)
        elif index in self._paired_tags:
            self._add_paired_tag(known, self._paired_tags[index], token)

    def _add_paired_tag(self, known: html.Tag, closes: bool, token: Token) -> None:
        start, end = token.meta["span"]
        self._code_tags += (-1 if closes else 1) * (known.delimiter == "`")
        if not closes:
            if known.delimiter not in ("", "`"):
                kind = {"**": "strong", "*": "em", "~~": "s"}.get(known.delimiter, known.delimiter)
                self._open_style_wrap(kind, known.delimiter, start, token)
                if wrap := self._opened[-1][0]:
                    wrap.reopen = self._content[start:end]
            else:
                self._opened.append((None, len(self.fragments), token))
            return
        _, index, opener = self._opened[-1]
        if known.delimiter and known.delimiter != "`":
            self._close_style()
            return
        self._opened.pop()
        inner = self.fragments[index:]
        text = "".join(fragment.visible for fragment in inner)
        if not text.strip():
            return
        if known.delimiter:
            del self.fragments[index:]
            for fragment in inline_code(text, "`", self._to_source(start), -1, is_math=True):
                self.fragments.append(fragment._replace(wraps=(*self._wraps, *fragment.wraps)))
        elif known.name == "a":
            first = opener.meta["span"]
            href = html.attribute(self._content[slice(*first)], "href")
            if links.is_web(href):
                del self.fragments[index:]
                label = [
                    fragment._replace(text=fragment.visible, plain=None, kind=FragmentKind.ATOM)
                    for fragment in inner
                ]
                self._add_link(label, href, "", self._to_source(first[0]), -1)
