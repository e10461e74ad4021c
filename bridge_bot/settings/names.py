"""Finds variables whose names were meant to be a setting's but are none. They stop the start, since
whoever misspells a limit believes that it holds.

In `.env` nearly everything is meant for this program. The environment is shared: a service named
`chat-api` gives every container of a Kubernetes namespace a `CHAT_API_PORT`, so there only a name
that is nearly a setting's counts.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator

PREFIXES = ("DISCORD_", "CHAT_", "ALLOW", "MEMBER_", "GUILD_", "HEALTH_", "SHARD_")
MOST_EDITS = 2
"""A name within so many edits of a setting's was meant to be that. An edit is a character left out,
put in or replaced, or two exchanged."""

CUSTOMARY = ("HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY")
"""Settings that many programs read, in lower case too. A name that is nearly one of these, such as
`FTP_PROXY`, is another program's."""

_IN_FILE_ONLY = ("TEXTS_DIR",)
"""Settings that restrict nobody, and whose names are nearly what others have in the environment, as
`TEST_DIR` is. A slip of these is looked for in `.env` alone."""

_NO_SETTING = "is no setting of bridge-bot"


def misnamed(
    in_file: Collection[str],
    in_environment: Collection[str],
    known: Collection[str],
) -> Iterator[tuple[str, str]]:
    """Each name that stops the start, and the rest of a sentence that begins with it.

    `in_file` are the names in `.env`, and `known` those of the settings.
    """
    own = [name for name in known if name not in CUSTOMARY]
    for name in (*in_file, *in_environment):
        if name in own or name.upper() in CUSTOMARY:
            continue
        near = own if name in in_file else [each for each in own if each not in _IN_FILE_ONLY]
        if meant := nearest(name, near):
            wrong = "is not in capitals" if name.upper() == meant else _NO_SETTING
            yield name, f"{wrong}; is {meant} meant?"
        elif name in in_file and name.upper().startswith(PREFIXES):
            close = difflib.get_close_matches(name.upper(), own, n=1)
            yield name, f"{_NO_SETTING}; {f'is {close[0]} meant?' if close else 'take it out.'}"


def nearest(name: str, known: Collection[str]) -> str | None:
    """The known name that takes the fewest edits, None if each takes more than `MOST_EDITS`.

    Upper and lower case are the same here.
    """
    for edits in range(MOST_EDITS + 1):
        for each in known:
            if _within(edits, name.upper(), each):
                return each
    return None


def _within(edits: int, left: str, right: str) -> bool:
    """Whether so many edits make one text of the other: their Damerau–Levenshtein distance."""
    while left and right and left[0] == right[0]:
        left, right = left[1:], right[1:]
    if abs(len(left) - len(right)) > edits:
        return False
    if not left or not right:
        return True
    return edits > 0 and (
        _within(edits - 1, left[1:], right)
        or _within(edits - 1, left, right[1:])
        or _within(edits - 1, left[1:], right[1:])
        or (left[:2] == right[1::-1] and _within(edits - 1, left[2:], right[2:]))
        or _exchanged_around_one(edits, left, right)
        or _exchanged_around_one(edits, right, left)
    )


def _exchanged_around_one(edits: int, left: str, right: str) -> bool:
    """Whether the left begins with two exchanged characters and one too much between them, such as
    `bxa` for `ab`, and the rest takes two edits less.
    """
    exchanged = edits > 1 and len(left) > 2 and left[2::-2] == right[:2]
    return exchanged and _within(edits - 2, left[3:], right[2:])
