"""The text inside of a block: CommonMark's rules, and what chatbots and Discord add.

Added are LaTeX, spoilers, mentions, custom emoji and bare addresses. Every token knows its span
of the text (`token.meta["span"]`), which markdown-it does not tell by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

from markdown_it import MarkdownIt, rules_inline
from markdown_it.parser_inline import ParserInline, RuleFuncInline2Type, RuleFuncInlineType
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from bridge_bot.discord_markdown.parse import rules
from bridge_bot.discord_markdown.parse.spans import Spans

Rule = Callable[[Any, bool], bool]

_SPECIAL_CHARACTER = re.compile(r"[\n\\`*_~|\[\]!<&$]")
_SPECIAL = re.compile(r"[\n\\`*_~|\[\]!<&$]|https?://", re.IGNORECASE)


class _Inline(ParserInline):
    def parse(self, src: str, _md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """As in markdown-it; it reads the texts of images by this."""
        state = Spans(src, MARKDOWN, env, growing=False)
        state.tokens = tokens
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        """As in markdown-it, and tell each token its span."""
        self._tokenize(cast(Spans, state))

    @staticmethod
    def _tokenize(state: Spans) -> None:
        end, too_deep = state.posMax, state.md.options["maxNesting"]
        while state.pos < end:
            special = _SPECIAL.search(state.src, state.pos, end)
            start = special.start() if special else end
            if start > state.pos:
                state.add_text(start)
            if not special:
                break
            count = len(state.tokens)
            rules = _RULES.get(state.src[start], ()) if state.level < too_deep else ()
            if any(rule(state, False) for rule in rules):
                mark = start
                for token in state.tokens[count:]:
                    if "span" not in token.meta and "at" in token.meta:
                        token.meta["span"] = (start, state.pos)
                        token.meta["mark"] = mark
                        mark += len(token.content)
            else:
                state.bracket(start)
                state.add_text(max(start + 1, special.end() if special[0][0] in "hH" else 0))
        if state.pending:
            state.pushPending()


def inline_tokens(
    content: str, env: dict[str, Any], *, growing: bool
) -> tuple[list[Token], list[Delimiter], Spans]:
    """The tokens of an inline text, the delimiters outside of links, and the parser's state."""
    state = Spans(content, MARKDOWN, env, growing=growing)
    MARKDOWN.inline.tokenize(state)
    for rule in MARKDOWN.inline.ruler2.getRules(""):
        rule(state)
    return state.tokens, state.delimiters, state


def is_plain(content: str) -> bool:
    """Whether there is nothing in a text but words."""
    return not _SPECIAL_CHARACTER.search(content) and "://" not in content


def _only(characters: str, rule: Rule) -> RuleFuncInlineType:
    """A rule for what begins with one of these; markdown-it tries each rule everywhere."""
    return lambda state, silent: state.src[state.pos] in characters and rule(state, silent)


def _parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": True})
    markdown.inline = _Inline()
    markdown.enable("strikethrough").disable("linkify")
    markdown.inline.ruler2.after("emphasis", "spoiler", cast(RuleFuncInline2Type, rules.spoilers))
    markdown.inline.ruler2.disable("fragments_join")
    # How the text of a link is skipped before it is read.
    ruler = markdown.inline.ruler
    ruler.at("backticks", _only("`", rules.code))
    ruler.before("escape", "math", _only("\\$", rules.math))
    ruler.before("autolink", "discord", _only("<", rules.discord))
    return markdown


# By the characters that they look for, in the order in which they are tried.
_RULES: dict[str, tuple[Rule, ...]] = {
    "\n": (rules.newline,),
    "\\": (rules.math, rules.escape),
    "$": (rules.math,),
    "`": (rules.code,),
    "~": (rules_inline.strikethrough.tokenize,),
    "|": (rules.spoiler,),
    "*": (rules_inline.emphasis.tokenize,),
    "_": (rules_inline.emphasis.tokenize,),
    "[": (rules.link,),
    "!": (rules.link,),
    "<": (rules.discord, rules_inline.autolink, rules_inline.html_inline),
    "&": (rules_inline.entity,),
    "h": (rules.address,),
    "H": (rules.address,),
}
MARKDOWN = _parser()
