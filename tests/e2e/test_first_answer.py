"""A member's first answer begins with a line that a machine answers, and where questions go."""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.model import Message
from tests.harness.english import text
from tests.harness.loopback import Loopback, loopback

LINE = f"-# {text('first-answer', host='127.0.0.1')}\n"
ON = {"FIRST_ANSWER_NOTICE": "true"}


async def answered(system: Loopback, words: str) -> Message:
    """The answer to Ann's question, when it is complete."""
    thread = await system.thread(system.ask(words))
    await system.discord.until(lambda: system.replies(thread) and system.api.requests[-1].finished)
    reply = system.replies(thread)[0]
    await system.discord.until(lambda: reply.content.endswith("at a time**."))
    return reply


async def test_the_first_answer_alone_says_it_over_restarts(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=5) as system:
        first = await system.start(**ON)
        said = [(await answered(system, "one?")).content, (await answered(system, "two?")).content]
        await first.stop()
        await system.start(**ON)
        said.append((await answered(system, "three?")).content)
        assert [content.startswith(LINE) for content in said] == [True, False, False]


async def test_it_costs_the_stream_no_edit(tmp_path: Path) -> None:
    """Each state that is shown has it, from the first on."""
    async with loopback(tmp_path) as system:
        await system.start(**ON)
        reply = await answered(system, "one?")
        assert all(state.content.startswith(LINE) for state in reply.states)


async def test_a_long_first_answer_keeps_within_the_bounds_of_pages(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start(**ON)
        system.api.script(Script(text="word " * 900 + "end"))
        thread = await system.thread(system.ask("long?"))
        await system.reads(thread, "end")
        pages = [reply.content for reply in system.replies(thread)]
        assert [LINE in page for page in pages] == [True] + [False] * (len(pages) - 1)
        assert max(map(len, pages)) <= 2000
        assert "".join(pages).count("word") == 900


@pytest.mark.parametrize("status", [404, 500])
async def test_a_failure_is_no_first_answer(tmp_path: Path, status: int) -> None:
    async with loopback(tmp_path) as system:
        await system.start(**ON)
        system.api.default = Script(status=status, code=1, msg="no")
        await system.reads(await system.thread(system.ask("one?")), "⚠️")
        await system.database.until("SELECT 1 FROM turns WHERE state = 'failed'")
        system.api.default = None
        assert (await answered(system, "two?")).content.startswith(LINE)


async def test_a_crash_in_the_first_answer_does_not_double_it(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=5) as system:
        process = await system.start_process(**ON)
        system.api.script(Script(text="word " * 400, chars_per_s=40))
        thread = await system.thread(system.ask("one?"))
        shown = await system.reads(thread, "word")
        await system.is_stored(shown)
        await system.crash(process)
        await system.start(**ON)
        reply = await system.reads(thread, "at a time**.")
        assert reply is shown
        assert reply.content.count(LINE) == 1
        assert not (await answered(system, "two?")).content.startswith(LINE)


async def test_without_the_setting_nobody_is_told(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start(FIRST_ANSWER_NOTICE="false")
        assert not (await answered(system, "one?")).content.startswith("-#")
        assert system.database.rows("SELECT count(*) FROM disclosures") == [(0,)]
