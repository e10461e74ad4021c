"""How the bot's process is started again, stopped and given up."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import pytest

from bridge_bot.sandbox.process.supervisor import STOP_S, Supervisor, environment
from bridge_bot.sandbox.serve import sandbox

START_S = 30.0

STUBBORN = """
import pathlib, signal, sys, time

signal.signal(signal.SIGTERM, lambda *_: pathlib.Path(sys.argv[1] + ".told").touch())
pathlib.Path(sys.argv[1]).touch()
while True:
    time.sleep(1)
"""


async def test_a_bot_that_keeps_dying_is_given_up() -> None:
    said: list[str] = []
    # A program that does nothing but end.
    async with sandbox(("platform",), port=0, say=said.append) as on:
        failure = await asyncio.wait_for(on.supervisor.wait(), START_S)
    assert "3 times right after its start" in str(failure)
    assert len(said) == 2


async def test_a_bot_that_does_not_end_on_request_is_killed_when_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stubborn.py").write_text(STUBBORN)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    async with sandbox(("stubborn", str(tmp_path / "is-up")), port=0) as on:
        await on.discord.until((tmp_path / "is-up").exists, START_S)
        on.supervisor.stop()
        await on.discord.until((tmp_path / "is-up.told").exists, START_S)
        on.supervisor.stop()
        assert await asyncio.wait_for(on.supervisor.wait(), STOP_S / 2) is None
        assert on.supervisor.process is not None
        assert on.supervisor.process.returncode == -signal.SIGKILL


def test_the_bots_environment_holds_its_settings_and_nothing_of_the_callers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("DISCORD_TOKEN", "CHAT_API_KEY", "DATABASE_URL", "ALLOWED_GUILDS", "LOG_LEVEL"):
        monkeypatch.setenv(name, "theirs")
    monkeypatch.setenv("PATH", "/bin")
    found = environment({"DISCORD_TOKEN": "ours"})
    assert found["DISCORD_TOKEN"] == "ours"
    assert found["PATH"] == "/bin"
    assert "theirs" not in found.values()


async def test_an_error_within_the_context_comes_out_as_it_is_once_the_program_has_ended(
    tmp_path: Path,
) -> None:
    supervisor = Supervisor(("platform",), {}, tmp_path, lambda _text: None)
    with pytest.raises(LookupError):
        async with supervisor:
            raise LookupError
    assert await supervisor.wait() is None
    assert supervisor.process is None or supervisor.process.returncode is not None
