"""One line of the benchmarks' table: some work, what was measured, and the bound to keep."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """`bound` is the most that `measured` may be or, with `at_least`, the least; None: the figure
    is only told. `plain` is the plain bot's figure in the same run, if there is one.
    """

    work: str
    measured: float
    bound: float | None
    unit: str
    at_least: bool = False
    plain: float | None = None

    @property
    def ok(self) -> bool:
        """Whether the bound is kept, if there is any."""
        if self.bound is None:
            return True
        return self.measured >= self.bound if self.at_least else self.measured <= self.bound

    def cells(self) -> tuple[str, str, str, str, str]:
        """The row as it is printed."""
        sign = "≥" if self.at_least else "≤"
        bound = "" if self.bound is None else f"{sign} {self._figure(self.bound)}"
        plain = "" if self.plain is None else self._figure(self.plain)
        kept = "yes" if self.ok else "NO"
        return (
            self.work,
            self._figure(self.measured),
            bound,
            plain,
            "" if self.bound is None else kept,
        )

    def _figure(self, figure: float) -> str:
        # Counts are told to the last digit.
        whole = math.isfinite(figure) and figure == int(figure)
        number = f"{figure:,.0f}" if whole else f"{figure:.3g}"
        return f"{number} {self.unit}".strip()


def best_s(work: Callable[[], object], *, times: int = 5) -> float:
    """Seconds of processor time that the work takes when nothing disturbs it: the best of some."""

    def once() -> float:
        begun_s = time.process_time()
        work()
        return time.process_time() - begun_s

    return min(once() for _ in range(times))
