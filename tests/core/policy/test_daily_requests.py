"""The requests of a day are counted in the store, and a limit ends with its day."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bridge_bot.core.errors import LimitReached, StoreError
from bridge_bot.core.events import DailyLimitReached, Event, Operation, OperationFailed
from bridge_bot.core.guild_settings.values import PlaceSettings
from bridge_bot.core.model import (
    EVERYTHING,
    ChannelDestination,
    ConversationKey,
    Member,
    Question,
    Scope,
    ScopeKind,
)
from bridge_bot.core.policy import daily_requests
from bridge_bot.core.policy.daily_limits import DAY_S, DailyLimits, ReachedLimit
from bridge_bot.core.policy.daily_requests import KEPT_S, DailyRequests
from bridge_bot.store.engines import database
from bridge_bot.store.limits.request_counts import SqlRequestCounts
from bridge_bot.store.sql_store import SqlStore
from tests.harness.database import StoredDatabase, new_database

TODAY = 20_000
NOON_S = TODAY * DAY_S + DAY_S / 2
QUESTION = Question(11, ConversationKey("7"), "why?", Member(3), ChannelDestination(7), guild_id=1)
ANN = Scope(ScopeKind.MEMBER, 3)


@dataclass
class Counting:
    """A database, and the time and the events of the processes that use it."""

    database: StoredDatabase
    store: SqlStore
    now_s: float = NOON_S
    events: list[Event] = field(default_factory=list)

    def process(self, limits: DailyLimits) -> DailyRequests:
        """A process that has just been started."""
        return DailyRequests(self.store.requests, limits, self.events.append, lambda: self.now_s)


@pytest.fixture
async def counting(tmp_path: Path) -> AsyncIterator[Counting]:
    database = new_database(tmp_path)
    async with SqlStore(database.url) as store:
        yield Counting(database, store)


async def test_a_limit_holds_over_processes_and_ends_with_the_day(counting: Counting) -> None:
    """To the second, in UTC."""
    limits = DailyLimits(per_member=2)
    assert await counting.process(limits).count(QUESTION, PlaceSettings()) == TODAY
    await counting.process(limits).count(QUESTION, PlaceSettings())
    for counting.now_s in (NOON_S, (TODAY + 1) * DAY_S - 0.1):
        with pytest.raises(LimitReached) as refused:
            await counting.process(limits).count(QUESTION, PlaceSettings())
        assert refused.value.text_key == "refused-day-member"
        assert refused.value.text_args() == {"limit": 2, "until": str((TODAY + 1) * DAY_S)}
    counting.now_s = (TODAY + 1) * DAY_S
    assert await counting.process(limits).count(QUESTION, PlaceSettings()) == TODAY + 1


async def test_the_operator_is_told_once_a_day_that_a_limit_is_reached(counting: Counting) -> None:
    limits = DailyLimits(in_all=1)
    for counting.now_s in (NOON_S, NOON_S + DAY_S):
        await counting.process(limits).count(QUESTION, PlaceSettings())
        for _ in range(2):
            with pytest.raises(LimitReached):
                await counting.process(limits).count(QUESTION, PlaceSettings())
    ends_s = (TODAY + 1) * DAY_S
    assert counting.events == [
        DailyLimitReached(EVERYTHING, 1, ends_s),
        DailyLimitReached(EVERYTHING, 1, ends_s + DAY_S),
    ]


async def test_the_operator_is_told_of_a_limit_that_he_lowered_below_what_was_asked(
    counting: Counting,
) -> None:
    """At the first question that is refused, whether before it is accepted or when it is sent."""
    for _ in range(3):
        await counting.process(DailyLimits()).count(QUESTION, PlaceSettings())
    for _ in range(2):
        today = await counting.process(DailyLimits(in_all=2)).today(QUESTION, PlaceSettings())
        assert today.reached() is not None
        with pytest.raises(LimitReached):
            await counting.process(DailyLimits(per_member=2)).count(QUESTION, PlaceSettings())
    ends_s = (TODAY + 1) * DAY_S
    assert counting.events == [
        DailyLimitReached(EVERYTHING, 2, ends_s),
        DailyLimitReached(ANN, 2, ends_s),
    ]


async def test_of_a_limit_of_the_servers_own_the_operator_is_not_told(counting: Counting) -> None:
    """Neither in place of his own of the same kind."""
    requests = counting.process(DailyLimits(per_guild=2))
    lower = PlaceSettings(guild_questions_per_day=1, member_questions_per_day=1)
    await requests.count(QUESTION, lower)
    with pytest.raises(LimitReached) as refused:
        await requests.count(QUESTION, lower)
    assert refused.value.text_key == "refused-day-guild-member"
    with pytest.raises(LimitReached) as refused:
        await requests.count(QUESTION, PlaceSettings(guild_questions_per_day=1))
    assert refused.value.text_key == "refused-day-guild"
    assert (await requests.today(QUESTION, lower)).reached() is not None
    assert counting.events == []
    await requests.count(QUESTION, PlaceSettings())
    assert counting.events == [DailyLimitReached(Scope(ScopeKind.GUILD, 1), 2, (TODAY + 1) * DAY_S)]


async def test_that_a_limit_is_reached_is_told_later_where_the_store_fails(
    counting: Counting,
) -> None:
    requests = counting.process(DailyLimits(in_all=1))
    counting.database.execute("ALTER TABLE reached_limits RENAME TO lost")
    await requests.count(QUESTION, PlaceSettings())
    assert [type(each) for each in counting.events] == [OperationFailed]
    counting.database.execute("ALTER TABLE lost RENAME TO reached_limits")
    await requests.today(QUESTION, PlaceSettings())
    assert [type(each) for each in counting.events] == [OperationFailed, DailyLimitReached]


async def test_today_tells_what_was_asked_where_there_is_a_limit(counting: Counting) -> None:
    requests = counting.process(DailyLimits(per_member=2))
    await requests.count(QUESTION, PlaceSettings())
    today = await requests.today(QUESTION, PlaceSettings())
    assert (today.limits, today.requests) == ({ANN: 2}, {ANN: 1})
    assert today.ends_at_s == (TODAY + 1) * DAY_S


async def test_requests_count_without_a_limit_too(counting: Counting) -> None:
    """One that is set in the middle of a day knows of those before it."""
    await counting.process(DailyLimits()).count(QUESTION, PlaceSettings())
    with pytest.raises(LimitReached):
        await counting.process(DailyLimits(in_all=1)).count(QUESTION, PlaceSettings())


async def test_a_request_that_is_taken_back_frees_its_place_on_its_own_day(
    counting: Counting,
) -> None:
    requests = counting.process(DailyLimits(in_all=1))
    day = await requests.count(QUESTION, PlaceSettings())
    counting.now_s += DAY_S
    await requests.count(QUESTION, PlaceSettings())
    await requests.take_back(QUESTION, day)
    assert await counting.store.requests.get(TODAY, [EVERYTHING]) == {EVERYTHING: 0}
    assert await counting.store.requests.get(TODAY + 1, [EVERYTHING]) == {EVERYTHING: 1}


async def test_a_store_that_fails_refuses_requests_but_no_questions(counting: Counting) -> None:
    counting.database.execute("DROP TABLE request_counts")
    requests = counting.process(DailyLimits(in_all=1))
    assert (await requests.today(QUESTION, PlaceSettings())).reached() is None
    await requests.take_back(QUESTION, TODAY)
    await requests.forget_past_days()
    operations = [each.operation for each in counting.events if isinstance(each, OperationFailed)]
    assert operations == [
        Operation.COUNT_REQUEST,
        Operation.TAKE_BACK_REQUEST,
        Operation.FORGET_REQUESTS,
    ]
    with pytest.raises(StoreError):
        await requests.count(QUESTION, PlaceSettings())


@pytest.mark.parametrize(("after_s", "kept"), [(KEPT_S - 1, 1), (KEPT_S + 1, 0)])
async def test_the_counts_of_a_day_are_removed_an_hour_after_its_end(
    counting: Counting, after_s: float, kept: int
) -> None:
    requests = counting.process(DailyLimits())
    await requests.count(QUESTION, PlaceSettings())
    counting.now_s = (TODAY + 1) * DAY_S + after_s
    await requests.forget_past_days()
    assert len(await counting.store.requests.get(TODAY, [EVERYTHING])) == kept


async def test_past_days_are_forgotten_while_the_bot_runs(
    counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also after a start, for the days of the process before."""
    monkeypatch.setattr(daily_requests, "FIRST_REMOVAL_AFTER_S", 0.0)
    requests = counting.process(DailyLimits())
    await requests.count(QUESTION, PlaceSettings())
    counting.now_s += 2 * DAY_S
    async with requests, asyncio.timeout(10):
        while await counting.store.requests.get(TODAY, [EVERYTHING]):  # noqa: ASYNC110 - a task does it
            await asyncio.sleep(0.01)


