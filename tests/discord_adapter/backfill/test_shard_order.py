"""When a shard takes a message in: at once, or once it need not be held, or after a failure."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import discord
import pytest
from typing_extensions import override

from bridge_bot.core.events import Event, Operation, OperationFailed, Outlook
from bridge_bot.core.keyed_queue import KeyedQueue
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.backfill import shard
from bridge_bot.discord_adapter.backfill.backlog import Location
from bridge_bot.discord_adapter.backfill.pending_message import PendingMessage
from bridge_bot.discord_adapter.backfill.scan import Scan, TakeIn, Waiting
from bridge_bot.discord_adapter.backfill.shard import Shard
from tests.discord_adapter.memory_discord_store import MemoryDiscordStore
from tests.discord_adapter.offline_client import (
    add_guild,
    channel,
    guild,
    message,
    offline_client,
    state_of,
    thread,
)
from tests.harness.virtual_time import now_s, virtual_time

NOW = 10_000
CHANNEL, THREAD = 10, 20


@dataclass
class FakeScan(Scan):
    """What was missed, channel by channel, and which channels are still to be read."""

    missed: list[tuple[int, list[discord.Message]]] = field(default_factory=list)
    unread: set[int] = field(default_factory=set)
    since: int = 0
    sessions: int = 0
    guilds: list[int] = field(default_factory=list)

    @property
    @override
    def has_more(self) -> bool:
        return bool(self.missed)

    @override
    def session_began(self, now: int, oldest_dropped: int | None = None) -> None:
        self.since = now
        self.sessions += 1

    @override
    def first_session_began(self, now: int) -> None:
        self.since = now

    @override
    def message_received(self, message_id: int) -> None:
        pass

    @override
    def guild_available(self, guild: discord.Guild) -> None:
        self.guilds.append(guild.id)

    @override
    def all_guilds_available(self) -> None:
        pass

    @override
    def may_find_in(self, location: Location) -> bool:
        return location[0] in self.unread

    @override
    async def run(self, take_in: TakeIn, waiting: Waiting) -> None:
        while self.missed:
            channel_id, messages = self.missed.pop(0)
            self.unread.discard(channel_id)
            take_in(messages)


@dataclass
class FakeHandler:
    """What was handled, when, and whether it came as missed; each failure is raised once."""

    failures: dict[int, list[Exception]] = field(default_factory=dict)
    handled: list[tuple[int, float, bool]] = field(default_factory=list)

    async def handle(self, pending: PendingMessage) -> None:
        message_id = pending.message.id
        if left := self.failures.get(message_id):
            raise left.pop(0)
        self.handled.append((message_id, now_s(), pending.missed))


class Connected:
    """A shard with a server of one channel and one thread, of a bot that has run before."""

    def __init__(self, scan: FakeScan | None = None, *, oldest: int = 0) -> None:
        self.scan = scan or FakeScan()
        self.handler = FakeHandler()
        self.store = MemoryDiscordStore()
        self.events: list[Event] = []
        self.oldest = oldest
        self.client = offline_client()
        self.lab = add_guild(
            self.client, guild(channel(CHANNEL), threads=(thread(THREAD, CHANNEL),))
        )
        self.queue: KeyedQueue[int] = KeyedQueue(
            self.events.append, operation=Operation.TAKE_MESSAGE_IN
        )
        self.shard = Shard(
            0,
            self.scan,
            self.handler.handle,
            self.store,
            self.events.append,
            queue=self.queue,
            client=self.client,
            oldest=lambda: self.oldest,
        )

    def connect(self) -> None:
        self.shard.connected(NOW, has_run_before=True)

    def message(self, message_id: int, channel_id: int = CHANNEL) -> discord.Message:
        found = self.lab.get_channel_or_thread(channel_id)
        return patches.parse_message(self.client, found, message(message_id, channel_id))

    def comes(self, message_id: int, channel_id: int = CHANNEL) -> None:
        """A message comes live."""
        self.shard.message_received(self.message(message_id, channel_id))

    async def end(self, grace_s: float = 1.0) -> list[int]:
        """The ids of what was taken in until the shard was closed, in order."""
        await self.queue.close(grace_s)
        await self.shard.close()
        return [message_id for message_id, *_ in self.handler.handled]


@virtual_time
async def test_a_live_message_is_taken_in_at_once() -> None:
    on = Connected(FakeScan([(THREAD, [])]))
    on.connect()
    on.comes(NOW + 1)
    await asyncio.sleep(1)
    assert on.handler.handled == [(NOW + 1, 0.0, False)]
    await on.end()
    assert on.store.watermarks[0] == NOW + 1


@virtual_time
async def test_a_live_message_is_held_until_its_conversation_has_been_read() -> None:
    on = Connected()
    on.scan.missed, on.scan.unread = [(THREAD, [on.message(5, THREAD)])], {THREAD}
    on.connect()
    on.comes(NOW + 1, THREAD)
    on.comes(NOW + 2, CHANNEL)
    await asyncio.sleep(1)
    assert sorted(on.handler.handled) == [
        (5, 0.0, True),
        (NOW + 1, 0.0, False),
        (NOW + 2, 0.0, False),
    ]
    taken = await on.end()
    assert taken.index(5) < taken.index(NOW + 1)


@virtual_time
async def test_a_message_that_came_live_is_not_taken_in_again_where_it_is_read() -> None:
    on = Connected()
    on.scan.missed = [(CHANNEL, [on.message(5), on.message(NOW + 1)])]
    on.connect()
    on.comes(NOW + 1)
    await asyncio.sleep(1)
    assert sorted(await on.end()) == [5, NOW + 1]


@virtual_time
async def test_a_message_is_held_until_its_server_is_there_and_the_watermark_before_it() -> None:
    on = Connected()
    on.connect()
    on.lab.unavailable = True
    on.comes(NOW + 1)
    await asyncio.sleep(1)
    assert on.handler.handled == []
    on.shard.resumed()
    await on.shard.save()
    assert on.store.watermarks[0] == NOW
    on.lab.unavailable = False
    on.shard.guild_available(on.lab)
    await asyncio.sleep(1)
    assert await on.end() == [NOW + 1]
    assert on.store.watermarks[0] == NOW + 1


@virtual_time
async def test_a_held_message_that_is_too_old_is_forgotten() -> None:
    on = Connected()
    on.shard.connected(NOW, has_run_before=False)
    on.lab.unavailable = True
    on.comes(NOW + 1)
    on.oldest = NOW + 2
    await on.shard.save()
    assert on.store.watermarks[0] == NOW + 1
    on.lab.unavailable = False
    on.shard.guild_available(on.lab)
    assert await on.end() == []


@virtual_time
async def test_what_keeps_failing_is_tried_again_after_15_30_and_60_seconds() -> None:
    on = Connected()
    on.shard.connected(NOW, has_run_before=False)
    on.handler.failures = {NOW + 1: [OSError("down")] * 4}
    on.comes(NOW + 1)
    on.comes(NOW + 2)
    await asyncio.sleep(14)
    await on.shard.save()
    assert on.store.watermarks[0] == NOW
    await asyncio.sleep(600)
    assert on.handler.handled == [(NOW + 2, 0.0, False), (NOW + 1, 165.0, True)]
    await on.end()
    assert on.store.watermarks[0] == NOW + 2


@pytest.mark.parametrize(
    ("errors", "oldest"),
    [
        pytest.param([TypeError("?")] * 3, 0, id="a fault of the program, three times"),
        pytest.param([OSError("down")], NOW + 5, id="too old by now"),
    ],
)
@virtual_time
async def test_what_would_fail_for_ever_is_given_up(errors: list[Exception], oldest: int) -> None:
    on = Connected(oldest=oldest)
    on.shard.connected(NOW, has_run_before=False)
    on.handler.failures = {NOW + 1: errors}
    on.comes(NOW + 1)
    await asyncio.sleep(600)
    assert on.handler.handled == []
    last = on.events[-1]
    assert isinstance(last, OperationFailed)
    assert last.outlook is Outlook.GIVEN_UP
    await on.end()
    assert on.store.watermarks[0] == NOW + 1


@virtual_time
async def test_to_read_again_what_was_dropped_a_shard_reads_its_own_servers_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The client has those of all shards that are connected here; one may be out of order."""
    monkeypatch.setattr(shard, "_MOST_RETRIED", 0)
    on = Connected()
    state_of(on.client).shard_count = 2
    add_guild(on.client, guild(id=str(1 << 22)))  # another shard's
    add_guild(on.client, guild(id=str(2 << 22), unavailable=True))
    on.shard.connected(NOW, has_run_before=False)
    on.handler.failures = {NOW + 1: [OSError("down")]}
    on.comes(NOW + 1)
    await asyncio.sleep(20)
    assert on.scan.sessions == 1
    assert on.scan.guilds == [on.lab.id]
    await on.end()


@virtual_time
async def test_the_watermark_is_frozen_while_the_shard_is_disconnected() -> None:
    on = Connected()
    on.shard.connected(NOW, has_run_before=False)
    on.shard.disconnected()
    on.comes(NOW + 1)
    await asyncio.sleep(1)
    await on.shard.save()
    assert on.store.watermarks[0] == NOW
    on.shard.resumed()
    await on.end()
    assert on.store.watermarks[0] == NOW + 1
