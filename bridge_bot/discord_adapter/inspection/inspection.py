"""Asks Discord by REST what `bridge-bot check` tells, and mends what can be mended."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Any

import aiohttp
import discord

from bridge_bot.core.errors import StoreError
from bridge_bot.core.guild_settings.values import GuildSettings
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.inspection.application import (
    Wanted,
    application_facts,
    mending,
)
from bridge_bot.discord_adapter.intake.commands.tree import COMMAND_NAMES
from bridge_bot.discord_adapter.intake.doctor.facts import SeenGuild, guild_facts
from bridge_bot.discord_adapter.intake.settings_panel.in_force import OperatorOptions
from bridge_bot.discord_adapter.invite import invite_link
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.registration.definitions import outdated
from bridge_bot.discord_adapter.rest.exceptions import NotFromDiscord, is_from_discord
from bridge_bot.discord_adapter.rest.request_trace import request_trace
from bridge_bot.discord_adapter.rest.response_guard import ResponseGuard
from bridge_bot.doctor.guild_facts import GuildFacts
from bridge_bot.doctor.operator_facts import ApplicationFacts, DiscordFacts
from bridge_bot.proxies.connector import ProxyConnector, ProxyFailed
from bridge_bot.proxies.proxies import NO_PROXIES, Proxies

MOST_GUILDS = 25
"""How many servers are looked at channel by channel: each takes three requests."""

GUILD_EVERY_S = 0.2
"""Between two servers, in seconds: so most of Discord's limit of all requests is left to a bot that
runs."""

MOST_LISTED = 2000
"""How many servers are counted; Discord lists 200 a request."""

WITHIN_S = 120.0
"""How long all of it may take, in seconds; discord.py waits for limits, and tries again."""
LOGIN_WITHIN_S = 40.0
"""How long the first answer may take, in seconds; discord.py tries five times within 25. Where
nothing answers, such as behind a proxy that hangs, nobody has to wait for all of the rest."""

_FAILURES = (
    *(discord.DiscordException, aiohttp.ClientError, OSError, NotFromDiscord),
    *(KeyError, TypeError, ValueError),  # of an answer that is JSON, but not Discord's
)


@dataclass(frozen=True, slots=True)
class InspectionOptions:
    """How Discord is reached, and what the settings want of it. No `allowed_guilds`: all.

    With `fix`, what can be mended is.
    """

    token: str
    api_base_url: str
    user_agent: str
    proxies: Proxies = NO_PROXIES
    requests_per_second: int = 50
    wanted: Wanted = field(default_factory=Wanted)
    shard_count: int | None = None
    allowed_guilds: frozenset[int] = frozenset()
    operator: OperatorOptions = field(default_factory=OperatorOptions)
    fix: bool = False
    most_guilds: int = MOST_GUILDS


SettingsOf = Callable[[int], Awaitable[GuildSettings]]
"""Gives what a server has set; may raise `StoreError`."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """What Discord told, and by how many seconds this machine's clock is ahead of its clock."""

    facts: DiscordFacts
    clock_ahead_s: float | None = None


async def inspect(options: InspectionOptions, settings_of: SettingsOf) -> Inspected:
    """Ask Discord. What fails is a part of the facts."""
    patches.use_api_base_url(options.api_base_url)
    clock = DiscordClock(steady_s=asyncio.get_running_loop().time, machine_s=time.time)
    trace = request_trace(RateLimiter(options.requests_per_second), options.user_agent, clock)
    connector = ProxyConnector(options.proxies, limit=0)
    client = discord.Client(intents=discord.Intents.none(), http_trace=trace, connector=connector)
    responses = ResponseGuard(client.http)
    try:
        async with client, asyncio.timeout(WITHIN_S):
            facts = await _Inspection(client, options, settings_of).run()
            await responses.close()
    except TimeoutError:
        within_s = WITHIN_S if client.user else LOGIN_WITHIN_S
        return Inspected(DiscordFacts(problem=f"no answers within {within_s:.0f} s"))
    except discord.LoginFailure as error:
        answer = error.__cause__
        if isinstance(answer, discord.HTTPException) and not is_from_discord(answer):
            return Inspected(DiscordFacts(problem=_reason(answer)))
        facts = DiscordFacts(is_token_refused=True)
    except _FAILURES as error:
        return Inspected(DiscordFacts(problem=_reason(error)))
    return Inspected(facts, time.time() - clock.now_s())


