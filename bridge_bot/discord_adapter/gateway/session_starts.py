"""Permits gateway sessions: IDENTIFYs are counted, since too many cost the token.

Discord allows a bot 1,000 a day, or more for a large one; who sends one more loses all sessions
and the token (its documentation, "Session Start Limit"). `GET /gateway/bot` tells how many are
left. So it is asked before each IDENTIFY, and where none is left, the bot waits.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bridge_bot.core.backoff import Backoff
from bridge_bot.core.errors import SessionStartsUsedUp
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.discord_adapter.gateway.identify_pace import IdentifyPace

Ask = Callable[[], Awaitable[Any]]
"""Asks `GET /gateway/bot`, and returns what it answers."""

_CONNECT_BACKOFF = Backoff(first_s=2.0, longest_s=60.0)
"""After connections that failed before their IDENTIFY."""

_IDENTIFY_BACKOFF = Backoff(first_s=2.0, longest_s=300.0)
"""After IDENTIFYs that brought no session; that is worse, since each of them cost one."""

_ASK_EVERY_S = 3600.0  # while none is left: Discord may grant more
_ASK_AGAIN_S = 5.0  # while nothing is known
_ANSWERED_WITHIN_S = 30.0
_SHORTEST_WAIT_S = 1.0


@dataclass(slots=True)
class _Attempts:
    """What was tried for a shard since it last had a session."""

    connected: int = 0
    identified: int = 0
    last_s: float = float("-inf")  # on the event loop's clock

    def next_s(self) -> float:
        """When the next attempt may be made, on the event loop's clock."""
        pause_s = max(
            _CONNECT_BACKOFF.pause_s(self.connected) if self.connected else 0.0,
            _IDENTIFY_BACKOFF.pause_s(self.identified) if self.identified else 0.0,
        )
        return self.last_s + pause_s


class SessionStarts:
    """Permits the IDENTIFYs of all clients of this process.

    `reserved` is how many are left to other processes of the same bot, which may begin theirs at
    the same moment. With them they take turns by the `pace`.
    """

    def __init__(
        self, observe: Observe, pace: IdentifyPace | None = None, *, reserved: int = 0
    ) -> None:
        self._observe = observe
        self.pace = pace or IdentifyPace(None, observe)
        self._max_concurrency = 1
        self._reserved = reserved
        self._left: int | None = None  # None: not known
        self._resets_s = 0.0  # on the event loop's clock
        self._was_answered = False
        self._attempts: dict[int, _Attempts] = {}

    async def permit(self, shard_id: int, *, ask: Ask) -> None:
        """Wait until a shard may connect and send an IDENTIFY.

        The pauses between attempts that bring no session grow. While none is left, that is observed
        once an hour.
        """
        attempts = self._attempts.setdefault(shard_id, _Attempts())
        await asyncio.sleep(attempts.next_s() - _now_s())
        await self._refresh(ask)
        while (wait_s := self._wait_s()) > 0:
            self._observe(OperationFailed(Operation.CONNECT, SessionStartsUsedUp(wait_s)))
            await asyncio.sleep(min(wait_s, _ASK_EVERY_S))
            await self._refresh(ask)
        await self.pace.permit(shard_id, self._max_concurrency)
        attempts.connected += 1
        attempts.last_s = _now_s()

    def identified(self, shard_id: int) -> None:
        """Count an IDENTIFY that a shard sends."""
        self.pace.identified(shard_id)
        self._attempts.setdefault(shard_id, _Attempts()).identified += 1
        if self._left is not None:
            self._left -= 1

    def session_began(self, shard_id: int) -> None:
        """A shard has a session, so its pauses begin anew."""
        self._attempts.pop(shard_id, None)

    async def _refresh(self, ask: Ask) -> None:
        """Ask how many sessions are left.

        Without an answer the last one holds, less the sessions begun since; if there never was one,
        it asks until there is. An answer that does not say it, such as a proxy's, permits.
        """
        while True:
            try:
                async with asyncio.timeout(_ANSWERED_WITHIN_S):
                    answer = await ask()
            except Exception as error:  # noqa: BLE001 - whatever Discord sends, the bot goes on
                self._observe(OperationFailed(Operation.ASK_SESSION_LIMIT, error))
                if self._was_answered:
                    return
            else:
                self._was_answered = True
                self._read_answer(answer)
                return
            await asyncio.sleep(_ASK_AGAIN_S)

    def _read_answer(self, answer: Any) -> None:
        with contextlib.suppress(KeyError, OverflowError, TypeError, ValueError):
            limit = answer["session_start_limit"]
            left, reset_after_s = int(limit["remaining"]), float(limit["reset_after"]) / 1000
            self._left = left
            self._resets_s = _now_s() + max(reset_after_s, _SHORTEST_WAIT_S)
            self._max_concurrency = max(int(limit["max_concurrency"]), 1)

    def _wait_s(self) -> float:
        """How long to wait for the reset; 0 if a session may begin now."""
        if _now_s() >= self._resets_s:
            self._left = None  # the answer was of a day that is over
        if self._left is None or self._left > self._reserved:
            return 0.0
        return self._resets_s - _now_s()


def _now_s() -> float:
    return asyncio.get_running_loop().time()
