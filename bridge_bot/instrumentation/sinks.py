"""Hands every event to all who want it: the log now, metrics or a page for developers later.

A sink is nothing but a function that takes an event. It must return at once: the bot waits for it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable

from bridge_bot.core.events import Event, Observe

Sink = Callable[[Event], None]

_log = logging.getLogger("bridge_bot")


def observe_with(sinks: Iterable[Sink]) -> Observe:
    """A function that hands an event to each of these sinks in turn.

    A sink that raises disturbs neither the others nor the bot. Its first failure is logged with its
    traceback; the next events are handed to it all the same.
    """
    known, failed = tuple(sinks), set[int]()

    def observe(event: Event) -> None:
        for number, sink in enumerate(known):
            try:
                sink(event)
            except Exception as error:  # noqa: BLE001 - whatever it is, the bot goes on
                if number not in failed:
                    failed.add(number)
                    _log.error(
                        "what observes events has failed at %s, which is not told again",
                        type(event).__name__,
                        exc_info=error,
                    )

    return observe
