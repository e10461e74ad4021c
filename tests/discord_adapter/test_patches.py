"""discord.py as it is still needs each of the patches.

These tests run discord.py without them. One that fails says that discord.py has changed, and that
the patch which it names may no longer be needed.
"""

from __future__ import annotations

import asyncio
import importlib.util
import inspect
import logging
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import discord
import pytest
import yarl
from discord import app_commands
from discord.backoff import ExponentialBackoff
from discord.gateway import DiscordWebSocket, ReconnectWebSocket
from discord.shard import EventItem, EventType, Shard
from discord.state import AutoShardedConnectionState

from bridge_bot.discord_adapter import patches
from bridge_bot.sandbox.discord.faults import StubbedResponse
from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.discord_adapter.offline_client import (
    GUILD_ID,
    OfflineSocket,
    add_guild,
    channel,
    guild,
    message,
    offline_client,
    state_of,
    thread,
)
from tests.harness.lab import Lab

DOCUMENTED_USER_AGENT = re.compile(r"DiscordBot \(\S+, \S+\)")
GET_GATEWAY = "/gateway"
ENDS_WITHIN_S = 10.0


class UnpatchedClient(discord.AutoShardedClient):
    """discord.py's client, but for a pause of 5 s before each IDENTIFY."""

    def __init__(self, **options: Any) -> None:
        super().__init__(intents=discord.Intents(guilds=True, guild_messages=True), **options)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        pass


@pytest.fixture
async def server() -> AsyncIterator[DiscordStandIn]:
    async with DiscordStandIn() as running:
        patches.use_api_base_url(running.api_base_url)
        patches.use_gateway(running.gateway_url)
        yield running


@asynccontextmanager
async def connected(server: DiscordStandIn) -> AsyncIterator[asyncio.Task[None]]:
    """An unpatched client that is ready; its `start`, as a task."""
    async with UnpatchedClient() as client:
        started = asyncio.create_task(client.start(server.token))
        await server.bot_ready()
        await client.wait_until_ready()
        yield started
        started.cancel()
        await asyncio.gather(started, return_exceptions=True)


@asynccontextmanager
async def logged_in(server: DiscordStandIn) -> AsyncIterator[discord.http.HTTPClient]:
    """What an unpatched client sends its REST requests with."""
    async with UnpatchedClient() as client:
        await client.login(server.token)
        yield client.http


def answer(server: DiscordStandIn, fault: StubbedResponse) -> discord.http.Route:
    """Have the stand-in answer the next request of the route so."""
    server.faults.inject("GET", GET_GATEWAY, fault)
    return discord.http.Route("GET", GET_GATEWAY)


def test_use_api_base_url_there_is_no_option_for_another_address() -> None:
    assert discord.http.Route("GET", "/gateway").url.startswith("https://discord.com/")
    options = inspect.signature(discord.http.HTTPClient.__init__).parameters
    assert set(options) == {
        "self",
        "loop",
        "connector",
        "proxy",
        "proxy_auth",
        "unsync_clock",
        "http_trace",
        "max_ratelimit_timeout",
    }


async def test_use_gateway_discord_is_not_asked_where_it_is_if_the_shards_are_known() -> None:
    addresses: list[yarl.URL] = []

    class Launching(UnpatchedClient):
        async def launch_shard(
            self, gateway: yarl.URL, shard_id: int, *, initial: bool = False
        ) -> None:
            addresses.append(gateway)

    client = Launching(shard_count=1)
    await client.launch_shards()
    patches.use_gateway("ws://gateway.example/")
    await client.launch_shards()
    assert addresses == [yarl.URL("wss://gateway.discord.gg/"), yarl.URL("ws://gateway.example/")]


async def test_use_websocket_a_frame_that_cannot_be_read_ends_the_client(
    server: DiscordStandIn,
) -> None:
    async with connected(server) as started:
        server.gateway.rewrite = lambda _: "[]"
        server.gateway.request_heartbeat()
        with pytest.raises(AttributeError):
            await asyncio.wait_for(started, ENDS_WITHIN_S)


async def test_use_shard_a_session_is_begun_anew_without_asking_whether_it_may(
    server: DiscordStandIn,
) -> None:
    async with connected(server):
        server.gateway.invalidate()
        await server.until(lambda: len(server.gateway.handshakes) == 2)
        asked = [request for request in server.requests if request.path == "/gateway/bot"]
        assert len(asked) == 1


