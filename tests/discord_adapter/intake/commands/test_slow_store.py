"""Commands and presses while the store is slow: they are acknowledged within Discord's 3 s."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bridge_bot.sandbox.discord.model import Interaction
from bridge_bot.store.answers.usage import SqlUsage
from bridge_bot.store.conversations import SqlConversations
from bridge_bot.store.members.opt_outs import SqlOptOuts
from bridge_bot.store.members.preferences import SqlPreferences
from tests.discord_adapter.intake.commands.used_commands import FRENCH
from tests.harness.english import text
from tests.harness.loopback import Loopback, loopback

SLOW_S = 5.0


def slow(monkeypatch: pytest.MonkeyPatch, part: type, method: str) -> None:
    """Have a method of the store take as long as where it has to wait for a lock."""
    original = getattr(part, method)

    async def waits(*args: Any, **options: Any) -> Any:
        await asyncio.sleep(SLOW_S)
        return await original(*args, **options)

    monkeypatch.setattr(part, method, waits)


async def told(system: Loopback, used: Interaction, words: str, *, ephemeral: bool) -> None:
    """Wait until that is told; it was acknowledged in time, and nothing else is told."""
    await system.discord.until(
        lambda: any(words in each.states[-1].content for each in used.responses)
    )
    assert used.acknowledged_at is not None
    assert used.acknowledged_at - used.at < 3.0
    [shown] = used.responses
    assert shown.ephemeral == ephemeral


async def test_privacy_is_shown_and_an_opt_out_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        slow(monkeypatch, SqlOptOuts, "among")
        slow(monkeypatch, SqlOptOuts, "opt_out")
        used = system.world.commands.use(system.channel, system.ann, "privacy")
        await told(system, used, text("privacy-may-opt-out"), ephemeral=True)
        [shown] = used.responses
        pressed = system.world.controls.press(shown, system.ann, text("privacy-opt-out"))
        is_opted_out = text("privacy-is-opted-out")
        await system.discord.until(lambda: is_opted_out in shown.states[-1].content)
        assert pressed.acknowledged_at is not None
        assert pressed.acknowledged_at - pressed.at < 3.0
        assert used.responses == [shown]
        assert pressed.responses in ([], [shown])


async def test_a_new_conversation_is_told_to_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        thread = await system.thread(system.ask("why?"))
        await system.reads(thread, "turn 1")
        slow(monkeypatch, SqlConversations, "begin_anew")
        used = system.world.commands.use(thread, system.ann, "new")
        await told(system, used, text("new-begun"), ephemeral=False)


@pytest.mark.parametrize(("scope", "words"), [("me", "French"), ("conversation", "Français")])
async def test_a_language_is_told_to_whom_it_concerns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scope: str, words: str
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        thread = await system.thread(system.ask("why?"))
        await system.reads(thread, "turn 1")
        slow(monkeypatch, SqlConversations, "set_language")
        slow(monkeypatch, SqlPreferences, "set_language")
        options = FRENCH | {"scope": scope}
        used = system.world.commands.use(thread, system.ann, "language", options)
        await told(system, used, words, ephemeral=scope == "me")


async def test_the_usage_of_a_server_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        slow(monkeypatch, SqlUsage, "read")
        managers = system.world.people.add_role(system.guild, "Managers", ["manage_guild"])
        mo = system.world.people.add(system.guild, "Mo", roles=[managers])
        used = system.world.commands.use(system.channel, mo, "usage")
        await told(system, used, text("usage-none", days=7), ephemeral=True)


async def test_the_form_for_a_question_about_a_message_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It can be nothing but the first response, so whether it may be asked is found out later."""
    async with loopback(tmp_path) as system:
        await system.start()
        slow(monkeypatch, SqlOptOuts, "among")
        ben = system.world.people.add(system.guild, "Ben")
        message = system.world.messages.send(system.channel, ben, "Error 42")
        used = system.world.commands.use_on(message, system.ann, text("about-name"))
        await system.discord.modal_shown(used)
