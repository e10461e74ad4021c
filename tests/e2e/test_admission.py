"""The Chat API is paid: who may use it, and what the others are told."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.sandbox.chat_api.scripts import Script
from tests.harness.loopback import loopback


async def test_a_server_that_is_not_allowed_gets_a_friendly_word(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start(ALLOWED_GUILDS="1234567890123456789")
        on.ask("first?")
        await on.reads(on.channel, "not switched on for this server")
        used = on.world.commands.use(on.channel, on.ann, "ask", {"question": "second?"})
        await on.discord.until(lambda: used.responses)
        assert "not switched on" in used.responses[0].content
        assert used.responses[0].ephemeral
        assert on.api.requests == []


async def test_each_start_says_who_may_spend_and_warns_where_that_is_everybody(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as on:

        async def line(**changed: str) -> str:
            bot = await on.launch(**changed)
            await on.discord.until(lambda: "who may spend" in bot.said)
            assert await bot.stop() == 0
            [found] = [each for each in bot.said.splitlines() if "who may spend" in each]
            return found

        everybody = await line()
        some = await line(ALLOWED_GUILDS=str(on.guild.id), ALLOW_DMS="no")
        assert " WARNING bridge_bot: who may spend: everybody on every server" in everybody
        restricted = f"who may spend: members of these servers alone: {on.guild.id};"
        assert f" INFO    bridge_bot: {restricted}" in some
        assert "but not in direct messages; at most 10 questions a minute each" in some


async def test_a_restriction_under_a_wrong_name_serves_nobody(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        (tmp_path / ".env").write_text("ALLOWED_GUILD=1234567890123456789\n")
        bot = await on.launch_process()
        assert await bot.ended() == 2
        assert ".env, line 1: ALLOWED_GUILD is no setting of bridge-bot" in bot.said
        (tmp_path / ".env").unlink()
        bot = await on.launch_process(ALLOW_DM="false", CHAT_API_PORT="tcp://10.0.0.7:80")
        assert await bot.ended() == 2
        assert "is ALLOW_DMS meant?" in bot.said
        assert on.discord.requests == []
        await on.start_process(CHAT_API_PORT="tcp://10.0.0.7:80")


async def test_direct_messages_can_be_switched_off(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start(ALLOW_DMS="false")
        direct = on.world.channels.open_dm(on.ann)
        on.world.messages.send(direct, on.ann, "first?")
        await on.reads(direct, "don't answer direct messages")
        assert on.api.requests == []


async def test_direct_messages_are_for_members_of_the_allowed_servers(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        other = on.world.add_guild("Elsewhere")
        ben = on.world.people.add(other, "Ben")
        await on.start(ALLOWED_GUILDS=str(on.guild.id))
        anns, bens = on.world.channels.open_dm(on.ann), on.world.channels.open_dm(ben)
        on.world.messages.send(bens, ben, "first?")
        await on.reads(bens, "only answer direct messages from members")
        on.world.messages.send(anns, on.ann, "first?")
        await on.reads(anns, "turn 1")
        assert len(on.api.requests) == 1


async def test_a_member_who_asks_too_much_is_told_once(tmp_path: Path) -> None:
    async with loopback(tmp_path) as on:
        await on.start(MEMBER_QUESTIONS_PER_MINUTE="2")
        direct = on.world.channels.open_dm(on.ann)
        for question in range(5):
            on.world.messages.send(direct, on.ann, f"question {question}?")
        await on.reads(direct, "2 questions a minute")
        await on.reads(direct, "turn 2")
        ben = on.world.people.add(on.guild, "Ben")
        bens = on.world.channels.open_dm(ben)
        on.world.messages.send(bens, ben, "mine?")
        await on.reads(bens, "turn 1")
        assert len(on.replies(direct)) == 3
        assert len(on.api.requests) == 3


async def test_beyond_the_queue_of_a_conversation_a_question_is_declined(tmp_path: Path) -> None:
    """The one that waits is marked as waiting, and both that were taken are answered."""
    async with loopback(tmp_path) as on:
        await on.start(CONVERSATION_QUEUE="1")
        direct = on.world.channels.open_dm(on.ann)
        on.api.script(Script(text="slow " * 60, chars_per_s=150))
        on.world.messages.send(direct, on.ann, "first?")
        await on.discord.until(lambda: on.api.requests)
        waiting = on.world.messages.send(direct, on.ann, "second?")
        await on.discord.until(lambda: waiting.reactions.get("⏳"))
        declined = on.world.messages.send(direct, on.ann, "third?")
        refusal = await on.reads(direct, "Let me answer first")
        assert refusal.reply_to is declined
        await on.reads(direct, "You asked: second?")
        assert [request.body["q"] for request in on.api.requests] == ["first?", "second?"]
