"""Who may ask, and how often: the Chat API is paid, so it must not serve strangers, nor one member
alone.

Pure: the time is an argument, in seconds on any clock that never goes back.
"""

from __future__ import annotations

import math

from bridge_bot.core.incoming import IncomingQuestion, Source
from bridge_bot.core.policy.recent import QuestionRate, RecentRefusals
from bridge_bot.core.policy.refusal import Refusal

_MINUTE_S = 60.0
_OLDEST_MISSED_S = 7 * 24 * 3600.0  # nobody looks for questions that are older


class Policy:
    """The rules of one bot.

    Without `allowed_guilds` every server is allowed. `questions_per_minute` is a member's, 0 being
    no limit; `waiting_per_conversation` is how many questions may wait behind the one answered.
    """

    def __init__(
        self,
        *,
        allowed_guilds: frozenset[int] = frozenset(),
        allow_dms: bool = True,
        questions_per_minute: int = 0,
        waiting_per_conversation: int = 10,
    ) -> None:
        self._allowed_guilds = allowed_guilds
        self._allow_dms = allow_dms
        self._waiting_per_conversation = waiting_per_conversation
        self._questions_per_minute = questions_per_minute
        self._live = _Memory(remembers_s=_MINUTE_S)
        # What was missed is found place by place, so its times go forth and back over days.
        self._missed = _Memory(remembers_s=_OLDEST_MISSED_S)

    def check_place(
        self, member_id: int, guild_ids: frozenset[int], *, direct: bool, now_s: float
    ) -> Refusal | None:
        """Why the bot is not for that member there at all, or None.

        For `guild_ids` see `IncomingQuestion`; `direct` tells whether it is a direct message.
        """
        return self._check_place(self._live, member_id, guild_ids, direct=direct, now_s=now_s)

    def check(self, incoming: IncomingQuestion, *, waiting: int, now_s: float) -> Refusal | None:
        """Why a question is refused, or None. It does not count as asked yet, see `count`.

        `waiting` questions wait in its conversation. A missed question is measured by what was
        asked around the time when it was asked itself, and by no queue of today.
        """
        memory, at_s = self._memory_and_time(incoming, now_s)
        member_id = incoming.question.asker.id
        direct = incoming.question.guild_id is None
        refusal = self._check_place(
            memory, member_id, incoming.guild_ids, direct=direct, now_s=at_s
        )
        if refusal is not None:
            return refusal
        limit = self._waiting_per_conversation
        if incoming.source is not Source.MISSED and waiting >= limit:
            return memory.told.refusal(member_id, at_s, "refused-queue-full", limit=limit)
        limit = self._questions_per_minute
        wait_s = memory.asked.wait_s(member_id, at_s, limit) if limit else 0.0
        if wait_s:
            seconds = max(math.ceil(wait_s), 1)
            return memory.told.refusal(
                member_id, at_s, "refused-too-many", limit=limit, seconds=seconds
            )
        return None

    def count(self, incoming: IncomingQuestion, now_s: float) -> None:
        """Count a question as asked; to be called right after `check`, with the same `now_s`."""
        if self._questions_per_minute:
            memory, at_s = self._memory_and_time(incoming, now_s)
            memory.asked.add(incoming.question.asker.id, at_s)

    def take_back(self, incoming: IncomingQuestion, now_s: float) -> None:
        """A question that was counted with that `now_s` was not asked after all."""
        memory, at_s = self._memory_and_time(incoming, now_s)
        memory.asked.remove(incoming.question.asker.id, at_s)

    def _memory_and_time(self, incoming: IncomingQuestion, now_s: float) -> tuple[_Memory, float]:
        if incoming.source is Source.MISSED:
            return self._missed, incoming.asked_at_s
        return self._live, now_s

    def _check_place(
        self,
        memory: _Memory,
        member_id: int,
        guild_ids: frozenset[int],
        *,
        direct: bool,
        now_s: float,
    ) -> Refusal | None:
        memory.forget(now_s)
        if direct and not self._allow_dms:
            return memory.told.refusal(member_id, now_s, "refused-dms")
        if self._allowed_guilds and not guild_ids & self._allowed_guilds:
            key = "refused-dms-stranger" if direct else "refused-guild"
            return memory.told.refusal(member_id, now_s, key)
        return None


class _Memory:
    """What members asked and were told lately, on one clock."""

    def __init__(self, *, remembers_s: float) -> None:
        self._remembers_s = remembers_s
        self.asked = QuestionRate(window_s=_MINUTE_S)
        self.told = RecentRefusals()

    def forget(self, now_s: float) -> None:
        """Forget what is older than `remembers_s`."""
        self.asked.forget(until_s=now_s - self._remembers_s)
        self.told.forget(until_s=now_s - self._remembers_s)
