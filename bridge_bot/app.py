"""The composition root: builds the parts from the settings, runs them, and ends them in order."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator, Callable, Collection, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import NamedTuple

from bridge_bot import options
from bridge_bot.chat import chat_api_options
from bridge_bot.chat_api.client import ChatApi
from bridge_bot.core.backoff import Backoff
from bridge_bot.core.errors import StoreUnreachable
from bridge_bot.core.events import Observe
from bridge_bot.core.fairness.fair_slots import FairSlots
from bridge_bot.core.guild_settings.known import KnownGuildSettings
from bridge_bot.core.handoffs.handoffs import Handoffs
from bridge_bot.core.handoffs.quiet_times import QuietTimes
from bridge_bot.core.intake import Intake
from bridge_bot.core.policy.daily_requests import DailyRequests
from bridge_bot.core.policy.pause import Pause
from bridge_bot.core.privacy.gone_places import GonePlaces
from bridge_bot.core.privacy.opt_outs import OptOuts
from bridge_bot.core.privacy.privacy import Privacy
from bridge_bot.core.privacy.retention import Retention
from bridge_bot.core.turns.dependencies import Dependencies
from bridge_bot.core.turns.queue import TurnQueue
from bridge_bot.core.usage.usage_counter import UsageCounter
from bridge_bot.core.votes.votes import Votes
from bridge_bot.database_commands import upgrade_database
from bridge_bot.discord_adapter.client_dependencies import ClientDependencies
from bridge_bot.discord_adapter.connection import serve
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.gateway.guild_membership import GuildMembership
from bridge_bot.discord_adapter.own_permissions import OwnPermissions
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.rest.client import DiscordRest
from bridge_bot.discord_adapter.rest.file_downloads import FileDownloads
from bridge_bot.discord_adapter.rest.platform import DiscordPlatform
from bridge_bot.discord_adapter.rest.threads.private_threads import PrivateThreads
from bridge_bot.doctor.recent_events import RecentEvents
from bridge_bot.doctor.running_bot import RunningBot
from bridge_bot.instrumentation import log, log_sink, observe_with
from bridge_bot.instrumentation.health.health import Health, open_health
from bridge_bot.settings import DatabaseSettings, RunSettings
from bridge_bot.settings.spending import who_may_spend
from bridge_bot.store import engines
from bridge_bot.store.sql_store import SqlStore

Signals = asyncio.Queue[signal.Signals]

_CANCEL_AGAIN_S = 1.0

_DATABASE_BACKOFF = Backoff(first_s=0.5, longest_s=10.0)


async def run(settings: RunSettings, stops: Collection[signal.Signals]) -> None:
    """Run the bot until the process gets one of these signals.

    Raises `StartError` or `StoreError` if it can't run.
    """
    # The lock before the upgrade: a newer program must not change the tables of a running one.
    with _signals_of(stops) as signals, engines.run_lock(settings.database.url.reveal()):
        log.info("bridge-bot %s is starting", options.VERSION)
        log.log(*who_may_spend(settings))
        log.info(options.proxies_in_use(settings))
        async with open_health(
            version=options.VERSION,
            host=settings.health.host,
            port=settings.health.port,
            environment=os.environ,
        ) as health:
            upgrading = _upgrade_once_reachable(settings.database)
            async with _task_of(upgrading, name="upgrade") as upgrade:
                is_upgraded = await _ends_before_signal(upgrade, signals)
            if is_upgraded:
                health.readiness.schema_verified()
                await _serve(settings, signals, health)
    if running := _running_tasks():
        log.warning("left running: %s", ", ".join(running))
    log.info("bridge-bot has stopped")


def _running_tasks() -> list[str]:
    """The names of our tasks that should have ended; discord.py 2.7.1 leaves some of its own."""
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    package = str(Path(__file__).parent)
    codes = {task.get_name(): getattr(task.get_coro(), "cr_code", None) for task in tasks}
    return sorted(name for name, code in codes.items() if code and package in code.co_filename)


async def _serve(settings: RunSettings, signals: Signals, health: Health) -> None:
    recent = RecentEvents(asyncio.get_running_loop().time)
    clock = DiscordClock(steady_s=asyncio.get_running_loop().time, machine_s=time.time)
    usage = UsageCounter(clock.now_s)
    observe = observe_with([log_sink(), *health.sinks, recent, usage.add])
    limiter = RateLimiter(settings.discord.requests_per_second, observe)
    client_options = options.client_options(settings)
    server_ids = set[int]()  # of those that may ask, as far as is known

    def is_shared() -> bool:
        return len(server_ids) > 1

    async with (
        _open_store(settings, observe, clock) as store,
        ChatApi(chat_api_options(settings), is_shared=is_shared, observe=observe) as source,
        DiscordRest(
            token=client_options.token,
            api_base_url=client_options.api_base_url,
            user_agent=client_options.user_agent,
            proxies=client_options.proxies,
            limiter=limiter,
            observe=observe,
            now_s=clock.now_s,
        ) as rest,
        FileDownloads(
            api_base_url=client_options.api_base_url,
            user_agent=client_options.user_agent,
            proxies=client_options.proxies,
        ) as downloads,
        _open_rules(settings, store, observe, clock) as rules,
        QuietTimes(store.handoffs, observe, clock.now_s) as quiet_times,
        GonePlaces(store.places, observe) as gone_places,
        GuildMembership(store.known_guilds, rules.guild_settings, observe) as guild_membership,
        Retention(
            *(store.old_rows, store.places, observe),
            days=options.retention_days(settings),
            now_s=clock.now_s,
        ),
        usage.stored_in(store.usage, observe),
    ):
        own_permissions = OwnPermissions()
        platform = DiscordPlatform(rest, limiter, own_permissions, health.shards)
        dependencies = Dependencies(
            *(platform, source, store, observe, *rules, options.policy(settings, observe))
        )
        slots = FairSlots(lambda: platform.most_answers, is_shared=is_shared)
        turns = TurnQueue(dependencies, options.answer_options(settings), slots)
        health.waiting = turns.waiting_in_all
        client_dependencies = ClientDependencies(
            Intake(dependencies, turns),
            turns,
            *(store.conversations, store.discord, limiter, observe, clock, downloads),
            rules.guild_settings,
            PrivateThreads(rest, limiter, store.conversations),
            Privacy(rules.opt_outs, options.privacy_facts(settings), store.member_data),
            Votes(dependencies),
            health.shards,
            Handoffs(store.handoffs, quiet_times, platform, observe, dependencies.texts_of),
            *(gone_places, guild_membership, store.usage),
            *(options.operator_options(settings), server_ids),
            RunningBot(recent, rules.requests, rules.pause),
        )
        await _serve_until_signal(
            serve(client_options, client_dependencies, own_permissions),
            turns,
            signals,
            grace_s=settings.answers.shutdown_grace_s,
            on_stopping=health.stopping,
        )


@asynccontextmanager
async def _open_store(
    settings: RunSettings, observe: Observe, clock: DiscordClock
) -> AsyncIterator[SqlStore]:
    """The store, in which no process that has ended holds turns any more, as far as is known."""
    url = settings.database.url.reveal()
    shards = options.own_shards(settings)
    async with SqlStore(url, now_s=clock.now_s, shards=shards, observe=observe) as store:
        if not engines.is_shared(url):
            await store.turns.end_leases()  # the lock says that no other process has any
        yield store


class _Rules(NamedTuple):
    """What decides whether a question is asked, as it is in the store by now."""

    pause: Pause
    requests: DailyRequests
    guild_settings: KnownGuildSettings
    opt_outs: OptOuts


@asynccontextmanager
async def _open_rules(
    settings: RunSettings, store: SqlStore, observe: Observe, clock: DiscordClock
) -> AsyncIterator[_Rules]:
    limits = options.daily_limits(settings)
    async with (
        Pause(store.pauses, observe) as pause,
        DailyRequests(store.requests, limits, observe, clock.now_s) as requests,
        KnownGuildSettings(store.guild_settings, observe) as guild_settings,
        OptOuts(store.opt_outs, observe) as opt_outs,
    ):
        yield _Rules(pause, requests, guild_settings, opt_outs)


async def _upgrade_once_reachable(settings: DatabaseSettings) -> None:
    """Upgrade the database; while its server can't be reached, try again with growing pauses."""
    failures = 0
    while True:
        try:
            await engines.reach(settings.url.reveal())
            await asyncio.to_thread(upgrade_database, settings)
        except StoreUnreachable as error:
            failures += 1
            if failures == 1:
                log.warning("%s; bridge-bot starts once it can be reached", error)
            await asyncio.sleep(_DATABASE_BACKOFF.pause_s(failures))
        else:
            if failures:
                log.info("the database can be reached now")
            return


