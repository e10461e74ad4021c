"""Where a question is read again: from its message, or from that which shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge_bot.core.guild_settings.values import AnswerPlace, SettingName
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.model import Channel, Interaction, Message, Upload
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


async def refused(system: Loopback, attempt: int = 1) -> None:
    """Press Regenerate, and see that the question can't be read any more."""
    reply = await answer(system, None, attempt)
    pressed = system.world.controls.press(reply, system.ann, REGENERATE)
    await system.discord.until(lambda: any(each.ephemeral for each in pressed.responses))
    assert pressed.responses[-1].content == text("control-question-gone")
    assert len(system.api.requests) == attempt


async def test_a_message_is_read_with_its_files(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        words = f"{system.mention} what is this, <@{system.ann.id}>?"
        system.world.messages.send(system.channel, system.ann, words, files=[LOG])
        await asked_again(system)
        assert "it broke" in system.api.requests[0].question
        assert "@Ann" in system.api.requests[0].question


async def test_what_is_about_forwards_before_it_is_read_with_them(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        direct = system.world.channels.open_dm(system.ann)
        for words in ("the sky is green", "so is the grass"):
            said = system.world.messages.send(system.channel, system.ann, words)
            system.world.messages.forward(said, system.ann, direct)
        system.world.messages.send(direct, system.ann, "are they?")
        await asked_again(system, direct)
        first = system.api.requests[0].question
        assert first == "> the sky is green\n\n> so is the grass\n\nare they?"


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


async def ask_by_command(system: Loopback, **options: str | Upload) -> Interaction:
    """Ann uses `/ask`."""
    used = system.world.commands.use(system.channel, system.ann, "ask", options)
    await system.discord.until(lambda: used.responses)
    return used


COMMANDS: list[dict[str, str | Upload]] = [
    {"question": "word `and` > word\n" * 150 + "see https://docs.example/a #1?"},
    {"question": "what is this?", "file": LOG},
]


@pytest.mark.parametrize("options", COMMANDS)
@pytest.mark.parametrize("private", [False, True])
async def test_a_command_is_read_with_all_that_it_asked(
    tmp_path: Path, options: dict[str, str | Upload], private: bool
) -> None:
    """From the file that the bot has attached to the message that shows it."""
    async with loopback(tmp_path) as system:
        if private:
            await set_in_store(system, SettingName.ANSWER_PLACE, AnswerPlace.PRIVATE_THREAD)
        await system.start()
        system.api.script(Script("Because."), Script("Otherwise."))
        (shown,) = (await ask_by_command(system, **options)).responses
        reply = await answer(system, None)
        if private:
            assert shown.ephemeral
            assert shown.attachments == []
            shown = system.replies(reply.channel)[0]
        assert [each.filename for each in shown.attachments] == ["question.txt"]
        asked = system.api.requests[0].question
        assert shown.attachments[0].data.decode() == asked
        assert ("it broke" in asked) is ("file" in options)
        system.world.controls.press(reply, system.ann, REGENERATE)
        await answer(system, None, attempt=2)
        assert system.api.requests[1].question == asked


async def test_a_short_command_in_a_private_thread_is_read_from_its_quotation(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        await set_in_store(system, SettingName.ANSWER_PLACE, AnswerPlace.PRIVATE_THREAD)
        await system.start()
        await ask_by_command(system, question="see https://docs.example/a #1?")
        await asked_again(system)


async def test_what_a_private_thread_shows_is_read_from_the_message_that_asked(
    tmp_path: Path,
) -> None:
    """With its file, and with what it replies to; once it is deleted there is no question more."""
    async with loopback(tmp_path) as system:
        await set_in_store(system, SettingName.ANSWER_PLACE, AnswerPlace.PRIVATE_THREAD)
        await system.start()
        bob = system.world.people.add(system.guild, "Bob")
        said = system.world.messages.send(system.channel, bob, "the sky is green")
        words = f"{system.mention} is that so? " + "word " * 350
        asked = system.world.messages.send(
            system.channel, system.ann, words, reply_to=said, files=[LOG]
        )
        await asked_again(system)
        for part in ("> the sky is green", "it broke", "is that so?"):
            assert part in system.api.requests[1].question
        system.world.messages.delete(asked)
        await refused(system, attempt=2)


async def test_a_question_about_a_message_is_read_with_that_as_long_as_it_may_be(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        bob = system.world.people.add(system.guild, "Bob")
        about = system.world.messages.send(system.channel, bob, "Error 42", files=[LOG])
        used = system.world.commands.use_on(about, system.ann, text("about-name"))
        await system.discord.modal_shown(used)
        system.world.controls.submit(used, {text("about-question"): "Why?"})
        await asked_again(system)
        assert "> Error 42" in system.api.requests[1].question
        assert "it broke" in system.api.requests[1].question
        opting = system.world.commands.use(system.channel, bob, "privacy")
        await system.discord.until(lambda: opting.responses)
        system.world.controls.press(opting.responses[0], bob, text("privacy-opt-out"))
        await system.database.until("SELECT 1 FROM opt_outs")
        await refused(system, attempt=2)


async def test_without_its_file_a_long_command_can_not_be_asked_again(tmp_path: Path) -> None:
    """Where the bot may attach none it is shown all the same."""
    async with loopback(tmp_path) as system:
        system.world.people.take_permission(system.channel, "attach_files")
        await system.start()
        (shown,) = (await ask_by_command(system, question="word " * 500)).responses
        assert shown.attachments == []
        await refused(system)
