"""How much the bot was used on each day."""

from __future__ import annotations

import asyncio

from bridge_bot.core.model import MemberVote, Vote
from bridge_bot.core.usage.usage import Counted, Usage, UsageBy, UsageKey
from bridge_bot.store.sql_store import SqlStore
from tests.harness.database import StoredDatabase
from tests.store.conftest import Time

DAY = 20_000


def key(
    counted: Counted, *, day: int = DAY, guild: int = 1, channel: int = 7, within_ms: int = 0
) -> UsageKey:
    return UsageKey(day, guild, channel, "", counted, within_ms)


def counts(usage: Usage) -> dict[str, int]:
    return {each.value: count for each, count in usage.counts.items()}


async def test_counts_of_several_processes_are_added_to_one_row(database: StoredDatabase) -> None:
    asked, first = key(Counted.ASKED), key(Counted.FIRST_TEXT, within_ms=500)
    async with SqlStore(database.url) as store, SqlStore(database.url) as another:
        await store.usage.add({asked: 1, first: 1})
        await asyncio.gather(
            *(each.usage.add({asked: 1, first: 2}) for each in [store, another] * 3)
        )
        usage = (await store.usage.read(UsageBy.DAY, DAY))[DAY]
        assert counts(usage) == {"asked": 7, "first-text": 13}
        assert usage.first_texts == {500: 13}


async def test_usage_is_told_by_day_channel_chatbot_and_server_since_a_day(store: SqlStore) -> None:
    await store.usage.add(
        {
            key(Counted.DONE, day=DAY - 1): 100,
            key(Counted.DONE): 1,
            key(Counted.DONE, day=DAY + 1): 2,
            key(Counted.DONE, channel=8): 4,
            key(Counted.DONE, guild=2, channel=9): 8,
            UsageKey(DAY, 1, 7, "billing", Counted.DONE): 16,
        }
    )

    async def done(by: UsageBy, guild_id: int | None = None) -> dict[int | str, int]:
        table = await store.usage.read(by, DAY, guild_id)
        return {name: usage[Counted.DONE] for name, usage in table.items()}

    assert await done(UsageBy.DAY) == {DAY: 29, DAY + 1: 2}
    assert await done(UsageBy.GUILD) == {1: 23, 2: 8}
    assert await done(UsageBy.CHANNEL, 1) == {7: 19, 8: 4}
    assert await done(UsageBy.CHAT_BOT, 1) == {"": 7, "billing": 16}
    assert await done(UsageBy.DAY, 3) == {}


async def test_a_vote_that_is_changed_is_counted_as_it_is_now(store: SqlStore, time: Time) -> None:
    time.now_s = DAY * 86_400 + 5.0
    await store.votes.cast(MemberVote(77, 42, Vote.UP, guild_id=1, channel_id=7))
    await store.votes.cast(MemberVote(77, 42, Vote.DOWN, guild_id=1, channel_id=7))
    await store.votes.cast(MemberVote(78, 42, Vote.UP, guild_id=None, channel_id=99))
    for by, expected in (
        (UsageBy.DAY, {DAY: {"down": 1, "up": 1}}),
        (UsageBy.GUILD, {0: {"up": 1}, 1: {"down": 1}}),
        (UsageBy.CHANNEL, {0: {"up": 1}, 7: {"down": 1}}),
        (UsageBy.CHAT_BOT, {"": {"down": 1, "up": 1}}),
    ):
        table = await store.usage.read(by, DAY)
        assert {name: counts(usage) for name, usage in table.items()} == expected
    assert list(await store.usage.read(UsageBy.CHANNEL, DAY, 1)) == [7]
    assert await store.usage.read(UsageBy.DAY, DAY + 1) == {}
