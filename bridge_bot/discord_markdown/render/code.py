"""Code as Discord shows it: it knows no fences or code spans of more backticks than are usual."""

from __future__ import annotations

import re

from bridge_bot.discord_markdown.fragments import Fragment, FragmentKind, Wrap

FENCE = "```"
_THREE_BACKTICKS = re.compile(r"(`{3,})")
_LANGUAGE = re.compile(r"[\w+.#-]{1,20}", re.ASCII)
_SHARP = {"c#": "cs", "f#": "fs"}
_ZERO_WIDTH_SPACE = "\u200b"


def without_code_fences(code: str) -> str:
    """Return code without three backticks in a row, which would end the block around it.

    Zero-width spaces stand between them.
    """
    return _THREE_BACKTICKS.sub(lambda run: _ZERO_WIDTH_SPACE.join(run[0]), code)


def language_of(info: str) -> str:
    """Return the language of an info string as far as Discord knows it, or an empty text.

    `python title="x"` is `python`, `c#` is `cs`.
    """
    found = _LANGUAGE.match(info.strip())
    language = found[0] if found else ""
    return _SHARP.get(language.lower(), language).rstrip("#")


def code_fragments(text: str, at: int, wraps: tuple[Wrap, ...] = ()) -> list[Fragment]:
    """Return a line of code, or a part of one. No page ends between backticks that were parted."""
    if FENCE not in text:
        return [Fragment(text, at, FragmentKind.CODE, wraps)] if text else []
    fragments = []
    for part in _THREE_BACKTICKS.split(text):
        if part.startswith(FENCE):
            fragments.append(
                Fragment(without_code_fences(part), at, FragmentKind.ATOM, wraps, part)
            )
        elif part:
            fragments.append(Fragment(part, at, FragmentKind.CODE, wraps))
        at += len(part) if at >= 0 else 0
    return fragments


def inline_code(
    text: str, markup: str, backticks_at: int, at: int, *, is_math: bool, growing: bool = False
) -> list[Fragment]:
    """Return a code span, or LaTeX as one, between as few backticks as Discord needs.

    The position of its text is `at`, that of the backticks before it `backticks_at`.
    """
    code = text.replace("\n", " ")
    lead = len(code) - len(code.lstrip(" "))
    if is_math:
        code = code.strip()
    elif code.startswith(" ") and code.endswith(" ") and code.strip():
        code, lead = code[1:-1], 1
    else:
        lead = 0
    if not code.strip() and (growing or not code):
        return []
    runs = {len(run) for run in re.findall("`+", without_code_fences(code))}
    backticks = markup if not is_math and len(markup) <= 2 and len(markup) not in runs else "`"
    if len(backticks) in runs:
        backticks = "``" if backticks == "`" else "`"
    opening = f"{backticks} " if code.startswith("`") else backticks
    closing = f" {backticks}" if code.endswith("`") else backticks
    wrap = Wrap("code", opening, closing, backticks_at, markup, growing=growing)
    if len(backticks) in runs:  # no run is as long as two backticks if all are parted
        parted = _ZERO_WIDTH_SPACE.join(re.split("(?<=`)(?=`)", code))
        wrap.open, wrap.close = opening.replace(backticks, "``"), closing.replace(backticks, "``")
        return [Fragment(parted, at, FragmentKind.ATOM, (wrap,), code)]
    return code_fragments(code, at + lead if at >= 0 else at, (wrap,))
