"""What stands in a block of a Markdown text, and what of it may be seen otherwise."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from contextlib import ExitStack

from markdown_it.token import Token

from tests.discord_markdown.harness.meaning.alternatives import ALTERNATIVES, Alternatives, Expected
from tests.discord_markdown.harness.meaning.denied_bold import ESCAPED_STAR, with_denied_bold
from tests.discord_markdown.harness.meaning.expected_html import is_known, tag_of
from tests.discord_markdown.harness.reader.content import Content, Span, mention


def hrefs(content: Content) -> list[str]:
    return [span.value for span in content.of("link")]


_STYLES = {
    "strong_open": "strong",
    "perhaps_strong_open": "free",
    "em_open": "em",
    "s_open": "strike",
}
_MENTION = re.compile(
    r"<(?:@!?(?P<user>\d+)|@&(?P<role>\d+)|#(?P<channel>\d+)|a?:\w+:(?P<emoji>\d+)"
    r"|t:(?P<time>-?\d{1,17})(?::[tTdDfFR])?|/[-\w ]+:(?P<command>\d+))>"
)
_FOOTNOTE = re.compile(r"\[\^([\w-]+)\]:?")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# A text is no address from the first letter on that is none of ASCII, which no source means.
_ADDRESS = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%|]+")


class Inline:
    def __init__(self, found: Expected) -> None:
        self._found = found
        self._open: list[tuple[str, ExitStack, int]] = []
        self._tags: list[tuple[str, ExitStack]] = []

    def read(self, tokens: Sequence[Token]) -> None:
        """Add what stands in a block."""
        parts = with_denied_bold(tokens)
        for index, token in enumerate(parts):
            if token.type.startswith("perhaps_"):
                self._found.content.add(self._found.add_alternatives(Alternatives(("", "**"))))
            if token.nesting > 0:
                stack = ExitStack()
                if token.type in _STYLES:
                    stack.enter_context(self._found.content.within(_STYLES[token.type]))
                if token.type == "link_open" and token.info != "auto":
                    self._scheme(str(token.attrs["href"]), parts[index + 1 :])
                self._open.append((str(token.attrs.get("href", "")), stack, self._length()))
            elif token.nesting < 0:
                self._leave(token)
            else:
                self._leaf(token)
        for _, stack in reversed(self._tags):
            stack.close()

    def _scheme(self, href: str, following: Sequence[Token]) -> None:
        """A text that is the address without its scheme may get it."""
        inside = itertools.takewhile(lambda token: token.type != "link_close", following)
        text = "".join(token.content for token in inside)
        rest = href.partition("://" if "://" in href else ":")[2]
        if text and rest.removeprefix("www.").strip("/") == text.removeprefix("www.").strip("/"):
            forms = ("", href.removesuffix(rest), href.removesuffix(text))
            self._found.content.add(self._found.add_alternatives(Alternatives(forms)))

    def _length(self) -> int:
        return len(self._found.content.text)

    def _leave(self, token: Token) -> None:
        href, stack, start = self._open.pop()
        stack.close()
        if token.type == "link_close":
            self._link(self._found.written(href), start, auto=token.info == "auto")

    def _link(self, href: str, start: int, *, auto: bool = False) -> None:
        found = self._found
        found.links_may.append(href)
        text = found.content.text[start:]
        if href.startswith(("http://", "https://", "discord://")):
            found.content.spans.append(Span("link", start, self._length(), href))
        if auto:
            return
        if not text:
            last = href.rstrip("/").rpartition("/")[2]
            found.content.add(found.add_alternatives(Alternatives((href, last, "image", "link"))))
        elif ALTERNATIVES.fullmatch(text[-1]) is None or len(text) > 1:
            # An address that can't be masked stands behind its text, or in place of it.
            found.content.add(found.add_alternatives(Alternatives(("", "/", f"({href})"))))

    def _leaf(self, token: Token) -> None:
        found = self._found
        match token.type:
            case "text":
                self._text(token.content)
            case "code_inline":
                words = found.written(token.content)
                with found.content.within("code", value=words):
                    found.content.add(words, code=True)
            case "softbreak" | "hardbreak":
                found.content.add("\n")
            case "image":
                self._image(token)
            case "html_inline":
                self._tag(token.content)

    def _image(self, token: Token) -> None:
        source = self._found.written(str(token.attrs["src"]))
        self._found.links_may.append(source)
        last = source.rstrip("/").rpartition("/")[2]
        alt = "".join(each.content for each in token.children or []) or last
        forms = (alt, f"{alt}({source})", source, "image", last)
        self._found.content.add(self._found.add_alternatives(Alternatives(forms)))

    def _text(self, text: str) -> None:
        text = _MENTION.sub(_named, text)
        self._addresses(_FOOTNOTE.sub(self._footnote, text))

    def _footnote(self, each: re.Match[str]) -> str:
        number = each[1].translate(_RAISED)
        forms = (each[0], each[0].replace("^", ""), number, f"({each[1]})", each[1])
        return self._found.add_alternatives(Alternatives(forms))

    def _addresses(self, text: str) -> None:
        content, at = self._found.content, 0
        if any(href for href, _, _ in self._open):
            content.add(text.replace(ESCAPED_STAR, "*"))
            return
        if text.startswith("-# ") and content.words[-1:] in ("", "\n"):
            content.add(self._found.add_alternatives(Alternatives(("", "-#"))))
            text = text[3:]
        for each in _ADDRESS.finditer(text):
            href = each[0].rstrip(".,:;!?'*_|\"]")
            while href.endswith(")") and href.count(")") > href.count("("):
                href = href[:-1].rstrip(".,:;!?'*_|\"]")
            content.add(text[at : each.start()].replace(ESCAPED_STAR, "*"))
            at = each.start() + len(href)
            with content.within("link", value=href):
                content.add(href)
        content.add(text[at:].replace(ESCAPED_STAR, "*"))

    def _tag(self, written: str) -> None:
        found = self._found
        name, attributes = tag_of(written)
        if written.startswith("<!--"):
            found.content.add(found.add_alternatives(Alternatives(("", written))))
        elif name == "img":
            alt = attributes.get("alt") or "image"
            source = attributes.get("src") or ""
            found.links_may.append(source)
            found.content.add(
                found.add_alternatives(Alternatives((alt, f"{alt}({source})", source, "")))
            )
        elif is_known(name, attributes):
            self._known_tag(name, written.startswith("</"), attributes)
        else:
            found.content.add(written)

    def _known_tag(self, name: str, closes: bool, attributes: dict[str, str | None]) -> None:
        content = self._found.content
        if name == "br":
            content.add("\n")
        elif not closes:
            if name == "sup":
                content.add(self._found.add_alternatives(Alternatives(("", "^"))))
            stack = ExitStack()
            stack.enter_context(content.within("free"))
            self._tags.append((attributes.get("href") or "", stack))
            self._found.links_may.append(attributes.get("href") or "")
        elif self._tags:
            href, stack = self._tags.pop()
            if href:
                content.add(self._found.add_alternatives(Alternatives(("", f"({href})"))))
            stack.close()


def _named(each: re.Match[str]) -> str:
    kind = str(each.lastgroup)
    return mention(kind, each[kind])
