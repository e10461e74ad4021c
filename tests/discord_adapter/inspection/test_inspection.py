"""What is asked of Discord by REST alone, and what becomes of answers that are none."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bridge_bot.core.errors import StoreError
from bridge_bot.core.guild_settings.values import GuildSettings
from bridge_bot.discord_adapter.inspection import inspection
from bridge_bot.discord_adapter.inspection.inspection import (
    Inspected,
    InspectionOptions,
    inspect,
)
from bridge_bot.doctor.operator_facts import DiscordFacts
from bridge_bot.sandbox.discord.faults import HTML_502, Reset, StubbedResponse
from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.discord_adapter.offline_client import nothing_set
from tests.harness.bot import discord_py_restored
from tests.harness.connect_proxy import listening

AHEAD_S = 100.0


@pytest.fixture
async def discord() -> AsyncIterator[DiscordStandIn]:
    with discord_py_restored():
        async with DiscordStandIn(clock_ahead_s=AHEAD_S) as server:
            yield server
            assert server.unknown_routes == []
            assert server.gateway.handshakes == []


def options(discord: DiscordStandIn) -> InspectionOptions:
    return InspectionOptions(
        discord.token, discord.api_base_url, "DiscordBot (https://a.example, 1)"
    )


async def inspected(discord: DiscordStandIn) -> Inspected:
    return await inspect(options(discord), nothing_set)


async def test_servers_sessions_commands_and_the_clock_are_told(discord: DiscordStandIn) -> None:
    world = discord.world
    lab = world.add_guild("Lab")
    world.channels.add(lab, "general")
    world.people.add(lab, "Ann")
    world.add_guild("Other")
    discord.gateway.shards = 3
    discord.gateway.sessions.start_limit.limit(7, 3600)
    found = await inspected(discord)
    application = found.facts.application
    assert application is not None
    assert (application.server_count, application.member_count) == (2, 5)
    assert (application.shards, application.sessions_left) == (3, 7)
    assert application.sessions_reset_s == pytest.approx(3600, abs=60)
    assert application.commands == frozenset()
    assert {each.label for each in found.facts.guilds} == {
        f"{each.name} ({each.id})" for each in world.guilds.values()
    }
    channels = {each.label: each.lacks for guild in found.facts.guilds for each in guild.channels}
    assert "send_messages" not in channels["#general"]
    assert "manage_threads" in channels["#general"]
    assert found.clock_ahead_s == pytest.approx(-AHEAD_S, abs=5)


async def test_of_many_servers_only_the_first_are_looked_at(discord: DiscordStandIn) -> None:
    for number in range(5):
        discord.world.add_guild(f"G{number}")
    found = await inspect(replace(options(discord), most_guilds=3), nothing_set)
    assert len(found.facts.guilds) == 3
    assert found.facts.application is not None
    assert found.facts.application.server_count == 5
    reads = [each for each in discord.requests if each.path.startswith("/guilds/")]
    assert len(reads) == 3 * 3


async def test_so_many_servers_are_looked_at_that_no_limit_is_met(
    discord: DiscordStandIn,
) -> None:
    """Half of what Discord lets be sent in a second is left to a running bot."""
    for number in range(8):
        discord.world.add_guild(f"G{number}")
    assert len((await inspected(discord)).facts.guilds) == 8
    sent_at = [each.at for each in discord.requests]
    busiest = max(sum(at <= each < at + 1 for each in sent_at) for at in sent_at)
    assert busiest <= 25


async def test_a_server_that_can_not_be_looked_at_does_not_keep_the_others_from_it(
    discord: DiscordStandIn,
) -> None:
    lost, other = discord.world.add_guild("Lost"), discord.world.add_guild("Other")
    refusal = StubbedResponse(403, {"code": 50001, "message": "Missing Access"})
    discord.faults.inject("GET", f"/guilds/{lost.id}/channels", refusal)
    facts = (await inspected(discord)).facts
    assert facts.failed == (f"Lost ({lost.id})",)
    assert [each.label for each in facts.guilds] == [f"Other ({other.id})"]


async def test_settings_that_can_not_be_read_and_servers_that_are_not_allowed_are_told(
    discord: DiscordStandIn,
) -> None:
    discord.world.add_guild("Lab")

    async def failing(_: int) -> GuildSettings:
        raise StoreError("the disk is full")

    allowing_another = replace(options(discord), allowed_guilds=frozenset({5}))
    (guild,) = (await inspect(allowing_another, failing)).facts.guilds
    assert (guild.is_known, guild.is_allowed) == (False, False)


async def test_a_wrong_token_is_told_from_the_page_of_something_in_between(
    discord: DiscordStandIn,
) -> None:
    """Only Discord's own word says something about the token."""
    wrong = replace(options(discord), token="wrong")
    assert (await inspect(wrong, nothing_set)).facts == DiscordFacts(is_token_refused=True)
    discord.faults.inject("GET", "/users/@me", StubbedResponse(401, "<html>a firewall</html>"))
    facts = (await inspected(discord)).facts
    assert not facts.is_token_refused
    assert facts.problem == "status 401, code 0"


@pytest.mark.parametrize(
    "fault",
    [
        Reset(),
        StubbedResponse(200, HTML_502),
        StubbedResponse(200, {"nothing": "of it"}),
        StubbedResponse(403, {"code": 0, "message": "no"}),
    ],
)
@pytest.mark.parametrize("path", ["/users/@me", "/applications/@me", "/gateway/bot"])
async def test_whatever_comes_in_place_of_an_answer_is_a_problem_and_no_exception(
    discord: DiscordStandIn, fault: Reset | StubbedResponse, path: str
) -> None:
    discord.faults.inject("GET", path, fault, times=9)
    facts = (await inspected(discord)).facts
    assert facts.problem
    assert facts.application is None


async def test_where_nothing_answers_nobody_waits_for_the_time_of_all_requests(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Such as behind a proxy that hangs."""
    monkeypatch.setattr(inspection, "LOGIN_WITHIN_S", 0.1)
    with discord_py_restored():
        async with listening(say_nothing, tls=False) as port:
            silent = InspectionOptions("token", f"http://127.0.0.1:{port}/api/v10", "DiscordBot")
            facts = (await inspect(silent, nothing_set)).facts
    assert facts == DiscordFacts(problem="no answers within 0 s")


async def say_nothing(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    """Read until the end."""
    await reader.read()