class _Inspection:
    """One look, with a client that is logged in by it."""

    def __init__(
        self, client: discord.Client, options: InspectionOptions, settings_of: SettingsOf
    ) -> None:
        self._client = client
        self._options = options
        self._settings_of = settings_of

    async def run(self) -> DiscordFacts:
        """Log in, mend, and look. Raises what discord.py raises."""
        async with asyncio.timeout(LOGIN_WITHIN_S):
            await self._client.login(self._options.token)
        application: Any = await self._request("GET", "/applications/@me")
        mended, unmended = tuple[str, ...](), ""
        body, codes = mending(application, self._options.wanted)
        if body and self._options.fix:
            try:
                application = await self._request("PATCH", "/applications/@me", json=body)
                mended = codes
            except discord.HTTPException as error:
                unmended = _reason(error)
        listed = [each async for each in self._client.fetch_guilds(limit=MOST_LISTED)]
        facts = await self._application(application, listed)
        guilds, failed = await self._guilds(listed[: self._options.most_guilds])
        return DiscordFacts(
            application=facts, guilds=guilds, failed=failed, mended=mended, unmended=unmended
        )

    async def _application(self, application: Any, listed: list[discord.Guild]) -> ApplicationFacts:
        gateway: Any = await self._request("GET", "/gateway/bot")
        application_id = int(application["id"])
        path = f"/applications/{application_id}/commands"
        commands: Any = await self._request("GET", path, params={"with_localizations": "true"})
        starts, me = gateway["session_start_limit"], self._client.user
        facts = application_facts(application, self._options.wanted)
        return replace(
            facts,
            is_verified=me is not None and me.public_flags.verified_bot,
            server_count=max(facts.server_count, len(listed)) if listed else 0,
            member_count=sum(each.approximate_member_count or 0 for each in listed),
            commands=frozenset(each["name"] for each in commands),
            own_commands=COMMAND_NAMES,
            outdated_commands=frozenset(outdated(commands)),
            sessions_left=int(starts["remaining"]),
            sessions_reset_s=int(starts["reset_after"]) / 1000,
            shards=self._options.shard_count or int(gateway["shards"]),
            invite_link=invite_link(application_id),
        )

    async def _guilds(
        self, listed: list[discord.Guild]
    ) -> tuple[tuple[GuildFacts, ...], tuple[str, ...]]:
        """The facts about each server, and the names of those that could not be looked at."""
        found, failed = list[GuildFacts](), list[str]()
        for number, each in enumerate(listed):
            if number:
                await asyncio.sleep(GUILD_EVERY_S)
            try:
                found.append(await self._guild(each))
            except _FAILURES:
                failed.append(_label(each))
        return tuple(found), tuple(failed)

    async def _guild(self, listed: discord.Guild) -> GuildFacts:
        guild = await self._client.fetch_guild(listed.id, with_counts=False)
        own_id = self._client.user.id if self._client.user else 0
        channels, me = await asyncio.gather(guild.fetch_channels(), guild.fetch_member(own_id))
        names = {each.id: each.name for each in channels}
        allowed = self._options.allowed_guilds
        try:
            settings, is_known = await self._settings_of(guild.id), True
        except StoreError:
            settings, is_known = GuildSettings(guild.id), False
        facts = guild_facts(
            SeenGuild(guild, tuple(channels), me),
            settings,
            self._options.operator,
            label=_label(guild),
            label_of=lambda channel_id: f"#{names.get(channel_id, channel_id)}",
        )
        is_allowed = not allowed or guild.id in allowed
        return replace(facts, is_allowed=is_allowed, is_known=is_known)

    async def _request(self, method: str, path: str, **options: Any) -> Any:
        return await self._client.http.request(discord.http.Route(method, path), **options)


def _label(guild: discord.Guild) -> str:
    return f"{guild.name} ({guild.id})"


def _reason(error: BaseException) -> str:
    """What failed, in a few words that can't hold a secret."""
    if isinstance(error, discord.HTTPException):
        return f"status {error.status}, code {error.code}"
    return str(error) if isinstance(error, NotFromDiscord | ProxyFailed) else type(error).__name__
