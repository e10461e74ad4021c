"""Writing to Discord by our own routes, against the loopback Discord."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from typing_extensions import override

from bridge_bot.core.errors import (
    PlaceGone,
    PlatformBusy,
)
from bridge_bot.core.events import RequestLimited, ServiceLost
from bridge_bot.core.gateway.shards import GatewayShards
from bridge_bot.core.model import (
    OutgoingMessage,
)
from bridge_bot.core.ports import Priority
from bridge_bot.discord_adapter.own_permissions import OwnPermissions
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.ratelimit.route_window import Route
from bridge_bot.discord_adapter.rest.client import DiscordRest
from bridge_bot.discord_adapter.rest.platform import DiscordPlatform
from bridge_bot.sandbox.discord.faults import HTML_502, Reset, StubbedResponse
from tests.contracts.platform import PlatformContract, PlatformWorld
from tests.discord_adapter.rest.discord_world import discord_world
from tests.harness.loop_time import skipping_loop, with_skipping_loop
from tests.harness.virtual_time import virtual_time


class TestContract(PlatformContract):
    """Discord keeps the contract of all platforms."""

    @pytest.fixture
    async def world(self) -> AsyncIterator[PlatformWorld]:
        async with discord_world() as world:
            yield world


@pytest.mark.parametrize(
    ("code", "tried"),
    [(50013, 1), (50001, 1), (90001, 2), (40333, 2), (0, 2), (10008, 2)],
)
async def test_only_a_missing_permission_is_remembered_of_a_channel(code: int, tried: int) -> None:
    """That its author blocked the bot (90001) is about one message, and other failures pass."""
    async with discord_world() as world:
        refused = StubbedResponse(403, {"code": code, "message": "no"})
        world.discord.faults.inject("PUT", r".*/reactions/.*", refused)
        for _ in range(2):
            await world.platform.set_queued_reaction(world.question(), present=True)
        assert len([each for each in world.discord.requests if each.method == "PUT"]) == tried


@with_skipping_loop
async def test_an_hour_after_a_reaction_was_forbidden_it_is_tried_again() -> None:
    async with discord_world() as world:
        refused = StubbedResponse(403, {"code": 50013, "message": "no"})
        world.discord.faults.inject("PUT", r".*/reactions/.*", refused)
        for later_s, is_shown in ((0.0, False), (3590.0, False), (10.0, True)):
            skipping_loop().skip(later_s)
            question = world.question()
            assert await world.platform.set_queued_reaction(question, present=True) == is_shown


async def test_a_post_notifies_nobody_and_shows_no_previews() -> None:
    async with discord_world() as world:
        await world.post(f"@everyone <@{world.ann.id}> https://example.com")
        (reply,) = world.replies()
        assert not reply.pinged
        assert not reply.notified
        assert reply.flags & 1 << 2


async def test_an_edit_notifies_nobody_and_shows_no_previews() -> None:
    async with discord_world() as world:
        message_id = await world.post()
        await world.edit(message_id, f"@everyone <@{world.ann.id}>")
        (reply,) = world.replies()
        assert not reply.pinged
        assert reply.flags & 1 << 2


async def test_a_reply_to_a_deleted_question_is_posted_all_the_same() -> None:
    async with discord_world() as world:
        world.discord.world.messages.delete(world.asked)
        await world.post()
        assert world.texts() == ["text"]


async def test_without_the_right_to_read_history_a_post_is_no_reply() -> None:
    async with discord_world() as world:
        refusal = {"code": 160002, "message": "Cannot reply without permission to read history"}
        world.discord.faults.inject("POST", r".*/messages", StubbedResponse(403, refusal))
        await world.post()
        assert world.is_reply() == [False]


async def test_a_post_that_is_refused_as_a_reply_is_sent_anew_only_if_it_still_may_be() -> None:
    async with discord_world() as world:
        refusal = {"code": 160002, "message": "Cannot reply without permission to read history"}
        world.discord.faults.inject("POST", r".*/messages", StubbedResponse(403, refusal))
        messages = [OutgoingMessage("once"), None]
        destination = world.channel_destination()
        written = await world.platform.write(
            destination, lambda: messages.pop(0), Priority.FIRST_TEXT, nonce="1.0"
        )
        assert (written, messages, world.texts()) == (None, [], [])


@pytest.mark.parametrize("body", [{}, {"status": "ok"}, "<html>"])
async def test_an_answer_that_is_not_about_the_message_is_no_word_of_discords(body: Any) -> None:
    """An edit did not take effect then, and a history does not say that nothing stands."""
    async with discord_world() as world:
        message_id = await world.post()
        world.discord.faults.inject("PATCH", ".*", StubbedResponse(200, body))
        with pytest.raises(PlatformBusy):
            await world.edit(message_id, "new text")
        world.discord.faults.inject("GET", ".*/messages", StubbedResponse(200, body), times=1)
        if not isinstance(body, str):  # a page is asked for again at once
            with pytest.raises(PlatformBusy):
                await world.platform.locate(world.question(), world.channel_destination())
        existing = await world.platform.locate(world.question(), world.channel_destination())
        assert len(existing.messages) == 1


async def test_an_interaction_is_written_to_without_the_bots_token_or_its_limit() -> None:
    """Even while nothing is left of the global limit."""
    async with discord_world() as world:
        destination = world.interaction_destination()
        while world.limiter.try_permit(Route("other", len(world.discord.requests))):
            pass
        for _ in range(50):
            world.limiter.note_sent()
        async with asyncio.timeout(2.0):
            message_id = await world.post("one", destination)
            await world.platform.write(
                destination, lambda: OutgoingMessage("two"), Priority.FINAL, message_id=message_id
            )
        assert world.texts() == ["two"]
        routes = [each.route for each in world.discord.requests]
        webhook = "/webhooks/{application}/{token}"
        assert routes == [webhook, f"{webhook}/messages/{{message}}"]


async def test_the_limit_of_an_interaction_is_kept() -> None:
    async with discord_world() as world:
        world.discord.limits.set("webhook", 2, 0.5)
        destination = world.interaction_destination()
        for number in range(6):
            await world.post(str(number), destination)
        assert world.texts() == [str(number) for number in range(6)]
        assert not any(each.was_429 for each in world.discord.requests)


async def test_an_interaction_is_gone_once_its_token_has_expired() -> None:
    async with discord_world() as world:
        destination = world.interaction_destination()
        world.discord.world.state.token_valid_s = -1.0
        with pytest.raises(PlaceGone) as caught:
            await world.post("late", destination)
        assert destination.token not in str(caught.value)


async def test_an_interactions_token_is_told_to_nobody() -> None:
    async with discord_world() as world:
        destination = world.interaction_destination()
        assert destination.token not in repr(destination)
        faults = (
            StubbedResponse(429, {"retry_after": 0.1}),
            Reset(),
            StubbedResponse(502, HTML_502),
            Reset(),
        )
        for fault in faults:
            world.discord.faults.inject("POST", r".*/webhooks/.*", fault)
            with pytest.raises(PlatformBusy) as caught:
                await world.post("text", destination)
            assert destination.token not in repr(caught.value)
        assert any(isinstance(event, RequestLimited) for event in world.events)
        assert any(isinstance(event, ServiceLost) for event in world.events)
        assert destination.token not in repr(world.events)


async def test_a_post_to_an_interaction_notifies_nobody_and_shows_no_previews() -> None:
    """The second: the first one fills the response, whose flags were fixed before."""
    async with discord_world() as world:
        destination = world.interaction_destination()
        for _ in range(2):
            await world.post(f"@everyone <@{world.ann.id}>", destination)
        first, second = world.replies()
        assert not first.pinged
        assert not second.pinged
        assert second.flags & 1 << 2


class RecordingLimiter(RateLimiter):
    """Notes the server of each request that asks it."""

    def __init__(self) -> None:
        super().__init__(50)
        self.asked = list[tuple[str, int | None]]()

    @override
    async def permit(self, route: Route, priority: Priority, guild_id: int | None = None) -> None:
        self.asked.append((route.action, guild_id))
        await super().permit(route, priority, guild_id)


async def test_each_request_for_a_question_takes_a_turn_of_its_server() -> None:
    async with discord_world(limiter := RecordingLimiter()) as world:
        asked = replace(world.question(), guild_id=8)
        thread = await world.platform.open(asked)
        message_id = await world.post(destination=thread)
        await world.platform.set_queued_reaction(asked, present=True)
        assert await world.platform.delete(thread, message_id, lambda: True)
        await world.platform.locate(asked, thread, [1])
        await world.platform.locate(asked, None)
        others = [each for each in limiter.asked if each[1] != 8]
        assert {action for action, _ in limiter.asked} >= {"thread", "create", "reaction", "read"}
        assert others == [("me", None)]


@pytest.mark.parametrize(("per_second", "most"), [(50, 250), (20, 100), (1, 10)])
def test_so_many_answers_are_under_way_as_can_be_shown_soon_but_ten_always(
    per_second: int, most: int
) -> None:
    @virtual_time
    async def run() -> None:
        limiter = RateLimiter(per_second)
        rest = DiscordRest(token="t", api_base_url="http://x/v1", user_agent="", limiter=limiter)
        assert DiscordPlatform(rest, limiter, OwnPermissions()).most_answers == most

    run()


async def test_what_is_posted_in_a_server_has_to_come_back_and_what_is_edited_has_not() -> None:
    """Nor has what is posted in direct messages, or in response to an interaction."""
    async with discord_world() as world:
        now_s = 0.0
        shards = GatewayShards(lambda: now_s)
        shards.begin([0], lambda _: 0, tuple)
        shards.connected(0, is_resumed=True)
        world.platform = DiscordPlatform(world.rest, world.limiter, OwnPermissions(), shards)
        here = world.channel_destination()
        await world.edit(await world.post(destination=replace(here, guild_id=None)), "edited")
        await world.post(destination=world.interaction_destination())
        now_s = 100.0
        assert shards.unheard_messages(0) == 0
        await world.post(destination=replace(here, guild_id=1234))
        now_s = 200.0
        assert shards.unheard_messages(0) == 1
