"""What the core needs of a store to tell a member what is stored of them, and to forget it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

Row = Mapping[str, str | int | None]
"""A row by the names of its columns. Ids are texts: many programs read numbers inexactly."""

MemberRows = Mapping[str, Sequence[Row]]
"""Rows by the names of their tables."""


class Forgotten(NamedTuple):
    """How much was removed of a member, and how much is left.

    `conversations` are those that only they used, whose uid at the chatbot was removed. `left` are
    questions that can't be removed yet: unfinished ones, and those of the last minutes.
    """

    questions: int = 0
    sources: int = 0
    votes: int = 0
    conversations: int = 0
    left: int = 0


class MemberDataStore(Protocol):
    """All that is stored of one member. Every method may raise `StoreError`."""

    async def export(self, member_id: int) -> MemberRows:
        """Every row that is about a member, without secrets and without ids of other members."""

    async def forget(self, member_id: int) -> Forgotten:
        """Remove what is stored of a member, but for what they or moderators decided, the list of
        changed settings and the counts of the day. If it fails, a part may have been removed.
        """
