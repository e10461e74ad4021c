"""Bold that CommonMark denies: its rules on what stands beside a delimiter know of no CJK text.

In `**“引用”**后` the closing delimiter has punctuation before it and a letter behind it, so it is
none. A writer means it all the same, and Discord shows it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

ESCAPED_STAR = "\ufdd0"
"""What a star that is escaped is meanwhile; no text has it."""


@dataclass
class _Delimiter:
    index: int
    before: str
    behind: str
    level: int


def with_denied_bold(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, with the literal `**` that make a pair as bold."""
    parts = _parts(tokens)
    opened_at: dict[int, _Delimiter] = {}  # by the level
    for index, part in enumerate(parts):
        if part.type != "text" or part.content != "**":
            continue
        delimiter = _Delimiter(index, _last(parts[:index]), _first(parts[index + 1 :]), part.level)
        opened = opened_at.pop(part.level, None)
        if opened and (kind := _kind(opened, delimiter)):
            parts[opened.index] = Token(f"{kind}_open", "strong", 1, level=part.level)
            parts[index] = Token(f"{kind}_close", "strong", -1, level=part.level)
        else:
            opened_at[part.level] = delimiter
    return parts


def _kind(opening: _Delimiter, closing: _Delimiter) -> str:
    """Bold, perhaps bold (`** Note:** text`), or nothing."""
    if closing.index == opening.index + 1:
        return ""
    if opening.behind.isspace() or closing.before.isspace():
        both = opening.behind.isspace() and closing.before.isspace()
        apart = opening.before.isspace() and closing.behind.isspace()
        return "" if both or not (apart or opening.behind.isspace()) else "perhaps_strong"
    beside = opening.before + opening.behind + closing.before + closing.behind
    return "" if beside.isascii() else "strong"


def _parts(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, each literal `**` of a text one of its own, and other texts joined."""
    parts: list[Token] = []
    for token in tokens:
        if token.type not in ("text", "text_special"):
            parts.append(token)
            continue
        special = token.type == "text_special"
        words = token.content.replace("*", ESCAPED_STAR) if special else token.content
        for piece in re.split(r"((?<!\*)\*\*(?!\*))", words):
            last = parts[-1] if parts else None
            if last and last.type == "text" and "**" not in (piece, last.content):
                last.content += piece
            elif piece:
                parts.append(Token("text", "", 0, content=piece, level=token.level))
    return parts


def _last(parts: Sequence[Token]) -> str:
    return next((part.content[-1] for part in reversed(parts) if part.content), " ")


def _first(parts: Sequence[Token]) -> str:
    return next((part.content[0] for part in parts if part.content), " ")
