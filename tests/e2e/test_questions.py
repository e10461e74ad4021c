"""A member asks, a thread opens, the answer grows in it, the conversation goes on."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.discord_markdown import without_cursor
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.enums import MessageFlag, MessageType
from bridge_bot.sandbox.discord.faults import Stall
from bridge_bot.sandbox.discord.model import Upload
from tests.harness.english import text
from tests.harness.loopback import loopback

LONG = " ".join(f"word{number:03}" for number in range(190))


async def test_a_mention_opens_a_thread_in_which_the_answer_grows(tmp_path: Path) -> None:
    async with loopback(tmp_path, migrated=False) as system:
        await system.launch_program()
        await system.discord.bot_ready()
        system.api.script(Script(text=LONG, first_delay_s=0.5, chars_per_s=len(LONG) / 9.5))
        asked = system.ask("Why is the **sky** blue?")
        thread = await system.thread(asked)
        assert thread.name == "Why is the sky blue?"
        reply = await system.reads(thread, "word189")
        states = [shown.content for shown in reply.states]
        assert len(states) >= 8
        assert len(set(states)) == len(states)
        assert all(LONG.startswith(without_cursor(state)) for state in states)
        assert states[-1] == LONG
        assert system.api.requests[0].body == {
            "q": "Why is the **sky** blue?",
            "language": "auto",
            "stream": True,
        }


async def test_the_request_to_the_api_does_not_wait_for_the_thread(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        before_thread = Stall()
        system.discord.faults.inject("POST", r".*/threads", before_thread)
        system.ask("Why?")
        await system.discord.until(lambda: system.api.requests)
        before_thread.release()


async def test_two_threads_are_answered_at_once_and_apart(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        slow = Script(text=LONG, chars_per_s=500)
        system.api.script(slow, slow)
        one, two = await system.thread(system.ask("one?")), await system.thread(system.ask("two?"))
        first, second = await system.reads(one, "word189"), await system.reads(two, "word189")
        assert first.states[0].at < second.states[-1].at
        assert second.states[0].at < first.states[-1].at
        uids = {request.conversation_uid for request in system.api.requests}
        assert len(uids) == 2


async def test_what_is_not_said_to_the_bot_is_left_alone(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        ben = system.world.people.add(system.guild, "Ben")
        robot = system.world.people.add(system.guild, "Robot", bot=True)
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "turn 1")
        system.world.messages.send(system.channel, system.ann, "plain talk in the channel")
        system.world.messages.send(system.channel, robot, f"{system.mention} from a bot")
        system.world.messages.send_as_webhook(
            system.channel, "Hook", f"{system.mention} from a webhook"
        )
        system.world.messages.send_system(system.channel, MessageType.MEMBER_JOIN, ben)
        system.world.messages.send(thread, robot, "a bot in the thread")
        system.world.messages.send(thread, system.ann, f"<@{ben.id}> what do you think?")
        system.world.messages.send(
            thread, ben, "I think so", reply_to=system.world.messages.of(thread)[-1], ping=False
        )
        system.world.messages.send(
            thread, system.ann, f"<@{ben.id}> says so, {system.mention}, is it true?"
        )
        await system.reads(thread, "turn 2")
        assert [request.body["q"] for request in system.api.requests] == [
            "first?",
            "@Ben says so,, is it true?",
        ]


async def test_what_discord_itself_says_in_the_thread_is_no_question(tmp_path: Path) -> None:
    """Such as the starter of a thread: it comes as a message of the asker's, without a text."""
    async with loopback(tmp_path) as system:
        bot = await system.start()
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "turn 1")
        for kind in (MessageType.THREAD_STARTER, MessageType.PINNED, MessageType.THREAD_CREATED):
            system.world.messages.send_system(thread, kind, system.ann)
        system.world.messages.send(thread, system.ann, "second?")
        await system.reads(thread, "turn 2")
        assert len(system.replies(thread)) == 2
        assert "hint" not in bot.log, "no system message can be replied to"


