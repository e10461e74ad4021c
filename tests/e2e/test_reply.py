"""What a reader sees of a reply besides its text, and what becomes of one that loses its place."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bridge_bot.discord_markdown import CURSOR
from bridge_bot.sandbox.chat_api.scripts import ConnectionFault, Script
from bridge_bot.sandbox.discord.model import Channel, Message
from tests.harness.english import text
from tests.harness.loopback import Loopback, loopback

GIVEN_UP_WITHIN_S = 2.0
WORDS = " ".join(f"word{number:04}" for number in range(600))
SILENT = Script(text=WORDS, chars_per_s=400, fault=ConnectionFault.STALL, fault_after_bytes=700)
"""A beginning, and then nothing more, so that no write to Discord is due."""


def delete_reply(on: Loopback, thread: Channel) -> None:
    on.world.messages.delete(on.replies(thread)[0])


def delete_with_others(on: Loopback, thread: Channel) -> None:
    ben = on.world.people.add(on.guild, "Ben")
    talk = on.world.messages.send(thread, on.ann, f"<@{ben.id}> look")
    on.world.messages.delete_many([*on.replies(thread), talk])


def delete_thread(on: Loopback, thread: Channel) -> None:
    on.world.channels.delete(thread)


def delete_channel(on: Loopback, thread: Channel) -> None:
    on.world.channels.delete(on.channel)


def archive(on: Loopback, thread: Channel) -> None:
    on.world.threads.archive(thread)


def lock(on: Loopback, thread: Channel) -> None:
    on.world.threads.lock(thread)


def forbid_writing(on: Loopback, thread: Channel) -> None:
    on.world.people.take_permission(on.channel, "send_messages_in_threads")


def hide(on: Loopback, thread: Channel) -> None:
    on.world.people.take_permission(on.channel, "view_channel")


def remove_bot(on: Loopback, thread: Channel) -> None:
    on.world.remove_guild(on.guild)


@pytest.mark.parametrize(
    "take_away",
    [
        delete_reply,
        delete_with_others,
        delete_thread,
        delete_channel,
        archive,
        lock,
        forbid_writing,
        hide,
        remove_bot,
    ],
    ids=lambda take_away: take_away.__name__,
)
async def test_a_reply_that_loses_its_place_ends_its_request_and_disturbs_no_other(
    tmp_path: Path, take_away: Callable[[Loopback, Channel], None]
) -> None:
    """Within two seconds, also while the chatbot is silent. Another answer goes on."""
    async with loopback(tmp_path) as on:
        bot = await on.start()
        direct = on.world.channels.open_dm(on.ann)
        on.api.script(SILENT, Script(text=WORDS[:500], chars_per_s=200))
        thread = await on.thread(on.ask("first?"))
        await on.discord.until(lambda: on.replies(thread))
        on.world.messages.send(direct, on.ann, "second?")
        await on.discord.until(lambda: on.replies(direct))
        begun_s = time.monotonic()
        take_away(on, thread)
        request = on.api.requests[0]
        await on.discord.until(lambda: request.disconnected_early)
        assert time.monotonic() - begun_s < GIVEN_UP_WITHIN_S
        await on.discord.until(lambda: on.replies(direct)[0].content == WORDS[:500].strip())
        await on.discord.until(lambda: "stopped" in bot.said)
        assert len(on.api.requests) == 2


async def test_where_one_message_of_a_reply_is_deleted_the_others_stand_without_a_mark(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        on.api.script(
            Script(
                text=WORDS, chars_per_s=4000, fault=ConnectionFault.STALL, fault_after_bytes=3000
            )
        )
        thread = await on.thread(on.ask("first?"))
        await on.discord.until(lambda: len(on.replies(thread)) == 2)
        first, second = on.replies(thread)
        await on.discord.until(lambda: second.content.endswith(CURSOR))
        on.world.messages.delete(first)
        await on.discord.until(lambda: not second.content.endswith(CURSOR))
        assert not second.deleted


async def test_an_answer_has_a_mark_while_it_grows_and_none_at_its_end(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        on.api.script(Script(text=WORDS[:900], chars_per_s=300))
        thread = await on.thread(on.ask("first?"))
        await on.discord.until(lambda: on.replies(thread))
        await on.discord.until(lambda: on.replies(thread)[0].content == WORDS[:900].strip())
        states = [content for _, content in on.replies(thread)[0].states]
        assert len(states) > 2
        assert all(content.endswith(CURSOR) for content in states[:-1])


async def test_an_answer_that_is_there_before_its_thread_is_sent_once(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        on.api.script(Script(text="All of it."))
        thread = await on.thread(on.ask("first?"))
        reply = await on.reads(thread, "All of it.")
        assert [content for _, content in reply.states] == ["All of it."]


async def test_a_system_message_stands_apart_above_the_answer(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        on.api.script(Script(text="Because.", system_message="Your plan ends **soon"))
        thread = await on.thread(on.ask("first?"))
        reply = await on.reads(thread, "Because.")
        quiet, answer = reply.content.split("\n")
        assert quiet.startswith("-# Your plan ends ")
        assert answer == "Because."


async def test_a_very_long_answer_goes_on_in_a_file(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start(MAX_PAGES="2")
        on.api.script(Script(text=WORDS))
        thread = await on.thread(on.ask("first?"))
        last = await on.reads(thread, text("answer-attached"))
        await on.discord.until(lambda: last.attachments)
        replies = on.replies(thread)
        assert len(replies) == 3
        shown = " ".join(reply.content for reply in replies[:2]).split()
        assert shown == WORDS.split()[: len(shown)]
        assert (last.attachments[0].filename, last.attachments[0].data) == (
            "answer.md",
            WORDS.encode(),
        )


async def test_without_the_right_to_attach_files_it_goes_on_in_messages(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        on.world.people.take_permission(on.channel, "attach_files")
        await on.start(MAX_PAGES="2")
        on.api.script(Script(text=WORDS))
        thread = await on.thread(on.ask("first?"))
        await on.reads(thread, "word0599")
        await on.discord.until(lambda: not on.replies(thread)[-1].content.endswith(CURSOR))
        assert " ".join(reply.content for reply in on.replies(thread)).split() == WORDS.split()


async def test_a_long_answer_tells_its_asker_by_one_message_and_pings_nobody_else(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as on:
        ben = on.world.people.add(on.guild, "Ben")
        await on.start(NOTIFY_AFTER="0.5")
        on.api.script(Script(text=f"Ask <@{ben.id}> " * 20, chars_per_s=300))
        thread = await on.thread(on.ask("first?"))
        told = await on.reads(thread, text("answer-complete"))
        answer = on.replies(thread)[0]
        assert told.reply_to is not None
        assert pinged(told) == [on.ann.id]
        assert pinged(answer) == []


def pinged(message: Message) -> list[int]:
    return sorted(message.pinged.users)
