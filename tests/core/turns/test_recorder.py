"""What can't be stored of a turn is observed, and the turn goes on."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.core.events import Event, Operation, OperationFailed
from bridge_bot.core.model import ChannelDestination, Question, Turn, TurnState
from bridge_bot.core.turns.recorder import TurnRecorder
from bridge_bot.store.sql_store import SqlStore
from tests.harness.database import new_database
from tests.harness.running_core import ANN, HERE

TURN = Turn.of(Question(11, HERE, "why?", ANN, ChannelDestination(7)), owner="this process")


async def save_all(recorder: TurnRecorder) -> list[bool]:
    """Store each step once, and return whether it could be stored."""
    return [
        await recorder.save_destination(ChannelDestination(8)),
        await recorder.save_asked(),
        await recorder.save_message(0, 1000),
        await recorder.save_uid("uid-1"),
        await recorder.save_state(TurnState.STREAMING),
        await recorder.requeue(),
    ]


async def test_each_step_is_stored(tmp_path: Path) -> None:
    events: list[Event] = []
    async with SqlStore(new_database(tmp_path).url) as store:
        await store.turns.accept(TURN, lease_s=60)
        assert all(await save_all(TurnRecorder(TURN, store, events.append)))
        (unfinished,) = await store.turns.unfinished([TURN.id])
        assert unfinished.state is TurnState.QUEUED
        assert unfinished.destination == ChannelDestination(8)
        assert unfinished.message_ids == (1000,)
        assert (await store.conversations.get(HERE)).conversation_uid == "uid-1"
    assert events == []


async def test_a_step_that_a_failing_store_does_not_take_is_observed(tmp_path: Path) -> None:
    database = new_database(tmp_path)
    events: list[Event] = []
    async with SqlStore(database.url) as store:
        for table in ("turns", "reply_messages", "conversations"):
            database.execute(f"ALTER TABLE {table} RENAME TO {table}_lost")
        assert not any(await save_all(TurnRecorder(TURN, store, events.append)))
    failed = [event for event in events if isinstance(event, OperationFailed)]
    assert {event.origin for event in failed} == {TURN.question.origin}
    assert [event.operation for event in failed] == [
        Operation.SAVE_DESTINATION,
        Operation.SAVE_ASKED,
        Operation.SAVE_REPLY_MESSAGE,
        Operation.SAVE_CONVERSATION_UID,
        Operation.SAVE_TURN_STATE,
        Operation.REQUEUE_TURN,
    ]
