"""Guards discord.py's parsers: an event that can't be read is skipped, and all else goes on.

discord.py 2.7.1 ends the whole client where one of its parsers raises. Here an event takes effect
whole or not at all: what its parser dispatches is collected, and dispatched only once the parser
has returned; if it raises, what it has changed in the cache is restored, and `EventSkipped` is
observed.

A server whose GUILD_CREATE can't be read is *unreadable*: it stays in the cache as unavailable, and
nothing else of it is read until a GUILD_CREATE can be, or a GUILD_DELETE comes. Commands used there
are still tried.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import discord

from bridge_bot.core.events import EventSkipped, Observe
from bridge_bot.core.gateway.shards import GatewayShards
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.gateway.cache_snapshot import CacheSnapshot
from bridge_bot.discord_adapter.gateway.guild_payloads import leave_out_unused
from bridge_bot.discord_adapter.patches import Parser
from bridge_bot.discord_adapter.snowflake import id_in

_CHANGE_THE_CACHE = ("CHANNEL_", "GUILD_", "THREAD_", "USER_")
"""What the names of the events begin with that change the cache."""

_READ_OF_UNREADABLE_SERVERS = frozenset({"GUILD_CREATE", "GUILD_DELETE", "INTERACTION_CREATE"})

_EMPTY_MESSAGE: dict[str, Any] = {
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
"""Stands for a message that can't be read. It is a bot's, so it is never a question."""

_NEEDED_IN_A_MESSAGE: dict[str, type] = {"author": dict, "content": str, "mentions": list}


class EventGuard(dict[str, Parser]):
    """One client's table of parsers, by the names of their events, each of them guarded.

    Making one puts it in the place of discord.py's table. `shards` are told of each frame and of
    each message, whether or not it can be read. Where `take_in_talk` says of a message of a server
    that it has been taken in, nothing is made of it.
    """

    def __init__(
        self,
        state: patches.State,
        clock: DiscordClock,
        observe: Observe,
        shards: GatewayShards,
        take_in_talk: Callable[[Mapping[str, Any]], bool] = lambda _: False,
    ) -> None:
        super().__init__()
        self.shards = shards
        self._state = state
        self._clock = clock
        self._observe = observe
        self._take_in_talk = take_in_talk
        self._unreadable_guilds: set[int] = set()
        self.guild_ids: dict[int, frozenset[int]] = {}
        """By shard: the servers that the bot was in when the shard's last session began."""
        # What the parser that is running has dispatched; None while none is running.
        self._collected: list[tuple[Any, ...]] | None = None
        self._dispatch = patches.replace_dispatch(state, self._dispatch_or_collect)
        self._parse_guild = patches.replace_guild_parser(state, self._guild_from)
        self._parse_message = patches.replace_message_parser(state, self._message_from)
        parsers = patches.replace_parsers(state, self)
        self.update((event, self._guarded(event, parse)) for event, parse in parsers.items())

    def skip(self, event: str, error: Exception) -> None:
        """Observe that an event of that name is skipped."""
        self._observe(EventSkipped(event, error))

    def _guarded(self, event: str, parse: Parser) -> Parser:
        """A parser that does what `parse` does, or nothing if that raises; READY still raises."""

        def guarded(data: Any) -> None:
            before: CacheSnapshot | None = None
            collected: list[tuple[Any, ...]] = []
            self._collected = collected
            try:
                if event == "MESSAGE_CREATE":
                    self._note_message(data)
                if event.startswith(_CHANGE_THE_CACHE):
                    before = CacheSnapshot(self._state, data)
                if self._should_parse(event, data) and not self._is_taken_in(event, data):
                    leave_out_unused(event, data)
                    parse(data)
            except Exception as error:  # noqa: BLE001 - whatever Discord sends, the bot goes on
                if before is not None:
                    before.restore()
                self._failed(event, data, error)
                collected = []
            finally:
                self._collected = None
            for arguments in collected:
                self._dispatch(*arguments)

        return guarded

    def _is_taken_in(self, event: str, data: Any) -> bool:
        is_of_server = event == "MESSAGE_CREATE" and "guild_id" in data
        return is_of_server and self._take_in_talk(data)

    def _note_message(self, data: Any) -> None:
        guild_id, message_id = id_in(data, "guild_id"), id_in(data, "id")
        if guild_id is not None and message_id is not None:
            is_own = id_in(data.get("author"), "id") == self._state.self_id
            self.shards.message_received(guild_id, message_id, is_own=is_own)

    def _dispatch_or_collect(self, *arguments: Any) -> None:
        if self._collected is None:
            self._dispatch(*arguments)
        else:
            self._collected.append(arguments)

    def _failed(self, event: str, data: Any, error: Exception) -> None:
        """Skip an event whose parser raised that error. Raises it again if the event is READY."""
        if event == "READY":  # no session without it: the connection has failed
            raise error
        guild_id = id_in(data, "id")
        if event == "GUILD_CREATE" and guild_id is not None:
            self._ensure_known(guild_id)
            guild = patches.known_guild(self._state, guild_id)
            if guild is None or guild.unavailable:
                error.add_note(f"The server {guild_id} is left out.")
                self._unreadable_guilds.add(guild_id)
        self.skip(event, error)

    def _should_parse(self, event: str, data: Any) -> bool:
        """Whether an event is to be parsed: False for one of an unreadable server.

        Raises for a message that lacks what discord.py would only miss later.
        """
        guild_id = id_in(data, "guild_id")
        if guild_id in self._unreadable_guilds and event not in _READ_OF_UNREADABLE_SERVERS:
            return False
        if event.startswith("MESSAGE_") and guild_id is not None:
            self._ensure_known(guild_id)
        if event == "MESSAGE_CREATE":
            self._check_message(data)
            if guild_id is None and self._is_in_a_guild(data):
                raise ValueError("a message in a server without guild_id")
        if event == "READY":
            ids = frozenset(int(each["id"]) for each in data["guilds"])
            self.guild_ids[int(data["shard"][0])] = ids
        if event == "GUILD_DELETE":
            self._unreadable_guilds.discard(id_in(data, "id") or 0)
        return True

    def _check_message(self, data: Any) -> None:
        """Raise for a message that lacks something which discord.py would only miss later."""
        for name, kind in _NEEDED_IN_A_MESSAGE.items():
            if not isinstance(data[name], kind):
                raise TypeError(f"a message whose {name} is no {kind.__name__}")
        for each in (data, data.get("referenced_message") or {}):
            if not isinstance(each.get("flags", 0), int):
                raise TypeError("a message whose flags are no int")
        if not self._clock.can_exist(int(data["id"])):
            raise ValueError("a message from the future")

    def _is_in_a_guild(self, data: Any) -> bool:
        """Whether a message was written in a server, though it does not say in which."""
        channel = self._state.get_channel(id_in(data, "channel_id"))
        return "member" in data or isinstance(channel, discord.abc.GuildChannel | discord.Thread)

    def _ensure_known(self, guild_id: int) -> None:
        """Have the server in the cache, as unavailable if it is not there yet."""
        if patches.known_guild(self._state, guild_id) is None:
            patches.add_unavailable_guild(self._state, guild_id)

    def _message_from(self, *, channel: Any, data: Any) -> discord.Message:
        """A message that was requested, such as one of a channel's history.

        One that can't be read becomes an empty one of the same id, so that those around it are
        read all the same.
        """
        try:
            self._check_message(data)
            return self._parse_message(channel=channel, data=data)
        except Exception as error:  # noqa: BLE001 - whatever Discord sends, the bot goes on
            self.skip("MESSAGE_CREATE", error)
            message_id = id_in(data, "id") or 0
            known_id = message_id if self._clock.can_exist(message_id) else 0
            return self._parse_message(channel=channel, data=_EMPTY_MESSAGE | {"id": str(known_id)})

    def _guild_from(self, data: Any) -> discord.Guild:
        """A server from the data of its GUILD_CREATE.

        The parts that are needed later are checked at once, so that an incomplete one raises now,
        not at the first question.
        """
        known = patches.known_guild(self._state, int(data["id"]))
        guild = self._parse_guild(data)
        patches.share_equal_overwrites(guild)
        try:
            _check_guild(guild)
        except Exception:
            if known is None:
                patches.remove_guild(self._state, guild)
            raise
        self._unreadable_guilds.discard(guild.id)
        return guild


def _check_guild(guild: discord.Guild) -> None:
    """Raise if the bot's permissions can't be computed, in one channel of each kind."""
    if guild.me is None:
        raise ValueError("a server without the bot as its member")
    for channels in (guild.text_channels, guild.voice_channels, guild.stage_channels, guild.forums):
        for channel in channels[:1]:
            channel.permissions_for(guild.me)
