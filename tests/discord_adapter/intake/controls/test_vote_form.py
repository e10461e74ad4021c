"""The form that 👎 opens, and what is read of one that anybody may send."""

from __future__ import annotations

from typing import Any

import pytest

from bridge_bot.core.model import VoteExplanation, VoteReason
from bridge_bot.discord_adapter.intake.controls.vote_form import (
    COMMENT,
    REASONS,
    explanation_in,
    turn_of_form,
    vote_form,
)
from tests.harness.english import ENGLISH

MOST_ID = 2**63 - 1


def sent(reasons: object = (), comment: object = "") -> dict[str, Any]:
    """The data of an interaction that sends the form."""
    fields = [
        {"type": 22, "custom_id": REASONS, "values": reasons},
        {"type": 4, "custom_id": COMMENT, "value": comment},
    ]
    labels = [{"type": 18, "component": each} for each in fields]
    return {"components": [{"type": 10}, *labels]}


@pytest.mark.parametrize("turn_id", [0, 1, MOST_ID])
def test_a_form_says_which_answer_it_is_about(turn_id: int) -> None:
    assert turn_of_form(vote_form(turn_id, ENGLISH).custom_id) == turn_id


@pytest.mark.parametrize(
    "forged", ["", "vote", "vote:", "vote:-1", "vote:01", "vote:x", "vote:1:2", f"vote:{2**63}"]
)
def test_what_names_no_answer_is_about_none(forged: str) -> None:
    assert turn_of_form(forged) is None


def test_its_words_are_as_long_as_discord_lets_them_be() -> None:
    """Discord's documentation: 45 for a title and a label, 100 for an option and a description."""
    form = vote_form(MOST_ID, ENGLISH).to_dict()
    assert len(form["title"]) <= 45
    about, *labels = form["components"]
    assert about["content"]
    for label in labels:
        assert len(label["label"]) <= 45
        assert len(label.get("description") or "") <= 100
    reasons = labels[0]["component"]
    assert [each["value"] for each in reasons["options"]] == list(VoteReason)
    assert all(len(each["label"]) <= 100 for each in reasons["options"])
    assert (reasons["required"], reasons["min_values"]) == (False, 0)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (sent(), VoteExplanation()),
        (sent(["unclear", "wrong"]), VoteExplanation((VoteReason.WRONG, VoteReason.UNCLEAR))),
        (sent(["wrong", "wrong", "sudo"]), VoteExplanation((VoteReason.WRONG,))),
        (sent(comment=" it's 5\n"), VoteExplanation(comment="it's 5")),
        (sent(comment="x" * 600), VoteExplanation(comment="x" * 500)),
        (sent(None, None), VoteExplanation()),
        ({}, VoteExplanation()),
    ],
)
def test_what_is_filled_in_is_read(data: dict[str, Any], expected: VoteExplanation) -> None:
    assert explanation_in(data) == expected
