"""Where a question is read again: from its message, or from that which shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge_bot.core.guild_settings.values import AnswerPlace, SettingName
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.model import Channel, Message, Upload
from tests.harness.english import text
from tests.harness.guild_settings import set_in_store
from tests.harness.loopback import Loopback, loopback

REGENERATE = text("control-regenerate")
LOG = Upload("0", "app.log", "text/plain", b"it broke")


async def answer(system: Loopback, place: Channel | None, attempt: int = 1) -> Message:
    """The answer of that attempt, once it is complete."""
    await system.database.until(f"SELECT 1 FROM turns WHERE state = 'done' AND attempt = {attempt}")
    if place is None:
        (place,) = system.world.threads.of(system.channel)
    return next(each for each in system.replies(place) if system.world.controls.of(each))


async def asked_again(system: Loopback, place: Channel | None = None) -> None:
    """Press Regenerate, and see that the very same is asked once more."""
    reply = await answer(system, place)
    system.world.controls.press(reply, system.ann, REGENERATE)
    await answer(system, place, attempt=2)
    first, second = system.api.requests
    assert second.question == first.question


async def refused(system: Loopback) -> None:
    """Press Regenerate, and see that the question can't be read any more."""
    pressed = system.world.controls.press(await answer(system, None), system.ann, REGENERATE)
    await system.discord.until(lambda: any(each.ephemeral for each in pressed.responses))
    assert pressed.responses[-1].content == text("control-question-gone")
    assert len(system.api.requests) == 1


async def test_a_message_is_read_with_its_files(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        words = f"{system.mention} what is this, <@{system.ann.id}>?"
        system.world.messages.send(system.channel, system.ann, words, files=[LOG])
        await asked_again(system)
        assert "it broke" in system.api.requests[0].question
        assert "@Ann" in system.api.requests[0].question


async def test_a_reply_is_read_with_what_it_quotes(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        bob = system.world.people.add(system.guild, "Bob")
        said = system.world.messages.send(system.channel, bob, "the sky is green")
        words = f"{system.mention} is that so?"
        system.world.messages.send(system.channel, system.ann, words, reply_to=said)
        await asked_again(system)
        assert "> the sky is green" in system.api.requests[0].question


async def test_a_direct_message_is_read(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        direct = system.world.channels.open_dm(system.ann)
        system.world.messages.send(direct, system.ann, "why?")
        await asked_again(system, direct)


async def test_a_post_is_read_with_its_title(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        forum = system.world.channels.add(system.guild, "help", kind=ChannelType.FORUM)
        await system.start()
        post = system.world.threads.post(
            forum, system.ann, "It fails", f"{system.mention} what is it?"
        )
        await asked_again(system, post)
        assert "It fails" in system.api.requests[0].question


@pytest.mark.parametrize("by_command", [True, False])
async def test_in_a_private_thread_the_quotation_is_read(tmp_path: Path, by_command: bool) -> None:
    async with loopback(tmp_path) as system:
        await set_in_store(system, SettingName.ANSWER_PLACE, AnswerPlace.PRIVATE_THREAD)
        await system.start()
        if by_command:
            options = {"question": "see https://docs.example/a #1?"}
            system.world.commands.use(system.channel, system.ann, "ask", options)
        else:
            system.ask("see https://docs.example/a #1?")
        await asked_again(system)


@pytest.mark.parametrize(
    "options", [{"question": "word " * 500}, {"question": "what is this?", "file": LOG}]
)
async def test_of_a_command_all_has_to_be_shown(
    tmp_path: Path, options: dict[str, str | Upload]
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(Script("Because."))
        system.world.commands.use(system.channel, system.ann, "ask", options)
        await refused(system)
