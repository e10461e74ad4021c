"""A press waits for the end of its turn, but not for ever."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bridge_bot.core.controls.until_over import ENDS_WITHIN_S, until_over
from bridge_bot.core.model import AnswerText, Turn
from tests.harness.running_core import running_core
from tests.harness.virtual_time import now_s
from tests.store.samples import question

FIRST = Turn.of(question(11), owner="").id


async def test_a_turn_that_ends_is_waited_for(tmp_path: Path) -> None:
    on = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("So "), on, AnswerText("it is.")]) as core:
        await core.ask()
        await core.until_shown()
        waiting = asyncio.create_task(until_over(core.turns, FIRST))
        on.set()
        await waiting
        assert core.turns.running(FIRST) is None
        assert len(core.ends()) == 1


async def test_a_turn_that_goes_on_is_waited_for_some_seconds(tmp_path: Path) -> None:
    async with running_core(tmp_path, [AnswerText("So "), asyncio.Event()]) as core:
        await core.ask()
        await core.until_shown()
        began_s = now_s()
        await until_over(core.turns, FIRST)
        assert ENDS_WITHIN_S <= now_s() - began_s < 2 * ENDS_WITHIN_S
        assert core.turns.running(FIRST) is not None
        await core.turns.close(grace_s=0)


async def test_a_turn_that_is_over_or_is_not_known_here_is_not_waited_for(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        await core.ask()
        await core.ended()
        await core.until(lambda: core.turns.running(FIRST) is None)
        began_s = now_s()
        for turn_id in (FIRST, FIRST + 1):
            await until_over(core.turns, turn_id)
        assert now_s() - began_s < 1
