"""When a thread is archived."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.model.thread_state import ThreadState


@pytest.mark.parametrize(
    ("changed_at", "active_at", "expected"), [(50.0, 0.0, 3650.0), (50.0, 100.0, 3700.0)]
)
def test_a_thread_is_archived_its_minutes_after_the_last_activity(
    changed_at: float, active_at: float, expected: float
) -> None:
    state = ThreadState(1, 0.0, changed_at, archive_after_min=60, active_at=active_at)
    assert state.archives_at == expected
