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
from tests.harness.running_core import ANN, RunningCore, Script, running_core


def growing() -> Script:
    """An answer that begins, and of which nothing more comes."""
    return [AnswerText("Half an"), asyncio.Event()]


async def begun(core: RunningCore, replies: int = 1) -> None:
    await core.until(lambda: len(core.platform.messages) == replies)


@pytest.mark.parametrize(
    "error", [PlaceGone("deleted"), PlaceClosed("archived"), PlatformForbidden("no more")], ids=repr
)
async def test_a_place_that_is_taken_away_stops_the_turn_and_ends_its_request(
    tmp_path: Path, error: PlatformError
) -> None:
    """Although the chatbot is silent, so that no write would tell."""
    async with running_core(tmp_path, growing()) as core:
        await core.ask()
        await begun(core)
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
        await begun(core)
        elsewhere = Question(12, ConversationKey("8"), "why?", ANN, ChannelDestination(8), 1)
        await core.submit(elsewhere)
        await begun(core, 2)
        core.turns.withdraw(7, PlaceGone("deleted"))
        await core.ended(1)
        go_on.set()
        await core.ended(2)
        assert core.platform.texts()[1] == "All of it"


async def test_a_question_that_waits_in_a_place_that_is_gone_is_not_asked(tmp_path: Path) -> None:
    async with running_core(tmp_path, growing()) as core:
        await core.ask(id_=11)
        await begun(core)
        await core.ask(id_=12)
        core.turns.withdraw(7, PlaceGone("deleted"))
        ends = await core.ended(2)
        assert [end.state for end in ends] == [TurnState.STOPPED] * 2
        assert len(core.source.requests) == 1


async def test_the_deletion_of_one_of_its_messages_stops_a_reply_and_takes_the_mark_off(
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
        await begun(core)
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
        await begun(core)
        core.platform.messages[1000].deleted = True
        go_on.set()
        (ended,) = await core.ended()
        assert (ended.state, type(ended.error)) == (TurnState.STOPPED, MessageGone)
        assert core.source.left_early == 1
