"""Several processes on one database: each question is answered by one of them, whole and once."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bridge_bot.core.turns.ownership.lease import LEASE_S
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.model import Channel, Message
from tests.harness.bot_process import BotProcess
from tests.harness.loopback import Loopback, loopback

SECONDS_LONG = "word " * 200 + "end"
"""An answer of one page, which comes within as many seconds as its script says."""

TAKEN_UP_WITHIN_S = 3.0 * LEASE_S


@contextmanager
def stopped(process: BotProcess) -> Iterator[None]:
    """Inside of the context a process stands still."""
    process.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        process.process.send_signal(signal.SIGCONT)


def asked(system: Loopback) -> list[str]:
    """What the Chat API was asked, in order."""
    return [request.question for request in system.api.requests]


def ask_in(system: Loopback, thread: Channel, *questions: str) -> list[Message]:
    """Ann asks in a thread of the bot's, where she need not mention it."""
    return [system.world.messages.send(thread, system.ann, words) for words in questions]


async def streaming_in_a_thread(system: Loopback, *, seconds: float = 6) -> Channel:
    """A thread where the second answer streams, and the third question waits for it."""
    thread = await system.thread(system.ask("first?"))
    await all_done(system, 1)
    system.api.default = Script(text=SECONDS_LONG, chars_per_s=len(SECONDS_LONG) / seconds)
    ask_in(system, thread, "second?", "third?")
    await system.database.until("SELECT 1 FROM turns WHERE state = 'streaming'")
    await system.database.until("SELECT 1 FROM turns HAVING count(*) = 3")
    return thread


async def all_done(system: Loopback, turns: int) -> None:
    await system.discord.until(
        lambda: system.database.rows("SELECT state FROM turns") == [("done",)] * turns,
        timeout_s=2 * TAKEN_UP_WITHIN_S,
    )


async def test_a_question_waits_for_earlier_ones_of_its_conversation_that_a_killed_process_had(
    tmp_path: Path,
) -> None:
    """It shows that it waits until they are answered."""
    async with loopback(tmp_path, most_429s=20) as system:
        system.leases_run_out = False
        killed = await system.start_process()
        thread = await streaming_in_a_thread(system)
        await system.crash(killed)
        await system.start_process()
        [fourth] = ask_in(system, thread, "fourth?")
        await system.discord.until(lambda: fourth.reactions.get("⏳"), TAKEN_UP_WITHIN_S)
        await all_done(system, 4)
        assert asked(system) == ["first?", "second?", "second?", "third?", "fourth?"]
        await system.discord.until(lambda: not fourth.reactions.get("⏳"))


async def test_a_question_waits_for_earlier_ones_of_its_conversation_that_a_stopped_process_had(
    tmp_path: Path,
) -> None:
    """Also for those that are asked of the stopped one as it goes on."""
    async with loopback(tmp_path, most_429s=20) as system:
        first = await system.start_process()
        thread = await streaming_in_a_thread(system)
        await system.start_standby()
        with stopped(first):
            [fourth] = ask_in(system, thread, "fourth?")
            await system.discord.until(lambda: fourth.reactions.get("⏳"), TAKEN_UP_WITHIN_S)
            await system.discord.until(lambda: len(asked(system)) == 3, TAKEN_UP_WITHIN_S)
        ask_in(system, thread, "fifth?", "sixth?")
        await all_done(system, 6)
        assert asked(system) == [
            *("first?", "second?"),
            *("second?", "third?", "fourth?", "fifth?", "sixth?"),
        ]
