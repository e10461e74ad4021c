"""One run of a scenario: questions at certain moments, answered by a bot in a process of its own.

The stand-ins run in this process. `bridge-bot run` and the plain bot get the same questions at
the same moments, and the same answers at the same pace. Each is warmed up with one short question
in a channel of its own, which is not measured.
"""

from __future__ import annotations

import asyncio
import gc
import os
import re
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bridge_bot.sandbox.chat_api.conversations import RecordedRequest
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn
from bridge_bot.sandbox.discord.request_log import LoggedRequest
from bridge_bot.sandbox.discord.rest.server import Latency
from bridge_bot.sandbox.discord.server import DiscordStandIn
from bridge_bot.sandbox.discord.state import Event
from tests.bench import bot_processes, process_usage
from tests.bench.delays import EFFECT_S, Seen, Sent, Watched, percentile, watched
from tests.bench.numbered_answers import answer, numbers_in, word_ends

FIRST_CHUNK_S = 0.5
"""From a request to the Chat API to the first chunk of its answer."""
CHUNK_CHARS = 20

_LATENCY = Latency(EFFECT_S, 2 * EFFECT_S)
_WARM_UP = 0
_WARM_UP_TEXT = "One0001 short0002 answer0003."
_PATIENCE_S = 60.0
_QUIET_S = 1.5
_LOOK_EVERY_S = 0.05
_TELL_EVERY_S = 5.0
_QUESTION = re.compile(r"Question (\d+)")


@dataclass(frozen=True, slots=True)
class Stream:
    """One question and its answer: when it is asked, in seconds after the first, how long the
    answer is in characters, and how many seconds it takes from the first chunk to the last.
    """

    asked_s: float
    chars: int
    takes_s: float


@dataclass(frozen=True, slots=True)
class Scenario:
    """Streams, each in a channel of its own, and the circumstances.

    `meanwhile` is called with Discord's stand-in `meanwhile_s` seconds after the first question.
    `settings` are those of `bridge-bot run` that are not the default.
    """

    name: str
    streams: Sequence[Stream]
    latency: Latency = _LATENCY
    meanwhile: Callable[[DiscordStandIn], None] | None = None
    meanwhile_s: float = 0.0
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one bot made of a scenario."""

    answers: tuple[Watched, ...]
    requests: int
    """To Discord, refused ones included."""
    refused: int
    """Of them, those answered with a 429."""
    most_refused: int
    """429s of the window (a route of a channel) that had the most, bot-wide ones left out."""
    cpu_s: float
    """From the first question until every word was shown, the start left out."""
    peak_mib: float
    """The most that was resident, the start included."""
    load: float
    """The machine's load average of a minute, at the end."""
    late_s: float
    """How late timers of the stand-ins were, 95th percentile: their own part in the delays."""


async def run(
    scenario: Scenario, command: tuple[str, ...], *, seed: int, report: Callable[[str], None]
) -> Outcome:
    """Have a bot answer the questions of a scenario; `report` gets sentences on the progress."""
    process_usage.allow_files()
    async with DiscordStandIn(latency=scenario.latency) as discord, ChatApiStandIn() as api:
        running = _ScenarioRun(scenario, seed, discord, api)
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            async with bot_processes.started(
                command, discord, api, Path(folder), scenario.settings
            ) as pid:
                await running.warm_up()
                cpu_before_s = process_usage.cpu_s(pid)
                with _no_collection():
                    await running.play(report)
                cpu_s, peak_mib = (
                    process_usage.cpu_s(pid) - cpu_before_s,
                    process_usage.peak_mib(pid),
                )
        return running.outcome(cpu_s, peak_mib)


