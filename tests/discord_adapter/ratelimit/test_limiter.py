"""The rate limiter lets through what Discord will take, in the order of urgency, and no more."""

from __future__ import annotations

import asyncio
import itertools
import random

import pytest

from bridge_bot.core.events import Event, LimitScope, RequestLimited
from bridge_bot.core.ports import Priority
from bridge_bot.discord_adapter.ratelimit.limiter import ExceededLimit, RateLimiter
from bridge_bot.discord_adapter.ratelimit.route_window import RESERVE_S, RateLimitHeaders, Route
from tests.harness.virtual_time import now_s, virtual_time

EDIT = Route("edit", 1)
CREATE = Route("create", 1)
OPEN_THREAD = Route("thread", 1)
PACE_S = 0.93 * (5 - RESERVE_S) / 4


class FixedWindow:
    """A limit as Discord counts it: opened by its first request, empty until it ends."""

    def __init__(self, limit: int, period_s: float) -> None:
        self.limit, self.period_s = limit, period_s
        self.ends_s, self.left = float("-inf"), 0

    def take(self) -> bool:
        if now_s() >= self.ends_s:
            self.ends_s, self.left = now_s() + self.period_s, self.limit
        self.left -= 1
        return self.left >= 0

    def headers(self) -> RateLimitHeaders:
        return RateLimitHeaders(self.limit, max(self.left, 0), max(self.ends_s - now_s(), 0.0))


class Discord:
    """Answers requests after a while, and counts those that it has to refuse."""

    def __init__(
        self,
        *,
        per_second: int = 50,
        seed: int = 1,
        travel_s: tuple[float, float] = (0.02, 0.06),
    ) -> None:
        self.travel_s = travel_s
        self.windows: dict[Route, FixedWindow] = {}
        self.second = FixedWindow(per_second, 1.0)
        self.random = random.Random(seed)
        self.refused = 0
        self.taken_s: list[float] = []

    async def request(self, limiter: RateLimiter, route: Route, priority: Priority) -> float:
        """Ask the limiter, send, and return when it took effect."""
        await limiter.permit(route, priority)
        await asyncio.sleep(self.random.uniform(*self.travel_s))
        window = self.windows.setdefault(route, FixedWindow(5, 5.0))
        beyond_all = not self.second.take()
        if beyond_all or not window.take():
            self.refused += 1
        took_effect_s, headers = now_s(), window.headers()
        self.taken_s.append(took_effect_s)
        await asyncio.sleep(self.random.uniform(*self.travel_s))
        limiter.answered(route, headers)
        if beyond_all and self.second.ends_s > now_s():
            limiter.refused(
                "POST /", ExceededLimit(LimitScope.GLOBAL, self.second.ends_s - now_s())
            )
        return took_effect_s


@virtual_time
async def test_a_burst_waits_for_the_next_window() -> None:
    discord, limiter = Discord(), RateLimiter(50)
    for _ in range(12):
        await discord.request(limiter, CREATE, Priority.FIRST_TEXT)
    assert discord.refused == 0
    assert now_s() == pytest.approx(10.5, abs=1.0)


@virtual_time
async def test_edits_between_are_spread_evenly_and_one_is_kept_for_the_end() -> None:
    discord, limiter = Discord(), RateLimiter(50)
    times = [await discord.request(limiter, EDIT, Priority.INTERIM) for _ in range(4)]
    gaps = [after - before for before, after in itertools.pairwise(times)]
    assert gaps == [pytest.approx(PACE_S, abs=0.1)] * 3
    asked_s = now_s()
    assert await discord.request(limiter, EDIT, Priority.FINAL) == pytest.approx(asked_s, abs=0.1)


@virtual_time
async def test_the_kept_edit_is_set_free_when_its_window_is_about_to_reset() -> None:
    discord, limiter = Discord(), RateLimiter(50)
    times = [await discord.request(limiter, EDIT, Priority.INTERIM) for _ in range(5)]
    assert times[4] - times[0] == pytest.approx(5 - RESERVE_S, abs=0.15)
    assert discord.refused == 0


@virtual_time
async def test_an_edit_that_reaches_discord_in_the_next_window_blocks_nothing() -> None:
    """It was sent just before its window ended, with the last that was left of it."""
    discord, limiter = Discord(travel_s=(0.2, 0.21)), RateLimiter(50)
    times = [await discord.request(limiter, EDIT, Priority.INTERIM) for _ in range(12)]
    gaps = [after - before for before, after in itertools.pairwise(times)]
    assert max(gaps) < 2.0
    assert discord.refused == 0


