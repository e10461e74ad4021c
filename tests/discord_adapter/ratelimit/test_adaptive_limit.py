"""How the bot-wide limit is found out: refusals for it, and refusals for other reasons."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from bridge_bot.discord_adapter.ratelimit.global_limit import GlobalLimit

TICK_S = 0.01
ANSWER_S = 0.08


def simulate(
    global_limit: GlobalLimit,
    for_s: float,
    *,
    per_s: float,
    refuses: Callable[[float, int], bool],
    began_s: float = 0.0,
) -> tuple[int, list[int]]:
    """Send `per_s` requests a second where the limit lets them through.

    `refuses` tells by the time and by how many came in that second. Returns how many were refused,
    and the limit at the end of each second.
    """
    flying, came, wanted, refused, limits = list[float](), 0, 0.0, 0, list[int]()
    ticks_s = round(1 / TICK_S)
    for tick in itertools.takewhile(lambda tick: tick * TICK_S < for_s, itertools.count()):
        now = began_s + tick * TICK_S
        if tick % ticks_s == 0:
            came = 0
            limits.append(global_limit.limit(now))
        wanted = min(wanted + per_s * TICK_S, 200)
        while flying and flying[0] <= now:
            global_limit.answered(flying.pop(0))
        while wanted >= 1 and global_limit.free_at(now) <= now:
            wanted -= 1
            came += 1
            global_limit.send(now)
            flying.append(now + ANSWER_S)
            if refuses(now, came):
                refused += 1
                global_limit.refused(now, began_s + (tick // ticks_s + 1) * 1.0)
    return refused, limits


def test_a_lower_limit_costs_a_few_refusals_and_then_one_a_minute() -> None:
    """50 a second were believed, and 20 are taken, while there is always more to send."""
    refused, limits = simulate(GlobalLimit(50), 600, per_s=60, refuses=lambda _, came: came > 20)
    assert refused <= 30 + 2 + 600 / 60
    assert set(limits[60:]) <= {20, 21}


def test_a_lower_limit_that_meets_a_burst_is_known_after_one_second() -> None:
    """All 50 are on their way before the first refusal comes, as with many questions at once."""
    global_limit = GlobalLimit(50)
    for _ in range(50):
        global_limit.send(0.0)
    for _ in range(20):
        global_limit.answered(0.08)
    for _ in range(30):
        global_limit.answered(0.09)
        global_limit.refused(0.09, 1.0)
    refused, _ = simulate(
        global_limit, 50, per_s=60, refuses=lambda _, came: came > 20, began_s=1.0
    )
    assert refused == 0


def test_refusals_that_are_not_of_its_making_leave_enough_to_work_with() -> None:
    """Every ten seconds one request is refused, at half of the load that Discord takes."""
    every_10_s = itertools.count(10, 10)
    next_s = next(every_10_s)

    def refuses(now: float, _: int) -> bool:
        nonlocal next_s
        if now < next_s:
            return False
        next_s = next(every_10_s)
        return True

    global_limit = GlobalLimit(50)
    _, limits = simulate(global_limit, 600, per_s=25, refuses=refuses)
    assert sum(limits) / len(limits) > 25
    assert global_limit.limit(600 + 300) == 50


def test_several_refusals_at_once_that_are_not_of_its_making_are_soon_forgotten() -> None:
    """Three are refused one after the other, at a fifth of the load that Discord takes."""
    left = 3

    def refuses(now: float, _: int) -> bool:
        nonlocal left
        if now < 5 or not left:
            return False
        left -= 1
        return True

    global_limit = GlobalLimit(50)
    refused, limits = simulate(global_limit, 12, per_s=10, refuses=refuses)
    assert min(limits) < 50
    assert limits[-1] == 50
    assert refused == 3


def test_a_very_low_limit_without_much_to_send_is_left_within_half_a_minute() -> None:
    """Everything was refused for a while, so that next to nothing was left of the limit."""
    global_limit = GlobalLimit(50)
    simulate(global_limit, 20, per_s=10, refuses=lambda now, _: now > 2)
    assert global_limit.limit(20) < 5
    refused, limits = simulate(global_limit, 30, per_s=2, refuses=lambda *_: False, began_s=20)
    assert refused == 0
    assert limits[-1] > 25


def test_a_limit_that_is_back_is_found_within_minutes() -> None:
    """It was 10 for a while, and is 50 again."""
    global_limit = GlobalLimit(50)
    simulate(global_limit, 60, per_s=60, refuses=lambda _, came: came > 10)
    refused, limits = simulate(
        global_limit, 420, per_s=60, refuses=lambda _, came: came > 50, began_s=60
    )
    assert refused == 0
    assert limits[-1] == 50
