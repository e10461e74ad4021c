"""The Markdown parser: CommonMark with tables and strikethrough, and what chatbots and Discord add.

Added are LaTeX, spoilers, mentions and custom emoji. Every inline token knows its span of the
source (`token.meta["span"]`), which markdown-it does not tell by itself.
"""

from __future__ import annotations

import re
from typing import Any, Literal

from markdown_it import MarkdownIt, rules_inline
from markdown_it.parser_inline import ParserInline, RuleFuncInlineType
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

_SPOILER = ord("|")
_DISCORD = re.compile(
    r"<(?:@[!&]?\d{1,20}|#\d{1,20}|t:-?\d{1,17}(?::[a-zA-Z])?|a?:\w{1,32}:\d{1,20}"
    r"|/[\w-]{1,32}(?: [\w-]{1,32}){0,2}:\d{1,20}|id:\w{1,20})>"
)
_MATH_MARKS = {"\\(": "\\)", "\\[": "\\]", "$$": "$$", "$": "$"}
_PLAINLY_MATH = re.compile(
    r"\\[A-Za-z]|\^|[=≤≥≠≈]|(?<![A-Za-z])[A-Za-z]_|[A-Za-z)]\s*[-+*/<>]\s*\w|^\d*[A-Za-z]'?$"
)
_MATH_AFTER_A_DIGIT = re.compile(r"\\[A-Za-z]|\^|^\d+[A-Za-z](?![A-Za-z])")
_LONGEST_DOLLAR_MATH = 300


class Spans(StateInline):
    """The state of one inline parse, which also keeps the brackets that are no links."""

    def __init__(
        self, src: str, md: MarkdownIt, env: dict[str, Any], tokens: list[Token], *, growing: bool
    ) -> None:
        super().__init__(src, md, env, tokens)
        self.growing = growing
        self.brackets: list[int] = []
        self.pairs: list[tuple[int, int]] = []

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """As in markdown-it, and note where the parser stands."""
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        return token

    def literal(self, position: int) -> None:
        """A character that begins nothing."""
        if self.linkLevel:
            return
        if self.src[position] == "[":
            self.brackets.append(position)
        elif self.src[position] == "]" and self.brackets:
            self.pairs.append((self.brackets.pop(), position))


class _Inline(ParserInline):
    def tokenize(self, state: StateInline) -> None:
        """As in markdown-it, and tell each token its span."""
        end, too_deep = state.posMax, state.md.options["maxNesting"]
        while state.pos < end:
            start, count = state.pos, len(state.tokens)
            if rules_inline.text(state, False):
                continue
            rules = _RULES_BY_CHARACTER.get(state.src[start], ()) if state.level < too_deep else ()
            if any(rule(state, False) for rule in rules):
                mark = start
                for token in state.tokens[count:]:
                    if "span" not in token.meta and "at" in token.meta:
                        token.meta["span"] = (start, state.pos)
                        token.meta["mark"] = mark
                        mark += len(token.content)
                continue
            if isinstance(state, Spans):
                state.literal(start)
            state.append_pending(state.src[start])
            state.pos += 1
        if state.pending:
            state.pushPending()


def inline_tokens(
    content: str, env: dict[str, Any], *, growing: bool
) -> tuple[list[Token], list[Delimiter], Spans]:
    """The tokens of an inline text, the delimiters outside of links, and the parser's state."""
    state = Spans(content, MARKDOWN, env, [], growing=growing)
    MARKDOWN.inline.tokenize(state)
    for rule in MARKDOWN.inline.ruler2.getRules(""):
        rule(state)
    return state.tokens, state.delimiters, state


def block_tokens(source: str, env: dict[str, Any]) -> list[Token]:
    """The blocks of a text; the definitions of links go into `env["references"]`."""
    tokens: list[Token] = []
    MARKDOWN.block.parse(source, MARKDOWN, env, tokens)
    return tokens


