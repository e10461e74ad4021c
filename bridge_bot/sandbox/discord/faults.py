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

from bridge_bot.sandbox.discord.errors import Json, refusal
from bridge_bot.sandbox.discord.request_log import Request

HTML_502 = "<html><head><title>502 Bad Gateway</title></head><body>cloudflare</body></html>"


class When(enum.Enum):
    """Whether a fault, or a hook, comes before or after the request takes effect."""

    BEFORE = enum.auto()
    AFTER = enum.auto()


@dataclass(frozen=True, slots=True)
class Answer:
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


Fault = Answer | Reset | Stall
Hook = Callable[[When, Request], Awaitable[None]]


@dataclass(slots=True)
class _Order:
    fits: Callable[[Request], bool]
    fault: Fault
    left: int


class Faults:
    """The faults ordered so far, and the hooks around each write."""

    def __init__(self) -> None:
        self._orders: list[_Order] = []
        self._filters: list[tuple[Callable[[Request], bool], Answer]] = []
        self.hooks: list[Hook] = []
        """Awaited before and after each write takes effect, limits and faults permitting; a test
        may hold the write there, or kill the bot."""

    def order(self, method: str, path: str, fault: Fault, times: int = 1) -> None:
        """Give the next `times` requests whose method and path fit that fault.

        `path` is a regular expression for the whole path below the API's base.
        """
        pattern = re.compile(path)

        def fits(request: Request) -> bool:
            return request.method == method and pattern.fullmatch(request.path) is not None

        self.order_where(fits, fault, times)

    def order_where(self, fits: Callable[[Request], bool], fault: Fault, times: int = 1) -> None:
        """Give the next `times` requests that fit, by their body too, that fault."""
        self._orders.append(_Order(fits, fault, times))

    def refuse_text(self, words: str, code: int) -> None:
        """Have a filter refuse with that code, such as 200000, 200001 or 240000, whatever says so.

        `words` is a regular expression, searched for in what messages say and threads are called.
        """
        pattern, answer = re.compile(words), refusal(code)

        def says(request: Request) -> bool:
            body = request.body or {}
            return any(pattern.search(str(body.get(field) or "")) for field in ("content", "name"))

        self._filters.append((says, Answer(answer.status, answer.body())))

    def clear(self) -> None:
        """Forget what has not come about yet."""
        self._orders.clear()
        self._filters.clear()

    def take(self, request: Request) -> Fault | None:
        """The fault for this request, the earliest ordered first; it is used up by that."""
        for order in self._orders:
            if order.fits(request):
                order.left -= 1
                if order.left <= 0:
                    self._orders.remove(order)
                return order.fault
        return next((answer for says, answer in self._filters if says(request)), None)

    async def run_hooks(self, when: When, request: Request) -> None:
        """Await every hook, in the order in which they were added."""
        if request.writes:
            for hook in tuple(self.hooks):
                await hook(when, request)
