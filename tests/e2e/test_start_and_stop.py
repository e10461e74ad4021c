"""How the bot starts and ends: settings, what Discord refuses, signals, exit codes."""

from __future__ import annotations

import asyncio
import json
import signal
from pathlib import Path

import pytest

from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.faults import HTML_502, StubbedResponse
from tests.e2e.soak_plan import limited
from tests.harness.loopback import loopback

NO_SETTINGS = dict.fromkeys(
    ("DISCORD_TOKEN", "CHAT_API_BASE_URL", "CHAT_API_KEY", "CHAT_BOT_UID"), ""
)


async def test_missing_settings_are_all_named_and_the_exit_code_is_2(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.launch_process(**NO_SETTINGS, DEFAULT_LANGUAGE="tlh")
        assert await bot.ended() == 2
        for name in (*NO_SETTINGS, "DEFAULT_LANGUAGE"):
            assert name in bot.log


async def test_a_token_that_discord_refuses_is_one_sentence_and_exit_code_3(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.launch_process(DISCORD_TOKEN="wrong.token.here")
        assert await bot.ended() == 3
        assert "DISCORD_TOKEN" in bot.log.splitlines()[-1]
        assert "wrong.token" not in bot.log


async def test_what_discord_refuses_is_told_as_json_where_the_log_is(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.launch_process(DISCORD_TOKEN="wrong.token.here", LOG_FORMAT="json")
        assert await bot.ended() == 3
        lines = [json.loads(line) for line in bot.log.splitlines()]
        assert lines[-1]["level"] == "CRITICAL"
        assert "DISCORD_TOKEN" in lines[-1]["message"]
        assert "wrong.token" not in bot.log


async def test_an_intent_that_is_not_enabled_is_one_sentence_and_exit_code_3(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        system.world.allowed_intents.discard("message_content")
        bot = await system.launch_process()
        assert await bot.ended() == 3
        last = bot.log.splitlines()[-1]
        assert "Message Content Intent" in last
        assert "MESSAGE_CONTENT=false" in last


async def test_without_the_intent_mentions_work_and_the_first_reply_says_what_is_needed(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        system.world.allowed_intents.discard("message_content")
        await system.start(MESSAGE_CONTENT="false")
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "mention me in each question")
        system.world.messages.send(thread, system.ann, "cannot be read")
        system.ask("second?", channel=thread)
        await system.reads(thread, "turn 2")
        assert [request.body["q"] for request in system.api.requests] == ["first?", "second?"]


@pytest.mark.parametrize("with_signal", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
async def test_a_signal_lets_running_answers_finish_and_ends_with_0(
    tmp_path: Path, with_signal: signal.Signals
) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start_process()
        system.api.script(Script(text="word " * 100 + "end", chars_per_s=300))
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        assert await bot.stop(with_signal) == 0
        assert system.replies(thread)[0].content.endswith("end")


@pytest.mark.parametrize("with_signal", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
async def test_a_signal_while_the_program_is_still_loading_ends_with_0(
    tmp_path: Path, with_signal: signal.Signals
) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.launch_program(PYTHONPROFILEIMPORTTIME="1")
        await system.discord.until(lambda: "import time:" in bot.log and " discord." in bot.log)
        assert await bot.stop(with_signal) == 0
        assert "is starting" not in bot.log


async def test_an_answer_that_outlasts_the_grace_is_finished_after_the_next_start(
    tmp_path: Path,
) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start(SHUTDOWN_GRACE="0")
        system.api.script(Script(text="word " * 500, chars_per_s=50), Script(text="word " * 50))
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        system.world.messages.send(thread, system.ann, "second?")
        assert await bot.stop() == 0
        await system.start()
        await system.reads(thread, "You asked: second?")
        first, _ = system.replies(thread)
        assert first.content == ("word " * 50).strip()
        first_uid = system.api.requests[0].conversation_uid
        assert [request.body.get("conversation_uid") for request in system.api.requests[1:]] == [
            first_uid
        ] * 2


async def test_a_stop_leaves_no_mark_on_its_way_behind(tmp_path: Path) -> None:
    """Such as that of a question which waits while Discord takes nothing."""
    async with loopback(tmp_path, most_429s=1) as system:
        bot = await system.start(SHUTDOWN_GRACE="0")
        system.api.script(Script(text="word " * 500, chars_per_s=50))
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        system.discord.faults.inject("PUT", r".*/reactions/.*", limited(30, everywhere=True))
        system.world.messages.send(thread, system.ann, "second?")
        await system.discord.until(
            lambda: [each for each in system.discord.requests if each.was_429]
        )
        system.world.messages.send(thread, system.ann, "third?")
        # The third is stored, whatever else it waits for.
        await system.database.until("SELECT id FROM turns ORDER BY id LIMIT 1 OFFSET 2")
        assert await bot.stop() == 0
        assert "left running" not in bot.log


async def test_a_second_signal_ends_the_grace(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start_process(SHUTDOWN_GRACE="600")
        system.api.script(Script(text="word " * 500, chars_per_s=50))
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        bot.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(30):
            while "stopping" not in bot.log:  # noqa: ASYNC110 - what another process writes
                await asyncio.sleep(0.01)
        assert await bot.stop() == 0


async def test_signals_that_go_on_until_the_end_make_no_failure_of_it(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        bot = await system.start_process()
        thread = await system.thread(system.ask("first?"))
        await system.discord.until(lambda: system.replies(thread))
        while bot.process.returncode is None:
            bot.process.send_signal(signal.SIGTERM)
            bot.process.send_signal(signal.SIGINT)
            bot.process.send_signal(signal.SIGHUP)
            await asyncio.sleep(0.005)
        assert await bot.ended() == 0, bot.log
        assert "Task was destroyed" not in bot.log


async def test_discord_that_is_down_at_first_is_waited_for(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        system.discord.faults.inject("GET", "/users/@me", StubbedResponse(503, HTML_502), times=2)
        await system.start()
        await system.reads(await system.thread(system.ask("first?")), "turn 1")
