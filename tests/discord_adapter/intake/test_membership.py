"""For which servers somebody asks who writes a direct message, as Discord itself tells it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import discord
import pytest

from bridge_bot.core.events import Event, Operation, OperationFailed
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.intake.membership import MOST_LOOKUPS, Membership
from bridge_bot.sandbox.discord.faults import HTML_502, Stall, StubbedResponse
from bridge_bot.sandbox.discord.model import Guild, User
from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.harness.loop_time import skipping_loop, with_skipping_loop

NOBODY = 42


@dataclass
class Asked:
    """Two servers with the bot in them, Ann in the first, and how often Discord was asked."""

    server: DiscordStandIn
    client: discord.Client
    first: Guild
    second: Guild
    ann: User
    events: list[Event] = field(default_factory=list)

    def membership(self, *allowed: Guild) -> Membership:
        guild_ids = frozenset(guild.id for guild in allowed)
        return Membership(self.client, guild_ids, self.events.append)

    @property
    def lookups(self) -> int:
        return sum("/members/" in request.path for request in self.server.requests)


@asynccontextmanager
async def asked_discord() -> AsyncIterator[Asked]:
    async with DiscordStandIn() as server:
        patches.use_api_base_url(server.api_base_url)
        first, second = server.world.add_guild("Lab"), server.world.add_guild("Annex")
        ann = server.world.people.add(first, "Ann")
        async with discord.Client(intents=discord.Intents.none()) as client:
            await client.login(server.token)
            yield Asked(server, client, first, second, ann.user)


@pytest.fixture
async def asked() -> AsyncIterator[Asked]:
    async with asked_discord() as found:
        yield found


async def test_a_message_in_a_server_is_asked_as_a_member_of_that_server(asked: Asked) -> None:
    membership = asked.membership(asked.first)
    assert await membership.guild_ids_of(asked.ann.id, asked.second.id) == {asked.second.id}
    assert asked.lookups == 0


async def test_where_all_servers_are_allowed_nobody_has_to_belong_to_one(asked: Asked) -> None:
    assert await asked.membership().guild_ids_of(NOBODY, None) == frozenset()
    assert asked.lookups == 0


async def test_a_direct_message_is_asked_as_a_member_of_the_allowed_servers_they_belong_to(
    asked: Asked,
) -> None:
    membership = asked.membership(asked.first, asked.second)
    assert await membership.guild_ids_of(asked.ann.id, None) == {asked.first.id}
    assert await membership.guild_ids_of(NOBODY, None) == frozenset()
    assert asked.events == []


@with_skipping_loop
async def test_discord_is_asked_once_in_ten_minutes() -> None:
    async with asked_discord() as asked:
        membership = asked.membership(asked.first)
        for later_s, lookups in ((0.0, 1), (590.0, 1), (10.0, 2)):
            skipping_loop().skip(later_s)
            await membership.guild_ids_of(asked.ann.id, None)
            assert asked.lookups == lookups


async def test_an_outage_is_not_remembered_and_what_is_known_counts(asked: Asked) -> None:
    membership = asked.membership(asked.first, asked.second)
    asked.server.faults.inject(
        "GET", rf"/guilds/{asked.second.id}/members/\d+", StubbedResponse(403, HTML_502)
    )
    assert await membership.guild_ids_of(asked.ann.id, None) == {asked.first.id}
    (event,) = asked.events
    assert isinstance(event, OperationFailed)
    assert event.operation is Operation.LOOK_UP_MEMBER
    lookups = asked.lookups
    await membership.guild_ids_of(asked.ann.id, None)
    assert asked.lookups > lookups


async def test_of_what_is_known_discord_is_not_asked_again_while_it_cannot_tell_the_rest(
    asked: Asked,
) -> None:
    membership = asked.membership(asked.first, asked.second)
    stubbed, rest = StubbedResponse(403, HTML_502), rf"/guilds/{asked.second.id}/members/\d+"
    asked.server.faults.inject("GET", rest, stubbed, times=2)
    for lookups in (2, 3, 4, 4):
        assert await membership.guild_ids_of(asked.ann.id, None) == {asked.first.id}
        assert asked.lookups == lookups


async def test_of_many_allowed_servers_a_few_are_asked_about_at_a_time(asked: Asked) -> None:
    """Discord refuses more than 50 requests in a second, whatever they are for."""
    guilds = [asked.server.world.add_guild(f"Lab {number}") for number in range(12)]
    stall = Stall()
    asked.server.faults.inject("GET", r"/guilds/\d+/members/\d+", stall, times=len(guilds))
    looking = asyncio.create_task(asked.membership(*guilds).guild_ids_of(asked.ann.id, None))
    await stall.held.wait()
    await asyncio.sleep(0.2)
    assert asked.lookups == MOST_LOOKUPS
    stall.release()
    assert await looking == frozenset()
    assert asked.lookups == len(guilds)


async def test_who_is_not_known_to_belong_is_not_refused_while_discord_cannot_tell(
    asked: Asked,
) -> None:
    membership = asked.membership(asked.first)
    asked.server.faults.inject("GET", r"/guilds/\d+/members/\d+", StubbedResponse(403, HTML_502))
    with pytest.raises(TimeoutError):
        await membership.guild_ids_of(asked.ann.id, None)
    assert await membership.guild_ids_of(asked.ann.id, None) == {asked.first.id}


async def test_an_answer_about_somebody_else_tells_nothing(asked: Asked) -> None:
    membership = asked.membership(asked.first)
    answer = StubbedResponse(200, {"user": {"id": str(NOBODY)}})
    asked.server.faults.inject("GET", r"/guilds/\d+/members/\d+", answer)
    with pytest.raises(TimeoutError):
        await membership.guild_ids_of(asked.ann.id, None)


async def test_discord_is_not_waited_for_longer_than_a_command_can_wait(asked: Asked) -> None:
    membership, stall = asked.membership(asked.first), Stall()
    asked.server.faults.inject("GET", r"/guilds/\d+/members/\d+", stall)
    with pytest.raises(TimeoutError):
        await membership.guild_ids_of(asked.ann.id, None)
    stall.release()


async def test_the_roles_of_a_member_are_told_with_that_of_everybody(asked: Asked) -> None:
    role = asked.server.world.people.add_role(asked.first, "Helper")
    asked.server.world.people.give_role(asked.first.members[asked.ann.id], role)
    roles = await asked.membership().role_ids_of(asked.ann.id, asked.first.id)
    assert {role.id, asked.first.id} <= roles


async def test_who_is_no_member_has_no_roles(asked: Asked) -> None:
    assert await asked.membership().role_ids_of(asked.ann.id, asked.second.id) == frozenset()


async def test_while_discord_can_not_tell_the_roles_nobody_is_taken_to_have_none(
    asked: Asked,
) -> None:
    asked.server.faults.inject("GET", r"/guilds/\d+/members/\d+", StubbedResponse(403, HTML_502))
    with pytest.raises(TimeoutError):
        await asked.membership().role_ids_of(asked.ann.id, asked.first.id)


@pytest.mark.parametrize("roles", [None, 7, ["x", 7, None]])
async def test_roles_that_can_not_be_read_are_none(asked: Asked, roles: object) -> None:
    answer = StubbedResponse(200, {"user": {"id": str(asked.ann.id)}, "roles": roles})
    asked.server.faults.inject("GET", r"/guilds/\d+/members/\d+", answer)
    found = await asked.membership().role_ids_of(asked.ann.id, asked.first.id)
    assert found == {asked.first.id}
