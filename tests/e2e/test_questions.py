"""A member asks, a thread opens, the answer grows in it, the conversation goes on."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.discord_markdown import without_cursor
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.enums import MessageType
from bridge_bot.sandbox.discord.faults import Stall
from tests.harness.loopback import loopback

LONG = " ".join(f"word{number:03}" for number in range(190))


async def test_a_mention_opens_a_thread_in_which_the_answer_grows(tmp_path: Path) -> None:
    async with loopback(tmp_path, migrated=False) as on:
        await on.launch_program()
        await on.discord.bot_ready()
        on.api.script(Script(text=LONG, first_delay_s=0.5, chars_per_s=len(LONG) / 9.5))
        asked = on.ask("Why is the **sky** blue?")
        thread = await on.thread(asked)
        assert thread.name == "Why is the sky blue?"
        reply = await on.reads(thread, "word189")
        states = [shown.content for shown in reply.states]
        assert len(states) >= 8
        assert len(set(states)) == len(states)
        assert all(LONG.startswith(without_cursor(state)) for state in states)
        assert states[-1] == LONG
        assert on.api.requests[0].body == {
            "q": "Why is the **sky** blue?",
            "language": "auto",
            "stream": True,
        }


async def test_the_request_to_the_api_does_not_wait_for_the_thread(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        before_thread = Stall()
        on.discord.faults.inject("POST", r".*/threads", before_thread)
        on.ask("Why?")
        await on.discord.until(lambda: on.api.requests)
        before_thread.release()


async def test_two_threads_are_answered_at_once_and_apart(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        slow = Script(text=LONG, chars_per_s=500)
        on.api.script(slow, slow)
        one, two = await on.thread(on.ask("one?")), await on.thread(on.ask("two?"))
        first, second = await on.reads(one, "word189"), await on.reads(two, "word189")
        assert first.states[0].at < second.states[-1].at
        assert second.states[0].at < first.states[-1].at
        uids = {request.conversation_uid for request in on.api.requests}
        assert len(uids) == 2


async def test_what_is_not_said_to_the_bot_is_left_alone(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        ben = on.world.people.add(on.guild, "Ben")
        robot = on.world.people.add(on.guild, "Robot", bot=True)
        thread = await on.thread(on.ask("first?"))
        await on.reads(thread, "turn 1")
        on.world.messages.send(on.channel, on.ann, "plain talk in the channel")
        on.world.messages.send(on.channel, robot, f"{on.mention} from a bot")
        on.world.messages.send_as_webhook(on.channel, "Hook", f"{on.mention} from a webhook")
        on.world.messages.send_system(on.channel, MessageType.MEMBER_JOIN, ben)
        on.world.messages.send(thread, robot, "a bot in the thread")
        on.world.messages.send(thread, on.ann, f"<@{ben.id}> what do you think?")
        on.world.messages.send(
            thread, ben, "I think so", reply_to=on.world.messages.of(thread)[-1], ping=False
        )
        on.world.messages.send(thread, on.ann, f"<@{ben.id}> says so, {on.mention}, is it true?")
        await on.reads(thread, "turn 2")
        assert [request.body["q"] for request in on.api.requests] == [
            "first?",
            "@Ben says so,, is it true?",
        ]


async def test_what_discord_itself_says_in_the_thread_is_no_question(tmp_path: Path) -> None:
    """Such as the starter of a thread: it comes as a message of the asker's, without a text."""
    async with loopback(tmp_path) as on:
        bot = await on.start()
        thread = await on.thread(on.ask("first?"))
        await on.reads(thread, "turn 1")
        for kind in (MessageType.THREAD_STARTER, MessageType.PINNED, MessageType.THREAD_CREATED):
            on.world.messages.send_system(thread, kind, on.ann)
        on.world.messages.send(thread, on.ann, "second?")
        await on.reads(thread, "turn 2")
        assert len(on.replies(thread)) == 2
        assert "hint" not in bot.said, "no system message can be replied to"


