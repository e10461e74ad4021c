"""Turns of a conversation come one after the other, and end when their place is taken away."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bridge_bot.core.errors import (
    ApiUnreachable,
    MessageGone,
    PlaceClosed,
    PlaceGone,
    PlatformError,
    PlatformForbidden,
)
from bridge_bot.core.events import OperationFailed
from bridge_bot.core.model import (
    AnswerText,
    ChannelDestination,
    ConversationKey,
    Question,
    StopReason,
    TurnState,
)
from bridge_bot.core.turns import owned_turns
from bridge_bot.discord_markdown import CURSOR
from tests.harness.running_core import ANN, Script, running_core


def growing() -> Script:
    """An answer that begins, and of which nothing more comes."""
    return [AnswerText("Half an"), asyncio.Event()]


async def test_a_question_seen_twice_is_answered_once(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        await core.ask(id_=11)
        await core.ask(id_=11)
        await core.ended()
        await core.turns.close(grace_s=5)
        assert len(core.source.requests) == 1
        assert core.platform.texts() == ["fine"]


async def test_a_failing_question_does_not_hold_up_the_next(tmp_path: Path) -> None:
    async with running_core(tmp_path, [ApiUnreachable("no")], [AnswerText("second")]) as core:
        await core.ask(id_=11)
        await core.ask(id_=12)
        first, second = await core.ended(2)
        assert (first.state, second.state) == (TurnState.FAILED, TurnState.DONE)
        assert core.platform.texts()[-1] == "second"


async def test_questions_of_a_conversation_are_asked_one_after_the_other(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("one"), go_on]) as core:
        await core.ask("first", id_=11)
        await core.ask("second", id_=12)
        await asyncio.sleep(0)
        assert [request.question for request in core.source.requests] in ([], ["first"])
        go_on.set()
        await core.ended(2)
        assert [request.question for request in core.source.requests] == ["first", "second"]


async def test_questions_that_waited_at_the_end_are_answered_after_the_next_start(
    tmp_path: Path,
) -> None:
    never = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("one"), never]) as core:
        for question in (11, 12, 13):
            await core.ask(f"question {question}", id_=question)
        await core.until_shown()
        await core.turns.close(grace_s=0)
        core.restart()
        await core.resume()
        await core.ended(3)
        asked = [request.question for request in core.source.requests]
        assert asked == ["question 11", "question 11", "question 12", "question 13"]
        assert core.platform.texts() == ["fine", "fine", "fine"]


async def test_unfinished_turns_are_taken_up_once_a_failing_store_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owned_turns, "CLAIM_EVERY_S", 0.01)
    async with running_core(tmp_path, [AnswerText("Half an"), asyncio.Event()]) as core:
        await core.ask()
        await core.until_shown()
        await core.turns.close(grace_s=0)
        core.restart()
        core.database.execute("ALTER TABLE turns RENAME TO lost")
        resuming = asyncio.create_task(core.resume())
        await core.until(lambda: any(isinstance(each, OperationFailed) for each in core.events))
        core.database.execute("ALTER TABLE lost RENAME TO turns")
        await resuming
        await core.ended()
        assert core.platform.texts() == ["fine"]


@pytest.mark.parametrize(
    "error", [PlaceGone("deleted"), PlaceClosed("archived"), PlatformForbidden("no more")], ids=repr
)
async def test_a_place_that_is_taken_away_stops_the_turn_and_ends_its_request(
    tmp_path: Path, error: PlatformError
) -> None:
    """Although the chatbot is silent, so that no write would fail."""
    async with running_core(tmp_path, growing()) as core:
        await core.ask()
        await core.until_shown()
        assert core.turns.channel_ids() == {7}
        core.turns.withdraw(7, error)
        (ended,) = await core.ended()
        assert (ended.state, ended.error) == (TurnState.STOPPED, error)
        assert ended.stop_reason is StopReason.PLACE_LOST
        assert core.source.left_early == 1
        assert core.turns.channel_ids() == frozenset()
        assert await core.unfinished() == []


async def test_replies_elsewhere_go_on(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    async with running_core(
        tmp_path, growing(), [AnswerText("All "), go_on, AnswerText("of it")]
    ) as core:
        await core.ask()
        await core.until_shown()
        elsewhere = Question(12, ConversationKey("8"), "why?", ANN, ChannelDestination(8), 1)
        await core.submit(elsewhere)
        await core.until_shown(2)
        core.turns.withdraw(7, PlaceGone("deleted"))
        await core.ended(1)
        go_on.set()
        await core.ended(2)
        assert core.platform.texts()[1] == "All of it"


async def test_a_question_that_waits_in_a_place_that_is_gone_is_not_asked(tmp_path: Path) -> None:
    async with running_core(tmp_path, growing()) as core:
        await core.ask(id_=11)
        await core.until_shown()
        await core.ask(id_=12)
        core.turns.withdraw(7, PlaceGone("deleted"))
        ends = await core.ended(2)
        assert [end.state for end in ends] == [TurnState.STOPPED] * 2
        assert len(core.source.requests) == 1


async def test_the_deletion_of_one_of_its_messages_stops_a_reply_and_removes_the_cursor(
    tmp_path: Path,
) -> None:
    words = "word " * 500
    async with running_core(tmp_path, [AnswerText(words), asyncio.Event()]) as core:
        await core.ask()
        await core.until(lambda: len(core.platform.texts()) == 2)
        await core.until(lambda: core.platform.texts()[1].endswith(CURSOR))
        first, *_ = core.platform.messages
        core.platform.messages[first].deleted = True
        core.turns.withdraw(7, MessageGone("deleted"), {first})
        (ended,) = await core.ended()
        assert ended.state is TurnState.STOPPED
        assert len(core.platform.texts()) == 1
        assert not core.platform.texts()[0].endswith(CURSOR)


async def test_the_deletion_of_another_message_stops_nothing(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("All "), go_on, AnswerText("of it")]) as core:
        await core.ask()
        await core.until_shown()
        core.turns.withdraw(7, MessageGone("deleted"), {1, 2})
        go_on.set()
        await core.ended()
        assert core.platform.texts() == ["All of it"]


async def test_a_write_that_finds_its_message_gone_stops_the_turn_too(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    async with running_core(
        tmp_path, [AnswerText("Half "), go_on, AnswerText("an"), asyncio.Event()]
    ) as core:
        await core.ask()
        await core.until_shown()
        core.platform.messages[1000].deleted = True
        go_on.set()
        (ended,) = await core.ended()
        assert (ended.state, type(ended.error)) == (TurnState.STOPPED, MessageGone)
        assert core.source.left_early == 1
