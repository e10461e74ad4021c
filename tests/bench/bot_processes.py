"""The bots that are compared, each as a process of its own between the two stand-ins."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn
from bridge_bot.sandbox.discord.server import DiscordStandIn
from bridge_bot.store.schema import upgrade

OURS = ("bridge_bot.cli", "run")
PLAIN = ("tests.bench.plain_bot",)

_ROOT = Path(__file__).parents[2]
_READY_S = 30.0
_STOP_S = 30.0
_TOLD_CHARS = 3000


class BadEnd(Exception):
    """A bot did not start or stop as it should."""


@asynccontextmanager
async def started(
    command: tuple[str, ...],
    discord: DiscordStandIn,
    api: ChatApiStandIn,
    folder: Path,
    settings: Mapping[str, str],
) -> AsyncIterator[int]:
    """Run a bot, from when it is connected; gives its process id. Its database is up to date, as
    at every start but the first.

    At the end it is asked to stop, which lets it finish what it has begun. Raises `BadEnd`, with
    the end of its log, if it does not start or ends badly.
    """
    log = folder / "log.txt"
    environment = {**settings_of(discord, api, folder), **settings}
    await asyncio.to_thread(upgrade, environment["DATABASE_URL"])
    with log.open("wb") as errors:
        bot = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", *command),
            cwd=folder,
            env=environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=errors,
        )
    try:
        await discord.bot_ready(_READY_S)
        yield bot.pid
        if bot.returncode is None:
            bot.terminate()
        async with asyncio.timeout(_STOP_S):
            code = await bot.wait()
    except (AssertionError, TimeoutError) as error:
        raise _bad_end(command, "neither started nor stopped in time", log) from error
    else:
        # The plain bot does not mind the signal: it is ended by it.
        if code != (0 if command is OURS else -signal.SIGTERM):
            raise _bad_end(command, f"ended with {code}", log)
    finally:
        if bot.returncode is None:
            bot.kill()
            await bot.wait()


def _bad_end(command: tuple[str, ...], how: str, log: Path) -> BadEnd:
    told = log.read_text("utf-8", "replace")[-_TOLD_CHARS:]
    return BadEnd(f"{command[0]} {how}; it said:\n{told}")


def settings_of(discord: DiscordStandIn, api: ChatApiStandIn, folder: Path) -> dict[str, str]:
    """What a bot gets as its environment."""
    found = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return found | {
        "PYTHONPATH": str(_ROOT),
        "DISCORD_TOKEN": discord.token,
        "DISCORD_API_BASE_URL": discord.api_base_url,
        "DISCORD_GATEWAY_URL": discord.gateway_url,
        "CHAT_API_BASE_URL": api.base_url,
        "CHAT_API_KEY": api.key,
        "CHAT_BOT_UID": api.bot_uid,
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'bot.db'}",
        "MEMBER_QUESTIONS_PER_MINUTE": "0",
        "SHUTDOWN_GRACE": "20",
    }
