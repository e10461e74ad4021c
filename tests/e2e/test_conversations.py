"""Which messages make one conversation: a thread, a direct message, a chain of replies."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bridge_bot.sandbox.discord.enums import ChannelType
from tests.harness.loopback import loopback


async def test_in_the_thread_every_message_is_a_question_of_one_conversation(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "turn 1")
        system.world.messages.send(thread, system.ann, "second?")
        await system.reads(thread, "turn 2")
        first, second = system.api.requests
        assert "conversation_uid" not in first.body
        assert second.body["conversation_uid"] == first.conversation_uid
        assert second.body["q"] == "second?"


async def test_conversation_and_language_outlive_a_restart(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start()
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "turn 1")
        chosen = system.world.commands.use(thread, system.ann, "language", {"language": "jp"})
        await system.discord.until(lambda: chosen.responses)
        assert "日本語" in chosen.responses[0].content
        assert await bot.stop() == 0
        await system.start()
        system.world.messages.send(thread, system.ann, "second?")
        await system.reads(thread, "turn 2")
        assert system.api.requests[-1].body["language"] == "jp"
        syncs = [each for each in system.discord.requests if each.method == "PUT"]
        assert len(syncs) == 1, "commands are synced only when their definition has changed"


async def test_direct_messages_are_a_conversation(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        direct = system.world.channels.open_dm(system.ann)
        system.world.messages.send(direct, system.ann, "first?")
        await system.reads(direct, "turn 1")
        system.world.messages.send(direct, system.ann, "second?")
        await system.reads(direct, "turn 2")


async def test_where_threads_are_forbidden_a_reply_chain_is_the_conversation(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        system.world.people.take_permission(system.channel, "create_public_threads")
        await system.start()
        asked = system.ask("first?")
        first = await system.reads(system.channel, "turn 1")
        assert first.reply_to is asked
        await system.is_stored(first)
        follow_up = system.world.messages.send(
            system.channel, system.ann, "second?", reply_to=first, ping=False
        )
        second = await system.reads(system.channel, "turn 2")
        assert second.reply_to is follow_up
        system.ask("something else?")
        await system.discord.until(lambda: len(system.replies(system.channel)) == 3)
        assert "turn 1" in system.replies(system.channel)[-1].content
        assert not [each for each in system.discord.requests if each.path.endswith("/threads")]


async def test_in_a_thread_of_somebody_else_only_a_mention_is_a_question(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        thread = system.world.threads.start(system.ann, system.channel, "Ann's")
        system.world.messages.send(thread, system.ann, "just talking")
        system.ask("first?", channel=thread)
        await system.reads(thread, "turn 1")
        system.world.messages.send(thread, system.ann, "still talking")
        system.ask("second?", channel=thread)
        await system.reads(thread, "turn 2")
        assert [request.body["q"] for request in system.api.requests] == ["first?", "second?"]


async def test_in_an_announcement_channel_a_thread_opens_too(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        channel = system.world.channels.add(system.guild, "news", kind=ChannelType.NEWS)
        question = system.ask("first?", channel=channel)
        await system.discord.until(lambda: system.world.threads.of(channel))
        [thread] = system.world.threads.of(channel)
        assert (thread.id, thread.type) == (question.id, ChannelType.NEWS_THREAD)
        await system.reads(thread, "turn 1")
        system.world.messages.send(thread, system.ann, "second?")
        await system.reads(thread, "turn 2")


async def test_in_the_chat_of_a_voice_channel_a_reply_chain_is_the_conversation(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        channel = system.world.channels.add(system.guild, "Lounge", kind=ChannelType.VOICE)
        question = system.ask("first?", channel=channel)
        reply = await system.reads(channel, "turn 1")
        assert reply.reply_to is question
        await system.is_stored(reply)
        system.world.messages.send(channel, system.ann, "second?", reply_to=reply)
        await system.reads(channel, "turn 2")
        used = system.world.commands.use(channel, system.ann, "ask", {"question": "third?"})
        await system.discord.until(lambda: len(system.api.requests) == 3)
        await system.discord.until(lambda: len(system.replies(channel)) == 4)
        assert system.replies(channel)[-1].reply_to is used.responses[0]


async def test_in_a_forum_post_a_mention_or_a_reply_is_a_question(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        forum = system.world.channels.add(system.guild, "help", kind=ChannelType.FORUM)
        post = system.world.threads.post(forum, system.ann, "Help!", f"{system.mention} first?")
        reply = await system.reads(post, "turn 1")
        await system.is_stored(reply)
        system.world.messages.send(post, system.ann, "just talking")
        system.world.messages.send(post, system.ann, "second?", reply_to=reply, ping=False)
        await system.reads(post, "turn 2")
        system.world.commands.use(post, system.ann, "ask", {"question": "third?"})
        await system.reads(post, "turn 3")
        asked = [request.body["q"] for request in system.api.requests]
        assert asked == ["Help!\n\nfirst?", "second?", "third?"]


async def test_questions_of_one_conversation_are_answered_in_order(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        direct = system.world.channels.open_dm(system.ann)
        for question in ("one?", "two?", "three?"):
            system.world.messages.send(direct, system.ann, question)
        await system.reads(direct, "turn 3")
        assert [request.body["q"] for request in system.api.requests] == ["one?", "two?", "three?"]
        assert [
            f"turn {turn}" in reply.content for turn, reply in enumerate(system.replies(direct), 1)
        ]


async def test_an_archived_thread_is_a_conversation_still(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start()
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "turn 1")
        assert await bot.stop() == 0
        system.world.threads.archive(thread)
        await system.start()
        await asyncio.sleep(0)
        system.world.messages.send(thread, system.ann, "second?")
        await system.reads(thread, "turn 2")
