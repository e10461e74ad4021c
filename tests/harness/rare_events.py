"""Collects the events of a test, but those that come with each request."""

from __future__ import annotations

from bridge_bot.core.events import Event, Observe
from bridge_bot.instrumentation.log_lines import FREQUENT


def rare_events(events: list[Event]) -> Observe:
    """A function that appends an event to that list, unless it is one of a request's course."""

    def observe(event: Event) -> None:
        if type(event) not in FREQUENT:
            events.append(event)

    return observe