async def test_mentions_reach_the_api_as_names_and_the_bots_own_not_at_all(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        ben = system.world.people.add(system.guild, "Ben")
        role = system.world.people.add_role(system.guild, "Admins", mentionable=True)
        words = (
            f"did <@{ben.id}> of <@&{role.id}> write in <#{system.channel.id}> <:wave:123456789>?"
        )
        thread = await system.thread(system.ask(words))
        await system.reads(thread, "turn 1")
        assert system.api.requests[0].body["q"] == "did @Ben of @Admins write in #general :wave:?"
        assert thread.name == "did @Ben of @Admins write in #general :wave:?"


async def test_a_mention_of_the_bots_own_role_is_a_mention(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        role = next(
            role for role in system.guild.roles.values() if role.bot_id == system.world.bot.id
        )
        asked = system.world.messages.send(system.channel, system.ann, f"<@&{role.id}> why?")
        await system.reads(await system.thread(asked), "turn 1")
        assert system.api.requests[0].body["q"] == "why?"


async def test_a_mention_without_a_question_gets_a_hint(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        system.world.messages.send(system.channel, system.ann, system.mention)
        hint = await system.reads(system.channel, "Ask me something")
        assert hint.reply_to is not None
        assert system.api.requests == []
        assert system.world.threads.of(system.channel) == []


async def test_a_thread_is_not_waited_for_longer_than_two_seconds(tmp_path: Path) -> None:
    """The thread comes late all the same: it is the same conversation."""
    async with loopback(tmp_path) as system:
        await system.start()
        before_thread = Stall()
        system.discord.faults.inject("POST", r".*/threads", before_thread)
        asked = system.ask("first?")
        first = await system.reads(system.channel, "turn 1")
        assert first.reply_to is asked
        before_thread.release()
        thread = await system.thread(asked)
        system.world.messages.send(thread, system.ann, "second?")
        await system.reads(thread, "turn 2")


async def test_a_limit_on_threads_is_not_waited_for(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=1) as system:
        await system.start()
        system.discord.limits.block("open_thread", 200.0)
        first = system.ask("first?")
        await system.discord.until(lambda: len(system.replies(system.channel)) == 1)
        second = system.ask("second?")
        await system.discord.until(lambda: len(system.replies(system.channel)) == 2)
        assert {reply.reply_to for reply in system.replies(system.channel)} == {first, second}
        opened = [each for each in system.discord.requests if each.path.endswith("/threads")]
        assert len(opened) == 1, "the second is known to be refused"


async def test_long_answers_go_on_in_further_messages(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        answer = "\n\n".join(f"Paragraph {number}. " + "word " * 60 for number in range(20))
        system.api.script(Script(text=answer, chars_per_s=3000))
        thread = await system.thread(system.ask("tell me everything"))
        await system.reads(thread, "Paragraph 19.")
        await system.discord.until(
            lambda: (
                "".join(each.content for each in system.replies(thread)).count("word") == 20 * 60
            )
        )
        replies = system.replies(thread)
        assert len(replies) >= 3
        assert " ".join(" ".join(each.content for each in replies).split()) == " ".join(
            answer.split()
        )
        silent = [bool(each.flags & MessageFlag.SUPPRESS_NOTIFICATIONS) for each in replies]
        assert silent == [False] + [True] * (len(replies) - 1), "one answer is pushed once"


async def test_text_that_was_pasted_and_text_files_are_a_part_of_the_question(
    tmp_path: Path,
) -> None:
    """A client makes a file of more than 2,000 characters."""
    async with loopback(tmp_path) as system:
        await system.start()
        direct = system.world.channels.open_dm(system.ann)
        pasted = "word " * 500
        system.world.messages.send(direct, system.ann, pasted)
        await system.reads(direct, "one piece at a time")
        files = [
            Upload("0", "app.log", "text/plain", b"it broke"),
            Upload("1", "photo.png", "image/png", b"\x89PNG"),
        ]
        system.world.messages.send(direct, system.ann, "why?", files=files)
        await system.discord.until(lambda: len(system.api.requests) == 2)
        asked = [request.body["q"] for request in system.api.requests]
        assert asked == [pasted.strip(), "why?\n\napp.log:\n```\nit broke\n```"]
        await system.reads(direct, text("files-no-text", names=r"photo\.png"))


async def test_what_is_no_text_alone_gets_one_clear_line(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        direct = system.world.channels.open_dm(system.ann)
        photo = Upload("0", "photo.png", "image/png", b"\x89PNG")
        system.world.messages.send(direct, system.ann, "", files=[photo])
        note = text("files-no-text", names=r"photo\.png")
        reply = await system.reads(direct, "photo")
        assert reply.content == text("hint-no-text", note=note)
        assert system.api.requests == []


async def test_nothing_in_an_answer_notifies_anybody(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        role = system.world.people.add_role(system.guild, "Admins", mentionable=True)
        pings = f"@everyone @here <@{system.ann.id}> <@&{role.id}> "
        system.api.script(Script(text=pings * 30, chars_per_s=1000))
        thread = await system.thread(system.ask("ping them all"))
        await system.discord.until(lambda: system.replies(thread))
        asked = system.world.commands.use(thread, system.ann, "ask", {"question": pings})
        await system.reads(thread, "turn 2")
        replies = [*system.replies(thread), *asked.responses]
        assert len(replies) >= 3
        for message in replies:
            assert not message.pinged
            assert not message.notified


async def test_a_question_that_waits_is_marked_until_it_is_its_turn(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        direct = system.world.channels.open_dm(system.ann)
        system.api.script(Script(text=LONG, chars_per_s=1000))
        first = system.world.messages.send(direct, system.ann, "first?")
        second = system.world.messages.send(direct, system.ann, "second?")
        await system.discord.until(lambda: second.reactions.get("⏳"))
        await system.reads(direct, "turn 2")
        await system.discord.until(lambda: not second.reactions.get("⏳"))
        assert not first.reactions


async def test_where_the_bot_may_not_react_the_question_waits_unmarked(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        system.world.people.take_permission(system.channel, "add_reactions")
        await system.start()
        thread = await system.thread(system.ask("first?"))
        system.api.script(Script(text=LONG, chars_per_s=1000))

        def refused() -> list[int | None]:
            return [each.status for each in system.discord.requests if "/reactions/" in each.path]

        system.world.messages.send(thread, system.ann, "second?")
        await system.discord.until(lambda: refused() == [403])
        for question in ("third?", "fourth?"):
            system.world.messages.send(thread, system.ann, question)
        await system.reads(thread, "turn 4")
        assert refused() == [403], "not again where it is forbidden"
