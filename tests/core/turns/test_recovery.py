"""Whether an unfinished turn is asked again, by its state, its age and what was shown of it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bridge_bot.core.errors import (
    PlatformBusy,
    TurnAbandoned,
    TurnGivenUp,
)
from bridge_bot.core.model import (
    AnswerText,
    ChannelDestination,
    ConversationKey,
    Member,
    Question,
    StopReason,
    Turn,
    TurnState,
    UnfinishedTurn,
    response_conversation,
)
from bridge_bot.core.replies.notices import subtext
from bridge_bot.core.turns.recovery import reason_not_to_ask_again
from bridge_bot.core.turns.retry_queue import RETRIED_FOR_S
from bridge_bot.discord_markdown import CURSOR
from tests.harness.english import ENGLISH, notice_text, text
from tests.harness.running_core import header, running_core

HOUR_S = 3600
ACCEPTED_AT_S = 1_000_000


def unfinished(
    state: TurnState = TurnState.ASKED,
    *,
    times_begun: int = 1,
    shown: bool = False,
    text: str = "why?",
    error: str = "",
) -> UnfinishedTurn:
    """A turn of that kind, accepted at `ACCEPTED_AT_S`."""
    asked = Question(11, ConversationKey("7"), text, Member(3), ChannelDestination(7))
    return UnfinishedTurn(
        Turn.of(asked, owner="an earlier process"),
        state,
        accepted_at_s=ACCEPTED_AT_S,
        times_begun=times_begun,
        message_ids=(1000,) if shown else (),
        error=error,
    )


def reason(turn: UnfinishedTurn, now_s: float, *, catch_up_s: float = 6 * HOUR_S) -> str | None:
    """Why its question is not asked again: a key of `texts`, or `ABANDONED`; None: it is."""
    match reason_not_to_ask_again(turn, now_s=now_s, catch_up_s=catch_up_s):
        case TurnGivenUp(text_key=text_key):
            return text_key
        case TurnAbandoned():
            return ABANDONED
        case None:
            return None


ENDING = TurnState.ENDING
ABANDONED = "abandoned"


@pytest.mark.parametrize(
    ("turn", "age_s", "expected"),
    [
        pytest.param(unfinished(TurnState.QUEUED, times_begun=0), 0, None, id="it waited"),
        pytest.param(unfinished(), 6 * HOUR_S, None, id="nothing shown, not too old"),
        pytest.param(unfinished(), 6 * HOUR_S + 1, "given-up-late", id="too old"),
        pytest.param(unfinished(shown=True), HOUR_S, None, id="shown, an hour old"),
        pytest.param(unfinished(shown=True), HOUR_S + 1, "given-up-late", id="shown, older"),
        pytest.param(unfinished(text=""), 0, "given-up-late", id="the question is gone"),
        pytest.param(unfinished(times_begun=2), 0, "given-up-crashing", id="begun twice"),
        pytest.param(unfinished(ENDING), 0, "given-up-ended", id="ending, not known why"),
        pytest.param(
            unfinished(ENDING, error="TextRefused"), 0, "error-text-refused", id="ending, why"
        ),
        pytest.param(
            unfinished(ENDING, error="ApiTimeout"), 0, "given-up-ended", id="ending, why no more"
        ),
        pytest.param(unfinished(ENDING), RETRIED_FOR_S, "given-up-ended", id="ending for 28 days"),
        pytest.param(unfinished(ENDING), RETRIED_FOR_S + 1, ABANDONED, id="ending for longer"),
    ],
)
def test_why_a_question_is_not_asked_again(
    turn: UnfinishedTurn, age_s: float, expected: str | None
) -> None:
    assert reason(turn, ACCEPTED_AT_S + age_s) == expected


def test_a_question_whose_answer_was_for_a_lost_response_is_not_asked_again() -> None:
    """Not even where the bot could write by now: the answer was for its asker alone."""
    left = unfinished()
    asked = replace(left.turn.question, conversation=response_conversation(3, 7))
    turn = replace(left, turn=replace(left.turn, question=asked))
    assert reason(turn, ACCEPTED_AT_S) == ABANDONED


def test_what_was_shown_does_not_make_a_turn_last_longer_than_questions_may() -> None:
    shown = unfinished(shown=True)
    assert reason(shown, ACCEPTED_AT_S + 61.0, catch_up_s=60.0) == "given-up-late"


async def test_an_interrupted_turn_is_kept_and_finished_in_the_same_message(
    tmp_path: Path,
) -> None:
    never = asyncio.Event()
    async with running_core(tmp_path, [header(), AnswerText("Half an"), never]) as core:
        await core.ask()
        await core.until_shown()
        await core.turns.close(grace_s=0)
        (unfinished,) = await core.unfinished()
        assert (unfinished.state, unfinished.times_begun, unfinished.turn.question.text) == (
            TurnState.QUEUED,
            0,
            "why?",
        )
        core.source.scripts.append([AnswerText("Half an answer, "), AnswerText("whole.")])
        core.restart()
        await core.resume()
        await core.ended()
        assert core.platform.texts() == ["Half an answer, whole."]
        assert core.source.requests[1].conversation_uid == "uid-1"
        assert await core.unfinished() == []


async def test_what_was_shown_is_not_taken_back_while_the_same_answer_comes_again(
    tmp_path: Path,
) -> None:
    never = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("one two three"), never]) as core:
        await core.ask()
        await core.until_shown()
        await core.turns.close(grace_s=0)
        go_on = asyncio.Event()
        core.source.scripts.append([AnswerText("one"), go_on, AnswerText(" two three four")])
        core.restart()
        await core.resume()
        await core.until(lambda: len(core.source.requests) == 2)
        go_on.set()
        await core.ended()
        (shown,) = core.platform.messages.values()
        assert [state for _, state in shown.states] == [
            f"one two three {CURSOR}",
            f"one two three\n\n{subtext('ending-interrupted', ENGLISH)}",
            "one two three four",
        ]


@pytest.mark.parametrize(
    ("times_begun", "hours", "text_key"),
    [(2, 0.0, "given-up-crashing"), (1, 2.0, "given-up-late"), (1, 7.0, "given-up-late")],
)
async def test_a_turn_that_is_given_up_says_why_below_what_was_shown(
    tmp_path: Path, times_begun: int, hours: float, text_key: str
) -> None:
    never = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("Half an"), never]) as core:
        await core.ask()
        await core.until_shown()
        await core.turns.close(grace_s=0)
        (unfinished,) = await core.unfinished()
        for _ in range(times_begun):
            await core.store.turns.begin(unfinished.turn.id)
        core.restart()
        await core.resume(later_s=hours * 3600)
        (ended,) = await core.ended()
        (shown,) = core.platform.texts()
        assert shown.startswith("Half an\n\n")
        assert text(text_key) in shown
        assert ended.state is TurnState.FAILED
        assert len(core.source.requests) == 1
        assert await core.unfinished() == []


async def test_a_stop_while_a_turn_is_given_up_does_not_ask_it_again(tmp_path: Path) -> None:
    async with running_core(tmp_path, [AnswerText("Half an"), asyncio.Event()]) as core:
        await core.ask()
        await core.until_shown()
        await core.turns.close(grace_s=0)
        core.restart()
        core.platform.failures = [PlatformBusy("an outage")] * 10
        await core.resume(later_s=7 * 3600)
        await core.until(lambda: len(core.platform.failures) < 10)
        await core.turns.close(grace_s=0)
        first, second = core.ends()
        assert (first.state, first.stop_reason) == (TurnState.QUEUED, StopReason.SHUTDOWN)
        assert (second.state, second.stop_reason) == (TurnState.ENDING, StopReason.SHUTDOWN)
        assert isinstance(second.error, TurnGivenUp)
        core.platform.failures.clear()
        core.restart()
        await core.resume()
        await core.until_finished()
        (shown,) = core.platform.texts()
        assert notice_text("given-up-ended") in shown
        assert len(core.source.requests) == 1
