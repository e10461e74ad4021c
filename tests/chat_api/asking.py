"""Asking a Chat API in a test: options, a clock of one's own, and what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field

from bridge_bot.chat_api.client import ChatApi
from bridge_bot.chat_api.options import ChatApiOptions
from bridge_bot.core.errors import AnswerError
from bridge_bot.core.events import Event
from bridge_bot.core.model import AnswerEvent, AnswerRetried, AnswerText, ChatRequest

KEY = "sk-very-secret-key"
QUESTION = "Who ate the marzipan?"
ASKED = ChatRequest(QUESTION, "auto")


class OwnClock:
    """A clock that only sleeping moves, or a test."""

    def __init__(self) -> None:
        self.time_s = 0.0
        self.slept_s: list[float] = []
        self.watched = asyncio.Semaphore(0)
        self._moved = asyncio.Condition()

    def now(self) -> float:
        return self.time_s

    async def sleep(self, delay_s: float) -> None:
        self.slept_s.append(delay_s)
        await self.move(delay_s)

    async def move(self, by_s: float) -> None:
        """Let that time pass, and whoever watches it notice."""
        self.time_s += by_s
        async with self._moved:
            self._moved.notify_all()
        await asyncio.sleep(0)

    async def reached(self, moment_s: float) -> None:
        self.watched.release()
        async with self._moved:
            await self._moved.wait_for(lambda: self.time_s >= moment_s)


@dataclass
class Asked:
    """What asking once gave: `retried` is why it was asked again, and `observed` of the API."""

    events: list[AnswerEvent] = field(default_factory=list)
    retried: list[AnswerRetried] = field(default_factory=list)
    observed: list[Event] = field(default_factory=list)
    error: AnswerError | None = None
    clock: OwnClock = field(default_factory=OwnClock)

    @property
    def text(self) -> str:
        return "".join(event.text for event in self.events if isinstance(event, AnswerText))


def options(base_url: str, **changed: object) -> ChatApiOptions:
    values: dict[str, object] = {"base_url": base_url, "key": KEY, "bot_uid": "b-1", **changed}
    return ChatApiOptions(**values)  # type: ignore[arg-type]


async def asked(chosen: ChatApiOptions, request: ChatRequest = ASKED) -> Asked:
    """Ask once and read to the end; pauses take no time, jitter is at its most."""
    result = Asked()
    async with ChatApi(
        chosen, observe=result.observed.append, clock=result.clock, jitter=lambda: 1.0
    ) as api:
        await ask(api, result, request)
    return result


async def ask(api: ChatApi, result: Asked, request: ChatRequest = ASKED) -> None:
    """Ask once more and read to the end; what comes of it is added."""
    try:
        async with api.ask(request) as events:
            async for event in events:
                if isinstance(event, AnswerRetried):
                    result.retried.append(event)
                else:
                    result.events.append(event)
    except AnswerError as error:
        result.error = error


def chain(error: BaseException) -> Iterator[BaseException]:
    """An exception and everything that can be reached from it."""
    found: list[BaseException | None] = [error]
    while found:
        one = found.pop()
        if one is not None:
            yield one
            found += [one.__cause__, one.__context__]
            found += [argument for argument in one.args if isinstance(argument, BaseException)]
