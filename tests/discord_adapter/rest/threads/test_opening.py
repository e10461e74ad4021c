"""Where an answer goes: into a thread that is opened on the question, or into the channel."""

from __future__ import annotations

import asyncio

import pytest

from bridge_bot.core.model import (
    ChannelDestination,
)
from bridge_bot.sandbox.discord.faults import HTML_502, StubbedResponse
from tests.discord_adapter.rest.discord_world import DiscordWorld, discord_world
from tests.harness.english import text


async def test_a_thread_is_opened_on_the_question_and_has_its_id() -> None:
    async with discord_world() as world:
        assert await world.platform.open(world.question()) == ChannelDestination(world.asked.id)
        (thread,) = world.discord.world.threads.of(world.channel)
        assert thread.name == "why?"


async def test_a_thread_that_exists_already_is_used() -> None:
    async with discord_world() as world:
        world.discord.world.threads.start(world.ann, world.asked, "Ann was faster")
        assert await world.platform.open(world.question()) == ChannelDestination(world.asked.id)


def asked_for(world: DiscordWorld) -> list[object]:
    """The names of threads that were asked for."""
    requests = world.discord.requests
    return [(each.body or {})["name"] for each in requests if each.path.endswith("/threads")]


@pytest.mark.parametrize("code", [200000, 200001, 240000, 50035])
async def test_a_name_that_is_refused_costs_the_name_and_not_the_thread(code: int) -> None:
    async with discord_world() as world:
        refused = StubbedResponse(400, {"code": code, "message": "no"})
        world.discord.faults.inject_where(
            lambda each: (each.body or {}).get("name") == "why?", refused
        )
        assert await world.platform.open(world.question()) == ChannelDestination(world.asked.id)
        assert asked_for(world) == ["why?", text("thread-name-neutral")]


async def test_where_every_name_is_refused_the_answer_goes_into_the_channel() -> None:
    """The neutral one is tried once."""
    async with discord_world() as world:
        refused = StubbedResponse(400, {"code": 200001, "message": "no"})
        world.discord.faults.inject("POST", r".*/threads", refused, times=9)
        assert await world.platform.open(world.question()) == world.channel_destination()
        assert len(asked_for(world)) == 2


async def test_an_outage_in_which_nothing_can_be_written_does_not_cost_the_thread() -> None:
    """However much longer than two seconds it is."""
    async with discord_world() as world:
        for path in (r".*/threads", r".*/typing"):
            world.discord.faults.inject("POST", path, StubbedResponse(403, HTML_502), times=10**6)
        opening = asyncio.create_task(world.platform.open(world.question()))
        await world.discord.until(
            lambda: any(
                each.path.endswith("/typing") and each.status for each in world.discord.requests
            )
        )
        world.discord.faults.clear()
        assert await opening == ChannelDestination(world.asked.id)


async def test_where_threads_alone_fail_the_answer_goes_into_the_channel_after_two_seconds() -> (
    None
):
    async with discord_world() as world:
        world.discord.faults.inject(
            "POST", r".*/threads", StubbedResponse(502, HTML_502), times=10**6
        )
        assert await world.platform.open(world.question()) == world.channel_destination()


@pytest.mark.parametrize("code", [50013, 160006, 50024])
async def test_where_no_thread_can_be_had_the_place_is_a_reply_in_the_channel(code: int) -> None:
    async with discord_world() as world:
        world.discord.faults.inject(
            "POST", r".*/threads", StubbedResponse(403, {"code": code, "message": "no"})
        )
        assert await world.platform.open(world.question()) == world.channel_destination()


async def test_while_threads_are_limited_none_is_asked_for() -> None:
    async with discord_world() as world:
        world.discord.limits.block("open_thread", 200.0)
        assert await world.platform.open(world.question()) == world.channel_destination()
        assert await world.platform.open(world.question()) == world.channel_destination()
        assert len(world.discord.requests) == 1
