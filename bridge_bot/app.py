"""The composition root: builds the parts from the settings, runs them, and ends them in order."""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import AsyncIterator, Collection, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from importlib.metadata import version
from pathlib import Path

from bridge_bot.chat import chat_api_options
from bridge_bot.chat_api.client import ChatApi
from bridge_bot.core.backoff import Backoff
from bridge_bot.core.chat_bots import ChatBots
from bridge_bot.core.errors import StoreUnreachable
from bridge_bot.core.fairness.fair_slots import FairSlots
from bridge_bot.core.guild_settings.known import KnownGuildSettings
from bridge_bot.core.guild_settings.values import SettingName
from bridge_bot.core.intake import Intake
from bridge_bot.core.policy.daily_limits import DailyLimits
from bridge_bot.core.policy.daily_requests import DailyRequests
from bridge_bot.core.policy.pause import Pause
from bridge_bot.core.policy.policy import Policy
from bridge_bot.core.privacy.opt_outs import OptOuts
from bridge_bot.core.privacy.privacy import Privacy
from bridge_bot.core.privacy.statement import PrivacyFacts
from bridge_bot.core.turns.dependencies import AnswerOptions, Dependencies
from bridge_bot.core.turns.queue import TurnQueue
from bridge_bot.database_commands import upgrade_database
from bridge_bot.discord_adapter.client import (
    DISCORD_API_BASE_URL,
    ClientDependencies,
    ClientOptions,
)
from bridge_bot.discord_adapter.connection import serve
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.intake.settings_panel.in_force import OperatorOptions
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.rest.client import DiscordRest
from bridge_bot.discord_adapter.rest.file_downloads import FileDownloads
from bridge_bot.discord_adapter.rest.platform import DiscordPlatform
from bridge_bot.discord_adapter.rest.private_threads import PrivateThreads
from bridge_bot.discord_adapter.rest.user_agent import user_agent
from bridge_bot.instrumentation import log, log_sink, observe_with
from bridge_bot.settings import DatabaseSettings, RunSettings
from bridge_bot.settings.spending import who_may_spend
from bridge_bot.store import engines
from bridge_bot.store.shards import Shards
from bridge_bot.store.sql_store import SqlStore

VERSION = version("bridge-bot")

Signals = asyncio.Queue[signal.Signals]

_CANCEL_AGAIN_S = 1.0

_DATABASE_BACKOFF = Backoff(first_s=0.5, longest_s=10.0)


async def run(settings: RunSettings, stops: Collection[signal.Signals]) -> None:
    """Run the bot until the process gets one of these signals.

    Raises `StartError` or `StoreError` if it can't run.
    """
    # The lock before the upgrade: a newer program must not change the tables of a running one.
    with _signals_of(stops) as signals, engines.run_lock(settings.database.url.reveal()):
        log.info("bridge-bot %s is starting", VERSION)
        log.log(*who_may_spend(settings))
        async with _task_of(_upgrade_once_reachable(settings.database), name="upgrade") as upgrade:
            is_upgraded = await _ends_before_signal(upgrade, signals)
        if is_upgraded:
            await _serve(settings, signals)
    if running := _running_tasks():
        log.warning("left running: %s", ", ".join(running))
    log.info("bridge-bot has stopped")


def _running_tasks() -> list[str]:
    """The names of the tasks of this package that should have ended.

    discord.py 2.7.1 leaves some of its own.
    """
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    package = str(Path(__file__).parent)
    codes = {task.get_name(): getattr(task.get_coro(), "cr_code", None) for task in tasks}
    return sorted(name for name, code in codes.items() if code and package in code.co_filename)


