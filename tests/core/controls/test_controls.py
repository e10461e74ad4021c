"""What a press does, and what it is refused for."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bridge_bot.core.controls.controls import AskedAgain, Controls, ReadQuestion
from bridge_bot.core.controls.presser import Presser
from bridge_bot.core.errors import ApiRejected, QuestionGone
from bridge_bot.core.model import (
    AnswerHeader,
    AnswerText,
    ChatRequest,
    Control,
    Member,
    Question,
    StopReason,
    Turn,
    TurnState,
)
from bridge_bot.core.policy.policy import Policy
from bridge_bot.core.policy.refusal import Refusal
from tests.harness.english import notice_text
from tests.harness.running_core import ANN, RunningCore, Script, header, running_core, set_paused
from tests.store.samples import question

CHANNEL_ID = 7
ASKER, STRANGER = Presser(ANN, CHANNEL_ID), Presser(Member(8), CHANNEL_ID)
MODERATOR = Presser(Member(9), CHANNEL_ID, may_manage_messages=True)
MODERATOR_ELSEWHERE = replace(MODERATOR, channel_id=CHANNEL_ID + 1)
FIRST = Turn.of(question(11), owner="").id


def controls(core: RunningCore) -> Controls:
    return Controls(core.intake, core.turns, core.dependencies.opt_outs)


@pytest.mark.parametrize(
    ("presser", "reason"), [(ASKER, StopReason.MEMBER), (MODERATOR, StopReason.MODERATOR)]
)
async def test_what_came_of_a_stopped_answer_stays(
    tmp_path: Path, presser: Presser, reason: StopReason
) -> None:
    async with running_core(tmp_path, [AnswerText("Half an"), asyncio.Event()]) as core:
        await core.ask()
        await core.until_shown()
        assert await controls(core).stop(FIRST, presser) is None
        (ended,) = await core.ended()
        assert (ended.state, ended.stop_reason, ended.error) == (TurnState.STOPPED, reason, None)
        assert core.platform.texts() == [f"Half an\n\n{notice_text('ending-stopped')}"]
        assert core.source.left_early == 1


@pytest.mark.parametrize("presser", [STRANGER, MODERATOR_ELSEWHERE])
async def test_a_stranger_stops_nothing(tmp_path: Path, presser: Presser) -> None:
    """Nor does who may manage messages elsewhere, and forges a press there."""
    on = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("Half "), on, AnswerText("and half")]) as core:
        await core.ask()
        await core.until_shown()
        assert await controls(core).stop(FIRST, presser) == Refusal("control-not-yours")
        on.set()
        (ended,) = await core.ended()
        assert ended.state is TurnState.DONE


async def test_what_is_over_or_not_kept_is_said_to_be_so(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        assert await controls(core).stop(FIRST, ASKER) == Refusal("control-forgotten")
        await core.ask()
        await core.until_finished()
        await core.ended()
        assert await controls(core).stop(FIRST, ASKER) == Refusal("control-over")


async def test_an_answer_of_another_process_can_be_stopped_once_it_is_here(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        turn = Turn.of(question(11), owner="another")
        await core.store.turns.accept(turn, lease_s=60)
        asker = Presser(turn.question.asker, CHANNEL_ID)
        assert await controls(core).stop(turn.id, asker) == Refusal("control-elsewhere")


async def read(asked: Question) -> Question:
    """The question as its message says it now."""
    return replace(asked, text="why not?")


async def gone(asked: Question) -> Question:
    raise QuestionGone("deleted")


def by(presser: Presser) -> AskedAgain:
    return AskedAgain(presser, frozenset({1}), time.time())


async def test_a_question_is_asked_again_in_the_same_messages(tmp_path: Path) -> None:
    async with running_core(tmp_path, [header("uid-1"), AnswerText("Because.")]) as core:
        await core.ask()
        await core.ended()
        assert await controls(core).ask_again(FIRST, by(MODERATOR), read) is None
        await core.ended(2)
        assert core.platform.texts() == ["fine"]
        assert core.source.requests[-1] == ChatRequest("why not?", "auto", "uid-1")
        second = Turn.of(question(11), owner="", attempt=2).id
        assert await controls(core).ask_again(second, by(ASKER), read) is None  # still hers
        assert len(await core.ended(3)) == 3


def offers(core: RunningCore, control: Control) -> bool:
    """Whether the one answer is shown with a control."""
    messages = core.platform.messages.values()
    return any(each.control is control for message in messages for each in message.buttons)


async def test_the_sources_of_the_newest_answer_take_the_place_of_those_before(
    tmp_path: Path,
) -> None:
    """Also where it has none, or does not come to its end; until then those of the answer that is
    shown are kept, and its button too.
    """
    scripts: list[Script] = [
        [AnswerHeader("uid", related_docs=("A",)), AnswerText("So.")],
        [ApiRejected("no")],
        [AnswerHeader("uid", related_docs=("B",)), AnswerText("So.")],
        [AnswerText("So."), ApiRejected("no")],
    ]
    async with running_core(tmp_path, *scripts) as core:
        await core.ask()
        await core.ended()
        kept = [core.database.rows("SELECT turn_id, title FROM sources")]
        offered = [offers(core, Control.SOURCES)]
        turn_ids = [Turn.of(question(11), owner="", attempt=each + 1).id for each in range(4)]
        for attempt, former in enumerate(turn_ids[:3], 2):
            assert await controls(core).ask_again(former, by(ASKER), read) is None
            await core.ended(attempt)
            kept.append(core.database.rows("SELECT turn_id, title FROM sources"))
            offered.append(offers(core, Control.SOURCES))
            assert len(core.platform.messages) == 1
        assert kept == [[(turn_ids[0], "A")], [(turn_ids[0], "A")], [(turn_ids[2], "B")], []]
        assert offered == [True, True, True, False]


@pytest.mark.parametrize(
    ("presser", "reading", "text_key"),
    [
        (STRANGER, read, "control-not-yours"),
        (MODERATOR_ELSEWHERE, read, "control-not-yours"),
        (ASKER, gone, "control-question-gone"),
    ],
)
async def test_what_can_not_be_asked_again_is_told(
    tmp_path: Path, presser: Presser, reading: ReadQuestion, text_key: str
) -> None:
    """And it does not count as asked."""
    policy = Policy(questions_per_minute=2)
    async with running_core(tmp_path, policy=policy) as core:
        await core.ask()
        await core.ended()
        for _ in range(3):
            refusal = await controls(core).ask_again(FIRST, by(presser), reading)
            assert refusal == Refusal(text_key)
        assert await controls(core).ask_again(FIRST, by(ASKER), read) is None


async def test_what_is_being_answered_is_not_asked_again(tmp_path: Path) -> None:
    async with running_core(tmp_path, [AnswerText("Half"), asyncio.Event()]) as core:
        await core.ask()
        await core.until_shown()
        refusal = await controls(core).ask_again(FIRST, by(ASKER), read)
        assert refusal == Refusal("control-not-over")
        await controls(core).stop(FIRST, ASKER)
        await core.ended()


async def test_a_press_just_before_the_end_of_a_turn_is_stored_asks_again(tmp_path: Path) -> None:
    """The button is seen as soon as the reply is complete."""
    async with running_core(tmp_path) as core:
        core.platform.latency_s = 0.2  # so long the last write takes to be known to have worked
        await core.ask()
        await core.until(lambda: offers(core, Control.REGENERATE))
        assert not core.ends()
        assert await controls(core).ask_again(FIRST, by(ASKER), read) is None
        await core.ended(2)


async def test_who_presses_twice_is_told_that_it_is_being_answered(tmp_path: Path) -> None:
    """Whether both presses come at once, or the second while the new answer is waited for."""
    async with running_core(tmp_path, [AnswerText("So.")], [asyncio.Event()]) as core:
        await core.ask()
        await core.ended()
        asking = [controls(core).ask_again(FIRST, by(ASKER), read) for _ in range(2)]
        told = [
            *await asyncio.gather(*asking),
            await controls(core).ask_again(FIRST, by(ASKER), read),
        ]
        assert sorted(told, key=str) == [None, *[Refusal("control-not-over")] * 2]
        await core.until(lambda: len(core.source.requests) == 2)
        await core.turns.close(grace_s=0)


async def test_a_limit_of_the_presser_holds(tmp_path: Path) -> None:
    async with running_core(tmp_path, policy=Policy(questions_per_minute=1)) as core:
        await core.ask()
        await core.ended()
        refused = await controls(core).ask_again(FIRST, by(ASKER), read)
        assert refused is not None
        assert refused.text_key == "refused-too-many"
        assert await controls(core).ask_again(FIRST, by(MODERATOR), read) is None


async def test_each_time_that_a_question_is_asked_again_counts_for_the_minute(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path, policy=Policy(questions_per_minute=3)) as core:
        await core.ask()
        await core.ended()
        for attempt in (1, 2):
            turn_id = Turn.of(question(11), owner="", attempt=attempt).id
            assert await controls(core).ask_again(turn_id, by(ASKER), read) is None
            await core.ended(attempt + 1)
        turn_id = Turn.of(question(11), owner="", attempt=3).id
        refused = await controls(core).ask_again(turn_id, by(ASKER), read)
        assert refused is not None
        assert refused.text_key == "refused-too-many"


async def test_a_question_that_is_gone_leaves_what_its_asker_asked_before_counted(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path, policy=Policy(questions_per_minute=2)) as core:
        await core.ask()
        await core.ended()
        refusal = await controls(core).ask_again(FIRST, by(ASKER), gone)
        assert refusal == Refusal("control-question-gone")
        assert await controls(core).ask_again(FIRST, by(ASKER), read) is None
        await core.ended(2)
        second = Turn.of(question(11), owner="", attempt=2).id
        refused = await controls(core).ask_again(second, by(ASKER), read)
        assert refused is not None
        assert refused.text_key == "refused-too-many"


async def test_a_pause_holds(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        await core.ask()
        await core.ended()
        await set_paused(core, is_paused=True)
        refused = await controls(core).ask_again(FIRST, by(ASKER), read)
        assert refused == Refusal("refused-paused")
