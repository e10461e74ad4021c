"""What Discord answers, as errors and events, and what it does to the limits."""

from __future__ import annotations

import asyncio
import contextlib

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
from bridge_bot.core.events import Event, RequestEnded, RequestLimited, ServiceBack, ServiceLost
from bridge_bot.core.ports import Priority
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.ratelimit.route_window import Route
from bridge_bot.discord_adapter.rest.client import DiscordRest
from bridge_bot.proxies.proxies import chosen
from bridge_bot.sandbox.discord.faults import HTML_502, Reset, Stall, StubbedResponse
from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.discord_adapter.rest.discord_world import discord_world
from tests.harness.connect_proxy import connect_proxy
from tests.harness.loop_time import IdleSkippingLoop, skipping_loop, with_skipping_loop


def invalid(field: str) -> dict[str, object]:
    """Discord's complaint about one field of a request."""
    errors = {field: {"_errors": [{"code": "BASE_TYPE_BAD_LENGTH", "message": "bad"}]}}
    return {"code": 50035, "message": "Invalid Form Body", "errors": errors}


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
    async with discord_world() as world:
        world.discord.faults.inject("POST", r".*/messages", fault)
        with pytest.raises(error) as caught:
            await world.post()
        assert type(caught.value) is error
        assert world.discord.token not in str(caught.value)


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
    async with discord_world() as world:
        world.discord.faults.inject("POST", r".*/messages", answer)
        with pytest.raises(PlatformBusy):
            await world.post()
        await world.post()
        assert world.texts() == ["text"]


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
    async with discord_world() as world:
        world.discord.faults.inject("POST", r".*/messages", answer)
        with pytest.raises(PlatformBusy) as caught:
            await world.post()
        assert caught.value.retry_after_s == wait_s
        limited = world.limiter.ready_in_s(Route("create", world.channel.id)) > 5
        assert limited is (answer.status == 429)


async def test_an_outage_is_told_once_and_its_end_too_but_not_what_discord_refuses() -> None:
    async with discord_world() as world:
        page = StubbedResponse(403, HTML_502)
        world.discord.faults.inject("POST", r".*/messages", page, times=5)
        for _ in range(5):
            with pytest.raises(PlatformBusy):
                await world.post()
        (lost,) = world.events
        assert isinstance(lost, ServiceLost)
        assert lost.service == "Discord"
        refusal = StubbedResponse(403, {"code": 50013, "message": "Missing Permissions"})
        world.discord.faults.inject("POST", r".*/messages", refusal, times=4)
        for _ in range(4):
            with pytest.raises(PlatformForbidden):
                await world.post()
        assert [type(event) for event in world.events] == [ServiceLost, ServiceBack]


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
    async with discord_world() as world:
        world.discord.faults.inject("POST", r".*/messages", answer)
        with pytest.raises(PlatformBusy):
            await world.post()
        (event,) = world.events
        assert isinstance(event, RequestLimited)
        assert (event.scope, event.retry_after_s) == told
        assert event.route == "POST /channels/{id}/messages"
        # A burst of one is doubtful, so nothing is learned from it (`learned_limit`).
        assert event.believed_per_s == 50
        held_up = not world.limiter.try_permit(Route("edit", 12345))
        assert held_up is (event.scope in ("global", "address"))


async def test_a_global_429_holds_up_every_route() -> None:
    async with discord_world() as world:
        limited = {"message": "slow", "retry_after": 3.0, "global": True}
        world.discord.faults.inject("POST", r".*/messages", StubbedResponse(429, limited))
        with pytest.raises(PlatformBusy):
            await world.post()
        assert not world.limiter.try_permit(Route("edit", 12345))


async def test_what_waits_for_an_answer_is_not_sent_into_the_block_that_it_tells_of() -> None:
    """Of the route of reactions nothing is known at first, so one follows the other."""
    async with discord_world() as world:
        path, route = f"/channels/{world.channel.id}/messages/1/reactions/x/@me", Route("react", 1)
        await world.limiter.permit(route, Priority.FINAL)
        waiting = asyncio.create_task(world.limiter.permit(route, Priority.FINAL))
        world.discord.faults.inject("PUT", ".*", StubbedResponse(429, {"retry_after": 30.0}))
        with pytest.raises(PlatformBusy):
            await world.rest.send("PUT", path, route)
        for _ in range(3):  # in which it would go on
            await asyncio.sleep(0)
        assert not waiting.done()
        waiting.cancel()


async def test_each_response_is_observed_by_a_route_without_ids() -> None:
    events: list[Event] = []
    limiter = RateLimiter(50)
    async with (
        DiscordStandIn() as discord,
        DiscordRest(
            token=discord.token,
            api_base_url=discord.api_base_url,
            user_agent="DiscordBot (test, 1)",
            limiter=limiter,
            observe=events.append,
        ) as rest,
    ):
        discord.faults.inject("POST", ".*/typing", Reset())
        discord.faults.inject("POST", ".*/typing", StubbedResponse(502, HTML_502))
        for _ in range(2):
            with contextlib.suppress(PlatformBusy):
                await rest.send("POST", "/channels/123456/typing", Route("typing", 1))
        await rest.send("GET", "/users/@me", Route("me", 0))
    assert [each for each in events if isinstance(each, RequestEnded)] == [
        RequestEnded("POST /channels/{id}/typing", None),
        RequestEnded("POST /channels/{id}/typing", 502),
        RequestEnded("GET /users/@me", 200),
    ]


@with_skipping_loop
async def test_a_request_that_is_cancelled_counts_longer_since_it_may_take_effect_later() -> None:
    """Else Discord could count more in a second than it accepts, as when the bot stops."""
    limiter = RateLimiter(1)
    async with discord_world(limiter) as world:
        world.discord.faults.inject("POST", ".*", stall := Stall())
        posting = asyncio.create_task(world.post())
        await stall.held.wait()
        posting.cancel()
        await asyncio.wait({posting})
        stall.release()
        skipping_loop().skip(1.5)  # an answered one would not count any more
        assert not limiter.try_permit(Route("typing", 1))
        skipping_loop().skip(0.5)
        assert limiter.try_permit(Route("typing", 1))


@pytest.mark.parametrize(
    ("answer", "attempts", "said"),
    [
        (b"HTTP/1.1 407 No\r\n\r\n", 1, "does not accept the user and password in it"),
        (b"HTTP/1.1 503 No\r\n\r\n", 6, "could not connect to discord.example"),
    ],
)
def test_a_proxy_that_fails_is_named_and_asked_again_where_that_may_pass(
    answer: bytes, attempts: int, said: str
) -> None:
    """Nothing of it is a refusal by Discord, and the password is in no text."""
    observed: list[Event] = []

    async def request() -> None:
        async with connect_proxy(answer=answer) as proxy:
            rest = DiscordRest(
                token="t",
                api_base_url="https://discord.example/v10",
                user_agent="a",
                proxies=chosen("DISCORD_PROXY", proxy.url("me:hunter-2"), {}),
                limiter=RateLimiter(50, observed.append),
                observe=observed.append,
            )
            async with rest:
                with pytest.raises(PlatformBusy) as caught:
                    await rest.request("GET", "/users/@me", Route("me", 0))
            assert proxy.asked == attempts
        assert f"the proxy 127.0.0.1:{proxy.port} of DISCORD_PROXY {said}" in str(caught.value)
        assert "hunter" not in f"{caught.value!r} {observed}"

    with asyncio.Runner(loop_factory=IdleSkippingLoop) as runner:  # the pauses take no time
        runner.run(request())
