"""Turns that wait for others of their conversation are begun in order, once those are over."""

from __future__ import annotations

import asyncio

from bridge_bot.core.model import ChannelDestination, ConversationKey, Question, Turn
from bridge_bot.core.turns.ownership.held_turns import ENDING_S, HeldTurns
from tests.harness.running_core import ANN
from tests.harness.virtual_time import virtual_time

FOREIGN, ANOTHER = 1001, 1002


class Held:
    """Turns that are held, and the questions of those that were begun."""

    def __init__(self) -> None:
        self.turns = HeldTurns()
        self.begun: list[int] = []

    def hold(self, question_id: int, *waits_for: int, conversation: str = "7") -> bool:
        key = ConversationKey(conversation)
        asked = Question(question_id, key, "why?", ANN, ChannelDestination(7))
        turn = Turn.of(asked, owner="this process")
        return self.turns.hold(turn, waits_for, lambda: self.begun.append(question_id))


async def test_a_turn_that_has_nothing_to_wait_for_is_not_held() -> None:
    held = Held()
    assert not held.hold(11)
    assert held.hold(12, FOREIGN, conversation="8")
    assert not held.hold(13)
    assert held.turns.count(ConversationKey("7")) == 0
    assert held.turns.conversations == {ConversationKey("8")}


async def test_a_turn_is_begun_once_all_that_it_waits_for_is_over() -> None:
    held = Held()
    assert held.hold(11, FOREIGN, ANOTHER)
    assert held.turns.waited_for == {FOREIGN, ANOTHER}
    held.turns.release({FOREIGN}, frozenset())
    assert held.begun == []
    assert held.turns.waited_for == {ANOTHER}
    held.turns.release({ANOTHER}, frozenset())
    held.turns.release({ANOTHER}, frozenset())
    assert held.begun == [11]
    assert not held.turns.waited_for
    assert not held.turns.conversations


async def test_those_of_a_conversation_are_begun_in_the_order_of_their_questions() -> None:
    """Whatever each waits for, and in whatever order they came; an earlier one need not wait."""
    held = Held()
    assert held.hold(15, FOREIGN)
    assert held.hold(13, ANOTHER)
    assert held.hold(14)
    assert not held.hold(12)
    assert held.turns.count(ConversationKey("7")) == 3
    held.turns.release({FOREIGN}, frozenset())
    assert held.begun == []
    held.turns.release({ANOTHER}, frozenset())
    assert held.begun == [13, 14, 15]


async def test_conversations_do_not_wait_for_each_other() -> None:
    held = Held()
    for number in range(1000):
        assert held.hold(number, FOREIGN + number, conversation=str(number))
    held.turns.release({FOREIGN + 5, FOREIGN + 7}, frozenset())
    assert held.begun == [5, 7]
    assert len(held.turns.conversations) == 998


@virtual_time
async def test_a_turn_that_is_ending_is_waited_for_until_its_owner_must_have_gone_on() -> None:
    held = Held()
    assert held.hold(11, FOREIGN)
    assert held.hold(12, FOREIGN, ANOTHER)
    await asyncio.sleep(ENDING_S - 1)
    held.turns.release(frozenset(), {FOREIGN})
    assert held.begun == []
    await asyncio.sleep(1)
    held.turns.release(frozenset(), {FOREIGN})
    assert held.begun == [11]
    held.turns.release({ANOTHER}, {FOREIGN})
    assert held.begun == [11, 12]
