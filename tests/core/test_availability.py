"""A service is lost after several failures in a row, and back with the first success."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bridge_bot.core.availability import LOST_AFTER, REPORTED_EVERY_S, Availability
from bridge_bot.core.events import Event, Service, ServiceBack, ServiceLost
from tests.harness.virtual_time import virtual_time


@dataclass
class Watched:
    """A service, and the events about it."""

    events: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.service = Availability(Service.DISCORD, self.events.append)

    def fails(self, times: int) -> OSError:
        """So many failures in a row, of which the last is returned."""
        error = OSError()
        for number in range(times):
            error = OSError(number)
            self.service.failed(error)
        return error


@virtual_time
async def test_an_outage_is_reported_once_at_its_beginning_and_once_at_its_end() -> None:
    watched = Watched()
    watched.fails(LOST_AFTER - 1)
    await asyncio.sleep(10)
    last = watched.fails(1)
    watched.fails(50)
    await asyncio.sleep(50)
    watched.service.worked()
    watched.service.worked()
    assert watched.events == [
        ServiceLost(Service.DISCORD, last, failing_s=10.0),
        ServiceBack(Service.DISCORD, away_s=60.0),
    ]


@virtual_time
async def test_failures_with_a_success_between_them_are_no_outage() -> None:
    watched = Watched()
    for _ in range(10):
        watched.fails(LOST_AFTER - 1)
        watched.service.worked()
    assert watched.events == []


@virtual_time
async def test_a_service_that_comes_and_goes_is_reported_once_a_minute() -> None:
    watched = Watched()
    for _ in range(10):
        watched.fails(LOST_AFTER)
        watched.service.worked()
    assert [type(event) for event in watched.events] == [ServiceLost, ServiceBack]
    await asyncio.sleep(REPORTED_EVERY_S)
    watched.fails(LOST_AFTER)
    assert [type(event) for event in watched.events] == [ServiceLost, ServiceBack, ServiceLost]
