"""Names that are no setting's, but were meant to be: a restriction that nobody reads is none.

In `.env` nearly everything is meant for this program. The environment is shared: a service named
`chat-api` gives every container of a Kubernetes namespace a `CHAT_API_PORT`, so there a name has
to be as good as one of ours.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator

PREFIXES = ("DISCORD_", "CHAT_", "ALLOW", "MEMBER_", "GUILD_", "HEALTH_", "SHARD_")
SLIPS = 2
"""How many edits make a slip: a character left out, put in, or another, or two exchanged."""

_NO_SETTING = "is no setting of bridge-bot"


def misnamed(
    listed: Collection[str], own: Collection[str], ours: Collection[str], later: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Each name that stops the start, and what is to be said of it.

    `listed` are the names of `.env`, `own` those of the environment, `ours` those of settings, and
    `later` those that only a later version reads.
    """
    for name in (*listed, *own):
        if name in ours:
            continue
        if name in later:
            yield name, "has no effect in this version of bridge-bot; take it out."
        elif meant := nearest(name, (*ours, *later) if name in listed else ours):
            wrong = "is not in capitals" if name.upper() == meant else _NO_SETTING
            yield name, f"{wrong}; is {meant} meant?"
        elif name in listed and name.upper().startswith(PREFIXES):
            like = difflib.get_close_matches(name.upper(), ours, n=1)
            yield name, f"{_NO_SETTING}; {f'is {like[0]} meant?' if like else 'take it out.'}"


def nearest(name: str, ours: Collection[str]) -> str | None:
    """The name of ours that takes the fewest edits, if it takes no more than `SLIPS`.

    Upper and lower case are the same here.
    """
    for edits in range(SLIPS + 1):
        for each in ours:
            if _within(edits, name.upper(), each):
                return each
    return None


def _within(edits: int, left: str, right: str) -> bool:
    """Whether so many edits make one text of the other (Damerau and Levenshtein's distance)."""
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
        or _parted(edits, left, right)
        or _parted(edits, right, left)
    )


def _parted(edits: int, left: str, right: str) -> bool:
    """Whether two exchanged characters, with one that is too much between them, are in the left."""
    exchanged = edits > 1 and len(left) > 2 and left[2::-2] == right[:2]
    return exchanged and _within(edits - 2, left[3:], right[2:])
