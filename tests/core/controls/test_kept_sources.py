"""Where the sources of an answer are shown, and as long as which answer is."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bridge_bot.core.controls.controls import AskedAgain, Controls
from bridge_bot.core.controls.kept_sources import KeptSources
from bridge_bot.core.controls.presser import Presser
from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Operation, OperationFailed
from bridge_bot.core.model import (
    AnswerHeader,
    AnswerText,
    NumberedSource,
    Origin,
    Question,
    Source,
    Turn,
)
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.store.answers.sources import SqlSources
from tests.harness.running_core import ANN, RunningCore, Script, running_core
from tests.store.samples import question

HERE = Origin(1, 1, 7, 42)
ELSEWHERE = replace(HERE, channel_id=8)
FIRST, SECOND = (Turn.of(question(11), owner="", attempt=each).id for each in (1, 2))
GONE = Refusal("control-sources-gone")
LEAFLET = [NumberedSource(1, Source("Leaflet"))]


def answer(*docs: str) -> Script:
    return [AnswerHeader("uid", related_docs=docs), AnswerText("So [1].")]


def kept(core: RunningCore) -> KeptSources:
    return KeptSources(core.store.turns, core.store.sources, core.events.append)


async def test_they_are_shown_in_the_channel_of_the_reply_alone(tmp_path: Path) -> None:
    async with running_core(tmp_path, answer("Leaflet"), answer()) as core:
        for id_ in (11, 12):
            await core.ask(id_=id_)
        await core.ended(2)
        assert await kept(core).of(FIRST, HERE) == LEAFLET
        assert await kept(core).of(FIRST, ELSEWHERE) == GONE
        assert await kept(core).of(Turn.of(question(12), owner="").id, HERE) == GONE
        assert await kept(core).of(1, HERE) == GONE


async def test_while_another_answer_is_waited_for_those_of_the_one_that_stands_there_are_shown(
    tmp_path: Path,
) -> None:
    go_on = asyncio.Event()
    async with running_core(tmp_path, answer("Leaflet"), [go_on, *answer("Book")]) as core:
        await core.ask(id_=11)
        await core.ended()

        async def read(asked: Question) -> Question:
            return replace(asked, text="why?")

        controls = Controls(core.intake, core.turns, core.dependencies.opt_outs)
        again = AskedAgain(Presser(ANN, 7), frozenset({1}), time.time())
        assert await controls.ask_again(FIRST, again, read) is None
        assert await kept(core).of(FIRST, HERE) == LEAFLET
        go_on.set()
        await core.ended(2)
        for turn_id in (FIRST, SECOND):
            assert await kept(core).of(turn_id, HERE) == [NumberedSource(1, Source("Book"))]


async def test_a_store_that_fails_is_observed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise StoreError("its server is away")

    monkeypatch.setattr(SqlSources, "of_turn", fail)
    async with running_core(tmp_path, answer("Leaflet")) as core:
        await core.ask(id_=11)
        await core.ended()
        assert await kept(core).of(FIRST, HERE) == Refusal(StoreError.text_key)
        failed = core.events[-1]
        assert isinstance(failed, OperationFailed)
        assert (failed.operation, failed.origin) == (Operation.LOOK_UP_SOURCES, HERE)
