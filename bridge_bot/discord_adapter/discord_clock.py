"""The time by Discord's clock. This machine's clock may be wrong by seconds or by days.

Discord's time is learnt from the `Date` of its responses, and from the ids of messages, which
contain the millisecond in which they were made; a monotonic clock measures the time since. In doubt
it is rather late than early, since it decides how far back messages are read.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import discord

_DATE_IS_EXACT_TO_S = 1.0  # a Date has whole seconds (RFC 9110, 5.6.7)
_TRAVEL_S = 0.5  # what a response may take without being thought late
_DAY_S = 86_400.0
_ID_LIMIT = 1 << 63  # Discord's ids are below that


class DiscordClock:
    """Discord's time, once something of it is known; before that, the time of this machine.

    `steady_s` returns seconds on a clock that never goes back, `machine_s` seconds since the Unix
    epoch.
    """

    def __init__(self, *, steady_s: Callable[[], float], machine_s: Callable[[], float]) -> None:
        self._steady_s = steady_s
        self._machine_s = machine_s
        self._offset_s: float | None = None  # Discord's time less that of the steady clock

    def read_date(self, date: str | None) -> None:
        """Learn from the `Date` of a response that came now; ignored if it can't be read."""
        try:
            date_s = parsedate_to_datetime(date or "").timestamp()
        except (ValueError, OverflowError):
            return
        believed_s = self._believed_s()
        if believed_s is None or not (
            date_s <= believed_s <= date_s + _DATE_IS_EXACT_TO_S + _TRAVEL_S
        ):
            self._offset_s = date_s - self._steady_s()

    def read_message_id(self, message_id: int) -> None:
        """Learn from the id of a message that came now: it is no earlier than that."""
        made_s = discord.utils.snowflake_time(message_id).timestamp()
        believed_s = self._believed_s()
        if believed_s is None or believed_s < made_s:
            self._offset_s = made_s - self._steady_s()

    def can_exist(self, message_id: int) -> bool:
        """Whether there can be a message of that id by now, give or take a day.

        If one from the future were believed, the clock and the watermark would run ahead, and all
        messages until then would count as taken in.
        """
        if not 0 <= message_id < _ID_LIMIT:
            return False
        believed_s = self._believed_s()
        made_s = discord.utils.snowflake_time(message_id).timestamp()
        return believed_s is None or made_s <= believed_s + _DAY_S

    def now_s(self) -> float:
        """The time in seconds since the Unix epoch."""
        believed_s = self._believed_s()
        return self._machine_s() if believed_s is None else believed_s

    def id_before(self, seconds: float) -> int:
        """The least id that a message of so many seconds ago can have."""
        moment = datetime.fromtimestamp(max(self.now_s() - seconds, 0.0), UTC)
        return max(discord.utils.time_snowflake(moment), 0)

    def _believed_s(self) -> float | None:
        return None if self._offset_s is None else self._steady_s() + self._offset_s
