"""What a time-out, an outage or a missing permission left behind is put right afterwards."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.discord_markdown import CURSOR
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.faults import HTML_502, StubbedResponse
from tests.harness.english import text
from tests.harness.loopback import Loopback, loopback

FORBIDDEN = StubbedResponse(403, {"message": "Missing Permissions", "code": 50013})
EDITS = r"/channels/\d+/messages/\d+"
LONG = Script(text="word " * 300, chars_per_s=200)


def shown(system: Loopback) -> list[str]:
    """What the bot's messages in the one thread say."""
    (thread,) = system.world.threads.of(system.channel)
    return [reply.content for reply in system.replies(thread)]


async def test_a_time_out_ends_an_answer_with_a_word_where_edits_are_taken(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start()
        system.api.script(LONG)
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        system.world.people.time_out(system.guild.members[system.world.bot.id], 60)
        reply = await system.reads(thread, text("error-platform-forbidden"))
        assert CURSOR not in reply.content
        assert await bot.stop() == 0
        assert bot.log.count(" stopped after ") == 1


async def test_where_they_are_not_the_word_comes_once_they_are(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start()
        system.api.script(LONG)
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        system.discord.faults.inject("PATCH", EDITS, FORBIDDEN, times=3)
        reply = await system.reads(thread, text("error-platform-forbidden"))
        assert CURSOR not in reply.content
        assert await bot.stop() == 0
        assert bot.log.count(" stopped after ") == 1


async def test_or_after_the_next_start_and_nothing_is_asked_again(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start_process()
        system.api.script(LONG)
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        system.discord.faults.inject("PATCH", EDITS, FORBIDDEN, times=10**6)
        await system.discord.until(lambda: " stopped after " in bot.log)
        await system.crash(bot)
        assert CURSOR in shown(system)[0]
        system.discord.faults.clear()
        await system.start()
        reply = await system.reads(thread, text("error-platform-forbidden"))
        assert CURSOR not in reply.content
        assert len(system.api.requests) == 1


async def test_a_former_reply_is_gone_on_with_where_the_history_may_not_be_read(
    tmp_path: Path,
) -> None:
    """Discord lists no messages there; the nonces of the former process are forgotten, too."""
    async with loopback(tmp_path) as system:
        bot = await system.start_process()
        system.api.script(LONG, Script(text="the whole answer"))
        thread = await system.thread(system.ask("first?"))
        # A message that is edited is written down; else nothing could know of it.
        await system.discord.until(
            lambda: any(len(each.states) > 2 for each in system.replies(thread))
        )
        await system.crash(bot)
        system.world.people.take_permission(system.channel, "read_message_history")
        system.world.state.nonce_kept_s = 0.0
        await system.start()
        await system.reads(thread, "the whole answer")
        assert shown(system) == ["the whole answer"]


async def test_a_mark_comes_off_where_no_more_marks_are_permitted_and_past_faults(
    tmp_path: Path,
) -> None:
    """The ⏳ of a question that waited; the answer does not wait for that."""
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(LONG)
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        second = system.world.messages.send(thread, system.ann, "second?")
        await system.discord.until(lambda: second.reactions)
        system.discord.faults.inject("PUT", r".*/reactions/.*", FORBIDDEN)
        system.discord.faults.inject("DELETE", r".*/reactions/.*", FORBIDDEN)
        system.discord.faults.inject("DELETE", r".*/reactions/.*", StubbedResponse(503, HTML_502))
        third = system.world.messages.send(thread, system.ann, "third?")
        await system.reads(thread, "You asked: third?")
        await system.discord.until(lambda: not any(second.reactions.values()))
        await system.discord.until(lambda: not any(third.reactions.values()))
