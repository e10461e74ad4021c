"""When a session may be begun: not into the reset of the token, and ever more slowly in vain."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from typing import Any

import pytest

from bridge_bot.core.errors import SessionStartsUsedUp
from bridge_bot.core.events import Event, OperationFailed
from bridge_bot.discord_adapter.gateway.session_starts import SessionStarts
from tests.harness.virtual_time import now_s, virtual_time

A_DAY_S = 86_400.0


class Discord:
    """What `GET /gateway/bot` tells: so many sessions in so many seconds; or nothing of use."""

    def __init__(self, remaining: int, reset_after_s: float = A_DAY_S) -> None:
        self.remaining = remaining
        self.resets_at = now_s() + reset_after_s
        self.answer: Any = None
        self.asked = 0

    async def ask(self) -> Any:
        self.asked += 1
        if isinstance(self.answer, Exception):
            raise self.answer
        if self.answer is not None:
            return self.answer
        if now_s() >= self.resets_at:
            self.remaining, self.resets_at = 1000, now_s() + A_DAY_S
        reset_after = int((self.resets_at - now_s()) * 1000)
        return {"session_start_limit": {"remaining": self.remaining, "reset_after": reset_after}}


async def begin(starts: SessionStarts, discord: Discord, shard_id: int = 0) -> float:
    """Identify one shard as soon as it may; when that was, in seconds."""
    await starts.permit(shard_id, ask=discord.ask)
    starts.identified(shard_id)
    assert discord.remaining > 0
    discord.remaining -= 1
    return now_s()


@virtual_time
async def test_the_bot_waits_for_the_reset_and_says_so() -> None:
    seen: list[Event] = []
    starts, discord = SessionStarts(seen.append), Discord(2, reset_after_s=7200.0)
    assert await begin(starts, discord, 0) == 0
    assert await begin(starts, discord, 1) == 0
    assert seen == []
    assert await begin(starts, discord, 2) == pytest.approx(7200.0)
    assert isinstance(seen[0], OperationFailed)
    assert isinstance(seen[0].error, SessionStartsUsedUp)


@virtual_time
async def test_an_operator_who_gets_more_sessions_need_not_wait_for_the_reset() -> None:
    starts, discord = SessionStarts(lambda _: None), Discord(0)
    asyncio.get_running_loop().call_later(600.0, setattr, discord, "remaining", 5)
    assert await begin(starts, discord) <= 3600.0


@pytest.mark.parametrize("answer", [OSError("down"), {}, {"session_start_limit": None}, "<html>"])
@virtual_time
async def test_what_was_told_last_holds_while_discord_cannot_tell(answer: object) -> None:
    starts, discord = SessionStarts(lambda _: None), Discord(2, reset_after_s=1000.0)
    await begin(starts, discord, 0)
    discord.answer = answer
    assert await begin(starts, discord, 1) == 0
    discord.remaining = 1000  # it has more again after the reset, whether it can tell or not
    assert await begin(starts, discord, 2) == pytest.approx(1000.0)


@virtual_time
async def test_sessions_are_left_to_other_processes_of_the_bot() -> None:
    starts = SessionStarts(lambda _: None, reserved=3)
    discord = Discord(4, reset_after_s=500.0)
    assert await begin(starts, discord, 0) == 0
    assert await begin(starts, discord, 1) == pytest.approx(500.0)


@virtual_time
async def test_identifying_in_vain_becomes_ever_slower() -> None:
    """The thousand sessions of a day last for a day, even if none of them ever begins."""
    starts, discord = SessionStarts(lambda _: None), Discord(1000)
    moments = [await begin(starts, discord) for _ in range(300)]
    pauses = [later - earlier for earlier, later in pairwise(moments)]
    assert pauses[:8] == [2, 4, 8, 16, 32, 64, 128, 256]
    assert set(pauses[8:]) == {300}
    assert moments[-1] > A_DAY_S


@virtual_time
async def test_a_connection_that_fails_before_its_identify_is_tried_every_minute() -> None:
    starts, discord = SessionStarts(lambda _: None), Discord(1000)
    moments = []
    for _ in range(10):
        await starts.permit(0, ask=discord.ask)
        moments.append(now_s())
    pauses = [later - earlier for earlier, later in pairwise(moments)]
    assert pauses == [2, 4, 8, 16, 32, 60, 60, 60, 60]


@virtual_time
async def test_a_session_that_begins_makes_the_next_quick_again() -> None:
    starts, discord = SessionStarts(lambda _: None), Discord(1000)
    for _ in range(5):
        await begin(starts, discord)
    starts.session_began(0)
    before = now_s()
    assert await begin(starts, discord) == before


@virtual_time
async def test_without_any_word_of_discord_no_session_is_begun() -> None:
    starts, discord = SessionStarts(lambda _: None), Discord(1)
    discord.answer = OSError("down")
    asyncio.get_running_loop().call_later(100.0, setattr, discord, "answer", None)
    assert 100.0 <= await begin(starts, discord) <= 110.0


@virtual_time
async def test_a_proxy_that_does_not_tell_the_limit_lets_the_bot_begin() -> None:
    starts, discord = SessionStarts(lambda _: None), Discord(1)
    discord.answer = {"url": "wss://gateway.example", "shards": 1}
    assert await begin(starts, discord) == 0


@virtual_time
async def test_an_answer_that_never_comes_is_not_waited_for() -> None:
    starts, discord = SessionStarts(lambda _: None), Discord(5)
    await begin(starts, discord, 0)
    hanging = asyncio.Event()
    await starts.permit(1, ask=hanging.wait)
    assert now_s() == pytest.approx(30.0)