def _code(state: StateInline, silent: bool) -> bool:
    """Inline code; while the text grows also such that is not closed yet."""
    source, start = state.src, state.pos
    if source[start] != "`":
        return False
    marks = re.compile("`+").match(source, start)
    if not marks:
        return False
    closer = re.compile(rf"(?<!`){marks[0]}(?!`)").search(source, marks.end(), state.posMax)
    growing = isinstance(state, Spans) and state.growing and state.posMax == len(source)
    if not closer and not growing:
        if not silent:
            state.append_pending(marks[0])
        state.pos = marks.end()
        return True
    body_end, end = closer.span() if closer else (state.posMax, state.posMax)
    if not silent:
        token = state.push("code_inline", "code", 0)
        token.markup, token.content = marks[0], source[marks.end() : body_end]
        token.meta["body"] = (marks.end(), body_end)
        token.hidden = not closer
    state.pos = end
    return True


def _math(state: StateInline, silent: bool) -> bool:
    """LaTeX between `$$`, `\\[ \\]`, `\\( \\)`, or `$` where it is plainly no money."""
    source, start = state.src, state.pos
    if source[start] not in "\\$":
        return False
    opening = source[start : start + 2]
    if opening not in _MATH_MARKS:
        opening = source[start]
    if opening not in _MATH_MARKS:
        return False
    body = start + len(opening)
    growing = isinstance(state, Spans) and state.growing and state.posMax == len(source)
    if opening == "$":
        end = _end_of_dollar_math(source, start, state.posMax, growing=growing)
    else:
        end = source.find(_MATH_MARKS[opening], body, state.posMax)
    closed = end >= 0 and end < state.posMax
    if not closed and (not growing or (opening == "$" and end < 0)):
        return False
    body_end = end if closed else state.posMax
    if not source[body:body_end].strip():
        return False
    if not silent:
        token = state.push("math", "code", 0)
        token.markup, token.content = opening, source[body:body_end]
        token.meta["body"] = (body, body_end)
        token.hidden = not closed
    state.pos = end + len(_MATH_MARKS[opening]) if closed else state.posMax
    return True


def _end_of_dollar_math(source: str, start: int, limit: int, *, growing: bool) -> int:
    """Where `$…$` ends; the limit if it may still end; -1 if it is none."""
    before = source[start - 1 : start]
    if before.isalnum() or before in ("$", "\\") or not source[start + 1 : start + 2].strip():
        return -1
    end = start + 1
    limit = min(limit, end + _LONGEST_DOLLAR_MATH)
    line = source.find("\n", end, limit)
    last = line if line >= 0 else limit
    while (end := source.find("$", end, last)) >= 0:
        if not source[end - 1].isspace() and not source[end + 1 : end + 2].isalnum():
            break
        end += 1
    content = source[start + 1 : end if end >= 0 else last]
    plain = _MATH_AFTER_A_DIGIT if content[:1].isdigit() else _PLAINLY_MATH
    if not plain.search(content):
        return -1
    if end >= 0:
        return end
    return limit if growing and last == len(source) and "\\" in content else -1


def _discord(state: StateInline, silent: bool) -> bool:
    """A mention, a custom emoji, a time stamp: what Discord shows as one."""
    if state.src[state.pos] != "<":
        return False
    match = _DISCORD.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        state.push("discord", "", 0).content = match[0]
    state.pos = match.end()
    return True


def _spoiler(state: StateInline, silent: bool) -> bool:
    if silent or not state.src.startswith("||", state.pos):
        return False
    scanned = state.scanDelims(state.pos, True)
    state.push("text", "", 0).content = "||"
    state.delimiters.append(
        Delimiter(_SPOILER, 0, len(state.tokens) - 1, -1, scanned.can_open, scanned.can_close)
    )
    state.pos += 2
    return True


