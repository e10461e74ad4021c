"""Each fault of the Chat API ends as its row in the table says, and a question that waits says so.

Everything is real but Discord and the time between two requests: the client and its connections,
the intake with its turns and replies, and the store.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bridge_bot.chat_api.asked_question import DELAY_TOLD_AFTER_S
from bridge_bot.core.events import AskedAgain, Event, QuestionDelayed, TurnEnded
from bridge_bot.core.fairness.fair_slots import FairSlots
from bridge_bot.core.intake import Intake
from bridge_bot.core.model import (
    ChannelDestination,
    ConversationKey,
    DelayReason,
    IncomingQuestion,
    Member,
    Question,
    TurnState,
)
from bridge_bot.core.turns.dependencies import AnswerOptions
from bridge_bot.core.turns.queue import TurnQueue
from bridge_bot.store.sql_store import SqlStore
from tests.e2e.chat_api_fault_table import RETRYING, TABLE, WHOLE_ANSWER, WHOLE_STREAM, Row, notice
from tests.harness.chat_api_client import KEY, QUESTION, client, options
from tests.harness.database import new_database
from tests.harness.english import text
from tests.harness.loop_time import skipping_loop, with_skipping_loop
from tests.harness.memory_platform import MemoryPlatform
from tests.harness.raw_server import HEADER, End, RawServer, Reply, chunk, head
from tests.harness.running_core import dependencies_on

pytestmark = pytest.mark.sqlite  # what the Chat API fails to say does not depend on the database

HERE = ConversationKey("7")
SHORT_S = 0.3


def timeouts(row: Row) -> Mapping[str, object]:
    """Short where a reply falls silent, so that a busy machine never decides another row.

    A malformed answer ends before that.
    """
    is_silent = any(End.STALL in reply for reply in row.replies)
    if not is_silent or row.sees == notice("api-malformed"):
        return {"stream": row.streams}
    waits = ("first_byte_timeout_s", "idle_timeout_s", "answer_timeout_s")
    return {"stream": row.streams, **dict.fromkeys(waits, SHORT_S)}


async def submit(intake: Intake, question: Question) -> None:
    """Submit a question as a message asks it."""
    await intake.submit(IncomingQuestion(question, frozenset(), asked_at_s=0.0))


@asynccontextmanager
async def asking(
    row: Row, url: str, database: str
) -> AsyncIterator[tuple[MemoryPlatform, SqlStore, TurnEnded]]:
    """The question asked and its turn over: what is shown, what is stored, how it ended.

    The pauses before a question is asked again take no time.
    """
    platform, ended_turns, loop = MemoryPlatform(), asyncio.Queue[TurnEnded](), skipping_loop()

    def observe(event: Event) -> None:
        match event:
            case AskedAgain():
                loop.skip(event.pause_s)
            case TurnEnded():
                ended_turns.put_nowait(event)

    async with (
        SqlStore(database) as store,
        client(options(url, **timeouts(row))) as source,
    ):
        if row.before is not None:
            await store.conversations.set_uid(HERE, row.before)
        dependencies = await dependencies_on(platform, source, store, observe)
        question = Question(11, HERE, QUESTION, Member(3), ChannelDestination(7))
        turns = TurnQueue(dependencies, AnswerOptions(), FairSlots(lambda: 100))
        await submit(Intake(dependencies, turns), question)
        async with asyncio.timeout(120):
            ended = await ended_turns.get()
        yield platform, store, ended


@pytest.mark.parametrize("row", TABLE.values(), ids=list(TABLE))
@with_skipping_loop
async def test_each_fault_is_shown_and_repeated_and_kept_as_its_row_says(
    row: Row, tmp_path: Path
) -> None:
    database = new_database(tmp_path).url
    async with (
        RawServer(*row.replies) as server,
        asking(row, server.url, database) as (platform, store, ended),
    ):
        (message,) = platform.messages.values()
        assert message.text == row.sees
        states = [shown for _, shown in message.states]
        assert (states[0] == row.hint) if row.hint else (RETRYING not in states)
        assert len(server.requests) == row.asked
        assert (await store.conversations.get(HERE)).conversation_uid == row.after
        failed = text("ending-notice", notice="").strip() in row.sees
        assert ended.state is (TurnState.FAILED if failed else TurnState.DONE)
        assert (ended.error is not None) is failed
        assert KEY not in f"{ended.error} {message.states}"
        assert "internal words" not in f"{message.states}"


@with_skipping_loop
async def test_a_question_that_waits_for_its_turn_says_so_until_it_is_answered(
    tmp_path: Path,
) -> None:
    """Two conversations, and one request at once: the second is told that it is in line."""
    database = new_database(tmp_path).url
    platform, ended_turns, loop = MemoryPlatform(), asyncio.Queue[Event](), skipping_loop()
    slow: Reply = [head() + chunk(HEADER), End.STALL]
    async with (
        RawServer(slow, WHOLE_STREAM) as server,
        SqlStore(database) as store,
        client(options(server.url, max_in_flight=1)) as source,
        asyncio.timeout(30),
    ):
        dependencies = await dependencies_on(platform, source, store, ended_turns.put_nowait)
        slots = FairSlots(lambda: 100)
        turns, others = (TurnQueue(dependencies, AnswerOptions(), slots) for _ in range(2))
        one, other = (Intake(dependencies, queue) for queue in (turns, others))
        asked = Question(11, ConversationKey("7"), "one", Member(3), ChannelDestination(7))
        await submit(one, asked)
        await server.stalled.acquire()
        asked = Question(12, ConversationKey("8"), "two", Member(4), ChannelDestination(8))
        await submit(other, asked)
        await loop.timer_of(DELAY_TOLD_AFTER_S[DelayReason.QUEUED])
        loop.skip(DELAY_TOLD_AFTER_S[DelayReason.QUEUED])
        while not isinstance(await ended_turns.get(), QuestionDelayed):
            pass
        await turns.close(grace_s=0)
        while getattr(await ended_turns.get(), "state", None) is not TurnState.DONE:
            pass
    (second,) = [
        shown for shown in platform.messages.values() if shown.destination == ChannelDestination(8)
    ]
    assert second.states[0][1] == "-# " + text("delayed-queued")
    assert second.text == WHOLE_ANSWER
