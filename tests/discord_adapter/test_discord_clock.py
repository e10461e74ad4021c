"""Discord's time is known from its Dates and its ids, however wrong this machine's clock is."""

from __future__ import annotations

import discord
import pytest

from bridge_bot.discord_adapter.discord_clock import DiscordClock

TEN_O_CLOCK = "Tue, 03 Nov 2026 10:00:00 GMT"
TEN_O_CLOCK_S = 1_793_700_000.0


class Steady:
    """A clock that goes on when a test says so."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def message_at(moment_s: float) -> int:
    return int(moment_s * 1000 - discord.utils.DISCORD_EPOCH) << 22


@pytest.fixture
def steady() -> Steady:
    return Steady()


@pytest.fixture(params=[-86_400.0, -30.0, 0.0, 30.0, 86_400.0])
def clock(steady: Steady, request: pytest.FixtureRequest) -> DiscordClock:
    return DiscordClock(steady_s=steady, machine_s=lambda: TEN_O_CLOCK_S + request.param)


def test_a_date_tells_the_time_and_the_steady_clock_goes_on_from_it(
    clock: DiscordClock, steady: Steady
) -> None:
    clock.read_date(TEN_O_CLOCK)
    assert clock.now_s() == TEN_O_CLOCK_S
    steady.now_s += 3600
    assert clock.now_s() == TEN_O_CLOCK_S + 3600


def test_an_id_tells_that_it_is_at_least_as_late(clock: DiscordClock) -> None:
    clock.read_message_id(message_at(TEN_O_CLOCK_S + 0.7))
    clock.read_message_id(message_at(TEN_O_CLOCK_S - 50))
    assert clock.now_s() == pytest.approx(TEN_O_CLOCK_S + 0.7)


def test_a_date_of_whole_seconds_does_not_take_back_what_an_id_told(clock: DiscordClock) -> None:
    clock.read_message_id(message_at(TEN_O_CLOCK_S + 0.7))
    clock.read_date(TEN_O_CLOCK)
    assert clock.now_s() == pytest.approx(TEN_O_CLOCK_S + 0.7)


def test_a_date_corrects_what_was_believed_wrongly(clock: DiscordClock) -> None:
    clock.read_message_id(message_at(TEN_O_CLOCK_S + 9000))
    clock.read_date(TEN_O_CLOCK)
    assert clock.now_s() == TEN_O_CLOCK_S


@pytest.mark.parametrize("date", [None, "", "soon", "Tue, 99 Nov 2026 10:00:00 GMT"])
def test_a_response_without_a_readable_date_changes_nothing(
    clock: DiscordClock, date: str | None
) -> None:
    clock.read_date(TEN_O_CLOCK)
    clock.read_date(date)
    assert clock.now_s() == TEN_O_CLOCK_S


def test_the_least_id_of_a_moment_is_that_of_its_first_millisecond(clock: DiscordClock) -> None:
    clock.read_date(TEN_O_CLOCK)
    assert clock.id_before(60) == message_at(TEN_O_CLOCK_S - 60)
    assert clock.id_before(1e12) == 0
