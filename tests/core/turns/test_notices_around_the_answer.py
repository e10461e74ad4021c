"""What the bot itself says above, below and after an answer."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bridge_bot.core.errors import AnswerBrokenOff, AnswerTooLong, PlatformForbidden
from bridge_bot.core.model import AnswerHeader, AnswerText, ChannelDestination, TurnState
from bridge_bot.core.turns import asking
from tests.harness.english import text
from tests.harness.running_core import ANN, Script, header, running_core


async def test_a_system_message_is_shown_apart_as_subtext(tmp_path: Path) -> None:
    said = AnswerHeader("uid-1", system_message="Maintenance at 8.\nBe quick.")
    async with running_core(tmp_path, [said, AnswerText("Because.")]) as core:
        await core.ask()
        await core.ended()
        assert core.platform.texts() == ["-# Maintenance at 8.\n-# Be quick.\nBecause."]


async def test_a_system_message_stands_below_the_word_of_a_lost_context(tmp_path: Path) -> None:
    said = AnswerHeader("uid-1", system_message="Maintenance.", context_lost=True)
    async with running_core(tmp_path, [said, AnswerText("Because.")]) as core:
        await core.ask()
        await core.ended()
        lost = f"-# {text('context-lost')}"
        assert core.platform.texts() == [f"{lost}\n-# Maintenance.\nBecause."]


async def test_of_two_headers_the_last_one_counts(tmp_path: Path) -> None:
    first, second = (AnswerHeader("uid-1", system_message=each) for each in ("One.", "Two."))
    async with running_core(tmp_path, [first, second, AnswerText("Because.")]) as core:
        await core.ask()
        await core.ended()
        assert core.platform.texts() == ["-# Two.\nBecause."]


async def test_a_system_message_is_shown_with_an_answer_that_is_empty(tmp_path: Path) -> None:
    said = AnswerHeader("uid-1", system_message="Maintenance.")
    async with running_core(tmp_path, [said]) as core:
        await core.ask()
        await core.ended()
        assert core.platform.texts() == [f"-# Maintenance.\n{text('reply-empty')}"]


async def test_an_answer_without_end_is_ended_with_a_word(tmp_path: Path) -> None:
    piece = AnswerText("word " * 20_000)
    pieces = [piece] * (asking.MOST_CHARS // len(piece.text) + 1)
    async with running_core(tmp_path, [header(), *pieces, asyncio.Event()], max_pages=1) as core:
        await core.ask()
        (ended,) = await core.ended()
        assert isinstance(ended.error, AnswerTooLong)
        page, attached = core.platform.texts()
        assert page.endswith(text("ending-notice", notice=text("error-answer-too-long")))
        assert attached == text("answer-attached")


async def test_who_asked_is_told_when_an_answer_took_long_and_nobody_else(tmp_path: Path) -> None:
    go_on = asyncio.Event()
    script: Script = [header(), AnswerText("one "), go_on, AnswerText("two")]
    async with running_core(tmp_path, script, notify_after_s=0.01) as core:
        await core.ask()
        await core.until(lambda: bool(core.platform.messages))
        await asyncio.sleep(0.02)
        go_on.set()
        await core.ended()
        await core.until(lambda: len(core.platform.messages) == 2)
        answer, told = core.platform.messages.values()
        assert (answer.ping, told.ping) == (None, ANN.id)
        assert told.text == text("answer-complete")
        assert told.destination == ChannelDestination(7, reply_to=1000)


async def test_nobody_is_told_of_a_quick_answer_or_of_one_that_failed(tmp_path: Path) -> None:
    quick: Script = [header(), AnswerText("one")]
    failing: Script = [header(), AnswerText("Half"), AnswerBrokenOff("cut")]
    for after_s, script in ((60.0, quick), (1e-9, failing)):
        folder = tmp_path / str(after_s)
        folder.mkdir()
        async with running_core(folder, script, notify_after_s=after_s) as core:
            await core.ask()
            await core.ended()
            await core.turns.close(grace_s=5)
            assert len(core.platform.messages) == 1


async def test_a_word_of_completion_that_cannot_be_sent_changes_nothing(tmp_path: Path) -> None:
    async with running_core(tmp_path, [header(), AnswerText("one")], notify_after_s=1e-9) as core:
        core.platform.failures = [None, PlatformForbidden("no")]
        await core.ask()
        (ended,) = await core.ended()
        assert ended.state is TurnState.DONE
        await core.turns.close(grace_s=5)
        assert core.platform.texts() == ["one"]
