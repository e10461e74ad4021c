"""What a server has set decides what is a question in a channel, and where its answer goes."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bridge_bot.core.guild_settings.values import AnswerPlace, Served, SettingName
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.faults import HTML_502, StubbedResponse, When
from bridge_bot.sandbox.discord.model import Channel, Upload
from bridge_bot.sandbox.discord.request_log import LoggedRequest
from tests.e2e.backfill import asked, seen
from tests.harness.english import text
from tests.harness.guild_settings import set_in_store
from tests.harness.loopback import Loopback, loopback


async def serve(system: Loopback, served: Served, place: Channel | None = None) -> None:
    await set_in_store(system, SettingName.SERVED, served, place)


async def answer_in(system: Loopback, where: AnswerPlace, place: Channel | None = None) -> None:
    await set_in_store(system, SettingName.ANSWER_PLACE, where, place)


def forum_of(system: Loopback) -> Channel:
    return system.world.channels.add(system.guild, "help", kind=ChannelType.FORUM)


def private_threads(system: Loopback) -> list[Channel]:
    return [
        each
        for each in system.world.threads.of(system.channel)
        if each.type is ChannelType.PRIVATE_THREAD
    ]


async def private_thread(system: Loopback, number: int = 0) -> Channel:
    await system.discord.until(lambda: len(private_threads(system)) > number)
    return private_threads(system)[number]


def public_words(system: Loopback) -> list[str]:
    """What the bot has said in the channel for all to see."""
    return [each.content for each in system.replies(system.channel) if each.only_for is None]


# ---- what is a question ----


async def test_every_message_of_a_channel_that_is_set_so_gets_its_thread_but_talk(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        ben = system.world.people.add(system.guild, "Ben")
        await serve(system, Served.MESSAGES, system.channel)
        elsewhere = system.world.channels.add(system.guild, "elsewhere")
        await system.start()
        question = system.world.messages.send(system.channel, system.ann, "first?")
        system.world.messages.send(elsewhere, system.ann, "not here?")
        system.world.messages.send(system.channel, ben, "that's easy", reply_to=question)
        system.world.messages.send(system.channel, system.ann, f"<@{ben.id}> is it?")
        own = system.world.threads.start(ben, system.channel, "Ben's")
        system.world.messages.send(own, system.ann, "and in a thread of Ben's?")
        last = system.world.messages.send(system.channel, ben, "second?")
        await system.reads(await system.thread(question), "turn 1")
        await system.reads(await system.thread(last), "turn 1")
        assert sorted(map(str, asked(system))) == ["first?", "second?"]


async def test_where_every_message_is_a_question_the_bot_does_not_talk_in_between(
    tmp_path: Path,
) -> None:
    """Who may not ask, and does not turn to it, is told nothing; and what fails is told once."""
    async with loopback(tmp_path) as system:
        helper = system.world.people.add_role(system.guild, "Helper")
        ben = system.world.people.add(system.guild, "Ben", roles=[helper])
        await serve(system, Served.MESSAGES, system.channel)
        await answer_in(system, AnswerPlace.PRIVATE_THREAD, system.channel)
        await set_in_store(system, SettingName.ASKER_ROLES, frozenset({helper.id}))
        await system.start()
        for words in ("good morning", "nice weather"):
            system.world.messages.send(system.channel, system.ann, words)
        system.world.messages.send(system.channel, ben, "first?")
        thread = await private_thread(system)
        await system.reads(thread, "turn 1")
        system.ask("may I?")
        await system.discord.until(lambda: public_words(system))
        assert public_words(system) == [text("refused-role")]
        assert asked(system) == ["first?"]


async def test_a_pasted_text_is_a_question_and_names_its_private_thread(tmp_path: Path) -> None:
    """Discord's clients make a file of a long one."""
    async with loopback(tmp_path) as system:
        await serve(system, Served.MESSAGES, system.channel)
        await answer_in(system, AnswerPlace.PRIVATE_THREAD)
        await system.start()
        pasted = Upload("0", "message.txt", "text/plain", b"How do webhooks work?")
        picture = Upload("0", "a.png", "image/png", b"1234")
        system.world.messages.send(system.channel, system.ann, "", files=[picture])
        system.world.messages.send(system.channel, system.ann, "", files=[pasted])
        thread = await private_thread(system)
        await system.reads(thread, "turn 1")
        assert thread.name == "How do webhooks work?"
        assert ">>> How do webhooks work?" in system.replies(thread)[0].content
        assert asked(system) == ["How do webhooks work?"]
        assert public_words(system) == []


