"""The connection to Discord: discord.py's gateway and cache, and what its events set off here."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import aiohttp
import discord
import yarl

from bridge_bot.core.availability import Availability
from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Connected, Observe, Operation, OperationFailed, Outlook
from bridge_bot.core.intake import Bridge
from bridge_bot.discord_adapter.backfill.backfill import Backfill
from bridge_bot.discord_adapter.backfill.history import History, Place
from bridge_bot.discord_adapter.backfill.mention_search import MentionSearch
from bridge_bot.discord_adapter.backfill.shard import TRY_AGAIN_S, Shard
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.discord_store import DiscordStore
from bridge_bot.discord_adapter.gateway import websocket
from bridge_bot.discord_adapter.gateway.event_guard import EventGuard
from bridge_bot.discord_adapter.gateway.session_starts import SessionStarts
from bridge_bot.discord_adapter.intake.commands import Commands
from bridge_bot.discord_adapter.intake.early_messages import guild_id_of
from bridge_bot.discord_adapter.intake.membership import Membership
from bridge_bot.discord_adapter.intake.message_handler import AGAIN_S, MessageHandler
from bridge_bot.discord_adapter.invite import invite_link
from bridge_bot.discord_adapter.rest.exceptions import refuses
from bridge_bot.discord_adapter.rest.response_guard import ResponseGuard
from bridge_bot.discord_adapter.revocations import Revocations

DISCORD_API_BASE_URL = discord.http.Route.BASE
"""Discord's own REST base, with the version that discord.py speaks."""

_TAKING_IN_S = 1.0
_SAVE_EVERY_S = 5.0
_SYNC_AGAIN_S = 2.0
_LONGEST_SYNC_PAUSE_S = 300.0
_LATEST_S = 600.0  # a message that can't be taken in is kept for so long at the least
_CLOCK_MARGIN_S = 2.0  # Discord's time is known to the second


@dataclass(frozen=True, slots=True)
class ClientOptions:
    """What the connection needs to know. `api_base_url` ends with the version."""

    token: str
    user_agent: str
    api_base_url: str = DISCORD_API_BASE_URL
    message_content: bool = True
    allowed_guilds: frozenset[int] = frozenset()
    shard_count: int | None = None
    shard_ids: tuple[int, ...] | None = None
    catch_up_hours: float = 6.0
    hear_again_s: tuple[float, ...] = AGAIN_S
    try_again_s: tuple[float, ...] = TRY_AGAIN_S


