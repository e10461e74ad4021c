"""Several processes on one PostgreSQL, of which one is killed while answers stream.

Each process serves its share of the shards and has its share of the bot's limit of requests. A
question is asked in a fifth of the servers, each in a channel of its own, and answered. Then many
of these conversations go on at once. In the middle of that a process is killed; another one, which
waits for its shards, has to end its answers. Needs the PostgreSQL of the tests.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from asyncio.subprocess import Process
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

from bridge_bot.sandbox.chat_api.conversations import RecordedRequest
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn
from bridge_bot.sandbox.discord.model import Channel, Guild, Member, Message
from bridge_bot.sandbox.discord.rest.server import Latency
from bridge_bot.sandbox.discord.server import DiscordStandIn
from bridge_bot.store.schema import upgrade
from tests.bench import bot_processes, process_usage
from tests.bench.delays import EFFECT_S
from tests.bench.progress import progress
from tests.bench.row import Row
from tests.harness.database import StoredDatabase

PROCESSES = 4
SHARDS = 16
ASKED_OF_SERVERS = 5
"""In one of so many servers there is a conversation."""
STREAMS_OF_CONVERSATIONS = 20 / 3
MOST_TAKEOVER_S = 30.0
_STREAM_S = 20.0
_KILLED_AFTER_S = 5.0
_READY_S = 180.0
_PATIENCE_S = 600.0
_LOOK_EVERY_S = 0.1
_SHORT = Script("A short answer.")
_LONG_TEXT = "One word more. " * 60 + "The end."
_LONG = Script(_LONG_TEXT, chars_per_s=len(_LONG_TEXT) / _STREAM_S)


def rows(servers: int) -> Iterator[Row]:
    """What it took. Without PostgreSQL there is only a line about that, on standard error."""
    try:
        from tests.harness.postgres import postgres_server, url_of  # noqa: PLC0415
    except ImportError:
        progress("many-processes: left out, there is no PostgreSQL for tests on this machine")
        return
    process_usage.allow_files()
    with (
        postgres_server() as server,
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
    ):
        yield from asyncio.run(_measured(servers, url_of(server), Path(folder)))


@dataclass
class _Simulation:
    discord: DiscordStandIn
    api: ChatApiStandIn
    database: StoredDatabase
    folder: Path
    bots: list[Process] = field(default_factory=list)

    async def start(self, number: int) -> None:
        """Start the process with the shards of that number."""
        each = SHARDS // PROCESSES
        environment = bot_processes.settings_of(self.discord, self.api, self.folder) | {
            "DATABASE_URL": self.database.url,
            "SHARD_COUNT": str(SHARDS),
            "SHARD_IDS": f"{number * each}-{(number + 1) * each - 1}",
            "DISCORD_REQUESTS_PER_SECOND": str(self.discord.limits.requests_per_s // PROCESSES),
            "CHAT_API_MAX_IN_FLIGHT": "500",
            "FIRST_ANSWER_NOTICE": "false",
        }
        with (self.folder / f"log-{len(self.bots)}.txt").open("wb") as errors:
            self.bots.append(
                await asyncio.create_subprocess_exec(
                    *(sys.executable, "-m", *bot_processes.OURS),
                    cwd=self.folder,
                    env=environment,
                    stdin=asyncio.subprocess.DEVNULL,
                    stdout=asyncio.subprocess.DEVNULL,
                    stderr=errors,
                )
            )

    def log(self, number: int) -> str:
        """What the process that was started as the one of that number has logged."""
        return (self.folder / f"log-{number}.txt").read_text("utf-8", "replace")

    async def stop(self) -> None:
        """End every process."""
        for bot in self.bots:
            if bot.returncode is None:
                bot.kill()
            await bot.wait()

    async def none_unfinished(self, where: str = "") -> None:
        """Wait until no turn is unfinished, of those for which the condition holds."""
        query = f"SELECT 1 FROM turns WHERE state NOT IN ('done', 'failed') {where} LIMIT 1"
        async with asyncio.timeout(_PATIENCE_S):
            while await asyncio.to_thread(self.database.rows, query):  # noqa: ASYNC110
                await asyncio.sleep(_LOOK_EVERY_S)

    async def turns(self, count: int) -> None:
        """Wait until so many questions are accepted."""
        async with asyncio.timeout(_PATIENCE_S):
            while (await asyncio.to_thread(self._counted))[0] < count:  # noqa: ASYNC110
                await asyncio.sleep(_LOOK_EVERY_S)

    def _counted(self) -> tuple[int, ...]:
        return self.database.rows("SELECT count(*) FROM turns")[0]

    def of_shards(self, number: int) -> str:
        """An SQL condition: the turns of the shards of a process."""
        each = SHARDS // PROCESSES
        shard = f"((guild_id >> 22) % {SHARDS})"
        return f"AND {shard} BETWEEN {number * each} AND {(number + 1) * each - 1}"


async def _measured(servers: int, url: str, folder: Path) -> list[Row]:
    await asyncio.to_thread(upgrade, url)
    async with AsyncExitStack() as stack:
        latency = Latency(EFFECT_S, 2 * EFFECT_S)
        discord = await stack.enter_async_context(DiscordStandIn(latency=latency, shards=SHARDS))
        api = await stack.enter_async_context(ChatApiStandIn())
        simulation = _Simulation(discord, api, StoredDatabase(url), folder)
        stack.push_async_callback(simulation.stop)
        return await _run(simulation, _furnished(discord, servers))


def _furnished(discord: DiscordStandIn, servers: int) -> list[tuple[Guild, Channel, Member]]:
    """Make the servers; where is asked, and by whom."""
    world, asked = discord.world, []
    for number in range(servers):
        guild = world.add_guild(f"Server {number}")
        channel = world.channels.add(guild, "general")
        if number % ASKED_OF_SERVERS == 0:
            asked.append((guild, channel, world.people.add(guild, f"m{number}")))
    return asked


async def _run(it: _Simulation, asked: list[tuple[Guild, Channel, Member]]) -> list[Row]:
    now_s = asyncio.get_running_loop().time
    begun_s = now_s()
    for number in range(PROCESSES):
        await it.start(number)
    await it.discord.until(lambda: it.discord.gateway.all_connected, _READY_S)
    ready_s = now_s() - begun_s
    progress(f"many-processes: {PROCESSES} processes are ready after {ready_s:.0f} s")
    questions = await _first_questions(it, asked)
    await it.start(1)  # finds that another process has its shards, and waits
    await it.discord.until(lambda: "another process serves" in it.log(PROCESSES), _READY_S)
    memory_mib = max(process_usage.resident_mib(bot.pid) for bot in it.bots)
    it.api.default = _script
    streams = round(len(asked) / STREAMS_OF_CONVERSATIONS)
    for message, (_, _, asker) in list(zip(questions, asked, strict=True))[:streams]:
        it.discord.world.messages.send(_thread(it, message), asker, "Go on at length")
    await it.turns(len(asked) + streams)
    await asyncio.sleep(_KILLED_AFTER_S)
    killed = it.bots[1]
    killed.kill()
    await killed.wait()
    killed_s = now_s()
    [(owner,)] = it.database.rows(
        f"SELECT DISTINCT owner FROM turns WHERE state != 'done' {it.of_shards(1)}"
    ) or [("",)]
    await it.none_unfinished(f"AND owner = '{owner}'")
    taken_s = now_s() - killed_s
    await it.none_unfinished()
    progress(f"many-processes: all is answered {now_s() - killed_s:.0f} s after the kill")
    wrong = _wrong(it, questions, streams)
    refused = sum(request.was_429 for request in it.discord.requests)
    title = (
        f"{PROCESSES} processes, {SHARDS} shards, {len(it.discord.world.state.guilds):,} servers"
    )
    return [
        Row(f"{title}: ready", ready_s, None, "s"),
        Row(f"{title}: memory of a process, the most", memory_mib, None, "MiB"),
        Row(f"{len(asked):,} conversations, {streams} streams: not once and whole", wrong, 0, ""),
        Row(
            "a process killed: its turns taken over by one that waited",
            taken_s,
            MOST_TAKEOVER_S,
            "s",
        ),
        Row("the same: requests to Discord", len(it.discord.requests), None, ""),
        Row("the same: 429s", refused, len(it.discord.requests) / 100, ""),
    ]


def _script(asked: RecordedRequest) -> Script:
    return _LONG if asked.question.startswith("Go on") else _SHORT


def _thread(it: _Simulation, question: Message) -> Channel:
    """Where a question was answered."""
    return it.discord.world.state.channels[question.id]


async def _first_questions(
    it: _Simulation, asked: list[tuple[Guild, Channel, Member]]
) -> list[Message]:
    """Ask in each channel, and wait until all of it is answered."""
    it.api.default = _SHORT
    mention, messages = f"<@{it.discord.world.bot.id}>", it.discord.world.messages
    questions = [messages.send(place, asker, f"{mention} Why?") for _, place, asker in asked]
    begun_s = asyncio.get_running_loop().time()
    await it.turns(len(asked))
    await it.none_unfinished()
    took_s = asyncio.get_running_loop().time() - begun_s
    progress(f"many-processes: {len(asked):,} questions are answered after {took_s:.0f} s")
    return questions


def _wrong(it: _Simulation, questions: list[Message], streams: int) -> int:
    """In how many conversations something else is shown than each answer, once and whole."""
    bot, world = it.discord.world.bot.id, it.discord.world
    wrong = 0
    for number, question in enumerate(questions):
        shown = [
            each.content
            for each in world.messages.of(_thread(it, question))
            if each.author.id == bot and not each.deleted
        ]
        expected = ["A short answer."] + [_LONG_TEXT] * (number < streams)
        wrong += shown[-len(expected) :] != expected or len(shown) != len(expected)
    return wrong
