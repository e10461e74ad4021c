"""Where the bot keeps quiet is known to every process, and costs no look for each message."""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge_bot.core.errors import StoreError
from bridge_bot.core.handoffs import quiet_times
from bridge_bot.core.handoffs.quiet_times import KEPT_S, QuietTimes
from bridge_bot.core.model import QuietTime
from tests.harness.running_core import HERE, RunningCore, running_core

NOW_S = 2 * KEPT_S
QUIET = QuietTime(HERE, 7, NOW_S - 10, NOW_S + 60)


def quiet_of(core: RunningCore, now_s: float = NOW_S) -> QuietTimes:
    return QuietTimes(core.store.handoffs, core.events.append, lambda: now_s)


async def test_what_another_process_stores_is_found_at_the_next_look(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        await core.ask()
        await core.ended()
        here = quiet_of(core)
        await here.look()
        assert await here.of(HERE) is None
        await core.store.handoffs.keep_quiet(QUIET, guild_id=1)
        assert await here.of(HERE) is None
        await here.look()
        assert await here.of(HERE) == QUIET
        assert await here.in_channel(7, NOW_S) == [QUIET]
        assert await here.in_channel(8, NOW_S) == await here.in_channel(7, NOW_S + 60) == []


async def test_what_this_process_changes_holds_at_once(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        here = quiet_of(core)
        await here.look()
        here.note(QUIET)
        assert await here.of(HERE) == QUIET


async def test_what_is_long_over_is_forgotten_and_what_is_lately_over_is_not(
    tmp_path: Path,
) -> None:
    """A message that was written in it may still be found."""
    async with running_core(tmp_path) as core:
        await core.ask()
        await core.ended()
        await core.store.handoffs.keep_quiet(QUIET, guild_id=1)
        for now_s, found in ((QUIET.until_s + KEPT_S - 1, QUIET), (QUIET.until_s + KEPT_S, None)):
            here = quiet_of(core, now_s)
            await here.look()
            await here.forget_old()
            assert await here.of(HERE) == found
        assert core.database.rows("SELECT count(*) FROM handoffs") == [(0,)]


async def test_before_the_first_look_it_is_not_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quiet_times, "FIRST_LOOK_WITHIN_S", 0.01)
    async with running_core(tmp_path) as core:
        with pytest.raises(StoreError):
            await quiet_of(core).of(HERE)