@virtual_time
async def test_creating_and_editing_count_apart() -> None:
    discord, limiter = Discord(), RateLimiter(50)
    for _ in range(5):
        await discord.request(limiter, EDIT, Priority.FINAL)
    asked_s = now_s()
    assert await discord.request(limiter, CREATE, Priority.FIRST_TEXT) == pytest.approx(
        asked_s, abs=0.1
    )


@virtual_time
async def test_the_whole_bot_stays_below_its_requests_a_second_wherever_the_second_begins() -> None:
    discord, limiter = Discord(per_second=20), RateLimiter(20)
    async with asyncio.TaskGroup() as tasks:
        for channel in range(150):
            tasks.create_task(
                discord.request(limiter, Route("create", channel), Priority.FIRST_TEXT)
            )
    assert discord.refused == 0
    assert now_s() < 150 / 20 * 1.1 + 0.5


@virtual_time
async def test_what_discord_py_sends_counts_too() -> None:
    limiter = RateLimiter(10)
    for _ in range(10):
        limiter.note_sent()
    await asyncio.sleep(0.5)
    for _ in range(10):
        limiter.answered()
    await limiter.permit(CREATE, Priority.FIRST_TEXT)
    assert now_s() == pytest.approx(1.5)


@virtual_time
async def test_what_discord_py_gives_up_may_take_effect_for_another_second() -> None:
    limiter = RateLimiter(1)
    limiter.note_sent()
    limiter.given_up()
    await limiter.permit(CREATE, Priority.FIRST_TEXT)
    assert now_s() == pytest.approx(2.0)


@virtual_time
async def test_a_request_without_an_answer_is_forgotten_in_the_end() -> None:
    limiter = RateLimiter(1)
    limiter.note_sent()
    await limiter.permit(CREATE, Priority.FIRST_TEXT)
    assert 15 < now_s() < 30


@virtual_time
async def test_what_is_believed_of_the_limit_can_be_asked() -> None:
    limiter = RateLimiter(50)
    assert limiter.requests_per_second == 50
    for _ in range(30):
        limiter.note_sent()
        limiter.answered()
    for _ in range(10):
        limiter.refused("POST /", ExceededLimit(LimitScope.GLOBAL, 1.0))
    assert limiter.requests_per_second < 50


@virtual_time
async def test_replies_that_edit_as_often_as_they_may_get_the_same_share() -> None:
    discord, limiter = Discord(per_second=20), RateLimiter(20)
    edits = [0] * 60

    async def reply(channel: int) -> None:
        while True:
            await discord.request(limiter, Route("edit", channel), Priority.INTERIM)
            edits[channel] += 1

    replies = [asyncio.create_task(reply(channel)) for channel in range(len(edits))]
    await asyncio.sleep(60)
    for each in replies:
        each.cancel()
    assert max(edits) - min(edits) <= 1
    assert sum(edits) == pytest.approx(60 * 20, rel=0.1)
    assert discord.refused == 0


@virtual_time
async def test_a_new_window_and_a_new_message_are_followed_by_an_edit_after_half_a_pace() -> None:
    discord, limiter = Discord(), RateLimiter(50)
    posted_s = await discord.request(limiter, CREATE, Priority.FIRST_TEXT)
    times = [posted_s] + [await discord.request(limiter, EDIT, Priority.INTERIM) for _ in range(6)]
    gaps = [after - before for before, after in itertools.pairwise(times)]
    assert gaps[0] == pytest.approx(PACE_S / 2, abs=0.1)
    assert gaps[5] == pytest.approx(PACE_S / 2, abs=0.1)
    assert discord.refused == 0


@virtual_time
async def test_a_narrower_limit_is_learned_from_the_headers() -> None:
    limiter = RateLimiter(50)
    await limiter.permit(EDIT, Priority.FINAL)
    limiter.answered(EDIT, RateLimitHeaders(limit=2, remaining=1, reset_after_s=5.0))
    await limiter.permit(EDIT, Priority.FINAL)
    limiter.answered(EDIT, RateLimitHeaders(limit=2, remaining=0, reset_after_s=5.0))
    await limiter.permit(EDIT, Priority.FINAL)
    assert now_s() == pytest.approx(5.0, abs=0.1)


@virtual_time
async def test_a_refusal_of_a_route_is_obeyed_and_holds_up_no_other() -> None:
    limiter = RateLimiter(50)
    limiter.refused("PATCH /", ExceededLimit(LimitScope.USER, 30.0), EDIT)
    await limiter.permit(CREATE, Priority.FIRST_TEXT)
    assert now_s() == 0.0
    assert limiter.ready_in_s(EDIT) == pytest.approx(30.0, abs=0.1)
    await limiter.permit(EDIT, Priority.FINAL)
    assert now_s() == pytest.approx(30.0, abs=0.1)


