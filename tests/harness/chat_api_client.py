"""Asks a Chat API as a test needs it: with known options, and all that came of it in one value."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field

from bridge_bot.chat_api.client import ChatApi
from bridge_bot.chat_api.options import ChatApiOptions
from bridge_bot.core.errors import AnswerError
from bridge_bot.core.events import Event, Observe, unobserved
from bridge_bot.core.model import AnswerEvent, AnswerRetried, AnswerText, ChatRequest
from tests.harness.loop_time import SkippingLoop

KEY = "sk-very-secret-key"
QUESTION = "Who ate the marzipan?"
REQUEST = ChatRequest(QUESTION, "auto")


@dataclass
class Outcome:
    """What came of a question: `retried` is why it was asked again, and `observed` of the API."""

    events: list[AnswerEvent] = field(default_factory=list)
    retried: list[AnswerRetried] = field(default_factory=list)
    observed: list[Event] = field(default_factory=list)
    error: AnswerError | None = None

    @property
    def text(self) -> str:
        return "".join(event.text for event in self.events if isinstance(event, AnswerText))

    @property
    def pauses_s(self) -> list[float]:
        """The pauses before the question was asked again."""
        return [event.pause_s for event in self.retried]


def options(base_url: str, **changed: object) -> ChatApiOptions:
    values: dict[str, object] = {"base_url": base_url, "key": KEY, "bot_uid": "b-1", **changed}
    return ChatApiOptions(**values)  # type: ignore[arg-type]


def client(chosen: ChatApiOptions, observe: Observe = unobserved) -> ChatApi:
    """A client whose pauses are as long as they can be."""
    return ChatApi(chosen, observe=observe, chance=lambda: 0.0)


async def ask_once(chosen: ChatApiOptions, request: ChatRequest = REQUEST) -> Outcome:
    """Ask with a client of its own, and read to the end."""
    outcome = Outcome()
    async with client(chosen, outcome.observed.append) as api:
        await ask(api, outcome, request)
    return outcome


async def ask(api: ChatApi, outcome: Outcome, request: ChatRequest = REQUEST) -> None:
    """Ask once more and read to the end; what comes of it is added to the outcome.

    In a `SkippingLoop` the pauses before the question is asked again take no time.
    """
    loop = asyncio.get_running_loop()
    try:
        async with api.ask(request) as events:
            async for event in events:
                if isinstance(event, AnswerRetried):
                    outcome.retried.append(event)
                    if isinstance(loop, SkippingLoop):
                        loop.skip(event.pause_s)
                else:
                    outcome.events.append(event)
    except AnswerError as error:
        outcome.error = error


def reachable(error: BaseException) -> Iterator[BaseException]:
    """An exception and every other that can be reached from it."""
    found: list[BaseException | None] = [error]
    while found:
        one = found.pop()
        if one is not None:
            yield one
            found += [one.__cause__, one.__context__]
            found += [argument for argument in one.args if isinstance(argument, BaseException)]
