"""Writing to Discord by our own routes, against the loopback Discord."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from bridge_bot.core.errors import (
    LinkRefused,
    MessageGone,
    PlaceClosed,
    PlaceGone,
    PlatformBusy,
    PlatformError,
    PlatformForbidden,
    PlatformRejected,
    TextRefused,
)
from bridge_bot.core.events import Event, RequestLimited, ServiceBack, ServiceLost
from bridge_bot.core.model import ConversationKey, Destination, Member, Question
from bridge_bot.core.ports import Priority
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.ratelimit.route_window import Route
from bridge_bot.discord_adapter.rest.client import DiscordRest
from bridge_bot.discord_adapter.rest.platform import DiscordPlatform
from bridge_bot.sandbox.discord.faults import HTML_502, Reset, StubbedResponse
from bridge_bot.sandbox.discord.model import Channel, Message
from bridge_bot.sandbox.discord.model import Member as Person
from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.contracts.platform import PlatformContract, World
from tests.harness.english import text


def invalid(field: str) -> dict[str, object]:
    """Discord's complaint about one field of a request."""
    errors = {field: {"_errors": [{"code": "BASE_TYPE_BAD_LENGTH", "message": "bad"}]}}
    return {"code": 50035, "message": "Invalid Form Body", "errors": errors}


class Lab(World):
    """A server with a channel in which Ann asked something."""

    def __init__(
        self,
        discord: DiscordStandIn,
        platform: DiscordPlatform,
        budget: RateLimiter,
        events: list[Event],
    ) -> None:
        self.discord, self.platform, self.budget, self.events = discord, platform, budget, events
        guild = discord.world.add_guild("Lab")
        self.channel: Channel = discord.world.channels.add(guild, "general")
        self.ann: Person = discord.world.people.add(guild, "Ann")
        self.asked: Message = discord.world.messages.send(self.channel, self.ann, "why?")

    def place(self) -> Destination:
        return Destination(self.channel.id, reply_to=self.asked.id)

    def replies(self) -> list[Message]:
        bot = self.discord.world.bot.id
        return [
            each for each in self.discord.world.messages.of(self.channel) if each.author.id == bot
        ]

    def texts(self, place: Destination) -> list[str]:
        return [each.content for each in self.replies() if not each.deleted]

    def is_reply(self, place: Destination) -> list[bool]:
        return [each.reply_to is not None for each in self.replies()]

    def remove(self, place: Destination, message_id: int) -> None:
        self.discord.world.messages.delete(self.channel.messages[message_id])

    def question(self, thread_on: int | None = None) -> Question:
        return Question(
            id=self.asked.id,
            conversation=ConversationKey(str(self.asked.id)),
            text="why?",
            asker=Member(self.ann.id, "Ann"),
            place=Destination(self.channel.id),
            thread_on=thread_on or self.asked.id,
        )


@asynccontextmanager
async def lab(token: str | None = None) -> AsyncIterator[Lab]:
    events: list[Event] = []
    budget = RateLimiter(50, events.append)
    async with (
        DiscordStandIn() as discord,
        DiscordRest(
            token=token or discord.token,
            api_base_url=discord.api_base_url,
            user_agent="DiscordBot (test, 1)",
            budget=budget,
            observe=events.append,
        ) as rest,
    ):
        yield Lab(discord, DiscordPlatform(rest, budget), budget, events)
        assert discord.unknown_routes == []


class TestContract(PlatformContract):
    """Discord keeps the contract of all platforms."""

    @pytest.fixture
    async def world(self) -> AsyncIterator[World]:
        async with lab() as place:
            yield place


async def post(on: Lab, text: str = "text") -> int:
    await on.platform.permit(on.place(), Priority.FIRST_TEXT)
    return await on.platform.post(on.place(), text, nonce="1.0")


async def test_a_thread_is_opened_on_the_question_and_has_its_id() -> None:
    async with lab() as on:
        assert await on.platform.open(on.question()) == Destination(on.asked.id)
        (thread,) = on.discord.world.threads.of(on.channel)
        assert thread.name == "why?"