@pytest.mark.parametrize("is_sent", [True, False])
@virtual_time
async def test_a_block_lasts_whatever_comes_of_a_request_that_was_permitted_before(
    is_sent: bool,
) -> None:
    limiter = RateLimiter(50)
    for _ in range(2):
        await limiter.permit(OPEN_THREAD, Priority.FIRST_TEXT)
    limiter.refused("POST /", ExceededLimit(LimitScope.SHARED, 280.0), OPEN_THREAD)
    if is_sent:
        limiter.answered(OPEN_THREAD, RateLimitHeaders(limit=5, remaining=3, reset_after_s=4.9))
    else:
        limiter.give_back(OPEN_THREAD)
    assert limiter.ready_in_s(OPEN_THREAD) == pytest.approx(280.0, abs=0.1)
    await limiter.permit(OPEN_THREAD, Priority.FIRST_TEXT)
    assert now_s() == pytest.approx(280.0, abs=0.1)


@virtual_time
async def test_a_global_refusal_holds_up_everything() -> None:
    limiter = RateLimiter(50)
    limiter.refused("POST /", ExceededLimit(LimitScope.GLOBAL, 3.0))
    await limiter.permit(CREATE, Priority.FIRST_TEXT)
    assert now_s() == pytest.approx(3.0, abs=0.1)


@virtual_time
async def test_after_a_global_refusal_fewer_are_sent_and_slowly_more_again() -> None:
    """The real limit is 20 a second, and 50 were believed: one second's worth is refused."""
    discord, limiter = Discord(per_second=20), RateLimiter(50)
    async with asyncio.TaskGroup() as tasks:
        for channel in range(200):
            tasks.create_task(
                discord.request(limiter, Route("create", channel), Priority.FIRST_TEXT)
            )
    assert 0 < discord.refused <= 50
    first_minute = now_s()
    await asyncio.sleep(3600)
    async with asyncio.TaskGroup() as tasks:
        for channel in range(20):
            tasks.create_task(limiter.permit(Route("create", 1000 + channel), Priority.FIRST_TEXT))
    assert now_s() - first_minute - 3600 < 1.5


@virtual_time
async def test_answers_that_overtake_each_other_give_nothing_back() -> None:
    limiter = RateLimiter(50)
    for _ in range(3):
        await limiter.permit(EDIT, Priority.FINAL)
    for remaining in (2, 3, 4):
        limiter.answered(EDIT, RateLimitHeaders(limit=5, remaining=remaining, reset_after_s=4.9))
    assert [limiter.try_permit(EDIT) for _ in range(3)] == [True, True, False]


@virtual_time
async def test_a_request_that_fails_without_headers_does_not_block_the_route_for_ever() -> None:
    limiter = RateLimiter(50)
    for _ in range(20):
        await limiter.permit(EDIT, Priority.FINAL)
        limiter.answered(EDIT)
    assert now_s() < 25


@virtual_time
async def test_a_request_that_is_cancelled_while_it_waits_does_not_count() -> None:
    limiter = RateLimiter(1)
    limiter.note_sent()
    limiter.answered()
    waiting = asyncio.create_task(limiter.permit(EDIT, Priority.FINAL))
    await asyncio.sleep(0.1)
    waiting.cancel()
    await limiter.permit(CREATE, Priority.FIRST_TEXT)
    assert now_s() == pytest.approx(1.0)


@virtual_time
async def test_a_request_that_is_cancelled_as_it_is_permitted_is_given_back() -> None:
    limiter = RateLimiter(50)
    limiter.refused("PATCH /", ExceededLimit(LimitScope.USER, 5.0), EDIT)
    waiting = [asyncio.create_task(limiter.permit(EDIT, Priority.FINAL)) for _ in range(5)]
    await asyncio.sleep(0)
    served_s = limiter.ready_in_s(EDIT)
    for each in waiting:
        asyncio.get_running_loop().call_at(served_s + 1e-10, each.cancel)
    await asyncio.gather(*waiting, return_exceptions=True)
    assert all(each.cancelled() for each in waiting)
    await limiter.permit(EDIT, Priority.FINAL)
    assert now_s() == pytest.approx(served_s, abs=0.01)


@virtual_time
async def test_what_can_be_left_out_is_left_out_where_it_would_be_refused() -> None:
    limiter = RateLimiter(50)
    assert [limiter.try_permit(EDIT) for _ in range(7)] == [True] * 5 + [False] * 2


