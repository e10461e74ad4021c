"""What the core needs of a source of answers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from bridge_bot.core.fairness.fair_queue import Flow
from bridge_bot.core.model import AnswerEvent, ChatRequest


class Allowance(Protocol):
    """What the requests for one answer have to be allowed by: each may cost."""

    async def take(self) -> None:
        """Wait until one request may be sent, and count it. What this raises, such as
        `RequestRefused`, ends the answer, and nothing is sent.
        """

    async def give_back(self) -> None:
        """Count the last request no more: nothing of it was sent."""


class AnswerSource(Protocol):
    """Where answers come from."""

    def ask(
        self, request: ChatRequest, flow: Flow, allowance: Allowance | None = None
    ) -> AbstractAsyncContextManager[AsyncIterator[AnswerEvent]]:
        """Ask, and get the answer as it arrives: one header, then texts, then the end.

        Where many wait, `flow` is what the question takes turns with others as.

        Before each request that is sent, also one that repeats another, the `allowance` is taken.

        A source that asks again before the first text may give a second header, if it differs
        from the first; the last one counts. An answer without any text is a header and the end.
        `AnswerDelayed` may come at any point before the first text.

        Entering the context waits for nothing. All waiting is in the iteration: for the question's
        turn, for the service, and before asking again. Leaving the context, at any moment, gives
        the request up and frees its connection within a second. The iteration raises
        `AnswerError`; `AnswerBrokenOff` only after some text; and what `allowance` raises.
        """
