"""*Ask about this*, as members use it in the menu of a message."""

from __future__ import annotations

from pathlib import Path

import pytest

from bridge_bot.core.guild_settings.values import AnswerPlace, Served, SettingName
from bridge_bot.sandbox.discord.faults import HTML_502, StubbedResponse
from bridge_bot.sandbox.discord.model import Interaction, Member, Message, Upload
from tests.discord_adapter.intake.commands.used_commands import answered
from tests.harness.english import text
from tests.harness.guild_settings import set_in_store
from tests.harness.loopback import Loopback, loopback

MENU, FIELD, DEFAULT = text("about-name"), text("about-question"), text("about-default")


def other(system: Loopback, words: str, files: list[Upload] | None = None) -> Message:
    """A message of another member's, which is no question."""
    ben = system.world.people.add(system.guild, "Ben")
    return system.world.messages.send(system.channel, ben, words, files=files or [])


async def opened(system: Loopback, message: Message, person: Member | None = None) -> Interaction:
    """The menu of a message, once it shows the form."""
    used = system.world.commands.use_on(message, person or system.ann, MENU)
    await system.discord.modal_shown(used)
    return used


def link(system: Loopback, message: Message) -> str:
    return f"https://discord.com/channels/{system.guild.id}/{message.channel.id}/{message.id}"


