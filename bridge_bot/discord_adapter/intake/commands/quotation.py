"""A member's text as a quotation in the bot's message: it reads the same, without links
and mentions.

A bot's message is trusted, and its permissions are not the member's: a link of theirs must not
become the bot's. In each pattern that Discord's clients make something of, a zero-width space
parts the characters. Unlike a backslash it is invisible in code, too, so that it does not matter
which part of the text a client takes for code. Emphasis, lists and code stay: they lead nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bridge_bot.core.model import Attachment
from bridge_bot.core.replies.notices import as_plain_text

SHOWN_CHARS = 1900
"""How much of a question is shown at most, in characters."""

_LEAST_CUT_CHARS = 1000  # no shorter message has a question that was cut
_MOST_NAME_CHARS = 60
_BEGINNING, _FILE, _CUT = ">>> ", "📎 ", "…"
_ABOUT = re.compile(r"^-# .*https://discord\.com/channels/.*\n\Z", re.MULTILINE)
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
    """The text that a message of the bot's quotes; None if it has not all of the question, since
    that was too long, had files, or is about another message, to which a line above it links.
    """
    heading, _, quoted = content.partition(_BEGINNING)
    text, last_line = quoted.rstrip(), quoted.rsplit("\n", 1)[-1]
    is_cut = text.endswith(_CUT) and len(content) >= _LEAST_CUT_CHARS
    is_about = _ABOUT.search(heading) is not None
    if not text or is_cut or is_about or last_line.startswith(_FILE):
        return None
    return text.replace(_ZERO_WIDTH_SPACE, "")
