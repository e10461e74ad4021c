"""Staying connected: how long is waited before the next attempt."""

from __future__ import annotations

from bridge_bot.discord_adapter.connection import _Backoff


def test_no_pause_between_two_attempts_is_longer_than_about_a_minute() -> None:
    """However many there were: discord.py's own pauses grow to 17 minutes."""
    backoff = _Backoff()
    pauses = [backoff.delay() for _ in range(100)]
    assert max(pauses) <= 64
    assert max(pauses[50:]) > 5
