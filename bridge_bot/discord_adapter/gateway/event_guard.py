"""An event that can't be understood is one event: it is skipped and told, and all else goes on.

discord.py 2.7.1 ends the whole client where one of its parsers raises. Here each of them is
guarded: an event takes effect whole or not at all. What it dispatches is held back until it is
parsed to its end, and what it had changed of the cache before it failed is put back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import discord
from discord.state import AutoShardedConnectionState

from bridge_bot.core.events import EventSkipped, Observe
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.gateway.cache_snapshot import Snapshot, id_in

Parser = Callable[[Any], None]
State = AutoShardedConnectionState[Any]

_CHANGE_THE_CACHE = ("CHANNEL_", "GUILD_", "THREAD_", "USER_")
_OF_LEFT_OUT_SERVERS = frozenset({"GUILD_CREATE", "GUILD_DELETE", "INTERACTION_CREATE"})
_SILENT_MESSAGE: dict[str, Any] = {
    "type": 0,
    "author": {"id": "0", "username": "", "discriminator": "0", "avatar": None, "bot": True},
    "content": "",
    "mentions": [],
    "mention_roles": [],
    "mention_everyone": False,
    "attachments": [],
    "embeds": [],
    "edited_timestamp": None,
    "pinned": False,
    "tts": False,
}
_NEEDED_OF_A_MESSAGE: dict[str, type] = {"author": dict, "content": str, "mentions": list}
_UNUSED = (
    "guild_scheduled_events",
    "presences",
    "soundboard_sounds",
    "stage_instances",
    "voice_states",
)
"""Parts of a server that nothing here looks at: they are not even read."""


class EventGuard(dict[str, Parser]):
    """A client's table of parsers, each of them guarded; it takes the table's place."""

    def __init__(self, state: State, clock: DiscordClock, observe: Observe) -> None:
        self._state = state
        self._clock = clock
        self._observe = observe
        self._left_out: set[int] = set()
        """Servers whose GUILD_CREATE could not be read: nothing else of them is, until one can."""
        self._held_back: list[tuple[Any, ...]] | None = None
        self._dispatch = state.dispatch
        self._parse_server = state._get_create_guild  # noqa: SLF001
        self._parse_message = state.create_message
        super().__init__(
            {event: self._guarded(event, state.parsers[event]) for event in state.parsers}
        )
        state.parsers = self
        state.dispatch = self._dispatch_when_parsed
        state.create_message = self._read_message  # type: ignore[method-assign]
        state._get_create_guild = self._read_server  # type: ignore[method-assign]  # noqa: SLF001

    def skip(self, event: str, error: Exception) -> None:
        """Tell that an event is skipped."""
        self._observe(EventSkipped(event, error))

    def _read_message(self, *, channel: Any, data: Any) -> discord.Message:
        """A message that was asked for. One that can't be read becomes one that says nothing, so
        that those around it in a history are read all the same.
        """
        try:
            self._check_message(data)
            return self._parse_message(channel=channel, data=data)
        except Exception as error:  # noqa: BLE001 - whatever Discord sends, the bot goes on
            self.skip("MESSAGE_CREATE", error)
            message_id = id_in(data, "id") or 0
            known_id = message_id if self._clock.has_come(message_id) else 0
            silent = _SILENT_MESSAGE | {"id": str(known_id)}
            return self._parse_message(channel=channel, data=silent)  # type: ignore[arg-type]

    def _guarded(self, event: str, parse: Parser) -> Parser:
        def guarded(data: Any) -> None:
            before: Snapshot | None = None
            dispatched: list[tuple[Any, ...]] = []
            self._held_back = dispatched
            try:
                if event.startswith(_CHANGE_THE_CACHE):
                    before = Snapshot(self._state, data)
                if self._is_of_interest(event, data):
                    parse(data)
            except Exception as error:  # noqa: BLE001 - whatever Discord sends, the bot goes on
                if before is not None:
                    before.put_back()
                self._failed(event, data, error)
                dispatched = []
            finally:
                self._held_back = None
            for arguments in dispatched:
                self._dispatch(*arguments)

        return guarded

    def _failed(self, event: str, data: Any, error: Exception) -> None:
        if event == "READY":  # no session without it: the connection has failed
            raise error
        server_id = id_in(data, "id")
        if event == "GUILD_CREATE" and server_id is not None:
            self._keep_known(server_id)
            guild = self._state._get_guild(server_id)  # noqa: SLF001
            if guild is None or guild.unavailable:
                error.add_note(f"The server {server_id} is left out.")
                self._left_out.add(server_id)
        self.skip(event, error)

    def _is_of_interest(self, event: str, data: Any) -> bool:
        """Whether an event is to be parsed. Raises for one that lacks what discord.py does not miss
        at once, but what is needed later.
        """
        server_id = id_in(data, "guild_id")
        if server_id in self._left_out and event not in _OF_LEFT_OUT_SERVERS:
            return False
        if event.startswith("MESSAGE_") and server_id is not None:
            self._keep_known(server_id)
        if event == "MESSAGE_CREATE":
            self._check_message(data)
            if server_id is None and self._is_of_a_server(data):
                raise ValueError("a message in a server without guild_id")
        if event == "GUILD_DELETE":
            self._left_out.discard(id_in(data, "id") or 0)
        return True

    def _check_message(self, data: Any) -> None:
        """Raise for what discord.py would only miss later, or not at all."""
        for name, kind in _NEEDED_OF_A_MESSAGE.items():
            if not isinstance(data[name], kind):
                raise TypeError(f"a message whose {name} is no {kind.__name__}")
        for each in (data, data.get("referenced_message") or {}):
            if not isinstance(each.get("flags", 0), int):
                raise TypeError("a message whose flags are no int")
        if not self._clock.has_come(int(data["id"])):
            raise ValueError("a message from the future")

    def _is_of_a_server(self, data: Any) -> bool:
        """Whether a message was written in a server: it is not to be taken for a direct one."""
        channel = self._state.get_channel(id_in(data, "channel_id"))
        return "member" in data or isinstance(channel, discord.abc.GuildChannel | discord.Thread)

    def _keep_known(self, server_id: int) -> None:
        """Know a server by its id at least: discord.py takes messages in others for direct ones."""
        if self._state._get_guild(server_id) is None:  # noqa: SLF001
            self._state._add_guild(  # noqa: SLF001
                discord.Guild._create_unavailable(  # noqa: SLF001
                    state=self._state, guild_id=server_id, data=None
                )
            )

    def _read_server(self, data: Any) -> discord.Guild:
        """Read a server, and try at once what is used of it later: so one that is read only
        halfway shows now, not at the first question.
        """
        for unused in _UNUSED:
            data.pop(unused, None)
        known = self._state._get_guild(int(data["id"]))  # noqa: SLF001
        guild = self._parse_server(data)
        try:
            _try_out(guild)
        except Exception:
            if known is None:
                self._state._remove_guild(guild)  # noqa: SLF001
            raise
        self._left_out.discard(guild.id)
        return guild

    def _dispatch_when_parsed(self, *arguments: Any) -> None:
        if self._held_back is None:
            self._dispatch(*arguments)
        else:
            self._held_back.append(arguments)


def _try_out(guild: discord.Guild) -> None:
    if guild.me is None:
        raise ValueError("a server without the bot as its member")
    for places in (guild.text_channels, guild.voice_channels, guild.stage_channels, guild.forums):
        for place in places[:1]:
            place.permissions_for(guild.me)
