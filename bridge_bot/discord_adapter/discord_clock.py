"""What time it is for Discord. This machine's clock may be wrong by seconds or by days.

Known from the `Date` of Discord's responses and from the ids of messages, which carry the
millisecond of their making; between them counts a clock that never goes back. Rather late than
early: what is decided by it is how far back to read.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import discord

_DATE_IS_EXACT_TO_S = 1.0  # a Date has whole seconds (RFC 9110, 5.6.7)
_TRAVEL_S = 0.5  # what a response may have been on its way without being thought late
_A_DAY_S = 86_400.0
_IDS = 1 << 63  # Discord's ids are below that


class DiscordClock:
    """Discord's time, once something of it is known; before, the time of this machine.

    `steady` gives seconds on a clock that never goes back, `machine` seconds since the Unix epoch.
    """

    def __init__(
        self,
        *,
        steady: Callable[[], float] = time.monotonic,
        machine: Callable[[], float] = time.time,
    ) -> None:
        self._steady = steady
        self._machine = machine
        self._ahead_s: float | None = None  # of the steady clock

    def read_date(self, date: str | None) -> None:
        """A response of Discord's came now with that `Date`, or with none."""
        try:
            told_s = parsedate_to_datetime(date or "").timestamp()
        except (ValueError, OverflowError):
            return
        believed_s = self._believed_s()
        if believed_s is None or not (
            told_s <= believed_s <= told_s + _DATE_IS_EXACT_TO_S + _TRAVEL_S
        ):
            self._ahead_s = told_s - self._steady()

    def saw(self, message_id: int) -> None:
        """A message of that id came: it is at least as late as that."""
        made_s = discord.utils.snowflake_time(message_id).timestamp()
        believed_s = self._believed_s()
        if believed_s is None or believed_s < made_s:
            self._ahead_s = made_s - self._steady()

    def has_come(self, message_id: int) -> bool:
        """Whether there can be a message of that id by now, give or take a day.

        One from the future would have the clock, and what is noted as taken in, run ahead of all
        that is said until then.
        """
        if not 0 <= message_id < _IDS:
            return False
        believed_s = self._believed_s()
        made_s = discord.utils.snowflake_time(message_id).timestamp()
        return believed_s is None or made_s <= believed_s + _A_DAY_S

    def now_s(self) -> float:
        """In seconds since the Unix epoch."""
        believed_s = self._believed_s()
        return self._machine() if believed_s is None else believed_s

    def id_before(self, seconds: float) -> int:
        """The least id that a message of so many seconds ago can have."""
        moment = datetime.fromtimestamp(max(self.now_s() - seconds, 0.0), UTC)
        return max(discord.utils.time_snowflake(moment), 0)

    def _believed_s(self) -> float | None:
        return None if self._ahead_s is None else self._steady() + self._ahead_s
