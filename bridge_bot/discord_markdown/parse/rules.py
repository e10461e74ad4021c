"""The rules of inline text that CommonMark does not have, or that see to half a text as well."""

from __future__ import annotations

import re

from markdown_it import rules_inline
from markdown_it.rules_inline.state_inline import Delimiter

from bridge_bot.discord_markdown.parse.spans import Spans

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
_MOST_PIPES = 4
# To a space, a bracket, or what is written without spaces: CJK and its punctuation.
_ADDRESS = re.compile(
    r"https?://[^\s<>`|\u00ab\u00bb\u2000-\u206f\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    r"\U00020000-\U0003ffff]+",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"[^\W\d_]{3}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FORMULA = re.compile(r"[=^\\+{}]|(?<!\w)-|-(?!\w)")


def may_hide(content: str) -> bool:
    """Whether what stands between `||` is a spoiler, and no norm or logical formula."""
    return bool(_HIDDEN.search(content)) and not _FORMULA.search(content)


def link(state: Spans, silent: bool) -> bool:
    """A link or an image, unless nothing can end its text."""
    if state.src.find("]", state.pos, state.posMax) < 0:
        return False
    if state.src[state.pos] == "!":
        return rules_inline.image(state, silent)
    return rules_inline.link(state, silent)


def newline(state: Spans, _silent: bool) -> bool:
    """The end of a line, with the spaces around it."""
    words = state.pending.rstrip(" ")
    spaces = len(state.pending) - len(words)
    state.pending = words
    token = state.push("hardbreak" if spaces > 1 else "softbreak", "br", 0)
    start, end = state.pos - spaces, state.pos + 1
    while end < state.posMax and state.src[end] in " \t":
        end += 1
    state.pos = end
    token.meta["span"] = (start, end)
    return True


def escape(state: Spans, silent: bool) -> bool:
    """As in markdown-it; a backslash at a line's end breaks the line."""
    if state.src.startswith("\n", state.pos + 1) and not silent:
        start = state.pos
        state.pos += 1
        newline(state, silent)
        state.tokens[-1].type = "hardbreak"
        state.tokens[-1].meta["span"] = (start, state.pos)
        return True
    return rules_inline.escape(state, silent)


def address(state: Spans, silent: bool) -> bool:
    """A bare address, which Discord makes a link."""
    if state.linkLevel or not (found := _ADDRESS.match(state.src, state.pos, state.posMax)):
        return False
    words = found[0]
    while words:
        trimmed = words.rstrip(".,:;!?'\"*_~")
        if trimmed.endswith((")", "]", "}")):
            closing = trimmed[-1]
            if trimmed.count(closing) > trimmed.count({")": "(", "]": "[", "}": "{"}[closing]):
                trimmed = trimmed[:-1]
        if trimmed == words:
            break
        words = trimmed
    for mark in ("**", "~~"):  # which close here what has begun before
        if mark in words and mark in state.src[: state.pos]:
            words = words[: words.index(mark)]
    if len(words) < len("http://x"):
        return False
    if not silent:
        state.push("address", "", 0).content = words
    state.pos += len(words)
    return True


def code(state: Spans, silent: bool) -> bool:
    """Inline code; while the text grows also such that is not closed yet."""
    source, start = state.src, state.pos
    marks = re.compile("`+").match(source, start)
    if not marks:
        return False
    closer = None
    if marks[0] not in state.no_pair:
        pattern = re.compile(rf"(?<!`){marks[0]}(?!`)")
        closer = pattern.search(source, marks.end(), state.posMax)
        if not closer and state.posMax == len(source):
            state.no_pair.add(marks[0])
    growing = state.may_go_on
    if not closer and not growing:
        if not silent:
            state.add_text(marks.end())
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


def math(state: Spans, silent: bool) -> bool:
    """LaTeX between `$$`, `\\[ \\]`, `\\( \\)`, or `$` where it is plainly no money."""
    source, start = state.src, state.pos
    opening = source[start : start + 2]
    if opening not in _MATH_MARKS:
        opening = source[start]
    if opening not in _MATH_MARKS:
        return False
    body = start + len(opening)
    growing = state.may_go_on
    if opening == "$":
        end = _end_of_dollar_math(source, start, state.posMax, growing=growing)
    elif opening in state.no_pair:
        return False
    else:
        end = source.find(_MATH_MARKS[opening], body, state.posMax)
        if end < 0 and state.posMax == len(source) and not growing:
            state.no_pair.add(opening)
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


def discord(state: Spans, silent: bool) -> bool:
    """A mention, a custom emoji, a time stamp: what Discord shows as one."""
    match = _DISCORD.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        state.push("discord", "", 0).content = match[0]
    state.pos = match.end()
    return True


def spoiler(state: Spans, silent: bool) -> bool:
    """`||`, which may open or close a spoiler."""
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


def spoilers(state: Spans) -> None:
    """Make spoilers of the pairs of `||` that hide something."""
    metas = [meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta]
    for delimiters in (state.delimiters, *metas):
        for opener in delimiters:
            if opener.marker != _SPOILER or opener.end < 0:
                continue
            closer = delimiters[opener.end]
            start = state.tokens[opener.token].meta["mark"] + 2
            end = state.tokens[closer.token].meta["mark"]
            if not may_hide(state.src[start:end]) or state.src[end + 2 : end + 3] in ("_", "^"):
                opener.open = False
                continue
            for delimiter, nesting in ((opener, 1), (closer, -1)):
                token = state.tokens[delimiter.token]
                token.type = "spoiler_open" if nesting > 0 else "spoiler_close"
                token.markup, token.content = "||", ""
                token.nesting = 1 if nesting > 0 else -1