async def test_use_shard_a_new_connection_that_ends_before_its_hello_ends_the_client(
    server: DiscordStandIn,
) -> None:
    queued: list[EventItem] = []
    async with UnpatchedClient() as client:
        await client.login(server.token)
        client._reconnect = True
        before = DiscordWebSocket(OfflineSocket(), loop=asyncio.get_running_loop())
        before.shard_id = 0
        server.gateway.rewrite = lambda _: {"op": DiscordWebSocket.RECONNECT, "d": None}
        await Shard(before, client, queued.append).reconnect()
    (item,) = queued
    assert item.type == EventType.terminate
    assert isinstance(item.error, ReconnectWebSocket)


def test_use_reconnect_backoff_pauses_grow_to_17_minutes() -> None:
    unpatched = ExponentialBackoff[Any]()
    pauses = [unpatched.delay() for _ in range(200)]
    assert max(pauses) > 300
    assert unpatched._reset_time == 2048
    assert unpatched._max == 10


def test_with_use_reconnect_backoff_no_pause_is_longer_than_about_a_minute() -> None:
    """However many there were."""
    backoff = patches.ReconnectBackoff()
    pauses = [backoff.delay() for _ in range(100)]
    assert max(pauses) <= 64
    assert max(pauses[50:]) > 5


@pytest.mark.skipif(importlib.util.find_spec("nacl") is not None, reason="PyNaCl is installed")
def test_silence_voice_warnings_libraries_for_voice_are_missed_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = True
    with caplog.at_level(logging.WARNING, "discord"):
        UnpatchedClient()
        assert "PyNaCl" in caplog.text
        caplog.clear()
        patches.silence_voice_warnings()
        UnpatchedClient()
        assert caplog.text == ""


async def test_replace_parsers_an_event_that_cannot_be_read_ends_the_client(
    server: DiscordStandIn,
) -> None:
    async with connected(server) as started:
        (session,) = server.gateway.connected
        session.dispatch("MESSAGE_CREATE", {"id": "1"})
        with pytest.raises(KeyError):
            await asyncio.wait_for(started, ENDS_WITHIN_S)


def test_replace_parsers_an_event_that_fails_leaves_the_cache_changed_halfway() -> None:
    client = offline_client()
    lab = add_guild(client, guild())
    with pytest.raises(KeyError):
        state_of(client).parsers["GUILD_UPDATE"](guild(name="Renamed", roles=[{}]))
    assert lab.name == "Renamed"


def test_replace_dispatch_an_event_that_fails_is_dispatched_all_the_same() -> None:
    client = offline_client()
    add_guild(client, guild(channel(10)))
    dispatched: list[str] = []
    patches.replace_dispatch(state_of(client), lambda event, *_: dispatched.append(event))
    with pytest.raises(KeyError):
        state_of(client).parsers["THREAD_UPDATE"](thread(11, 10) | {"thread_metadata": {}})
    assert dispatched == ["raw_thread_update"]


def test_replace_message_parser_a_message_that_cannot_be_read_raises() -> None:
    client = offline_client()
    lab = add_guild(client, guild(channel(10)))
    with pytest.raises(KeyError):
        patches.parse_message(client, lab.get_channel(10), {"id": "1"})


def test_replace_guild_parser_a_part_that_is_not_used_makes_a_server_unreadable() -> None:
    with pytest.raises(KeyError):
        add_guild(offline_client(), guild(stage_instances=[{}]))


def test_replace_guild_parser_a_server_without_the_bot_as_its_member_is_taken() -> None:
    lab = add_guild(offline_client(), guild(members=[]))
    assert lab.me is None


def test_share_equal_overwrites_each_channel_keeps_a_list_of_its_own() -> None:
    lab = add_guild(offline_client(), guild(channel(10), channel(11)))
    first, second = lab.text_channels
    assert first._overwrites is not second._overwrites
    patches.share_equal_overwrites(lab)
    assert first._overwrites is second._overwrites


async def test_replace_request_a_page_is_taken_for_an_answer(server: DiscordStandIn) -> None:
    async with logged_in(server) as http:
        assert await http.request(answer(server, StubbedResponse(200, "<html>"))) == "<html>"


async def test_replace_request_a_429_without_its_fields_is_a_key_error(
    server: DiscordStandIn,
) -> None:
    async with logged_in(server) as http:
        route = answer(
            server, StubbedResponse(429, {"message": "slow down"}, {"Via": "1.1 google"})
        )
        with pytest.raises(KeyError):
            await http.request(route)


