"""Isolates around what is filled in, in languages that are written from right to left.

Without them a Latin name, a number or a link beside others takes part in the order of the whole
line (Unicode Standard Annex 9). The marks are invisible, but they count as characters, so there are
none inside of what Discord reads as one thing: an address, the target of a masked link, code, a
mention, a custom emoji, a timestamp. An argument that ends with a bare address gets none either:
the mark would be a part of the address.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from fluent.syntax import ast

RIGHT_TO_LEFT = frozenset({"ar"})
"""The languages that get isolates."""

_IN_CODE = frozenset({"usage-more"})
"""The sentences that are shown in a block of code."""

_FIRST_STRONG, _POP = "\u2068", "\u2069"
_LEFT_TO_RIGHT = "\u200e"
_SUFFIX = "-isolated"

# What stands directly before a place inside of one thing: `<t:`, `](`, `https://`.
_OPENED = re.compile(r"(?:<[^\s>]*|\]\([^\s)]*|https?://\S*)\Z")
_ENDS_WITH_ADDRESS = re.compile(r"https?://[^\s<>]*\Z")


def isolate_arguments(key: str, pattern: ast.Pattern) -> None:
    """Let each argument of a sentence that may be isolated be filled in as `with_isolated` has it.
    One that is all of the sentence needs no isolates.
    """
    match pattern.elements:
        case [ast.Placeable(expression=ast.VariableReference())]:
            return
    if key not in _IN_CODE:
        _isolate(pattern, "")


def with_isolated(
    args: Mapping[str, str | int], number: Callable[[int], str]
) -> dict[str, str | int]:
    """The arguments, and each once more between isolates. `number` writes a number."""
    texts = {key: each if isinstance(each, str) else number(each) for key, each in args.items()}
    return {**args, **{f"{key}{_SUFFIX}": isolated(each) for key, each in texts.items()}}


def isolated(text: str) -> str:
    """The text with each of its lines between isolates, but for those that end with an address."""
    return "\n".join(_isolated_line(line) for line in text.split("\n"))


def in_code(text: str) -> str:
    """A text between isolates if a part of it is written from right to left, for a line in a block
    of code, which stays one from left to right.
    """
    if text.isascii() or not any(unicodedata.bidirectional(char) in {"R", "AL"} for char in text):
        return text
    return f"{_LEFT_TO_RIGHT}{_FIRST_STRONG}{text}{_POP}"


def _isolated_line(line: str) -> str:
    if not line.strip() or _ENDS_WITH_ADDRESS.search(line):
        return line
    return f"{_FIRST_STRONG}{line}{_POP}"


def _isolate(pattern: ast.Pattern, before: str) -> str:
    """Rename the arguments of a pattern behind a text; returns the text up to its end."""
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            before += element.value
            continue
        expression = element.expression
        if isinstance(expression, ast.SelectExpression):
            # What follows a choice is taken to stand behind the last of its texts.
            before = [_isolate(variant.value, before) for variant in expression.variants][-1]
        elif isinstance(expression, ast.VariableReference):
            if not _OPENED.search(before) and before.count("`") % 2 == 0:
                expression.id.name += _SUFFIX
            before += "…"
        elif isinstance(expression, ast.StringLiteral):
            before += expression.parse()["value"]
    return before
