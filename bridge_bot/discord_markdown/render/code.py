"""Code as Discord shows it, which knows neither longer fences nor longer runs of backticks."""

from __future__ import annotations

import re

from bridge_bot.discord_markdown.pieces import Piece, Sort, Wrap

FENCE = "```"
_RUN = re.compile(r"(`{3,})")
_LANGUAGE = re.compile(r"[\w+.#-]{1,20}", re.ASCII)
_SHARP = {"c#": "cs", "f#": "fs"}
_PARTED = "\u200b"


def defused(code: str) -> str:
    """Code without three backticks in a row, which would end the block around it."""
    return _RUN.sub(lambda run: _PARTED.join(run[0]), code)


def language_of(info: str) -> str:
    """The language that a fence names, as far as Discord takes it."""
    found = _LANGUAGE.match(info.strip())
    language = found[0] if found else ""
    return _SHARP.get(language.lower(), language).rstrip("#")


def code_pieces(text: str, at: int, wraps: tuple[Wrap, ...] = ()) -> list[Piece]:
    """A line of code, or a part of it; no page ends between parted backticks."""
    if FENCE not in text:
        return [Piece(text, at, Sort.CODE, wraps)] if text else []
    pieces = []
    for part in _RUN.split(text):
        if part.startswith(FENCE):
            pieces.append(Piece(defused(part), at, Sort.ATOM, wraps, part))
        elif part:
            pieces.append(Piece(part, at, Sort.CODE, wraps))
        at += len(part) if at >= 0 else 0
    return pieces


def inline_code(
    text: str, markup: str, begin: int, at: int, *, is_math: bool, growing: bool = False
) -> list[Piece]:
    """Code in a line. Its text begins at `at` in the source, its marks at `begin`."""
    words = text.replace("\n", " ")
    lead = len(words) - len(words.lstrip(" "))
    if is_math:
        words = words.strip()
    elif words.startswith(" ") and words.endswith(" ") and words.strip():
        words, lead = words[1:-1], 1
    else:
        lead = 0
    if not words.strip() and (growing or not words):
        return []
    runs = {len(run) for run in re.findall("`+", defused(words))}
    mark = markup if not is_math and len(markup) <= 2 and len(markup) not in runs else "`"
    if len(mark) in runs:
        mark = "``" if mark == "`" else "`"
    opening = f"{mark} " if words.startswith("`") else mark
    closing = f" {mark}" if words.endswith("`") else mark
    wrap = Wrap("code", opening, closing, begin, markup, growing=growing)
    if len(mark) in runs:  # no run is as long as two backticks if all are parted
        parted = _PARTED.join(re.split("(?<=`)(?=`)", words))
        wrap.open, wrap.close = opening.replace(mark, "``"), closing.replace(mark, "``")
        return [Piece(parted, at, Sort.ATOM, (wrap,), words)]
    return code_pieces(words, at + lead if at >= 0 else at, (wrap,))