async def test_replace_request_a_cancelled_request_that_met_the_limit_of_all_stops_all_others(
    server: DiscordStandIn,
) -> None:
    async with logged_in(server) as http:
        limit = {"message": "slow down", "retry_after": 600.0, "global": True}
        route = answer(server, StubbedResponse(429, limit, {"Via": "1.1 google"}))
        sending = asyncio.create_task(http.request(route))
        await server.until(lambda: not http._global_over.is_set())
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        assert not http._global_over.is_set()


def test_set_user_agent_it_has_not_the_documented_form() -> None:
    client = UnpatchedClient()
    assert not DOCUMENTED_USER_AGENT.search(client.http.user_agent)


async def test_set_user_agent_routes_of_interactions_have_none_of_discord_py(
    server: DiscordStandIn,
) -> None:
    async with UnpatchedClient() as client:
        await client.login(server.token)
        webhook = discord.Webhook.partial(7, "token", client=client)
        with pytest.raises(discord.HTTPException):
            await webhook.send("hello")
        assert "DiscordBot" not in server.requests[-1].user_agent
        server.unknown_routes.clear()


def test_add_unavailable_guild_a_message_in_an_unknown_server_is_taken_for_a_direct_one() -> None:
    client = offline_client()
    dispatched: list[tuple[Any, ...]] = []
    patches.replace_dispatch(state_of(client), lambda *event: dispatched.append(event))
    state_of(client).parsers["MESSAGE_CREATE"](message(100, 10))
    patches.add_unavailable_guild(state_of(client), GUILD_ID)
    state_of(client).parsers["MESSAGE_CREATE"](message(101, 10))
    (_, direct), (_, in_guild) = dispatched
    assert direct.guild is None
    assert in_guild.guild.id == GUILD_ID


def test_known_guild_and_remove_guild_also_find_an_unavailable_one() -> None:
    state = state_of(offline_client())
    assert patches.known_guild(state, GUILD_ID) is None
    patches.add_unavailable_guild(state, GUILD_ID)
    found = patches.known_guild(state, GUILD_ID)
    assert found is not None
    assert found.unavailable
    patches.remove_guild(state, found)
    assert patches.known_guild(state, GUILD_ID) is None


def test_remove_thread_one_that_the_bot_was_taken_out_of_stays_in_the_cache() -> None:
    lab = Lab()
    thread = lab.world.threads.start(lab.world.bot, lab.channel, "private", private=True)
    lab.world.threads.remove_member(thread)
    found = lab.client.channel(thread)
    patches.remove_thread(found)
    assert lab.client.get_channel(thread.id) is None


async def test_a_command_that_cannot_be_read_raises_past_the_handler_of_errors() -> None:
    """So `Commands` overrides `_call`: its error would stay in a task that nobody awaits."""
    handled: list[Exception] = []

    class Tree(app_commands.CommandTree[Any]):
        async def on_error(self, interaction: Any, error: app_commands.AppCommandError, /) -> None:
            handled.append(error)

    client = UnpatchedClient()
    client.loop = asyncio.get_running_loop()
    tree = Tree(client)
    before = asyncio.all_tasks()
    tree._from_interaction(discord.Object(1))  # type: ignore[arg-type]
    (invoked,) = asyncio.all_tasks() - before
    with pytest.raises(AttributeError):
        await invoked
    assert handled == []


async def test_discord_py_has_the_private_names_that_our_subclasses_use() -> None:
    client = UnpatchedClient()
    assert isinstance(client._connection, AutoShardedConnectionState)
    websocket = DiscordWebSocket(OfflineSocket(), loop=asyncio.get_running_loop())
    assert websocket._decompressor is not None
    assert "_discord_parsers" in inspect.getsource(DiscordWebSocket.from_client)
    for name in ("self._client", "self._dispatch"):
        assert name in inspect.getsource(discord.shard.Shard.__init__)


def test_discord_py_finds_the_classes_of_a_shard_where_they_are_replaced() -> None:
    """`use_websocket`, `use_shard` and `use_reconnect_backoff` set names of that module."""
    source = inspect.getsource(discord.shard)
    for use in ("DiscordWebSocket.from_client(", "= Shard(", "= ExponentialBackoff()"):
        assert use in source
