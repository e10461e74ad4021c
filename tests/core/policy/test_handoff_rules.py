"""Who may call people, who counts as one of them, and when the bot leaves it to them."""

from __future__ import annotations

import pytest

from bridge_bot.core.guild_settings.values import PlaceSettings
from bridge_bot.core.model import UNTIL_RESUMED_S, ConversationKey, Member, QuietTime
from bridge_bot.core.policy.handoff_rules import (
    begins_quiet,
    keeps_quiet,
    may_resume,
    refusal_of_call,
)
from bridge_bot.core.policy.refusal import Refusal

ROLE = 30
ANN, BEN, MIA = (
    Member(3, frozenset({1})),
    Member(4, frozenset({1})),
    Member(5, frozenset({1, ROLE})),
)
NOBODY, HELPERS = PlaceSettings(), PlaceSettings(help_role_id=ROLE)
NEVER = PlaceSettings(help_role_id=ROLE, quiet_after_helper_min=0)
CALLED = QuietTime(ConversationKey("7"), 7, 100, UNTIL_RESUMED_S)
HELPED = QuietTime(ConversationKey("7"), 7, 100, 1900)


@pytest.mark.parametrize(
    ("settings", "problem", "refusal"),
    [
        (HELPERS, "", None),
        (NOBODY, "", Refusal("handoff-no-role")),
        (NOBODY, "it is deleted", Refusal("handoff-no-role")),
        (HELPERS, "it is deleted", Refusal("handoff-unreachable")),
    ],
)
def test_people_are_called_where_a_role_is_named_that_can_be_pinged(
    settings: PlaceSettings, problem: str, refusal: Refusal | None
) -> None:
    assert refusal_of_call(settings, problem) == refusal


@pytest.mark.parametrize(
    ("member", "asker_id", "settings", "begins"),
    [
        (MIA, ANN.id, HELPERS, True),
        (BEN, ANN.id, HELPERS, False),
        (MIA, MIA.id, HELPERS, False),  # it is her own question
        (MIA, None, HELPERS, False),  # it is no conversation of the bot's
        (MIA, ANN.id, NOBODY, False),
        (MIA, ANN.id, NEVER, False),
        (Member(MIA.id), ANN.id, HELPERS, False),  # as a message that was missed tells no roles
    ],
)
def test_who_helps_somebody_else_is_not_talked_over(
    member: Member, asker_id: int | None, settings: PlaceSettings, begins: bool
) -> None:
    assert begins_quiet(member, asker_id, settings) is begins


@pytest.mark.parametrize(
    ("quiet", "at_s", "turns_to_bot", "keeps"),
    [
        (None, 100.0, False, False),
        (CALLED, 99.9, False, False),  # written before, but read later
        (CALLED, 100.0, False, True),
        (CALLED, 1e9, False, True),
        (CALLED, 1e9, True, False),  # a mention always asks it
        (HELPED, 1899.9, False, True),
        (HELPED, 1899.9, True, False),
        (HELPED, 1900.0, False, False),
    ],
)
def test_it_keeps_quiet_about_what_was_written_meanwhile(
    quiet: QuietTime | None, at_s: float, turns_to_bot: bool, keeps: bool
) -> None:
    assert keeps_quiet(quiet, at_s, turns_to_bot=turns_to_bot) is keeps


@pytest.mark.parametrize(
    ("member", "may_manage", "may"),
    [(ANN, False, True), (BEN, False, False), (BEN, True, True), (MIA, False, True)],
)
def test_who_asked_first_who_helps_and_who_manages_may_resume(
    member: Member, may_manage: bool, may: bool
) -> None:
    assert may_resume(member, ANN.id, HELPERS, may_manage=may_manage) is may


def test_without_a_role_nobody_helps() -> None:
    assert not may_resume(BEN, ANN.id, NOBODY, may_manage=False)
