"""Passes every event of the bot to a list of sinks, of which the log is one.

A sink is a function that takes an event. It must return at once: the bot waits for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bridge_bot.core.events import Event, Observe
from bridge_bot.instrumentation.logging import log

Sink = Callable[[Event], None]


def observe_with(sinks: Iterable[Sink]) -> Observe:
    """A function that passes an event to each of these sinks, in their order.

    A sink that raises disturbs neither the others nor the bot. The first error of each sink is
    logged, with its traceback; later events are passed to it all the same.
    """
    known, failed = tuple(sinks), set[int]()

    def observe(event: Event) -> None:
        for number, sink in enumerate(known):
            try:
                sink(event)
            except Exception as error:  # noqa: BLE001 - whatever it is, the bot goes on
                if number not in failed:
                    failed.add(number)
                    log.error(
                        "what observes events has failed at %s, which is not told again",
                        type(event).__name__,
                        exc_info=error,
                    )

    return observe
