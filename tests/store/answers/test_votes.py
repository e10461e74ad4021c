"""A member's vote on an answer, what it is changed to, and who is told of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bridge_bot.core.model import MemberVote, Vote, VoteEffect, VoteExplanation, VoteReason
from bridge_bot.store.sql_store import SqlStore
from tests.harness.database import Rows
from tests.store.conftest import Time

DOWN = MemberVote(77, 42, Vote.DOWN, guild_id=3, channel_id=7, chat_bot="billing")
UP = replace(DOWN, vote=Vote.UP)
LOOK = "SELECT vote, voted_at, guild_id, channel_id, chat_bot, reasons, comment FROM votes"


async def test_a_vote_is_kept_with_what_is_counted_by(
    store: SqlStore, rows: Callable[[str], Rows]
) -> None:
    assert await store.votes.cast(DOWN) is VoteEffect.FIRST
    assert rows(LOOK) == [("down", 1000, 3, 7, "billing", None, None)]


async def test_a_member_has_one_vote_on_an_answer_whichever_process_takes_it(
    store: SqlStore, url: str, rows: Callable[[str], Rows], time: Time
) -> None:
    await store.votes.cast(DOWN)
    async with SqlStore(url, now_s=time) as another:
        assert await another.votes.cast(DOWN) is VoteEffect.NONE
        time.now_s = 2_000
        assert await another.votes.cast(UP) is VoteEffect.CHANGED
    assert await store.votes.cast(UP) is VoteEffect.NONE
    assert rows("SELECT vote, voted_at FROM votes") == [("up", 2000)]
    for other in (replace(UP, member_id=43), replace(UP, turn_id=78)):
        assert await store.votes.cast(other) is VoteEffect.FIRST


async def test_an_explanation_adds_to_a_vote_and_goes_with_it(
    store: SqlStore, rows: Callable[[str], Rows]
) -> None:
    await store.votes.cast(DOWN)
    explained = VoteExplanation((VoteReason.WRONG, VoteReason.OFF_TOPIC), "it's \0 5")
    assert await store.votes.explain(77, 42, explained)
    look = "SELECT vote, reasons, comment FROM votes"
    assert rows(look) == [("down", "wrong off-topic", "it's \ufffd 5")]
    assert await store.votes.explain(77, 42, VoteExplanation())
    assert await store.votes.explain(77, 42, VoteExplanation(comment="it's 6"))
    await store.votes.cast(DOWN)
    assert rows(look) == [("down", "wrong off-topic", "it's 6")]
    await store.votes.cast(UP)
    assert rows(look) == [("up", None, None)]


@pytest.mark.parametrize("cast", [None, UP, replace(DOWN, member_id=43), replace(DOWN, turn_id=78)])
async def test_only_an_own_vote_down_can_be_explained(
    store: SqlStore, rows: Callable[[str], Rows], cast: MemberVote | None
) -> None:
    if cast is not None:
        await store.votes.cast(cast)
    assert not await store.votes.explain(77, 42, VoteExplanation(comment="no"))
    assert rows("SELECT comment FROM votes WHERE comment IS NOT NULL") == []


async def test_a_channel_for_feedback_is_told_of_an_answer_once(store: SqlStore, url: str) -> None:
    assert await store.votes.claim_feedback_post(77, 3)
    async with SqlStore(url) as another:
        assert not await another.votes.claim_feedback_post(77, 3)
        assert await another.votes.claim_feedback_post(78, 3)


async def test_votes_are_forgotten_by_member_by_server_and_by_answer(
    store: SqlStore, rows: Callable[[str], Rows]
) -> None:
    for turn_id, member_id, guild_id in ((1, 1, 1), (1, 2, 1), (2, 1, 2), (3, 3, None)):
        vote = MemberVote(turn_id, member_id, Vote.UP, guild_id, channel_id=7)
        await store.votes.cast(vote)
    for turn_id, guild_id in ((1, 1), (2, 2)):
        await store.votes.claim_feedback_post(turn_id, guild_id)

    def left() -> list[object]:
        votes = rows("SELECT turn_id, member_id FROM votes ORDER BY turn_id, member_id")
        return [votes, rows("SELECT turn_id FROM feedback_posts ORDER BY turn_id")]

    assert await store.votes.forget_member(1) == 2
    assert left() == [[(1, 2), (3, 3)], [(1,), (2,)]]
    await store.votes.forget_guild(1)
    assert left() == [[(3, 3)], [(2,)]]
    await store.votes.forget_turns([2, 3])
    await store.votes.forget_turns([])
    assert left() == [[], []]
