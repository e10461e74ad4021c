"""What the policy remembers: when members asked, and of what they were told lately."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from bridge_bot.core.policy.refusal import Refusal

_WINDOW_S = 60.0

Attempt = tuple[int, int]
"""The id of a question, and which attempt at it: each counts."""


class Asker(NamedTuple):
    """A member: in one server, or with the id 0 wherever they are."""

    member_id: int
    guild_id: int = 0


@dataclass(slots=True)
class RecentActivity:
    """What members did in the last `remembers_s` seconds, by one clock; all times are in seconds.

    It limits how many questions of an asker fall into any minute, and knows what each member was
    told. `asked_at_s` is when each asked, by the attempts at their questions; `told_at_s` when each
    was told a refusal, by the member's id and the refusal's text key.
    """

    remembers_s: float = _WINDOW_S
    asked_at_s: dict[Asker, dict[Attempt, float]] = field(default_factory=dict)
    told_at_s: dict[tuple[int, str], float] = field(default_factory=dict)

    def wait_s(
        self, asker: Asker, now_s: float, limit: int, others_at_s: Iterable[float] = ()
    ) -> float:
        """How long one has to wait who may ask `limit` questions a minute; 0: not at all.

        Questions may be counted in any order of time, so later ones may be known already.
        `others_at_s` is when questions were asked that are not known here.
        """
        asked_at_s = (*self.asked_at_s.get(asker, {}).values(), *others_at_s)
        lately = sorted(at_s for at_s in asked_at_s if abs(now_s - at_s) < _WINDOW_S)
        # The limit may have been lowered: until fewer than that fall into the minute.
        return lately[-limit] + _WINDOW_S - now_s if len(lately) >= limit else 0.0

    def knows(self, asker: Asker, attempt: Attempt) -> bool:
        """Whether that question of an asker is known."""
        return attempt in self.asked_at_s.get(asker, {})

    def add_question(self, asker: Asker, attempt: Attempt, at_s: float) -> None:
        """One asked."""
        self.asked_at_s.setdefault(asker, {})[attempt] = at_s

    def remove_question(self, asker: Asker, attempt: Attempt) -> None:
        """One did not ask that after all."""
        self.asked_at_s.get(asker, {}).pop(attempt, None)

    def told(self, refusal: Refusal, member_id: int, now_s: float) -> Refusal:
        """The refusal of that member, with whether the same was told before."""
        key = (member_id, refusal.text_key)
        already_told = key in self.told_at_s
        self.told_at_s.setdefault(key, now_s)
        return replace(refusal, already_told=already_told)

    def forget_old(self, now_s: float) -> None:
        """Forget what is older than `remembers_s`, and members of whom nothing else is known."""
        until_s = now_s - self.remembers_s
        for asker, asked_at_s in list(self.asked_at_s.items()):
            while asked_at_s and asked_at_s[first := next(iter(asked_at_s))] <= until_s:
                del asked_at_s[first]
            if not asked_at_s:
                del self.asked_at_s[asker]
        for told, at_s in list(self.told_at_s.items()):
            if at_s <= until_s:
                del self.told_at_s[told]
