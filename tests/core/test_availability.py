"""A service is lost after several failures in a row, and back with the first success."""

from __future__ import annotations

from bridge_bot.core.availability import LOST_AFTER, Availability
from bridge_bot.core.events import Event, ServiceBack, ServiceLost


def test_an_outage_is_told_once_at_its_beginning_and_once_at_its_end() -> None:
    events: list[Event] = []
    moments = iter((100.0, 160.0))
    service = Availability("Discord", events.append, now=lambda: next(moments))
    errors = [OSError(str(number)) for number in range(LOST_AFTER + 5)]
    for error in errors:
        service.failed(error)
    service.worked()
    service.worked()
    assert events == [ServiceLost("Discord", errors[LOST_AFTER - 1]), ServiceBack("Discord", 60.0)]


def test_failures_with_a_success_between_them_are_no_outage() -> None:
    events: list[Event] = []
    service = Availability("the Chat API", events.append)
    for _ in range(10):
        for _ in range(LOST_AFTER - 1):
            service.failed(OSError())
        service.worked()
    assert events == []
