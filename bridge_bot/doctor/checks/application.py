"""The bot's application at Discord: token, intent, install link, commands, sessions.

What is said of the message content intent is what Discord's documentation says ("Getting Started
with Privileged Intent Review", as of June 2026): who reaches more than 10,000 users has to apply
for it within 90 days of Discord's notice, and again every year; the bot goes on meanwhile. Users
are counted once, however many servers they share with the bot. Until an app is verified, it can't
be added to more than 100 servers; it can apply from 75 on ("App Verification").
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from bridge_bot.doctor.finding import Finding
from bridge_bot.doctor.operator_facts import ApplicationFacts, DiscordFacts

REVIEWED_USERS = 10_000
VERIFIABLE_SERVERS = 75
MOST_SERVERS_UNVERIFIED = 100
MOST_SERVERS_A_SHARD = 2500
"""Discord's documentation ("Sharding")."""

_FEW_SESSIONS = 50


def check_discord(facts: DiscordFacts) -> Iterator[Finding]:
    """What Discord says of the token and the application."""
    if facts.is_token_refused:
        yield Finding("E201", about="DISCORD_TOKEN")
    if facts.problem:
        yield Finding("E202", {"reason": facts.problem})
    for mended in facts.mended:
        yield Finding("N219", {"code": mended})
    if facts.unmended:
        yield Finding("W218", {"reason": facts.unmended})
    if facts.application is not None:
        yield from check_application(facts.application)
        if len(facts.guilds) + len(facts.failed) < facts.application.server_count:
            seen = {"count": len(facts.guilds), "all": facts.application.server_count}
            yield Finding("N216", seen)
    for failed in facts.failed:
        yield Finding("W217", about=failed)


def check_application(facts: ApplicationFacts) -> Iterator[Finding]:
    """What is wrong with the application, or will be."""
    yield from _check_intent(facts)
    if facts.lacks_scopes or facts.lacks_permissions:
        missing = ", ".join((*facts.lacks_scopes, *facts.lacks_permissions))
        yield Finding("W205", {"missing": missing})
    if facts.wants_user_install and not facts.has_user_install:
        yield Finding("W103", about="ALLOW_USER_INSTALL")
    if facts.has_interactions_endpoint:
        yield Finding("E206")
    yield from _check_sessions(facts)
    yield from _check_commands(facts)
    if not facts.server_count:
        yield Finding("N215", {"link": facts.invite_link})
    elif not facts.is_verified and facts.server_count >= VERIFIABLE_SERVERS:
        yield Finding("N213", {"count": facts.server_count})


def _check_intent(facts: ApplicationFacts) -> Iterator[Finding]:
    if facts.wants_content and not facts.reads_content:
        yield Finding("E203", about="MESSAGE_CONTENT")
    if facts.reads_content and not facts.wants_content:
        yield Finding("N204", about="MESSAGE_CONTENT")
    if not facts.reads_content:
        return
    members = facts.member_count
    if facts.is_content_approved:
        yield Finding("W212")
    elif members is not None:
        # More members than that are not certain to be so many users, but Discord counts by itself.
        yield Finding("W212" if members >= REVIEWED_USERS else "N211", _counted(members))


def _counted(members: int) -> dict[str, int]:
    return {} if members >= REVIEWED_USERS else {"count": members}


def _check_sessions(facts: ApplicationFacts) -> Iterator[Finding]:
    if facts.server_count > facts.shards * MOST_SERVERS_A_SHARD:
        yield Finding("E214", {"servers": facts.server_count, "shards": facts.shards})
    hours = math.ceil(facts.sessions_reset_s / 3600)
    if facts.sessions_left < facts.shards:
        yield Finding("E207", {"hours": hours})
    elif facts.sessions_left < facts.shards + _FEW_SESSIONS:
        yield Finding("W208", {"left": facts.sessions_left, "hours": hours})


def _check_commands(facts: ApplicationFacts) -> Iterator[Finding]:
    if not facts.commands:
        yield Finding("N209")
    elif others := facts.commands ^ facts.own_commands | facts.outdated_commands:
        yield Finding("W210", {"names": tuple(f"/{name}" for name in sorted(others))})
