"""Where the sentences go, how long they may be there, and what they are filled in with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place where Discord shows a sentence. Its limit is in UTF-16 units, which is on the safe
    side: a unit is at most one of what Discord counts.
    """

    name: str
    most_units: int


MESSAGE = Place("a message", 2000)
OPTION_NAME = Place("the name of an option", 32)
OPTION_NAME_KEY = re.compile(r"(ask|language|usage)-[a-z]+-name")
_PLACES: tuple[tuple[Place, str], ...] = (
    # Discord allows 80, and advises 34 for a button with an emoji.
    (
        Place("a button", 34),
        (
            r"control-(stop|regenerate|try-again|sources|resolved|help)|sources-(back|next)"
            r"|settings-(back-to-server|none|reset|reset-server|take-messages|take-posts|cancel|pause"
            r"|go-on|change-limits|older|newest)|privacy-opt-(out|in)|forget-confirm"
        ),
    ),
    (Place("the name of a context menu", 32), r"about-name"),
    (Place("the description of a command or an option", 100), r".*-description"),
    (OPTION_NAME, OPTION_NAME_KEY.pattern),
    (
        Place("a form's title or label", 45),
        r"about-(form|question)|vote-(form|reasons|comment)|settings-limits-form|settings-name-.*",
    ),
    (Place("the description of a field", 100), r"vote-comment-about|settings-limit-about.*"),
    (Place("a placeholder", 100), r"settings-choose-.*"),
    (
        Place("an option or its description", 100),
        (
            r"vote-reason-.*|settings-(page|about)-.*|settings-option-reset.*"
            r"|settings-value-(?!more|bot-gone).*|language-(option|scope)-.*"
        ),
    ),
    (Place("the name of a thread", 100), r"thread-name-.*"),
    (Place("the heading of a column", 6), r"usage-column-.*"),
    (Place("a row of a table", 24), r"usage-(total|more|by-.*)"),
    (Place("what stands between the things of a list", 5), r"list-separator"),
)

NUMBERS = frozenset(
    {
        *("all", "conversations", "count", "days", "done", "errors", "failed", "hours", "left"),
        *("limit", "minutes", "more", "most", "notes", "page", "pages", "questions", "seconds"),
        *("servers", "shards", "sources", "votes", "warnings"),
    }
)
"""The arguments that are numbers, but for those of `_TEXTS`."""

# The longest that is usual, where it is not a sentence of the catalogue itself.
_MENTION, _NAMES = "<@&12345678901234567890>", "#conversations-with-the-bot, " * 5
_LONGEST = {
    "bot": _MENTION,
    "channel": _MENTION,
    "excerpt": "x" * 300,
    "language": "Simplified Chinese · 中文 (简体)",
    "link": "https://discord.com/channels/12345678901234567890/12345678901234567890/1234567890123456",
    "member": _MENTION,
    "names": _NAMES,
    "place": _MENTION,
    "places": _NAMES,
    "role": _MENTION,
    "roles": " ".join([_MENTION] * 10),
    "tag": "x" * 20,
    "until": "1795737600",
    "when": "<t:1795737600:R>",
}

_TEXTS = frozenset(
    {("sources-place", "page"), ("doctor-N504", "seconds"), ("doctor-W601", "seconds")}
)

COMPOSED: Mapping[str, tuple[int, tuple[str, ...]]] = {
    "/help": (
        2000,
        (
            *("help-intro", "help-messages", "help-in-private-thread", "help-about", "help-files"),
            *("help-language", "help-new", "help-handoff", "help-roles", "help-settings"),
            "help-privacy",
        ),
    ),
    "/language": (
        2000,
        (
            *("language-chosen-me", "language-in-force", "language-layer-conversation"),
            *("language-layer-me", "language-layer-channel", "language-layer-server"),
            *("language-layer-default", "language-how"),
        ),
    ),
    "/privacy": (
        4000,
        (
            *("privacy-sent", "privacy-read", "privacy-stored", "privacy-kept", "privacy-page"),
            "privacy-may-opt-out",
        ),
    ),
    "/usage": (1000, ("usage-title", "usage-legend")),  # its tables take up to 3,000
    "/forget": (2000, ("forget-done", "forget-left", "forget-stays", "forget-elsewhere")),
}
"""What is shown as one message: how many units it may have, and the sentences that it is made of at
its longest.
"""


def place_of(key: str) -> Place:
    """Where the sentence of that key goes."""
    return next((place for place, keys in _PLACES if re.fullmatch(keys, key)), MESSAGE)


def is_number(key: str, variable: str) -> bool:
    """Whether a sentence is filled in with a number there."""
    return variable in NUMBERS and (key, variable) not in _TEXTS


def longest(variable: str) -> str:
    """A text as long as what is filled in there usually is at most."""
    return _LONGEST.get(variable, "x" * 100)
