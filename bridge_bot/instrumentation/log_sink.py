"""The sink that writes a line to the log for each event."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from bridge_bot.core.events import Event
from bridge_bot.instrumentation.log_folding import LogFolding
from bridge_bot.instrumentation.log_lines import FREQUENT, line_of
from bridge_bot.instrumentation.logging import log
from bridge_bot.instrumentation.sinks import Sink


def log_sink(
    now_s: Callable[[], float] = time.time, steady_s: Callable[[], float] = time.monotonic
) -> Sink:
    """A function that logs an event. `now_s` gives seconds since the Unix epoch, and `steady_s`
    seconds on a clock that never goes back.

    Of lines of one kind, one a minute keeps its level, and says how often that kind has come; the
    others are logged as DEBUG. Only the first of all has a traceback.
    """
    folding = LogFolding(steady_s)

    def write(event: Event) -> None:
        if type(event) in FREQUENT and not log.isEnabledFor(logging.DEBUG):
            return  # the line would not be written
        line = line_of(event, now_s=now_s())
        level, message, error = line.level, line.message, line.traceback_of
        if line.kind:
            times = folding.times(line.kind)
            if times is None:
                level, error = logging.DEBUG, None
            elif times > 1:
                message, error = f"{message} ({times} times by now)", None
        log.log(level, message, extra={"fields": line.fields}, exc_info=error)

    return write
