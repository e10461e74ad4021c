"""The bot of a soak, which meets one trouble after the other and is watched meanwhile."""

from __future__ import annotations

import asyncio
import re
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from bridge_bot.sandbox.discord.rest.server import Latency
from tests.e2e.soak_plan import Trouble
from tests.harness.bot_process import BotProcess
from tests.harness.loopback import Loopback

SETTINGS = {
    "MEMBER_QUESTIONS_PER_MINUTE": "0",
    "CHAT_API_IDLE_TIMEOUT": "3",
    "SHUTDOWN_GRACE": "2",
}

REST_S = 120.0
"""Both ends close a connection that is not used for a while, after 75 seconds at the most."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What a bot process took up at a moment. `files` are open ones that are no `connections`:
    these are over TCP, and there are as many as the bot is busy.
    """

    at_s: float
    pid: int
    resident_kib: int
    files: int
    connections: int

    @classmethod
    def of(cls, pid: int, at_s: float) -> Self:
        """What a process takes up now. Raises OSError if it has ended."""
        process = Path(f"/proc/{pid}")
        resident = re.search(r"VmRSS:\s+(\d+)", (process / "status").read_text())
        if resident is None:
            raise ProcessLookupError(pid)  # it has ended, and nobody has waited for it yet
        tables = [(process / "net" / name).read_text().splitlines() for name in ("tcp", "tcp6")]
        over_tcp = {f"socket:[{line.split()[9]}]" for table in tables for line in table[1:]}
        files = [_target(file) for file in (process / "fd").iterdir()]
        connections = sum(file in over_tcp for file in files)
        return cls(at_s, pid, int(resident[1]), len(files) - connections, connections)


def _target(file: Path) -> str:
    """What an open file is; nothing if it was closed just now."""
    try:
        return str(file.readlink())
    except OSError:
        return ""


class SoakBot:
    """A bot that is ended and started again, one process after the other.

    `now_s` tells the seconds since the soak began, in which all of its times are.
    """

    def __init__(self, system: Loopback, now_s: Callable[[], float]) -> None:
        self.processes: list[BotProcess] = []
        self.killed_at_s: list[float] = []
        self.samples: list[Sample] = []
        self._system = system
        self._now_s = now_s

    async def start(self) -> None:
        """Start the next process."""
        self.processes.append(await self._system.launch_process(**SETTINGS))

    async def meet(self, troubles: Iterable[Trouble]) -> None:
        """Make each trouble happen at its time."""
        for trouble in troubles:
            await asyncio.sleep(max(0.0, trouble.at_s - self._now_s()))
            await self._make(trouble)
        self._system.discord.faults.clear()

    async def watch(self) -> None:
        """Take a sample every second, for ever."""
        while True:
            await asyncio.sleep(1.0)
            if self.processes[-1].returncode is None:
                with suppress(OSError):
                    self.samples.append(self._sample())

    async def connections_at_rest(self, expected: int) -> int:
        """How many connections there are once there are no more than `expected`, or `REST_S`
        seconds after the bot has nothing to do any more.
        """
        until_s = self._now_s() + REST_S
        while (left := self._sample().connections) > expected and self._now_s() < until_s:  # noqa: ASYNC110
            await asyncio.sleep(1.0)
        return left

    def _sample(self) -> Sample:
        return Sample.of(self.processes[-1].process.pid, self._now_s())

    async def _make(self, trouble: Trouble) -> None:
        discord = self._system.discord
        match trouble.kind:
            case "kill" | "stop" | "stop at once":
                await self._end(trouble.kind)
                await asyncio.sleep(trouble.for_s)
                await self.start()
            case "reconnect":
                discord.gateway.request_reconnect()
            case "repeat":
                discord.gateway.repeat_last()
            case "session over" | "session lost":
                discord.gateway.invalidate(resumable=trouble.kind == "session over")
            case "refuse":
                discord.gateway.refuses_connections = True
                await discord.gateway.drop(1006)
                await asyncio.sleep(trouble.for_s)
                discord.gateway.refuses_connections = False
            case "slow":
                discord.latency = Latency(0.2, 0.5)
                await asyncio.sleep(trouble.for_s)
                discord.latency = Latency()
            case "no threads":
                discord.limits.block("open_thread", trouble.for_s)
            case _ if trouble.fault is not None:
                discord.faults.clear()  # what nothing has met by now, is over
                discord.faults.inject(trouble.method, trouble.path, trouble.fault, trouble.times)
            case _:
                await discord.gateway.drop(int(trouble.kind.partition(" ")[2]))

    async def _end(self, how: str) -> None:
        bot = self.processes[-1]
        if how == "kill":
            self.killed_at_s.append(self._now_s())
            await bot.stop(signal.SIGKILL)
            self._system.bots.remove(bot)
            return
        # Before it says so, Python itself would be what a signal ends.
        await self._system.discord.until(lambda: "is starting" in bot.log)
        bot.process.send_signal(signal.SIGTERM)
        if how == "stop at once":
            await asyncio.sleep(0.1)
            bot.process.send_signal(signal.SIGINT)
        assert await bot.ended() == 0, bot.log[-2000:]
