"""What a million conversations with three million turns cost on each engine: looking one up,
accepting a question, taking up unfinished turns, finding where something was asked, and starting.

Each is measured in turns with the same on a small database, so that both meet the same load. The
last, which reads the turns of 30 days, is measured against a database that has no others.
"""

from __future__ import annotations

import asyncio
import itertools
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from bridge_bot.core.model import (
    ChannelDestination,
    ConversationKey,
    Member,
    Question,
    Turn,
    TurnState,
)
from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn
from bridge_bot.sandbox.discord.server import DiscordStandIn
from bridge_bot.store.schema import upgrade, verify
from bridge_bot.store.sql_store import SqlStore
from tests.bench import bot_processes, process_usage
from tests.bench.filled_database import (
    ENGINES,
    FEW,
    FIRST_KEY,
    FIRST_MESSAGE,
    MANY,
    RECENT,
    TURNS_EACH,
)
from tests.bench.progress import progress
from tests.bench.row import Row

_OWNER = "the process that measures"
_LEASE_S = 600
_ROUNDS = 40
_STARTS = 3
_MONTH_S = 30 * 24 * 3600
_CAUGHT_UP_S = 1.0
_ACCEPTED = 200  # on each database

_new_ids = itertools.count(3 * 10**18)


async def _accept(store: SqlStore, _: int) -> object:
    id_ = next(_new_ids)
    question = Question(
        id=id_,
        conversation=ConversationKey(str(id_)),
        text="How does it go on, and what is it that makes it go on?",
        asker=Member(1),
        asked_in=ChannelDestination(1),
        guild_id=1,
        thread_on=id_,
        locale="en-US",
    )
    return await store.turns.accept(Turn.of(question, owner=_OWNER), lease_s=_LEASE_S)


async def _take_up(store: SqlStore, _: int) -> object:
    return await store.turns.unfinished(await store.turns.claim(_OWNER, lease_s=_LEASE_S))


class Work(NamedTuple):
    """What is measured, with the number of a conversation, so often in each round. `bound` is how
    many times what it takes on the database with `than` conversations it may take.
    """

    name: str
    does: Callable[[SqlStore, int], Awaitable[object]]
    in_a_round: int
    bound: float
    than: int = FEW


