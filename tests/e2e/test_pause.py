"""The operator pauses the bot while it runs: nothing is paid, and who asks is told."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.sandbox.chat_api.scripts import Script
from tests.harness.loopback import Loopback, loopback


async def switch(system: Loopback, command: str) -> None:
    """Do `bridge-bot pause` or `bridge-bot resume`, beside the running bot."""
    process = await system.launch_process(command)
    assert await process.ended() == 0, process.log


async def test_a_pause_takes_effect_while_the_bot_runs_and_ends(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start()
        system.api.script(Script(text="slow " * 240 + "end", chars_per_s=100))
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "slow")
        waiting = system.world.messages.send(thread, system.ann, "waiting?")
        await switch(system, "pause")
        await system.discord.until(lambda: "bridge-bot is paused since" in bot.log, 10.0)
        await system.reads(thread, "end")

        refused = system.ask("second?")
        word = await system.reads(system.channel, "paused me")
        assert word.reply_to is refused
        system.ask("third?")
        used = system.world.commands.use(system.channel, system.ann, "ask", {"question": "fourth?"})
        await system.discord.until(lambda: used.responses)
        assert "paused me" in used.responses[0].content
        assert used.responses[0].ephemeral
        chosen = system.world.commands.use(thread, system.ann, "language", {"language": "de"})
        await system.discord.until(lambda: chosen.responses)
        assert "Deutsch" in chosen.responses[0].content
        assert waiting.reactions.get("⏳")
        seen_by_all = [each for each in system.replies(system.channel) if each.only_for is None]
        assert seen_by_all == [word]
        assert [each.body["q"] for each in system.api.requests] == ["first?"]

        await switch(system, "resume")
        await system.discord.until(lambda: "bridge-bot is resumed" in bot.log, 10.0)
        await system.reads(thread, "You asked: waiting?")
        await system.reads(await system.thread(system.ask("fifth?")), "You asked: fifth?")
        asked = [each.body["q"] for each in system.api.requests]
        assert asked == ["first?", "waiting?", "fifth?"]
        await system.discord.until(lambda: not waiting.reactions.get("⏳"))


async def test_a_start_while_paused_says_so_and_asks_nothing(tmp_path: Path) -> None:
    """Neither an answer that was left, nor a question that was missed, which is refused."""
    async with loopback(tmp_path) as system:
        system.api.script(Script(text="slow " * 100, chars_per_s=50))
        bot = await system.start(SHUTDOWN_GRACE="0")
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "slow")
        assert await bot.stop() == 0
        missed = system.ask("missed?")
        await switch(system, "pause")
        again = await system.start()
        await system.discord.until(lambda: "bridge-bot is paused since" in again.log)
        word = await system.reads(system.channel, "paused me")
        assert word.reply_to is missed
        assert len(system.api.requests) == 1
        assert await again.stop() == 0

        last = await system.start()
        await switch(system, "resume")
        await system.discord.until(lambda: "bridge-bot is resumed" in last.log, 20.0)
        await system.reads(thread, "You asked: first?")
        assert [each.body["q"] for each in system.api.requests] == ["first?", "first?"]