async def test_a_thread_that_exists_already_is_used() -> None:
    async with lab() as on:
        on.discord.world.threads.start(on.ann, on.asked, "Ann was faster")
        assert await on.platform.open(on.question()) == Destination(on.asked.id)


def asked_for(on: Lab) -> list[object]:
    """The names of threads that were asked for."""
    requests = on.discord.requests
    return [(each.body or {})["name"] for each in requests if each.path.endswith("/threads")]


@pytest.mark.parametrize("code", [200000, 200001, 240000, 50035])
async def test_a_name_that_is_refused_costs_the_name_and_not_the_thread(code: int) -> None:
    async with lab() as on:
        refused = StubbedResponse(400, {"code": code, "message": "no"})
        on.discord.faults.inject_where(
            lambda each: (each.body or {}).get("name") == "why?", refused
        )
        assert await on.platform.open(on.question()) == Destination(on.asked.id)
        assert asked_for(on) == ["why?", text("thread-name-neutral")]


async def test_where_every_name_is_refused_the_answer_goes_into_the_channel() -> None:
    """The neutral one is tried once."""
    async with lab() as on:
        refused = StubbedResponse(400, {"code": 200001, "message": "no"})
        on.discord.faults.inject("POST", r".*/threads", refused, times=9)
        assert await on.platform.open(on.question()) == on.place()
        assert len(asked_for(on)) == 2


async def test_an_outage_in_which_nothing_can_be_written_does_not_cost_the_thread() -> None:
    """However much longer than two seconds it is."""
    async with lab() as on:
        for path in (r".*/threads", r".*/typing"):
            on.discord.faults.inject("POST", path, StubbedResponse(403, HTML_502), times=10**6)
        opening = asyncio.create_task(on.platform.open(on.question()))
        await on.discord.until(
            lambda: any(
                each.path.endswith("/typing") and each.status for each in on.discord.requests
            )
        )
        on.discord.faults.clear()
        assert await opening == Destination(on.asked.id)


async def test_where_threads_alone_fail_the_answer_goes_into_the_channel_after_two_seconds() -> (
    None
):
    async with lab() as on:
        on.discord.faults.inject("POST", r".*/threads", StubbedResponse(502, HTML_502), times=10**6)
        assert await on.platform.open(on.question()) == on.place()


@pytest.mark.parametrize(
    ("code", "tried"),
    [(50013, 1), (50001, 1), (90001, 2), (40333, 2), (0, 2), (10008, 2)],
)
async def test_only_a_missing_permission_is_remembered_of_a_channel(code: int, tried: int) -> None:
    """That its author blocked the bot (90001) is about one message, and other failures pass."""
    async with lab() as on:
        refused = StubbedResponse(403, {"code": code, "message": "no"})
        on.discord.faults.inject("PUT", r".*/reactions/.*", refused)
        for _ in range(2):
            await on.platform.set_queued_reaction(on.question(), present=True)
        assert len([each for each in on.discord.requests if each.method == "PUT"]) == tried


@pytest.mark.parametrize("code", [50013, 160006, 50024])
async def test_where_no_thread_can_be_had_the_place_is_a_reply_in_the_channel(code: int) -> None:
    async with lab() as on:
        on.discord.faults.inject(
            "POST", r".*/threads", StubbedResponse(403, {"code": code, "message": "no"})
        )
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
        await on.platform.permit(on.place(), Priority.FINAL)
        await on.platform.edit(on.place(), message_id, f"@everyone <@{on.ann.id}>")
        (reply,) = on.replies()
        assert not reply.pinged
        assert reply.flags & 1 << 2


