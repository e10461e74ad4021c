"""Who may use the bot by what a server has set; `test_policy_table` has each with all ways in."""

from __future__ import annotations

import pytest

from bridge_bot.core.guild_settings.values import PlaceSettings, Served
from bridge_bot.core.model import Member
from bridge_bot.core.policy.member_rules import refusal_of_member, refusal_of_voter
from bridge_bot.core.policy.refusal import Refusal

ANN = Member(3, frozenset({1, 20}))


@pytest.mark.parametrize(
    ("settings", "refusal"),
    [
        (PlaceSettings(), None),
        (PlaceSettings(shut_out_ids=frozenset({4}), asker_role_ids=frozenset({20, 21})), None),
        (PlaceSettings(shut_out_ids=frozenset({3})), Refusal("refused-shut-out", is_private=True)),
        (PlaceSettings(served=Served.NOTHING), Refusal("refused-channel")),
        (PlaceSettings(served=Served.POSTS), None),
        (PlaceSettings(asker_role_ids=frozenset({21})), Refusal("refused-role")),
        (
            PlaceSettings(served=Served.NOTHING, asker_role_ids=frozenset({21})),
            Refusal("refused-channel"),
        ),
    ],
)
def test_the_first_rule_that_refuses_is_told(
    settings: PlaceSettings, refusal: Refusal | None
) -> None:
    assert refusal_of_member(ANN, settings) == refusal


@pytest.mark.parametrize(
    ("settings", "may"),
    [
        (
            PlaceSettings(served=Served.NOTHING, asker_role_ids=frozenset({21}), is_paused=True),
            True,
        ),
        (PlaceSettings(shut_out_ids=frozenset({4})), True),
        (PlaceSettings(shut_out_ids=frozenset({3})), False),
    ],
)
def test_whoever_is_not_shut_out_may_vote(settings: PlaceSettings, may: bool) -> None:
    expected = None if may else Refusal("refused-shut-out", is_private=True)
    assert refusal_of_voter(ANN, settings) == expected
