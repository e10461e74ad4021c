"""What a question forwards or replies to is quoted in it, if its author lets the bot read it."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.sandbox.discord.model import Channel, Member, Message, Upload
from tests.harness.english import text
from tests.harness.loopback import Loopback, loopback

LEFT_OUT = text("quotation-left-out")


async def opt_out(system: Loopback, member: Member) -> None:
    """A member forbids that their messages are read, before the bot starts."""
    system.database.execute(f"INSERT INTO opt_outs (member_id, since) VALUES ({member.id}, 1)")


async def asked(system: Loopback, number: int = 1) -> list[str]:
    """What the Chat API was asked, once it was asked so often."""
    await system.discord.until(lambda: len(system.api.requests) >= number)
    return [str(request.body["q"]) for request in system.api.requests]


def forward(system: Loopback, message: Message, channel: Channel) -> Message:
    """Ann forwards a message."""
    return system.world.messages.forward(message, system.ann, channel)


async def test_the_message_replied_to_is_quoted_above_the_question_and_names_no_thread(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        ben = system.world.people.add(system.guild, "Ben")
        log = Upload("0", "app.log", "text/plain", b"it broke")
        said = system.world.messages.send(
            system.channel, ben, f"<@{ben.id}>'s server\n\nis down", files=[log]
        )
        question = system.world.messages.send(
            system.channel, system.ann, f"{system.mention} what can he do?", reply_to=said
        )
        assert await asked(system) == [
            "> @unknown's server\n>\n> is down\n\nwhat can he do?\n\napp.log:\n```\nit broke\n```"
        ]
        thread = await system.thread(question)
        assert thread.name == "what can he do?"


async def test_a_mention_alone_asks_about_the_message_that_it_replies_to(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        ben = system.world.people.add(system.guild, "Ben")
        said = system.world.messages.send(system.channel, ben, "x" * 1990 + "y" * 10)
        system.world.messages.edit(said, "x" * 2000)
        question = system.world.messages.send(
            system.channel, system.ann, system.mention, reply_to=said
        )
        assert await asked(system) == ["> " + "x" * 2000]
        thread = await system.thread(question)
        assert thread.name == text("thread-name-neutral")


async def test_an_answer_of_the_same_conversation_is_not_quoted(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        direct = system.world.channels.open_dm(system.ann)
        system.world.messages.send(direct, system.ann, "why?")
        reply = await system.reads(direct, "why?")
        await system.is_stored(reply)
        system.world.messages.send(direct, system.ann, "and then?", reply_to=reply)
        assert await asked(system, 2) == ["why?", "and then?"]


async def test_words_of_a_member_who_has_opted_out_are_left_out_and_the_asker_is_told(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        ben = system.world.people.add(system.guild, "Ben")
        await opt_out(system, ben)
        await system.start()
        said = system.world.messages.send(system.channel, ben, "my own words")
        question = system.world.messages.send(
            system.channel, system.ann, f"{system.mention} why?", reply_to=said
        )
        thread = await system.thread(question)
        await system.reads(thread, LEFT_OUT)
        own = await system.thread(question)
        forward(system, said, own)
        system.world.messages.send(own, system.ann, "and that?")
        assert await asked(system, 2) == ["why?", "and that?"]


async def test_what_a_webhook_has_posted_may_be_anybodys_and_is_not_quoted(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        said = system.world.messages.send_as_webhook(system.channel, "Alter", "my own words")
        question = system.world.messages.send(
            system.channel, system.ann, f"{system.mention} why?", reply_to=said
        )
        await system.reads(await system.thread(question), LEFT_OUT)
        assert await asked(system) == ["why?"]


async def test_a_forward_is_quoted_in_the_message_that_follows_it(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        ben = system.world.people.add(system.guild, "Ben")
        said = system.world.messages.send(system.channel, ben, "Use *three* shards.")
        direct = system.world.channels.open_dm(system.ann)
        forward(system, said, direct)
        system.world.messages.send(direct, system.ann, "is that right?")
        assert await asked(system) == ["> Use *three* shards.\n\nis that right?"]
        await system.reads(direct, "is that right?")
        assert len(system.api.requests) == 1


async def test_a_forward_alone_is_a_question_after_two_seconds(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        ben = system.world.people.add(system.guild, "Ben")
        said = system.world.messages.send(system.channel, ben, "What is a shard?")
        direct = system.world.channels.open_dm(system.ann)
        began = forward(system, said, direct)
        assert await asked(system) == ["> What is a shard?"]
        reply = await system.reads(direct, "What is a shard?")
        assert reply.at - began.at >= 2.0


async def test_a_forward_is_a_question_though_its_sender_goes_on_talking_to_others(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        ben = system.world.people.add(system.guild, "Ben")
        thread = await system.thread(system.ask("hello?"))
        await system.reads(thread, "hello?")
        for words in ("A shard is a part.", "What is a shard?"):
            said = system.world.messages.send(system.channel, ben, words)
            forward(system, said, thread)
        system.world.messages.send(thread, system.ann, f"<@{ben.id}> look")
        assert (await asked(system, 2))[1] == "> A shard is a part.\n\n> What is a shard?"
        await system.reads(thread, "What is a shard?")


async def test_a_forward_of_what_the_bot_may_not_read_is_left_out(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        hidden = system.world.channels.add(system.guild, "hidden")
        system.world.people.take_permission(hidden, "view_channel")
        await system.start()
        ben = system.world.people.add(system.guild, "Ben")
        said = system.world.messages.send(hidden, ben, "a secret")
        direct = system.world.channels.open_dm(system.ann)
        forward(system, said, direct)
        system.world.messages.send(direct, system.ann, "is that right?")
        await system.reads(direct, LEFT_OUT)
        assert await asked(system) == ["is that right?"]


async def test_missed_forwards_belong_to_the_messages_that_followed_them(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=5) as system:
        bot = await system.start()
        ben = system.world.people.add(system.guild, "Ben")
        said = system.world.messages.send(system.channel, ben, "Use three shards.")
        direct = system.world.channels.open_dm(system.ann)
        system.world.messages.send(direct, system.ann, "hello?")
        await system.reads(direct, "hello?")
        await bot.stop()
        forward(system, said, direct)
        system.world.messages.send(direct, system.ann, "is that right?")
        await system.start()
        assert await asked(system, 2) == ["hello?", "> Use three shards.\n\nis that right?"]
        await system.reads(direct, "is that right?")
        assert len(system.api.requests) == 2
