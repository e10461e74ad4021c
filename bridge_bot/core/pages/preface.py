"""Words of the bot's own above an answer: subtext, which no Markdown in them can break."""

from __future__ import annotations

from bridge_bot.core.pages.inline import read_inline

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
    inline = read_inline(line, {}, growing=False, longest_chars=len(line))
    loose = {at for start, end in inline.unpaired for at in range(start, end)}
    kept = [(unit.start, unit.end) for unit in inline.units if unit.lead.startswith("`")]
    kept += [span for span in inline.whole if line.startswith("\\", span[0])]  # escaped already
    loose |= {
        at
        for at, character in enumerate(line)
        if character == "`" and not any(start <= at < end for start, end in kept)
    }
    escaped = "".join(f"\\{mark}" if at in loose else mark for at, mark in enumerate(line))
    return escaped.replace("```", "`\u200b`\u200b`")
