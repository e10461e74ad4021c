"""Votes of members on answers: one of each member on each answer, which may be changed."""

from __future__ import annotations

from dataclasses import dataclass

from bridge_bot.core.controls.further_attempt import awaited_attempt
from bridge_bot.core.controls.presser import Presser
from bridge_bot.core.controls.until_over import until_over
from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Operation, OperationFailed, VoteCast
from bridge_bot.core.guild_settings.values import PlaceSettings
from bridge_bot.core.model import KeptTurn, MemberVote, Vote, VoteEffect, VoteExplanation
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.turns.dependencies import Dependencies
from bridge_bot.core.turns.queue import TurnQueue
from bridge_bot.core.votes.feedback import CheckChannel, Feedback, FeedbackPost


@dataclass(frozen=True, slots=True)
class PressedReply:
    """The message of a reply whose button a member pressed, as far as the press says so.

    `link` leads to the message, which `is_public` where everybody reads it who sees its channel:
    not in a direct message, nor in a private thread. `check_channel` is of its server.
    """

    turn_id: int
    message_id: int
    presser: Presser
    link: str
    is_public: bool
    check_channel: CheckChannel

    def is_of(self, kept: KeptTurn) -> bool:
        """Whether it is a message of that turn's reply: a forged press may name any turn."""
        is_there = self.presser.channel_id == kept.channel_id
        return is_there and self.message_id in kept.message_ids


class Votes:
    """Takes votes, and what members say of them.

    Whoever sees an answer may vote on it, also who may not ask, and who has opted out: nothing of
    theirs is read. But not whom the server has shut out.
    """

    def __init__(self, dependencies: Dependencies, turns: TurnQueue) -> None:
        self._dependencies = parts = dependencies
        self._turns = turns
        self._feedback = Feedback(parts.platform, parts.store.votes, parts.observe)

    async def cast(self, vote: Vote, reply: PressedReply) -> VoteEffect | Refusal:
        """Store a vote. Returns what it changed, or why it does not count."""
        parts = self._dependencies
        try:
            kept = await self._kept(reply)
            if isinstance(kept, Refusal):
                return kept
            question = kept.turn.question
            place = await parts.guild_settings.place(question.guild_id, question.place_id)
            refusal = parts.policy.check_voter(reply.presser.member, place)
            if refusal is not None:
                return refusal
            effect = await parts.store.votes.cast(await self._of_member(vote, reply, kept, place))
        except StoreError as error:
            return self._not_kept(error)
        if effect is not VoteEffect.NONE:
            is_change = effect is VoteEffect.CHANGED
            parts.observe(VoteCast(question.origin, vote, is_change=is_change))
        if vote is Vote.DOWN:
            self._tell_feedback(reply, kept, place)
        return effect

    async def explain(
        self, turn_id: int, member_id: int, explanation: VoteExplanation
    ) -> Refusal | None:
        """Add to a vote why an answer was voted down. Returns why that is not kept."""
        try:
            votes = self._dependencies.store.votes
            is_kept = await votes.explain(turn_id, member_id, explanation)
        except StoreError as error:
            return self._not_kept(error)
        return None if is_kept else Refusal("vote-not-down")

    async def close(self, grace_s: float) -> None:
        """Give what channels for feedback are being told so many seconds."""
        await self._feedback.close(grace_s)

    async def _kept(self, reply: PressedReply) -> KeptTurn | Refusal:
        """The turn of the reply, once it is known of which message; or why it has no votes."""
        turns = self._dependencies.store.turns
        kept = await turns.kept(reply.turn_id)
        if kept is None or not reply.is_of(kept):
            await until_over(self._turns, reply.turn_id)
            kept = await turns.kept(reply.turn_id)
        if kept is not None and reply.is_of(kept):
            return kept
        again = await awaited_attempt(turns, kept.turn) if kept is not None else None
        is_asked_again = again is not None and reply.is_of(again)
        return Refusal("control-not-over" if is_asked_again else "vote-forgotten")

    async def _of_member(
        self, vote: Vote, reply: PressedReply, kept: KeptTurn, place: PlaceSettings
    ) -> MemberVote:
        parts, question = self._dependencies, kept.turn.question
        conversation = await parts.store.conversations.get(question.conversation)
        return MemberVote(
            reply.turn_id,
            reply.presser.member.id,
            vote,
            question.guild_id,
            question.place_id,
            parts.policy.choose(conversation, place).chat_bot,
        )

    def _tell_feedback(self, reply: PressedReply, kept: KeptTurn, place: PlaceSettings) -> None:
        question, channel_id = kept.turn.question, place.feedback_channel_id
        if reply.is_public and channel_id is not None and question.guild_id is not None:
            ids = reply.turn_id, channel_id, question.guild_id
            post = FeedbackPost(*ids, reply.link, question.origin)
            self._feedback.tell(post, reply.check_channel)

    def _not_kept(self, error: StoreError) -> Refusal:
        self._dependencies.observe(OperationFailed(Operation.SAVE_VOTE, error))
        return Refusal("vote-not-kept")