async def test_a_reply_to_a_deleted_question_is_posted_all_the_same() -> None:
    async with lab() as on:
        on.discord.world.messages.delete(on.asked)
        await post(on)
        assert on.texts(on.place()) == ["text"]


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (
            StubbedResponse(403, {"code": 50013, "message": "Missing Permissions"}),
            PlatformForbidden,
        ),
        (StubbedResponse(401, {"code": 0, "message": "401: Unauthorized"}), PlatformForbidden),
        (StubbedResponse(404, {"code": 10003, "message": "Unknown Channel"}), PlaceGone),
        (StubbedResponse(404, {"code": 10008, "message": "Unknown Message"}), MessageGone),
        (StubbedResponse(400, {"code": 50083, "message": "Thread is archived"}), PlaceClosed),
        (StubbedResponse(403, {"code": 160005, "message": "This thread is locked"}), PlaceClosed),
        (StubbedResponse(400, {"code": 50109, "message": "Invalid JSON"}), PlatformRejected),
        (StubbedResponse(400, {"code": 0, "message": "400: Bad Request"}), PlatformRejected),
        (StubbedResponse(413, "<html>nginx</html>"), PlatformRejected),
        (StubbedResponse(400, {"code": 200000, "message": "Message was blocked"}), TextRefused),
        (StubbedResponse(400, {"code": 240000, "message": "Harmful link"}), LinkRefused),
        (StubbedResponse(400, invalid("content")), TextRefused),
        (StubbedResponse(400, invalid("message_reference")), PlatformRejected),
        (StubbedResponse(500, {"message": "oops"}), PlatformBusy),
        (StubbedResponse(502, HTML_502), PlatformBusy),
        (
            StubbedResponse(429, {"message": "slow", "retry_after": 7.5, "global": False}),
            PlatformBusy,
        ),
        (Reset(), PlatformBusy),
    ],
)
async def test_what_discord_answers_becomes_a_typed_error(
    fault: StubbedResponse | Reset, error: type[PlatformError]
) -> None:
    async with lab() as on:
        on.discord.faults.inject("POST", r".*/messages", fault)
        with pytest.raises(error) as caught:
            await post(on)
        assert type(caught.value) is error
        assert on.discord.token not in str(caught.value)


@pytest.mark.parametrize(
    "answer",
    [
        *(StubbedResponse(status, HTML_502) for status in (301, 400, 401, 403, 404, 405, 408)),
        *(StubbedResponse(status, {}) for status in (400, 401, 403, 404)),
        StubbedResponse(403, {"code": 0, "message": "403: Forbidden"}),
        StubbedResponse(404, {"code": 0, "message": "404: Not Found"}),
        StubbedResponse(403, {"code": "50013", "message": "not Discord's"}),
        StubbedResponse(403, ["no", "object"]),  # type: ignore[arg-type]
        StubbedResponse(403, {"code": 40333, "message": "internal network error"}),
        StubbedResponse(400, {"code": 130000, "message": "overloaded"}),
        StubbedResponse(403, {"code": 20028, "message": "channel write limit"}),
        StubbedResponse(403, {"code": 20029, "message": "server write limit"}),
        StubbedResponse(200, HTML_502),
        StubbedResponse(200, "[" * 200_000),
        StubbedResponse(200, {"welcome": "to the hotel"}),
    ],
    ids=lambda answer: f"{answer.status} {str(answer.body)[:24]}",
)
async def test_what_is_no_refusal_in_discords_own_words_passes(answer: StubbedResponse) -> None:
    """Of the kind that is waited out in each write; and the next one works."""
    async with lab() as on:
        on.discord.faults.inject("POST", r".*/messages", answer)
        with pytest.raises(PlatformBusy):
            await post(on)
        await post(on)
        assert on.texts(on.place()) == ["text"]