@virtual_time
async def test_what_can_be_left_out_is_sent_only_while_half_of_the_limit_is_free() -> None:
    limiter = RateLimiter(10)
    assert [limiter.try_permit(Route("typing", each)) for each in range(7)] == [True] * 5 + [
        False
    ] * 2
    for each in range(5):
        limiter.answered(Route("typing", each))
    await asyncio.sleep(1.1)
    assert limiter.try_permit(EDIT)


@pytest.mark.parametrize("seed", range(5))
def test_mixed_traffic_is_never_refused(seed: int) -> None:
    """Replies in 30 channels, each with posts and edits at random, under both kinds of limit."""

    @virtual_time
    async def run() -> None:
        discord, limiter = Discord(per_second=30, seed=seed), RateLimiter(30)

        async def reply(channel: int) -> None:
            for _ in range(12):
                priority = discord.random.choice(
                    [Priority.FIRST_TEXT, Priority.INTERIM, Priority.FINAL]
                )
                action = "create" if priority is Priority.FIRST_TEXT else "edit"
                await discord.request(limiter, Route(action, channel), priority)
                await asyncio.sleep(discord.random.expovariate(1))

        async with asyncio.TaskGroup() as tasks:
            for channel in range(30):
                tasks.create_task(reply(channel))
        assert discord.refused == 0

    run()


@virtual_time
async def test_a_block_of_the_address_is_respected_longer_each_time_it_is_there_again() -> None:
    """For half a minute at first and ten minutes at most; those on their way together are one."""
    events: list[Event] = []
    limiter, pauses = RateLimiter(50, events.append), []
    for _ in range(8):
        for _ in range(3):
            limiter.refused("POST /", ExceededLimit(LimitScope.ADDRESS, None), EDIT)
        began = now_s()
        await limiter.permit(EDIT, Priority.FINAL)
        limiter.answered(EDIT)
        pauses.append(now_s() - began)
    assert pauses == pytest.approx([30, 60, 120, 240, 480, 600, 600, 600])
    await asyncio.sleep(1300)
    limiter.refused("POST /", ExceededLimit(LimitScope.ADDRESS, None), EDIT)
    told = [event.retry_after_s for event in events if isinstance(event, RequestLimited)]
    assert (told[0], told[-1]) == (30, 30)


@virtual_time
async def test_a_block_of_the_address_teaches_nothing_of_the_limit() -> None:
    events: list[Event] = []
    limiter = RateLimiter(50, events.append)
    for _ in range(20):
        await limiter.permit(EDIT, Priority.FINAL)
        limiter.refused("POST /", ExceededLimit(LimitScope.ADDRESS, 3.0), EDIT)
    assert {event.believed_per_s for event in events if isinstance(event, RequestLimited)} == {50}


INTERACTION = Route("interaction", 1, is_interaction=True)


@virtual_time
async def test_an_interaction_neither_waits_for_the_global_limit_nor_uses_it() -> None:
    limiter = RateLimiter(2)
    for _ in range(2):
        limiter.note_sent()
    await limiter.permit(INTERACTION, Priority.FINAL)
    limiter.answered(INTERACTION)
    await limiter.permit(INTERACTION, Priority.FINAL)
    limiter.give_back(INTERACTION)
    assert now_s() == 0.0
    for _ in range(2):
        limiter.answered()
    await asyncio.sleep(1.0)
    for _ in range(5):
        await limiter.permit(INTERACTION, Priority.FIRST_TEXT)
        limiter.answered(INTERACTION)
    assert now_s() == pytest.approx(6.0)  # its own window, of 5 in 5 s
    for _ in range(2):
        await limiter.permit(EDIT, Priority.FINAL)
    assert now_s() == pytest.approx(6.0)


@virtual_time
async def test_an_interaction_waits_while_its_window_or_the_address_is_blocked() -> None:
    limiter = RateLimiter(50)
    limiter.refused("POST /", ExceededLimit(LimitScope.USER, 3.0), INTERACTION)
    await limiter.permit(Route("interaction", 2, is_interaction=True), Priority.FINAL)
    assert now_s() == 0.0
    await limiter.permit(INTERACTION, Priority.FINAL)
    assert now_s() == pytest.approx(3.0, abs=0.1)
    limiter.refused("POST /", ExceededLimit(LimitScope.ADDRESS, 7.0))
    await limiter.permit(INTERACTION, Priority.FINAL)
    assert now_s() == pytest.approx(10.0, abs=0.1)
