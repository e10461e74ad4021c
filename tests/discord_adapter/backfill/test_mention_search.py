"""What a search of a server finds, and what Discord says instead."""

from __future__ import annotations

from typing import Any

import discord
import pytest

from bridge_bot.core.events import Event, OperationFailed
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.backfill.history import History
from bridge_bot.discord_adapter.backfill.mention_search import MentionSearch, NotIndexed
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.rest.exceptions import NotFromDiscord
from tests.discord_adapter.memory_discord_store import MemoryDiscordStore
from tests.discord_adapter.offline_client import (
    BOT_ID,
    Payload,
    add_guild,
    channel,
    guild,
    http_error,
    message,
    nothing_set,
    offline_client,
)
from tests.harness.virtual_time import virtual_time

AFTER = 500


class Searched:
    """A search, Discord's answers to its requests, and what came of them."""

    def __init__(self, *answers: object) -> None:
        self.answers = list(answers)
        self.queries: list[dict[str, Any]] = []
        self.events: list[Event] = []
        client = offline_client()
        self.lab = add_guild(client, guild(channel(10)))
        patches.replace_request(client.http, self._answer)
        clock = DiscordClock(steady_s=lambda: 0.0, machine_s=lambda: 0.0)
        history = History(
            client,
            MemoryDiscordStore(),
            RateLimiter(50),
            clock,
            self.events.append,
            hours=6.0,
            settings_of=nothing_set,
        )
        self.search = MentionSearch(client, history)

    async def found(self) -> dict[int, list[int]]:
        """The ids of the messages that were found, by channel."""
        found = await self.search.mentions(self.lab, AFTER)
        return {where: [each.id for each in messages] for where, messages in found.items()}

    async def _answer(self, route: discord.http.Route, **options: Any) -> Any:
        self.queries.append(options["params"])
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def page(*messages: Payload, total: int | None = None) -> Payload:
    return {
        "total_results": len(messages) if total is None else total,
        "messages": [[each] for each in messages],
    }


@virtual_time
async def test_mentions_come_by_channel_oldest_first_also_of_channels_that_are_not_known() -> None:
    searched = Searched(page(message(503, 10), message(501, 10), message(502, 99)))
    assert await searched.found() == {10: [501, 503], 99: [502]}
    (query,) = searched.queries
    assert (query["mentions"], query["min_id"], query["offset"]) == (str(BOT_ID), "500", 0)


@virtual_time
async def test_it_asks_until_it_has_seen_the_total() -> None:
    first = page(*(message(501 + number, 10) for number in range(25)), total=27)
    searched = Searched(first, page(message(601, 10), message(602, 10), total=27))
    assert len((await searched.found())[10]) == 27
    assert [query["offset"] for query in searched.queries] == [0, 25]


@pytest.mark.parametrize(
    "hit",
    [
        pytest.param(message(500, 10), id="not newer"),
        pytest.param(message(501, 10, hit=False), id="beside a hit"),
        pytest.param(message(501, 10) | {"channel_id": None}, id="without a channel"),
        pytest.param(message(501, 10, id="?"), id="without an id"),
        pytest.param(None, id="no object"),
    ],
)
@virtual_time
async def test_what_is_no_mention_is_left_out(hit: Any) -> None:
    assert await Searched(page(hit, message(502, 10))).found() == {10: [502]}


@virtual_time
async def test_a_server_without_an_index_is_searched_later() -> None:
    searched = Searched({"code": 110000, "message": "not yet", "retry_after": 5})
    with pytest.raises(NotIndexed) as error:
        await searched.found()
    assert error.value.retry_after_s == 5.0


@pytest.mark.parametrize("answer", [[], {}, {"total_results": 1}, {"messages": []}])
@virtual_time
async def test_an_answer_without_messages_is_not_discords(answer: object) -> None:
    with pytest.raises(NotFromDiscord):
        await Searched(answer).found()


@virtual_time
async def test_a_refusal_is_observed_and_finds_nothing() -> None:
    refusal = http_error(403, {"code": 50001, "message": "no"})
    searched = Searched(refusal)
    assert await searched.found() == {}
    (event,) = searched.events
    assert isinstance(event, OperationFailed)
    assert event.error is refusal
