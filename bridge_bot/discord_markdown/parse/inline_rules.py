"""Inline rules that CommonMark does not have, or that have to read an unfinished text as well.

A rule is one of markdown-it's: it reads at `state.pos`, pushes tokens unless it is `silent`, moves
`state.pos`, and returns whether it applied.
"""

from __future__ import annotations

import re

from markdown_it import rules_inline
from markdown_it.rules_inline.state_inline import Delimiter

from bridge_bot.discord_markdown.citations import MARK, Citations
from bridge_bot.discord_markdown.parse.inline_state import InlineState

_SPOILER = ord("|")
_DISCORD = re.compile(
    r"<(?:@[!&]?\d{1,20}|#\d{1,20}|t:-?\d{1,17}(?::[a-zA-Z])?|a?:\w{1,32}:\d{1,20}"
    r"|/[\w-]{1,32}(?: [\w-]{1,32}){0,2}:\d{1,20}|id:\w{1,20})>"
)
_MATH_DELIMITERS = {"\\(": "\\)", "\\[": "\\]", "$$": "$$", "$": "$"}
_PLAINLY_MATH = re.compile(
    r"\\[A-Za-z]|\^|[=≤≥≠≈]|(?<![A-Za-z])[A-Za-z]_|[A-Za-z)]\s*[-+*/<>]\s*\w|^\d*[A-Za-z]'?$"
)
_MATH_AFTER_A_DIGIT = re.compile(r"\\[A-Za-z]|\^|^\d+[A-Za-z](?![A-Za-z])")
_LONGEST_DOLLAR_MATH = 300
_MOST_PIPES = 4
# To a space, a bracket, or what is written without spaces: CJK and its punctuation.
_ADDRESS = re.compile(
    r"https?://[^\s<>`|\u00ab\u00bb\u2000-\u206f\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    r"\U00020000-\U0003ffff]+",
    re.IGNORECASE,
)
_ORDER_OVERRIDE = re.compile(r"&#(?:x0*202[de]|0*823[78]);", re.IGNORECASE)
_HIDDEN = re.compile(r"[^\W\d_]{3}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FORMULA = re.compile(r"[=^\\+{}]|(?<!\w)-|-(?!\w)")


def may_hide(content: str) -> bool:
    """Whether the text between `||` is a spoiler, and no norm (`||x||`) or logical formula."""
    return bool(_HIDDEN.search(content)) and not _FORMULA.search(content)


def citation(state: InlineState, silent: bool) -> bool:
    """A mark that cites a source, such as `[1]`. In the text of a link or `<a>` there is none."""
    if state.linkLevel or not (found := _mark_at(state, state.pos)):
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content, token.meta["entry"] = found[0], int(found[1] or found[2])
    state.pos = found.end()
    return True


def _mark_at(state: InlineState, at: int) -> re.Match[str] | None:
    citations: Citations | None = state.env.get("citations")
    if not citations:
        return None
    found = MARK.match(state.src, at, state.posMax)
    return found if found and citations.has(int(found[1] or found[2])) else None


def link(state: InlineState, silent: bool) -> bool:
    """A link or an image. Without a `]` further on there can be none, which is quickly told."""
    if state.src.find("]", state.pos, state.posMax) < 0:
        return False
    if state.src[state.pos] == "!":
        if _mark_at(state, state.pos + 1):
            return False
        return rules_inline.image(state, silent)
    return rules_inline.link(state, silent)


def newline(state: InlineState, _silent: bool) -> bool:
    """A soft or hard line break, with the spaces around it."""
    address = state.pending.rstrip(" ")
    spaces = len(state.pending) - len(address)
    state.pending = address
    token = state.push("hardbreak" if spaces > 1 else "softbreak", "br", 0)
    start, end = state.pos - spaces, state.pos + 1
    while end < state.posMax and state.src[end] in " \t":
        end += 1
    state.pos = end
    token.meta["span"] = (start, end)
    return True


def escape(state: InlineState, silent: bool) -> bool:
    """A backslash, as in markdown-it; one at a line's end is a hard line break."""
    if state.src.startswith("\n", state.pos + 1) and not silent:
        start = state.pos
        state.pos += 1
        newline(state, silent)
        state.tokens[-1].type = "hardbreak"
        state.tokens[-1].meta["span"] = (start, state.pos)
        return True
    return rules_inline.escape(state, silent)


def entity(state: InlineState, silent: bool) -> bool:
    """An entity such as `&amp;`. One of a character that turns the order of letters is text."""
    return not _ORDER_OVERRIDE.match(state.src, state.pos) and rules_inline.entity(state, silent)


def address(state: InlineState, silent: bool) -> bool:
    """A bare web address, which Discord makes a link.

    Punctuation at its end is not part of it, nor is a bracket that has no partner in it.
    """
    if state.linkLevel or not (found := _ADDRESS.match(state.src, state.pos, state.posMax)):
        return False
    address = found[0]
    while address:
        trimmed = address.rstrip(".,:;!?'\"*_~")
        if trimmed.endswith((")", "]", "}")):
            closing = trimmed[-1]
            if trimmed.count(closing) > trimmed.count({")": "(", "]": "[", "}": "{"}[closing]):
                trimmed = trimmed[:-1]
        if trimmed == address:
            break
        address = trimmed
    for delimiter in ("**", "~~"):  # these close what has begun before the address
        if delimiter in address and delimiter in state.src[: state.pos]:
            address = address[: address.index(delimiter)]
    if len(address) < len("http://x"):
        return False
    if not silent:
        state.push("address", "", 0).content = address
    state.pos += len(address)
    return True


def code(state: InlineState, silent: bool) -> bool:
    """A code span; while the text grows also one that is not closed yet (its token is `hidden`)."""
    source, start = state.src, state.pos
    backticks = re.compile("`+").match(source, start)
    if not backticks:
        return False
    closer = None
    if backticks[0] not in state.no_pair:
        pattern = re.compile(rf"(?<!`){backticks[0]}(?!`)")
        closer = pattern.search(source, backticks.end(), state.posMax)
        if not closer and state.posMax == len(source):
            state.no_pair.add(backticks[0])
    growing = state.may_go_on
    if not closer and not growing:
        if not silent:
            state.add_text(backticks.end())
        state.pos = backticks.end()
        return True
    body_end = closer.start() if closer else state.posMax
    body = backticks.end(), body_end
    return _verbatim(state, "code_inline", body, closer[0] if closer else "", silent=silent)


def math(state: InlineState, silent: bool) -> bool:
    """LaTeX between `$$`, `\\[ \\]`, `\\( \\)`, or `$` where it is plainly no money.

    While the text grows it may still be open at the end (its token is `hidden`).
    """
    source, start = state.src, state.pos
    opening = source[start : start + 2]
    if opening not in _MATH_DELIMITERS:
        opening = source[start]
    if opening not in _MATH_DELIMITERS:
        return False
    body = start + len(opening)
    growing = state.may_go_on
    if opening == "$":
        end = _end_of_dollar_math(source, start, state.posMax, growing=growing)
        if end >= 0 and _cites_before_command(state, body, end):
            return False
    elif opening in state.no_pair:
        return False
    else:
        end = source.find(_MATH_DELIMITERS[opening], body, state.posMax)
        if end < 0 and state.posMax == len(source) and not growing:
            state.no_pair.add(opening)
    closed = end >= 0 and end < state.posMax
    if not closed and (not growing or (opening == "$" and end < 0)):
        return False
    body_end = end if closed else state.posMax
    if not source[body:body_end].strip():
        return False
    closing = _MATH_DELIMITERS[opening] if closed else ""
    return _verbatim(state, "math", (body, body_end), closing, silent=silent)


def _cites_before_command(state: InlineState, start: int, end: int) -> bool:
    """Whether a mark stands between two `$` before any backslash. It was shown as a citation while
    only the first `$` had come, so this is no LaTeX.
    """
    if not state.env.get("citations"):
        return False
    command = state.src.find("\\", start, end)
    marks = MARK.finditer(state.src, start, end if command < 0 else command)
    return any(_mark_at(state, found.start()) for found in marks)


def _verbatim(
    state: InlineState, kind: str, body: tuple[int, int], closing: str, *, silent: bool
) -> bool:
    """Take the text of `body` as it is; without a closing delimiter it is still open."""
    if not silent:
        token = state.push(kind, "code", 0)
        token.markup, token.content = state.src[state.pos : body[0]], state.src[slice(*body)]
        token.meta["body"] = body
        token.hidden = not closing
    state.pos = body[1] + len(closing)
    return True


def _end_of_dollar_math(source: str, start: int, limit: int, *, growing: bool) -> int:
    """Return where `$…$` ends; the limit if it may still end; -1 if it is none.

    `$x^2$` is LaTeX, `$5 and $6` is money.
    """
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
        if source[end - 1].isspace() and source[end + 1 : end + 2].strip():
            return -1  # another one begins: this one is money
        end += 1
    content = source[start + 1 : end if end >= 0 else last]
    plain = _MATH_AFTER_A_DIGIT if content[:1].isdigit() else _PLAINLY_MATH
    if not plain.search(content):
        return -1
    if end >= 0:
        return end
    return limit if growing and last == len(source) and "\\" in content else -1


def discord(state: InlineState, silent: bool) -> bool:
    """A mention, a custom emoji or a timestamp of Discord's: `<@1>`, `<:name:1>`, `<t:1:R>`."""
    match = _DISCORD.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        state.push("discord", "", 0).content = match[0]
    state.pos = match.end()
    return True


def spoiler(state: InlineState, silent: bool) -> bool:
    """`||`, which may open or close a spoiler; `spoilers` pairs them."""
    if silent or not state.src.startswith("||", state.pos):
        return False
    scanned = state.scanDelims(state.pos, True)
    if scanned.length > _MOST_PIPES:
        state.add_text(state.pos + scanned.length)
        return True
    state.push("text", "", 0).content = "||"
    state.delimiters.append(
        Delimiter(_SPOILER, 0, len(state.tokens) - 1, -1, scanned.can_open, scanned.can_close)
    )
    state.pos += 2
    return True


def spoilers(state: InlineState) -> None:
    """Make spoilers of the pairs of `||` that hide something; the others stay text."""
    metas = [meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta]
    for delimiters in (state.delimiters, *metas):
        for opener in delimiters:
            if opener.marker != _SPOILER or opener.end < 0:
                continue
            closer = delimiters[opener.end]
            start = state.tokens[opener.token].meta["delimiter_at"] + 2
            end = state.tokens[closer.token].meta["delimiter_at"]
            if not may_hide(state.src[start:end]) or state.src[end + 2 : end + 3] in ("_", "^"):
                opener.open = False
                continue
            for delimiter, nesting in ((opener, 1), (closer, -1)):
                token = state.tokens[delimiter.token]
                token.type = "spoiler_open" if nesting > 0 else "spoiler_close"
                token.markup, token.content = "||", ""
                token.nesting = 1 if nesting > 0 else -1
