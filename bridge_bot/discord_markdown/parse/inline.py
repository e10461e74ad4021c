"""The inline text of a block: CommonMark's rules, and what chatbots and Discord add.

markdown-it reads it, with rules for LaTeX, spoilers, mentions, custom emoji and bare addresses.
Other than in markdown-it every token has its span of the text: `token.meta["span"]` is its start
and end; of a run of delimiters (`**`, `||`) each token has its position in
`token.meta["delimiter_at"]`.
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

from bridge_bot.discord_markdown.parse import inline_rules
from bridge_bot.discord_markdown.parse.inline_state import InlineState

Rule = Callable[[Any, bool], bool]

_SPECIAL_CHARACTER = re.compile(r"[\n\\`*_~|\[\]!<&$\ue200]")
_SPECIAL = re.compile(r"[\n\\`*_~|\[\]!<&$\ue200]|https?://", re.IGNORECASE)


class _Inline(ParserInline):
    def parse(self, src: str, _md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """As in markdown-it, which reads the texts of images by this."""
        state = InlineState(src, MARKDOWN, env, growing=False)
        state.tokens = tokens
        self.read(state)
        return tokens

    def read(self, state: InlineState) -> None:
        """Read the whole text of a state."""
        self._tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)

    def tokenize(self, state: StateInline) -> None:
        """As in markdown-it, with a span for each token."""
        self._tokenize(cast(InlineState, state))

    @staticmethod
    def _tokenize(state: InlineState) -> None:
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
                delimiter = start
                for token in state.tokens[count:]:
                    if "span" not in token.meta and "at" in token.meta:
                        token.meta["span"] = (start, state.pos)
                        token.meta["delimiter_at"] = delimiter
                        delimiter += len(token.content)
            else:
                state.bracket(start)
                state.add_text(max(start + 1, special.end() if special[0][0] in "hH" else 0))
        if state.pending:
            state.pushPending()


def inline_tokens(
    content: str, env: dict[str, Any], *, growing: bool
) -> tuple[list[Token], list[Delimiter], InlineState]:
    """Return the tokens of an inline text, the delimiters outside of links, and the parser's state.

    `env` is markdown-it's environment (`references` are the definitions of links), and has in
    `citations` what the text may cite. While the text is `growing`, code and LaTeX may go on to its
    end without a closing delimiter.
    """
    state = InlineState(content, MARKDOWN, env, growing=growing)
    _INLINE.read(state)
    return state.tokens, state.delimiters, state


def is_plain(content: str) -> bool:
    """Whether no inline rule applies to any part of a text."""
    return not _SPECIAL_CHARACTER.search(content) and "://" not in content


def _only(characters: str, rule: Rule) -> RuleFuncInlineType:
    """Return a rule for these first characters alone: markdown-it tries each rule everywhere."""
    return lambda state, silent: state.src[state.pos] in characters and rule(state, silent)


def _parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": True})
    markdown.inline = _INLINE
    markdown.enable("strikethrough").disable("linkify")
    markdown.inline.ruler2.after(
        "emphasis", "spoiler", cast(RuleFuncInline2Type, inline_rules.spoilers)
    )
    markdown.inline.ruler2.disable("fragments_join")
    # markdown-it skips the text of a link by these rules before it reads it.
    ruler = markdown.inline.ruler
    ruler.at("backticks", _only("`", inline_rules.code))
    ruler.before("escape", "math", _only("\\$", inline_rules.math))
    ruler.before("autolink", "discord", _only("<", inline_rules.discord))
    return markdown


# By the character that each begins with, in the order in which they are tried.
_RULES: dict[str, tuple[Rule, ...]] = {
    "\n": (inline_rules.newline,),
    "\\": (inline_rules.math, inline_rules.escape),
    "$": (inline_rules.math,),
    "`": (inline_rules.code,),
    "~": (rules_inline.strikethrough.tokenize,),
    "|": (inline_rules.spoiler,),
    "*": (rules_inline.emphasis.tokenize,),
    "_": (rules_inline.emphasis.tokenize,),
    "[": (inline_rules.citation, inline_rules.link),
    "\ue200": (inline_rules.citation,),
    "!": (inline_rules.link,),
    "<": (inline_rules.discord, rules_inline.autolink, rules_inline.html_inline),
    "&": (inline_rules.entity,),
    "h": (inline_rules.address,),
    "H": (inline_rules.address,),
}
_INLINE = _Inline()
MARKDOWN = _parser()
