"""One line of the benchmarks' table: some work, what was measured, and the bound to keep."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """`bound` is the most that `measured` may be or, with `at_least`, the least."""

    work: str
    measured: float
    bound: float
    unit: str
    at_least: bool = False

    @property
    def ok(self) -> bool:
        """Whether the bound is kept."""
        return self.measured >= self.bound if self.at_least else self.measured <= self.bound

    def cells(self) -> tuple[str, str, str, str]:
        """The row as it is printed."""
        sign = "≥" if self.at_least else "≤"
        return (
            self.work,
            f"{self.measured:.4g} {self.unit}".strip(),
            f"{sign} {self.bound:g} {self.unit}".strip(),
            "yes" if self.ok else "NO",
        )


def best_s(work: Callable[[], object], *, times: int = 5) -> float:
    """Seconds of processor time that the work takes when nothing disturbs it: the best of some."""

    def once() -> float:
        begun_s = time.process_time()
        work()
        return time.process_time() - begun_s

    return min(once() for _ in range(times))
