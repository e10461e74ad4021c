"""The connection to Discord: discord.py's gateway and cache, and what its events set off here."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from functools import partial
from typing import Any

import aiohttp
import discord
import yarl

from bridge_bot.core.bridge import Bridge
from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Connected, Observe, WentWrong
from bridge_bot.core.lanes import Lanes
from bridge_bot.core.ports import Store
from bridge_bot.discord_adapter import gateway
from bridge_bot.discord_adapter.catch_up import CatchUp
from bridge_bot.discord_adapter.commands import Commands
from bridge_bot.discord_adapter.event_guard import EventGuard
from bridge_bot.discord_adapter.hearing import Hearing
from bridge_bot.discord_adapter.invitation import invite_link
from bridge_bot.discord_adapter.membership import Membership
from bridge_bot.discord_adapter.reading import Reading
from bridge_bot.discord_adapter.removals import Removals
from bridge_bot.discord_adapter.session_starts import SessionStarts
from bridge_bot.discord_adapter.watermarks import Watermarks

DISCORD_API_BASE_URL = discord.http.Route.BASE
"""Discord's own REST base, with the version that discord.py speaks."""

_TAKING_IN_S = 1.0
_SAVE_EVERY_S = 5.0


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


@dataclass(frozen=True, slots=True)
class _Arrived:
    """A message, and whether it comes late: it was missed, and found by reading."""

    message: discord.Message
    late: bool

    @property
    def shard_id(self) -> int:
        """The shard that it belongs to; direct messages are of the first."""
        return self.message.guild.shard_id if self.message.guild else 0


