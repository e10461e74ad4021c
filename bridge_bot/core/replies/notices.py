"""The bot's own texts in and around a reply, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bridge_bot.core.errors import AnswerError, BridgeError
from bridge_bot.core.model import AnswerHeader
from bridge_bot.discord_markdown import without_cursor
from bridge_bot.texts import Texts

MOST_SYSTEM_MESSAGE_CHARS = 500
"""How much is shown of the `system_message` that the Chat API sends beside an answer."""

MOST_ID_CHARS = 100
"""How much is shown of the id of a request."""

_MOST_LINES = 5
# Control characters, and what turns the direction of text or hides in it.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
# What Markdown or a mention begins with, and what makes an address of a word. A parenthesis behind
# a bracket could end the text of a masked link before it, in which Discord reads no escapes.
_MARKUP = re.compile(r"[\\`*_~|<>\[\]#@]|:(?=/)|(?<=\w)\.(?=\w)|(?<=\])\(")


def subtext(text_key: str, texts: Texts) -> str:
    """A text of the bot's own as a line of Discord's subtext, which is no part of an answer."""
    return "-# " + texts.get(text_key)


def as_plain_text(text: str, most_chars: int = MOST_SYSTEM_MESSAGE_CHARS) -> str:
    """A text from outside, escaped so that Discord shows it as it is: no link, mention, heading or
    other Markdown in it.

    It is cut to `most_chars` characters and five lines. However long the text is, only the white
    space at its beginning is read to the end.
    """
    text = text.lstrip()
    cut = text[: most_chars + 1].rstrip()
    if len(cut) > most_chars:
        cut = cut[: most_chars - 1].rstrip() + "…"
    lines = [" ".join(_HIDDEN.sub(" ", line).split()) for line in cut.split("\n")]
    lines = [line for line in lines if line]
    lines = [*lines[: _MOST_LINES - 1], " ".join(lines[_MOST_LINES - 1 :])]
    return "\n".join(_MARKUP.sub(r"\\\g<0>", line) for line in lines if line)


def without_ending(shown: Sequence[str], languages: Sequence[Texts]) -> list[str]:
    """What messages show of an answer: without the cursor at its end, and without the line which
    says that the bot was stopping. `languages` are those in which the line may be written.
    """
    lines = [subtext("ending-interrupted", texts) for texts in languages]
    return [_without(lines, without_cursor(text)).rstrip("\n") for text in shown]


def has_notice(shown: str, languages: Sequence[Texts]) -> bool:
    """Whether a message says at its end why the answer ends there. `languages` are those in which
    that may be written.
    """
    last_line = shown.rsplit("\n", 1)[-1]
    beginnings = [texts.get("ending-notice", notice="").rstrip() for texts in languages]
    return last_line.startswith(tuple(filter(None, beginnings))) and without_cursor(shown) == shown


def without_notice(shown: str) -> str:
    """What a message shows above the notice at its end."""
    return shown.rpartition("\n")[0].rstrip("\n")


def preface(header: AnswerHeader, texts: Texts, *, note: str = "") -> str:
    """The text above an answer which is no part of it; empty for most answers. `note` is that of
    the question.
    """
    lost = texts.get("context-lost") if header.context_lost else ""
    return "\n".join(filter(None, (note, lost, as_plain_text(header.system_message))))


def notice(error: BridgeError, texts: Texts) -> str:
    """What the reader is told of an error, with the request's id where there is one."""
    text = texts.get(error.text_key, **error.text_args())
    if isinstance(error, AnswerError):
        request_id = as_plain_text(error.request_id, MOST_ID_CHARS).replace("\n", " ")
        if request_id:
            text += " " + texts.get("request-id", request_id=request_id)
    return texts.get("ending-notice", notice=text)


def _without(lines: Sequence[str], text: str) -> str:
    """The text without the line at its end, if that is one of these."""
    return next((text.removesuffix(line) for line in lines if text.endswith(line)), text)
