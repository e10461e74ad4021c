"""What readers saw of a message, and whom it mentions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class MentionedIds:
    """Whom a message mentions: ids of users and of roles, and whether everybody."""

    users: frozenset[int] = frozenset()
    roles: frozenset[int] = frozenset()
    everyone: bool = False

    def __or__(self, other: MentionedIds) -> MentionedIds:
        return MentionedIds(
            self.users | other.users, self.roles | other.roles, self.everyone or other.everyone
        )

    def __bool__(self) -> bool:
        return bool(self.users or self.roles or self.everyone)


class VisibleContent(NamedTuple):
    """The text that a reader saw of a message, from a moment on.

    Of a message made of components (V2) it is the text of those.
    """

    at: float
    content: str
