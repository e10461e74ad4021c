"""Events: each is frozen, and says of which question it is by ids alone."""

from __future__ import annotations

import dataclasses
from typing import get_args

import pytest

from bridge_bot.core.events import AccessBack, Event, Operation, Outlook, unobserved

EVENTS: tuple[type, ...] = get_args(Event)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.__name__)
def test_an_event_is_frozen_and_slotted_and_holds_no_text_of_a_question(event: type) -> None:
    fields = {field.name for field in dataclasses.fields(event)}
    assert event.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(event)
    assert not fields & {"question", "text", "answer"}


@pytest.mark.parametrize("words", [*Operation, *Outlook], ids=lambda words: words.name)
def test_an_operation_and_its_outlook_are_said_within_a_sentence(words: Operation) -> None:
    """As `while {operation}; {outlook}`: without a capital of its own, and without a period."""
    assert words[0].islower()
    assert words.endswith(tuple("abcdefghijklmnopqrstuvwxyz"))


def test_an_event_that_nothing_observes_is_dropped() -> None:
    unobserved(AccessBack())
