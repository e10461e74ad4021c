"""A fault that goes on, such as an outage, is one line a minute, however often it shows.

Two lines are the same if they differ in nothing but what varies from one time to the next: ids,
times, addresses of objects.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

REPEATS_AFTER_S = 60.0

MOST_KNOWN = 1000
"""So many different lines are remembered at the most; beyond it, the oldest is forgotten."""

_VARYING = re.compile(
    r"0x[0-9a-fA-F]+"
    r"|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
    r"|\d+\.\d+|\d{5,}"
)


@dataclass(slots=True)
class Repeats:
    """How often a line has come by now, and when it was last written, in seconds."""

    times: int
    written_s: float


class Folding:
    """Which lines to write. `now` gives seconds on a clock that never goes back."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._known: dict[str, Repeats] = {}

    def times(self, line: str) -> int | None:
        """How often such a line has come by now if it is to be written, this time included.

        None if it was written less than `REPEATS_AFTER_S` ago.
        """
        key, now = _VARYING.sub("#", line), self._now()
        repeats = self._known.get(key)
        if repeats is None:
            if len(self._known) >= MOST_KNOWN:
                del self._known[min(self._known, key=lambda known: self._known[known].written_s)]
            self._known[key] = Repeats(1, now)
            return 1
        repeats.times += 1
        if now < repeats.written_s + REPEATS_AFTER_S:
            return None
        repeats.written_s = now
        return repeats.times