async def _serve(settings: RunSettings, signals: Signals) -> None:
    observe = observe_with([log_sink()])
    limiter = RateLimiter(settings.discord.requests_per_second, observe)
    clock = DiscordClock(steady_s=asyncio.get_running_loop().time, machine_s=time.time)
    client_options = _client_options(settings)
    shards = settings.discord.shards
    server_ids = set[int]()  # of those that may ask, as far as is known

    def is_shared() -> bool:
        return len(server_ids) > 1

    async with (
        SqlStore(
            settings.database.url.reveal(),
            now_s=clock.now_s,
            shards=Shards(shards.count, shards.ids) if shards.ids and shards.count else None,
            observe=observe,
        ) as store,
        ChatApi(
            chat_api_options(settings.chat_api), is_shared=is_shared, observe=observe
        ) as source,
        DiscordRest(
            token=client_options.token,
            api_base_url=client_options.api_base_url,
            user_agent=client_options.user_agent,
            limiter=limiter,
            observe=observe,
            now_s=clock.now_s,
        ) as rest,
        FileDownloads(
            api_base_url=client_options.api_base_url, user_agent=client_options.user_agent
        ) as downloads,
        Pause(store.pauses, observe) as pause,
        DailyRequests(store.requests, _daily_limits(settings), observe, clock.now_s) as requests,
        KnownGuildSettings(store.guild_settings, observe) as guild_settings,
        OptOuts(store.opt_outs, observe) as opt_outs,
    ):
        if not engines.is_shared(settings.database.url.reveal()):
            await store.turns.end_leases()  # the lock says that no other process has any
        platform = DiscordPlatform(rest, limiter)
        dependencies = Dependencies(
            *(platform, source, store, observe, pause, requests, guild_settings, opt_outs),
            ChatBots(settings.chat_api.bots, observe),
        )
        slots = FairSlots(lambda: platform.most_answers, is_shared=is_shared)
        turns = TurnQueue(dependencies, _answer_options(settings), slots)
        intake = Intake(dependencies, turns, _policy(settings))
        facts = PrivacyFacts(settings.chat_api.host_name, settings.privacy.url)
        privacy = Privacy(opt_outs, facts)
        await _serve_until_signal(
            serve(
                client_options,
                ClientDependencies(
                    *(intake, turns, store.conversations, store.discord, limiter, observe, clock),
                    *(downloads, guild_settings),
                    *(PrivateThreads(rest, limiter, store.conversations), privacy),
                    *(_operator_options(settings), server_ids),
                ),
            ),
            turns,
            signals,
            grace_s=settings.answers.shutdown_grace_s,
        )


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
    serving: Coroutine[None, None, None], turns: TurnQueue, signals: Signals, grace_s: float
) -> None:
    """Serve until a signal comes; then running answers get `grace_s` seconds.

    A second signal ends the grace at once.
    """
    async with _task_of(serving, name="connection to Discord") as connection:
        try:
            if await _ends_before_signal(connection, signals):
                return
            log.info("stopping; running answers get %g s", grace_s)
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


def _client_options(settings: RunSettings) -> ClientOptions:
    discord = settings.discord
    return ClientOptions(
        token=discord.token.reveal(),
        user_agent=user_agent(VERSION),
        api_base_url=discord.api_base_url or DISCORD_API_BASE_URL,
        message_content=discord.message_content,
        allow_user_install=discord.allow_user_install,
        allowed_guilds=discord.allowed_guilds,
        shard_count=discord.shards.count,
        shard_ids=discord.shards.ids,
        catch_up_hours=settings.answers.catch_up_hours,
    )


def _daily_limits(settings: RunSettings) -> DailyLimits:
    return DailyLimits(
        per_member=settings.answers.member_questions_per_day,
        per_guild=settings.answers.guild_questions_per_day,
        in_all=settings.answers.questions_per_day,
    )


def _answer_options(settings: RunSettings) -> AnswerOptions:
    return AnswerOptions(
        default_language=settings.chat_api.default_language,
        mention_needed=not settings.discord.message_content,
        max_pages=settings.answers.max_pages,
        show_sources=settings.answers.show_sources,
        show_controls=settings.answers.show_controls,
        notify_after_s=settings.answers.notify_after_s,
        disclosed_host=settings.chat_api.host_name if settings.privacy.first_answer_notice else "",
        catch_up_s=settings.answers.catch_up_hours * 3600.0,
    )


def _operator_options(settings: RunSettings) -> OperatorOptions:
    return OperatorOptions(
        chat_bots=tuple(settings.chat_api.bots),
        limits={
            SettingName.MEMBER_QUESTIONS_PER_MINUTE: settings.answers.member_questions_per_minute,
            SettingName.MEMBER_QUESTIONS_PER_DAY: settings.answers.member_questions_per_day,
            SettingName.QUESTIONS_PER_DAY: settings.answers.guild_questions_per_day,
        },
        reads_messages=settings.discord.message_content,
        show_sources=settings.answers.show_sources,
        show_controls=settings.answers.show_controls,
    )


def _policy(settings: RunSettings) -> Policy:
    return Policy(
        allowed_guilds=settings.discord.allowed_guilds,
        allow_dms=settings.discord.allow_dms,
        questions_per_minute=settings.answers.member_questions_per_minute,
        waiting_per_conversation=settings.answers.conversation_queue,
    )
