"""What is found of the application at Discord."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bridge_bot.doctor.checks.application import check_application, check_discord
from bridge_bot.doctor.guild_facts import GuildFacts
from bridge_bot.doctor.operator_facts import ApplicationFacts, DiscordFacts

NAMES = frozenset({"ask", "help"})
FINE = ApplicationFacts(
    reads_content=False, wants_content=False, commands=NAMES, own_commands=NAMES
)
ON = {"reads_content": True, "wants_content": True}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"wants_content": True}, ["E203"]),
        ({"reads_content": True}, ["N204"]),
        (ON, []),
        # Discord counts users who can see the app, from 10,000 on; members are at least so many.
        (ON | {"member_count": 9_999}, ["N211"]),
        (ON | {"member_count": 10_000}, ["W212"]),
        (ON | {"member_count": 5, "is_content_approved": True}, ["W212"]),
        ({"member_count": 10_000}, []),
        ({"lacks_scopes": ("bot",)}, ["W205"]),
        ({"lacks_permissions": ("Attach Files",)}, ["W205"]),
        ({"wants_user_install": True, "has_user_install": False}, ["W103"]),
        ({"has_user_install": False}, []),
        ({"has_interactions_endpoint": True}, ["E206"]),
        ({"sessions_left": 0}, ["E207"]),
        ({"sessions_left": 3, "shards": 4}, ["E207"]),
        ({"sessions_left": 50, "shards": 4}, ["W208"]),
        ({"sessions_left": 54, "shards": 4}, []),
        ({"commands": frozenset()}, ["N209"]),
        ({"commands": frozenset({"ask", "old"})}, ["W210"]),
        ({"outdated_commands": frozenset({"ask"})}, ["W210"]),
        ({"server_count": 0}, ["N215"]),
        ({"server_count": 74}, []),
        ({"server_count": 75}, ["N213"]),
        ({"server_count": 75, "is_verified": True}, []),
        ({"server_count": 2501, "is_verified": True}, ["E214"]),
        ({"server_count": 2501, "is_verified": True, "shards": 2}, []),
    ],
)
def test_each_fault_has_its_finding(changed: dict[str, Any], expected: list[str]) -> None:
    assert [each.code for each in check_application(replace(FINE, **changed))] == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (DiscordFacts(is_token_refused=True), ["E201"]),
        (DiscordFacts(problem="TimeoutError"), ["E202"]),
        (DiscordFacts(unmended="status 400"), ["W218"]),
        (DiscordFacts(mended=("E203", "W205")), ["N219", "N219"]),
        (DiscordFacts(application=FINE, guilds=(GuildFacts(),)), []),
        (DiscordFacts(application=FINE, failed=("Lab (1)",)), ["W217"]),
        (DiscordFacts(application=FINE), ["N216"]),
    ],
)
def test_what_discord_refuses_is_found(facts: DiscordFacts, expected: list[str]) -> None:
    assert [each.code for each in check_discord(facts)] == expected


def test_other_commands_are_named() -> None:
    facts = replace(FINE, commands=frozenset({"ask", "old"}))
    (finding,) = check_application(facts)
    assert finding.args["names"] == ("/help", "/old")
