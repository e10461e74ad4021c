"""What of a growing inline text is not complete: marks that are closed for show, half links."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from bridge_bot.discord_markdown.parse.spans import Spans

_HALF_A_TARGET = re.compile(r"\((?:[^()\n]|\([^()\n]*\))*$|\[[^\]\n]*$")
_ENDS_A_FACTOR = re.compile(r"[A-Za-z0-9)\]}]")
_MOST_OPEN = 4  # marks that are closed for show at once; more are no emphasis


def open_marks(
    content: str, tokens: Sequence[Token], delimiters: Sequence[Delimiter], lead: int
) -> dict[int, str]:
    """The marks, by their tokens, that are closed for show while the text grows.

    Those in the first `lead` characters were open on the page before.
    """
    inside = -1
    runs: list[tuple[int, int, bool, list[int]]] = []
    for index, delimiter in enumerate(delimiters):
        token = tokens[delimiter.token]
        inside = max(inside, delimiter.end)
        if token.type != "text" or not token.content:
            continue
        start = token.meta["mark"]
        end, opens = start + len(token.content), delimiter.open and index > inside
        if runs and runs[-1][1] == start and content[start - 1] == token.content[0]:
            first, _, all_open, run = runs[-1]
            runs[-1] = (first, end, all_open and opens, [*run, delimiter.token])
        else:
            runs.append((start, end, opens, [delimiter.token]))
    shown: dict[int, str] = {}
    for start, end, _, run in [run for run in runs if run[2]][-_MOST_OPEN:]:
        if start < lead or (end - start <= 3 and _is_meant(content, start, end)):
            shown |= dict.fromkeys(run, "")
            shown[run[0]] = content[start:end]
    return shown


def _is_meant(content: str, start: int, end: int) -> bool:
    """Whether an open mark will likely be closed.

    Behind a word or a bracket it is rather a product or a power; and hardly one that is meant
    is still open on the next line.
    """
    return not _ENDS_A_FACTOR.match(content[start - 1 : start]) and "\n" not in content[end:]


def half_a_link(state: Spans, longest: int) -> list[tuple[int, int]]:
    """What is hidden of a link or an image that is not complete: before its text, and behind."""
    content, length = state.src, len(state.src)
    start = end = -1
    if state.brackets:
        start, end = state.brackets[-1], length
    for opening, closing in state.pairs[-1:]:
        rest = content[closing + 1 :]
        if (opening > start or closing == start - 1) and (not rest or _HALF_A_TARGET.match(rest)):
            start, end = opening, closing
    if start < 0 or length - start > longest:
        return []
    first = start - 1 if start and content[start - 1] == "!" else start
    return [(first, start + 1), (end, length)]
