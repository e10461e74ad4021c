"""`/privacy`, as members use it."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.model import Channel, Interaction, Member
from tests.harness.english import text
from tests.harness.loopback import Loopback, loopback

FORBID, ALLOW = text("privacy-opt-out"), text("privacy-opt-in")
REFUSED = text("refused-opted-out")


async def privacy(system: Loopback, channel: Channel, person: Member) -> Interaction:
    """The command, once it is answered, to its member alone."""
    used = system.world.commands.use(channel, person, "privacy")
    await system.discord.until(lambda: used.responses)
    assert used.responses[0].ephemeral
    return used


async def press(system: Loopback, used: Interaction, person: Member, button: str) -> None:
    """Press a button of the answer, and wait for what stands there then."""
    [shown] = used.responses
    system.world.controls.press(shown, person, button)
    other = FORBID if button == ALLOW else ALLOW
    await system.discord.until(lambda: system.world.controls.of(shown) == [other])


async def test_a_member_forbids_and_allows_again_to_be_read(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start(PRIVACY_URL="https://example.com/privacy")
        used = await privacy(system, system.channel, system.ann)
        told = used.responses[0].states[-1].content
        assert "`127.0.0.1`" in told
        assert "<https://example.com/privacy>" in told
        assert text("privacy-may-opt-out") in told
        await press(system, used, system.ann, FORBID)
        assert text("privacy-is-opted-out") in used.responses[0].states[-1].content
        system.ask("may I?")
        await system.reads(system.channel, REFUSED)
        system.ask("may I still?")
        await press(system, used, system.ann, ALLOW)
        await system.reads(await system.thread(system.ask("and now?")), "and now?")
        assert [request.question for request in system.api.requests] == ["and now?"]
        assert [reply.content for reply in system.replies(system.channel)].count(REFUSED) == 1


async def test_it_works_in_direct_messages_and_where_the_bot_answers_nobody(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start(ALLOW_DMS="false", ALLOWED_GUILDS="613425648685547541")
        direct = system.world.channels.open_dm(system.ann)
        used = await privacy(system, direct, system.ann)
        await press(system, used, system.ann, FORBID)
        await privacy(system, system.channel, system.ann)


async def test_a_button_from_before_a_restart_works(tmp_path: Path) -> None:
    async with loopback(tmp_path, most_429s=5) as system:
        first = await system.start()
        used = await privacy(system, system.channel, system.ann)
        await first.stop()
        await system.start()
        await press(system, used, system.ann, FORBID)


async def test_who_has_opted_out_is_told_so_by_a_command_alone_and_others_are_answered(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        ben = system.world.people.add(system.guild, "Ben")
        used = await privacy(system, system.channel, system.ann)
        await press(system, used, system.ann, FORBID)
        asked = system.world.commands.use(
            system.channel, system.ann, "ask", {"question": "my words"}
        )
        await system.discord.until(lambda: asked.responses)
        assert asked.responses[0].content == REFUSED
        assert asked.responses[0].ephemeral
        mention = f"{system.mention} what now?"
        asked_by_ben = system.world.messages.send(system.channel, ben, mention)
        await system.reads(await system.thread(asked_by_ben), "what now?")
        assert len(system.api.requests) == 1


async def test_an_answer_under_way_ends_when_its_asker_forbids_to_be_read(tmp_path: Path) -> None:
    """The Chat API sees it within a second, and nothing of the question is stored any more."""
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(Script(text="word " * 400, chars_per_s=20))
        thread = await system.thread(system.ask("my words"))
        await system.reads(thread, "word")
        used = await privacy(system, system.channel, system.ann)
        await press(system, used, system.ann, FORBID)
        await system.reads(thread, text("ending-opted-out"))
        await system.discord.until(lambda: system.api.requests[0].disconnected_early)
        await system.database.until("SELECT 1 FROM turns WHERE state = 'stopped'")
        assert system.database.rows("SELECT question FROM turns") == [(None,)]
