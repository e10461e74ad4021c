"""Every place where discord.py is changed, or where its private names are used.

Each function here is one patch: what it changes, and what discord.py 2.7.1 does without it. Most
return what they replaced, for the replacement to call. What is put in place is passed in: its
logic stands in a module of its own. `tests/discord_adapter/test_patches.py` has a test for each
patch that fails once discord.py no longer needs it.

A subclass that overrides a method is no patch. These use private names of what they inherit:
`DiscordClient` (`_connection`), `GuardedWebSocket` (`_decompressor`, `_discord_parsers`),
`PermittedShard` (`_client`, `_dispatch`) and `Commands`, which overrides `_call`. The same tests
check those.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from typing import Any, Literal

import aiohttp
import discord
import yarl
from discord.backoff import ExponentialBackoff
from discord.gateway import DiscordWebSocket
from discord.shard import Shard
from discord.state import AutoShardedConnectionState

State = AutoShardedConnectionState[Any]
"""discord.py's cache and its parsers, of one client."""

Parser = Callable[[Any], None]
"""Takes an event's data, changes the cache and dispatches."""


# Of the whole process: discord.py looks these up in its modules and classes.


def use_api_base_url(api_base_url: str) -> None:
    """Send discord.py's REST requests to that base, which ends with the version.

    discord.py 2.7.1 has Discord's address in a class and no option for another one.
    """
    discord.http.Route.BASE = api_base_url.rstrip("/")


def use_gateway(url: str) -> None:
    """Connect to the gateway at that address, also where a session can't be resumed.

    discord.py 2.7.1 connects to an address of its own wherever `shard_count` is given, and goes
    back to it after each session that was invalidated.
    """
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(url)


def use_websocket(websocket: type[DiscordWebSocket]) -> None:
    """Have gateway connections made of that class.

    discord.py 2.7.1 ends the client at a frame that it can't read. It has no option for another
    class.
    """
    discord.shard.DiscordWebSocket = websocket  # type: ignore[misc]


def use_shard(shard: type[Shard]) -> None:
    """Have shards made of that class.

    discord.py 2.7.1 identifies a shard again, after a session that ended, without asking whether
    the bot may begin another session today, and ends the client, with all its shards, where a new
    connection of one ends before its HELLO. It has no option for another class.
    """
    discord.shard.Shard = shard  # type: ignore[misc]


class ReconnectBackoff(ExponentialBackoff[Literal[False]]):
    """discord.py's pauses before it connects again, of 64 s at the most.

    discord.py 2.7.1 lets them grow to 17 minutes, and forgets former attempts, successful ones
    too, only after 34 minutes without any: a few dropped connections would make a bot deaf.
    """

    def __init__(self) -> None:
        super().__init__()
        self._max = 6  # 2 ** 6 s
        self._reset_time = 120


def use_reconnect_backoff() -> None:
    """Have shards use `ReconnectBackoff`. discord.py has no option for it."""
    discord.shard.ExponentialBackoff = ReconnectBackoff  # type: ignore[attr-defined,assignment]


def silence_voice_warnings() -> None:
    """Leave the libraries for voice, which this bot does not use, out of the log.

    discord.py 2.7.1 warns of each of them that is not installed.
    """
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


# Of one client.


def replace_parsers(state: State, parsers: dict[str, Parser]) -> dict[str, Parser]:
    """Replace the table of parsers, by the names of their events; returns the original.

    discord.py 2.7.1 ends the client where a parser raises, and leaves its cache changed halfway.
    """
    original: dict[str, Parser] = state.parsers
    state.parsers = parsers
    return original


def replace_dispatch(state: State, dispatch: Callable[..., None]) -> Callable[..., None]:
    """Replace what parsers call to have an event's handlers run; returns the original.

    discord.py 2.7.1 dispatches some events before it has read them to their end.
    """
    original: Callable[..., None] = state.dispatch
    state.dispatch = dispatch
    return original


