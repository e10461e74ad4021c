"""What a reader sees of a reply besides its text, and what becomes of one that loses its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bridge_bot.discord_markdown import CURSOR
from bridge_bot.sandbox.chat_api.scripts import ConnectionFault, Script
from bridge_bot.sandbox.discord.model import Channel, Message
from tests.harness.english import text
from tests.harness.loopback import Loopback, loopback

WORDS = " ".join(f"word{number:04}" for number in range(600))
SILENT = Script(text=WORDS, chars_per_s=400, fault=ConnectionFault.STALL, fault_after_bytes=700)
"""A beginning, and then nothing more, so that no write to Discord is due."""


def delete_reply(system: Loopback, thread: Channel) -> None:
    system.world.messages.delete(system.replies(thread)[0])


def delete_with_others(system: Loopback, thread: Channel) -> None:
    ben = system.world.people.add(system.guild, "Ben")
    talk = system.world.messages.send(thread, system.ann, f"<@{ben.id}> look")
    system.world.messages.delete_many([*system.replies(thread), talk])


def delete_thread(system: Loopback, thread: Channel) -> None:
    system.world.channels.delete(thread)


def delete_channel(system: Loopback, thread: Channel) -> None:
    system.world.channels.delete(system.channel)


def archive(system: Loopback, thread: Channel) -> None:
    system.world.threads.archive(thread)


def lock(system: Loopback, thread: Channel) -> None:
    system.world.threads.lock(thread)


def forbid_writing(system: Loopback, thread: Channel) -> None:
    system.world.people.take_permission(system.channel, "send_messages_in_threads")


def hide(system: Loopback, thread: Channel) -> None:
    system.world.people.take_permission(system.channel, "view_channel")


def remove_bot(system: Loopback, thread: Channel) -> None:
    system.world.remove_guild(system.guild)


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
    """At once, also while the chatbot is silent. Another answer, of 2.5 s, is not over by then."""
    async with loopback(tmp_path) as system:
        bot = await system.start()
        direct = system.world.channels.open_dm(system.ann)
        system.api.script(SILENT, Script(text=WORDS[:500], chars_per_s=200))
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        system.world.messages.send(direct, system.ann, "second?")
        await system.discord.until(lambda: system.replies(direct))
        take_away(system, thread)
        given_up, other = system.api.requests
        await system.discord.until(lambda: given_up.disconnected_early)
        assert not other.over.is_set()
        await system.discord.until(lambda: system.replies(direct)[0].content == WORDS[:500].strip())
        await system.discord.until(lambda: "stopped" in bot.log)
        assert len(system.api.requests) == 2


async def test_where_one_message_of_a_reply_is_deleted_the_others_stand_without_a_mark(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(
            Script(
                text=WORDS, chars_per_s=4000, fault=ConnectionFault.STALL, fault_after_bytes=3000
            )
        )
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: len(system.replies(thread)) == 2)
        first, second = system.replies(thread)
        await system.discord.until(lambda: second.content.endswith(CURSOR))
        system.world.messages.delete(first)
        await system.discord.until(lambda: not second.content.endswith(CURSOR))
        assert not second.deleted


async def test_an_answer_has_a_mark_while_it_grows_and_none_at_its_end(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(Script(text=WORDS[:900], chars_per_s=300))
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        await system.discord.until(lambda: system.replies(thread)[0].content == WORDS[:900].strip())
        states = [content for _, content in system.replies(thread)[0].states]
        assert len(states) > 2
        assert all(content.endswith(CURSOR) for content in states[:-1])


async def test_an_answer_that_is_there_before_its_thread_is_sent_once(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(Script(text="All of it."))
        thread = await system.thread(system.ask("first?"))
        reply = await system.reads(thread, "All of it.")
        assert [content for _, content in reply.states] == ["All of it."]


async def test_a_system_message_stands_apart_above_the_answer(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(Script(text="Because.", system_message="Your plan ends **soon"))
        thread = await system.thread(system.ask("first?"))
        reply = await system.reads(thread, "Because.")
        quiet, answer = reply.content.split("\n")
        assert quiet.startswith("-# Your plan ends ")
        assert answer == "Because."


async def test_a_very_long_answer_goes_on_in_a_file(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start(MAX_PAGES="2")
        system.api.script(Script(text=WORDS))
        thread = await system.thread(system.ask("first?"))
        last = await system.reads(thread, text("answer-attached"))
        await system.discord.until(lambda: last.attachments)
        replies = system.replies(thread)
        assert len(replies) == 3
        shown = " ".join(reply.content for reply in replies[:2]).split()
        assert shown == WORDS.split()[: len(shown)]
        assert (last.attachments[0].filename, last.attachments[0].data) == (
            "answer.md",
            WORDS.encode(),
        )


async def test_without_the_right_to_attach_files_it_goes_on_in_messages(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        system.world.people.take_permission(system.channel, "attach_files")
        await system.start(MAX_PAGES="2")
        system.api.script(Script(text=WORDS))
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "word0599")
        await system.discord.until(lambda: not system.replies(thread)[-1].content.endswith(CURSOR))
        assert " ".join(reply.content for reply in system.replies(thread)).split() == WORDS.split()


async def test_a_long_answer_tells_its_asker_by_one_message_and_pings_nobody_else(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        ben = system.world.people.add(system.guild, "Ben")
        await system.start(NOTIFY_AFTER="0.5")
        system.api.script(Script(text=f"Ask <@{ben.id}> " * 20, chars_per_s=300))
        thread = await system.thread(system.ask("first?"))
        notice = await system.reads(thread, text("answer-complete"))
        answer = system.replies(thread)[0]
        assert notice.reply_to is not None
        assert pinged(notice) == [system.ann.id]
        assert pinged(answer) == []


def pinged(message: Message) -> list[int]:
    return sorted(message.pinged.users)
