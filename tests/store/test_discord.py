"""What only Discord needs, in a database: watermarks, synced commands, channels with questions."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from bridge_bot.core.model import ConversationKey, Turn
from bridge_bot.store.sql_store import SqlStore
from tests.store.samples import OWNER, accept, question

BIG = 2**63 - 1


class Time(Protocol):
    """The time that the store sees, in seconds since the Unix epoch."""

    now_s: float


async def test_the_fingerprint_of_synced_commands_is_kept_for_each_application(
    store: SqlStore,
) -> None:
    discord = store.discord
    assert await discord.synced_commands(1) is None
    await discord.remember_synced_commands(1, "a")
    await discord.remember_synced_commands(2, "b")
    await discord.remember_synced_commands(1, "c")
    assert [await discord.synced_commands(id_) for id_ in (1, 2)] == ["c", "b"]


async def test_a_watermark_moves_on_and_never_back(store: SqlStore) -> None:
    assert await store.discord.watermark(0) is None
    await store.discord.move_watermark(0, BIG)
    await store.discord.move_watermark(0, 7)
    assert await store.discord.watermark(0) == BIG


async def test_of_an_unknown_shard_the_oldest_watermark_counts(store: SqlStore) -> None:
    await store.discord.move_watermark(0, 20)
    await store.discord.move_watermark(1, 10)
    assert await store.discord.watermark(1) == 10
    assert await store.discord.watermark(5) == 10


async def test_channels_where_something_was_asked_are_known_for_a_while(
    store: SqlStore, time: Time
) -> None:
    await accept(store, Turn(1, question(1, channel=7), 1, OWNER))
    time.now_s = 2_000.0
    await accept(store, Turn(2, question(2, ConversationKey("8"), channel=8), 1, OWNER))
    assert await store.discord.asked_in(0) == {7: 3, 8: 3}
    assert await store.discord.asked_in(1_500) == {8: 3}


async def test_of_a_thread_where_something_was_asked_its_channel_is_known_too(
    store: SqlStore,
) -> None:
    asked = replace(question(1, channel=70), parent_id=7)
    await accept(store, Turn(1, asked, 1, OWNER))
    assert await store.discord.asked_in(0) == {70: 3, 7: 3}
