"""The log holds ids, times and causes, and no words of anybody, however much of it is asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.model import Upload
from bridge_bot.sandbox.discord.payloads import message_objects
from tests.e2e.malformed_events import GatewaySession
from tests.harness.loopback import loopback

WORD = "xyzzy"
"""Stands in all that members and the chatbot write here."""


@pytest.mark.sqlite  # what is logged, the database does not matter
@pytest.mark.parametrize("log_format", ["text", "json"])
async def test_no_word_of_a_member_or_of_an_answer_is_in_the_log(
    tmp_path: Path, log_format: str
) -> None:
    """Neither of a question, its file, its command and its answer, nor of what fails of them."""
    async with loopback(tmp_path, skips_events=True) as system:
        bot = await system.start(LOG_LEVEL="DEBUG", LOG_FORMAT=log_format)
        world, mallory = system.world, system.world.people.add(system.guild, f"{WORD}\nERROR")
        file = Upload("0", f"{WORD}.txt", "text/plain", WORD.encode())
        related = [{"title": WORD, "url": f"https://docs.example/{WORD}", "content": WORD}]
        system.api.script(Script(f"{WORD} [1]", related_docs=related))
        asked = world.messages.send(
            system.channel, mallory, f"{system.mention} {WORD} one", files=[file]
        )
        thread = await system.thread(asked)
        answer = await system.reads(thread, WORD)
        await system.discord.until(lambda: "👎" in world.controls.of(answer))
        pressed = world.controls.press(answer, mallory, "👎")
        await system.discord.until(lambda: pressed.modal is not None)
        world.controls.submit(pressed, {"comment": WORD})
        world.commands.use(system.channel, mallory, "ask", {"question": f"{WORD} two"})
        await system.discord.until(lambda: len(system.api.requests) == 2)
        # What fails: Discord refuses a text, the Chat API answers with a page, an event is broken.
        system.discord.faults.block_text(WORD, 200000)
        system.api.script(Script(WORD), Script(body=f"<p>{WORD}".encode(), status=500))
        world.messages.send(system.channel, mallory, f"{system.mention} {WORD} three")
        world.messages.send(system.channel, mallory, f"{system.mention} {WORD} four")
        await system.discord.until(lambda: len(system.api.requests) == 4)
        await system.discord.until(lambda: bot.log.count("failed") >= 2)
        event = message_objects.message_event(asked, world.state) | {"author": {"username": WORD}}
        gateway = GatewaySession(system, bot)
        await gateway.send("MESSAGE_CREATE", event)
        await gateway.still_works("a broken event")
    assert "MESSAGE_CREATE was skipped" in bot.log
    assert WORD not in bot.log
    if log_format == "json":
        assert all(json.loads(line)["level"] for line in bot.log.splitlines())
