"""Who may vote on what, and what becomes of a vote."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bridge_bot.core.controls.controls import AskedAgain, Controls
from bridge_bot.core.controls.presser import Presser
from bridge_bot.core.events import VoteCast
from bridge_bot.core.guild_settings.values import SettingName
from bridge_bot.core.model import (
    AnswerText,
    Member,
    Question,
    Turn,
    Vote,
    VoteEffect,
    VoteExplanation,
    VoteReason,
)
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.votes.votes import PressedReply, Votes
from tests.harness.running_core import ANN, HERE, RunningCore, header, running_core, set_in_server
from tests.store.samples import question

CHANNEL_ID = 7
REPLY = PressedReply(
    Turn.of(question(11), owner="").id,
    message_id=1000,
    presser=Presser(Member(8), CHANNEL_ID),
    link="https://discord.com/channels/1/7/1000",
    is_public=True,
    check_channel=lambda _: None,
)
FORGOTTEN = Refusal("vote-forgotten")


@asynccontextmanager
async def answered(tmp_path: Path) -> AsyncIterator[tuple[RunningCore, Votes]]:
    """A complete answer, of which `REPLY` is the message."""
    async with running_core(tmp_path, [header("uid-1"), AnswerText("Because.")]) as core:
        await core.ask()
        await core.until_finished()
        assert list(core.platform.messages) == [REPLY.message_id]
        votes = Votes(core.dependencies, core.turns)
        yield core, votes
        await votes.close(grace_s=5)


def cast(core: RunningCore) -> list[tuple[Vote, bool]]:
    """The votes that were observed, and whether each changed another one."""
    return [(each.vote, each.is_change) for each in core.events if isinstance(each, VoteCast)]


async def read(asked: Question) -> Question:
    """The question as its message says it now."""
    return replace(asked, text="why?")


async def test_a_vote_counts_once_and_can_be_changed(tmp_path: Path) -> None:
    async with answered(tmp_path) as (core, votes):
        effects = [
            await votes.cast(vote, REPLY) for vote in (Vote.UP, Vote.UP, Vote.DOWN, Vote.DOWN)
        ]
        assert effects == [
            *(VoteEffect.FIRST, VoteEffect.NONE),
            *(VoteEffect.CHANGED, VoteEffect.NONE),
        ]
        assert cast(core) == [(Vote.UP, False), (Vote.DOWN, True)]
        assert all(each.origin.member_id != 8 for each in core.events if isinstance(each, VoteCast))


async def test_a_vote_counts_also_before_it_is_stored_which_message_shows_the_answer(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path) as core:
        core.platform.latency_s = 0.2  # so long the write takes to be known to have worked
        await core.ask()
        await core.until_shown()
        assert core.database.rows("SELECT message_id FROM reply_messages") == []
        votes = Votes(core.dependencies, core.turns)
        assert await votes.cast(Vote.UP, REPLY) is VoteEffect.FIRST
        await votes.close(grace_s=5)


async def test_while_the_question_is_asked_again_a_vote_on_the_former_answer_is_told_so(
    tmp_path: Path,
) -> None:
    """It is about an answer that the next one replaces; another message is none of its."""
    async with running_core(tmp_path, [AnswerText("So.")], [asyncio.Event()]) as core:
        await core.ask()
        await core.ended()
        votes = Votes(core.dependencies, core.turns)
        controls = Controls(core.intake, core.turns, core.dependencies.opt_outs)
        again = AskedAgain(Presser(ANN, CHANNEL_ID), frozenset(), at_s=time.time())
        assert await controls.ask_again(REPLY.turn_id, again, read) is None
        for vote in Vote:
            assert await votes.cast(vote, REPLY) == Refusal("control-not-over")
        assert await votes.cast(Vote.UP, replace(REPLY, message_id=1001)) == FORGOTTEN
        assert cast(core) == []
        await core.turns.close(grace_s=0)


@pytest.mark.parametrize(
    "forged",
    [
        replace(REPLY, message_id=1001),
        replace(REPLY, turn_id=REPLY.turn_id + 1),
        replace(REPLY, presser=replace(REPLY.presser, channel_id=CHANNEL_ID + 1)),
    ],
    ids=["another message", "no such turn", "another channel"],
)
async def test_only_a_press_on_the_reply_itself_counts(
    tmp_path: Path, forged: PressedReply
) -> None:
    async with answered(tmp_path) as (core, votes):
        assert await votes.cast(Vote.DOWN, forged) == FORGOTTEN
        assert cast(core) == []
        assert core.database.rows("SELECT * FROM votes") == []


async def test_whom_the_server_has_shut_out_has_no_vote_but_who_has_opted_out_has(
    tmp_path: Path,
) -> None:
    async with answered(tmp_path) as (core, votes):
        await core.dependencies.opt_outs.opt_out(8)
        assert await votes.cast(Vote.UP, REPLY) is VoteEffect.FIRST
        await set_in_server(core, SettingName.SHUT_OUT, frozenset({9}))
        by_shut_out = replace(REPLY, presser=Presser(Member(9), CHANNEL_ID))
        refused = await votes.cast(Vote.DOWN, by_shut_out)
        assert refused == Refusal("refused-shut-out", is_private=True)
        assert core.database.rows("SELECT member_id FROM votes") == [(8,)]


async def test_an_explanation_only_adds(tmp_path: Path) -> None:
    explained = VoteExplanation((VoteReason.WRONG,), "it's 5")
    async with answered(tmp_path) as (core, votes):
        assert await votes.explain(REPLY.turn_id, 8, explained) == Refusal("vote-not-down")
        await votes.cast(Vote.DOWN, REPLY)
        assert await votes.explain(REPLY.turn_id, 8, explained) is None
        look = "SELECT vote, reasons, comment FROM votes"
        assert core.database.rows(look) == [("down", "wrong", "it's 5")]
        assert cast(core) == [(Vote.DOWN, False)]


async def test_the_chatbot_of_the_conversation_is_kept_with_a_vote(tmp_path: Path) -> None:
    async with answered(tmp_path) as (core, votes):
        await core.store.conversations.set_uid(HERE, "uid-2", "billing")
        await votes.cast(Vote.UP, REPLY)
        look = "SELECT guild_id, channel_id, chat_bot FROM votes"
        assert core.database.rows(look) == [(1, CHANNEL_ID, "billing")]


@pytest.mark.parametrize(
    ("vote", "is_public", "told"),
    [(Vote.DOWN, True, True), (Vote.UP, True, False), (Vote.DOWN, False, False)],
)
async def test_the_channel_for_feedback_is_told_of_what_is_voted_down_in_public(
    tmp_path: Path, vote: Vote, is_public: bool, told: bool
) -> None:
    async with answered(tmp_path) as (core, votes):
        await set_in_server(core, SettingName.FEEDBACK_CHANNEL, 9)
        for member_id in (8, 9):
            pressed = replace(REPLY, is_public=is_public, presser=Presser(Member(member_id), 7))
            await votes.cast(vote, pressed)
        await votes.close(grace_s=5)
        posts = [f"👎 {REPLY.link}"] if told else []
        assert core.platform.texts()[1:] == posts


async def test_without_a_database_a_vote_is_said_to_be_lost(tmp_path: Path) -> None:
    async with answered(tmp_path) as (core, votes):
        core.database.execute("DROP TABLE votes")
        lost = Refusal("vote-not-kept")
        assert await votes.cast(Vote.UP, REPLY) == lost
        assert await votes.explain(REPLY.turn_id, 8, VoteExplanation()) == lost
        assert cast(core) == []
