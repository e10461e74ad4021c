"""Who may ask, and how often: the Chat API is paid, so it must not serve strangers, nor one member
alone.

Pure: the time is an argument, in seconds on any clock that never goes back.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import partial

from bridge_bot.core.model import IncomingQuestion, Question
from bridge_bot.core.policy.daily_limits import Today
from bridge_bot.core.policy.recent import RecentActivity
from bridge_bot.core.policy.refusal import Refusal

_OLDEST_MISSED_S = 7 * 24 * 3600.0  # nobody looks for questions that are older


@dataclass(slots=True)
class Policy:
    """The rules of one bot.

    Without `allowed_guilds` every server is allowed. `questions_per_minute` is a member's, 0 being
    no limit; `waiting_per_conversation` is how many questions may wait behind the one answered.
    """

    allowed_guilds: frozenset[int] = frozenset()
    allow_dms: bool = True
    questions_per_minute: int = 0
    waiting_per_conversation: int = 10
    # Each member in each channel who was told that the bot is paused; empty while it is not.
    _told_of_pause: set[tuple[int, int]] = field(default_factory=set)
    _live: RecentActivity = field(default_factory=RecentActivity)
    # What was missed is found place by place, so its times go forth and back over days.
    _missed: RecentActivity = field(default_factory=partial(RecentActivity, _OLDEST_MISSED_S))

    def check_place(
        self, member_id: int, guild_ids: frozenset[int], *, direct: bool, now_s: float
    ) -> Refusal | None:
        """Why the bot is not for that member there at all, or None.

        For `guild_ids` see `IncomingQuestion`; `direct` tells whether it is a direct message.
        """
        self._live.forget_old(now_s)
        text_key = self._refusal_of_place(guild_ids, direct=direct)
        return self._live.refusal(member_id, now_s, text_key) if text_key else None

    def check(
        self,
        incoming: IncomingQuestion,
        *,
        waiting: int,
        now_s: float,
        today: Today | None = None,
        is_paused: bool = False,
    ) -> Refusal | None:
        """Why a question is refused, or None. It does not count as asked yet, see `count`.

        `waiting` questions wait in its conversation. `today` is what was asked today where the
        question counts, None without limits of the day; `is_paused` says whether the operator has
        paused the bot. A missed question is measured by what was asked around the time when it was
        asked itself, and by no queue of today; but by the limits of today, when it would be paid.
        """
        recent, at_s = self._recent_and_time(incoming, now_s)
        recent.forget_old(at_s)
        question = incoming.question
        refuse = partial(recent.refusal, question.asker.id, at_s)
        text_key = self._refusal_of_place(incoming.guild_ids, direct=question.guild_id is None)
        if text_key:
            return refuse(text_key)
        if is_paused:
            return self._refusal_of_pause(question)
        self._told_of_pause.clear()
        limit = self.waiting_per_conversation
        if not incoming.is_missed and waiting >= limit:
            return refuse("refused-queue-full", limit=limit)
        limit = self.questions_per_minute
        wait_s = recent.wait_s(question.asker.id, at_s, limit) if limit else 0.0
        if wait_s:
            return refuse("refused-too-many", limit=limit, seconds=max(math.ceil(wait_s), 1))
        reached = today.reached() if today else None
        return refuse(reached.text_key, **reached.text_args()) if reached else None

    def count(self, incoming: IncomingQuestion, now_s: float) -> None:
        """Count a question as asked; to be called right after `check`, with the same `now_s`."""
        if self.questions_per_minute:
            recent, at_s = self._recent_and_time(incoming, now_s)
            recent.add_question(incoming.question.asker.id, at_s)

    def take_back(self, incoming: IncomingQuestion, now_s: float) -> None:
        """Count no more a question that was counted with that `now_s`."""
        recent, at_s = self._recent_and_time(incoming, now_s)
        recent.remove_question(incoming.question.asker.id, at_s)

    def _refusal_of_pause(self, question: Question) -> Refusal:
        """Told once to each member in each channel, until the bot goes on."""
        told = (question.asker.id, question.asked_in.channel_id)
        already_told = told in self._told_of_pause
        self._told_of_pause.add(told)
        return Refusal("refused-paused", already_told=already_told)

    def _recent_and_time(
        self, incoming: IncomingQuestion, now_s: float
    ) -> tuple[RecentActivity, float]:
        if incoming.is_missed:
            return self._missed, incoming.asked_at_s
        return self._live, now_s

    def _refusal_of_place(self, guild_ids: frozenset[int], *, direct: bool) -> str:
        """The key of the text that says why the bot is not for anybody there; empty if it is."""
        if direct and not self.allow_dms:
            return "refused-dms"
        if self.allowed_guilds and not guild_ids & self.allowed_guilds:
            return "refused-dms-stranger" if direct else "refused-guild"
        return ""
