"""The intake and its turns: the real store, a scripted source of answers, a platform in memory."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bridge_bot.core.controls.controls import Controls
from bridge_bot.core.core import Core
from bridge_bot.core.errors import BridgeError
from bridge_bot.core.events import Event, Observe, TurnEnded
from bridge_bot.core.fairness.fair_queue import Flow
from bridge_bot.core.fairness.fair_slots import FairSlots
from bridge_bot.core.guild_settings.known import KnownGuildSettings
from bridge_bot.core.guild_settings.values import SettingChange, SettingName, SettingValue
from bridge_bot.core.handoffs.handoffs import Handoffs
from bridge_bot.core.handoffs.quiet_times import QuietTimes
from bridge_bot.core.intake import Complete, Intake
from bridge_bot.core.model import (
    FINISHED,
    AnswerEvent,
    AnswerHeader,
    AnswerText,
    ChannelDestination,
    ChatRequest,
    ConversationKey,
    IncomingQuestion,
    Member,
    Question,
    UnfinishedTurn,
)
from bridge_bot.core.policy.chat_bots import ChatBots
from bridge_bot.core.policy.daily_limits import DailyLimits
from bridge_bot.core.policy.daily_requests import DailyRequests
from bridge_bot.core.policy.pause import Pause
from bridge_bot.core.policy.policy import Policy
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.ports import Allowance, AnswerSource, Platform
from bridge_bot.core.privacy.opt_outs import OptOuts
from bridge_bot.core.privacy.privacy import Privacy
from bridge_bot.core.privacy.statement import PrivacyFacts
from bridge_bot.core.turns.dependencies import AnswerOptions, Dependencies
from bridge_bot.core.turns.queue import TurnQueue
from bridge_bot.store.sql_store import SqlStore
from bridge_bot.texts import Texts, TextsOf
from tests.harness.database import StoredDatabase, new_database, unfinished_turns
from tests.harness.memory_platform import MemoryPlatform

HERE = ConversationKey("7")
ANN = Member(3)
MOST_ANSWERS = 100
CHAT_BOTS = ("billing", "games")

Script = list[AnswerEvent | BridgeError | asyncio.Event]


@dataclass
class ScriptedSource:
    """Gives each request the next script; an exception in it is raised at that point."""

    scripts: list[Script] = field(default_factory=list)
    requests: list[ChatRequest] = field(default_factory=list)
    left_early: int = 0

    @asynccontextmanager
    async def ask(
        self, request: ChatRequest, flow: Flow, allowance: Allowance | None = None
    ) -> AsyncIterator[AsyncIterator[AnswerEvent]]:
        if allowance is not None:
            await allowance.take()
        self.requests.append(request)
        script: Script = self.scripts.pop(0) if self.scripts else [AnswerText("fine")]
        if script and isinstance(script[0], BridgeError):
            raise script[0]
        try:
            yield self._play(script)
        except BaseException:
            self.left_early += 1
            raise

    async def _play(self, script: Script) -> AsyncIterator[AnswerEvent]:
        for step in script:
            match step:
                case asyncio.Event():
                    await step.wait()
                case BridgeError():
                    raise step
                case _:
                    yield step


@dataclass
class RunningCore:
    """A core with its store, and with what the tests stand in for the platform and the API."""

    core: Core
    platform: MemoryPlatform
    source: ScriptedSource
    database: StoredDatabase
    store: SqlStore
    events: list[Event]

    @property
    def dependencies(self) -> Dependencies:
        """The parts around the core."""
        return self.core.dependencies

    @property
    def intake(self) -> Intake:
        """Takes questions in."""
        return self.core.intake

    @property
    def turns(self) -> TurnQueue:
        """The turns of this process."""
        return self.core.turns

    @property
    def handoffs(self) -> Handoffs:
        """Hands conversations over to people."""
        return self.core.handoffs

    async def ask(
        self, words: str = "why?", *, id_: int = 11, thread_on: int | None = None
    ) -> None:
        """Ann asks."""
        await self.submit(Question(id_, HERE, words, ANN, ChannelDestination(7), 1, thread_on))

    async def submit(
        self,
        question: Question,
        *,
        is_missed: bool = False,
        complete: Complete | None = None,
    ) -> Refusal | None:
        """Submit a question, asked by a member of its server just now."""
        guild_ids = frozenset({question.guild_id} if question.guild_id else ())
        incoming = IncomingQuestion(question, guild_ids, time.time(), is_missed)
        return await self.intake.submit(incoming, complete)

    async def ended(self, turns: int = 1) -> list[TurnEnded]:
        """The ends of so many turns, once they are there."""
        await self.until(lambda: len(self._ended) >= turns)
        return self._ended

    async def until_shown(self, messages: int = 1) -> None:
        """Wait until so many messages were posted."""
        await self.until(lambda: len(self.platform.messages) >= messages)

    def ends(self) -> list[TurnEnded]:
        """All ends of turns, also of those that are kept for the next start."""
        return [event for event in self.events if isinstance(event, TurnEnded)]

    async def unfinished(self) -> list[UnfinishedTurn]:
        """The turns that are not finished, as the next process would take them up."""
        return await unfinished_turns(self.store)

    async def until_finished(self) -> None:
        """Wait until no turn is left to be gone on with."""
        async with asyncio.timeout(10):
            while await self.unfinished():  # noqa: ASYNC110 - asked of the database
                await asyncio.sleep(0.01)

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something."""
        async with asyncio.timeout(10):
            while not condition():  # noqa: ASYNC110 - asked of any part, so there is no one event
                await asyncio.sleep(0.001)

    def restart(
        self,
        dependencies: Dependencies | None = None,
        *,
        most_answers: int = MOST_ANSWERS,
        **options: Any,
    ) -> None:
        """Another process, on the same store and platform, perhaps with other `dependencies`;
        `options` are those of answers.
        """
        parts = dependencies or self.dependencies
        turns = TurnQueue(parts, AnswerOptions(**options), FairSlots(lambda: most_answers))
        intake = Intake(parts, turns)
        controls = Controls(intake, turns, parts.opt_outs)
        self.core = replace(
            self.core, dependencies=parts, turns=turns, intake=intake, controls=controls
        )

    async def resume(self, *, later_s: float = 0.0) -> None:
        """Take up what the process before left, that many seconds later."""
        await self.turns.resume(now_s=lambda: time.time() + later_s, catch_up_s=6 * 3600)

    @property
    def _ended(self) -> list[TurnEnded]:
        """Without those that are kept for the next start."""
        return [event for event in self.ends() if event.state in FINISHED]


