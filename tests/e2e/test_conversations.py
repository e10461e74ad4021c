"""Which messages make one conversation: a thread, a direct message, a chain of replies."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bridge_bot.sandbox.discord.enums import ChannelType
from tests.harness.loopback import loopback


async def test_in_the_thread_every_message_is_a_question_of_one_conversation(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        thread = await on.thread(on.ask("first?"))
        await on.reads(thread, "turn 1")
        on.world.messages.send(thread, on.ann, "second?")
        await on.reads(thread, "turn 2")
        first, second = on.api.requests
        assert "conversation_uid" not in first.body
        assert second.body["conversation_uid"] == first.conversation_uid
        assert second.body["q"] == "second?"


async def test_conversation_and_language_outlive_a_restart(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        bot = await on.start()
        thread = await on.thread(on.ask("first?"))
        await on.reads(thread, "turn 1")
        chosen = on.world.commands.use(thread, on.ann, "language", {"language": "jp"})
        await on.discord.until(lambda: chosen.responses)
        assert "日本語" in chosen.responses[0].content
        assert await bot.stop() == 0
        await on.start()
        on.world.messages.send(thread, on.ann, "second?")
        await on.reads(thread, "turn 2")
        assert on.api.requests[-1].body["language"] == "jp"
        syncs = [each for each in on.discord.requests if each.method == "PUT"]
        assert len(syncs) == 1, "commands are synced only when their definition has changed"


async def test_direct_messages_are_a_conversation(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        direct = on.world.channels.open_dm(on.ann)
        on.world.messages.send(direct, on.ann, "first?")
        await on.reads(direct, "turn 1")
        on.world.messages.send(direct, on.ann, "second?")
        await on.reads(direct, "turn 2")


async def test_where_threads_are_forbidden_a_reply_chain_is_the_conversation(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as on:
        on.world.people.take_permission(on.channel, "create_public_threads")
        await on.start()
        asked = on.ask("first?")
        first = await on.reads(on.channel, "turn 1")
        assert first.reply_to is asked
        follow_up = on.world.messages.send(
            on.channel, on.ann, "second?", reply_to=first, ping=False
        )
        second = await on.reads(on.channel, "turn 2")
        assert second.reply_to is follow_up
        on.ask("something else?")
        await on.discord.until(lambda: len(on.replies(on.channel)) == 3)
        assert "turn 1" in on.replies(on.channel)[-1].content
        assert not [each for each in on.discord.requests if each.path.endswith("/threads")]


async def test_in_a_thread_of_somebody_else_only_a_mention_is_a_question(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        thread = on.world.threads.start(on.ann, on.channel, "Ann's")
        on.world.messages.send(thread, on.ann, "just talking")
        on.ask("first?", channel=thread)
        await on.reads(thread, "turn 1")
        on.world.messages.send(thread, on.ann, "still talking")
        on.ask("second?", channel=thread)
        await on.reads(thread, "turn 2")
        assert [request.body["q"] for request in on.api.requests] == ["first?", "second?"]


async def test_in_an_announcement_channel_a_thread_opens_too(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        channel = on.world.channels.add(on.guild, "news", kind=ChannelType.NEWS)
        question = on.ask("first?", channel=channel)
        await on.discord.until(lambda: on.world.threads.of(channel))
        [thread] = on.world.threads.of(channel)
        assert (thread.id, thread.type) == (question.id, ChannelType.NEWS_THREAD)
        await on.reads(thread, "turn 1")
        on.world.messages.send(thread, on.ann, "second?")
        await on.reads(thread, "turn 2")


async def test_in_the_chat_of_a_voice_channel_a_reply_chain_is_the_conversation(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        channel = on.world.channels.add(on.guild, "Lounge", kind=ChannelType.VOICE)
        question = on.ask("first?", channel=channel)
        reply = await on.reads(channel, "turn 1")
        assert reply.reply_to is question
        on.world.messages.send(channel, on.ann, "second?", reply_to=reply)
        await on.reads(channel, "turn 2")
        used = on.world.commands.use(channel, on.ann, "ask", {"question": "third?"})
        await on.discord.until(lambda: len(on.api.requests) == 3)
        await on.discord.until(lambda: len(on.replies(channel)) == 4)
        assert on.replies(channel)[-1].reply_to is used.responses[0]


async def test_in_a_forum_post_a_mention_or_a_reply_is_a_question(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        forum = on.world.channels.add(on.guild, "help", kind=ChannelType.FORUM)
        post = on.world.threads.post(forum, on.ann, "Help!", f"{on.mention} first?")
        reply = await on.reads(post, "turn 1")
        on.world.messages.send(post, on.ann, "just talking")
        on.world.messages.send(post, on.ann, "second?", reply_to=reply, ping=False)
        await on.reads(post, "turn 2")
        on.world.commands.use(post, on.ann, "ask", {"question": "third?"})
        await on.reads(post, "turn 3")
        asked = [request.body["q"] for request in on.api.requests]
        assert asked == ["first?", "second?", "third?"]


async def test_questions_of_one_conversation_are_answered_in_order(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        direct = on.world.channels.open_dm(on.ann)
        for question in ("one?", "two?", "three?"):
            on.world.messages.send(direct, on.ann, question)
        await on.reads(direct, "turn 3")
        assert [request.body["q"] for request in on.api.requests] == ["one?", "two?", "three?"]
        assert [f"turn {turn}" in reply.content for turn, reply in enumerate(on.replies(direct), 1)]


async def test_an_archived_thread_is_a_conversation_still(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        bot = await on.start()
        thread = await on.thread(on.ask("first?"))
        await on.reads(thread, "turn 1")
        assert await bot.stop() == 0
        on.world.threads.archive(thread)
        await on.start()
        await asyncio.sleep(0)
        on.world.messages.send(thread, on.ann, "second?")
        await on.reads(thread, "turn 2")
