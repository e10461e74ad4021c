"""The composition root: builds the parts from the settings, runs them, and ends them in order."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from bridge_bot import options
from bridge_bot.chat import chat_api_options
from bridge_bot.chat_api.client import ChatApi
from bridge_bot.commands.database import upgrade_database
from bridge_bot.core.backoff import Backoff
from bridge_bot.core.core import Core
from bridge_bot.core.errors import StoreUnreachable
from bridge_bot.core.events import Observe
from bridge_bot.core.fairness.fair_slots import FairSlots
from bridge_bot.core.gateway.shards import GatewayShards
from bridge_bot.core.guild_settings.known import KnownGuildSettings
from bridge_bot.core.handoffs.quiet_times import QuietTimes
from bridge_bot.core.policy.daily_requests import DailyRequests
from bridge_bot.core.policy.pause import Pause
from bridge_bot.core.ports import AnswerSource, ConversationStore, Platform, Store
from bridge_bot.core.privacy.gone_places import GonePlaces
from bridge_bot.core.privacy.opt_outs import OptOuts
from bridge_bot.core.privacy.privacy import Privacy
from bridge_bot.core.privacy.retention import Retention
from bridge_bot.core.turns.dependencies import Dependencies
from bridge_bot.core.turns.queue import TurnQueue
from bridge_bot.core.usage.usage_counter import UsageCounter
from bridge_bot.discord_adapter.client_dependencies import ClientDependencies
from bridge_bot.discord_adapter.connection import serve
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.gateway.guild_membership import GuildMembership
from bridge_bot.discord_adapter.gateway.shard_claims import ShardClaims
from bridge_bot.discord_adapter.gateway.shard_leases import IdentifyLock
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
from bridge_bot.own_texts import use_own_texts
from bridge_bot.settings import DatabaseSettings, RunSettings
from bridge_bot.settings.spending import who_may_spend
from bridge_bot.stop_signals import (
    Signals,
    ends_before_signal,
    serve_until_signal,
    signals_of,
    task_of,
)
from bridge_bot.store import engines
from bridge_bot.store.sql_store import SqlStore

_DATABASE_BACKOFF = Backoff(first_s=0.5, longest_s=10.0)


async def run(settings: RunSettings, stops: Collection[signal.Signals]) -> None:
    """Run the bot until the process gets one of these signals.

    Raises `StartError` or `StoreError` if it can't run.
    """
    use_own_texts(settings.texts)
    # The lock before the upgrade: a newer program must not change the tables of a running one.
    with signals_of(stops) as signals, engines.run_lock(settings.database.url.reveal()):
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
            async with task_of(upgrading, name="upgrade") as upgrade:
                is_upgraded = await ends_before_signal(upgrade, signals)
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
    clock = DiscordClock(steady_s=asyncio.get_running_loop().time, machine_s=time.time)
    recent, usage = RecentEvents(asyncio.get_running_loop().time), UsageCounter(clock.now_s)
    observe = observe_with([log_sink(), *health.sinks, recent, usage.add])
    server_ids = set[int]()  # of those that may ask, as far as is known

    def is_shared() -> bool:
        return len(server_ids) > 1

    async with (
        _open_store(settings, observe, clock) as store,
        ChatApi(chat_api_options(settings), is_shared=is_shared, observe=observe) as source,
        _open_discord(settings, store.conversations, observe, clock, health.shards) as discord,
        _open_dependencies(
            *(settings, discord.platform, source, store, observe), now_s=clock.now_s
        ) as dependencies,
        QuietTimes(store.handoffs, observe, clock.now_s) as quiet_times,
        GonePlaces(store.places, observe) as gone_places,
        GuildMembership(
            store.known_guilds, dependencies.guild_settings, observe
        ) as guild_membership,
        Retention(
            *(store.old_rows, store.places, observe),
            days=options.retention_days(settings),
            now_s=clock.now_s,
        ),
        usage.stored_in(store.usage, observe),
    ):
        slots = FairSlots(lambda: discord.platform.most_answers, is_shared=is_shared)
        turns = TurnQueue(dependencies, options.answer_options(settings), slots)
        facts = options.privacy_facts(settings)
        privacy = Privacy(dependencies.opt_outs, facts, store.member_data)
        core = Core.of(dependencies, turns, quiet_times, privacy)
        health.waiting = turns.waiting_in_all
        client_dependencies = ClientDependencies(
            *(core, store.discord, discord.limiter, clock, discord.downloads),
            discord.private_threads,
            *(health.shards, gone_places, guild_membership),
            *_shared_shards(settings, store, health, observe),
            *(options.operator_options(settings), server_ids),
            RunningBot(recent, dependencies.requests, dependencies.pause),
        )
        await serve_until_signal(
            serve(options.client_options(settings), client_dependencies, discord.own_permissions),
            turns,
            signals,
            grace_s=settings.answers.shutdown_grace_s,
            on_stopping=health.stopping,
        )


def _shared_shards(
    settings: RunSettings, store: SqlStore, health: Health, observe: Observe
) -> tuple[ShardClaims, IdentifyLock | None]:
    """What this process and others that share its database agree on about the gateway."""
    url = settings.database.url.reveal()
    leases = store.shard_leases if engines.is_shared(url) else None
    return ShardClaims(leases, health.shards, observe), engines.identify_lock(url)


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


class _Discord(NamedTuple):
    """Our own requests to Discord, and what they depend on."""

    limiter: RateLimiter
    downloads: FileDownloads
    private_threads: PrivateThreads
    own_permissions: OwnPermissions
    platform: DiscordPlatform


@asynccontextmanager
async def _open_discord(
    settings: RunSettings,
    conversations: ConversationStore,
    observe: Observe,
    clock: DiscordClock,
    shards: GatewayShards,
) -> AsyncIterator[_Discord]:
    own_permissions = OwnPermissions()
    client_options = options.client_options(settings)
    limiter = RateLimiter(settings.discord.requests_per_second, observe)
    async with (
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
    ):
        platform = DiscordPlatform(rest, limiter, own_permissions, shards)
        private_threads = PrivateThreads(rest, limiter, conversations)
        yield _Discord(limiter, downloads, private_threads, own_permissions, platform)


@asynccontextmanager
async def _open_dependencies(
    settings: RunSettings,
    platform: Platform,
    source: AnswerSource,
    store: Store,
    observe: Observe,
    *,
    now_s: Callable[[], float],
) -> AsyncIterator[Dependencies]:
    """The parts around the core, which know by now what decides whether a question is asked."""
    limits = options.daily_limits(settings)
    async with (
        Pause(store.pauses, observe) as pause,
        DailyRequests(store.requests, limits, observe, now_s) as requests,
        KnownGuildSettings(store.guild_settings, observe) as guild_settings,
        OptOuts(store.opt_outs, observe) as opt_outs,
    ):
        yield Dependencies(
            *(platform, source, store, observe, pause, requests, guild_settings, opt_outs),
            options.policy(settings, observe),
            is_store_shared=engines.is_shared(settings.database.url.reveal()),
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
