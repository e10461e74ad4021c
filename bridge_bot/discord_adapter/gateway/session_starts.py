"""When a gateway session may be begun: IDENTIFYs are counted, since too many cost the token.

Discord allows a bot 1,000 a day, or more for a large one; who sends one more loses all sessions
and the token (its documentation, "Session Start Limit"). `GET /gateway/bot` tells how many are
left. So it is asked before each IDENTIFY, and where none is left, the bot waits.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bridge_bot.core.errors import SessionStartsUsedUp
from bridge_bot.core.events import Observe, Operation, OperationFailed

Ask = Callable[[], Awaitable[Any]]
"""Asks `GET /gateway/bot`, and returns what it answers."""

_LONGEST_PAUSE_S = 60.0
_LONGEST_UNANSWERED_PAUSE_S = 300.0
_ASK_AGAIN_S = 3600.0
_ASK_SOON_S = 5.0
_PATIENCE_S = 30.0
_SHORTEST_WAIT_S = 1.0


@dataclass(slots=True)
class _Attempts:
    """What was tried for a shard since it last had a session."""

    connected: int = 0
    identified: int = 0
    last_at: float = float("-inf")

    def next_at(self) -> float:
        """When the next attempt may be made. An IDENTIFY that brought no session is worse than a
        connection that failed before it: it cost one.
        """
        pause_s = max(
            min(2.0**self.connected, _LONGEST_PAUSE_S) if self.connected else 0.0,
            min(2.0**self.identified, _LONGEST_UNANSWERED_PAUSE_S) if self.identified else 0.0,
        )
        return self.last_at + pause_s


class SessionStarts:
    """Permits IDENTIFYs, of all clients of this process. `kept` are left to other processes of the
    same bot, which may begin theirs at the same moment; `now` gives seconds that never go back.
    """

    def __init__(
        self, observe: Observe, *, kept: int = 0, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._observe = observe
        self._kept = kept
        self._now = now
        self._left: int | None = None  # None: not known
        self._resets_at = 0.0
        self._answered = False
        self._attempts: dict[int, _Attempts] = {}

    async def permit(self, shard_id: int, *, ask: Ask) -> None:
        """Wait until that shard may connect and identify itself.

        The pauses between attempts that bring no session grow.
        """
        attempts = self._attempts.setdefault(shard_id, _Attempts())
        await asyncio.sleep(attempts.next_at() - self._now())
        await self._learn(ask)
        while (wait_s := self._to_wait_s()) > 0:
            self._observe(OperationFailed(Operation.CONNECT, SessionStartsUsedUp(wait_s)))
            await asyncio.sleep(min(wait_s, _ASK_AGAIN_S))
            await self._learn(ask)
        attempts.connected += 1
        attempts.last_at = self._now()

    def identified(self, shard_id: int) -> None:
        """An IDENTIFY is sent."""
        self._attempts.setdefault(shard_id, _Attempts()).identified += 1
        if self._left is not None:
            self._left -= 1

    def began(self, shard_id: int) -> None:
        """A session has begun: READY came."""
        self._attempts.pop(shard_id, None)

    async def _learn(self, ask: Ask) -> None:
        """Ask how many are left. Where nobody answers, what was told last holds, less what was
        begun since; if nothing ever was, it is asked until somebody answers. An answer that does
        not say it, such as a proxy's, permits.
        """
        while True:
            try:
                async with asyncio.timeout(_PATIENCE_S):
                    told = await ask()
            except Exception as error:  # noqa: BLE001 - whatever Discord sends, the bot goes on
                self._observe(OperationFailed(Operation.ASK_SESSION_LIMIT, error))
                if self._answered:
                    return
            else:
                self._answered = True
                self._note(told)
                return
            await asyncio.sleep(_ASK_SOON_S)

    def _note(self, told: Any) -> None:
        with contextlib.suppress(KeyError, OverflowError, TypeError, ValueError):
            limit = told["session_start_limit"]
            left, reset_after_s = int(limit["remaining"]), float(limit["reset_after"]) / 1000
            self._left = left
            self._resets_at = self._now() + max(reset_after_s, _SHORTEST_WAIT_S)

    def _to_wait_s(self) -> float:
        if self._now() >= self._resets_at:
            self._left = None  # what was told is of a time that is over
        if self._left is None or self._left > self._kept:
            return 0.0
        return self._resets_at - self._now()