WORKS = (
    Work(
        "looking up a conversation",
        lambda store, number: store.conversations.get(ConversationKey(str(FIRST_KEY + number))),
        in_a_round=50,
        bound=1.2,
    ),
    Work(
        "looking up a message's conversation",
        lambda store, number: store.conversations.key_of_message(
            FIRST_MESSAGE + TURNS_EACH * number
        ),
        in_a_round=50,
        bound=1.5,  # it is looked for in two indexes, which are a level deeper
    ),
    Work("accepting a question", _accept, in_a_round=_ACCEPTED // _ROUNDS, bound=1.5),
    # Those that were accepted just now.
    Work(f"taking up {_ACCEPTED} unfinished turns", _take_up, in_a_round=1, bound=1.2),
    Work(
        "finding where something was asked",
        lambda store, _: store.discord.asked_in(int(time.time()) - _MONTH_S),
        in_a_round=1,
        bound=1.2,
        than=RECENT,
    ),
)


def rows(seed: int) -> Iterator[Row]:
    """See above."""
    for engine, databases in ENGINES.items():
        with databases() as fill:
            urls: dict[int, str] = {}
            for name, count in (("none", 0), ("few", FEW), ("recent", RECENT), ("many", MANY)):
                progress(f"{engine}: a database with {count:,} conversations is being made")
                urls[count] = fill(name, count)
            yield from _work_rows(engine, urls, Random(seed))
            yield from _opening_rows(engine, urls)
            yield from _start_rows(engine, urls)


def _work_rows(engine: str, urls: dict[int, str], rng: Random) -> Iterator[Row]:
    for work in WORKS:
        of_few_s, of_many_s = asyncio.run(_measured(work, urls, rng))
        yield from _compared(f"{engine}: {work.name}", of_many_s, of_few_s, work.bound, work.than)
    for count in (FEW, MANY):
        asyncio.run(_finish(urls[count]))


def _opening_rows(engine: str, urls: dict[int, str]) -> Iterator[Row]:
    """The store's part in a start."""
    taken: dict[int, list[float]] = {FEW: [], MANY: []}
    for count in (FEW, MANY) * _ROUNDS:
        begun_s = time.perf_counter()
        upgrade(urls[count])
        verify(urls[count])
        asyncio.run(_first_claim(urls[count]))
        taken[count].append(time.perf_counter() - begun_s)
    of_few_s, of_many_s = map(statistics.median, taken.values())
    work = f"{engine}: opening the store with its first claim"
    yield from _compared(work, of_many_s, of_few_s, 1.2, FEW)


def _start_rows(engine: str, urls: dict[int, str]) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        of_none, of_many = (
            [asyncio.run(_start(urls[count], Path(folder))) for _ in range(_STARTS)]
            for count in (0, MANY)
        )
    begun_s, answered_s, mib = map(statistics.median, zip(*of_many, strict=True))
    mib_of_none = statistics.median(start.mib for start in of_none)
    work = f"{engine}: start with {MANY:,} conversations"
    yield Row(f"{work}, until connected, median", begun_s, 2, "s")
    yield Row(f"{work}, until a first answer is shown, median", answered_s, None, "s")
    yield Row(f"{work}, memory against that with none", mib / mib_of_none, 1.05, "times")


def _compared(work: str, of_many_s: float, than_s: float, bound: float, than: int) -> Iterator[Row]:
    yield Row(f"{work} among {MANY:,}, median", of_many_s * 1000, None, "ms")
    yield Row(f"{work} among {MANY:,}, against {than:,}", of_many_s / than_s, bound, "times")


async def _measured(work: Work, urls: dict[int, str], rng: Random) -> tuple[float, float]:
    """The median seconds of some work on the smaller database and on the one with many."""
    taken: dict[int, list[float]] = {work.than: [], MANY: []}
    async with SqlStore(urls[work.than]) as of_few, SqlStore(urls[MANY]) as of_many:
        stores = {work.than: of_few, MANY: of_many}
        for _ in range(_ROUNDS):
            for count, store in stores.items():
                for _ in range(work.in_a_round):
                    number = rng.randint(1, count)
                    begun_s = time.perf_counter()
                    await work.does(store, number)
                    taken[count].append(time.perf_counter() - begun_s)
    return statistics.median(taken[work.than]), statistics.median(taken[MANY])


async def _first_claim(url: str) -> None:
    async with SqlStore(url) as store:
        await store.turns.end_leases()
        await _take_up(store, 0)


async def _finish(url: str) -> None:
    """Leave nothing to be taken up at a start."""
    async with SqlStore(url) as store:
        for turn_id in await store.turns.claim(_OWNER, lease_s=_LEASE_S):
            await store.turns.set_state(turn_id, TurnState.STOPPED)


class Start(NamedTuple):
    """Seconds until the bot is connected and until its first answer is shown, and its memory."""

    connected_s: float
    answered_s: float
    mib: float


async def _start(url: str, folder: Path) -> Start:
    async with DiscordStandIn() as discord, ChatApiStandIn() as api:
        world = discord.world
        guild = world.add_guild("Lab")
        channel, member = world.channels.add(guild, "general"), world.people.add(guild, "Ann")
        settings = {"DATABASE_URL": url}
        begun_s = time.perf_counter()
        async with bot_processes.started(bot_processes.OURS, discord, api, folder, settings) as pid:
            connected_s = time.perf_counter() - begun_s
            world.messages.send(channel, member, f"<@{world.bot.id}> Are you there?")
            await discord.until(
                lambda: any(map(world.messages.of, world.threads.of(channel))), timeout_s=30
            )
            answered_s = time.perf_counter() - begun_s
            await asyncio.sleep(_CAUGHT_UP_S)
            return Start(connected_s, answered_s, process_usage.peak_mib(pid))
