"""What is stored of a turn's end, also where the bot stops in the middle of that."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bridge_bot.core.model import AnswerHeader, AnswerText, TurnState
from bridge_bot.store.answers.sources import SqlSources
from bridge_bot.store.turns import SqlTurns
from tests.harness.running_core import running_core


async def test_a_stop_while_sources_are_being_kept_leaves_a_shown_answer_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or the next start would ask, and pay, for it again."""
    begun = asyncio.Event()

    async def hang(*_: object) -> None:
        begun.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(SqlSources, "replace", hang)
    told = AnswerHeader("uid", related_docs=("B",))
    async with running_core(tmp_path, [told, AnswerText("so [1].")]) as core:
        await core.ask()
        await begun.wait()
        await core.turns.close(grace_s=0)
        assert [end.state for end in core.ends()] == [TurnState.DONE]
        assert await core.unfinished() == []


async def test_a_stop_while_the_end_is_being_stored_has_it_stored_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, set_state = asyncio.Event(), SqlTurns.set_state

    async def hang_once(self: SqlTurns, turn_id: int, state: TurnState, *, error: str = "") -> None:
        if state is TurnState.DONE and not begun.is_set():
            begun.set()
            await asyncio.Event().wait()
        await set_state(self, turn_id, state, error=error)

    monkeypatch.setattr(SqlTurns, "set_state", hang_once)
    async with running_core(tmp_path, [AnswerText("one")]) as core:
        await core.ask()
        await begun.wait()
        await core.turns.close(grace_s=0)
        assert await core.unfinished() == []
