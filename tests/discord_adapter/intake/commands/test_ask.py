"""`/ask`, as members use it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.faults import HTML_502, StubbedResponse
from bridge_bot.sandbox.discord.model import Upload
from tests.discord_adapter.intake.commands.used_commands import answered
from tests.harness.loopback import loopback


async def test_ask_shows_the_question_opens_a_thread_and_streams_the_answer_there(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(Script(text="slow but sure", first_delay_s=2.0))
        used = system.world.commands.use(
            system.channel, system.ann, "ask", {"question": "Why *me*?"}
        )
        assert await answered(system, used) == ">>> Why *me*?"
        shown = used.responses[0]
        assert not shown.ephemeral
        assert used.acknowledged_at is not None
        assert used.acknowledged_at - used.at < 1.0, "long before the answer"
        thread = await system.thread(shown)
        assert thread.name == "Why me?"
        await system.reads(thread, "slow but sure")
        system.world.messages.send(thread, system.ann, "And then?")
        await system.reads(thread, "turn 2")
        assert [request.body["q"] for request in system.api.requests] == ["Why *me*?", "And then?"]


async def test_ask_in_a_thread_goes_on_with_its_conversation(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "turn 1")
        system.world.commands.use(thread, system.ann, "ask", {"question": "second?"})
        await system.reads(thread, "turn 2")


async def test_ask_in_a_direct_message_is_answered_there(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        direct = system.world.channels.open_dm(system.ann)
        system.world.commands.use(direct, system.ann, "ask", {"question": "first?"})
        await system.reads(direct, "turn 1")


async def test_ask_answers_beside_the_question_where_threads_are_forbidden(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        system.world.people.take_permission(system.channel, "create_public_threads")
        await system.start()
        used = system.world.commands.use(system.channel, system.ann, "ask", {"question": "first?"})
        reply = await system.reads(system.channel, "turn 1")
        assert reply.reply_to is used.responses[0]
        await system.is_stored(reply)
        system.world.messages.send(system.channel, system.ann, "second?", reply_to=reply)
        await system.reads(system.channel, "turn 2")


async def test_a_question_is_asked_though_a_page_comes_in_place_of_its_attached_file(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, skips_events=True) as system:
        await system.start()
        original, page = r"/webhooks/\d+/[^/]+/messages/@original", StubbedResponse(200, HTML_502)
        system.discord.faults.inject("PATCH", original, page)
        log = Upload("0", "app.log", "text/plain", b"it broke")
        used = system.world.commands.use(
            system.channel, system.ann, "ask", {"question": "Why?", "file": log}
        )
        await answered(system, used)
        await system.reads(await system.thread(used.responses[0]), "turn 1")
        assert "it broke" in system.api.requests[0].question


async def test_ask_says_so_where_the_bot_may_not_write(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        for permission in ("create_public_threads", "send_messages"):
            system.world.people.take_permission(system.channel, permission)
        await system.start()
        used = system.world.commands.use(system.channel, system.ann, "ask", {"question": "first?"})
        assert "not allowed to write" in await answered(system, used)
        assert used.responses[0].ephemeral
        assert system.api.requests == []


async def test_ask_says_so_in_a_thread_that_is_locked(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "turn 1")
        system.world.threads.lock(thread)
        used = system.world.commands.use(thread, system.ann, "ask", {"question": "second?"})
        assert "not allowed to write" in await answered(system, used)
        assert len(system.api.requests) == 1


async def test_ask_in_a_private_thread_works_once_the_bot_is_in_it(tmp_path: Path) -> None:
    """Before, it could not show what would have been paid for, and says so."""
    async with loopback(tmp_path) as system:
        system.world.people.give_permission(system.channel, "create_private_threads", system.ann)
        await system.start()
        thread = system.world.threads.start(system.ann, system.channel, "Ann's own", private=True)
        used = system.world.commands.use(thread, system.ann, "ask", {"question": "first?"})
        assert "not allowed to write" in await answered(system, used)
        assert system.api.requests == []
        system.world.threads.add_member(thread, system.world.bot)
        system.world.commands.use(thread, system.ann, "ask", {"question": "second?"})
        await system.reads(thread, "turn 1")
        assert [request.body["q"] for request in system.api.requests] == ["second?"]


async def test_mentions_in_a_command_reach_the_api_as_names(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        ben = system.world.people.add(system.guild, "Ben")
        question = f"Where is <@{ben.id}>?"
        used = system.world.commands.use(system.channel, system.ann, "ask", {"question": question})
        await answered(system, used)
        thread = await system.thread(used.responses[0])
        await system.reads(thread, "turn 1")
        assert system.api.requests[0].body["q"] == "Where is @Ben?"


async def test_ask_without_a_question_gets_a_hint(
    tmp_path: Path, subtests: pytest.Subtests
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        role = next(
            role for role in system.guild.roles.values() if role.bot_id == system.world.bot.id
        )
        for words in ("  ", system.mention, f"{system.mention} <@&{role.id}> "):
            with subtests.test(words=words):
                asked = {"question": words}
                used = system.world.commands.use(system.channel, system.ann, "ask", asked)
                assert "Ask me something" in await answered(system, used)
                assert used.responses[0].ephemeral
                assert system.world.threads.of(system.channel) == []
                assert system.api.requests == []