class DiscordClient(discord.AutoShardedClient):
    """One connection, from logging in to its end; `connection.serve` makes another if it fails."""

    def __init__(
        self,
        options: ClientOptions,
        bridge: Bridge,
        store: Store,
        observe: Observe,
        *,
        trace: aiohttp.TraceConfig,
        on_login: Callable[[], Awaitable[None]],
        starts: SessionStarts,
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
        EventGuard(self._connection, observe)
        self._starts = starts
        self.may_identify = partial(starts.permit, ask=partial(gateway.ask, self))
        self._store = store
        self._observe = observe
        self._on_login = on_login
        membership = Membership(self, options.allowed_guilds, observe)
        self._commands = Commands(self, bridge, membership, observe)
        self._hearing = Hearing(
            self, bridge, membership, observe, sees_content=options.message_content
        )
        Removals(self, bridge)
        self._watermarks = Watermarks(store, observe)
        self._catch_up = CatchUp(
            self, store, observe, hours=options.catch_up_hours, permit=may_read
        )
        self._intake: Lanes[int, _Arrived] = Lanes(
            self._take_in, observe, doing="taking a message in"
        )
        self._readings: dict[int, Reading] = {}
        self._reading: dict[int, asyncio.Task[None]] = {}
        self._held: dict[int, list[_Arrived]] = {}
        self._has_past = True
        self._away: set[int] = set()  # shards that are disconnected
        self._saving: asyncio.Task[None] | None = None
        self._ending = False

    async def setup_hook(self) -> None:
        """Between logging in and connecting: find the gateway, and tell Discord new commands."""
        await gateway.find(self)
        await self._sync_commands()
        await self._begin_watermarks()
        await self._on_login()
        self._saving = asyncio.create_task(self._keep_saving(), name="saving watermarks")

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
        self._arrived(_Arrived(message, late=False))

    async def on_shard_disconnect(self, shard_id: int) -> None:
        """From here on messages may be missed. What is being read goes on: that needs no shard."""
        self._away.add(shard_id)
        self._watermarks.hold(shard_id)

    async def on_shard_resumed(self, shard_id: int) -> None:
        """Discord has sent again what was missed since the shard was disconnected."""
        self._away.discard(shard_id)
        if shard_id not in self._reading:
            self._watermarks.release(shard_id, self._of(shard_id).since)

    async def on_shard_connect(self, shard_id: int) -> None:
        """A new session: what was missed is read, server by server as they come."""
        self._starts.began(shard_id)
        self._away.discard(shard_id)
        reading, now = self._of(shard_id), _now()
        if self._has_past or reading.since:
            reading.begin(now)
            self._read(shard_id)
        else:
            reading.skip(now)
            self._watermarks.release(shard_id, now)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A server has come: in a new session, or after it was out of order."""
        self._of(guild.shard_id).came(guild)
        self._read(guild.shard_id)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """So discord.py also calls a server that has come without saying that it is in order."""
        await self.on_guild_available(guild)

    async def on_shard_ready(self, shard_id: int) -> None:
        """No server has come for a while."""
        self._of(shard_id).complete()
        self._read(shard_id)

    async def close(self) -> None:
        """Disconnect, and let messages and commands that are being taken in get into the store."""
        self._ending = True  # an event that is still on its way must begin nothing any more
        tasks = [*self._reading.values(), *([self._saving] if self._saving else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._commands.close(_TAKING_IN_S)
        await super().close()
        await self._intake.close(_TAKING_IN_S)
        await self._watermarks.save()

    async def on_error(self, event_method: str, /, *_: object, **__: object) -> None:
        """What an event handler raises; discord.py would print it."""
        error = sys.exc_info()[1]
        if error is not None:
            self._observe(WentWrong(f"handling {event_method}", error))

    def _of(self, shard_id: int) -> Reading:
        if shard_id not in self._readings:
            self._readings[shard_id] = Reading(self._catch_up, shard_id)
        return self._readings[shard_id]

    def _arrived(self, arrived: _Arrived) -> None:
        """Take a message in. One that may go on with a conversation in which something is still
        to be read is held back until it has been.
        """
        message, shard_id = arrived.message, arrived.shard_id
        self._watermarks.begin(shard_id, message.id)
        self._of(shard_id).saw(message.id)
        goes_on = not isinstance(message.channel, discord.TextChannel) or message.reference
        if goes_on and not message.author.bot and self._awaits(arrived):
            self._held.setdefault(shard_id, []).append(arrived)
        else:
            self._intake.put(message.channel.id, arrived)

    def _awaits(self, arrived: _Arrived) -> bool:
        guild = arrived.message.guild
        channel_id, guild_id = arrived.message.channel.id, guild.id if guild else None
        return self._of(arrived.shard_id).awaits(channel_id, guild_id)

    def _read(self, shard_id: int) -> None:
        """Read what was missed, if that is not being done already."""
        if self._of(shard_id).has_more and shard_id not in self._reading and not self._ending:
            self._reading[shard_id] = asyncio.create_task(
                self._read_missed(shard_id), name=f"catching up on shard {shard_id}"
            )

    async def _read_missed(self, shard_id: int) -> None:
        """Take in what was missed, then let the shard's watermark follow again."""
        reading = self._of(shard_id)
        try:
            async for read in reading.missed():
                channel_id, messages = read or (0, [])
                held = {each.message.id: each for each in self._held.get(shard_id, [])}
                for message in messages:
                    self._watermarks.begin(shard_id, message.id)
                    arrived = held.get(message.id) or _Arrived(message, late=True)
                    self._intake.put(channel_id, arrived)
                self._let_in(shard_id, {message.id for message in messages})
            if shard_id not in self._away:
                self._watermarks.release(shard_id, reading.since)
        except Exception as error:  # noqa: BLE001 - nobody awaits this task
            self._observe(WentWrong("reading what was missed", error))
        finally:
            del self._reading[shard_id]

    def _let_in(self, shard_id: int, but: Collection[int]) -> None:
        """Take in what was held back and need not be any longer, but for what just was."""
        for arrived in self._held.pop(shard_id, []):
            if arrived.message.id in but:
                continue
            if self._awaits(arrived):
                self._held.setdefault(shard_id, []).append(arrived)
            else:
                self._intake.put(arrived.message.channel.id, arrived)

    async def _begin_watermarks(self) -> None:
        """The past before the very first start is none of the bot's business."""
        try:
            self._has_past = await self._store.watermark(0) is not None
            if not self._has_past:
                await self._store.move_watermark(0, _now())
        except StoreError as error:
            self._observe(WentWrong("noting the first start", error))

    async def _keep_saving(self) -> None:
        while True:
            await self._watermarks.save()
            await asyncio.sleep(_SAVE_EVERY_S)

    async def _take_in(self, arrived: _Arrived) -> None:
        """Hear a message. Cancelled, it stays pending, and is read after the next start."""
        try:
            await self._hearing.hear(arrived.message, late=arrived.late)
        except Exception:
            self._watermarks.done(arrived.shard_id, arrived.message.id)
            raise
        self._watermarks.done(arrived.shard_id, arrived.message.id)

    async def _sync_commands(self) -> None:
        """Tell Discord the commands, but only if they are not what it was told last."""
        if self.application_id is None:
            return
        fingerprint = self._commands.fingerprint()
        try:
            if await self._store.synced_commands(self.application_id) != fingerprint:
                await self._commands.sync()
                await self._store.remember_synced_commands(self.application_id, fingerprint)
        except (StoreError, discord.HTTPException, discord.app_commands.AppCommandError) as error:
            self._observe(
                WentWrong("telling Discord the commands; the next start tries again", error)
            )


def _now() -> int:
    """The id that a message of this moment would have at the least."""
    return discord.utils.time_snowflake(discord.utils.utcnow())