async def test_a_new_post_is_a_question_with_its_title_and_its_author_goes_on_until_others_help(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        ben = system.world.people.add(system.guild, "Ben")
        forum, other = forum_of(system), forum_of(system)
        await serve(system, Served.POSTS, forum)
        await system.start()
        system.world.threads.post(other, system.ann, "Not here", "why?")
        post = system.world.threads.post(forum, system.ann, "Webhooks", "How do they work?")
        await system.reads(post, "turn 1")
        system.world.messages.send(post, system.ann, "and retries?")
        await system.reads(post, "turn 2")
        system.world.messages.send(post, ben, "I can help, I think.")
        system.world.messages.send(post, system.ann, "oh, thank you!")
        system.ask("and you?", channel=post)
        await system.reads(post, "turn 3")
        assert asked(system) == [
            "Webhooks\n\nHow do they work?",
            "and retries?",
            "and you?",
        ]


@pytest.mark.parametrize("kind", [ChannelType.FORUM, ChannelType.MEDIA])
async def test_a_post_whose_first_message_comes_late_is_asked_once_it_is_there(
    tmp_path: Path, kind: ChannelType
) -> None:
    """Also one of a title and a picture alone."""
    async with loopback(tmp_path) as system:
        forum = system.world.channels.add(system.guild, "help", kind=kind)
        await serve(system, Served.POSTS, forum)
        await system.start()
        late = system.world.threads.begin_post(forum, system.ann, "Webhooks")
        pictured = system.world.threads.begin_post(forum, system.ann, "What is this?")
        await asyncio.sleep(0.2)
        assert asked(system) == []
        system.world.threads.finish_post(late, "Webhooks and retries, how?")
        await system.reads(late, "turn 1")
        picture = Upload("0", "a.png", "image/png", b"1234")
        system.world.threads.finish_post(pictured, "", files=[picture])
        await system.reads(pictured, "turn 1")
        assert asked(system) == ["Webhooks and retries, how?", "What is this?"]


async def test_without_the_content_intent_only_mentions_are_questions(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        forum = forum_of(system)
        await serve(system, Served.MESSAGES, system.channel)
        await serve(system, Served.POSTS, forum)
        await system.start(MESSAGE_CONTENT="false")
        system.world.messages.send(system.channel, system.ann, "first?")
        system.world.threads.post(forum, system.ann, "Webhooks", "How do they work?")
        await system.reads(await system.thread(system.ask("second?")), "turn 1")
        assert asked(system) == ["second?"]


# ---- where the answer goes ----


async def test_an_answer_in_the_channel_begins_a_chain_of_replies(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await answer_in(system, AnswerPlace.CHANNEL)
        await system.start()
        question = system.ask("first?")
        reply = await system.reads(system.channel, "turn 1")
        assert reply.reply_to is question
        await system.is_stored(reply)
        system.world.messages.send(system.channel, system.ann, "second?", reply_to=reply)
        await system.reads(system.channel, "turn 2")
        assert system.world.threads.of(system.channel) == []


async def test_a_private_thread_has_the_answer_and_its_asker_and_the_channel_has_nothing(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        ben = system.world.people.add(system.guild, "Ben")
        await answer_in(system, AnswerPlace.PRIVATE_THREAD)
        await set_in_store(system, SettingName.ARCHIVE_AFTER, 60, None)
        system.world.people.give_permission(system.channel, "manage_threads")
        await system.start()
        question = system.ask("first?")
        thread = await private_thread(system)
        answer = await system.reads(thread, "turn 1")
        first = system.replies(thread)[0]
        assert first.content.startswith(f"<@{system.ann.id}> ")
        assert first.mentions.users == {system.ann.id}
        assert str(question.id) in first.content
        assert "first?" in first.content
        assert answer.reply_to is first
        state = thread.thread_or_error
        assert set(state.member_ids) == {system.world.bot.id, system.ann.id}
        assert (state.invitable, state.archive_after_min) == (False, 60)
        system.world.messages.send(thread, system.ann, "second?")
        await system.reads(thread, "turn 2")
        # Who replies to the question is not in the thread, and is not answered there or here.
        system.world.messages.send(system.channel, ben, "me too", reply_to=question)
        system.ask("third?")
        await system.reads(await private_thread(system, 1), "turn 1")
        assert public_words(system) == []
        assert asked(system) == ["first?", "second?", "third?"]


async def test_what_is_asked_by_command_where_answers_are_private_is_seen_by_nobody_else(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        await answer_in(system, AnswerPlace.PRIVATE_THREAD)
        await system.start()
        used = system.world.commands.use(system.channel, system.ann, "ask", {"question": "why?"})
        thread = await private_thread(system)
        await system.reads(thread, "turn 1")
        assert [each.content for each in used.responses] == [text("ask-private")]
        assert used.responses[0].ephemeral
        assert ">>> why?" in system.replies(thread)[0].content
        assert public_words(system) == []


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (50013, "refused-private-thread-forbidden"),
        (160006, "refused-private-thread-busy"),
    ],
)
async def test_where_discord_opens_no_private_thread_nothing_is_asked_and_nothing_leaks(
    tmp_path: Path, code: int, told: str
) -> None:
    async with loopback(tmp_path) as system:
        await answer_in(system, AnswerPlace.PRIVATE_THREAD)
        await system.start()
        refused = StubbedResponse(403, {"code": code, "message": "no"})
        system.discord.faults.inject("POST", r"/channels/\d+/threads", refused)
        system.ask("first?")
        await system.reads(system.channel, text(told))
        assert asked(system) == []


async def test_a_missing_permission_for_private_threads_is_told_before_anything_is_tried(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        await answer_in(system, AnswerPlace.PRIVATE_THREAD)
        system.world.people.take_permission(system.channel, "create_private_threads")
        voice = system.world.channels.add(system.guild, "talk", kind=ChannelType.VOICE)
        await system.start()
        system.ask("first?")
        await system.reads(system.channel, text("refused-private-thread-forbidden"))
        system.ask("second?", channel=voice)
        await system.reads(voice, text("refused-no-private-threads"))
        assert asked(system) == []


async def test_a_lost_response_to_opening_a_private_thread_opens_no_second_one(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        await answer_in(system, AnswerPlace.PRIVATE_THREAD)
        await system.start()
        lost = StubbedResponse(502, HTML_502, when=When.AFTER)
        system.discord.faults.inject("POST", r"/channels/\d+/threads", lost)
        system.ask("first?")
        await system.reads(await private_thread(system), "turn 1")
        assert len(private_threads(system)) == 1


# ---- what was missed ----


async def test_what_was_missed_where_all_is_served_is_answered_once(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        forum = forum_of(system)
        quiet = system.world.channels.add(system.guild, "quiet")
        await serve(system, Served.MESSAGES, quiet)
        await serve(system, Served.POSTS, forum)
        bot = await system.start()
        old = system.world.threads.post(forum, system.ann, "Old", "What was?")
        await system.reads(old, "turn 1")
        await seen(system, old)
        assert await bot.stop() == 0
        missed = system.world.messages.send(quiet, system.ann, "in the channel?")
        post = system.world.threads.post(forum, system.ann, "New", "What now?")
        archived = system.world.threads.post(forum, system.ann, "Archived", "What then?")
        system.world.threads.archive(archived)
        system.world.messages.send(old, system.ann, "What else?")
        bot = await system.start()
        await system.discord.until(lambda: missed.id in system.guild.threads)
        await system.reads(system.guild.threads[missed.id], "turn 1")
        await system.reads(post, "turn 1")
        await system.reads(archived, "turn 1")
        await system.reads(old, "turn 2")
        assert await bot.stop() == 0
        await system.start()
        await system.reads(await system.thread(system.ask("last?")), "turn 1")
        assert sorted(map(str, asked(system))) == sorted(
            [
                "Old\n\nWhat was?",
                "in the channel?",
                "New\n\nWhat now?",
                "Archived\n\nWhat then?",
                "What else?",
                "last?",
            ]
        )


async def test_what_was_missed_in_private_threads_is_answered_there(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=2) as system:
        await answer_in(system, AnswerPlace.PRIVATE_THREAD)
        bot = await system.start()
        system.ask("first?")
        thread = await private_thread(system)
        await system.reads(thread, "turn 1")
        system.ask("other?")
        archived = await private_thread(system, 1)
        await system.reads(archived, "turn 1")
        await seen(system, thread, archived)
        assert await bot.stop() == 0
        system.world.messages.send(thread, system.ann, "second?")
        system.world.messages.send(archived, system.ann, "another?")
        system.world.threads.archive(archived)
        system.ask("third?")
        await system.start()
        await system.reads(thread, "turn 2")
        await system.reads(archived, "turn 2")
        await system.reads(await private_thread(system, 2), "turn 1")
        assert len(private_threads(system)) == 3
        assert public_words(system) == []


# ---- crashes ----


@pytest.mark.parametrize("request_number", range(6))
async def test_a_crash_around_the_opening_of_a_private_thread_opens_no_second_one(
    tmp_path: Path, request_number: int
) -> None:
    """Killed before its first request for the thread takes effect, after it, and so on."""
    async with loopback(tmp_path, most_429s=2) as system:
        await answer_in(system, AnswerPlace.PRIVATE_THREAD)
        system.api.default = Script(text="word " * 200, chars_per_s=300)
        bot = await system.start_process()
        await system.discord.until(lambda: system.discord.gateway.all_connected)
        killed = asyncio.Event()

        async def kill(_: When, request: LoggedRequest) -> None:
            nonlocal request_number
            path, method = request.path, request.method
            is_opening = method in ("POST", "PUT") and (
                path.endswith(("/threads", "/messages")) or "thread-members" in path
            )
            if not is_opening or killed.is_set():
                return
            if request_number == 0:
                bot.process.kill()
                await bot.process.wait()
                killed.set()
            request_number -= 1

        system.discord.faults.hooks.append(kill)
        system.ask("first?")
        await killed.wait()
        system.bots.remove(bot)
        await system.discord.until(lambda: not system.discord.gateway.connected)
        await system.start_process()
        whole = ("word " * 200).strip()

        def is_answered() -> bool:
            return any(
                reply.content == whole
                for each in private_threads(system)
                for reply in system.replies(each)
            )

        await system.discord.until(is_answered, 40.0)
        (thread,) = private_threads(system)
        replies = [each for each in system.replies(thread) if not each.deleted]
        assert len(replies) == 2
        assert system.ann.id in thread.thread_or_error.member_ids
        assert public_words(system) == []
