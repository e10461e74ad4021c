"""The table of faults: what a reader sees in the end, by fault and by the moment at which it comes.

Each fault meets five questions at once, each in a channel of its own and each at another moment of
its turn, which is held there until all five have got so far. All of it goes over sockets.
"""

from __future__ import annotations

import re
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bridge_bot.sandbox.chat_api.conversations import RecordedRequest
from bridge_bot.sandbox.chat_api.scripts import Script
from tests.e2e.fault_table import (
    API,
    AUTOMOD,
    CUT,
    DISCORD,
    MOMENTS,
    NOTHING,
    PART,
    TABLE,
    HeldRows,
    Row,
    answer,
    row_of,
    rows_of,
    seen,
)
from tests.harness.bot_process import BotProcess
from tests.harness.loopback import Loopback, loopback


async def settled(system: Loopback, rows: list[Row], log: Callable[[], str]) -> None:
    """Every row comes to show what the table says, and still does when its turn is over."""

    def over(row: Row) -> bool:
        lost = row.sees in (PART, NOTHING, CUT)
        return not lost or re.search(rf"turn {row.asked.id} (failed|stopped)", log()) is not None

    try:
        await system.discord.until(
            lambda: all(seen(system, row) == row.sees and over(row) for row in rows), 60.0
        )
    except AssertionError:
        found = {
            row.moment: (row.sees, seen(system, row))
            for row in rows
            if seen(system, row) != row.sees
        }
        raise AssertionError(found) from None


@asynccontextmanager
async def on_loopback(folder: Path) -> AsyncIterator[Loopback]:
    async with loopback(folder, most_429s=10) as system:
        system.api.default = answer
        yield system


async def stop(system: Loopback, bot: BotProcess, with_signal: signal.Signals) -> None:
    code = await bot.stop(with_signal)
    system.bots.remove(bot)
    assert code == (0 if with_signal is signal.SIGTERM else -signal.SIGKILL)
    assert "Traceback" not in bot.log
    assert "Task was destroyed" not in bot.log


async def restart(system: Loopback, bot: BotProcess, with_signal: signal.Signals) -> None:
    await stop(system, bot, with_signal)
    await system.launch(SHUTDOWN_GRACE="0")


async def drop(system: Loopback) -> None:
    await system.discord.gateway.drop(1006)


async def lose_session(system: Loopback) -> None:
    system.discord.gateway.invalidate()


CONNECTION: dict[str, Callable[[Loopback, BotProcess], Awaitable[None]]] = {
    "kill": lambda system, bot: restart(system, bot, signal.SIGKILL),
    "SIGTERM": lambda system, bot: restart(system, bot, signal.SIGTERM),
    "gateway drop": lambda system, _: drop(system),
    "session lost": lambda system, _: lose_session(system),
}


@pytest.mark.parametrize("fault", CONNECTION)
async def test_a_process_or_a_connection_that_ends_costs_nothing(
    tmp_path: Path, fault: str
) -> None:
    """What is on its way at that moment takes effect all the same, after it."""
    async with on_loopback(tmp_path) as system:
        bot = await system.start_process(SHUTDOWN_GRACE="0")
        _, *later = zip(MOMENTS, TABLE[fault], strict=True)
        held = HeldRows(system, [row_of(system, fault, *each) for each in later])
        system.discord.faults.hooks.append(held)
        await held.all_held()
        await CONNECTION[fault](system, bot)
        held.released.set()
        await settled(system, held.rows, lambda: "")


@pytest.mark.sqlite  # the database does not matter
@pytest.mark.parametrize("part", [0, 1])
async def test_what_discord_refuses_or_loses_is_as_the_table_says(
    tmp_path: Path, part: int
) -> None:
    """Half of all faults of Discord at once, in one process."""
    async with on_loopback(tmp_path) as system:
        bot = await system.start(MEMBER_QUESTIONS_PER_MINUTE="0")
        asked = {fault: rows_of(system, fault) for fault in list(DISCORD)[part::2]}
        for fault, rows in asked.items():
            for row in rows:
                system.discord.faults.inject_where(row.is_at, DISCORD[fault])
        await settled(system, [row for rows in asked.values() for row in rows], lambda: bot.log)


@pytest.mark.sqlite  # the database does not matter
async def test_what_automod_blocks_is_as_the_table_says(tmp_path: Path) -> None:
    """Each time, unlike the other faults: a rule of a server stays."""
    async with on_loopback(tmp_path) as system:
        bot = await system.start(MEMBER_QUESTIONS_PER_MINUTE="0")
        rows = rows_of(system, "AutoMod")
        for row in rows:
            system.discord.faults.inject_where(row.is_blocked, AUTOMOD, times=10**6)
        await settled(system, rows, lambda: bot.log)


@pytest.mark.sqlite  # the database does not matter
async def test_what_the_chat_api_fails_to_say_is_as_the_table_says(tmp_path: Path) -> None:
    """All faults of the Chat API at once, in one process."""
    async with on_loopback(tmp_path) as system:
        system.api.default = failing(system)
        bot = await system.start(
            MEMBER_QUESTIONS_PER_MINUTE="0",
            CHAT_API_IDLE_TIMEOUT="2",
            CHAT_API_FIRST_BYTE_TIMEOUT="2",
        )
        faults = (*API, "API 500", "API refuses")
        rows = [row for fault in faults for row in rows_of(system, fault)]
        await settled(system, rows, lambda: bot.log)


def failing(system: Loopback) -> Callable[[RecordedRequest], Script]:
    """Break each answer where its moment is; what is asked for once more succeeds."""
    asked: set[str] = set()

    def script(request: RecordedRequest) -> Script:
        fault, moment = next(
            (fault, request.question.removeprefix(fault + " "))
            for fault in TABLE
            if request.question.startswith(fault + " ")
        )
        again = request.question in asked
        asked.add(request.question)
        if fault == "API refuses":
            return Script(code=1234, msg="No.")
        if fault == "API 500":
            lasts = moment == "after thread"
            if again and not lasts:
                return answer(request)
            return Script(status=500, code=5, msg="No.", first_delay_s=0.3)
        whole = answer(request)
        if again:
            return whole
        header = Script().stream_header(request.question, "u" * 36)
        chars_before = dict(zip(MOMENTS, (0, 0, 100, 2100, 280), strict=True))[moment]
        return replace(
            whole,
            first_delay_s=0.0 if moment == "before thread" else 0.5,
            fault=API[fault],
            fault_after_bytes=0 if moment == "before thread" else len(header) + chars_before,
        )

    return script
