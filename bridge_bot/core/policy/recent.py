"""What the policy remembers: when members asked, and of what they were told lately."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from bridge_bot.core.policy.refusal import Refusal

_WINDOW_S = 60.0


@dataclass(slots=True)
class RecentActivity:
    """What members did in the last `remembers_s` seconds, by one clock; all times are in seconds.

    It limits how many questions of a member fall into any minute, and knows what each was told.
    `asked_at_s` is when each member asked, by the member's id; `told_at_s` when each was told a
    refusal, by that id and the refusal's text key.
    """

    remembers_s: float = _WINDOW_S
    asked_at_s: dict[int, deque[float]] = field(default_factory=dict)
    told_at_s: dict[tuple[int, str], float] = field(default_factory=dict)

    def wait_s(self, member_id: int, now_s: float, limit: int) -> float:
        """How long a member has to wait who may ask `limit` questions a minute; 0: not at all.

        Questions may be counted in any order of time, so later ones may be known already.
        """
        asked_at_s = self.asked_at_s.get(member_id, ())
        lately = [at_s for at_s in asked_at_s if abs(now_s - at_s) < _WINDOW_S]
        return min(lately) + _WINDOW_S - now_s if len(lately) >= limit else 0.0

    def add_question(self, member_id: int, at_s: float) -> None:
        """A member asked."""
        self.asked_at_s.setdefault(member_id, deque()).append(at_s)

    def remove_question(self, member_id: int, at_s: float) -> None:
        """A member did not ask at that time after all."""
        asked_at_s = self.asked_at_s.get(member_id, ())
        if at_s in asked_at_s:
            self.asked_at_s[member_id].remove(at_s)

    def refusal(
        self, member_id: int, now_s: float, text_key: str, **text_args: str | int
    ) -> Refusal:
        """A refusal of that member, with whether the same was told before."""
        already_told = (member_id, text_key) in self.told_at_s
        self.told_at_s.setdefault((member_id, text_key), now_s)
        return Refusal(text_key, text_args, already_told)

    def forget_old(self, now_s: float) -> None:
        """Forget what is older than `remembers_s`, and members of whom nothing else is known."""
        until_s = now_s - self.remembers_s
        for member_id, asked_at_s in list(self.asked_at_s.items()):
            while asked_at_s and asked_at_s[0] <= until_s:
                asked_at_s.popleft()
            if not asked_at_s:
                del self.asked_at_s[member_id]
        for told, at_s in list(self.told_at_s.items()):
            if at_s <= until_s:
                del self.told_at_s[told]
