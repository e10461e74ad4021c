"""Who may spend."""

from __future__ import annotations

import pytest

from bridge_bot.core.policy.admission import Admission

ANN, BEN = 3, 4


def refused(
    admission: Admission, asker: int, guilds: set[int], *, direct: bool = False, now_s: float = 0.0
) -> str | None:
    refusal = admission.refuses(asker, frozenset(guilds), direct=direct, now_s=now_s)
    return refusal.text_key if refusal else None


@pytest.mark.parametrize(
    ("allowed", "dms", "guilds", "direct", "expected"),
    [
        (set(), True, {1}, False, None),
        (set(), True, set(), True, None),
        (set(), False, set(), True, "refused-dms"),
        ({1}, True, {1}, False, None),
        ({1}, True, {2}, False, "refused-guild"),
        ({1}, True, {1}, True, None),
        ({1}, True, set(), True, "refused-dms-stranger"),
        ({1}, False, {1}, True, "refused-dms"),
    ],
)
def test_servers_and_direct_messages_are_admitted_by_the_settings(
    allowed: set[int], dms: bool, guilds: set[int], direct: bool, expected: str | None
) -> None:
    admission = Admission(allowed_guilds=frozenset(allowed), allow_dms=dms)
    assert refused(admission, ANN, guilds, direct=direct) == expected


def test_each_member_has_a_number_of_questions_in_any_minute() -> None:
    admission = Admission(questions_per_minute=2)
    assert [refused(admission, ANN, {1}, now_s=now) for now in (0.0, 30.0, 59.0, 60.0, 61.0)] == [
        None,
        None,
        "refused-too-many",
        None,
        "refused-too-many",
    ]
    assert refused(admission, BEN, {1}, now_s=61.0) is None


def test_zero_is_no_limit() -> None:
    admission = Admission(questions_per_minute=0)
    assert {refused(admission, ANN, {1}) for _ in range(1000)} == {None}


def test_the_same_refusal_is_told_once_a_minute() -> None:
    admission = Admission(allowed_guilds=frozenset({1}))
    told = [
        admission.refuses(ANN, frozenset({2}), direct=False, now_s=now) for now in (0.0, 59.0, 60.0)
    ]
    assert [refusal is not None and refusal.told_before for refusal in told] == [False, True, False]


def test_nothing_is_remembered_of_who_has_been_quiet() -> None:
    admission = Admission(questions_per_minute=2, allowed_guilds=frozenset({1}))
    for member in range(100):
        refused(admission, member, {member % 2}, now_s=0.0)
    refused(admission, ANN, {1}, now_s=100.0)
    assert len(admission._asked) == 1
    assert not admission._told
