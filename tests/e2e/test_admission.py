"""The Chat API is paid: who may use it, and what the others are told."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.sandbox.chat_api.scripts import Script
from tests.harness.loopback import loopback


async def test_a_server_that_is_not_allowed_gets_a_friendly_word(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start(ALLOWED_GUILDS="1234567890123456789")
        system.ask("first?")
        await system.reads(system.channel, "not switched on for this server")
        used = system.world.commands.use(system.channel, system.ann, "ask", {"question": "second?"})
        await system.discord.until(lambda: used.responses)
        assert "not switched on" in used.responses[0].content
        assert used.responses[0].ephemeral
        assert system.api.requests == []


async def test_each_start_says_who_may_spend_and_warns_where_that_is_everybody(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:

        async def line(**changed: str) -> str:
            bot = await system.launch(**changed)
            await system.discord.until(lambda: "who may spend" in bot.log)
            assert await bot.stop() == 0
            [found] = [each for each in bot.log.splitlines() if "who may spend" in each]
            return found

        everybody = await line()
        some = await line(ALLOWED_GUILDS=str(system.guild.id), ALLOW_DMS="no")
        assert " WARNING bridge_bot: who may spend: everybody on every server" in everybody
        restricted = f"who may spend: members of these servers alone: {system.guild.id};"
        assert f" INFO    bridge_bot: {restricted}" in some
        assert "but not in direct messages; at most 10 questions a minute each" in some


async def test_a_restriction_under_a_wrong_name_serves_nobody(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        (tmp_path / ".env").write_text("ALLOWED_GUILD=1234567890123456789\n")
        bot = await system.launch_process()
        assert await bot.ended() == 2
        assert ".env, line 1: ALLOWED_GUILD is no setting of bridge-bot" in bot.log
        (tmp_path / ".env").unlink()
        bot = await system.launch_process(ALLOW_DM="false", CHAT_API_PORT="tcp://10.0.0.7:80")
        assert await bot.ended() == 2
        assert "is ALLOW_DMS meant?" in bot.log
        assert system.discord.requests == []
        await system.start_process(CHAT_API_PORT="tcp://10.0.0.7:80")


async def test_direct_messages_can_be_switched_off(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start(ALLOW_DMS="false")
        direct = system.world.channels.open_dm(system.ann)
        system.world.messages.send(direct, system.ann, "first?")
        await system.reads(direct, "don't answer direct messages")
        assert system.api.requests == []


async def test_direct_messages_are_for_members_of_the_allowed_servers(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        other = system.world.add_guild("Elsewhere")
        ben = system.world.people.add(other, "Ben")
        await system.start(ALLOWED_GUILDS=str(system.guild.id))
        anns, bens = system.world.channels.open_dm(system.ann), system.world.channels.open_dm(ben)
        system.world.messages.send(bens, ben, "first?")
        await system.reads(bens, "only answer direct messages from members")
        system.world.messages.send(anns, system.ann, "first?")
        await system.reads(anns, "turn 1")
        assert len(system.api.requests) == 1


async def test_a_member_who_asks_too_much_is_told_once(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start(MEMBER_QUESTIONS_PER_MINUTE="2")
        direct = system.world.channels.open_dm(system.ann)
        for question in range(5):
            system.world.messages.send(direct, system.ann, f"question {question}?")
        await system.reads(direct, "2 questions a minute")
        await system.reads(direct, "turn 2")
        ben = system.world.people.add(system.guild, "Ben")
        bens = system.world.channels.open_dm(ben)
        system.world.messages.send(bens, ben, "mine?")
        await system.reads(bens, "turn 1")
        assert len(system.replies(direct)) == 3
        assert len(system.api.requests) == 3


async def test_beyond_the_queue_of_a_conversation_a_question_is_declined(tmp_path: Path) -> None:
    """The one that waits is marked as waiting, and both that were taken are answered."""
    async with loopback(tmp_path) as system:
        await system.start(CONVERSATION_QUEUE="1")
        direct = system.world.channels.open_dm(system.ann)
        system.api.script(Script(text="slow " * 60, chars_per_s=150))
        system.world.messages.send(direct, system.ann, "first?")
        await system.discord.until(lambda: system.api.requests)
        waiting = system.world.messages.send(direct, system.ann, "second?")
        await system.discord.until(lambda: waiting.reactions.get("⏳"))
        declined = system.world.messages.send(direct, system.ann, "third?")
        refusal = await system.reads(direct, "Let me answer first")
        assert refusal.reply_to is declined
        await system.reads(direct, "You asked: second?")
        assert [request.body["q"] for request in system.api.requests] == ["first?", "second?"]
