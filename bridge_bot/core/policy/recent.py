"""What the policy remembers: when members asked, and what they were told."""

from __future__ import annotations

from collections import deque

from bridge_bot.core.policy.refusal import Refusal


class QuestionRate:
    """When each member asked, to limit how many questions fall into any `window_s` seconds."""

    def __init__(self, *, window_s: float) -> None:
        self._window_s = window_s
        self._asked_at: dict[int, deque[float]] = {}

    def __len__(self) -> int:
        """How many members are remembered."""
        return len(self._asked_at)

    def wait_s(self, member_id: int, now_s: float, limit: int) -> float:
        """How long a member has to wait who may ask `limit` questions in a window; 0: not at all.

        Questions may come in any order of time, so later ones may be known already.
        """
        asked_at = self._asked_at.get(member_id, ())
        lately = [at_s for at_s in asked_at if abs(now_s - at_s) < self._window_s]
        return min(lately) + self._window_s - now_s if len(lately) >= limit else 0.0

    def add(self, member_id: int, at_s: float) -> None:
        """A member asked."""
        self._asked_at.setdefault(member_id, deque()).append(at_s)

    def remove(self, member_id: int, at_s: float) -> None:
        """A member did not ask at that time after all."""
        asked_at = self._asked_at.get(member_id, deque())
        if at_s in asked_at:
            asked_at.remove(at_s)

    def forget(self, until_s: float) -> None:
        """Forget what was asked up to then, and members of whom nothing else is known."""
        for member_id, asked_at in list(self._asked_at.items()):
            while asked_at and asked_at[0] <= until_s:
                asked_at.popleft()
            if not asked_at:
                del self._asked_at[member_id]


class RecentRefusals:
    """What each member was told, so that nobody is told the same again and again."""

    def __init__(self) -> None:
        self._told_at: dict[tuple[int, str], float] = {}

    def __len__(self) -> int:
        """How many refusals are remembered."""
        return len(self._told_at)

    def refusal(self, member_id: int, now_s: float, text_key: str, **text_args: int) -> Refusal:
        """A refusal of that member, which knows whether he was told the same before."""
        already_told = (member_id, text_key) in self._told_at
        if not already_told:
            self._told_at[member_id, text_key] = now_s
        return Refusal(text_key, text_args, already_told)

    def forget(self, until_s: float) -> None:
        """Forget what was told up to then."""
        for told, at_s in list(self._told_at.items()):
            if at_s <= until_s:
                del self._told_at[told]
