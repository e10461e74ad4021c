"""`/new`, as members use it."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.core.guild_settings.values import Served, SettingName
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.texts import Texts
from tests.discord_adapter.intake.commands.used_commands import answered, refused
from tests.harness.english import text
from tests.harness.guild_settings import set_in_store
from tests.harness.loopback import loopback


async def test_the_next_question_in_a_thread_begins_anew(tmp_path: Path) -> None:
    """All who read there see that. Another thread, and the language, stay as they are."""
    async with loopback(tmp_path) as system:
        await system.start()
        one, two = await system.thread(system.ask("one?")), await system.thread(system.ask("two?"))
        for thread in (one, two):
            await system.reads(thread, "turn 1")
        system.world.commands.use(one, system.ann, "language", {"language": "fr"})
        used = system.world.commands.use(one, system.ann, "new")
        assert await answered(system, used) == Texts.of("fr").get("new-begun")
        assert not used.responses[0].ephemeral
        for thread in (one, two):
            system.world.messages.send(thread, system.ann, "and?")
        await system.reads(two, "turn 2")
        await system.discord.until(lambda: len(system.api.requests) == 4)
        bodies = [request.body for request in system.api.requests[2:]]
        [anew] = [body for body in bodies if body.get("conversation_uid") is None]
        assert anew["language"] == "fr"


async def test_an_answer_that_is_running_goes_on_and_is_not_gone_on_with(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(Script(text="slow but sure", first_delay_s=2.0))
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.api.requests)
        used = system.world.commands.use(thread, system.ann, "new")
        assert await answered(system, used) == text("new-begun")
        await system.reads(thread, "slow but sure")
        await system.database.until("SELECT 1 FROM turns WHERE state = 'done'")
        system.world.messages.send(thread, system.ann, "second?")
        await system.discord.until(lambda: len(system.api.requests) == 2)
        assert system.api.requests[1].body.get("conversation_uid") is None


async def test_a_direct_message_begins_anew(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        direct = system.world.channels.open_dm(system.ann)
        system.world.messages.send(direct, system.ann, "first?")
        await system.reads(direct, "turn 1")
        await answered(system, system.world.commands.use(direct, system.ann, "new"))
        system.world.messages.send(direct, system.ann, "second?")
        await system.discord.until(lambda: len(system.api.requests) == 2)
        assert system.api.requests[1].body.get("conversation_uid") is None


async def test_in_a_channel_it_says_what_it_does(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        used = system.world.commands.use(system.channel, system.ann, "new")
        await refused(system, used, "new-outside")


async def test_it_is_refused_where_the_bot_is_switched_off(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await set_in_store(system, SettingName.SERVED, Served.NOTHING, system.channel)
        await system.start()
        thread = system.world.threads.start(system.ann, system.channel, "aside")
        used = system.world.commands.use(thread, system.ann, "new")
        await refused(system, used, "refused-channel")
