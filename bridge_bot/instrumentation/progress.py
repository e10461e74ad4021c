"""How far long work is: a bar on a terminal, otherwise lines of the log."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Self, TextIO

from bridge_bot.instrumentation.logging import log

if TYPE_CHECKING:
    from tqdm import tqdm

_LINE_EVERY_S = 5.0


class Progress:
    """Told again and again how many rows of a step are done, it shows that. Use it inside `with`.

    The bar is drawn on `stream`, if that is a terminal and with `bar`. `now_s` gives seconds of a
    steady clock.
    """

    def __init__(
        self, stream: TextIO, *, bar: bool = True, now_s: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream
        self._has_bar = bar and stream.isatty()
        self._now_s = now_s
        self._line_at_s = now_s() + _LINE_EVERY_S
        self._step = ""
        self._bar: tqdm | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def __call__(self, step: str, done: int, total: int) -> None:
        """So many rows of `total` are done in this step, such as "moved"."""
        if self._has_bar:
            self._draw(step, done, total)
        elif self._now_s() >= self._line_at_s:
            self._line_at_s = self._now_s() + _LINE_EVERY_S
            log.info("%s: %s of %s rows", step, f"{done:,}", f"{total:,}")

    def _draw(self, step: str, done: int, total: int) -> None:
        if self._bar is None or step != self._step:
            if self._bar is not None:
                self._bar.close()
            self._step = step
            from tqdm import tqdm  # noqa: PLC0415 - only where there is a bar

            self._bar = tqdm(desc=step, total=total, unit=" rows", file=self._stream)
        self._bar.update(done - self._bar.n)
