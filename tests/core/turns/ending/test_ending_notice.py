"""However a turn ends early, no cursor is left and a notice says why."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bridge_bot.core.errors import (
    AnswerBrokenOff,
    PlatformBusy,
    PlatformForbidden,
    TextRefused,
    TurnAbandoned,
)
from bridge_bot.core.model import (
    AnswerText,
    StopReason,
    TurnState,
)
from bridge_bot.core.replies.notices import subtext
from bridge_bot.core.turns.ending import turn_end
from bridge_bot.core.turns.retry_queue import RETRIED_FOR_S
from bridge_bot.discord_markdown import CURSOR
from tests.harness.english import ENGLISH, notice_text
from tests.harness.running_core import RunningCore, running_core

REFUSED = "forbidden"


@asynccontextmanager
async def half_shown(
    tmp_path: Path, *rest: AnswerText | asyncio.Event
) -> AsyncIterator[RunningCore]:
    """A core that has shown the beginning of an answer, which goes on with the `rest` or not at
    all.
    """
    async with running_core(tmp_path, [AnswerText("Half an"), *rest, asyncio.Event()]) as core:
        await core.ask()
        await core.until_shown()
        yield core


async def leave_notice_due(core: RunningCore) -> None:
    """Go on as another process, which begins with a turn whose notice was not shown."""
    core.source.scripts.insert(0, [AnswerText("Half an"), asyncio.Event()])
    await core.ask()
    await core.until_shown()
    core.platform.failures = [PlatformForbidden("in time-out")] * 2
    core.turns.withdraw(7, PlatformForbidden("in time-out"))
    await core.ended()
    await core.turns.close(grace_s=0)
    core.platform.failures.clear()
    core.restart()


async def test_a_cursor_that_a_time_out_keeps_is_removed_after_it(tmp_path: Path) -> None:
    """One event all the same, and the next question does not wait for it."""
    go_on = asyncio.Event()
    async with half_shown(tmp_path, go_on, AnswerText(" answer")) as core:
        core.platform.failures = [PlatformForbidden("in time-out")] * 3
        go_on.set()
        await core.ended()
        assert core.platform.texts() == [f"Half an {CURSOR}"]
        core.platform.failures.pop()
        await core.ask(id_=12)
        await core.ended(2)
        ended = f"Half an\n\n{notice_text('error-platform-forbidden')}"
        await core.until(lambda: core.platform.texts() == [ended, "fine"])
        await core.until_finished()
        assert len(core.ends()) == 2


@pytest.mark.parametrize("is_shown", [False, True], ids=["not shown", "shown, and not stored"])
async def test_a_notice_that_was_not_shown_is_shown_by_the_next_process(
    tmp_path: Path, is_shown: bool
) -> None:
    """And its question is not asked again; what was shown is shown once."""
    go_on = asyncio.Event()
    async with half_shown(tmp_path, go_on, AnswerText(" answer")) as core:
        core.platform.failures = [PlatformForbidden("in time-out")] * 3
        go_on.set()
        await core.ended()
        await core.turns.close(grace_s=0)
        core.platform.failures.clear()
        (unfinished,) = await core.unfinished()
        assert (unfinished.state, unfinished.turn.question.text) == (TurnState.ENDING, "")
        (shown,) = core.platform.messages.values()
        expected = notice_text("error-platform-forbidden")
        if is_shown:
            shown.states.append((0.0, f"Half an\n\n{expected}"))
        core.restart()
        await core.resume()
        await core.until_finished()
        assert core.platform.texts() == [f"Half an\n\n{expected}"]
        assert len(core.source.requests) == 1


async def test_a_stop_before_the_notice_leaves_it_to_the_next_process(tmp_path: Path) -> None:
    """Which shows the same, since the store knows why; and the turn fails once."""
    async with running_core(tmp_path, [AnswerText(REFUSED)]) as core:
        core.platform.refuses = lambda text: (TextRefused if REFUSED in text else PlatformBusy)(
            "no"
        )
        await core.ask()
        await core.until(lambda: notice_text("error-text-refused") in core.platform.tried)
        await core.turns.close(grace_s=0)
        core.platform.refuses = lambda _: None
        core.restart()
        await core.resume()
        await core.until_finished()
        assert core.platform.texts() == [notice_text("error-text-refused")]
        assert [event.state for event in core.ends()] == [TurnState.ENDING, TurnState.FAILED]
        assert len(core.source.requests) == 1


async def test_a_notice_that_could_not_be_shown_for_a_month_is_given_up(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        await leave_notice_due(core)
        await core.resume(later_s=RETRIED_FOR_S + 10)
        await core.until_finished()
        assert core.platform.texts() == [f"Half an {CURSOR}"]
        *_, ended = core.ends()
        assert (ended.state, ended.stop_reason) == (TurnState.STOPPED, StopReason.PLACE_LOST)
        assert isinstance(ended.error, TurnAbandoned)
        assert len(core.source.requests) == 1


async def test_a_fault_before_anything_was_shown_shows_what_had_come(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path, [AnswerText("half"), ValueError("no")]) as core:  # type: ignore[list-item]
        await core.ask()
        await core.ended()
        assert core.platform.texts() == [f"half\n\n{notice_text('error-unexpected')}"]


async def test_a_stop_is_told_below_what_is_shown_and_the_next_start_removes_that_line(
    tmp_path: Path,
) -> None:
    async with half_shown(tmp_path) as core:
        await core.turns.close(grace_s=0)
        (ended,) = core.ends()
        assert (ended.state, ended.error) == (TurnState.QUEUED, None)
        assert ended.stop_reason is StopReason.SHUTDOWN
        interrupted = f"Half an\n\n{subtext('ending-interrupted', ENGLISH)}"
        assert core.platform.texts() == [interrupted]
        core.source.scripts.append([AnswerBrokenOff("at once")])
        core.restart()
        await core.resume()
        await core.ended()
        assert core.platform.texts() == [f"Half an\n\n{notice_text('error-api-broken-off')}"]


@pytest.mark.parametrize("grace_s", [0.0, 60.0], ids=["after the grace", "in the grace"])
async def test_a_second_signal_leaves_no_cursor(tmp_path: Path, grace_s: float) -> None:
    async with half_shown(tmp_path) as core:
        platform = core.platform
        platform.latency_s = 0.05
        closing = asyncio.create_task(core.turns.close(grace_s))
        await asyncio.sleep(0.02)
        closing.cancel()
        await asyncio.wait({closing})
        await core.turns.close(grace_s=0)
        interrupted = f"Half an\n\n{subtext('ending-interrupted', ENGLISH)}"
        assert platform.texts() == [interrupted]
        (kept,) = await core.unfinished()
        assert kept.state is TurnState.QUEUED


async def test_a_stop_before_anything_is_shown_adds_the_reaction_to_the_question(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path, [asyncio.Event()]) as core:
        await core.ask()
        await core.until(lambda: bool(core.source.requests))
        await core.turns.close(grace_s=0)
        assert core.platform.queued == {11}
        core.restart()
        await core.resume()
        await core.ended()
        assert (core.platform.texts(), core.platform.queued) == (["fine"], set())


async def test_a_stop_is_not_held_up_by_a_platform_that_takes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turn_end, "STOP_WITHIN_S", 0.05)
    async with half_shown(tmp_path) as core:
        core.platform.latency_s = 3600.0
        async with asyncio.timeout(5):
            await core.turns.close(grace_s=0)
        core.platform.latency_s = 0.0
        assert [end.state for end in core.ends()] == [TurnState.QUEUED]


async def test_an_answer_that_shows_nothing_and_breaks_off_leaves_what_was_shown_before_a_crash(
    tmp_path: Path,
) -> None:
    async with half_shown(tmp_path) as core:
        await core.turns.close(grace_s=0)
        core.source.scripts.append([AnswerText("\n\u200b"), AnswerBrokenOff("cut")])
        core.restart()
        await core.resume()
        await core.ended()
        assert core.platform.texts() == [f"Half an\n\n{notice_text('error-api-broken-off')}"]


async def test_an_existing_reply_that_may_not_be_read_yet_is_found_and_ended_later(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path) as core:
        await leave_notice_due(core)
        core.platform.locate_errors = [PlatformForbidden("in time-out")] * 3
        await core.resume()
        await core.until_finished()
        assert core.platform.locate_errors == []
        assert core.platform.texts() == [f"Half an\n\n{notice_text('error-platform-forbidden')}"]
        assert len(core.source.requests) == 1
