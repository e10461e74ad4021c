"""`/language`, as members use it."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.core.guild_settings.values import Served, SettingName
from bridge_bot.core.languages import LANGUAGES
from tests.discord_adapter.intake.commands.used_commands import FRENCH, answered, forged
from tests.harness.guild_settings import set_in_store
from tests.harness.loopback import loopback


async def test_language_offers_the_15_codes_with_both_names(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        command = next(
            each for each in system.world.commands.registered() if each["name"] == "language"
        )
        choices = {each["value"]: each["name"] for each in command["options"][0]["choices"]}
        assert list(choices) == list(LANGUAGES)
        assert choices["jp"] == "Japanese · 日本語"
        assert choices["auto"] == "Auto"


async def test_language_belongs_to_one_conversation(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        one, two = await system.thread(system.ask("one?")), await system.thread(system.ask("two?"))
        used = system.world.commands.use(one, system.ann, "language", {"language": "zh-Hant"})
        assert "中文 (繁體)" in await answered(system, used)
        for thread in (one, two):
            system.world.messages.send(thread, system.ann, "and?")
            await system.reads(thread, "turn 2")
        assert [request.body["language"] for request in system.api.requests[2:]] == [
            "zh-Hant",
            "auto",
        ]


async def test_an_unknown_language_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        direct = system.world.channels.open_dm(system.ann)
        await answered(system, system.world.commands.use(direct, system.ann, "language", FRENCH))
        refused = forged(system, direct, "language", {"language": "tlh"})
        assert "tlh" in await answered(system, refused)
        assert refused.responses[0].ephemeral
        system.world.messages.send(direct, system.ann, "first?")
        await system.reads(direct, "turn 1")
        assert system.api.requests[0].body["language"] == "fr"


async def test_language_outside_a_conversation_explains_itself(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        used = system.world.commands.use(system.channel, system.ann, "language", FRENCH)
        assert "belongs to a conversation" in await answered(system, used)
        assert used.responses[0].ephemeral


async def test_language_is_refused_where_the_server_has_switched_the_bot_off(
    tmp_path: Path,
) -> None:
    """Also in a thread of that channel."""
    async with loopback(tmp_path) as system:
        await set_in_store(system, SettingName.SERVED, Served.NOTHING, system.channel)
        await system.start()
        thread = system.world.threads.start(system.ann, system.channel, "aside")
        for place in (system.channel, thread):
            used = system.world.commands.use(place, system.ann, "language", FRENCH)
            assert "switched off in this channel" in await answered(system, used)
            assert used.responses[0].ephemeral
