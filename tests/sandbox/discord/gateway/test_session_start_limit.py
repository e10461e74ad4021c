"""How many sessions a bot may begin until the limit resets."""

from __future__ import annotations

from bridge_bot.sandbox.discord.gateway.session_start_limit import DAY_S, SessionStartLimit


def test_a_session_beyond_the_limit_is_refused_and_counted_until_the_reset() -> None:
    now = [0.0]
    limit = SessionStartLimit(lambda: now[0])
    limit.limit(1, reset_after_s=60.0)
    assert [limit.take(), limit.take()] == [True, False]
    assert (limit.overspent, limit.begun_at) == (1, [0.0])
    now[0] = 60.0
    assert limit.take()
    assert limit.payload() == {
        "total": limit.total,
        "remaining": limit.total - 1,
        "reset_after": DAY_S * 1000,
        "max_concurrency": 1,
    }