async def _serve_until_signal(
    serving: Coroutine[None, None, None],
    turns: TurnQueue,
    signals: Signals,
    *,
    grace_s: float,
    on_stopping: Callable[[], None],
) -> None:
    """Serve until a signal comes; then running answers get `grace_s` seconds.

    A second signal ends the grace at once.
    """
    async with _task_of(serving, name="connection to Discord") as connection:
        try:
            if await _ends_before_signal(connection, signals):
                return
            log.info("stopping; running answers get %g s", grace_s)
            on_stopping()
            async with asyncio.TaskGroup() as group:
                closing = group.create_task(turns.close(grace_s), name="running answers")
                if not await _ends_before_signal(closing, signals):
                    closing.cancel()
        finally:
            # Also where the connection has ended by itself: what is running needs the parts around.
            await turns.close(grace_s=0)


@asynccontextmanager
async def _task_of(
    work: Coroutine[None, None, None], *, name: str
) -> AsyncIterator[asyncio.Task[None]]:
    """Run `work` as a task until the `async with` block is left; then cancel it, and wait until it
    has ended. Raises what it raised, unless it was cancelled.

    A task group would raise a group of that, and cancel it once only. discord.py 2.7.1 swallows a
    cancellation that meets it while it connects again, so one may not be enough.
    """
    task = asyncio.create_task(work, name=name)
    try:
        yield task
    finally:
        while not task.done():
            task.cancel()
            await asyncio.wait({task}, timeout=_CANCEL_AGAIN_S)
        if not task.cancelled():
            task.result()


async def _ends_before_signal(task: asyncio.Task[None], signals: Signals) -> bool:
    """Wait for a task or the next signal, and return whether the task came first.

    A signal that comes at the same moment is left to whoever waits for the next one.
    """
    async with asyncio.TaskGroup() as group:
        signal_task = group.create_task(signals.get(), name="signal")
        await asyncio.wait({task, signal_task}, return_when=asyncio.FIRST_COMPLETED)
        signal_task.cancel()
    if task.done() and not signal_task.cancelled():
        signals.put_nowait(signal_task.result())
    return task.done()


@contextmanager
def _signals_of(stops: Collection[signal.Signals]) -> Iterator[Signals]:
    """A queue of those of the signals `stops` that the process gets, in their order."""
    loop = asyncio.get_running_loop()
    signals: Signals = asyncio.Queue()
    for each in stops:
        loop.add_signal_handler(each, signals.put_nowait, each)
    try:
        yield signals
    finally:
        # One more, while the process ends, must not make a failure of it: also not while a signal
        # has neither the loop's handler any more nor the one that ignores it.
        signal.pthread_sigmask(signal.SIG_BLOCK, stops)
        for each in stops:
            loop.remove_signal_handler(each)
            signal.signal(each, signal.SIG_IGN)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, stops)