class DiscordClient(discord.AutoShardedClient):
    """One connection, from logging in to its end; `connection.serve` makes another if it fails."""

    def __init__(
        self,
        options: ClientOptions,
        bridge: Bridge,
        store: DiscordStore,
        observe: Observe,
        *,
        clock: DiscordClock,
        trace: aiohttp.TraceConfig,
        on_login: Callable[[], Awaitable[None]],
        starts: SessionStarts,
        reachable: Availability,
        may_read: Callable[[int], Awaitable[None]],
    ) -> None:
        intents = discord.Intents.none()
        intents.guilds = intents.guild_messages = intents.dm_messages = True
        intents.message_content = options.message_content
        shards: dict[str, Any] = {"shard_count": options.shard_count}
        if options.shard_ids is not None:
            shards["shard_ids"] = list(options.shard_ids)
        super().__init__(
            intents=intents,
            **shards,
            # Nothing here looks back at messages or members: an id is all that is kept.
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            allowed_mentions=discord.AllowedMentions.none(),
            http_trace=trace,
        )
        EventGuard(self._connection, clock, observe)
        self._responses = ResponseGuard(self.http)
        self._starts = starts
        self._reachable = reachable
        self.may_identify = partial(starts.permit, ask=partial(websocket.ask, self))
        self._options = options
        self._store = store
        self._observe = observe
        self._clock = clock
        self._on_login = on_login
        membership = Membership(self, options.allowed_guilds, observe)
        self._commands = Commands(self, bridge, membership, observe)
        self._hearing = MessageHandler(
            self,
            bridge,
            membership,
            observe,
            sees_content=options.message_content,
            again_s=options.hear_again_s,
        )
        Revocations(self, bridge)
        self._catch_up = History(
            self,
            store,
            clock,
            observe,
            hours=options.catch_up_hours,
            permit=may_read,
            parse=self._message,
        )
        self._search = MentionSearch(self, self._catch_up) if options.message_content else None
        self._shards: dict[int, Shard] = {}
        self._has_past = True
        self._going_on: list[asyncio.Task[None]] = []
        self._ending = False

    async def setup_hook(self) -> None:
        """Between logging in and connecting: find the gateway, and tell Discord new commands."""
        await websocket.find(self)
        if not await self._sync_commands():
            self._go_on(self._keep_syncing(), "telling Discord the commands")
        await self._begin_watermarks()
        await self._on_login()
        self._go_on(self._keep_saving(), "saving watermarks")

    async def launch_shard(self, url: yarl.URL, shard_id: int, *, initial: bool = False) -> None:
        """Connect a shard the first time; discord.py comes here again where that fails."""
        await self.may_identify(shard_id)
        await super().launch_shard(url, shard_id, initial=initial)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Count an IDENTIFY, which is about to be sent."""
        self._starts.identified(shard_id or 0)
        await super().before_identify_hook(shard_id, initial=initial)

    async def on_ready(self) -> None:
        """All shards are connected; it can come again after a session was lost."""
        if self.user is not None and self.application_id is not None:
            self._observe(
                Connected(self.user.name, len(self.guilds), invite_link(self.application_id))
            )

    async def on_message(self, message: discord.Message) -> None:
        """Messages of one channel are taken in one after the other, as they came."""
        self._commands.heard(message)
        self._clock.saw(message.id)
        if not self._ending:
            self._shard(self._shard_of(guild_id_of(message))).arrived(message)

    async def on_shard_disconnect(self, shard_id: int) -> None:
        """From here on messages may be missed; comes also after each attempt that fails."""
        self._reachable.failed(ConnectionError("a connection ended, or could not be made"))
        self._shard(shard_id).disconnected()

    async def on_shard_resumed(self, shard_id: int) -> None:
        """Discord has sent again what was missed since the shard was disconnected."""
        self._reachable.worked()
        self._shard(shard_id).resumed()

    async def on_shard_connect(self, shard_id: int) -> None:
        """A new session: what was missed is read, server by server as they come."""
        self._starts.began(shard_id)
        self._reachable.worked()
        self._shard(shard_id).connected(self._now(), has_past=self._has_past)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A server has come: in a new session, or after it was out of order."""
        self._shard(guild.shard_id).came(guild)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """So discord.py also calls a server that has come without saying that it is in order."""
        await self.on_guild_available(guild)

    async def on_shard_ready(self, shard_id: int) -> None:
        """No server has come for a while."""
        self._shard(shard_id).complete()

    async def close(self) -> None:
        """Disconnect, and let messages and commands that are being taken in get into the store."""
        self._ending = True  # an event that is still on its way must begin nothing any more
        for shard in self._shards.values():
            shard.stop()
        for task in self._going_on:
            task.cancel()
        await asyncio.gather(*self._going_on, return_exceptions=True)
        await self._commands.close(_TAKING_IN_S)
        await self._responses.close()
        await super().close()
        await asyncio.gather(*(shard.close(_TAKING_IN_S) for shard in self._shards.values()))

    async def on_error(self, event_method: str, /, *_: object, **__: object) -> None:
        """What an event handler raises; discord.py would print it."""
        error = sys.exc_info()[1]
        if error is not None:
            self._observe(OperationFailed(Operation.HANDLE_EVENT, error, detail=event_method))

    def _shard(self, shard_id: int) -> Shard:
        if shard_id not in self._shards:
            self._shards[shard_id] = Shard(
                shard_id,
                Backfill(self._catch_up, self._search, shard_id),
                self._hearing,
                self._store,
                self._observe,
                guilds=partial(self._guilds_of, shard_id),
                oldest=lambda: min(self._catch_up.oldest(), self._clock.id_before(_LATEST_S)),
                try_again_s=self._options.try_again_s,
            )
            if self._ending:
                self._shards[shard_id].stop()
        return self._shards[shard_id]

    def _shard_of(self, guild_id: int | None) -> int:
        """The shard of a server's events; direct messages are of the first (Discord's docs)."""
        return 0 if guild_id is None else (guild_id >> 22) % (self.shard_count or 1)

    def _guilds_of(self, shard_id: int) -> Mapping[int, discord.Guild]:
        """The servers of one shard that are there now."""
        return {
            guild.id: guild
            for guild in self.guilds
            if guild.shard_id == shard_id and not guild.unavailable
        }

    def _message(self, place: Place, payload: Mapping[str, Any]) -> discord.Message:
        """A message of that place from Discord's JSON; one that can't be read says nothing."""
        return self._connection.create_message(channel=place, data=payload)  # type: ignore[arg-type]

    def _now(self) -> int:
        """The id that a message of this moment would have at the least."""
        return self._clock.id_before(_CLOCK_MARGIN_S)

    async def _begin_watermarks(self) -> None:
        """The past before the very first start is none of the bot's business."""
        try:
            self._has_past = await self._store.watermark(0) is not None
            if not self._has_past:
                await self._store.move_watermark(0, self._now())
        except StoreError as error:
            self._observe(OperationFailed(Operation.NOTE_FIRST_START, error))

    async def _keep_saving(self) -> None:
        while True:
            for shard in list(self._shards.values()):
                await shard.save()
            await asyncio.sleep(_SAVE_EVERY_S)

    def _go_on(self, work: Coroutine[Any, Any, None], name: str) -> None:
        """Work at something until the connection is closed."""
        self._going_on.append(asyncio.create_task(work, name=name))

    async def _keep_syncing(self) -> None:
        pause_s = _SYNC_AGAIN_S
        done = False
        while not done:
            await asyncio.sleep(pause_s)
            pause_s = min(2 * pause_s, _LONGEST_SYNC_PAUSE_S)
            done = await self._sync_commands()

    async def _sync_commands(self) -> bool:
        """Tell Discord the commands, but only if they are not what it was told last.

        Whether that is done, or would go no better later.
        """
        if self.application_id is None:
            return True
        fingerprint = self._commands.fingerprint()
        try:
            if await self._store.synced_commands(self.application_id) != fingerprint:
                await self._commands.tell()
                await self._store.remember_synced_commands(self.application_id, fingerprint)
        except Exception as error:  # noqa: BLE001 - the bot can be mentioned without commands, too
            is_final = refuses(error)
            outlook = Outlook.RETRIED_AT_NEXT_START if is_final else Outlook.RETRIED
            self._observe(OperationFailed(Operation.SYNC_COMMANDS, error, outlook=outlook))
            return is_final
        return True