async def test_the_limits_that_are_reached_in_a_place_are_told(counting: Counting) -> None:
    """Of a limit that both have set, the lower one; and none of those that are not reached."""
    process = counting.process(DailyLimits(per_guild=5, in_all=9))
    place = PlaceSettings(questions_per_day=2, guild_questions_per_day=1)
    scopes = (Scope(ScopeKind.CHANNEL, 7), Scope(ScopeKind.GUILD, 1), EVERYTHING)
    assert await process.reached(scopes, place) == []
    await process.count(QUESTION, place)
    ends_at_s = (TODAY + 1) * DAY_S
    assert await process.reached(scopes, place) == [ReachedLimit(ScopeKind.GUILD, 1, ends_at_s)]
    assert await process.reached(scopes, PlaceSettings()) == []


class CountsWhileRead(SqlRequestCounts):
    """A store on which the next request is counted between a reading and its answer."""

    count_one: Callable[[], Awaitable[None]] | None = None

    async def get(self, day: int, scopes: Collection[Scope]) -> dict[Scope, int]:
        found = await super().get(day, scopes)
        if count_one := self.count_one:
            self.count_one = None
            await count_one()
        return found


async def test_a_request_that_is_counted_while_today_is_read_counts_once(tmp_path: Path) -> None:
    """It is expected no more then, and what was read is from before it."""
    stored = database(new_database(tmp_path).url)
    await stored.open()
    store, expected = CountsWhileRead(stored), [QUESTION]
    requests = DailyRequests(store, DailyLimits(in_all=1), lambda _: None, lambda: NOON_S)

    async def count_one() -> None:
        await requests.count(QUESTION, PlaceSettings())
        expected.clear()

    store.count_one = count_one
    today = await requests.today(QUESTION, PlaceSettings(), lambda: expected)
    assert today.requests == {EVERYTHING: 1}
    assert today.reached() is not None
    await stored.close()