async def set_paused(core: RunningCore, *, is_paused: bool) -> None:
    """Pause the bot or let it go on; the core has seen it then."""
    await (core.store.pauses.pause() if is_paused else core.store.pauses.resume())
    await core.dependencies.pause.look()


async def set_in_server(core: RunningCore, name: SettingName, value: SettingValue) -> None:
    """A moderator sets something for the server of the tests, which has the id 1."""
    change = SettingChange(1, 0, name, value, member_id=9)
    await core.dependencies.guild_settings.change(change)


@asynccontextmanager
async def running_core(
    tmp_path: Path,
    *scripts: Script,
    policy: Policy | None = None,
    limits: DailyLimits = DailyLimits(),  # noqa: B008 - it is frozen
    now_s: Callable[[], float] = time.time,
    texts_of: TextsOf = Texts.of,
    most_answers: int = MOST_ANSWERS,
    **options: Any,
) -> AsyncIterator[RunningCore]:
    """A running core whose source gives these answers, so many at once; `options` are those of
    answers.
    """
    database = new_database(tmp_path)
    platform, source, events = MemoryPlatform(), ScriptedSource(list(scripts)), list[Event]()
    async with SqlStore(database.url) as store:
        dependencies = await dependencies_on(
            *(platform, source, store, events.append),
            policy=policy,
            limits=limits,
            now_s=now_s,
            texts_of=texts_of,
        )
        turns = TurnQueue(dependencies, AnswerOptions(**options), FairSlots(lambda: most_answers))
        core = await core_on(dependencies, turns, store)
        running = RunningCore(core, platform, source, database, store, events)
        yield running
        await running.turns.close(grace_s=5)


async def dependencies_on(
    platform: Platform,
    source: AnswerSource,
    store: SqlStore,
    observe: Observe,
    *,
    policy: Policy | None = None,
    limits: DailyLimits = DailyLimits(),  # noqa: B008 - it is frozen
    now_s: Callable[[], float] = time.time,
    texts_of: TextsOf = Texts.of,
) -> Dependencies:
    """The parts around a core. What is looked up regularly is looked up once, and then by the
    test.
    """
    pause = Pause(store.pauses, observe)
    await pause.look()
    guild_settings = KnownGuildSettings(store.guild_settings, observe)
    await guild_settings.look()
    requests = DailyRequests(store.requests, limits, observe, now_s)
    opt_outs = OptOuts(store.opt_outs, observe)
    return Dependencies(
        *(platform, source, store, observe, pause, requests, guild_settings, opt_outs),
        policy or Policy(chat_bots=ChatBots(CHAT_BOTS, observe)),
        texts_of,
    )


async def core_on(dependencies: Dependencies, turns: TurnQueue, store: SqlStore) -> Core:
    """A core around these turns. Its handoffs know what was stored so far."""
    quiet_times = QuietTimes(store.handoffs, dependencies.observe, time.time)
    await quiet_times.look()
    facts = PrivacyFacts("api.example.com")
    privacy = Privacy(dependencies.opt_outs, facts, store.member_data)
    return Core.of(dependencies, turns, quiet_times, privacy)


def header(uid: str | None = "uid-1") -> AnswerHeader:
    """A header with that uid and nothing else."""
    return AnswerHeader(conversation_uid=uid)
