"""The slash commands, as members use them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge_bot.core.languages import LANGUAGES
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.actions import interactions
from bridge_bot.sandbox.discord.enums import InteractionType
from bridge_bot.sandbox.discord.model import Channel, Interaction
from tests.harness.loopback import Loopback, loopback


async def answered(on: Loopback, used: Interaction) -> str:
    """What the bot answers to an interaction."""
    await on.discord.until(lambda: used.responses)
    return used.responses[0].content


def crafted_language(on: Loopback, channel: Channel, code: str) -> Interaction:
    """A /language whose value is none of the choices, which only a forged client sends."""
    command = next(each for each in on.world.commands.registered() if each["name"] == "language")
    data = {
        "id": command["id"],
        "name": "language",
        "type": 1,
        "options": [{"name": "language", "type": 3, "value": code}],
    }
    kind = InteractionType.COMMAND
    return interactions.start(
        on.world.state, kind, on.ann.user, channel, data, name="language", locale="en-US"
    )


async def test_ask_shows_the_question_opens_a_thread_and_streams_the_answer_there(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        on.api.script(Script(text="slow but sure", first_delay_s=2.0))
        used = on.world.commands.use(on.channel, on.ann, "ask", {"question": "Why *me*?"})
        assert await answered(on, used) == ">>> Why *me*?"
        shown = used.responses[0]
        assert not shown.ephemeral
        assert used.acknowledged_at is not None
        assert used.acknowledged_at - used.at < 1.0, "long before the answer"
        thread = await on.thread(shown)
        assert thread.name == "Why me?"
        await on.reads(thread, "slow but sure")
        on.world.messages.send(thread, on.ann, "And then?")
        await on.reads(thread, "turn 2")
        assert [request.body["q"] for request in on.api.requests] == ["Why *me*?", "And then?"]


async def test_ask_in_a_thread_goes_on_with_its_conversation(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        thread = await on.thread(on.ask("first?"))
        await on.reads(thread, "turn 1")
        on.world.commands.use(thread, on.ann, "ask", {"question": "second?"})
        await on.reads(thread, "turn 2")


async def test_ask_in_a_direct_message_is_answered_there(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        direct = on.world.channels.open_dm(on.ann)
        on.world.commands.use(direct, on.ann, "ask", {"question": "first?"})
        await on.reads(direct, "turn 1")


async def test_ask_answers_beside_the_question_where_threads_are_forbidden(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        on.world.people.take_permission(on.channel, "create_public_threads")
        await on.start()
        used = on.world.commands.use(on.channel, on.ann, "ask", {"question": "first?"})
        reply = await on.reads(on.channel, "turn 1")
        assert reply.reply_to is used.responses[0]
        on.world.messages.send(on.channel, on.ann, "second?", reply_to=reply)
        await on.reads(on.channel, "turn 2")


async def test_ask_says_so_where_the_bot_may_not_write(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        for permission in ("create_public_threads", "send_messages"):
            on.world.people.take_permission(on.channel, permission)
        await on.start()
        used = on.world.commands.use(on.channel, on.ann, "ask", {"question": "first?"})
        assert "not allowed to write" in await answered(on, used)
        assert used.responses[0].ephemeral
        assert on.api.requests == []


async def test_ask_says_so_in_a_thread_that_is_locked(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        thread = await on.thread(on.ask("first?"))
        await on.reads(thread, "turn 1")
        on.world.threads.lock(thread)
        used = on.world.commands.use(thread, on.ann, "ask", {"question": "second?"})
        assert "not allowed to write" in await answered(on, used)
        assert len(on.api.requests) == 1


async def test_ask_in_a_private_thread_works_once_the_bot_is_in_it(tmp_path: Path) -> None:
    """Before, it could not show what would have been paid for, and says so."""
    async with loopback(tmp_path) as on:
        on.world.people.give_permission(on.channel, "create_private_threads", on.ann)
        await on.start()
        thread = on.world.threads.start(on.ann, on.channel, "Ann's own", private=True)
        used = on.world.commands.use(thread, on.ann, "ask", {"question": "first?"})
        assert "not allowed to write" in await answered(on, used)
        assert on.api.requests == []
        on.world.threads.add_member(thread, on.world.bot)
        on.world.commands.use(thread, on.ann, "ask", {"question": "second?"})
        await on.reads(thread, "turn 1")
        assert [request.body["q"] for request in on.api.requests] == ["second?"]


async def test_mentions_in_a_command_reach_the_api_as_names(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        ben = on.world.people.add(on.guild, "Ben")
        question = f"Where is <@{ben.id}>?"
        used = on.world.commands.use(on.channel, on.ann, "ask", {"question": question})
        await answered(on, used)
        thread = await on.thread(used.responses[0])
        await on.reads(thread, "turn 1")
        assert on.api.requests[0].body["q"] == "Where is @Ben?"


@pytest.mark.parametrize("question", ["  ", "{mention}", "{mention} <@&{role}> "])
async def test_ask_without_a_question_gets_a_hint(tmp_path: Path, question: str) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        role = next(role for role in on.guild.roles.values() if role.bot_id == on.world.bot.id)
        words = question.format(mention=on.mention, role=role.id)
        used = on.world.commands.use(on.channel, on.ann, "ask", {"question": words})
        assert "Ask me something" in await answered(on, used)
        assert used.responses[0].ephemeral
        assert on.world.threads.of(on.channel) == []
        assert on.api.requests == []


async def test_language_offers_the_15_codes_with_both_names(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        command = next(
            each for each in on.world.commands.registered() if each["name"] == "language"
        )
        choices = {each["value"]: each["name"] for each in command["options"][0]["choices"]}
        assert list(choices) == list(LANGUAGES)
        assert choices["jp"] == "Japanese · 日本語"
        assert choices["auto"] == "Auto"


async def test_language_belongs_to_one_conversation(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        one, two = await on.thread(on.ask("one?")), await on.thread(on.ask("two?"))
        used = on.world.commands.use(one, on.ann, "language", {"language": "zh-Hant"})
        assert "中文 (繁體)" in await answered(on, used)
        for thread in (one, two):
            on.world.messages.send(thread, on.ann, "and?")
            await on.reads(thread, "turn 2")
        assert [request.body["language"] for request in on.api.requests[2:]] == ["zh-Hant", "auto"]


async def test_an_unknown_language_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        direct = on.world.channels.open_dm(on.ann)
        await answered(on, on.world.commands.use(direct, on.ann, "language", {"language": "fr"}))
        refused = crafted_language(on, direct, "tlh")
        assert "tlh" in await answered(on, refused)
        assert refused.responses[0].ephemeral
        on.world.messages.send(direct, on.ann, "first?")
        await on.reads(direct, "turn 1")
        assert on.api.requests[0].body["language"] == "fr"


async def test_language_outside_a_conversation_explains_itself(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        used = on.world.commands.use(on.channel, on.ann, "language", {"language": "fr"})
        assert "belongs to a conversation" in await answered(on, used)
        assert used.responses[0].ephemeral
