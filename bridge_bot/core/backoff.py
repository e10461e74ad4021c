"""How long to wait between attempts: twice as long after each failure, up to a longest pause."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Backoff:
    """The pauses between attempts, in seconds. With `jitter`, each is shortened by a random part.

    For example, `Backoff(first_s=1, longest_s=5)` waits 1, 2, 4, 5, 5, … seconds; with a jitter of
    0.5 each of these is between a half and the whole of that, so that many who failed together do
    not all come back together.
    """

    first_s: float
    longest_s: float
    jitter: float = 0.0

    def pause_s(self, failures: int, chance: Callable[[], float] = random.random) -> float:
        """How long to wait after so many failures in a row, of which there is at least one.

        `chance` gives numbers from 0 up to 1.
        """
        # A power of many failures would not fit into a float.
        growth = 2.0 ** min(failures - 1, 64)
        pause_s = min(self.first_s * growth, self.longest_s)
        return pause_s * (1.0 - self.jitter * chance()) if self.jitter else pause_s
