"""A member's text as a quotation in the bot's message: it reads the same, without links
and mentions.

A bot's message is trusted, and its permissions are not the member's: a link of theirs must not
become the bot's. In each pattern that Discord's clients make something of, a zero-width space
parts the characters. Unlike a backslash it is invisible in code, too, so that it does not matter
which part of the text a client takes for code. Emphasis, lists and code stay: they lead nowhere.

Asked again, a question is read from the message that shows it. Where that does not give back each
character, the text is attached as a file as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from bridge_bot.core.model import Attachment, File
from bridge_bot.core.replies.notices import as_plain_text

SHOWN_CHARS = 1900
"""How much of a question is shown at most, in characters."""

QUESTION_FILE: Final = "question.txt"
"""The file that has a whole question."""

_LEAST_CUT_CHARS = 1000  # no shorter message has a question that was cut
_MOST_NAME_CHARS = 60
_BEGINNING, _FILE, _CUT = ">>> ", "📎 ", "…"
_LINK = re.compile(r"https://discord\.com/channels/(?:\d+|@me)/(?P<channel>\d+)/(?P<message>\d+)")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # which a message may not keep
_ZERO_WIDTH_SPACE = "\u200b"
_FORMATTED = re.compile(
    r"(?<=:)(?=/)"  # an address, with whatever scheme
    r"|(?<=\])(?=\()"  # a masked link, whose scheme may do without slashes
    r"|(?<=<)(?=\S)"  # mentions, times, commands, emoji, addresses in angle brackets
    r"|(?<=@)(?=everyone|here)"
    r"|(?<=#)(?=\s|\Z)"  # a heading; a lone mark makes one of the next line
    r"|(?<=-)(?=\#)"  # small print
    r"|(?<=\|)(?=\|)"  # a spoiler
    # What a client shows a card for, also without a scheme: invitations, templates, gifts.
    r"|(?:(?<=discord\.)|(?<=discordapp\.))(?=(?:com|gg|gift|new)/)",
    re.IGNORECASE,
)


class ShownQuestion(NamedTuple):
    """A message that shows a question, and the file that it needs so that all can be read."""

    content: str
    file: File | None = None


class MessageLink(NamedTuple):
    """The message that a link leads to."""

    channel_id: int
    id: int


def shown_question(
    text: str,
    files: Sequence[Attachment] = (),
    *,
    heading: str = "",
    most_chars: int = SHOWN_CHARS,
    whole: str | None = None,
) -> ShownQuestion:
    """A question as it is shown, below a heading.

    `whole` is the text with those of its files. It is attached where the message does not say the
    same; None: nothing is.
    """
    content = heading + quotation(text, files, most_chars=most_chars - len(heading))
    has_all = whole is None or (unquoted(content) == whole and not _CONTROLS.search(whole))
    return ShownQuestion(content, None if has_all else question_file(whole or ""))


def question_file(whole: str) -> File:
    """The file with a whole question."""
    return File(QUESTION_FILE, whole.encode(errors="replace"))


def link_above(content: str) -> MessageLink | None:
    """The message to which the text above a quotation links; None if it does not."""
    found = _LINK.search(content.partition(_BEGINNING)[0])
    return MessageLink(int(found["channel"]), int(found["message"])) if found else None


def quotation(text: str, files: Sequence[Attachment] = (), *, most_chars: int = SHOWN_CHARS) -> str:
    """The text as Discord shows a quotation, within the length of a message, with the names of its
    files.
    """
    names = "".join(f"\n{_FILE}{as_plain_text(each.name, _MOST_NAME_CHARS)}" for each in files)
    inert = _FORMATTED.sub(_ZERO_WIDTH_SPACE, text)
    shown_chars = most_chars - len(names)
    cut = _CUT if len(inert) > shown_chars else ""
    return f"{_BEGINNING}{inert[:shown_chars]}{cut}{names}"


def unquoted(content: str) -> str | None:
    """The text that a message of the bot's quotes; None if it has not all of it, since that was
    too long or had files.
    """
    _, _, quoted = content.partition(_BEGINNING)
    text, last_line = quoted.rstrip(), quoted.rsplit("\n", 1)[-1]
    is_cut = text.endswith(_CUT) and len(content) >= _LEAST_CUT_CHARS
    if not text or is_cut or last_line.startswith(_FILE):
        return None
    return text.replace(_ZERO_WIDTH_SPACE, "")
