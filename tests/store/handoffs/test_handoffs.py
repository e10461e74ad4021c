"""Calls for help and quiet times are the same to every process."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bridge_bot.core.model import (
    UNTIL_RESUMED_S,
    ChannelDestination,
    ConversationKey,
    HelpCall,
    Member,
    QuietTime,
)
from bridge_bot.core.ports import CallAgain
from bridge_bot.store.sql_store import SqlStore
from tests.store.samples import KEY, accept, turn

GUILD, AT_S = 1, 100_000


def call(conversation: ConversationKey, at_s: float = AT_S, guild_id: int = GUILD) -> HelpCall:
    return HelpCall(1, conversation, guild_id, ChannelDestination(7), Member(3), at_s)


async def count(store: SqlStore, call: HelpCall) -> CallAgain | None:
    return await store.handoffs.call(call, every_s=1800, an_hour=10)


async def conversations(store: SqlStore, number: int) -> list[ConversationKey]:
    """So many conversations, each with a question."""
    keys = [ConversationKey(str(each)) for each in range(number)]
    for index, key in enumerate(keys):
        await accept(store, turn(index, key))
    return keys


async def test_a_server_has_ten_calls_within_any_hour(store: SqlStore, url: str) -> None:
    """Of several processes that call at once, too."""
    keys = await conversations(store, 12)
    async with SqlStore(url) as another:
        stores = [store, another] * 6
        calls = zip(stores, keys, strict=True)
        again = await asyncio.gather(*(count(each, call(key)) for each, key in calls))
    assert again.count(None) == 10
    assert again.count(CallAgain(AT_S + 3600, is_same=False)) == 2
    refused = keys[again.index(CallAgain(AT_S + 3600, is_same=False))]
    assert await count(store, call(refused, guild_id=2)) is None
    assert await count(store, call(refused, AT_S + 3599)) is not None
    assert await count(store, call(keys[0], AT_S + 3600)) is None


async def test_a_refused_call_keeps_nobody_quiet(store: SqlStore) -> None:
    keys = await conversations(store, 11)
    for key in keys:
        await count(store, call(key))
    latest = await store.handoffs.changed_since(-1, ends_after_s=0)
    assert {each.conversation for each in latest.quiet_times} == set(keys[:10])


async def test_a_call_that_is_taken_back_can_be_made_again(store: SqlStore) -> None:
    [key] = await conversations(store, 1)
    for _ in range(11):
        assert await count(store, call(key)) is None
        assert await count(store, call(key)) == CallAgain(AT_S + 1800, is_same=True)
        never = QuietTime(key, 7, AT_S, AT_S)
        assert await store.handoffs.take_back(call(key), never) == never
        [quiet] = (await store.handoffs.changed_since(-1, ends_after_s=0)).quiet_times
        assert not quiet.includes(AT_S)


async def test_a_later_call_that_is_taken_back_leaves_the_quiet_time_before_it(
    store: SqlStore,
) -> None:
    """Until somebody has resumed meanwhile."""
    [key] = await conversations(store, 1)
    former, later = QuietTime(key, 7, AT_S, UNTIL_RESUMED_S), call(key, AT_S + 2000)
    assert await count(store, call(key)) is None
    for resumed_at_s in (None, AT_S + 2001):
        assert await count(store, later) is None
        left = former
        if resumed_at_s is not None:
            left = await store.handoffs.resume(former, resumed_at_s)
        assert await store.handoffs.take_back(later, former) == left
        latest = await store.handoffs.changed_since(-1, ends_after_s=0)
        assert latest.quiet_times == (left,)


async def test_a_quiet_time_only_grows_until_it_is_resumed(store: SqlStore) -> None:
    [key] = await conversations(store, 1)
    first = QuietTime(key, 7, AT_S, AT_S + 600)
    assert await store.handoffs.keep_quiet(first, GUILD) == first
    shorter = replace(first, until_s=AT_S + 60)
    assert await store.handoffs.keep_quiet(shorter, GUILD) == first
    assert await count(store, call(key, AT_S + 10)) is None  # who helps is no call
    later = QuietTime(key, 7, AT_S + 20, AT_S + 700)
    assert (await store.handoffs.keep_quiet(later, GUILD)).until_s == UNTIL_RESUMED_S
    assert (await store.handoffs.resume(later, AT_S + 30)).until_s == AT_S + 30
    assert (await store.handoffs.resume(later, AT_S + 40)).until_s == AT_S + 30  # once
    anew = QuietTime(key, 7, AT_S + 50, AT_S + 650)
    assert await store.handoffs.keep_quiet(anew, GUILD) == anew


async def test_who_asked_first_is_the_asker_of_a_conversation(store: SqlStore) -> None:
    """Not who asked the same again, nor who asked later."""
    assert await store.handoffs.asker_of(KEY) is None
    later = turn(1)
    await accept(store, replace(later, question=replace(later.question, asker=Member(77))))
    await accept(store, turn(2))
    assert await store.handoffs.asker_of(KEY) == 77
    await accept(store, turn(0))
    assert await store.handoffs.asker_of(KEY) == turn(0).question.asker.id


async def test_what_is_deleted_with_its_conversation_is_resumed_without_trouble(
    store: SqlStore,
) -> None:
    gone = QuietTime(ConversationKey("gone"), 7, AT_S, AT_S + 60)
    assert await store.handoffs.resume(gone, AT_S + 1) == QuietTime(
        gone.conversation, 7, AT_S + 1, AT_S + 1
    )
