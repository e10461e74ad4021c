"""A gateway connection that skips frames which it can't read, once its session has begun.

HELLO and READY must be readable: otherwise the connection has failed, and discord.py makes another
one after a pause.
"""

from __future__ import annotations

import json
from typing import Any, NoReturn

import aiohttp
import discord
from discord.gateway import DiscordWebSocket, ReconnectWebSocket

from bridge_bot.discord_adapter.gateway.event_guard import EventGuard
from bridge_bot.discord_adapter.snowflake import id_in

_NORMAL_CLOSURE = 1000
"""The close code that ends a session, so that it can't be resumed (Discord's documentation)."""

_NO_OPCODE = -1
"""Is never received."""

_LONGEST_HEARTBEAT_MS = 3_600_000
_SHORTEST_HEARTBEAT_MS = 100
"""An interval beyond these is refused: heartbeats would flood the gateway, or never be sent."""

_OPCODES_BEFORE_HELLO = frozenset(
    {DiscordWebSocket.HELLO, DiscordWebSocket.RECONNECT, DiscordWebSocket.INVALIDATE_SESSION}
)
_OPCODES_BEFORE_READY = _OPCODES_BEFORE_HELLO | {
    DiscordWebSocket.DISPATCH,
    DiscordWebSocket.HEARTBEAT,
    DiscordWebSocket.HEARTBEAT_ACK,
}
_CONNECTION_ENDED = (ReconnectWebSocket, discord.ConnectionClosed, aiohttp.ClientError, OSError)
"""What discord.py raises where the connection ends; any other error is caused by a frame."""


class ConnectionFailed(ConnectionError):
    """HELLO or READY can't be read, or the stream can't be decompressed.

    discord.py makes another connection after a pause, as after each error of the network.
    """


class GuardedWebSocket(DiscordWebSocket):
    """One connection to the gateway, of which discord.py calls `received_message`."""

    _has_hello = False  # HELLO was read
    _has_session = False  # READY or RESUMED was read

    async def received_message(self, msg: str | bytes, /) -> None:
        """Read a frame, or skip it. Raises `ConnectionFailed` if it is needed and can't be read."""
        if isinstance(self._discord_parsers, EventGuard):
            self._discord_parsers.shards.heard(self.shard_id)
        text = await self._decompressed(msg)
        if text is None:
            return
        name, sequence = "HELLO" if not self._has_hello else "READY", self.sequence
        try:
            if not self._has_session:
                text, name = self._checked(text)
            await super().received_message(text)
        except _CONNECTION_ENDED:
            raise
        except Exception as error:  # noqa: BLE001 - whatever Discord sends, the bot goes on
            if not self._has_session:
                await self._fail(name, error)
            self._skip(_name_of(text), error)
        else:
            self._has_hello = True
            # Each HELLO would begin further heartbeats: for discord.py, a second one has an opcode
            # that it does not know.
            self.HELLO = _NO_OPCODE
            self._has_session = self._has_session or name in ("READY", "RESUMED")
        if type(self.sequence) not in (int, type(None)):  # heartbeats and a RESUME carry it
            self.sequence = sequence

    async def _decompressed(self, msg: str | bytes) -> str | None:
        """A frame's text; None if only a part of it has come, or if it is skipped.

        Raises `ConnectionFailed` if the stream can't be decompressed any more.
        """
        if isinstance(msg, str):
            return msg
        try:
            return self._decompressor.decompress(msg)
        except UnicodeDecodeError as error:
            self._skip("?", error)
            return None
        except Exception as error:  # noqa: BLE001 - zlib's or zstd's: nor could the rest be read
            await self._fail("?", error)

    def _checked(self, text: str) -> tuple[str, str]:
        """A frame before the session has begun, with what is not used removed, and its name.

        The name is that of the event, `HELLO`, or else the number of the opcode. Raises if the
        frame is none of a handshake, or lacks what is needed later.
        """
        frame = json.loads(text)
        op, data, event = frame["op"], frame.get("d"), frame.get("t")
        if op not in (_OPCODES_BEFORE_READY if self._has_hello else _OPCODES_BEFORE_HELLO):
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
            frame["d"] = {}  # nothing in it is used
        else:
            return text, event
        return json.dumps(frame), event

    def _check_ready(self, data: dict[str, Any]) -> None:
        """Raise if READY lacks what a RESUME needs. Servers in it without an id are left out."""
        for needed in ("session_id", "resume_gateway_url"):
            if not isinstance(data[needed], str):
                raise TypeError(f"READY without a {needed}")
        data["shard"] = [self.shard_id, self.shard_count]  # as sent in its IDENTIFY
        readable = [each for each in data["guilds"] if id_in(each, "id") is not None]
        if len(readable) < len(data["guilds"]):
            self._skip("READY", ValueError("a server without an id"))
        data["guilds"] = readable

    async def _fail(self, name: str, error: Exception) -> NoReturn:
        """Close the connection, whose frame of that name can't be read, and raise."""
        self._skip(name, error)
        await self.close(_NORMAL_CLOSURE)
        raise ConnectionFailed(f"{name} could not be read: {type(error).__name__}") from error

    def _skip(self, name: str, error: Exception) -> None:
        """Observe that a frame of that name is skipped."""
        if isinstance(self._discord_parsers, EventGuard):
            self._discord_parsers.skip(name, error)


def _name_of(text: str) -> str:
    """The name of the event in a frame that could not be read; `?` if it has none."""
    try:
        return str(json.loads(text)["t"])[:40]
    except (ValueError, TypeError, KeyError, RecursionError):
        return "?"
