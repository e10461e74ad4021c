"""What a million conversations cost: looking one up, and starting with them, against a thousand.

Each conversation has a turn and the message of its reply. They are a year old at the most, and a
tenth are of the last 30 days: at the start, the bot looks there for what it missed.
"""

from __future__ import annotations

import asyncio
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from bridge_bot.core.model import ConversationKey
from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn
from bridge_bot.sandbox.discord.server import DiscordStandIn
from bridge_bot.store.schema import upgrade
from bridge_bot.store.sql_store import SqlStore
from tests.bench import bot_processes, process_usage
from tests.bench.progress import progress
from tests.bench.row import Row

FEW, MANY = 1_000, 1_000_000

_ROUNDS = 40
_LOOKUPS = 50
_STARTS = 3
_YEAR_S = 365 * 24 * 3600
_CHANNELS = 1_000
_CAUGHT_UP_S = 1.0
_REPLY = 1 << 40  # what a reply's id is beyond its question's

Lookup = Callable[[SqlStore, int], Awaitable[object]]
LOOKUPS: dict[str, Lookup] = {
    "a conversation": lambda store, number: store.conversations.get(ConversationKey(str(number))),
    "the conversation of a message": lambda store, number: store.conversations.key_of_message(
        number + _REPLY
    ),
}


def rows(seed: int) -> Iterator[Row]:
    """See above."""
    with tempfile.TemporaryDirectory() as folder:
        few, many, none = (Path(folder) / f"{name}.db" for name in ("few", "many", "none"))
        for file, count in ((few, FEW), (many, MANY), (none, 0)):
            progress(f"a database with {count:,} conversations is being made")
            fill(file, count)
        for what, lookup in LOOKUPS.items():
            of_few_s, of_many_s = asyncio.run(_lookups(few, many, lookup, Random(seed)))
            work = f"looking up {what} among {MANY:,}"
            yield Row(f"{work}, median", of_many_s * 1000, None, "ms")
            yield Row(f"{work}, against {FEW:,}", of_many_s / of_few_s, 1.2, "times")
        none_told, many_told = (
            [asyncio.run(_start(file, Path(folder))) for _ in range(_STARTS)]
            for file in (none, many)
        )
        begun_s, answered_s, mib = map(statistics.median, zip(*many_told, strict=True))
        mib_with_none = statistics.median(told[2] for told in none_told)
        work = f"start with {MANY:,} conversations"
        yield Row(f"{work}, until connected, median", begun_s, 2, "s")
        yield Row(f"{work}, until a first answer is shown, median", answered_s, None, "s")
        yield Row(f"{work}, memory against that with none", mib / mib_with_none, 1.05, "times")


def fill(file: Path, count: int) -> None:
    """Make a database with so many conversations, numbered from 1."""
    upgrade(f"sqlite+aiosqlite:///{file}")
    now = int(time.time())
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.executemany(
            "INSERT INTO conversations VALUES (?, ?, NULL, ?, 1, ?, ?)",
            (
                (str(number), f"uid-{number}", number % _CHANNELS, at, at)
                for number, at in _dated(count, now)
            ),
        )
        connection.executemany(
            "INSERT INTO turns (id, question_id, conversation_key, asker_id, channel_id, state,"
            " guild_id, created_at, updated_at) VALUES (?, ?, ?, 1, ?, 'done', 1, ?, ?)",
            (
                (number, number, str(number), number % _CHANNELS, at, at)
                for number, at in _dated(count, now)
            ),
        )
        connection.executemany(
            "INSERT INTO reply_messages (message_id, turn_id, page) VALUES (?, ?, 0)",
            ((number + _REPLY, number) for number, _ in _dated(count, now)),
        )
        # The bot was here before, so that it looks for what it missed.
        connection.execute("INSERT INTO watermarks (shard_id, message_id) VALUES (0, 1)")


def _dated(count: int, now: int) -> Iterator[tuple[int, int]]:
    for number in range(1, count + 1):
        yield number, now - _YEAR_S + _YEAR_S * number // count


async def _lookups(few: Path, many: Path, lookup: Lookup, rng: Random) -> tuple[float, float]:
    """The median seconds of a lookup in each, of many in turns, so that both meet the same load."""
    taken: dict[Path, list[float]] = {few: [], many: []}
    async with (
        SqlStore(f"sqlite+aiosqlite:///{few}") as in_few,
        SqlStore(f"sqlite+aiosqlite:///{many}") as in_many,
    ):
        for _ in range(_ROUNDS):
            for file, store, count in ((few, in_few, FEW), (many, in_many, MANY)):
                for _ in range(_LOOKUPS):
                    number = rng.randint(1, count)
                    begun_s = time.perf_counter()
                    await lookup(store, number)
                    taken[file].append(time.perf_counter() - begun_s)
    return statistics.median(taken[few]), statistics.median(taken[many])


async def _start(file: Path, folder: Path) -> tuple[float, float, float]:
    """Seconds until the bot is connected and until its first answer is shown, and its memory."""
    async with DiscordStandIn() as discord, ChatApiStandIn() as api:
        world = discord.world
        guild = world.add_guild("Lab")
        channel, member = world.channels.add(guild, "general"), world.people.add(guild, "Ann")
        settings = {"DATABASE_URL": f"sqlite+aiosqlite:///{file}"}
        begun_s = time.perf_counter()
        async with bot_processes.started(bot_processes.OURS, discord, api, folder, settings) as pid:
            connected_s = time.perf_counter() - begun_s
            world.messages.send(channel, member, f"<@{world.bot.id}> Are you there?")
            await discord.until(
                lambda: any(map(world.messages.of, world.threads.of(channel))), timeout_s=30
            )
            answered_s = time.perf_counter() - begun_s
            await asyncio.sleep(_CAUGHT_UP_S)
            return connected_s, answered_s, process_usage.peak_mib(pid)
