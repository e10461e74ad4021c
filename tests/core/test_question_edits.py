"""An edited question: which text is asked, in which messages, and what is counted and told."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from bridge_bot.core.controls.controls import Controls
from bridge_bot.core.controls.presser import Presser
from bridge_bot.core.errors import ApiUnreachable
from bridge_bot.core.model import (
    AnswerDelayed,
    AnswerText,
    ChannelDestination,
    DelayReason,
    IncomingQuestion,
    Question,
    StopReason,
    Turn,
    TurnState,
)
from bridge_bot.core.policy.daily_limits import DailyLimits
from bridge_bot.core.policy.policy import Policy
from bridge_bot.core.question_edits import MOST_RESTARTS, QuestionEdits
from tests.harness.english import notice_text, text
from tests.harness.running_core import ANN, HERE, RunningCore, Script, header, running_core

TEXT = "why?"


def growing(words: str = "Half an", *, uid: str = "uid-1") -> Script:
    """An answer that begins, and of which nothing more comes."""
    return [header(uid), AnswerText(words), asyncio.Event()]


def edited(words: str, id_: int = 11) -> IncomingQuestion:
    question = Question(id_, HERE, words, ANN, ChannelDestination(7), 1)
    return IncomingQuestion(question, frozenset({1}), time.time())


async def edit(core: RunningCore, words: str, id_: int = 11) -> None:
    await QuestionEdits(core.intake, core.turns).take(edited(words, id_))


def asked(core: RunningCore) -> list[str]:
    return [request.question for request in core.source.requests]


async def test_an_answer_begins_anew_in_the_same_message_before_later_questions(
    tmp_path: Path,
) -> None:
    """Its request is given up, the conversation goes on, and nothing is said of it."""
    async with running_core(tmp_path, growing(), [AnswerText("Because.")]) as core:
        await core.ask(TEXT)
        await core.ask("and then?", id_=12)
        await core.until_shown()
        await edit(core, "why not?")
        first, *_ = await core.ended(3)
        assert (first.state, first.stop_reason) == (TurnState.STOPPED, StopReason.EDITED)
        assert asked(core) == [TEXT, "why not?", "and then?"]
        assert core.source.requests[1].conversation_uid == "uid-1"
        assert core.source.left_early == 1
        assert core.platform.texts() == ["Because.", "fine"]
        rows = core.database.rows("SELECT attempt, state, error, question FROM turns ORDER BY id")
        assert sorted(rows) == [
            (1, "done", None, None),
            (1, "stopped", "QuestionEdited", None),
            (2, "done", None, None),
        ]


async def test_a_post_that_is_under_way_then_does_not_double(tmp_path: Path) -> None:
    async with running_core(tmp_path, growing(), [AnswerText("Because.")]) as core:
        core.platform.latency_s = 0.2  # it is there so long before the bot knows
        await core.ask(TEXT)
        await core.until_shown()
        await edit(core, "why not?")
        await core.ended(2)
        assert core.platform.texts() == ["Because."]


async def test_where_a_hint_is_shown_only_the_answer_stays(tmp_path: Path) -> None:
    """Also if that fails."""
    slow: Script = [AnswerDelayed(DelayReason.SLOW), asyncio.Event()]
    async with running_core(tmp_path, slow, [ApiUnreachable("no")]) as core:
        await core.ask(TEXT)
        await core.until_shown()
        await edit(core, "why not?")
        await core.ended(2)
        assert core.platform.texts() == [notice_text("error-api-unreachable")]


async def test_one_that_waits_is_asked_with_its_new_text_and_counts_once(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    policy = Policy(questions_per_minute=2)
    async with running_core(tmp_path, [AnswerText("one"), go_on], policy=policy) as core:
        await core.ask("first")
        await core.until_shown()
        await core.ask("second", id_=12)
        for words in ("second, please", "second, now"):
            await edit(core, words, id_=12)
        stored = core.database.rows("SELECT question FROM turns WHERE question_id = 12")
        assert stored == [("second, now",)]
        go_on.set()
        await core.ended(2)
        assert asked(core) == ["first", "second, now"]
        assert core.platform.texts() == ["one", "fine"]


async def test_after_three_new_beginnings_the_answer_goes_on_and_that_is_told_once(
    tmp_path: Path,
) -> None:
    go_on = asyncio.Event()
    scripts = [growing() for _ in range(MOST_RESTARTS)]
    async with running_core(tmp_path, *scripts, [AnswerText("The "), go_on]) as core:
        await core.ask(TEXT)
        for number in range(MOST_RESTARTS + 3):
            await core.until(lambda: len(asked(core)) == min(number, MOST_RESTARTS) + 1)  # noqa: B023
            await core.until_shown()
            await edit(core, f"why, {number}?")
        go_on.set()
        await core.ended(MOST_RESTARTS + 1)
        assert asked(core) == [TEXT, "why, 0?", "why, 1?", "why, 2?"]
        why = text("edited-too-often", limit=MOST_RESTARTS)
        assert core.platform.texts() == ["The", text("edited-not-asked", reason=why)]


@pytest.mark.parametrize("words", [TEXT, ""])
async def test_an_unchanged_text_and_none_change_nothing(tmp_path: Path, words: str) -> None:
    go_on = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("All "), go_on, AnswerText("of it")]) as core:
        await core.ask(TEXT)
        await core.until_shown()
        await edit(core, words)
        go_on.set()
        await core.ended()
        await edit(core, "too late")
        assert asked(core) == [TEXT]
        assert core.platform.texts() == ["All of it"]


async def test_where_a_limit_refuses_it_the_answer_goes_on_and_that_is_told_once(
    tmp_path: Path,
) -> None:
    go_on = asyncio.Event()
    limits = DailyLimits(per_member=1)
    script: Script = [AnswerText("All "), go_on, AnswerText("of it")]
    async with running_core(tmp_path, script, limits=limits) as core:
        await core.ask(TEXT)
        await core.until_shown()
        for words in ("why not?", "why though?"):
            await edit(core, words)
        go_on.set()
        await core.ended()
        assert asked(core) == [TEXT]
        answer, told = core.platform.texts()
        assert answer == "All of it"
        assert told.startswith(text("edited-not-asked", reason=""))
        assert "one question for today" in told


async def test_each_new_beginning_counts_for_the_minute(tmp_path: Path) -> None:
    policy = Policy(questions_per_minute=2)
    async with running_core(tmp_path, growing(), growing("Other"), policy=policy) as core:
        await core.ask(TEXT)
        await core.until_shown()
        await edit(core, "why not?")
        await core.until(lambda: core.platform.texts()[0].startswith("Other"))
        await edit(core, "why though?")
        assert asked(core) == [TEXT, "why not?"]
        assert len(core.platform.texts()) == 2
        await core.turns.close(grace_s=0)


async def test_the_button_of_the_attempt_before_stops_the_new_one(tmp_path: Path) -> None:
    async with running_core(tmp_path, growing(), growing("Other")) as core:
        await core.ask(TEXT)
        await core.until_shown()
        await edit(core, "why not?")
        first = Turn.of(edited(TEXT).question, owner="").id
        controls = Controls(core.intake, core.turns, core.dependencies.opt_outs)
        await core.until(lambda: len(asked(core)) == 2)
        assert await controls.stop(first, Presser(ANN, 7)) is None
        *_, last = await core.ended(2)
        assert last.stop_reason is StopReason.MEMBER


async def test_what_ends_the_answer_while_it_begins_anew_ends_the_new_one(tmp_path: Path) -> None:
    async with running_core(tmp_path, growing(), growing("Other")) as core:
        await core.ask(TEXT)
        await core.until_shown()
        editing = asyncio.create_task(edit(core, "why not?"))
        await core.until(lambda: core.source.left_early == 1)
        core.turns.withdraw_questions({11})
        await editing
        await core.until_finished()
        await core.until(lambda: core.ends()[-1].stop_reason is StopReason.QUESTION_DELETED)
        assert core.platform.texts()[-1].endswith(notice_text("ending-question-deleted"))


async def test_a_store_that_fails_ends_the_answer_with_a_word(tmp_path: Path) -> None:
    async with running_core(tmp_path, growing()) as core:
        await core.ask(TEXT)
        await core.until_shown()
        core.database.execute("ALTER TABLE turns RENAME TO lost")
        await edit(core, "why not?")
        (ended,) = await core.ended()
        core.database.execute("ALTER TABLE lost RENAME TO turns")
        assert ended.state is TurnState.FAILED
        assert core.platform.texts() == [f"Half an\n\n{notice_text('error-store')}"]
        assert asked(core) == [TEXT]


async def test_after_a_crash_the_new_text_is_asked_in_the_same_message(tmp_path: Path) -> None:
    async with running_core(tmp_path, growing(), growing("Other"), [AnswerText("End.")]) as core:
        await core.ask(TEXT)
        await core.until_shown()
        await edit(core, "why not?")
        await core.until(lambda: len(asked(core)) == 2)
        await core.turns.close(grace_s=0)
        core.restart()
        await core.resume()
        await core.until_finished()
        assert asked(core) == [TEXT, "why not?", "why not?"]
        assert core.platform.texts() == ["End."]