@pytest.mark.parametrize(
    ("answer", "wait_s"),
    [
        (StubbedResponse(429, {"message": "slow", "retry_after": 7.5, "global": False}), 7.5),
        (StubbedResponse(400, {"code": 20028, "message": "slow", "retry_after": 7.5}), 7.5),
        (StubbedResponse(503, HTML_502, headers={"Retry-After": "7"}), 7.0),
        (
            StubbedResponse(
                503, HTML_502, headers={"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}
            ),
            0.0,
        ),
        (StubbedResponse(503, HTML_502, headers={"Retry-After": "soon"}), 1.0),
        (StubbedResponse(503, '{"retry_after": NaN}'), 1.0),
    ],
)
async def test_how_long_discord_asks_to_wait_is_known(
    answer: StubbedResponse, wait_s: float
) -> None:
    async with lab() as on:
        on.discord.faults.inject("POST", r".*/messages", answer)
        with pytest.raises(PlatformBusy) as caught:
            await post(on)
        assert caught.value.retry_after_s == wait_s
        limited = on.budget.ready_in_s(Route("create", on.channel.id)) > 5
        assert limited is (answer.status == 429)


async def test_an_outage_is_told_once_and_its_end_too_but_not_what_discord_refuses() -> None:
    async with lab() as on:
        page = StubbedResponse(403, HTML_502)
        on.discord.faults.inject("POST", r".*/messages", page, times=5)
        for _ in range(5):
            with pytest.raises(PlatformBusy):
                await post(on)
        (lost,) = on.events
        assert isinstance(lost, ServiceLost)
        assert lost.service == "Discord"
        refusal = StubbedResponse(403, {"code": 50013, "message": "Missing Permissions"})
        on.discord.faults.inject("POST", r".*/messages", refusal, times=4)
        for _ in range(4):
            with pytest.raises(PlatformForbidden):
                await post(on)
        assert [type(event) for event in on.events] == [ServiceLost, ServiceBack]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (
            StubbedResponse(429, {"retry_after": 3.0, "global": True}, {"Via": "1.1 google"}),
            ("global", 3.0),
        ),
        (
            StubbedResponse(429, {"retry_after": 3.0}, {"X-RateLimit-Scope": "shared"}),
            ("shared", 3.0),
        ),
        (StubbedResponse(429, {"retry_after": 3.0}), ("user", 3.0)),
        (StubbedResponse(429, "error code: 1015", {"Retry-After": "90"}), ("address", 90.0)),
        (StubbedResponse(429, "error code: 1015"), ("address", 30.0)),
    ],
)
async def test_each_429_is_observed_with_what_it_says(
    answer: StubbedResponse, told: tuple[str, float]
) -> None:
    async with lab() as on:
        on.discord.faults.inject("POST", r".*/messages", answer)
        with pytest.raises(PlatformBusy):
            await post(on)
        (event,) = on.events
        assert isinstance(event, RequestLimited)
        assert (event.scope, event.retry_after_s) == told
        assert event.route == "POST /channels/{id}/messages"
        # A burst of one is doubtful, so nothing is learned from it (`learned_limit`).
        assert event.believed_per_s == 50
        held_up = not on.budget.spend_spare(Route("edit", 12345))
        assert held_up is (event.scope in ("global", "address"))


async def test_a_global_429_holds_up_every_route() -> None:
    async with lab() as on:
        limited = {"message": "slow", "retry_after": 3.0, "global": True}
        on.discord.faults.inject("POST", r".*/messages", StubbedResponse(429, limited))
        with pytest.raises(PlatformBusy):
            await post(on)
        assert not on.budget.spend_spare(Route("edit", 12345))


async def test_without_the_right_to_read_history_a_post_is_no_reply() -> None:
    async with lab() as on:
        refusal = {"code": 160002, "message": "Cannot reply without permission to read history"}
        on.discord.faults.inject("POST", r".*/messages", StubbedResponse(403, refusal))
        await post(on)
        assert on.is_reply(on.place()) == [False]


@pytest.mark.parametrize("body", [{}, {"status": "ok"}, "<html>"])
async def test_an_answer_that_is_not_about_the_message_is_no_word_of_discords(body: Any) -> None:
    """An edit did not take effect then, and a history does not say that nothing stands."""
    async with lab() as on:
        message_id = await post(on)
        on.discord.faults.inject("PATCH", ".*", StubbedResponse(200, body))
        await on.platform.permit(on.place(), Priority.FINAL)
        with pytest.raises(PlatformBusy):
            await on.platform.edit(on.place(), message_id, "new text")
        on.discord.faults.inject("GET", ".*/messages", StubbedResponse(200, body), times=1)
        if not isinstance(body, str):  # a page is asked for again at once
            with pytest.raises(PlatformBusy):
                await on.platform.find(on.question(), on.place())
        assert len((await on.platform.find(on.question(), on.place())).messages) == 1
