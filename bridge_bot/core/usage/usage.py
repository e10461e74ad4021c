"""What is counted of the use of the bot: by day, server, channel and chatbot, not by member."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

BOUNDS_MS = (
    *(500, 1_000, 1_500, 2_000, 3_000, 4_000, 6_000, 8_000),
    *(12_000, 16_000, 24_000, 32_000, 64_000, 128_000),
)
"""The times to the first text are counted by the least of these bounds that they keep to."""

BEYOND_MS = 86_400_000
"""Under which all longer ones are counted."""

SECONDS_A_DAY = 86_400

PRIVATE = 0
"""Stands for the server and for the channel where there is no server, and where only the asker sees
the answer: the id of a direct message's channel would tell who asked.
"""


class Counted(enum.StrEnum):
    """What is counted. The values are stored."""

    ASKED = "asked"
    """A turn for which a request was sent to the Chat API: it is paid."""
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"
    FIRST_TEXT = "first-text"
    UP = "up"
    """Votes are counted from the votes themselves, so that a change of one counts as well."""
    DOWN = "down"


class UsageKey(NamedTuple):
    """What one count is about. `day` is that of the turn's end in UTC, counted from the Unix epoch;
    `chat_bot` is empty for that of `CHAT_BOT_UID`. `within_ms` is the bound of a time to the first
    text, 0 with others.
    """

    day: int
    guild_id: int
    channel_id: int
    chat_bot: str
    counted: Counted
    within_ms: int = 0


class UsageBy(enum.StrEnum):
    """What usage is told by. The values are those of the store's columns."""

    DAY = "day"
    GUILD = "guild_id"
    CHANNEL = "channel_id"
    CHAT_BOT = "chat_bot"


@dataclass(slots=True)
class Usage:
    """How often each was counted; `first_texts` by the bounds of their times, in milliseconds."""

    counts: dict[Counted, int] = field(default_factory=dict)
    first_texts: dict[int, int] = field(default_factory=dict)

    def add(self, counted: Counted, within_ms: int, count: int) -> None:
        """So many more of that were counted."""
        self.counts[counted] = self[counted] + count
        if counted is Counted.FIRST_TEXT:
            self.first_texts[within_ms] = self.first_texts.get(within_ms, 0) + count

    def __getitem__(self, counted: Counted) -> int:
        """How often it was counted."""
        return self.counts.get(counted, 0)

    def first_text_within_ms(self, percent: int) -> int | None:
        """The least bound that so many of a hundred first texts keep to; None: there were none.

        So it is an upper estimate: the true time lies between the bound before and this one.
        """
        needed, so_far = self[Counted.FIRST_TEXT] * percent, 0
        for bound_ms, count in sorted(self.first_texts.items()):
            so_far += count
            if so_far * 100 >= needed:
                return bound_ms
        return None


UsageTable = Mapping[int | str, Usage]
"""By the day, the id of a server or channel, or the name of a chatbot."""


def in_all(table: UsageTable) -> Usage:
    """The sum of all rows."""
    total = Usage()
    for usage in table.values():
        for counted, count in usage.counts.items():
            total.counts[counted] = total[counted] + count
        for bound_ms, count in usage.first_texts.items():
            total.first_texts[bound_ms] = total.first_texts.get(bound_ms, 0) + count
    return total


def bound_ms(time_s: float) -> int:
    """The bound under which a time to the first text is counted."""
    return next((each for each in BOUNDS_MS if time_s * 1000 <= each), BEYOND_MS)