class _ScenarioRun:
    """One scenario between the two stand-ins. Streams are numbered from 1; 0 is the warm-up."""

    def __init__(
        self, scenario: Scenario, seed: int, discord: DiscordStandIn, api: ChatApiStandIn
    ) -> None:
        self._scenario = scenario
        self._discord = discord
        rng = Random(f"{seed} {scenario.name}")
        self._texts = [_WARM_UP_TEXT, *(answer(rng, each.chars) for each in scenario.streams)]
        self._missing = [set(word_ends(text)) for text in self._texts]
        self._asked: dict[int, RecordedRequest] = {}
        self._asked_at: dict[int, float] = {}
        self._late_s = [0.0]
        world = discord.world
        guild = world.add_guild("Lab")
        self._member = world.people.add(guild, "Ann")
        self._channels = [world.channels.add(guild, f"c{n}") for n in range(len(self._texts))]
        self._number_of = {channel.id: n for n, channel in enumerate(self._channels)}
        self._first_request = 0
        world.subscribe(self._look)
        api.default = self._script

    async def warm_up(self) -> None:
        """Ask the short question, and let some quiet pass after its answer."""
        self._ask(_WARM_UP)
        await self._discord.until(lambda: not self._missing[_WARM_UP])
        await asyncio.sleep(_QUIET_S)
        self._first_request = len(self._discord.requests)

    async def play(self, report: Callable[[str], None]) -> None:
        """Ask the questions, each at its moment, and wait until all of the answers are shown.

        After `_PATIENCE_S` beyond the last chunk, what is missing then counts as lost.
        """
        loop, scenario = asyncio.get_running_loop(), self._scenario
        begun = loop.time()
        if scenario.meanwhile is not None:
            loop.call_later(scenario.meanwhile_s, scenario.meanwhile, self._discord)
        asking = asyncio.create_task(self._ask_all(begun))
        last_s = max(each.asked_s + FIRST_CHUNK_S + each.takes_s for each in scenario.streams)
        report_at_s = _TELL_EVERY_S
        while any(self._missing) and loop.time() < begun + last_s + _PATIENCE_S:
            due = loop.time() + _LOOK_EVERY_S
            await asyncio.sleep(_LOOK_EVERY_S)
            self._late_s.append(loop.time() - due)
            if loop.time() - begun > report_at_s:
                complete = sum(not missing for missing in self._missing) - 1
                report(
                    f"{report_at_s:.0f} s, {complete} of {len(scenario.streams)} answers complete"
                )
                report_at_s += _TELL_EVERY_S
        await asking

    def outcome(self, cpu_s: float, peak_mib: float) -> Outcome:
        """What is to be told when the bot has ended."""
        requests = self._discord.requests[self._first_request :]
        windows = Counter(_window(each) for each in requests if each.was_429)
        refused = windows.total()
        windows.pop("", None)
        return Outcome(
            answers=tuple(self._watched(n) for n in range(1, len(self._texts))),
            requests=len(requests),
            refused=refused,
            most_refused=max(windows.values(), default=0),
            cpu_s=cpu_s,
            peak_mib=peak_mib,
            load=os.getloadavg()[0],
            late_s=percentile(self._late_s, 95),
        )

    async def _ask_all(self, begun: float) -> None:
        order = sorted(enumerate(self._scenario.streams, 1), key=lambda each: each[1].asked_s)
        for number, stream in order:
            left_s = begun + stream.asked_s - asyncio.get_running_loop().time()
            if left_s > 0:
                await asyncio.sleep(left_s)
            self._ask(number)

    def _ask(self, number: int) -> None:
        mention = f"<@{self._discord.world.bot.id}>"
        words = f"{mention} Question {number}: how does it go on?"
        question = self._discord.world.messages.send(self._channels[number], self._member, words)
        self._asked_at[number] = question.at

    def _script(self, asked: RecordedRequest) -> Script:
        found = _QUESTION.search(asked.question)
        number = int(found[1]) if found else _WARM_UP
        self._asked[number] = asked
        text = self._texts[number]
        if number == _WARM_UP:
            return Script(text)
        stream = self._scenario.streams[number - 1]
        last = (len(text) - 1) // CHUNK_CHARS * CHUNK_CHARS
        pace = last / stream.takes_s
        return Script(text, first_delay_s=FIRST_CHUNK_S, chars_per_s=pace, chunk_chars=CHUNK_CHARS)

    def _look(self, event: Event) -> None:
        message = event.message
        if message is not None and message.author is self._discord.world.bot:
            number = self._number_of.get((message.channel.parent or message.channel).id)
            if number is not None and self._missing[number]:
                self._missing[number] -= numbers_in(message.content)

    def _watched(self, number: int) -> Watched:
        # Discord's stand-in dates by the wall clock, the API's by the monotonic one.
        offset_s = self._discord.world.state.now() - time.monotonic()
        asked = self._asked.get(number)
        sent = [Sent(at + offset_s, chars) for at, chars in asked.sent] if asked else []
        return watched(self._texts[number], self._asked_at[number], sent, self._seen(number))

    def _seen(self, number: int) -> Iterator[Seen]:
        world, channel = self._discord.world, self._channels[number]
        for place in (channel, *world.threads.of(channel)):
            for message in world.messages.of(place):
                if message.author is world.bot:
                    yield from (Seen(at, message.id, content) for at, content in message.states)
                    if message.deleted_at is not None:
                        yield Seen(message.deleted_at, message.id, "")


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep Python from looking for garbage: that would stop both stand-ins for up to 0.2 s."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _window(request: LoggedRequest) -> str:
    """The window that a request counts in; empty for the bot-wide one."""
    if request.scope == "global":
        return ""
    return " ".join((request.method, *request.path.split("/")[1:3]))