async def test_mentions_reach_the_api_as_names_and_the_bots_own_not_at_all(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        ben = on.world.people.add(on.guild, "Ben")
        role = on.world.people.add_role(on.guild, "Admins", mentionable=True)
        words = f"did <@{ben.id}> of <@&{role.id}> write in <#{on.channel.id}> <:wave:123456789>?"
        thread = await on.thread(on.ask(words))
        await on.reads(thread, "turn 1")
        assert on.api.requests[0].body["q"] == "did @Ben of @Admins write in #general :wave:?"
        assert thread.name == "did @Ben of @Admins write in #general :wave:?"


async def test_a_mention_of_the_bots_own_role_is_a_mention(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        role = next(role for role in on.guild.roles.values() if role.bot_id == on.world.bot.id)
        asked = on.world.messages.send(on.channel, on.ann, f"<@&{role.id}> why?")
        await on.reads(await on.thread(asked), "turn 1")
        assert on.api.requests[0].body["q"] == "why?"


async def test_a_mention_without_a_question_gets_a_hint(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        on.world.messages.send(on.channel, on.ann, on.mention)
        hint = await on.reads(on.channel, "Ask me something")
        assert hint.reply_to is not None
        assert on.api.requests == []
        assert on.world.threads.of(on.channel) == []


async def test_a_thread_is_not_waited_for_longer_than_two_seconds(tmp_path: Path) -> None:
    """The thread comes late all the same: it is the same conversation."""
    async with loopback(tmp_path) as on:
        await on.start()
        before_thread = Stall()
        on.discord.faults.inject("POST", r".*/threads", before_thread)
        asked = on.ask("first?")
        first = await on.reads(on.channel, "turn 1")
        assert first.reply_to is asked
        before_thread.release()
        thread = await on.thread(asked)
        on.world.messages.send(thread, on.ann, "second?")
        await on.reads(thread, "turn 2")


async def test_a_limit_on_threads_is_not_waited_for(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=1) as on:
        await on.start()
        on.discord.limits.block("open_thread", 200.0)
        first = on.ask("first?")
        await on.discord.until(lambda: len(on.replies(on.channel)) == 1)
        second = on.ask("second?")
        await on.discord.until(lambda: len(on.replies(on.channel)) == 2)
        assert {reply.reply_to for reply in on.replies(on.channel)} == {first, second}
        opened = [each for each in on.discord.requests if each.path.endswith("/threads")]
        assert len(opened) == 1, "the second is known to be refused"


async def test_long_answers_go_on_in_further_messages(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        answer = "\n\n".join(f"Paragraph {number}. " + "word " * 60 for number in range(20))
        on.api.script(Script(text=answer, chars_per_s=3000))
        thread = await on.thread(on.ask("tell me everything"))
        await on.reads(thread, "Paragraph 19.")
        await on.discord.until(
            lambda: "".join(each.content for each in on.replies(thread)).count("word") == 20 * 60
        )
        replies = on.replies(thread)
        assert len(replies) >= 3
        assert " ".join(" ".join(each.content for each in replies).split()) == " ".join(
            answer.split()
        )


async def test_nothing_in_an_answer_notifies_anybody(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        role = on.world.people.add_role(on.guild, "Admins", mentionable=True)
        pings = f"@everyone @here <@{on.ann.id}> <@&{role.id}> "
        on.api.script(Script(text=pings * 30, chars_per_s=1000))
        thread = await on.thread(on.ask("ping them all"))
        await on.discord.until(lambda: on.replies(thread))
        asked = on.world.commands.use(thread, on.ann, "ask", {"question": pings})
        await on.reads(thread, "turn 2")
        said = [*on.replies(thread), *asked.responses]
        assert len(said) >= 3
        for message in said:
            assert not message.pinged
            assert not message.notified


async def test_a_question_that_waits_is_marked_until_it_is_its_turn(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start()
        direct = on.world.channels.open_dm(on.ann)
        on.api.script(Script(text=LONG, chars_per_s=1000))
        first = on.world.messages.send(direct, on.ann, "first?")
        second = on.world.messages.send(direct, on.ann, "second?")
        await on.discord.until(lambda: second.reactions.get("⏳"))
        await on.reads(direct, "turn 2")
        await on.discord.until(lambda: not second.reactions.get("⏳"))
        assert not first.reactions


async def test_where_the_bot_may_not_react_the_question_waits_unmarked(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        on.world.people.take_permission(on.channel, "add_reactions")
        await on.start()
        thread = await on.thread(on.ask("first?"))
        on.api.script(Script(text=LONG, chars_per_s=1000))

        def refused() -> list[int | None]:
            return [each.status for each in on.discord.requests if "/reactions/" in each.path]

        on.world.messages.send(thread, on.ann, "second?")
        await on.discord.until(lambda: refused() == [403])
        for question in ("third?", "fourth?"):
            on.world.messages.send(thread, on.ann, question)
        await on.reads(thread, "turn 4")
        assert refused() == [403], "not again where it is forbidden"
