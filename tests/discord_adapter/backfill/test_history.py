"""What is asked of Discord and of the store about messages that were missed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import aiohttp
import discord
import pytest
from typing_extensions import override

from bridge_bot.core.events import Event, OperationFailed
from bridge_bot.core.ports import Priority
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.backfill.history import (
    BETWEEN_REQUESTS_S,
    GREATEST_ID,
    History,
)
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.ratelimit.route_window import Route
from bridge_bot.discord_adapter.rest.exceptions import NotFromDiscord
from tests.discord_adapter.memory_discord_store import MemoryDiscordStore
from tests.discord_adapter.offline_client import (
    add_guild,
    channel,
    guild,
    http_error,
    message,
    nothing_set,
    offline_client,
)
from tests.harness.virtual_time import now_s, virtual_time

NOW_S = 1_793_700_000.0
"""The machine's time in these tests: 10:00 on 3 November 2026."""


def id_at(moment_s: float) -> int:
    """The least id of a message of that moment."""
    return int(moment_s * 1000 - discord.utils.DISCORD_EPOCH) << 22


class RecordingLimiter(RateLimiter):
    """Permits everything at once, and notes in which channels."""

    def __init__(self, requests_per_second: int) -> None:
        super().__init__(requests_per_second)
        self.permitted: list[int] = []

    @override
    async def permit(self, route: Route, priority: Priority, guild_id: int | None = None) -> None:
        self.permitted.append(route.target_id)


class Asked:
    """A history, Discord's answers to its requests, and what came of them."""

    def __init__(
        self,
        *answers: object,
        hours: float = 6.0,
        watermarks: dict[int, int] | None = None,
        limiter: RateLimiter | None = None,
    ) -> None:
        self.answers = list(answers)
        self.requests: list[tuple[str, dict[str, Any]]] = []
        self.at_s: list[float] = []
        self.limiter = RecordingLimiter(50)
        self.events: list[Event] = []
        client = offline_client()
        self.lab = add_guild(client, guild(channel(10, 900)))
        patches.replace_request(client.http, self._answer)
        self.history = History(
            client,
            MemoryDiscordStore(watermarks or {}),
            limiter or self.limiter,
            DiscordClock(steady_s=lambda: 0.0, machine_s=lambda: NOW_S),
            self.events.append,
            hours=hours,
            settings_of=nothing_set,
        )

    async def _answer(self, route: discord.http.Route, **options: Any) -> Any:
        self.requests.append((route.url.partition("/v10")[2], options.get("params", {})))
        self.at_s.append(now_s())
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def read(self, after: int = 100) -> list[int]:
        """The ids of what was missed in the one channel."""
        return [
            each.id for each in await self.history.messages(self.lab.text_channels[0], 10, after)
        ]


REFUSAL = http_error(403, {"code": 50001, "message": "no"})
TRANSIENT = [
    http_error(500, {"code": 0, "message": "no"}),
    aiohttp.ClientError("reset"),
    OSError("down"),
    NotFromDiscord("page"),
]


@virtual_time
async def test_messages_come_oldest_first() -> None:
    asked = Asked([message(103, 10), message(101, 10), message(102, 10)])
    assert await asked.read() == [101, 102, 103]
    assert asked.requests == [("/channels/10/messages", {"limit": 100, "after": 100})]


@virtual_time
async def test_more_than_a_page_is_read_in_several_requests_not_faster_than_five_a_second() -> None:
    pages = [[message(first + each, 10) for each in range(100)] for first in (101, 201)]
    asked = Asked(*pages, [])
    assert await asked.read() == list(range(101, 301))
    assert [params["after"] for _, params in asked.requests] == [100, 200, 300]
    assert asked.at_s == pytest.approx([0.0, BETWEEN_REQUESTS_S, 2 * BETWEEN_REQUESTS_S])
    assert asked.limiter.permitted == [10, 10, 10]


@virtual_time
async def test_the_pages_of_a_channel_are_not_spread_as_the_edits_of_an_answer_are() -> None:
    pages = [[message(first + each, 10) for each in range(100)] for first in (101, 201)]
    asked = Asked(*pages, [], limiter=RateLimiter(50))
    assert len(await asked.read()) == 200
    assert asked.at_s == pytest.approx([0.0, BETWEEN_REQUESTS_S, 2 * BETWEEN_REQUESTS_S])


@virtual_time
async def test_a_refusal_is_observed_and_what_was_read_before_is_kept() -> None:
    asked = Asked([message(101 + each, 10) for each in range(100)], REFUSAL)
    assert len(await asked.read()) == 100
    (event,) = asked.events
    assert isinstance(event, OperationFailed)
    assert event.error is REFUSAL


@pytest.mark.parametrize("error", [*TRANSIENT, ValueError("?")])
@virtual_time
async def test_any_other_failure_is_raised(error: Exception) -> None:
    asked = Asked(error)
    with pytest.raises(type(error)):
        await asked.read()
    assert asked.events == []


@virtual_time
async def test_an_answer_that_is_no_list_is_not_discords() -> None:
    with pytest.raises(NotFromDiscord):
        await Asked({"message": "welcome"}).read()


@pytest.mark.parametrize(
    ("answer", "is_unread"),
    [
        ({"last_message_id": "101"}, True),
        ({"last_message_id": "100"}, False),
        ({"last_message_id": None}, False),
        ({}, False),
        (REFUSAL, False),
    ],
)
@virtual_time
async def test_a_direct_message_channel_is_read_if_it_holds_something_newer(
    answer: object, is_unread: bool
) -> None:
    asked = Asked(answer)
    found = await asked.history.unread_direct_channel(70, 100)
    assert (found is not None) is is_unread
    assert asked.requests == [("/channels/70", {})]


@pytest.mark.parametrize(
    ("watermarks", "stored"),
    [
        pytest.param({}, None, id="none, before the first start"),
        pytest.param({0: 5, 1: 7}, 7, id="its own"),
        pytest.param({0: 5}, 5, id="that of the other shards, for a new one"),
        pytest.param(
            {1: id_at(NOW_S + 7 * 86_400)},
            id_at(NOW_S - 6 * 3600),
            id="none of the future",
        ),
    ],
)
async def test_the_watermark_of_the_second_shard(
    watermarks: dict[int, int], stored: int | None
) -> None:
    asked = Asked(watermarks=watermarks)
    asked.history._clock.read_message_id(id_at(NOW_S))
    assert await asked.history.stored_watermark(1) == stored


@pytest.mark.parametrize(
    ("hours", "oldest"),
    [
        pytest.param(6.0, lambda: id_at(NOW_S - 6 * 3600), id="of six hours ago"),
        pytest.param(0.0, lambda: GREATEST_ID, id="nothing, where nothing is to be caught up"),
    ],
)
async def test_the_oldest_message_that_is_still_of_interest(
    hours: float, oldest: Callable[[], int]
) -> None:
    assert Asked(hours=hours).history.oldest() == oldest()