def _spoilers(state: StateInline) -> None:
    metas = [meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta]
    for delimiters in (state.delimiters, *metas):
        for opener in delimiters:
            if opener.marker == _SPOILER and opener.end >= 0:
                for delimiter, nesting in ((opener, 1), (delimiters[opener.end], -1)):
                    token = state.tokens[delimiter.token]
                    token.type = "spoiler_open" if nesting > 0 else "spoiler_close"
                    token.markup, token.content = "||", ""


def _math_block(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """LaTeX over several lines, from `$$` or `\\[` at the beginning of one; no blank line in it."""
    if state.is_code_block(first):
        return False
    line = state.src[state.bMarks[first] + state.tShift[first] : state.eMarks[first]]
    opening = line[:2]
    if opening not in ("$$", "\\[") or _MATH_MARKS[opening] in line[2:]:
        return False
    end = _end_of_math(state, first, last, _MATH_MARKS[opening])
    if end is None and (line[2:].strip() and first == last - 1):
        return False  # it may end on its line
    goes_on = state.bMarks[first] < state.env.get("lead_chars", 0)  # from the last page
    may_go_on = state.env.get("growing") and last == len(state.bMarks) - 1
    growing = may_go_on or (goes_on and last == state.lineMax)
    if end == -1 or (end is None and not growing):
        return False
    number, closed = (last - 1, False) if end is None else (end, True)
    if silent:
        return True
    token = state.push("math_block", "code", 0)
    token.markup, token.hidden, token.map = opening, not closed, [first, number + 1]
    state.line = number + 1
    return True


def _end_of_math(state: StateBlock, first: int, last: int, closing: str) -> int | None:
    """The line that ends LaTeX; none if it may still come, -1 if it is not LaTeX."""
    for number in range(first + 1, last):
        text = state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]
        if not text.strip() or state.sCount[number] < state.blkIndent:
            return -1
        if closing in text:
            return number if text.rstrip().find(closing) == len(text.rstrip()) - 2 else -1
    return None


def _comment(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """A comment over several lines, of which nothing is shown."""
    start = state.bMarks[first] + state.tShift[first]
    if state.is_code_block(first) or not state.src.startswith("<!--", start):
        return False
    end = state.src.find("-->", start + 4, state.eMarks[last - 1])
    if end < 0 or end - start > state.env.get("longest_comment", 0):
        return False
    number = next(line for line in range(first, last) if end < state.eMarks[line])
    if state.src[end + 3 : state.eMarks[number]].strip():
        return False
    if silent:
        return True
    token = state.push("comment", "", 0)
    token.map = [first, number + 1]
    state.line = number + 1
    return True


def _parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": True})
    markdown.inline = _Inline()
    markdown.enable(["table", "strikethrough"]).disable(["html_block", "linkify"])
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    markdown.block.ruler.before("fence", "math_block", _math_block, interrupts)
    markdown.block.ruler.before("fence", "comment", _comment, interrupts)
    inline = markdown.inline
    inline.ruler.before("escape", "math", _math)
    inline.ruler.at("backticks", _code)
    inline.ruler.before("emphasis", "spoiler", _spoiler)
    inline.ruler.before("autolink", "discord", _discord)
    inline.ruler2.after("emphasis", "spoiler", _spoilers)
    inline.ruler2.disable("fragments_join")
    inline.add_terminator_char("|")
    return markdown


# As the parser's rules stand, by the characters that they look for: many rules, few of which fit.
_RULES_BY_CHARACTER: dict[str, tuple[RuleFuncInlineType, ...]] = {
    "\n": (rules_inline.newline,),
    "\\": (_math, rules_inline.escape),
    "$": (_math,),
    "`": (_code,),
    "~": (rules_inline.strikethrough.tokenize,),
    "|": (_spoiler,),
    "*": (rules_inline.emphasis.tokenize,),
    "_": (rules_inline.emphasis.tokenize,),
    "[": (rules_inline.link,),
    "!": (rules_inline.image,),
    "<": (_discord, rules_inline.autolink, rules_inline.html_inline),
    "&": (rules_inline.entity,),
}
MARKDOWN = _parser()
