"""Turns: their ids, always the same and fit for a nonce, and the states that they go through."""

from __future__ import annotations

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

LONGEST_NONCE = 25  # characters, by Discord's documentation of "Create Message"


def of(question_id: int, attempt: int = 1, owner: str = "this process") -> Turn:
    asked = Question(question_id, ConversationKey("7"), "why?", Member(3), ChannelDestination(7))
    return Turn.of(asked, owner=owner, attempt=attempt)


def test_the_id_of_a_turn_is_the_same_whoever_answers_it_and_whenever() -> None:
    """So that the nonces of its messages are, if its row was lost with a backup put back."""
    assert of(11, owner="a process") == of(11, owner="a process")
    assert of(11, owner="a process").id == of(11, owner="another").id


def test_each_attempt_at_each_question_has_an_id_of_its_own() -> None:
    turns = [of(question, attempt) for question in range(1, 200) for attempt in range(1, 20)]
    assert len({turn.id for turn in turns}) == len(turns)
    assert all(turn.id != turn.question.id for turn in turns)


def test_an_id_fits_into_the_database_and_into_a_nonce() -> None:
    for question_id in (1, 11, 613425648685547541, 2**63 - 1):
        turn = of(question_id)
        assert 0 <= turn.id < 2**63
        assert len(f"{turn.id}.99999") <= LONGEST_NONCE


def test_every_state_has_its_transitions_and_only_the_last_ones_have_none() -> None:
    assert set(TRANSITIONS) == set(TurnState)
    ends = {state for state, next_states in TRANSITIONS.items() if not next_states}
    assert ends == FINISHED == {TurnState.DONE, TurnState.FAILED, TurnState.STOPPED}
