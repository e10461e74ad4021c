"""The answer to a deleted question is given up, unless a copy takes the question over."""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge_bot.sandbox.chat_api.scripts import Script
from tests.harness.english import notice_text
from tests.harness.loopback import loopback

DELETED = notice_text("ending-question-deleted")
SLOW = Script(text="word " * 300, chars_per_s=100)


async def test_three_seconds_after_its_deletion_the_answer_ends_with_a_word(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(SLOW)
        asked = system.ask("why?")
        thread = await system.thread(asked)
        await system.reads(thread, "word")
        system.world.messages.delete(asked)
        ended = await system.reads(thread, DELETED)
        assert asked.deleted_at is not None
        assert ended.states[-1].at - asked.deleted_at >= 2.9
        assert ended.content.startswith("word word")
        await system.discord.until(lambda: system.api.requests[0].disconnected_early)
        await system.database.until("SELECT 1 FROM turns WHERE state = 'stopped'")


async def test_of_a_question_that_waits_nothing_is_asked_and_nothing_said(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(Script(text="word " * 120, chars_per_s=100))
        direct = system.world.channels.open_dm(system.ann)
        system.world.messages.send(direct, system.ann, "first?")
        waits = system.world.messages.send(direct, system.ann, "second?")
        system.world.messages.send(direct, system.ann, "third?")
        await system.discord.until(lambda: waits.reactions.get("⏳"))
        system.world.messages.delete(waits)
        await system.reads(direct, "third?")
        assert [request.body["q"] for request in system.api.requests] == ["first?", "third?"]
        assert DELETED not in "".join(each.content for each in system.replies(direct))


@pytest.mark.parametrize("is_deleted_first", [False, True])
async def test_a_copy_by_a_webhook_takes_the_question_over(
    tmp_path: Path, is_deleted_first: bool
) -> None:
    """As PluralKit does it: the copy is without the tags that the original has."""
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(SLOW)
        asked = system.ask("why, though? -A")
        thread = await system.thread(asked)
        await system.reads(thread, "word")
        if is_deleted_first:
            system.world.messages.delete(asked)
        copy = system.world.messages.send_as_webhook(
            system.channel, "Alter", f"{system.mention} why, though?"
        )
        if not is_deleted_first:
            system.world.messages.delete(asked)
        await system.database.until("SELECT 1 FROM turns WHERE state = 'done'")
        assert len(system.api.requests) == 1
        system.api.script(SLOW)
        system.world.messages.send(thread, system.ann, "and then?")
        await system.discord.until(lambda: len(system.api.requests) == 2)
        assert not copy.deleted


async def test_an_edit_of_the_copy_is_one_of_the_question(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(SLOW)
        asked = system.ask("why, though? -A")
        await system.reads(await system.thread(asked), "word")
        words = f"{system.mention} why, though?"
        copy = system.world.messages.send_as_webhook(system.channel, "Alter", words)
        system.world.messages.delete(asked)
        system.world.messages.edit(copy, f"{system.mention} why not?")
        await system.database.until("SELECT 1 FROM turns WHERE state = 'done'")
        assert [each.question for each in system.api.requests] == ["why, though? -A", "why not?"]
        rows = "SELECT DISTINCT question_id, asker_id FROM turns"
        assert system.database.rows(rows) == [(asked.id, system.ann.id)]


async def test_who_deletes_the_copy_takes_the_question_back(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(Script(text="word " * 300, chars_per_s=80))
        asked = system.ask("why?")
        thread = await system.thread(asked)
        await system.reads(thread, "word")
        copy = system.world.messages.send_as_webhook(
            system.channel, "Alter", f"{system.mention} why?"
        )
        system.world.messages.delete(asked)
        system.world.messages.delete(copy)
        await system.reads(thread, DELETED)


async def test_another_text_of_a_webhook_takes_nothing_over(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(SLOW)
        asked = system.ask("why?")
        thread = await system.thread(asked)
        await system.reads(thread, "word")
        system.world.messages.send_as_webhook(system.channel, "News", "a new version")
        system.world.messages.delete(asked)
        await system.reads(thread, DELETED)


async def test_what_was_deleted_while_the_bot_was_away_is_not_answered_on(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=5) as system:
        bot = await system.start(SHUTDOWN_GRACE="0")
        system.api.script(SLOW)
        asked = system.ask("why?")
        thread = await system.thread(asked)
        await system.reads(thread, "word")
        direct = system.world.channels.open_dm(system.ann)
        system.api.script(SLOW)
        system.world.messages.send(direct, system.ann, "first?")
        await system.reads(direct, "word")
        waits = system.world.messages.send(direct, system.ann, "second?")
        await system.discord.until(lambda: waits.reactions.get("⏳"))
        await bot.stop()
        system.world.messages.delete(asked)
        system.world.messages.delete(waits)
        system.api.script(SLOW, SLOW)
        await system.start()
        await system.reads(thread, DELETED)
        row = f"SELECT 1 FROM turns WHERE question_id = {waits.id} AND state = 'stopped'"
        await system.database.until(row)
        assert all(request.body["q"] != "second?" for request in system.api.requests)
