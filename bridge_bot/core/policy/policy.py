"""Who may ask, where, how often, which chatbot, and in which language: the Chat API is paid, so it
must not serve strangers, nor one member alone; and those who run a server decide about the bot
there.

It is asked in four steps: `check_place` whether the bot is for anybody there, `check_member`
whether that member may use it there, `check` whether that question may be asked now, `choose` what
is asked for it. Each holds for every way in: a message, a command, a button, or a question that was
missed.

Pure: the time is an argument, in seconds on any clock that never goes back.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import partial

from bridge_bot.core.guild_settings.values import PlaceSettings
from bridge_bot.core.model import (
    Conversation,
    IncomingQuestion,
    Member,
    MemberPreferences,
    Question,
    RecentQuestion,
)
from bridge_bot.core.policy.chat_bots import ChatBots
from bridge_bot.core.policy.choice import Choice, choice_for
from bridge_bot.core.policy.daily_limits import Today
from bridge_bot.core.policy.language_layers import LanguageLayers
from bridge_bot.core.policy.member_rules import refusal_of_member, refusal_of_voter
from bridge_bot.core.policy.recent import Asker, RecentActivity
from bridge_bot.core.policy.refusal import Refusal

_TOLD_TO_ALL_S = 3600.0
"""How long who writes to all is not told the same again, in seconds."""

_OLDEST_MISSED_S = 7 * 24 * 3600.0  # nobody looks for questions that are older


@dataclass(slots=True)
class Policy:
    """The rules of one bot, which those of each server are added to.

    Without `allowed_guilds` every server is allowed. `questions_per_minute` is a member's, 0 being
    no limit; `waiting_per_conversation` is how many questions may wait behind the one answered.
    `default_language` is one of the Chat API's codes.
    """

    allowed_guilds: frozenset[int] = frozenset()
    allow_dms: bool = True
    questions_per_minute: int = 0
    waiting_per_conversation: int = 10
    chat_bots: ChatBots = field(default_factory=ChatBots)
    default_language: str = "auto"
    # By who has paused the bot, a server or with 0 the operator: which pause it is, and each member
    # in each channel who was told of it.
    _told_of_pause: dict[int, tuple[int, set[tuple[int, int]]]] = field(default_factory=dict)
    _live: RecentActivity = field(default_factory=RecentActivity)
    # What was missed is found place by place, so its times go forth and back over days.
    _missed: RecentActivity = field(default_factory=partial(RecentActivity, _OLDEST_MISSED_S))
    _to_all: RecentActivity = field(default_factory=partial(RecentActivity, _TOLD_TO_ALL_S))

    def check_place(
        self, member_id: int, guild_ids: frozenset[int], *, direct: bool, now_s: float
    ) -> Refusal | None:
        """Why the bot is not for that member there at all, or None. Nothing that a server sets
        counts here: so what is asked of this alone can't be lost by a setting.

        For `guild_ids` see `IncomingQuestion`; `direct` tells whether it is a direct message.
        """
        self._live.forget_old(now_s)
        refusal = self._refusal_of_place(guild_ids, direct=direct)
        return self._live.told(refusal, member_id, now_s) if refusal else None

    def check_member(
        self, member: Member, settings: PlaceSettings, *, now_s: float
    ) -> Refusal | None:
        """Why a member may not use the bot in a place with these settings, or None; also for what
        is no question.
        """
        self._live.forget_old(now_s)
        refusal = refusal_of_member(member, settings)
        return self._live.told(refusal, member.id, now_s) if refusal else None

    def check_voter(self, member: Member, settings: PlaceSettings) -> Refusal | None:
        """Why a member may not vote on an answer in a place with these settings, or None."""
        return refusal_of_voter(member, settings)

    def check(
        self,
        incoming: IncomingQuestion,
        settings: PlaceSettings,
        *,
        waiting: int,
        now_s: float,
        today: Today | None = None,
        paused_since: int | None = None,
        guild_pause: int = 0,
        is_opted_out: bool = False,
        accepted: Collection[RecentQuestion] = (),
    ) -> Refusal | None:
        """Why a question is refused, or None. It does not count as asked yet, see `count`.

        `settings` are those of its place, and `waiting` questions wait in its conversation. `today`
        is what was asked today where the question counts, None without limits of the day;
        `paused_since` says since when the operator has paused the bot, None: it is not paused;
        `guild_pause` tells one pause of the server from another, `is_opted_out` whether its asker
        forbids that their messages are read. `accepted` are those of the asker's questions that any
        process accepted in the last minute; they do not count for a missed one. A missed question
        is measured by what was asked around the time when it was asked itself, and by no queue of
        today; but by the limits of today, when it would be paid. That its asker has opted out is
        not told of a missed one.

        Whose message did not address the bot is not told that they may not use it, and of other
        refusals once an hour: else the bot would interrupt members who talk to each other.
        """
        if is_opted_out:
            is_silent = incoming.is_missed or incoming.is_to_all
            return Refusal("refused-opted-out", already_told=is_silent)
        recent, at_s = self._recent_and_time(incoming, now_s)
        recent.forget_old(at_s)
        question = incoming.question
        refusal = self._refusal_of_place(
            incoming.guild_ids, direct=question.guild_id is None
        ) or refusal_of_member(question.asker, settings)
        if refusal is not None and incoming.is_to_all:
            return replace(refusal, already_told=True)
        if refusal is None:
            paused = self._refusal_of_pause(question, settings, paused_since, guild_pause)
            if paused is not None:
                return paused
            wait_in = None if incoming.is_missed or incoming.has_place else waiting
            refusal = (
                self._refusal_of_queue(wait_in)
                or self._refusal_of_rate(question, settings, recent, at_s, accepted)
                or _refusal_of_day(today)
            )
        return self.told(refusal, incoming, now_s) if refusal else None

    def choose(
        self,
        conversation: Conversation,
        settings: PlaceSettings,
        asker: MemberPreferences = MemberPreferences(),  # noqa: B008 - it is frozen
    ) -> Choice:
        """The chatbot and the language of a question of this conversation, asked in a place with
        these settings by a member with these preferences.
        """
        languages = self.languages(conversation, settings, asker)
        return choice_for(conversation, settings, self.chat_bots, languages)

    def languages(
        self, conversation: Conversation, settings: PlaceSettings, asker: MemberPreferences
    ) -> LanguageLayers:
        """What each layer says of the language of such a question."""
        return LanguageLayers(
            conversation.language,
            asker.language,
            settings.channel_language,
            settings.guild_language,
            self.default_language,
        )

    def told(self, refusal: Refusal, incoming: IncomingQuestion, now_s: float) -> Refusal:
        """The refusal of a question, with whether its member has been told the same lately."""
        recent = self._to_all if incoming.is_to_all else self._live
        recent.forget_old(now_s)
        return recent.told(refusal, incoming.question.asker.id, now_s)

    def count(self, incoming: IncomingQuestion, now_s: float) -> None:
        """Count a question as asked; to be called right after `check`, with the same `now_s`."""
        recent, at_s = self._recent_and_time(incoming, now_s)
        for asker in _askers(incoming.question):
            recent.add_question(asker, (incoming.question.id, incoming.attempt), at_s)

    def take_back(self, incoming: IncomingQuestion) -> None:
        """Count a question no more."""
        recent, _ = self._recent_and_time(incoming, 0.0)
        for asker in _askers(incoming.question):
            recent.remove_question(asker, (incoming.question.id, incoming.attempt))

    def _recent_and_time(
        self, incoming: IncomingQuestion, now_s: float
    ) -> tuple[RecentActivity, float]:
        if incoming.is_missed:
            return self._missed, incoming.asked_at_s
        return self._live, now_s

    def _refusal_of_place(self, guild_ids: frozenset[int], *, direct: bool) -> Refusal | None:
        """Why the operator has the bot for nobody there, or None."""
        if direct and not self.allow_dms:
            return Refusal("refused-dms")
        if self.allowed_guilds and not guild_ids & self.allowed_guilds:
            return Refusal("refused-dms-stranger" if direct else "refused-guild")
        return None

    def _refusal_of_pause(
        self,
        question: Question,
        settings: PlaceSettings,
        paused_since: int | None,
        guild_pause: int,
    ) -> Refusal | None:
        """Told once to each member in each channel, until the bot goes on."""
        guild_id = question.guild_id or 0
        pauses = {0: paused_since} | (
            {guild_id: guild_pause if settings.is_paused else None} if guild_id else {}
        )
        for paused_by, pause in pauses.items():
            if pause is None:
                self._told_of_pause.pop(paused_by, None)
            elif self._told_of_pause.get(paused_by, (None,))[0] != pause:
                self._told_of_pause[paused_by] = (pause, set())
        paused_by = 0 if paused_since is not None else guild_id
        if pauses[paused_by] is None:
            return None
        _, told = self._told_of_pause[paused_by]
        member_in_channel = (question.asker.id, question.asked_in.channel_id)
        already_told = member_in_channel in told
        told.add(member_in_channel)
        text_key = "refused-paused-server" if paused_by else "refused-paused"
        return Refusal(text_key, already_told=already_told)

    def _refusal_of_queue(self, waiting: int | None) -> Refusal | None:
        limit = self.waiting_per_conversation
        if waiting is None or waiting < limit:
            return None
        return Refusal("refused-queue-full", {"limit": limit})

    def _refusal_of_rate(
        self,
        question: Question,
        settings: PlaceSettings,
        recent: RecentActivity,
        at_s: float,
        accepted: Collection[RecentQuestion],
    ) -> Refusal | None:
        """Of the operator's limit and the server's, the one that holds longer is told."""
        limits = (self.questions_per_minute, settings.member_questions_per_minute)
        waits = [
            (recent.wait_s(asker, at_s, limit, self._unknown_at_s(asker, at_s, accepted)), limit)
            for asker, limit in zip(_askers(question), limits, strict=False)
            if limit
        ]
        wait_s, limit = max(waits, default=(0.0, 0))
        if not wait_s:
            return None
        seconds = max(math.ceil(wait_s), 1)
        return Refusal("refused-too-many", {"limit": limit, "seconds": seconds})

    def _unknown_at_s(
        self, asker: Asker, at_s: float, accepted: Collection[RecentQuestion]
    ) -> list[float]:
        """When those of these questions were asked that this process did not count itself."""
        return [
            at_s - each.age_s
            for each in accepted
            if not asker.guild_id or asker.guild_id == each.guild_id
            if not any(
                known.knows(asker, (each.id, each.attempt)) for known in (self._live, self._missed)
            )
        ]


def _askers(question: Question) -> tuple[Asker, ...]:
    """Whose questions of a minute it counts as: its member's and, in a server, the member's there.

    In the order of the limits that `Policy._refusal_of_rate` compares them with.
    """
    member = Asker(question.asker.id)
    if question.guild_id is None:
        return (member,)
    return member, Asker(question.asker.id, question.guild_id)


def _refusal_of_day(today: Today | None) -> Refusal | None:
    reached = today.reached() if today else None
    return Refusal(reached.text_key, reached.text_args()) if reached else None
