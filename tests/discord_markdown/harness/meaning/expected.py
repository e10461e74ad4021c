"""What a Markdown text means, as a reader of CommonMark with tables and strikethrough gets it.

Discord can't show all of that, and the product shows some of it otherwise on purpose. At such a
place the content has one character that stands for `Alternatives`: what may be seen there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.discord_markdown.harness.meaning.alternatives import ALTERNATIVES, Alternatives, Expected
from tests.discord_markdown.harness.meaning.expected_html import words_of
from tests.discord_markdown.harness.meaning.expected_inline import Inline, hrefs
from tests.discord_markdown.harness.reader.content import compact

MARKDOWN = MarkdownIt("commonmark", {"html": True})
MARKDOWN.enable(["table", "strikethrough"]).disable("text_join")

_CITATION = re.compile("\ue200[^\ue201\n]{0,200}\ue201|【\\d+[:†][^】\n]{0,200}】|[\ue200-\ue202]")
_DEFINITION = re.compile(r"(?m)^ {0,3}\[[^\]\n]+\]:[ \t]*\S.*$")
_MATH = (
    r"\$\$(?:(?!\$\$|\n[ \t]*\n)[\s\S])+\$\$",
    r"\\\[(?:(?!\\\]|\n[ \t]*\n)[\s\S])+\\\]",
    r"\\\((?:(?!\\\)|\n[ \t]*\n)[\s\S])+\\\)",
    r"(?<![\w$\\])\$(?![\s$])[^$\n]{0,300}?(?<![\s\\])\$(?![\d$])",
)
_SKIPPED = (
    (
        r"(?m:^[ >\d.*+\-]*?)(?P<fence>`{3,}|~{3,})(?:(?<=~)|(?=[^`\n]*$))[\s\S]*?"
        r"(?:(?m:^)[ >]*(?P=fence)[`~]*[ ]*(?m:$)|\Z)"
    ),
    r"(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])*?(?<!`)(?P=ticks)(?!`)",
    r"\\\\",
)
_CODE_OR_MATH = re.compile("|".join((*_SKIPPED, f"(?P<math>{'|'.join(_MATH)})")), re.MULTILINE)
_PUNCTUATION = r"[!-/:-@\[-`{-~]"


def expected(source: str) -> Expected:
    """What the source means."""
    found = Expected()
    source = _CITATION.sub("", source).replace("\r\n", "\n").replace("\0", "")
    source = ALTERNATIVES.sub("", source)
    found.definitions = compact("".join(_DEFINITION.findall(source)))
    found.links_may += re.findall(r"https?://[!#-&(*-;=?-Z^-~]+", source)
    source = _CODE_OR_MATH.sub(lambda each: _math(found, each), source)
    _Blocks(found).read(MARKDOWN.parse(source))
    return found


def _math(found: Expected, each: re.Match[str]) -> str:
    written = each["math"]
    if not written:
        return each[0]
    size = 1 if written[0] == "$" != written[1] else 2
    inner = written[size:-size]
    inline = Expected()
    Inline(inline).read(MARKDOWN.parseInline(written)[0].children or [])
    plain = inline.content.text
    if inline.alternatives or _LISTED.search(inner):
        plain = written
    unescaped = re.sub(rf"\\({_PUNCTUATION})", r"\1", written)
    return found.add_alternatives(Alternatives((inner, written, unescaped, plain)), written)


_LISTED = re.compile(r"(?m)^ *(?:[-*+>]|\d+[.)]) ")


class _Blocks:
    def __init__(self, found: Expected) -> None:
        self._found = found
        self._open: list[ExitStack] = []
        self._numbers: list[int | None] = []

    def read(self, tokens: Sequence[Token]) -> None:
        """Add these blocks."""
        waiting = iter(tokens)
        for token in waiting:
            if token.type == "table_open":
                self._table(token, waiting)
            elif token.nesting > 0:
                self._enter(token)
            elif token.nesting < 0:
                self._leave(token)
            else:
                self._leaf(token)

    def _enter(self, token: Token) -> None:
        content, stack = self._found.content, ExitStack()
        match token.type:
            case "ordered_list_open":
                self._numbers.append(int(token.attrs.get("start", 1)))
            case "bullet_list_open":
                self._numbers.append(None)
            case "list_item_open":
                number = self._numbers[-1]
                marker = "-" if number is None else f"{number}."
                self._numbers[-1] = None if number is None else number + 1
                depth = len(self._numbers)
                kind = "item" if token.markup != ")" else "free"
                stack.enter_context(content.within(kind, value=marker, depth=depth))
                if token.markup == ")":  # of which Discord makes no item: it looks like one
                    content.add(self._found.add_alternatives(Alternatives(("", f"{number})"))))
            case "blockquote_open":
                stack.enter_context(content.within("quote"))
            case "heading_open":
                underlined = token.markup in "-="
                # Of several lines with dashes below hardly one means a heading.
                stack.enter_context(content.within("free" if underlined else "heading"))
        self._open.append(stack)

    def _leave(self, token: Token) -> None:
        self._open.pop().close()
        if token.type.endswith("list_close"):
            self._numbers.pop()
        if token.type == "heading_close" and token.markup in "-=":
            self._rule()
        self._found.content.add("\n\n")

    def _leaf(self, token: Token) -> None:
        found = self._found
        match token.type:
            case "inline":
                Inline(found).read(token.children or [])
            case "fence" | "code_block":
                words = found.written(token.content)
                with found.content.within("codeblock", value=words):
                    found.content.add(words, code=True)
            case "html_block":
                there = words_of(found.written(token.content))
                found.content.add(found.add_alternatives(Alternatives(words=there)))
            case "hr":
                self._rule()

    def _rule(self) -> None:
        forms = ("", "─" * 12, "---", "***", "___")
        self._found.content.add(self._found.add_alternatives(Alternatives(forms)))

    def _table(self, opening: Token, waiting: Iterator[Token]) -> None:
        words: list[str] = []
        code: list[str] = []
        in_body = False
        for token in waiting:
            if token.type == "table_close":
                break
            in_body = in_body or token.type == "tbody_open"
            if token.type != "inline" or not in_body:
                continue
            # As it stands in a cell, its own places included.
            cell = Expected(alternatives=self._found.alternatives, raw=self._found.raw)
            Inline(cell).read(token.children or [])
            self._found.links_may += [*cell.links_may, *hrefs(cell.content)]
            code += [span.value for span in cell.content.of("code")]
            words += re.findall(r"\w+", ALTERNATIVES.sub(" ", cell.content.words))
        self._found.content.add(
            self._found.add_alternatives(Alternatives(words=tuple(words), code=tuple(code)))
            + "\n\n"
        )
