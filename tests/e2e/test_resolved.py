"""*Resolved*, as members press it under an answer in a post or thread."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.core.guild_settings.values import SettingName
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.model import Channel, Member, Message
from tests.harness.english import text
from tests.harness.guild_settings import set_in_store
from tests.harness.loopback import Loopback, loopback

REGENERATE, RESOLVED = text("control-regenerate"), text("control-resolved")


async def answer(system: Loopback, place: Channel, words: str = "Because.") -> Message:
    """The complete answer in a place, with its row."""
    reply = await system.reads(place, words)
    await system.discord.until(lambda: REGENERATE in system.world.controls.of(reply))
    return reply


async def told(system: Loopback, reply: Message, person: Member, words: int = 1) -> list[str]:
    """So much only the member is told after a press on *Resolved*."""
    press = system.world.controls.press(reply, person, RESOLVED)

    def private() -> list[str]:
        return [each.content for each in press.responses if each.ephemeral]

    await system.discord.until(lambda: len(private()) >= words)
    assert not system.world.controls.failed(press)
    return private()


async def test_a_post_is_tagged_and_closed_and_opens_again_with_the_next_question(
    tmp_path: Path,
) -> None:
    """By its owner, though a moderator asked the bot. A permission that is missing is told."""
    async with loopback(tmp_path) as system:
        world, done = system.world, "control-resolved-tagged"
        forum = world.channels.add_forum(
            system.guild, "help", tags=["Bug"], moderated_tags=["✅ Solved"]
        )
        world.people.give_permission(forum, "manage_threads")
        mo, bob = (world.people.add(system.guild, name) for name in ("Mo", "Bob"))
        await set_in_store(system, SettingName.ARCHIVE_RESOLVED, True, forum)
        await system.start()
        post = world.threads.post(forum, system.ann, "It fails", "Why?", tags=["Bug"])
        system.api.script(Script("Because."), Script("Otherwise."), Script("Since then."))
        world.messages.send(post, mo, f"{system.mention} why does it?")
        reply = await answer(system, post)
        assert await told(system, reply, bob) == [text("control-not-yours-to-resolve")]
        assert not post.thread_or_error.tag_ids[1:]
        said = text(done, tag="✅ Solved", closes="yes")
        assert await told(system, reply, system.ann) == [said]
        await system.discord.until(lambda: post.archived)
        tags = forum.forum_or_error.tags
        assert [tags[each].name for each in post.thread_or_error.tag_ids] == ["Bug", "✅ Solved"]
        assert reply.reactions == {}

        said = text(done, tag="✅ Solved", closes="no")
        assert await told(system, reply, mo) == [said]  # it is resolved and closed already
        await system.discord.until(lambda: post.archived)
        world.controls.press(reply, mo, REGENERATE)
        again = await answer(system, post, "Otherwise.")
        assert RESOLVED in world.controls.of(again)
        assert not post.archived
        world.threads.archive(post)
        world.messages.send(post, mo, f"{system.mention} and since when?")
        newer = await answer(system, post, "Since then.")
        assert not post.archived
        assert RESOLVED in world.controls.of(newer)
        world.people.take_permission(forum, "manage_threads")
        *_, last = await told(system, newer, mo, words=2)
        assert last == text("control-resolved-forbidden")
        assert not post.archived


async def test_in_a_thread_without_tags_a_reaction_shows_it(tmp_path: Path) -> None:
    """It works after a restart, and is offered only where the bot may manage threads."""
    async with loopback(tmp_path) as system:
        bot = await system.start()
        system.api.script(Script("Because."), Script("Because."))
        bare = await answer(system, await system.thread(system.ask("why?")))
        assert RESOLVED not in system.world.controls.of(bare)
        system.world.people.give_permission(system.channel, "manage_threads")
        thread = await system.thread(system.ask("and why?"))
        reply = await answer(system, thread)
        assert RESOLVED in system.world.controls.of(reply)
        assert await bot.stop() == 0
        await system.start()
        said = text("control-resolved-done", closes="no")
        assert await told(system, reply, system.ann) == [said]
        assert reply.reactions == {"✅": [system.world.bot.id]}
        assert not thread.archived
