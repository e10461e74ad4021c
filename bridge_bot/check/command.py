"""Gathers the facts, part by part as far as the settings allow, and has them checked."""

from __future__ import annotations

import asyncio
import io
import logging
import platform
import shutil
import sys
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from bridge_bot import options
from bridge_bot.chat import chat_api_options
from bridge_bot.check import chat_api, database
from bridge_bot.check.health import running_facts
from bridge_bot.check.output import as_json, as_table
from bridge_bot.commands.command import print_result
from bridge_bot.core.errors import SettingsInvalid
from bridge_bot.core.guild_settings.values import GuildSettings
from bridge_bot.discord_adapter.client_options import DISCORD_API_BASE_URL
from bridge_bot.discord_adapter.inspection.application import Wanted
from bridge_bot.discord_adapter.inspection.inspection import (
    Inspected,
    InspectionOptions,
    inspect,
)
from bridge_bot.discord_adapter.intake.settings_panel.in_force import OperatorOptions
from bridge_bot.discord_adapter.rest.user_agent import user_agent
from bridge_bot.doctor.checks.operator import check_all
from bridge_bot.doctor.finding import Finding, Level
from bridge_bot.doctor.operator_facts import (
    ChatApiFacts,
    DatabaseFacts,
    MachineFacts,
    OperatorFacts,
    RunningFacts,
)
from bridge_bot.own_texts import use_own_texts
from bridge_bot.settings import (
    ChatSettings,
    DatabaseSettings,
    DiscordSettings,
    ProxySettings,
    RunSettings,
    TextsSettings,
    secrets,
)
from bridge_bot.settings.reading import read, read_part
from bridge_bot.store.sql_store import SqlStore
from bridge_bot.texts import Texts

_QUESTION_KEY = "doctor-check-question"
_WIDTH = 100


@dataclass(frozen=True, slots=True)
class DiscordPart:
    """What reaching Discord needs of the settings."""

    discord: DiscordSettings
    proxies: ProxySettings

    def __post_init__(self) -> None:
        self.proxies.check(self.discord.proxy)


@dataclass(frozen=True, slots=True)
class _Settings:
    """What could be read of the settings, and what is wrong with them."""

    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    text_problems: tuple[str, ...] = ()
    whole: RunSettings | None = None
    discord: DiscordPart | None = None
    chat: ChatSettings | None = None
    database: DatabaseSettings | None = None
    secrets: frozenset[str] = field(default_factory=frozenset)


def check(dotenv: Path, *, ask: bool, fix: bool, json: bool) -> int:
    """Print what is wrong. Returns the exit code: 1 if there are errors."""
    logging.getLogger("discord").setLevel(logging.CRITICAL)  # the findings tell it
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal may lack some characters
    settings = _read(dotenv)
    if ask and not json:
        print_result(Texts.of("en").get("doctor-check-asking"))
    findings = asyncio.run(_findings(settings, ask=ask, fix=fix))
    width = min(shutil.get_terminal_size().columns, _WIDTH)
    hidden = settings.secrets
    print_result(as_json(findings, hidden) if json else as_table(findings, width, hidden))
    return int(any(each.level is Level.ERROR for each in findings))


def _read(dotenv: Path) -> _Settings:
    whole, problems, warnings = None, tuple[str, ...](), tuple[str, ...]()
    try:
        whole, found = read(RunSettings, dotenv)
        warnings = tuple(found)
    except SettingsInvalid as invalid:
        problems = tuple(invalid.problems)
    parts = (
        read_part(DiscordPart, dotenv),
        read_part(ChatSettings, dotenv),
        read_part(DatabaseSettings, dotenv),
    )
    hidden = frozenset(secret for part in parts if part is not None for secret in secrets(part))
    text_problems = _text_problems(read_part(TextsSettings, dotenv))
    return _Settings(problems, warnings, text_problems, whole, *parts, hidden)


async def _findings(settings: _Settings, *, ask: bool, fix: bool) -> list[Finding]:
    running = await _running(settings)
    api_facts, (database_facts, inspected) = await asyncio.gather(
        _chat_api(settings, ask=ask), _database_and_discord(settings, fix=fix)
    )
    return check_all(
        OperatorFacts(
            setting_problems=settings.problems,
            setting_warnings=settings.warnings,
            text_problems=settings.text_problems,
            discord=inspected.facts if inspected else None,
            database=database_facts,
            chat_api=api_facts,
            running=running,
            machine=MachineFacts(
                inspected.clock_ahead_s if inspected else None, _versions(), _proxies(settings)
            ),
        )
    )


async def _database_and_discord(
    settings: _Settings, *, fix: bool
) -> tuple[DatabaseFacts | None, Inspected | None]:
    """What is known of both. What servers have set stands in the database."""
    if settings.database is None:
        return None, await _inspect(settings, None, fix=fix)
    limit = settings.whole.answers.questions_per_day if settings.whole else 0
    async with database.looked_at(settings.database.url.reveal(), limit) as (facts, store):
        return facts, await _inspect(settings, store, fix=fix)


async def _running(settings: _Settings) -> RunningFacts | None:
    health = settings.whole.health if settings.whole else None
    return await running_facts(health.host, health.port) if health and health.port else None


async def _chat_api(settings: _Settings, *, ask: bool) -> ChatApiFacts | None:
    if settings.chat is None:
        return None
    api = chat_api_options(settings.chat)
    if not ask:
        return await chat_api.reach(api)
    question = Texts.of("en").get(_QUESTION_KEY)
    return await chat_api.ask(api, question, settings.chat.chat_api.default_language)


async def _inspect(settings: _Settings, store: SqlStore | None, *, fix: bool) -> Inspected | None:
    if settings.discord is None:
        return None
    discord = settings.discord.discord

    async def settings_of(guild_id: int) -> GuildSettings:
        return await store.guild_settings.get(guild_id) if store else GuildSettings(guild_id)

    whole = settings.whole
    operator = OperatorOptions(reads_messages=discord.message_content)
    return await inspect(
        InspectionOptions(
            token=discord.token.reveal(),
            api_base_url=discord.api_base_url or DISCORD_API_BASE_URL,
            user_agent=user_agent(options.VERSION),
            proxies=settings.discord.proxies.chosen("DISCORD_PROXY", discord.proxy),
            requests_per_second=discord.requests_per_second,
            wanted=Wanted(discord.message_content, discord.allow_user_install),
            shard_count=discord.shards.count,
            allowed_guilds=discord.allowed_guilds,
            operator=options.operator_options(whole) if whole else operator,
            fix=fix,
        ),
        settings_of,
    )


def _text_problems(settings: TextsSettings | None) -> tuple[str, ...]:
    """What is wrong with the operator's own sentences. They are used if nothing is."""
    try:
        use_own_texts(settings or TextsSettings(None))
    except SettingsInvalid as invalid:
        return tuple(invalid.problems)
    return ()


def _versions() -> tuple[str, ...]:
    packages = (f"{name} {version(name)}" for name in ("discord.py", "aiohttp", "SQLAlchemy"))
    return (f"bridge-bot {options.VERSION}", f"Python {platform.python_version()}", *packages)


def _proxies(settings: _Settings) -> tuple[str, ...]:
    """Which connections go by a proxy, as the log of the bot says it."""
    said = options.proxies_in_use(settings.whole) if settings.whole else ""
    return (said,) if " by " in said else ()
