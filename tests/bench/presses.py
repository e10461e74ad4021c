"""How soon presses on buttons are acknowledged while many answers stream.

Members press Stop under answers that grow, and Regenerate, Sources and 👍 under complete ones. Most
may not stop or repeat an answer, which is told to them. Who presses sees a failure after 3 s.
"""

from __future__ import annotations

import asyncio
import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bridge_bot.sandbox.chat_api.conversations import RecordedRequest
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn
from bridge_bot.sandbox.discord.model import Channel, Interaction, Member, Message
from bridge_bot.sandbox.discord.rest.server import Latency
from bridge_bot.sandbox.discord.server import DiscordStandIn
from bridge_bot.texts import Texts
from tests.bench import bot_processes
from tests.bench.delays import EFFECT_S, percentile
from tests.bench.progress import progress
from tests.bench.row import Row

STREAMS = 100
COMPLETE = 20
PRESS_EVERY_S = 0.1
PRESSES = 100
STARTED_AFTER_S = 2.0
STREAM_S = 13.0
MOST_S = 1.0
_SHORT = Script("A short answer [1].", related_docs=[{"title": "A leaflet", "text": "Words."}])
_LONG = Script("One word more. " * 127, first_delay_s=0.5, chars_per_s=146)
_STOP, _REGENERATE, _SOURCES = (
    Texts.of("en").get(f"control-{each}") for each in ("stop", "regenerate", "sources")
)
_COMPLETE_ROW = (_REGENERATE, _SOURCES, "👍")


def rows() -> Iterator[Row]:
    """The slowest acknowledgement, and the middle one."""
    progress("presses: begins")
    took_s = asyncio.run(_acknowledged_s())
    work = f"{len(took_s)} presses on buttons while {STREAMS} answers stream: acknowledged"
    yield Row(f"{work}, the slowest", max(took_s), MOST_S, "s")
    yield Row(f"{work}, median", percentile(took_s, 50), None, "s")


async def _acknowledged_s() -> list[float]:
    """The seconds from each press to its acknowledgement."""
    latency = Latency(EFFECT_S, 2 * EFFECT_S)
    async with DiscordStandIn(latency=latency) as discord, ChatApiStandIn() as api:
        api.default = _script
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            async with bot_processes.started(
                bot_processes.OURS, discord, api, Path(folder), {"SHUTDOWN_GRACE": "0"}
            ):
                return await _Presses(discord).acknowledged_s()


def _script(asked: RecordedRequest) -> Script:
    return _SHORT if asked.question.startswith("Short") else _LONG


class _Presses:
    """A server with a channel for each answer, and who presses."""

    def __init__(self, discord: DiscordStandIn) -> None:
        self._discord, self._world = discord, discord.world
        guild = self._world.add_guild("Lab")
        self._ann, self._ben = (self._world.people.add(guild, name) for name in ("Ann", "Ben"))
        self._channels = [
            self._world.channels.add(guild, f"c{number}") for number in range(STREAMS + COMPLETE)
        ]

    async def acknowledged_s(self) -> list[float]:
        """Ask, press, and wait until each press is acknowledged, or Discord takes none any more."""
        complete, growing = self._channels[:COMPLETE], self._channels[COMPLETE:]
        for channel in complete:
            self._ask(channel, "Short?")
        await self._discord.until(
            lambda: all(self._buttons(each, _REGENERATE) for each in complete)
        )
        for channel in growing:
            self._ask(channel, "Long?")
        await asyncio.sleep(STARTED_AFTER_S)
        pressed = await self._press_all(complete, growing)
        await self._discord.until(
            lambda: all(each.acknowledged or self._world.controls.failed(each) for each in pressed)
        )
        return [
            float("inf") if each.acknowledged_at is None else each.acknowledged_at - each.at
            for each in pressed
        ]

    async def _press_all(
        self, complete: list[Channel], growing: list[Channel]
    ) -> list[Interaction]:
        """Now and then a press of the asker's, between those of a member who may not."""
        pressed: list[Interaction] = []
        rows = zip(complete, itertools.cycle(_COMPLETE_ROW), strict=False)
        places = itertools.cycle([*((each, _STOP) for each in growing[:COMPLETE]), *rows])
        clock = asyncio.get_running_loop()
        ends_s = clock.time() + STREAM_S - STARTED_AFTER_S
        while len(pressed) < PRESSES and clock.time() < ends_s:
            await asyncio.sleep(0)
            channel, button = next(places)
            presser = self._ann if len(pressed) % 10 == 0 else self._ben
            for message in self._buttons(channel, button)[:1]:
                pressed.append(self._press(message, presser, button))
                await asyncio.sleep(PRESS_EVERY_S)
        return pressed

    def _press(self, message: Message, presser: Member, button: str) -> Interaction:
        return self._world.controls.press(message, presser, button)

    def _ask(self, channel: Channel, words: str) -> None:
        self._world.messages.send(channel, self._ann, f"<@{self._world.bot.id}> {words}")

    def _buttons(self, channel: Channel, button: str) -> list[Message]:
        """The messages of the answer in a channel that have such a button."""
        return [
            message
            for thread in self._world.threads.of(channel)
            for message in self._world.messages.of(thread)
            if button in self._world.controls.of(message)
        ]
