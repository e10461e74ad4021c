"""One connection to Discord: what it asks for, and what it does with Discord's events."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import discord
import pytest
from discord.gateway import DiscordWebSocket
from discord.shard import EventItem, EventType

from bridge_bot.core.availability import LOST_AFTER, Availability
from bridge_bot.core.events import (
    Connected,
    Event,
    Operation,
    OperationFailed,
    Service,
    ServiceBack,
    ServiceLost,
)
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.client import DiscordClient
from bridge_bot.discord_adapter.client_options import ClientOptions
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.gateway.permitted_shard import PermittedShard
from bridge_bot.discord_adapter.gateway.session_starts import SessionStarts
from bridge_bot.discord_adapter.invite import invite_link
from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.discord_adapter.offline_client import (
    BOT_ID,
    GUILD_ID,
    OfflineSocket,
    add_guild,
    channel,
    guild,
    message,
    state_of,
    user,
)
from tests.discord_adapter.served_bot import client_dependencies, served_bot
from tests.harness.running_core import RunningCore, running_core

CHANNEL = 10
NOW_S = 1_793_700_000.0
"""The machine's time in these tests: 10:00 on 3 November 2026."""


async def nothing(*_: object) -> None:
    """What a client without a connection need not do."""


class Offline:
    """A client without a connection, on a real core, and the events that it has observed."""

    def __init__(self, core: RunningCore, **options: Any) -> None:
        self.core = core
        self.events: list[Event] = core.events
        clock = DiscordClock(steady_s=lambda: 0.0, machine_s=lambda: NOW_S)
        self.client = DiscordClient(
            ClientOptions(token="token", user_agent="agent", **options),
            client_dependencies(core.core, core.store, clock),
            session_starts=SessionStarts(core.events.append),
            gateway=Availability(Service.DISCORD_GATEWAY, core.events.append),
            on_login=nothing,
        )
        state = self.client._connection
        state.user = discord.ClientUser(state=state, data=user(BOT_ID))  # type: ignore[arg-type]
        self.client.shard_count = 1
        state.shard_count = 1
        state._get_create_guild(guild(channel(CHANNEL)))

    def mention(self, message_id: int) -> discord.Message:
        """Ann mentions the bot."""
        found = self.client.get_channel(CHANNEL)
        mentions = [user(BOT_ID)]
        payload = message(message_id, CHANNEL, content=f"<@{BOT_ID}> why?", mentions=mentions)
        return patches.parse_message(self.client, found, payload)


@pytest.mark.parametrize(
    ("message_content", "content_intent"), [(True, {"message_content"}), (False, set())]
)
async def test_it_asks_for_no_more_intents_than_it_needs(
    tmp_path: Path, message_content: bool, content_intent: set[str]
) -> None:
    async with running_core(tmp_path) as core:
        client = Offline(core, message_content=message_content).client
        asked_for = {name for name, is_on in client.intents if is_on}
        assert asked_for == {"guilds", "guild_messages", "dm_messages"} | content_intent


async def test_it_serves_the_shards_that_the_operator_names(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        client = Offline(core, shard_count=4, shard_ids=(0, 2)).client
        assert client.shard_ids == [0, 2]


async def test_a_message_is_taken_in_and_none_once_the_client_closes(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        offline = Offline(core)
        async with offline.client:
            await offline.client.on_message(offline.mention(100))
            await core.ended()
        running = asyncio.all_tasks()
        await offline.client.on_message(offline.mention(101))
        assert asyncio.all_tasks() == running
        assert [request.question for request in core.source.requests] == ["why?"]


async def test_plain_talk_that_comes_together_with_a_new_session_hides_nothing_that_was_missed(
    tmp_path: Path,
) -> None:
    watermark, now = (
        int(moment_s * 1000 - discord.utils.DISCORD_EPOCH) << 22
        for moment_s in (NOW_S - 3600, NOW_S)
    )
    searched_after: list[str] = []

    async def answer(_: discord.http.Route, **options: Any) -> dict[str, Any]:
        searched_after.append(options["params"]["min_id"])
        return {"total_results": 0, "messages": []}

    async with running_core(tmp_path) as core:
        await core.store.discord.move_watermark(0, watermark)
        offline = Offline(core)
        patches.replace_request(offline.client.http, answer)
        async with offline.client as client:
            state = state_of(client)
            state.shard_ids = [0]
            ready = {"shard": [0, 1], "user": user(BOT_ID), "guilds": [{"id": str(GUILD_ID)}]}
            state.parsers["READY"](ready)
            lab = add_guild(client, guild(channel(CHANNEL)))
            state.parsers["MESSAGE_CREATE"](message(now, CHANNEL, content="plain talk"))
            await asyncio.sleep(0)  # the handlers of READY begin
            await client.on_guild_available(lab)
            await core.until(lambda: bool(searched_after))
    assert searched_after == [str(watermark)]


async def test_what_an_event_handler_raises_is_observed_with_the_handlers_name(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path) as core:
        offline, error = Offline(core), ValueError("?")
        try:
            raise error
        except ValueError:
            await offline.client.on_error("on_message")
        assert offline.events == [
            OperationFailed(Operation.HANDLE_EVENT, error, detail="on_message")
        ]


@pytest.mark.parametrize("returns", ["on_shard_resumed", "on_shard_connect"])
async def test_a_gateway_that_stays_away_is_told_once_and_so_is_its_return(
    tmp_path: Path, returns: str
) -> None:
    async with running_core(tmp_path) as core:
        offline = Offline(core)
        async with offline.client as client:
            for _ in range(5):
                await client.on_shard_disconnect(0)
            back: Callable[[int], Awaitable[None]] = getattr(client, returns)
            await back(0)
            told = [type(each) for each in offline.events]
            assert told == [ServiceLost, ServiceBack]


async def test_a_shard_that_waits_until_it_may_begin_a_session_is_not_connected(
    tmp_path: Path,
) -> None:
    async def no_answer(*_: object, **__: object) -> None:
        await asyncio.Event().wait()

    async with running_core(tmp_path) as core:
        offline, queued = Offline(core), list[EventItem]()
        patches.replace_request(offline.client.http, no_answer)
        async with offline.client as client:
            shards = client._dependencies.shards
            shards.begin([0], lambda _: 0, tuple)
            client._reconnect = True
            websocket = DiscordWebSocket(OfflineSocket(), loop=asyncio.get_running_loop())
            websocket.shard_id = 0
            shard = PermittedShard(websocket, client, queued.append)
            await client.on_shard_connect(0)
            assert shards.report().disconnected == ()
            for _ in range(LOST_AFTER):
                shard._queue_put(EventItem(EventType.identify, shard, None))
            await core.until(lambda: shards.report().disconnected == (0,))
            await shard.close()
        assert queued == []
        assert offline.events == []  # it is connected anew, and an attempt counts as failed then


async def test_a_connected_bot_tells_where_it_is_and_has_begun_its_watermark(
    tmp_path: Path,
) -> None:
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(DiscordStandIn())
        core = await stack.enter_async_context(running_core(tmp_path))
        server.world.add_guild("Lab")
        server.world.add_guild("Annex")
        await stack.enter_async_context(served_bot(server, core))
        bot = server.world.bot
        told = [each for each in core.events if isinstance(each, Connected)]
        assert told == [Connected(bot.name, 2, invite_link(bot.id))]
        assert await core.store.discord.watermark(0) is not None
