"""Turns that wait for earlier questions of their conversation, which are not in this process.

Such as after a crash: until its leases have run out, the process that has ended still owns the
questions that it had accepted. A member who asks once more meanwhile is answered after them.

A turn waits for what was unfinished when it was accepted or taken up, and only for earlier
questions. So no two turns wait for each other, whichever processes have them.
"""

from __future__ import annotations

import asyncio
from bisect import insort
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from bridge_bot.core.model import ConversationKey, Question, Turn
from bridge_bot.core.turns.ownership.lease import CLAIM_EVERY_S, LEASE_S

ENDING_S = LEASE_S + 2 * CLAIM_EVERY_S
"""How long a turn waits for one that is ending, in seconds.

If its owner has ended, it has been taken up by then. If not, the owner has gone on with the next
question already, and may try for weeks to show the notice.
"""


@dataclass(slots=True)
class _HeldTurn:
    question: Question
    waits_for: set[int]
    begin: Callable[[], None]
    since_s: float = field(default_factory=lambda: asyncio.get_running_loop().time())

    def is_free(self, ending: Collection[int]) -> bool:
        if self.waits_for.issubset(ending):
            waited_s = asyncio.get_running_loop().time() - self.since_s
            return not self.waits_for or waited_s >= ENDING_S
        return False


class HeldTurns:
    """The turns that wait, those of each conversation in the order of their questions."""

    def __init__(self) -> None:
        self._held: dict[ConversationKey, list[_HeldTurn]] = {}

    @property
    def conversations(self) -> frozenset[ConversationKey]:
        """Those in which a turn waits."""
        return frozenset(self._held)

    @property
    def waited_for(self) -> frozenset[int]:
        """The ids of the turns that others wait for."""
        return frozenset().union(*(each.waits_for for line in self._held.values() for each in line))

    def count(self, conversation: ConversationKey) -> int:
        """How many turns of a conversation wait."""
        return len(self._held.get(conversation, ()))

    def hold(self, turn: Turn, waits_for: Collection[int], begin: Callable[[], None]) -> bool:
        """Hold a turn, which waits for the turns with these ids, and call `begin` once they are
        over. Returns False, and does nothing, if it need not wait.
        """
        question = turn.question
        line = self._held.get(question.conversation, [])
        if not waits_for and not any(each.question.id < question.id for each in line):
            return False
        insort(line, _HeldTurn(question, set(waits_for), begin), key=lambda each: each.question.id)
        self._held[question.conversation] = line
        return True

    def release(self, over: Collection[int], ending: Collection[int]) -> None:
        """Begin what has no turn to wait for any more: those that are `over` are finished or were
        taken up here, and those that are `ending` are not waited for longer than `ENDING_S`.
        """
        for conversation, line in list(self._held.items()):
            for each in line:
                each.waits_for.difference_update(over)
            while line and line[0].is_free(ending):
                line.pop(0).begin()
            if not line:
                del self._held[conversation]
