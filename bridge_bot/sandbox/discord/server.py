"""Discord on the loopback: a real HTTP and WebSocket server around one world.

async with DiscordStandIn() as discord:
    guild = discord.world.add_guild("Lab")
    channel = discord.world.channels.add(guild, "general")
    ...  # start a bot with discord.api_base_url and discord.token
    await discord.bot_ready()
    discord.world.messages.send(channel, discord.world.people.add(guild, "Ann"), "hello")
    await discord.until(lambda: len(discord.world.messages.of(channel)) == 2)
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import time
from collections.abc import Callable
from email.utils import formatdate
from typing import Self

from aiohttp import web

from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.faults import Faults
from bridge_bot.sandbox.discord.gateway.server import GATEWAY_PATH, Gateway
from bridge_bot.sandbox.discord.gateway.sessions import Sessions
from bridge_bot.sandbox.discord.model import Interaction, Message
from bridge_bot.sandbox.discord.request_log import LoggedRequest
from bridge_bot.sandbox.discord.rest.server import (
    API_PATH,
    FILES_PATH,
    MAX_BODY_BYTES,
    Latency,
    Rest,
)
from bridge_bot.sandbox.discord.rules.rate_limits import RateLimits
from bridge_bot.sandbox.discord.state import Event
from bridge_bot.sandbox.discord.world import World

HOST = "127.0.0.1"
_LOOK_AGAIN_S = 0.05
_ARCHIVE_EVERY_S = 30.0


class SteadyClock:
    """Seconds since 1970 that never go back: the event loop's clock, set by the machine's once."""

    def __init__(self, ahead_s: float = 0.0) -> None:
        self._loop = asyncio.get_running_loop()
        self.offset_s = time.time() - self._loop.time() + ahead_s
        """What is added to the event loop's clock; `ahead_s` later than this machine says."""

    def __call__(self) -> float:
        """The time now."""
        return self.offset_s + self._loop.time()


class DiscordStandIn:
    """A Discord for one bot, on a port of its own, for as long as the context lasts.

    Its time, in ids and in the `Date` of responses, is `clock_ahead_s` later than this machine's;
    `advance` lets time pass.
    """

    def __init__(
        self,
        *,
        latency: Latency = Latency(),  # noqa: B008 - a value, and frozen
        token: str | None = None,
        port: int = 0,
        shards: int = 1,
        clock_ahead_s: float = 0.0,
    ) -> None:
        now = self._clock = SteadyClock(clock_ahead_s)
        self.token = token or f"sandbox.{secrets.token_hex(16)}"
        self.world = World(now)
        self.limits = RateLimits(now)
        self.faults = Faults()
        self.gateway = Gateway(Sessions(self.world, token=self.token), shards=shards)
        self.latency = latency
        """How long requests take; may be exchanged at any time."""
        self._rest = Rest(
            self.world,
            self.limits,
            self.faults,
            self.gateway,
            token=self.token,
            latency=lambda: self.latency,
        )
        self.requests: list[LoggedRequest] = self._rest.requests
        """Every request so far, in the order of arrival."""
        self.unknown_routes: list[str] = self._rest.unknown_routes
        """Requests that the stand-in has no route for: empty at the end of a good test."""
        self._port = port
        self._runner: web.AppRunner | None = None
        self._archiving: asyncio.Task[None] | None = None
        self._changed = asyncio.Event()

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=MAX_BODY_BYTES)
        self.gateway.add_to(app)
        self._rest.add_to(app)
        app.on_response_prepare.append(self._date)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOST, self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        self.gateway.url = self.gateway_url
        self.world.state.files_url = f"http://{HOST}:{self._port}{FILES_PATH}"
        self.world.subscribe(lambda _event: self._changed.set())
        self._rest.on_answer = self._changed.set
        # For listeners of the world, who show whether the bot is there; the bot gets no such event.
        self.gateway.on_change = lambda: self.world.state.dispatch(
            Event("GATEWAY_CHANGED", {}, for_bot=False)
        )
        self._archiving = asyncio.create_task(self._archive(), name="thread-archiving")
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._archiving is not None:
            self._archiving.cancel()
            await asyncio.wait([self._archiving])
        await self.gateway.drop(1001)
        if self._runner is not None:
            await self._runner.cleanup()

    async def _date(self, _: web.Request, response: web.StreamResponse) -> None:
        response.headers["Date"] = formatdate(self.world.state.now(), usegmt=True)

    async def _archive(self) -> None:
        """Archive inactive threads, now and then; nothing depends on the very second."""
        while True:
            await asyncio.sleep(_ARCHIVE_EVERY_S)
            self.world.threads.archive_inactive()

    def advance(self, seconds: float) -> None:
        """Let so much time pass at once: limits end, ids go on later, threads are archived."""
        self._clock.offset_s += seconds
        self.world.threads.archive_inactive()

    @property
    def api_base_url(self) -> str:
        """Where the REST routes begin, version included."""
        return f"http://{HOST}:{self._port}{API_PATH}"

    @property
    def gateway_url(self) -> str:
        """Where the gateway listens."""
        return f"ws://{HOST}:{self._port}{GATEWAY_PATH}"

    async def until(self, holds: Callable[[], object], timeout_s: float = 30.0) -> None:
        """Wait until `holds()` is true.

        It is asked again whenever the world changes, a request is answered, or a gateway
        connection begins or ends; and 20 times a second besides, for conditions over anything
        else, such as a bot in the same process.

        Raises AssertionError with the transcript if that takes longer than `timeout_s`.
        """
        try:
            async with asyncio.timeout(timeout_s):
                while not holds():
                    self._changed.clear()
                    with contextlib.suppress(TimeoutError):
                        async with asyncio.timeout(_LOOK_AGAIN_S):
                            await self._changed.wait()
        except TimeoutError:
            raise AssertionError(
                f"not within {timeout_s:g} s; this is what there is:\n{self.world.transcript()}"
            ) from None

    async def message_shown(self, interaction: Interaction, timeout_s: float = 30.0) -> Message:
        """Wait for the message with which the bot answers, and return it once it is there.

        That is the new message or, where a control changes its own, that one. Raises
        AssertionError if the bot answers otherwise or, for the member, too late.
        """
        await self._answered(interaction, timeout_s)
        shown = interaction.original
        if shown is None:
            raise AssertionError("the bot answered, but not with a message")
        await self.until(lambda: not shown.loading, timeout_s)
        return shown

    async def modal_shown(self, interaction: Interaction, timeout_s: float = 30.0) -> Json:
        """Wait for the modal with which the bot answers, and return it.

        Raises AssertionError if the bot answers otherwise or, for the member, too late.
        """
        await self._answered(interaction, timeout_s)
        if interaction.modal is None:
            raise AssertionError("the bot answered, but not with a modal")
        return interaction.modal

    async def _answered(self, interaction: Interaction, timeout_s: float) -> None:
        failed = self.world.controls.failed
        await self.until(lambda: interaction.acknowledged or failed(interaction), timeout_s)
        if not interaction.acknowledged:
            raise AssertionError("the bot did not answer in time: the interaction failed")

    async def bot_ready(self, timeout_s: float = 30.0) -> None:
        """Wait until each advised shard has identified or resumed and is connected."""
        await self.until(lambda: self.gateway.all_connected, timeout_s)
