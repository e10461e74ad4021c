"""The states of turns, in the store and in a model of them, driven at random side by side."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from bridge_bot.core.model import (
    FINISHED,
    TRANSITIONS,
    ChannelDestination,
    ConversationKey,
    Member,
    Question,
    Turn,
    TurnState,
)
from bridge_bot.store.sql_store import SqlStore
from tests.harness.database import drop_databases, new_database, unfinished_turns

T = TypeVar("T")


@dataclass
class Model:
    """What a turn should be."""

    state: TurnState = TurnState.QUEUED
    begun: int = 0
    destination: ChannelDestination | None = None
    pages: dict[int, int] = field(default_factory=dict)


class Turns(RuleBasedStateMachine):
    """Each step is done to both; what is unfinished must be the same in both after each."""

    turns = Bundle("turns")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.url = new_database(Path(self.folder.name)).url
        self.runner = asyncio.Runner()
        self.store = self.run(SqlStore(self.url).__aenter__())
        self.owner = "process"
        self.model: dict[int, Model] = {}

    def run(self, work: Coroutine[None, None, T]) -> T:
        return self.runner.run(work)

    def teardown(self) -> None:
        self.run(self.store.__aexit__(None, None, None))
        self.runner.close()
        self.folder.cleanup()
        drop_databases()

    @rule(target=turns, turn=st.integers(1, 5))
    def accept(self, turn: int) -> int:
        asked = Question(
            10 + turn, ConversationKey("7"), f"text {turn}", Member(3), ChannelDestination(7)
        )
        accepting = self.store.turns.accept(Turn(turn, asked, 1, self.owner), lease_s=60)
        states = {each: model.state for each, model in self.model.items() if each < turn}
        unfinished = {each for each, state in states.items() if state not in FINISHED}
        earlier = self.run(accepting)
        assert (None if earlier is None else earlier.keys()) == (
            None if turn in self.model else unfinished
        )
        self.model.setdefault(turn, Model())
        return turn

    @rule(turn=turns, state=st.sampled_from(TurnState))
    def set_state(self, turn: int, state: TurnState) -> None:
        self.move(turn, state, lambda: self.store.turns.set_state(turn, state))

    @rule(turn=turns)
    def begin(self, turn: int) -> None:
        if self.move(turn, TurnState.ASKED, lambda: self.store.turns.begin(turn)):
            self.model[turn].begun += 1

    @rule(turn=turns)
    def requeue(self, turn: int) -> None:
        if self.move(turn, TurnState.QUEUED, lambda: self.store.turns.requeue(turn)):
            self.model[turn].begun -= 1

    @rule(turn=turns, page=st.integers(0, 2), message=st.integers(100, 104))
    def set_message(self, turn: int, page: int, message: int) -> None:
        self.run(self.store.turns.set_message(turn, page, message))
        for other in self.model.values():
            other.pages = {at: shown for at, shown in other.pages.items() if shown != message}
        self.model[turn].pages[page] = message

    @rule(turn=turns, channel=st.integers(50, 52))
    def set_destination(self, turn: int, channel: int) -> None:
        self.run(self.store.turns.set_destination(turn, ChannelDestination(channel)))
        self.model[turn].destination = ChannelDestination(channel)

    @rule()
    def restart(self) -> None:
        """Another process on the same database knows all of it."""
        self.run(self.store.__aexit__(None, None, None))
        self.store = self.run(SqlStore(self.url).__aenter__())
        self.owner += "'"

    @invariant()
    def what_is_unfinished_is_the_same_in_both(self) -> None:
        left = {
            each.turn.id: Model(
                each.state, each.times_begun, each.destination, dict(enumerate(each.message_ids))
            )
            for each in self.run(unfinished_turns(self.store))
        }
        expected = {
            turn: Model(
                model.state,
                model.begun,
                model.destination,
                dict(enumerate(shown for _, shown in sorted(model.pages.items()))),
            )
            for turn, model in self.model.items()
            if model.state not in FINISHED
        }
        assert left == expected

    def move(self, turn: int, state: TurnState, step: object) -> bool:
        """Do a step that ends in a state, and tell whether it was one of the transitions."""
        assert callable(step)
        model = self.model[turn]
        allowed = state in TRANSITIONS[model.state]
        try:
            self.run(step())
        except ValueError:
            assert not allowed
            assert state != model.state
            return False
        assert allowed or state == model.state
        if allowed:
            model.state = state
        return allowed


TestTurns = Turns.TestCase
TestTurns.settings = settings(max_examples=15, stateful_step_count=30, deadline=None)
