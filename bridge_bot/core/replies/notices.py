"""The bot's own words in and around a reply, as they are shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bridge_bot.core.errors import AnswerError, BridgeError
from bridge_bot.core.model import AnswerHeader
from bridge_bot.discord_markdown import without_cursor
from bridge_bot.texts import Texts

MOST_SAID_CHARS = 500
"""The most that is shown of what the Chat API's system says beside an answer."""

MOST_ID_CHARS = 100
"""The most that is shown of a request's id."""

_MOST_LINES = 5
# Control characters, and what turns the direction of text or hides in it.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
# What Markdown or a mention begins with, and what makes an address of a word.
_ALIVE = re.compile(r"[\\`*_~|<>\[\]#@]|:(?=/)|(?<=\w)\.(?=\w)")


def quiet(text_key: str, texts: Texts) -> str:
    """A line of the bot's own that is not a part of an answer: Markdown's subtext in Discord."""
    return "-# " + texts.get(text_key)


def inert(foreign: str, most_chars: int = MOST_SAID_CHARS) -> str:
    """Text from outside as nothing but text: no link, mention, heading or other Markdown in it.

    It is cut after `most_chars` characters and has five lines at the most. However long it
    is, only the white space at their beginning is read to its end.
    """
    foreign = foreign.lstrip()
    cut = foreign[: most_chars + 1].rstrip()
    if len(cut) > most_chars:
        cut = cut[: most_chars - 1].rstrip() + "…"
    lines = [" ".join(_HIDDEN.sub(" ", line).split()) for line in cut.split("\n")]
    lines = [line for line in lines if line]
    lines = [*lines[: _MOST_LINES - 1], " ".join(lines[_MOST_LINES - 1 :])]
    return "\n".join(_ALIVE.sub(r"\\\g<0>", line) for line in lines if line)


def as_answer(shown: Sequence[str], languages: Sequence[Texts] = ()) -> list[str]:
    """What messages say of an answer: without its mark at the end, and without the line which says
    that the bot was stopping.

    `languages` are those in which the line may have been written; none named: all.
    """
    lines = [quiet("ending-interrupted", texts) for texts in languages or Texts.every()]
    return [_without(lines, without_cursor(text)).rstrip("\n") for text in shown]


def has_notice(shown: str, languages: Sequence[Texts] = ()) -> bool:
    """Whether a message says at its end why the answer ends there.

    `languages` are those in which that may have been written; none named: all.
    """
    last_line = shown.rsplit("\n", 1)[-1]
    beginnings = [
        texts.get("ending-notice", notice="").rstrip() for texts in languages or Texts.every()
    ]
    return last_line.startswith(tuple(filter(None, beginnings))) and without_cursor(shown) == shown


def preface(header: AnswerHeader, texts: Texts) -> str:
    """What stands above an answer and is none of it; empty for most."""
    lost = texts.get("context-lost") if header.context_lost else ""
    return "\n".join(words for words in (lost, inert(header.system_message)) if words)


def notice(error: BridgeError, texts: Texts) -> str:
    """What the reader is told of a failure, with the request's id where there is one."""
    words = texts.get(error.text_key, **error.text_args())
    if isinstance(error, AnswerError):
        request_id = inert(error.request_id, MOST_ID_CHARS).replace("\n", " ")
        if request_id:
            words += " " + texts.get("request-id", request_id=request_id)
    return texts.get("ending-notice", notice=words)


def _without(lines: Sequence[str], text: str) -> str:
    """The text without that one of the lines with which it ends."""
    return next((text.removesuffix(line) for line in lines if text.endswith(line)), text)
