"""A text of the bot's own above an answer, as subtext (`-# …`)."""

from __future__ import annotations

from bridge_bot.discord_markdown.parse.inline import inline_tokens

_SUBTEXT = "-# "


def as_subtext(text: str, max_chars: int) -> str:
    """Return a text as lines of subtext, cut to `max_chars` characters.

    A delimiter that opens something and does not close it would reach into the answer below, so
    it gets a backslash: `2 * 3` becomes `-# 2 \\* 3`.
    """
    lines = [" ".join(line.split()).removeprefix(_SUBTEXT) for line in text.split("\n")]
    text = "\n".join(f"{_SUBTEXT}{_with_escapes(line)}" for line in lines if line)
    return text if len(text) <= max_chars else f"{text[: max_chars - 1].rstrip()}…"


def _with_escapes(line: str) -> str:
    tokens, _, _ = inline_tokens(line, {}, growing=False)
    literal: set[int] = set()  # indices of delimiters that stand for themselves
    for token in tokens:
        if token.type == "text" and token.content:
            is_delimiter = "delimiter_at" in token.meta
            start = token.meta["delimiter_at"] if is_delimiter else token.meta["span"][0]
            span = range(start, start + len(token.content))
            literal.update(at for at in span if is_delimiter or line[at] == "`")
    return "".join(f"\\{each}" if at in literal else each for at, each in enumerate(line))
