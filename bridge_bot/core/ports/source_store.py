"""What the core needs of a store of the sources of answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bridge_bot.core.model import NumberedSource, Turn


class SourceStore(Protocol):
    """Stores the sources of complete answers. Every method may raise `StoreError`."""

    async def replace(self, turn: Turn, sources: Sequence[NumberedSource]) -> None:
        """Store the sources of a turn's answer, in place of those of every attempt at its question.
        What ranks them is not stored.
        """

    async def of_turn(self, turn_id: int) -> list[NumberedSource]:
        """The sources of the answer to a turn's question that is shown, of whichever attempt that
        is, in the order in which they were stored.
        """

    async def has(self, turn_id: int) -> bool:
        """Whether `of_turn` finds any."""
