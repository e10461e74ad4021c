"""What a reply needs is taken away while it grows: the answer is given up, and nothing else."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bridge_bot.core.errors import (
    MessageGone,
    PlaceClosed,
    PlaceGone,
    PlatformError,
    PlatformForbidden,
)
from bridge_bot.core.model import (
    AnswerText,
    ChannelDestination,
    ConversationKey,
    Question,
    StopReason,
    TurnState,
)
from bridge_bot.discord_markdown import CURSOR
from tests.core.scene import ANN, Scene, Script, scene


def growing() -> Script:
    """An answer that begins, and of which nothing more comes."""
    return [AnswerText("Half an"), asyncio.Event()]


async def begun(stage: Scene, replies: int = 1) -> None:
    await stage.until(lambda: len(stage.platform.messages) == replies)


@pytest.mark.parametrize(
    "error", [PlaceGone("deleted"), PlaceClosed("archived"), PlatformForbidden("no more")], ids=repr
)
async def test_a_place_that_is_taken_away_stops_the_turn_and_ends_its_request(
    tmp_path: Path, error: PlatformError
) -> None:
    """Although the chatbot is silent, so that no write would tell."""
    async with scene(tmp_path, growing()) as stage:
        await stage.ask()
        await begun(stage)
        assert stage.turns.channel_ids() == {7}
        stage.turns.withdraw(7, error)
        (ended,) = await stage.ended()
        assert (ended.state, ended.error) == (TurnState.STOPPED, error)
        assert ended.stop_reason is StopReason.PLACE_LOST
        assert stage.source.left_early == 1
        assert stage.turns.channel_ids() == frozenset()
        assert await stage.unfinished() == []


async def test_replies_elsewhere_go_on(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    async with scene(
        tmp_path, growing(), [AnswerText("All "), go_on, AnswerText("of it")]
    ) as stage:
        await stage.ask()
        await begun(stage)
        elsewhere = Question(12, ConversationKey("8"), "why?", ANN, ChannelDestination(8), 1)
        await stage.submit(elsewhere)
        await begun(stage, 2)
        stage.turns.withdraw(7, PlaceGone("deleted"))
        await stage.ended(1)
        go_on.set()
        await stage.ended(2)
        assert stage.platform.texts()[1] == "All of it"


async def test_a_question_that_waits_in_a_place_that_is_gone_is_not_asked(tmp_path: Path) -> None:
    async with scene(tmp_path, growing()) as stage:
        await stage.ask(id_=11)
        await begun(stage)
        await stage.ask(id_=12)
        stage.turns.withdraw(7, PlaceGone("deleted"))
        ends = await stage.ended(2)
        assert [end.state for end in ends] == [TurnState.STOPPED] * 2
        assert len(stage.source.requests) == 1


async def test_the_deletion_of_one_of_its_messages_stops_a_reply_and_takes_the_mark_off(
    tmp_path: Path,
) -> None:
    words = "word " * 500
    async with scene(tmp_path, [AnswerText(words), asyncio.Event()]) as stage:
        await stage.ask()
        await stage.until(lambda: len(stage.platform.texts()) == 2)
        await stage.until(lambda: stage.platform.texts()[1].endswith(CURSOR))
        first, *_ = stage.platform.messages
        stage.platform.messages[first].deleted = True
        stage.turns.withdraw(7, MessageGone("deleted"), {first})
        (ended,) = await stage.ended()
        assert ended.state is TurnState.STOPPED
        assert len(stage.platform.texts()) == 1
        assert not stage.platform.texts()[0].endswith(CURSOR)


async def test_the_deletion_of_another_message_stops_nothing(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    async with scene(tmp_path, [AnswerText("All "), go_on, AnswerText("of it")]) as stage:
        await stage.ask()
        await begun(stage)
        stage.turns.withdraw(7, MessageGone("deleted"), {1, 2})
        go_on.set()
        await stage.ended()
        assert stage.platform.texts() == ["All of it"]


async def test_a_write_that_finds_its_message_gone_stops_the_turn_too(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    async with scene(
        tmp_path, [AnswerText("Half "), go_on, AnswerText("an"), asyncio.Event()]
    ) as stage:
        await stage.ask()
        await begun(stage)
        stage.platform.messages[1000].deleted = True
        go_on.set()
        (ended,) = await stage.ended()
        assert (ended.state, type(ended.error)) == (TurnState.STOPPED, MessageGone)
        assert stage.source.left_early == 1
