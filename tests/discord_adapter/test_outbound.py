"""Writing to Discord by our own routes, against the loopback Discord."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bridge_bot.core.errors import (
    MessageGone,
    PlaceClosed,
    PlaceGone,
    PlatformBusy,
    PlatformError,
    PlatformForbidden,
    PlatformRejected,
)
from bridge_bot.core.model import ConversationKey, Member, Place, Question
from bridge_bot.core.ports import Write
from bridge_bot.discord_adapter.budget import Budget
from bridge_bot.discord_adapter.outbound import DiscordPlatform
from bridge_bot.discord_adapter.rest import DiscordRest
from bridge_bot.discord_adapter.window import Route
from bridge_bot.sandbox.discord_server import DiscordStandIn
from bridge_bot.sandbox.faults import HTML_502, Answer, Reset
from bridge_bot.sandbox.model import Channel, Message
from bridge_bot.sandbox.model import Member as Person
from tests.contracts.platform import PlatformContract, World


class Lab(World):
    """A server with a channel in which Ann asked something."""

    def __init__(self, discord: DiscordStandIn, platform: DiscordPlatform, budget: Budget) -> None:
        self.discord, self.platform, self.budget = discord, platform, budget
        guild = discord.world.add_guild("Lab")
        self.channel: Channel = discord.world.add_channel(guild, "general")
        self.ann: Person = discord.world.add_member(guild, "Ann")
        self.asked: Message = discord.world.say(self.channel, self.ann, "why?")

    def place(self) -> Place:
        return Place(self.channel.id, reply_to=self.asked.id)

    def replies(self) -> list[Message]:
        bot = self.discord.world.bot.id
        return [each for each in self.discord.world.messages(self.channel) if each.author.id == bot]

    def texts(self, place: Place) -> list[str]:
        return [each.content for each in self.replies() if not each.deleted]

    def is_reply(self, place: Place) -> list[bool]:
        return [each.reply_to is not None for each in self.replies()]

    def remove(self, place: Place, message_id: int) -> None:
        self.discord.world.delete(self.channel.messages[message_id])

    def question(self, thread_on: int | None = None) -> Question:
        return Question(
            id=self.asked.id,
            conversation=ConversationKey(str(self.asked.id)),
            text="why?",
            asker=Member(self.ann.id, "Ann"),
            place=Place(self.channel.id),
            thread_on=thread_on or self.asked.id,
        )


@asynccontextmanager
async def lab(token: str | None = None) -> AsyncIterator[Lab]:
    budget = Budget(50)
    async with (
        DiscordStandIn() as discord,
        DiscordRest(
            token=token or discord.token,
            api_base_url=discord.api_base_url,
            user_agent="DiscordBot (test, 1)",
            budget=budget,
        ) as rest,
    ):
        yield Lab(discord, DiscordPlatform(rest, budget), budget)
        assert discord.unknown_routes == []


class TestContract(PlatformContract):
    """Discord keeps the contract of all platforms."""

    @pytest.fixture
    async def world(self) -> AsyncIterator[World]:
        async with lab() as place:
            yield place


async def post(on: Lab, text: str = "text") -> int:
    await on.platform.permit(on.place(), Write.FIRST)
    return await on.platform.post(on.place(), text, nonce="1.0")


async def test_a_thread_is_opened_on_the_question_and_has_its_id() -> None:
    async with lab() as on:
        assert await on.platform.open(on.question()) == Place(on.asked.id)
        (thread,) = on.discord.world.threads(on.channel)
        assert thread.name == "why?"


async def test_a_thread_that_exists_already_is_used() -> None:
    async with lab() as on:
        on.discord.world.start_thread(on.ann, on.asked, "Ann was faster")
        assert await on.platform.open(on.question()) == Place(on.asked.id)


@pytest.mark.parametrize("code", [50013, 160006, 50024])
async def test_where_no_thread_can_be_had_the_place_is_a_reply_in_the_channel(code: int) -> None:
    async with lab() as on:
        on.discord.faults.order("POST", r".*/threads", Answer(403, {"code": code, "message": "no"}))
        assert await on.platform.open(on.question()) == on.place()


async def test_while_threads_are_limited_none_is_asked_for() -> None:
    async with lab() as on:
        on.discord.limits.block("open_thread", 200.0)
        assert await on.platform.open(on.question()) == on.place()
        assert await on.platform.open(on.question()) == on.place()
        assert len(on.discord.requests) == 1


async def test_a_post_notifies_nobody_and_shows_no_previews() -> None:
    async with lab() as on:
        await post(on, f"@everyone <@{on.ann.id}> https://example.com")
        (reply,) = on.replies()
        assert not reply.pinged
        assert not reply.notified
        assert reply.flags & 1 << 2


async def test_an_edit_notifies_nobody_and_shows_no_previews() -> None:
    async with lab() as on:
        message_id = await post(on)
        await on.platform.permit(on.place(), Write.LAST)
        await on.platform.edit(on.place(), message_id, f"@everyone <@{on.ann.id}>")
        (reply,) = on.replies()
        assert not reply.pinged
        assert reply.flags & 1 << 2


async def test_a_reply_to_a_deleted_question_is_posted_all_the_same() -> None:
    async with lab() as on:
        on.discord.world.delete(on.asked)
        await post(on)
        assert on.texts(on.place()) == ["text"]


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Answer(403, {"code": 50013, "message": "Missing Permissions"}), PlatformForbidden),
        (Answer(401, {"code": 0, "message": "401: Unauthorized"}), PlatformForbidden),
        (Answer(404, {"code": 10003, "message": "Unknown Channel"}), PlaceGone),
        (Answer(404, {"code": 10008, "message": "Unknown Message"}), MessageGone),
        (Answer(404, {"message": "404: Not Found"}), PlaceGone),
        (Answer(400, {"code": 50083, "message": "Thread is archived"}), PlaceClosed),
        (Answer(403, {"code": 160005, "message": "This thread is locked"}), PlaceClosed),
        (Answer(400, {"code": 50035, "message": "Invalid Form Body"}), PlatformRejected),
        (Answer(500, {"message": "oops"}), PlatformBusy),
        (Answer(502, HTML_502), PlatformBusy),
        (Answer(429, {"message": "slow", "retry_after": 7.5, "global": False}), PlatformBusy),
        (Answer(429, HTML_502, headers={"Retry-After": "7.5"}), PlatformBusy),
        (Reset(), PlatformBusy),
    ],
)
async def test_what_discord_answers_becomes_a_typed_error(
    fault: Answer | Reset, error: type[PlatformError]
) -> None:
    async with lab() as on:
        on.discord.faults.order("POST", r".*/messages", fault)
        with pytest.raises(error) as caught:
            await post(on)
        assert type(caught.value) is error
        assert on.discord.token not in str(caught.value)
        if isinstance(fault, Answer) and fault.status == 429:
            assert isinstance(caught.value, PlatformBusy)
            assert caught.value.retry_after_s == 7.5
            assert on.budget.ready_in_s(Route("create", on.channel.id)) > 5


async def test_a_global_429_holds_up_every_route() -> None:
    async with lab() as on:
        limited = {"message": "slow", "retry_after": 3.0, "global": True}
        on.discord.faults.order("POST", r".*/messages", Answer(429, limited))
        with pytest.raises(PlatformBusy):
            await post(on)
        assert not on.budget.spend_spare(Route("edit", 12345))


async def test_without_the_right_to_read_history_a_post_is_no_reply() -> None:
    async with lab() as on:
        refusal = {"code": 160002, "message": "Cannot reply without permission to read history"}
        on.discord.faults.order("POST", r".*/messages", Answer(403, refusal))
        await post(on)
        assert on.is_reply(on.place()) == [False]
