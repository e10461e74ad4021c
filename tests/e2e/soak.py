"""A soak: fifty conversations with a real `bridge-bot run`, and one trouble after the other."""

from __future__ import annotations

import asyncio
import random
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from bridge_bot.sandbox.chat_api.conversations import RecordedRequest
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.model import Channel, Member, Message
from tests.e2e import soak_plan
from tests.e2e.soak_bot import SoakBot
from tests.harness.english import text
from tests.harness.loopback import Loopback, loopback

DIRECT_PART = 0.2
PATIENCE_S = 240.0
NOTICE = "⚠️"
CONTEXT_LOST = f"-# {text('context-lost')} "
"""What stands above an answer after the Chat API has refused a question of a conversation, which
may mean that it does not know it any more."""


@dataclass(eq=False)
class Asked:
    """A question, where and when it was asked, and how the Chat API answered each attempt."""

    token: str
    message: Message
    at_s: float
    attempts: list[tuple[float, Script]] = field(default_factory=list)
    took_s: float = 0.0


@dataclass(eq=False)
class Conversation:
    """Somebody who asks, in a channel of his own or directly."""

    name: str
    who: Member
    channel: Channel
    direct: bool
    begun_by: Message | None = None
    asked: list[Asked] = field(default_factory=list)


class Soak:
    """One run; `check` raises AssertionError with all that it found wrong."""

    def __init__(self, system: Loopback, seed: str, duration_s: float, conversations: int) -> None:
        self._system = system
        self._seed = seed
        self._duration_s = duration_s
        self._number = conversations
        self._began_s = time.monotonic()
        self._by_token: dict[str, Asked] = {}
        self._conversations: list[Conversation] = []
        self.bot = SoakBot(system, self._now_s)

    async def run(self) -> None:
        """Set everybody up, let it all happen, and wait until all is answered."""
        self._system.api.default = self._script
        await self.bot.start()
        await self._system.discord.bot_ready(60.0)
        for number in range(self._number):
            self._conversations.append(self._new(number))
        await asyncio.gather(*(self._ask(each, 1) for each in self._conversations))
        self._began_s = time.monotonic()
        troubles = soak_plan.troubles(self._seed, self._duration_s, self._number)
        watching = asyncio.create_task(self.bot.watch())
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self.bot.meet(troubles))
                for conversation in self._conversations:
                    tasks.create_task(self._converse(conversation))
        finally:
            watching.cancel()
        await self._system.discord.until(lambda: not self._still_marked(), 30.0)

    def check(self, warnings: dict[str, str]) -> None:
        """What readers see, and what operators do: every warning is one of the explained."""
        for conversation in self._conversations:
            assert self._unsettled(conversation) is None, self._unsettled(conversation)
            self._check_order(conversation)
        for bot in self.bot.processes:
            strange = list(unexplained(bot.log, warnings))
            assert not strange, "\n".join(strange[:20])

    def keep_logs(self, folder: Path) -> None:
        """Leave what every process said in files."""
        for number, bot in enumerate(self.bot.processes):
            (folder / f"bot-{number}.log").write_text(bot.log)

    def summary(self) -> str:
        """How much was asked, and how long readers had to wait at the most."""
        slowest = max(self._by_token.values(), key=lambda asked: asked.took_s)
        return (
            f"{len(self._by_token)} questions, {len(self.bot.processes)} processes,"
            f" the slowest answer was {slowest.token}: {slowest.took_s:.1f} s"
            f" (asked at {slowest.at_s:.1f} s)"
        )

    # ---- asking ----

    def _new(self, number: int) -> Conversation:
        world, name = self._system.world, f"c{number:02}"
        who = world.people.add(self._system.guild, f"Member {number}")
        direct = number < self._number * DIRECT_PART
        channel = (
            world.channels.open_dm(who) if direct else world.channels.add(self._system.guild, name)
        )
        return Conversation(name, who, channel, direct)

    async def _converse(self, conversation: Conversation) -> None:
        chance = random.Random(f"{self._seed} {conversation.name}")
        await asyncio.sleep(chance.uniform(0, 6))
        while self._now_s() < self._duration_s:
            if not conversation.direct and chance.random() < 0.3:
                conversation.begun_by = None
            await self._ask(conversation, chance.choice((1, 1, 1, 2, 3)))
            await asyncio.sleep(chance.uniform(2, 12))

    async def _ask(self, conversation: Conversation, questions: int) -> None:
        """Ask so many at once, and wait until all of them are answered."""
        for _ in range(questions):
            token = f"{conversation.name}-{len(conversation.asked):03}"
            asked = Asked(token, self._say(conversation, token), self._now_s())
            self._by_token[token] = asked
            conversation.asked.append(asked)
            if not conversation.direct and conversation.begun_by is None:
                conversation.begun_by = asked.message
                break  # the next ones belong into its thread, which is not there yet
        until_s = time.monotonic() + PATIENCE_S
        while (problem := self._unsettled(conversation)) is not None:
            assert time.monotonic() < until_s, problem
            await asyncio.sleep(0.4)
        for asked in conversation.asked[-questions:]:
            asked.took_s = asked.took_s or self._now_s() - asked.at_s

    def _say(self, conversation: Conversation, token: str) -> Message:
        world, who, begun_by = self._system.world, conversation.who, conversation.begun_by
        if conversation.direct:
            return world.messages.send(conversation.channel, who, token)
        if begun_by is None:
            return world.messages.send(conversation.channel, who, f"{self._system.mention} {token}")
        for thread in world.threads.of(conversation.channel):
            if thread.id == begun_by.id:
                return world.messages.send(thread, who, token)
        answered = [each for each in self._system.replies(conversation.channel) if not each.deleted]
        return world.messages.send(conversation.channel, who, token, reply_to=answered[-1])

    def _script(self, request: RecordedRequest) -> Script:
        asked = self._by_token[request.question]
        script = soak_plan.script(self._seed, asked.token, len(asked.attempts))
        asked.attempts.append((time.monotonic(), script))
        return script

    # ---- reading ----

    def _replies(self, conversation: Conversation) -> list[Message]:
        channel = conversation.channel
        places = [channel, *([] if conversation.direct else self._system.world.threads.of(channel))]
        said = [reply for place in places for reply in self._system.replies(place)]
        return sorted((each for each in said if not each.deleted), key=lambda each: each.id)

    def _unsettled(self, conversation: Conversation) -> str | None:
        """What a reader would find missing or too much in a conversation; None if nothing is."""
        shown = [reply.content for reply in self._replies(conversation)]
        for asked in conversation.asked:
            expected = self._expected(asked.token)
            read = ""
            while not self._is_answer(asked, read, expected):
                if not shown or not expected.startswith(words(read)):
                    return self._story(conversation, asked)
                read = words(f"{read} {shown.pop(0)}").removeprefix(CONTEXT_LOST)
        return self._story(conversation, None) if shown else None

    def _story(self, conversation: Conversation, asked: Asked | None) -> str:
        """What happened in a conversation, for who has to find out why it went wrong."""
        lines = [f"wrong at {asked.token}" if asked else "more than was asked for"]
        for each in conversation.asked:
            tries = [
                f"{at_s - self._began_s:.1f} s {script.fault or script.code or 'whole'}"
                for at_s, script in each.attempts
            ]
            lines.append(f"{each.at_s:.1f} s {each.message.id} {each.token}: {tries}")
        for reply in self._replies(conversation):
            begins, ends = reply.content[:40], reply.content[-40:]
            lines.append(f"{reply.id} in {reply.channel.id}: {begins!r} … {ends!r}")
        return "\n".join(lines)

    @cache  # noqa: B019 - one soak a process
    def _expected(self, token: str) -> str:
        return words(soak_plan.answer_to(self._seed, token))

    def _is_answer(self, asked: Asked, read: str, expected: str) -> bool:
        """Whether that is what has to be read: all of it, or a part and why it ends there."""
        if not asked.attempts:
            return False
        answer, notice, _ = read.partition(NOTICE)
        if not notice:
            return words(answer) == expected and succeeds(asked.attempts[-1][1])
        kills = sum(at_s > asked.at_s for at_s in self.bot.killed_at_s)
        given_up = "made me stop twice" in read and kills >= 2
        failed = not succeeds(asked.attempts[-1][1]) or given_up
        return failed and expected.startswith(words(answer))

    def _still_marked(self) -> list[str]:
        return [each.token for each in self._by_token.values() if each.message.reactions.get("⏳")]

    def _check_order(self, conversation: Conversation) -> None:
        """One after the other, where one question did not begin another conversation."""
        for former, later in zip(conversation.asked, conversation.asked[1:], strict=False):
            if later.message.channel is former.message.channel:
                assert former.attempts[-1][0] <= later.attempts[0][0], (former, later)

    def _now_s(self) -> float:
        return time.monotonic() - self._began_s


