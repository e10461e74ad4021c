"""Faults that a test orders: what the next requests of a kind get instead of Discord's answer.

Each comes before the request takes effect, or after: what a client cannot tell apart is just
what it has to survive.
"""

from __future__ import annotations

import asyncio
import enum
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bridge_bot.sandbox.discord.errors import Json, discord_error
from bridge_bot.sandbox.discord.request_log import LoggedRequest

HTML_502 = "<html><head><title>502 Bad Gateway</title></head><body>cloudflare</body></html>"


class When(enum.Enum):
    """Whether a fault, or a hook, comes before or after the request takes effect."""

    BEFORE = enum.auto()
    AFTER = enum.auto()


@dataclass(frozen=True, slots=True)
class StubbedResponse:
    """Answer with this instead; after the effect, the client merely does not learn of it."""

    status: int
    body: Json | str = field(default_factory=dict)
    """JSON, or text that is sent as HTML."""
    headers: dict[str, str] = field(default_factory=dict)
    when: When = When.BEFORE


@dataclass(frozen=True, slots=True)
class Reset:
    """Cut the connection, with a TCP reset."""

    when: When = When.BEFORE


@dataclass(slots=True, eq=False)
class Stall:
    """Hold the request until `release()`, then let it go on."""

    when: When = When.BEFORE
    held: asyncio.Event = field(default_factory=asyncio.Event)
    """Set as soon as a request is held."""
    _released: asyncio.Event = field(default_factory=asyncio.Event)

    def release(self) -> None:
        """Let the held requests, and those to come, go on."""
        self._released.set()

    async def wait(self) -> None:
        """Hold one request."""
        self.held.set()
        await self._released.wait()


Fault = StubbedResponse | Reset | Stall
Hook = Callable[[When, LoggedRequest], Awaitable[None]]


@dataclass(slots=True)
class _Injection:
    fits: Callable[[LoggedRequest], bool]
    fault: Fault
    left: int


class Faults:
    """The faults ordered so far, and the hooks around each write."""

    def __init__(self) -> None:
        self._injections: list[_Injection] = []
        self._filters: list[tuple[Callable[[LoggedRequest], bool], StubbedResponse]] = []
        self.hooks: list[Hook] = []
        """Awaited before and after each write takes effect, limits and faults permitting; a test
        may hold the write there, or kill the bot."""

    def inject(self, method: str, path: str, fault: Fault, times: int = 1) -> None:
        """Give the next `times` requests whose method and path fit that fault.

        `path` is a regular expression for the whole path below the API's base.
        """
        pattern = re.compile(path)

        def fits(request: LoggedRequest) -> bool:
            return request.method == method and pattern.fullmatch(request.path) is not None

        self.inject_where(fits, fault, times)

    def inject_where(
        self, fits: Callable[[LoggedRequest], bool], fault: Fault, times: int = 1
    ) -> None:
        """Give the next `times` requests that fit, by their body too, that fault."""
        self._injections.append(_Injection(fits, fault, times))

    def block_text(self, words: str, code: int) -> None:
        """Have a filter refuse with that code, such as 200000, 200001 or 240000, whatever says so.

        `words` is a regular expression, searched for in what messages say and threads are called.
        """
        pattern, answer = re.compile(words), discord_error(code)

        def says(request: LoggedRequest) -> bool:
            body = request.body or {}
            return any(pattern.search(str(body.get(field) or "")) for field in ("content", "name"))

        self._filters.append((says, StubbedResponse(answer.status, answer.body())))

    def clear(self) -> None:
        """Forget what has not come about yet."""
        self._injections.clear()
        self._filters.clear()

    def take(self, request: LoggedRequest) -> Fault | None:
        """The fault for this request, the earliest ordered first; it is used up by that."""
        for injection in self._injections:
            if injection.fits(request):
                injection.left -= 1
                if injection.left <= 0:
                    self._injections.remove(injection)
                return injection.fault
        return next((answer for says, answer in self._filters if says(request)), None)

    async def run_hooks(self, when: When, request: LoggedRequest) -> None:
        """Await every hook, in the injection in which they were added."""
        if request.writes:
            for hook in tuple(self.hooks):
                await hook(when, request)