def replace_message_parser(
    state: State, parse: Callable[..., discord.Message]
) -> Callable[..., discord.Message]:
    """Replace what makes messages that were asked for; returns the original.

    discord.py 2.7.1 raises at one that it can't read, so that those around it in a channel's
    history are not read either.
    """
    original: Callable[..., discord.Message] = state.create_message
    state.create_message = parse  # type: ignore[method-assign]
    return original


def replace_guild_parser(
    state: State, parse: Callable[..., discord.Guild]
) -> Callable[..., discord.Guild]:
    """Replace what makes a server of the data of its GUILD_CREATE; returns the original.

    discord.py 2.7.1 also fails at parts of a server that this bot does not use, and takes a server
    that lacks what is needed later, such as the bot's own member.
    """
    original: Callable[..., discord.Guild] = state._get_create_guild  # noqa: SLF001
    state._get_create_guild = parse  # type: ignore[method-assign]  # noqa: SLF001
    return original


def replace_request(
    http: discord.http.HTTPClient, request: Callable[..., Coroutine[Any, Any, Any]]
) -> Callable[..., Coroutine[Any, Any, Any]]:
    """Replace what sends each REST request; returns the original.

    discord.py 2.7.1 returns a page with status 200 as if it were an answer, raises `KeyError` at a
    429 without `retry_after`, and sends nothing any more once a request that has met the limit of
    all requests is cancelled while it waits.
    """
    original: Callable[..., Coroutine[Any, Any, Any]] = http.request
    http.request = request  # type: ignore[method-assign]
    return original


def set_user_agent(request: aiohttp.TraceRequestStartParams, user_agent: str) -> None:
    """Set the `User-Agent` of a request that is about to be sent.

    discord.py 2.7.1 gives REST requests one without the comma that Discord documents, and the
    routes of interactions none at all. It has no option for another one.
    """
    request.headers["User-Agent"] = user_agent


def share_equal_overwrites(guild: discord.Guild) -> None:
    """Have the channels of a server with equal overwrites share one list of them.

    discord.py 2.7.1 keeps a list for each channel, although most channels have those of their
    category. It replaces such a list, and never changes one.
    """
    shared: dict[tuple[Any, ...], Any] = {}
    for channel in guild.channels:
        overwrites = channel._overwrites  # noqa: SLF001
        key = tuple((each.id, each.allow, each.deny, each.type) for each in overwrites)
        channel._overwrites = shared.setdefault(key, overwrites)  # noqa: SLF001


# Private names that are used, but not changed.


def parse_message(
    client: discord.Client, channel: Any, payload: Mapping[str, Any]
) -> discord.Message:
    """Make a message in that channel of Discord's JSON. discord.py has no public way."""
    return client._connection.create_message(channel=channel, data=payload)  # type: ignore[arg-type]  # noqa: SLF001


def role_ids(member: discord.Member) -> frozenset[int]:
    """The ids of a member's roles, with that of everybody.

    discord.py 2.7.1 sorts `Member.roles` by their positions, and raises where Discord sent one that
    is no number.
    """
    return frozenset({*member._roles, member.guild.id})  # noqa: SLF001


def known_guild(state: State, guild_id: int | None) -> discord.Guild | None:
    """The server of that id if it is in the cache, also one that is unavailable."""
    return state._get_guild(guild_id)  # noqa: SLF001


def add_unavailable_guild(state: State, guild_id: int) -> None:
    """Add a server of which nothing but its id is known.

    discord.py 2.7.1 takes a message in a server that is not in its cache for a direct message.
    """
    guild = discord.Guild._create_unavailable(  # noqa: SLF001
        state=state, guild_id=guild_id, data=None
    )
    state._add_guild(guild)  # noqa: SLF001


def remove_guild(state: State, guild: discord.Guild) -> None:
    """Take a server out of the cache. discord.py does so itself only at a GUILD_DELETE."""
    state._remove_guild(guild)  # noqa: SLF001


def remove_thread(thread: discord.Thread) -> None:
    """Take a thread out of the cache. discord.py 2.7.1 keeps one that the bot was taken out of."""
    thread.guild._remove_thread(thread)  # noqa: SLF001
