"""discord.py's gateway connections, as they outlive what they can't understand.

A frame that can't be read is skipped once the session has begun. Before that, HELLO and READY have
to be understood: a connection without them has failed, and another one is made after a pause.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any, NoReturn, Protocol, cast

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket, ReconnectWebSocket
from discord.shard import EventItem, EventType, Shard

from bridge_bot.discord_adapter.gateway.cache_snapshot import id_in
from bridge_bot.discord_adapter.gateway.event_guard import EventGuard

_GOODBYE = 1000  # ends the session for good (Discord's documentation)

_NO_OPCODE = -1

_LONGEST_HEARTBEAT_MS = 3_600_000
_SHORTEST_HEARTBEAT_MS = 100
"""An interval beyond these is not believed: heartbeats would flood the gateway, or never come."""

_BEFORE_HELLO = frozenset(
    {DiscordWebSocket.HELLO, DiscordWebSocket.RECONNECT, DiscordWebSocket.INVALIDATE_SESSION}
)
_BEFORE_READY = _BEFORE_HELLO | {
    DiscordWebSocket.DISPATCH,
    DiscordWebSocket.HEARTBEAT,
    DiscordWebSocket.HEARTBEAT_ACK,
}
_ENDINGS = (ReconnectWebSocket, discord.ConnectionClosed, aiohttp.ClientError, OSError)
"""What ends a connection, whatever was received."""


class ConnectionFailed(ConnectionError):
    """HELLO or READY can't be read, or the stream can't be decompressed.

    discord.py makes another connection after a pause, as after each error of the network.
    """


class GuardedWebSocket(DiscordWebSocket):
    """One connection to the gateway."""

    _greeted = False  # HELLO came
    _begun = False  # READY or RESUMED came

    async def received_message(self, msg: str | bytes, /) -> None:
        """Take a frame in. Raises `ConnectionFailed` if the connection is of no use without it."""
        text = await self._decompressed(msg)
        if text is None:
            return
        name, sequence = "HELLO" if not self._greeted else "READY", self.sequence
        try:
            if not self._begun:
                text, name = self._checked(text)
            await super().received_message(text)
        except _ENDINGS:
            raise
        except Exception as error:  # noqa: BLE001 - whatever Discord sends, the bot goes on
            if not self._begun:
                await self._fail(name, error)
            self._skip(_name_of(text), error)
        else:
            self._greeted = True
            # Each HELLO begins heartbeats of its own: a second one is an opcode that nobody knows.
            self.HELLO = _NO_OPCODE
            self._begun = self._begun or name in ("READY", "RESUMED")
        if type(self.sequence) not in (int, type(None)):  # heartbeats and a resume carry it
            self.sequence = sequence

    async def _decompressed(self, msg: str | bytes) -> str | None:
        """A frame's text; None if only a part of it has come, or if it is no text."""
        if isinstance(msg, str):
            return msg
        try:
            return self._decompressor.decompress(msg)
        except UnicodeDecodeError as error:
            self._skip("?", error)
            return None
        except Exception as error:  # noqa: BLE001 - of zlib or zstd; the rest would be no better
            await self._fail("?", error)

    def _checked(self, text: str) -> tuple[str, str]:
        """A frame of the handshake and what it is called; an error if that is not clear, or if
        what is needed of it later is not there.
        """
        frame = json.loads(text)
        op, data, event = frame["op"], frame.get("d"), frame.get("t")
        if op not in (_BEFORE_READY if self._greeted else _BEFORE_HELLO):
            raise ValueError("an opcode that has no place in a handshake")
        if op == self.HELLO:
            if not _SHORTEST_HEARTBEAT_MS <= data["heartbeat_interval"] <= _LONGEST_HEARTBEAT_MS:
                raise ValueError("an interval of heartbeats that nobody could keep")
            return text, "HELLO"
        if op != self.DISPATCH:
            return text, str(op)
        if not isinstance(event, str):
            raise TypeError("an event without a name")
        if event == "READY":
            self._check_ready(data)
        elif event == "RESUMED":
            frame["d"] = {}  # it says nothing that is used
        else:
            return text, event
        return json.dumps(frame), event

    def _check_ready(self, data: dict[str, Any]) -> None:
        """Check what is needed for a resume; a server that can't be read is left out alone."""
        for needed in ("session_id", "resume_gateway_url"):
            if not isinstance(data[needed], str):
                raise TypeError(f"READY without a {needed}")
        data["shard"] = [self.shard_id, self.shard_count]  # as which it has identified itself
        readable = [each for each in data["guilds"] if id_in(each, "id") is not None]
        if len(readable) < len(data["guilds"]):
            self._skip("READY", ValueError("a server without an id"))
        data["guilds"] = readable

    async def _fail(self, name: str, error: Exception) -> NoReturn:
        """Give the connection up. Raises `ConnectionFailed`."""
        self._skip(name, error)
        await self.close(_GOODBYE)
        raise ConnectionFailed(f"{name} could not be read: {type(error).__name__}") from error

    def _skip(self, name: str, error: Exception) -> None:
        if isinstance(self._discord_parsers, EventGuard):
            self._discord_parsers.skip(name, error)


class _PermitsSessions(Protocol):
    async def may_identify(self, shard_id: int) -> None: ...


class PermittedShard(Shard):
    """A shard that begins a session anew only once it may. discord.py makes the first one."""

    def __init__(
        self,
        ws: DiscordWebSocket,
        client: discord.AutoShardedClient,
        queue_put: Callable[[EventItem], None],
    ) -> None:
        super().__init__(ws, client, self._put_once_permitted)
        self._put = queue_put
        self._waiting: asyncio.Task[None] | None = None

    async def close(self) -> None:
        """Disconnect, and wait for nothing any more."""
        if self._waiting is not None:
            self._waiting.cancel()
        await super().close()

    def _put_once_permitted(self, item: EventItem) -> None:
        if item.type in (EventType.identify, EventType.reconnect):  # both end in an IDENTIFY
            self._waiting = asyncio.create_task(self._wait(item), name=f"shard {self.id} waits")
        else:
            self._put(item)

    async def _wait(self, item: EventItem) -> None:
        # Not where discord.py connects, one shard after the other: the others need not wait.
        await cast(_PermitsSessions, self._client).may_identify(self.id)
        self._put(item)


async def ask(client: discord.Client) -> Any:
    """What `GET /gateway/bot` answers."""
    return await client.http.request(discord.http.Route("GET", "/gateway/bot"))


async def find(client: discord.AutoShardedClient) -> None:
    """Find out where the gateway is, and how many shards Discord advises.

    discord.py asks only where it needs the number of shards, and goes to its default address again
    where a session can't be resumed.
    """
    told = await ask(client)
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(told["url"])
    client.shard_count = client.shard_count or int(told["shards"])


def install() -> None:
    """Have discord.py use these; it knows no other way than the names in its module."""
    discord.shard.DiscordWebSocket = GuardedWebSocket  # type: ignore[misc]
    discord.shard.Shard = PermittedShard  # type: ignore[misc]


def _name_of(text: str) -> str:
    """What a frame is called that could not be taken in; `?` if it does not say."""
    try:
        return str(json.loads(text)["t"])[:40]
    except (ValueError, TypeError, KeyError, RecursionError):
        return "?"
