"""What the core needs of a store of votes."""

from __future__ import annotations

from typing import Protocol

from bridge_bot.core.model import MemberVote, VoteEffect, VoteExplanation


class VoteStore(Protocol):
    """Stores what members think of answers. Every method may raise `StoreError`."""

    async def cast(self, vote: MemberVote) -> VoteEffect:
        """Store a vote in place of what its member voted on that answer before. An explanation
        belongs to a vote, and goes with it.
        """

    async def explain(self, turn_id: int, member_id: int, explanation: VoteExplanation) -> bool:
        """Store why a member voted an answer down: what the explanation leaves empty stays as it
        is. False, and nothing is stored, if they have not, or not any more.
        """

    async def claim_feedback_post(self, turn_id: int, guild_id: int) -> bool:
        """Whether the channel for feedback is to be told of an answer now: once, whoever asks."""
