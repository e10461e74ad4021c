"""What the very first start has missed: nothing."""

from __future__ import annotations

import discord
import pytest
from typing_extensions import override

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Event, Operation, OperationFailed
from bridge_bot.discord_adapter.backfill.shard import Shard
from bridge_bot.discord_adapter.backfill.shards import Shards
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from tests.discord_adapter.memory_discord_store import MemoryDiscordStore

NOW_S = 1_793_700_000.0
TWO_SECONDS_AGO = int((NOW_S - 2) * 1000 - discord.utils.DISCORD_EPOCH) << 22


class FakeShard(Shard):
    """A shard that only records its sessions, and whether it was stopped."""

    def __init__(self) -> None:
        self.sessions: list[tuple[int, bool]] = []
        self.is_stopped = False

    @override
    def connected(self, now: int, *, has_run_before: bool) -> None:
        self.sessions.append((now, has_run_before))

    @override
    def stop(self) -> None:
        self.is_stopped = True


def shards_of(store: MemoryDiscordStore, made: dict[int, FakeShard], events: list[Event]) -> Shards:
    def make(shard_id: int) -> Shard:
        made[shard_id] = FakeShard()
        return made[shard_id]

    clock = DiscordClock(steady_s=lambda: 0.0, machine_s=lambda: NOW_S)
    return Shards(make, store, events.append, clock)


@pytest.mark.parametrize(
    ("store", "has_run_before", "stored"),
    [
        pytest.param(MemoryDiscordStore(), False, TWO_SECONDS_AGO, id="the first start"),
        pytest.param(MemoryDiscordStore({0: 5}), True, 5, id="any other start"),
        pytest.param(
            MemoryDiscordStore(errors=[StoreError("full")]), True, None, id="a store that fails"
        ),
    ],
)
async def test_what_was_said_before_the_first_start_is_not_read(
    store: MemoryDiscordStore, has_run_before: bool, stored: int | None
) -> None:
    made: dict[int, FakeShard] = {}
    events: list[Event] = []
    fails = bool(store.errors)
    shards = shards_of(store, made, events)
    await shards.note_first_start()
    shards.connected(3)
    assert made[3].sessions == [(TWO_SECONDS_AGO, has_run_before)]
    assert store.watermarks.get(0) == stored
    operations = [each.operation for each in events if isinstance(each, OperationFailed)]
    assert operations == ([Operation.NOTE_FIRST_START] if fails else [])


def test_a_shard_is_made_once_and_stopped_with_the_others() -> None:
    made: dict[int, FakeShard] = {}
    shards = shards_of(MemoryDiscordStore(), made, [])
    assert shards[0] is shards[0]
    shards.stop()
    assert made[0].is_stopped
    assert shards[1] is shards[1]
    assert made[1].is_stopped
