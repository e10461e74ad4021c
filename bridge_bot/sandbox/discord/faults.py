"""Faults that a test injects: what the next matching requests get instead of Discord's response.

Each comes before the request takes effect or after, which a client cannot tell apart.
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
    """Answer with this instead; after the effect, the client does not learn that it worked."""

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
    matches: Callable[[LoggedRequest], bool]
    fault: Fault
    left: int


class Faults:
    """The injected faults, and the hooks around each write."""

    def __init__(self) -> None:
        self._injections: list[_Injection] = []
        self._filters: list[tuple[Callable[[LoggedRequest], bool], StubbedResponse]] = []
        self.hooks: list[Hook] = []
        """Awaited before and after each write takes effect, limits and faults permitting; a test
        may hold the write there, or kill the bot."""

    def inject(self, method: str, path: str, fault: Fault, times: int = 1) -> None:
        """Answer the next `times` requests whose method and path match with that fault.

        `path` is a regular expression for the whole path below the API's base.
        """
        pattern = re.compile(path)

        def matches(request: LoggedRequest) -> bool:
            return request.method == method and pattern.fullmatch(request.path) is not None

        self.inject_where(matches, fault, times)

    def inject_where(
        self, matches: Callable[[LoggedRequest], bool], fault: Fault, times: int = 1
    ) -> None:
        """Answer the next `times` requests for which `matches` is true with that fault."""
        self._injections.append(_Injection(matches, fault, times))

    def block_text(self, text_pattern: str, code: int) -> None:
        """Refuse messages and thread names that match, as AutoMod and link filters do.

        `text_pattern` is a regular expression that is searched for, `code` such as 200000, 200001
        or 240000.
        """
        pattern, answer = re.compile(text_pattern), discord_error(code)

        def matches(request: LoggedRequest) -> bool:
            body = request.body if isinstance(request.body, dict) else {}
            return any(pattern.search(str(body.get(field) or "")) for field in ("content", "name"))

        self._filters.append((matches, StubbedResponse(answer.status, answer.body())))

    def clear(self) -> None:
        """Forget all injected faults."""
        self._injections.clear()
        self._filters.clear()

    def take(self, request: LoggedRequest) -> Fault | None:
        """Take the fault for this request, if there is one, the earliest injected first."""
        for injection in self._injections:
            if injection.matches(request):
                injection.left -= 1
                if injection.left <= 0:
                    self._injections.remove(injection)
                return injection.fault
        return next((answer for matches, answer in self._filters if matches(request)), None)

    async def run_hooks(self, when: When, request: LoggedRequest) -> None:
        """Await every hook, in the order in which they were added."""
        if request.writes:
            for hook in tuple(self.hooks):
                await hook(when, request)
