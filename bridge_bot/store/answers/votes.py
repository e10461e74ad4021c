"""The votes of members on answers, and of which answers a channel for feedback was told."""

from __future__ import annotations

from collections.abc import Callable, Collection

from sqlalchemy import BindParameter, Connection, bindparam, delete, func, update

from bridge_bot.core.model import MemberVote, Vote, VoteEffect, VoteExplanation
from bridge_bot.store.database import Database, execute
from bridge_bot.store.dialects import insert_if_new
from bridge_bot.store.tables import FEEDBACK_POSTS, VOTES

_TURN: BindParameter[int] = bindparam("turn_id_")
_MEMBER: BindParameter[int] = bindparam("member_id_")
_GUILD: BindParameter[int] = bindparam("guild_id_")
_OF_MEMBER = (VOTES.c.turn_id == _TURN) & (VOTES.c.member_id == _MEMBER)

_CAST = insert_if_new(VOTES)
_CHANGE = (
    update(VOTES)
    .where(_OF_MEMBER, VOTES.c.vote != bindparam("vote_"))
    .values(
        vote=bindparam("vote_"),
        voted_at=bindparam("voted_at_"),
        reasons=None,
        comment=None,
    )
)
_EXPLAIN = (
    update(VOTES)
    .where(_OF_MEMBER, VOTES.c.vote == Vote.DOWN.value)
    .values(
        reasons=func.coalesce(bindparam("reasons_", type_=VOTES.c.reasons.type), VOTES.c.reasons),
        comment=func.coalesce(bindparam("comment_", type_=VOTES.c.comment.type), VOTES.c.comment),
    )
)
_CLAIM_POST = insert_if_new(FEEDBACK_POSTS)

_FORGET_MEMBER = delete(VOTES).where(VOTES.c.member_id == _MEMBER)
_FORGET_GUILD = tuple(
    delete(table).where(table.c.guild_id == _GUILD) for table in (VOTES, FEEDBACK_POSTS)
)
_FORGET_TURNS = tuple(
    delete(table).where(table.c.turn_id.in_(bindparam("turn_ids_", expanding=True)))
    for table in (VOTES, FEEDBACK_POSTS)
)


class SqlVotes:
    """The core's `VoteStore`. `now_s` gives seconds since the Unix epoch."""

    def __init__(self, database: Database, now_s: Callable[[], float]) -> None:
        self._database = database
        self._now_s = now_s

    async def cast(self, vote: MemberVote) -> VoteEffect:
        """Note a vote in place of what its member voted on that answer before."""
        voted_at = int(self._now_s())
        row = {
            "turn_id": vote.turn_id,
            "member_id": vote.member_id,
            "vote": vote.vote.value,
            "voted_at": voted_at,
            "guild_id": vote.guild_id,
            "channel_id": vote.channel_id,
            "chat_bot": vote.chat_bot,
        }
        change = {**_key(vote.turn_id, vote.member_id), "vote_": row["vote"], "voted_at_": voted_at}

        def cast(connection: Connection) -> VoteEffect:
            if connection.execute(_CAST.on(connection), row).rowcount == 1:
                return VoteEffect.FIRST
            is_changed = connection.execute(_CHANGE, change).rowcount == 1
            return VoteEffect.CHANGED if is_changed else VoteEffect.NONE

        return await self._database.transaction(cast)

    async def explain(self, turn_id: int, member_id: int, explanation: VoteExplanation) -> bool:
        """Note why a member voted an answer down; what is left empty stays. False: they have not,
        or not any more.
        """
        added = {
            "reasons_": " ".join(explanation.reasons) or None,
            "comment_": explanation.comment or None,
        }
        return await execute(self._database, _EXPLAIN, {**_key(turn_id, member_id), **added}) == 1

    async def claim_feedback_post(self, turn_id: int, guild_id: int) -> bool:
        """Whether a channel for feedback is to be told of an answer now, as it was not before."""
        row = {"turn_id": turn_id, "guild_id": guild_id}
        return await execute(self._database, _CLAIM_POST, row) == 1

    async def forget_member(self, member_id: int) -> int:
        """Remove a member's votes. Returns how many there were."""
        return await execute(self._database, _FORGET_MEMBER, {"member_id_": member_id})

    async def forget_guild(self, guild_id: int) -> None:
        """Remove the votes of a server, and what its channel for feedback was told."""
        for forget in _FORGET_GUILD:
            await execute(self._database, forget, {"guild_id_": guild_id})

    async def forget_turns(self, turn_ids: Collection[int]) -> None:
        """Remove the votes on some thousand answers at the most, and that channels for feedback
        were told of them.
        """
        for forget in _FORGET_TURNS:
            await execute(self._database, forget, {"turn_ids_": list(turn_ids)})


def _key(turn_id: int, member_id: int) -> dict[str, object]:
    return {"turn_id_": turn_id, "member_id_": member_id}
