"""A database server that fails for a while ends no running answer, and no question is lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.model import Channel
from bridge_bot.store.postgres import connection
from tests.harness.bot import Bot
from tests.harness.loopback import Loopback, loopback
from tests.harness.postgres_proxy import PostgresProxy, postgres_proxy

ANSWER = "word " * 120 + "end"


@asynccontextmanager
async def running(folder: Path) -> AsyncIterator[tuple[Loopback, PostgresProxy, Bot]]:
    """A bot that reaches its server by way of the proxy."""
    async with loopback(folder) as system, postgres_proxy(system.database.url) as proxy:
        yield system, proxy, await system.start(DATABASE_URL=proxy.url)
        # Before the proxy: the bot has to say at its end what is unfinished.
        for bot in system.bots:
            await bot.stop()


async def streaming(system: Loopback) -> Channel:
    """The thread of an answer whose beginning is shown."""
    system.api.script(Script(text=ANSWER, chars_per_s=120))
    thread = await system.thread(system.ask("first?"))
    await system.discord.until(lambda: system.replies(thread))
    return thread


async def whole(system: Loopback, thread: Channel) -> None:
    """Wait until the answer is there, complete and once."""
    await system.discord.until(
        lambda: [each.content for each in system.replies(thread)][:1] == [ANSWER]
    )
    assert sum("word" in each.content for each in system.replies(thread)) == 1


async def done(system: Loopback, turns: int) -> None:
    """Wait until so many turns are stored, and each of them as done."""
    await system.discord.until(
        lambda: system.database.rows("SELECT state FROM turns") == [("done",)] * turns
    )


def complaints(bot: Bot) -> list[str]:
    """What the log says went wrong, without the time."""
    lines = [line.partition(" ")[2] for line in bot.log.splitlines()]
    return [
        line for line in lines if line[:7] in {"WARNING", "ERROR  "} and "may spend" not in line
    ]


async def test_connections_that_are_cut_are_noticed_by_nobody(tmp_path: Path) -> None:
    async with running(tmp_path) as (system, proxy, bot):
        thread = await streaming(system)
        stored = "SELECT 1 FROM conversations, turns, reply_messages"
        where = "WHERE state = 'streaming' AND conversation_uid <> ''"
        await system.discord.until(lambda: system.database.rows(f"{stored} {where}"))
        proxy.cut()
        system.world.messages.send(thread, system.ann, "second?")
        await whole(system, thread)
        await system.reads(thread, "You asked: second?")
        await done(system, 2)
        assert complaints(bot) == []


async def test_a_server_that_is_away_for_a_while_ends_no_running_answer(tmp_path: Path) -> None:
    """What is asked meanwhile is refused in clear words; the end of the answer is stored later, and
    so is the conversation's uid.
    """
    async with running(tmp_path) as (system, proxy, bot):
        thread = await streaming(system)
        await proxy.go_down()
        system.world.messages.send(thread, system.ann, "second?")
        await system.reads(thread, "couldn't keep track")
        await whole(system, thread)
        await system.discord.until(lambda: "renewing the lease" in bot.log)
        await proxy.listen()
        system.world.messages.send(thread, system.ann, "third?")
        await system.reads(thread, "You asked: third?")
        await done(system, 2)
        [uid] = {request.conversation_uid for request in system.api.requests[:1]}
        await system.discord.until(
            lambda: (uid,) in system.database.rows("SELECT conversation_uid FROM conversations")
        )
        told = complaints(bot)
        assert len(told) == len(set(told)), "each operation that failed is told once"
        assert all("the database server can't be reached" in line for line in told), told
        assert len(system.api.requests) == 2


async def test_a_network_that_swallows_everything_ends_no_running_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "TRANSACTION_S", 1.0)
    async with running(tmp_path) as (system, proxy, bot):
        thread = await streaming(system)
        proxy.swallow()
        system.world.messages.send(thread, system.ann, "second?")
        await system.reads(thread, "couldn't keep track")
        await whole(system, thread)
        proxy.pass_on()
        system.world.messages.send(thread, system.ann, "third?")
        await system.reads(thread, "You asked: third?")
        await done(system, 2)
        assert all("did not answer in time" in line for line in complaints(bot)), complaints(bot)


@pytest.mark.parametrize(
    "words",
    [
        b"INSERT INTO turns",
        b"begun=",
        b"UPDATE turns SET reply_to",
        b"INSERT INTO reply_messages",
        b"INSERT INTO conversations (key, conversation_uid",
        b"error=$",
    ],
)
async def test_a_question_whose_commit_is_in_doubt_is_answered_once(
    tmp_path: Path, words: bytes
) -> None:
    """The server has done it, but the bot does not learn that."""
    async with running(tmp_path) as (system, proxy, bot):
        proxy.cut_at_commit_of = words
        system.api.script(Script(text=ANSWER))
        thread = await system.thread(system.ask("first?"))
        await whole(system, thread)
        await done(system, 1)
        assert proxy.commits_cut == 1, "nothing was in doubt"
        assert len(system.api.requests) == 1
        assert ("can't be reached" in bot.log) == (words != b"INSERT INTO turns")
        assert system.replies(system.channel) == [], "nobody is told that it failed"
