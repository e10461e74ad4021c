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


def shown(on: Loopback) -> list[str]:
    """What the bot's messages in the one thread say."""
    (thread,) = on.world.threads.of(on.channel)
    return [reply.content for reply in on.replies(thread)]


async def test_a_time_out_ends_an_answer_with_a_word_where_edits_are_taken(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        bot = await on.start()
        on.api.script(LONG)
        thread = await on.thread(on.ask("first?"))
        await on.discord.until(lambda: on.replies(thread))
        on.world.people.time_out(on.guild.members[on.world.bot.id], 60)
        reply = await on.reads(thread, text("error-platform-forbidden"))
        assert CURSOR not in reply.content
        assert await bot.stop() == 0
        assert bot.said.count(" stopped after ") == 1


async def test_where_they_are_not_the_word_comes_once_they_are(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        bot = await on.start()
        on.api.script(LONG)
        thread = await on.thread(on.ask("first?"))
        await on.discord.until(lambda: on.replies(thread))
        on.discord.faults.inject("PATCH", EDITS, FORBIDDEN, times=3)
        reply = await on.reads(thread, text("error-platform-forbidden"))
        assert CURSOR not in reply.content
        assert await bot.stop() == 0
        assert bot.said.count(" stopped after ") == 1


async def test_or_after_the_next_start_and_nothing_is_asked_again(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        bot = await on.start_process()
        on.api.script(LONG)
        thread = await on.thread(on.ask("first?"))
        await on.discord.until(lambda: on.replies(thread))
        on.discord.faults.inject("PATCH", EDITS, FORBIDDEN, times=10**6)
        await on.discord.until(lambda: " stopped after " in bot.said)
        await on.crash(bot)
        assert CURSOR in shown(on)[0]
        on.discord.faults.clear()
        await on.start()
        reply = await on.reads(thread, text("error-platform-forbidden"))
        assert CURSOR not in reply.content
        assert len(on.api.requests) == 1


async def test_a_former_reply_is_gone_on_with_where_the_history_may_not_be_read(
    tmp_path: Path,
) -> None:
    """Discord lists no messages there; the nonces of the former process are forgotten, too."""
    async with loopback(tmp_path) as on:
        bot = await on.start_process()
        on.api.script(LONG, Script(text="the whole answer"))
        thread = await on.thread(on.ask("first?"))
        # A message that is edited is written down; else nothing could know of it.
        await on.discord.until(lambda: any(len(each.states) > 2 for each in on.replies(thread)))
        await on.crash(bot)
        on.world.people.take_permission(on.channel, "read_message_history")
        on.world.state.nonce_kept_s = 0.0
        await on.start()
        await on.reads(thread, "the whole answer")
        assert shown(on) == ["the whole answer"]


async def test_a_mark_comes_off_where_no_more_marks_are_permitted_and_past_faults(
    tmp_path: Path,
) -> None:
    """The ⏳ of a question that waited; the answer does not wait for that."""
    async with loopback(tmp_path) as on:
        await on.start()
        on.api.script(LONG)
        thread = await on.thread(on.ask("first?"))
        await on.discord.until(lambda: on.replies(thread))
        second = on.world.messages.send(thread, on.ann, "second?")
        await on.discord.until(lambda: second.reactions)
        on.discord.faults.inject("PUT", r".*/reactions/.*", FORBIDDEN)
        on.discord.faults.inject("DELETE", r".*/reactions/.*", FORBIDDEN)
        on.discord.faults.inject("DELETE", r".*/reactions/.*", StubbedResponse(503, HTML_502))
        third = on.world.messages.send(thread, on.ann, "third?")
        await on.reads(thread, "You asked: third?")
        await on.discord.until(lambda: not any(second.reactions.values()))
        await on.discord.until(lambda: not any(third.reactions.values()))
