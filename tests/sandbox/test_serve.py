"""The sandbox as it is used: real processes on the loopback, no account, nothing left behind."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from yarl import URL

from bridge_bot.sandbox import CannotServe
from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn
from bridge_bot.sandbox.discord.model import Channel, Member, Message
from bridge_bot.sandbox.serve import ChatApiAccess, Sandbox, sandbox
from tests.harness.connect_proxy import connect_proxy

BOT = ("bridge_bot", "run")
START_S = 30.0
END_S = 20.0

OWNER = """
import asyncio, sys
from bridge_bot.sandbox.serve import sandbox

async def main():
    async with sandbox(("bridge_bot", "run"), port=0) as running:
        await running.discord.bot_ready(30)
        print("ready", flush=True)
        await asyncio.sleep(3600)

asyncio.run(main())
"""


def channel_of(on: Sandbox, name: str) -> Channel:
    (guild,) = on.discord.world.guilds.values()
    return next(each for each in guild.channels.values() if each.name == name)


def member_of(on: Sandbox, name: str) -> Member:
    (guild,) = on.discord.world.guilds.values()
    return next(each for each in guild.members.values() if each.user.name == name)


def ask(on: Sandbox, words: str, *, channel: str = "general") -> Message:
    world = on.discord.world
    mention = f"<@{world.bot.id}>"
    return world.messages.send(channel_of(on, channel), member_of(on, "Ada"), f"{mention} {words}")


async def reads(on: Sandbox, words: str) -> Message:
    """The bot's message that says so, wherever it is."""
    world = on.discord.world

    def found() -> list[Message]:
        return [
            message
            for channel in world.state.channels.values()
            for message in world.messages.of(channel)
            if message.author is world.bot and words in message.content
        ]

    await on.discord.until(found, START_S)
    return found()[0]


@asynccontextmanager
async def command(*arguments: str, folder: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """`bridge-bot sandbox` in a folder and an environment set up for somebody's real bot."""
    (folder / ".env").write_text("DISCORD_TOKEN=theirs\nDISCORD_API_BASE_URL=http://[::1]:9/v10\n")
    theirs = {
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'production.db'}",
        "CHAT_API_BASE_URL": "http://[::1]:9",
        "LOG_FORMAT": "json",
        "SHARD_COUNT": "nonsense",
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bridge_bot", "sandbox", "--port", "0", *arguments),
        cwd=folder,
        env={**os.environ, **theirs, "TMPDIR": str(folder)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def until_said(process: asyncio.subprocess.Process, words: str) -> str:
    """What a process says on its standard error until these words."""
    assert process.stderr is not None
    said = ""
    async with asyncio.timeout(START_S):
        while words not in said:
            line = await process.stderr.readline()
            assert line, said
            said += line.decode()
    return said


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
async def test_the_command_begins_with_the_address_and_ends_on_a_signal_with_0(
    tmp_path: Path, end: signal.Signals
) -> None:
    """Whatever `.env` and the environment say; and no process, file or stack trace is left."""
    async with command(folder=tmp_path) as process:
        assert process.stdout is not None
        async with asyncio.timeout(START_S):
            address = (await process.stdout.readline()).decode()
        assert address.startswith("http://127.0.0.1:")
        said = await until_said(process, "The bot is connected")
        assert "Ctrl-C" in said
        process.send_signal(end)
        async with asyncio.timeout(END_S):
            # It returns when nobody has the pipes any more, the bot neither.
            out, log = await process.communicate()
    assert process.returncode == 0
    assert out == b""
    assert "Traceback" not in said + log.decode()
    assert "bridge-bot has stopped" in log.decode()
    assert [file.name for file in tmp_path.iterdir()] == [".env"]


async def test_a_signal_before_the_bot_is_up_ends_it_as_well(tmp_path: Path) -> None:
    async with command(folder=tmp_path) as process:
        assert process.stdout is not None
        async with asyncio.timeout(START_S):
            await process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(END_S):
            _, log = await process.communicate()
    assert process.returncode == 0, log
    assert "Traceback" not in log.decode()


async def test_the_bot_ends_with_an_owner_that_was_killed(tmp_path: Path) -> None:
    """And removes what it had on the disk."""
    owner = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", OWNER),
        env={**os.environ, "TMPDIR": str(tmp_path)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert owner.stdout is not None
    async with asyncio.timeout(START_S):
        assert await owner.stdout.readline() == b"ready\n"
    assert len(list(tmp_path.iterdir())) == 1
    owner.kill()
    async with asyncio.timeout(END_S):
        # It returns when nobody has the pipes any more, the bot neither.
        await owner.communicate()
    assert list(tmp_path.iterdir()) == []


async def test_a_question_is_answered_from_the_documents_in_a_thread_and_further_after_a_crash(
    tmp_path: Path,
) -> None:
    """A bot that dies is started again, and goes on with its conversations."""
    (tmp_path / "guide.md").write_text("# Guide\n\n## Tea\n\nTwo spoons a pot.\n")
    said: list[str] = []
    async with sandbox(BOT, port=0, docs=tmp_path, say=said.append) as on:
        await on.discord.bot_ready(START_S)
        ask(on, "how do I make tea?")
        answer = await reads(on, "Two spoons a pot.")
        assert answer.channel.parent is channel_of(on, "general")
        assert "guide.md" in answer.content
        ask(on, "and tea?", channel="no-threads")
        await on.discord.until(
            lambda: any(
                "Two spoons" in each.content
                for each in on.discord.world.messages.of(channel_of(on, "no-threads"))
            ),
            START_S,
        )
        first = on.supervisor.process
        assert first is not None
        first.kill()
        await on.discord.until(lambda: not on.discord.gateway.connected)
        await on.discord.bot_ready(START_S)
        on.discord.world.messages.send(answer.channel, member_of(on, "Ada"), "more, please")
        await reads(on, "That is all about “how do I make tea?”")
    assert any("exit code -9" in words for words in said)


async def test_a_real_chat_api_takes_the_place_of_the_stand_in(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the environment's proxy, by which the loopback Discord is not reached. And its key is
    neither among the bot's arguments nor in what is said.
    """
    async with (
        ChatApiStandIn(key="sk-very-secret", bot_uid="their-bot") as api,
        connect_proxy() as proxy,
    ):
        monkeypatch.setenv("http_proxy", proxy.url())
        access = ChatApiAccess(api.base_url, api.key, api.bot_uid)
        async with sandbox(BOT, port=0, chat_api=access) as on:
            await on.discord.bot_ready(START_S)
            ask(on, "who are you?")
            await reads(on, "You asked: who are you?")
            assert on.supervisor.process is not None
            arguments = Path(f"/proc/{on.supervisor.process.pid}/cmdline")
            if arguments.exists():
                assert b"sk-very-secret" not in arguments.read_bytes()
    assert proxy.connected.keys() == {URL(api.base_url).authority}
    assert [request.question for request in api.requests] == ["who are you?"]
    assert "sk-very-secret" not in "".join(capfd.readouterr())
    assert "sk-very-secret" not in repr(access)


async def test_another_port_is_taken_where_the_wanted_one_is_in_use() -> None:
    said: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        async with sandbox(BOT, port=port, say=said.append) as on:
            assert f":{port}/" not in on.page.address
    assert said == [f"Port {port} is taken, so it is another this time."]


async def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotServe, match="no text in Markdown files"):
        async with sandbox(BOT, port=0, docs=tmp_path):
            pass
