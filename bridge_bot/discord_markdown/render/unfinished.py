"""What at the end of a growing inline text is unfinished: open emphasis, links without an address.

`a **bo` is shown as `a **bo**`; of `see [the do` only the text is shown, without the bracket.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from bridge_bot.discord_markdown.citations import HALF_A_MARK
from bridge_bot.discord_markdown.parse.inline_state import InlineState

_HALF_A_TARGET = re.compile(r"\((?:[^()\n]|\([^()\n]*\))*$|\[[^\]\n]*$")
_ENDS_A_FACTOR = re.compile(r"[A-Za-z0-9)\]}]")
_LONGEST_MARK = 6
_MOST_OPEN = 4  # delimiter runs that are closed at once; more are no emphasis


def open_delimiters(
    content: str, tokens: Sequence[Token], delimiters: Sequence[Delimiter], reopened_chars: int
) -> dict[int, str]:
    """Return the delimiter runs that are to be closed at the end of a growing text.

    By the index of each of their tokens: the run for the first one, an empty text for the others.
    Those in the first `reopened_chars` were open on the page before.
    """
    inside = -1
    runs: list[tuple[int, int, bool, list[int]]] = []
    for index, delimiter in enumerate(delimiters):
        token = tokens[delimiter.token]
        inside = max(inside, delimiter.end)
        if token.type != "text" or not token.content:
            continue
        start = token.meta["delimiter_at"]
        end, is_open = start + len(token.content), delimiter.open and index > inside
        if runs and runs[-1][1] == start and content[start - 1] == token.content[0]:
            first, _, all_open, run = runs[-1]
            runs[-1] = (first, end, all_open and is_open, [*run, delimiter.token])
        else:
            runs.append((start, end, is_open, [delimiter.token]))
    shown: dict[int, str] = {}
    for start, end, _, run in [run for run in runs if run[2]][-_MOST_OPEN:]:
        if start < reopened_chars or (end - start <= 3 and _is_meant(content, start, end)):
            shown |= dict.fromkeys(run, "")
            shown[run[0]] = content[start:end]
    return shown


def _is_meant(content: str, start: int, end: int) -> bool:
    """Whether a delimiter run that is open will likely be closed.

    Behind a word or a bracket it is rather a product or a power; and emphasis is hardly ever
    still open on the next line.
    """
    return not _ENDS_A_FACTOR.match(content[start - 1 : start]) and "\n" not in content[end:]


def link_spans(state: InlineState, max_withheld_chars: int) -> list[tuple[int, int]]:
    """Return the spans of an unfinished link or image that are withheld: before and behind its
    text. Nothing is withheld of one that is longer than `max_withheld_chars`.
    """
    content, length = state.src, len(state.src)
    start = end = -1
    if state.brackets:
        start, end = state.brackets[-1], length
    for opening, closing in state.pairs[-1:]:
        rest = content[closing + 1 :]
        if (opening > start or closing == start - 1) and (not rest or _HALF_A_TARGET.match(rest)):
            start, end = opening, closing
    if start < 0 or length - start > max_withheld_chars:
        return []
    first = start - 1 if start and content[start - 1] == "!" else start
    return [(first, start + 1), (end, length)]


def uncertain_mark(content: str, tokens: Sequence[Token], unfinished_at: int) -> int:
    """Return where the first mark begins that may turn out not to cite a source, or the length of
    the text: it is not complete, or in a link or a tag of code that is `unfinished_at`.
    """
    for token in tokens:
        if token.type == "citation" and token.meta["span"][0] > unfinished_at:
            return int(token.meta["span"][0])
    half = HALF_A_MARK.search(content, max(0, len(content) - _LONGEST_MARK))
    in_code = bool(tokens) and tokens[-1].type in ("code_inline", "math")
    return half.start() if half and not in_code else len(content)


def break_spans(content: str) -> list[tuple[int, int]]:
    """Return the span of a backslash at the end, if a further line would make it a line break."""
    length = len(content)
    is_even = (length - len(content.rstrip("\\"))) % 2 == 0
    return [] if is_even else [(length - 1, length)]