async def test_a_question_about_a_message_is_shown_with_a_link_and_answered_in_a_thread(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        message = other(system, "Error 42\nat <@7>")
        form = await opened(system, message)
        sent = system.world.controls.submit(form, {FIELD: "Why *that*?"})
        heading = text("about-shown", link=link(system, message))
        assert await answered(system, sent) == f"{heading}\n>>> Why *that*?"
        assert not sent.responses[0].ephemeral
        thread = await system.thread(sent.responses[0])
        assert thread.name == "Why that?"
        await system.reads(thread, "turn 1")
        quoted = text("about-quoted")
        [request] = system.api.requests
        assert request.question == f"Why *that*?\n\n{quoted}\n> Error 42\n> at @unknown"


async def test_the_form_comes_filled_in_and_can_be_sent_as_it_is(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        form = await opened(system, other(system, "Error 42"))
        sent = system.world.controls.submit(form, {})
        assert DEFAULT in await answered(system, sent)


async def test_the_text_files_of_the_message_are_read(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        message = other(system, "", [Upload("0", "server.log", "text/plain", b"it broke")])
        system.world.controls.submit(await opened(system, message), {})
        await system.discord.until(lambda: system.api.requests)
        assert "server.log:\n```\nit broke\n```" in system.api.requests[0].question


async def test_what_the_menu_handed_over_is_used_where_a_page_comes_in_place_of_the_message(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        message = other(system, "Error 42")
        form = await opened(system, message)
        path = f"/channels/{system.channel.id}/messages/{message.id}"
        system.discord.faults.inject("GET", path, StubbedResponse(200, HTML_502))
        system.world.controls.submit(form, {})
        await system.discord.until(lambda: system.api.requests)
        assert "> Error 42" in system.api.requests[0].question


async def test_what_the_menu_handed_over_is_remembered_where_the_bot_can_read_no_messages(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        system.world.people.take_permission(system.channel, "read_message_history")
        await system.start(MESSAGE_CONTENT="false")
        system.world.controls.submit(await opened(system, other(system, "Error 42")), {})
        await system.discord.until(lambda: system.api.requests)
        assert "> Error 42" in system.api.requests[0].question


async def test_a_form_from_before_a_restart_is_answered_since_the_message_is_read_again(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, most_429s=5) as system:
        first = await system.start()
        form = await opened(system, other(system, "Error 42"))
        await first.stop()
        await system.start()
        system.world.controls.submit(form, {})
        await system.discord.until(lambda: system.api.requests)
        assert "> Error 42" in system.api.requests[0].question


async def test_after_a_restart_it_says_kindly_to_open_it_again_where_the_bot_can_read_no_messages(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path, most_429s=5) as system:
        system.world.people.take_permission(system.channel, "read_message_history")
        first = await system.start()
        form = await opened(system, other(system, "Error 42"))
        await first.stop()
        await system.start()
        sent = system.world.controls.submit(form, {})
        await told(system, sent, "about-forgotten")


async def test_a_message_that_is_deleted_meanwhile_is_not_handed_on(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        message = other(system, "Error 42")
        form = await opened(system, message)
        system.world.messages.delete(message)
        await told(system, system.world.controls.submit(form, {}), "about-forgotten")


async def told(system: Loopback, used: Interaction, key: str) -> None:
    """The member alone is told that, and nothing is asked."""
    assert await answered(system, used) == text(key)
    assert used.responses[0].ephemeral
    assert system.api.requests == []


async def opts_out(system: Loopback, person: Member) -> None:
    used = system.world.commands.use(system.channel, person, "privacy")
    await system.discord.until(lambda: used.responses)
    system.world.controls.press(used.responses[0], person, text("privacy-opt-out"))
    in_again = [text("privacy-opt-in")]
    await system.discord.until(lambda: system.world.controls.of(used.responses[0]) == in_again)


async def test_the_words_of_who_has_opted_out_are_not_handed_on(tmp_path: Path) -> None:
    """Neither if they did so before the menu was opened, nor before the form was sent."""
    async with loopback(tmp_path) as system:
        await system.start()
        ben = system.world.people.add(system.guild, "Ben")
        message = system.world.messages.send(system.channel, ben, "my words")
        form = await opened(system, message)
        await opts_out(system, ben)
        await told(system, system.world.controls.submit(form, {}), "about-opted-out")
        used = system.world.commands.use_on(message, system.ann, MENU)
        await told(system, used, "about-opted-out")


async def test_the_bots_quotation_has_the_words_of_who_asked(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        ben = system.world.people.add(system.guild, "Ben")
        asked = system.world.commands.use(system.channel, ben, "ask", {"question": "my words"})
        await system.reads(await system.thread(await shown_of(system, asked)), "turn 1")
        await opts_out(system, ben)
        used = system.world.commands.use_on(asked.responses[0], system.ann, MENU)
        assert await answered(system, used) == text("about-opted-out")


async def shown_of(system: Loopback, used: Interaction) -> Message:
    await system.discord.until(lambda: used.responses)
    return used.responses[0]


async def test_who_has_opted_out_need_not_fill_in_a_form(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        await opts_out(system, system.ann)
        used = system.world.commands.use_on(other(system, "Error 42"), system.ann, MENU)
        await told(system, used, "refused-opted-out")


async def test_a_message_without_text_is_refused(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        message = other(system, "", [Upload("0", "cat.png", "image/png", b"\x89PNG")])
        used = system.world.commands.use_on(message, system.ann, MENU)
        await told(system, used, "about-nothing")


async def test_where_the_bot_is_switched_off_there_is_no_form(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await set_in_store(system, SettingName.SERVED, Served.NOTHING, system.channel)
        await system.start()
        used = system.world.commands.use_on(other(system, "Error 42"), system.ann, MENU)
        await told(system, used, "refused-channel")


async def test_where_answers_are_private_nothing_is_shown_to_others(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        name = SettingName.ANSWER_PLACE
        await set_in_store(system, name, AnswerPlace.PRIVATE_THREAD, system.channel)
        system.world.people.give_permission(system.channel, "manage_threads")
        await system.start()
        message = other(system, "Error 42")
        sent = system.world.controls.submit(await opened(system, message), {})
        assert await answered(system, sent) == text("ask-private")
        assert sent.responses[0].ephemeral
        await system.discord.until(lambda: system.world.threads.of(system.channel))
        [thread] = system.world.threads.of(system.channel)
        await system.reads(thread, "turn 1")
        first = system.replies(thread)[0].content
        assert text("about-shown", link=link(system, message)) in first
        assert "Error 42" not in first


@pytest.mark.parametrize("key", ["about-name", "about-form", "about-question"])
def test_discord_takes_the_texts_of_the_menu_and_the_form(key: str) -> None:
    """A command's name has 32 characters at most, a form's title and a label 45 (its
    documentation).
    """
    assert 1 <= len(text(key)) <= (32 if key == "about-name" else 45)


async def test_a_forged_form_shows_nobody_a_message_that_they_can_not_read(tmp_path: Path) -> None:
    """Who may not read what was said before asks about what the menu handed to them, no more."""
    async with loopback(tmp_path) as system:
        secret = other(system, "the plan is Error 42")
        eve = system.world.people.add(system.guild, "Eve")
        system.world.people.take_permission(system.channel, "read_message_history", eve)
        await system.start()
        form = await opened(system, other(system, "hello"), eve)
        assert form.modal is not None
        own_id = form.modal["custom_id"]
        form.modal["custom_id"] = f"about:{secret.id}:1"
        forged = system.world.controls.submit(form, {})
        await system.discord.until(lambda: forged.responses)
        assert forged.responses[0].content == text("about-forgotten")
        again = await opened(system, secret, system.ann)
        assert again.modal is not None
        form.modal["custom_id"] = f"about:{secret.id}:{again.id}"
        forged = system.world.controls.submit(form, {})
        await system.discord.until(lambda: forged.responses)
        assert forged.responses[0].content == text("about-forgotten")
        form.modal["custom_id"] = own_id
        system.world.controls.submit(form, {})
        await system.discord.until(lambda: system.api.requests)
        assert "> hello" in system.api.requests[0].question
    assert "the plan" not in "".join(request.question for request in system.api.requests)