def succeeds(script: Script) -> bool:
    """Whether a script is an answer, whole and well."""
    return script.fault is None and not script.code


def words(said: str) -> str:
    """A text without regard to white space, which pages trim at their edges."""
    return " ".join(said.split())


def unexplained(log: str, explained: dict[str, str]) -> Iterator[str]:
    """The lines of a log that are no plain information and that no pattern explains."""
    known = [re.compile(pattern) for pattern in explained]
    for line in log.splitlines():
        told = re.match(r"\S+ INFO\s", line)
        if not told and not any(pattern.search(line) for pattern in known):
            yield line


async def soak(
    folder: Path,
    seed: str,
    duration_s: float,
    conversations: int,
    warnings: dict[str, str],
    *,
    at_rest: int | None = None,
) -> Soak:
    """Run one, and check it; also, if it is given, that no more than `at_rest` connections are
    left once the bot has nothing to do.
    """
    say(f"soak of {duration_s:g} s with {conversations} conversations, seed {seed}")
    for trouble in soak_plan.troubles(seed, duration_s, conversations):
        say(str(trouble))
    # How many requests are refused is a part of the plan.
    async with loopback(folder, most_429s=1_000_000) as system:
        system.leases_run_out = False  # so what a killed process owned is to be waited for
        running = Soak(system, seed, duration_s, conversations)
        try:
            await running.run()
            if at_rest is not None:
                left = await running.bot.connections_at_rest(at_rest)
                say(f"connections at rest: {left}")
                assert left <= at_rest
            assert await system.bots[-1].stop() == 0
            running.check(warnings)
        finally:
            running.keep_logs(folder)
    say(running.summary())
    return running


def say(words: str) -> None:
    """Print to where pytest keeps it for a test that fails."""
    sys.stdout.write(words + "\n")
