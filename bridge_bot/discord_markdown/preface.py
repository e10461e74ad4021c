"""Words of the bot's own above an answer: subtext, which no Markdown in them can break."""

from __future__ import annotations

from bridge_bot.discord_markdown.parse.inline import inline_tokens

_SUBTEXT = "-# "
_MARKS = "`*_~|"


def as_subtext(words: str, most_chars: int) -> str:
    """The words as small lines; what is longer than so many characters is cut.

    Marks that open something and do not close it would reach into the text below.
    """
    lines = [" ".join(line.split()).removeprefix(_SUBTEXT) for line in words.split("\n")]
    text = "\n".join(f"{_SUBTEXT}{_defused(line)}" for line in lines if line)
    return text if len(text) <= most_chars else f"{text[: most_chars - 1].rstrip()}…"


def _defused(line: str) -> str:
    tokens, _, _ = inline_tokens(line, {}, growing=False)
    loose: set[int] = set()
    for token in tokens:
        if token.type == "text" and token.content:
            start = token.meta["mark"] if "mark" in token.meta else token.meta["span"][0]
            end = start + len(token.content)
            loose |= {at for at in range(start, end) if "mark" in token.meta or line[at] == "`"}
    return "".join(f"\\{mark}" if at in loose else mark for at, mark in enumerate(line))
