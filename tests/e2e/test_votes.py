"""👍 and 👎 under an answer, the form that 👎 opens, and the channel for feedback."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.core.guild_settings.values import AnswerPlace, SettingName
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.model import Channel, Interaction, Member, Message
from tests.harness.english import text
from tests.harness.guild_settings import set_in_store
from tests.harness.loopback import Loopback, loopback

UP, DOWN = "👍", "👎"
REASONS, COMMENT = text("vote-reasons"), text("vote-comment")


async def answer(system: Loopback, place: Channel, text: str = "Because.") -> Message:
    """A complete answer that is stored, so that it can be voted on."""
    reply = await system.reads(place, text)
    await system.discord.until(lambda: DOWN in system.world.controls.of(reply))
    await system.is_stored(reply)
    return reply


async def told(system: Loopback, pressed: Interaction) -> str:
    """What only the member is told after a press."""
    await system.discord.until(lambda: any(each.ephemeral for each in pressed.responses))
    return str(pressed.responses[-1].content)


async def voted_down(system: Loopback, reply: Message, member: Member) -> Interaction:
    """Press 👎, and see the form, and that the vote is counted before that is sent."""
    pressed = system.world.controls.press(reply, member, DOWN)
    await system.discord.until(lambda: pressed.modal)
    await system.database.until(
        f"SELECT 1 FROM votes WHERE member_id = {member.id} AND vote = 'down'"
    )
    return pressed


def link(reply: Message, system: Loopback) -> str:
    return f"https://discord.com/channels/{system.guild.id}/{reply.channel.id}/{reply.id}"


async def test_members_vote_and_change_their_vote_and_the_moderators_are_told_once(
    tmp_path: Path,
) -> None:
    """Also not once more after a restart. A button of another answer, forged, counts nothing."""
    async with loopback(tmp_path, most_429s=1) as system:
        bob, cy = (system.world.people.add(system.guild, name) for name in ("Bob", "Cy"))
        feedback = system.world.channels.add(system.guild, "feedback")
        await set_in_store(system, SettingName.FEEDBACK_CHANNEL, feedback.id)
        process = await system.start_process()
        system.api.script(Script("Because."), Script("Otherwise."))
        reply = await answer(system, await system.thread(system.ask("why?")))
        for expected in ("vote-counted", "vote-known"):
            pressed = system.world.controls.press(reply, bob, UP)
            assert await told(system, pressed) == text(expected)
        form = await voted_down(system, reply, system.ann)
        sent = system.world.controls.submit(form, {REASONS: ["wrong"], COMMENT: "it's @everyone"})
        assert await told(system, sent) == text("vote-explained")
        post = await system.reads(feedback, DOWN)
        assert post.content == f"{DOWN} {link(reply, system)}"
        await voted_down(system, reply, bob)
        pressed = system.world.controls.press(reply, system.ann, UP)
        assert await told(system, pressed) == text("vote-changed")
        assert await process.stop() == 0
        assert "it's" not in process.log
        assert "got a vote: up, changed by its member" in process.log

        await system.start()
        await voted_down(system, reply, cy)
        form = await voted_down(system, reply, bob)
        sent = system.world.controls.submit(form, {COMMENT: "it's 5"})
        assert await told(system, sent) == text("vote-explained")
        other = await answer(system, await system.thread(system.ask("else?")), "Otherwise.")
        forged = other.components[0]["components"][2]
        forged["custom_id"] = reply.components[0]["components"][2]["custom_id"]
        pressed = system.world.controls.press(other, system.ann, DOWN)
        assert await told(system, pressed) == text("vote-forgotten")
        query = "SELECT member_id, vote, comment FROM votes ORDER BY member_id"
        assert sorted(system.database.rows(query)) == sorted(
            [(system.ann.id, "up", None), (bob.id, "down", "it's 5"), (cy.id, "down", None)]
        )
        assert system.replies(feedback) == [post]


async def test_of_private_answers_nobody_is_told_and_a_channel_that_is_gone_costs_no_vote(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        feedback = system.world.channels.add(system.guild, "feedback")
        other = system.world.channels.add(system.guild, "other")
        await set_in_store(system, SettingName.FEEDBACK_CHANNEL, feedback.id)
        private = AnswerPlace.PRIVATE_THREAD
        await set_in_store(system, SettingName.ANSWER_PLACE, private, system.channel)
        await set_in_store(system, SettingName.FEEDBACK_CHANNEL, 5, other)
        bot = await system.start()
        direct = system.world.channels.open_dm(system.ann)
        system.api.script(*[Script("Because.")] * 3)
        system.ask("why?")
        await system.discord.until(lambda: system.world.threads.of(system.channel))
        (thread,) = system.world.threads.of(system.channel)
        await voted_down(system, await answer(system, thread), system.ann)
        system.world.messages.send(direct, system.ann, "why?")
        await voted_down(system, await answer(system, direct), system.ann)
        asked = system.ask("why?", channel=other)
        await system.discord.until(lambda: system.world.threads.of(other))
        (thread,) = system.world.threads.of(other)
        assert thread.id == asked.id
        reply = await answer(system, thread)
        for member in (system.ann, system.world.people.add(system.guild, "Bob")):
            await voted_down(system, reply, member)
        assert len(system.database.rows("SELECT 1 FROM votes")) == 4
        assert await bot.stop() == 0
        assert bot.log.count("telling a channel for feedback") == 1
        assert system.replies(feedback) == []
        assert system.database.rows("SELECT 1 FROM feedback_posts") == []


async def test_an_answer_that_is_asked_for_again_is_a_new_one(tmp_path: Path) -> None:
    """The votes on the one before stay with that."""
    async with loopback(tmp_path) as system:
        feedback = system.world.channels.add(system.guild, "feedback")
        await set_in_store(system, SettingName.FEEDBACK_CHANNEL, feedback.id)
        await system.start()
        system.api.script(Script("Because."), Script("Otherwise."))
        reply = await answer(system, await system.thread(system.ask("why?")))
        await voted_down(system, reply, system.ann)
        await system.reads(feedback, DOWN)
        system.world.controls.press(reply, system.ann, text("control-regenerate"))
        assert await answer(system, reply.channel, "Otherwise.") is reply
        pressed = system.world.controls.press(reply, system.ann, UP)
        assert await told(system, pressed) == text("vote-counted")
        votes = system.database.rows("SELECT vote FROM votes ORDER BY vote")
        assert votes == [("down",), ("up",)]


async def test_a_post_of_feedback_is_no_part_of_an_answer_that_is_taken_up_again(
    tmp_path: Path,
) -> None:
    """Where feedback comes into the channel that answers stand in, and the bot crashes."""
    async with loopback(tmp_path, most_429s=2) as system:
        await set_in_store(system, SettingName.FEEDBACK_CHANNEL, system.channel.id)
        await set_in_store(system, SettingName.ANSWER_PLACE, AnswerPlace.CHANNEL)
        process = await system.start_process()
        slow = Script("One two three four. " * 200, chars_per_s=100, chunk_chars=10)
        system.api.script(Script("Because."), slow)
        system.ask("why?")
        reply = await answer(system, system.channel)
        system.ask("else?")
        await system.reads(system.channel, "three")
        await voted_down(system, reply, system.ann)
        post = await system.reads(system.channel, DOWN)
        before = post.content
        await system.crash(process)
        system.api.script(Script("In short."))
        await system.start()
        await system.reads(system.channel, "In short.")
        await system.database.until("SELECT 1 FROM turns WHERE state = 'done' AND begun = 2")
        assert post.content == before
        assert post.deleted_at is None
