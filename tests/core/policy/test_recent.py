"""What the policy remembers of members."""

from __future__ import annotations

import pytest

from bridge_bot.core.policy.recent import Asker, RecentActivity
from bridge_bot.core.policy.refusal import Refusal

ANN, BEN = Asker(3), Asker(4)


@pytest.mark.parametrize(
    ("asked_at_s", "now_s", "wait_s"),
    [
        ([], 10.0, 0.0),
        ([0.0], 10.0, 0.0),
        ([0.0, 5.0], 10.0, 50.0),
        ([5.0, 0.0], 10.0, 50.0),
        ([0.0, 5.0], 60.0, 0.0),
        ([0.0, 5.0, 40.0], 61.0, 4.0),
        ([0.0, 5.0, 40.0], 59.0, 6.0),  # the limit was higher
        ([100.0, 110.0], 90.0, 70.0),  # missed questions may be found later first
    ],
)
def test_a_member_waits_until_fewer_than_two_fall_into_a_minute(
    asked_at_s: list[float], now_s: float, wait_s: float
) -> None:
    recent = RecentActivity()
    for id_, at_s in enumerate(asked_at_s):
        recent.add_question(ANN, (id_, 1), at_s)
    assert recent.wait_s(ANN, now_s, limit=2) == wait_s
    assert recent.wait_s(BEN, now_s, limit=2) == 0.0


def test_what_was_asked_elsewhere_counts_as_well() -> None:
    recent = RecentActivity()
    recent.add_question(ANN, (11, 1), 5.0)
    assert recent.wait_s(ANN, 10.0, limit=2, others_at_s=[0.0]) == 50.0
    assert recent.wait_s(ANN, 10.0, limit=3, others_at_s=[0.0]) == 0.0


def test_a_question_that_is_removed_does_not_count_and_an_unknown_one_is_no_error() -> None:
    recent = RecentActivity()
    recent.add_question(ANN, (11, 1), 1.0)
    recent.remove_question(ANN, (12, 1))
    recent.remove_question(BEN, (11, 1))
    assert recent.wait_s(ANN, 2.0, limit=1) == 59.0
    recent.remove_question(ANN, (11, 1))
    assert recent.wait_s(ANN, 2.0, limit=1) == 0.0


def test_a_refusal_is_known_to_have_been_told_for_each_member_and_text() -> None:
    recent = RecentActivity()
    one, other = Refusal("a", {"limit": 2}), Refusal("b")
    assert recent.told(one, 3, 0.0) == one
    assert recent.told(one, 3, 1.0) == Refusal("a", {"limit": 2}, already_told=True)
    assert not recent.told(other, 3, 1.0).already_told
    assert not recent.told(one, 4, 1.0).already_told
    recent.forget_old(60.0)
    assert not recent.told(one, 3, 60.0).already_told


def test_a_member_is_one_asker_in_each_server_and_one_wherever_they_are() -> None:
    recent = RecentActivity()
    recent.add_question(Asker(3, 1), (11, 1), 0.0)
    assert recent.wait_s(Asker(3, 1), 1.0, limit=1) == 59.0
    assert recent.wait_s(Asker(3, 2), 1.0, limit=1) == 0.0
    assert recent.wait_s(ANN, 1.0, limit=1) == 0.0


@pytest.mark.parametrize(
    ("remembers_s", "known"), [(60.0, {BEN}), (100.0, {BEN}), (120.0, {ANN, BEN})]
)
def test_what_is_older_is_forgotten(remembers_s: float, known: set[Asker]) -> None:
    recent = RecentActivity(remembers_s=remembers_s)
    recent.add_question(ANN, (11, 1), 0.0)
    recent.add_question(BEN, (12, 1), 50.0)
    recent.forget_old(100.0)
    assert set(recent.asked_at_s) == known
