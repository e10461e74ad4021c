"""Has a line that is repeated again and again, as in an outage, written once a minute.

Two lines are the same if they differ only in ids, numbers with a fraction and addresses of objects.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

REPEATS_AFTER_S = 60.0

MOST_LINES = 1000
"""The most lines that are remembered. For one more, the one written longest ago is forgotten."""

_VARYING = re.compile(
    r"0x[0-9a-fA-F]+"
    r"|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
    r"|\d+\.\d+|\d{5,}"
)


@dataclass(slots=True)
class _Repetition:
    """How often a line has come by now, and when it was last written, in seconds."""

    times: int
    written_at_s: float


class LogFolding:
    """Decides which lines to write. `steady_s` gives seconds on a clock that never goes back."""

    def __init__(self, steady_s: Callable[[], float]) -> None:
        self._steady_s = steady_s
        self._lines: dict[str, _Repetition] = {}

    def times(self, line: str) -> int | None:
        """Count this line. Returns how often it has come, or None if it is not to be written.

        It is not if it was written less than `REPEATS_AFTER_S` ago.
        """
        key, now = _VARYING.sub("#", line), self._steady_s()
        repetition = self._lines.get(key)
        if repetition is None:
            if len(self._lines) >= MOST_LINES:
                del self._lines[min(self._lines, key=lambda each: self._lines[each].written_at_s)]
            self._lines[key] = _Repetition(1, now)
            return 1
        repetition.times += 1
        if now < repetition.written_at_s + REPEATS_AFTER_S:
            return None
        repetition.written_at_s = now
        return repetition.times
