"""Limits of the day: which hold for a question, and which of them is reached."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bridge_bot.core.guild_settings.values import PlaceSettings
from bridge_bot.core.model import (
    EVERYTHING,
    ChannelDestination,
    ConversationKey,
    Member,
    Question,
    Scope,
    ScopeKind,
)
from bridge_bot.core.policy.daily_limits import DailyLimits, Today
from tests.harness.english import text

ANN, HERE = Scope(ScopeKind.MEMBER, 3), Scope(ScopeKind.GUILD, 1)
ENDS_AT_S = 1_784_073_600


def asked(guild_id: int | None = 1) -> Question:
    return Question(
        11, ConversationKey("7"), "why?", Member(3), ChannelDestination(7), guild_id=guild_id
    )


def test_a_question_has_the_limits_of_its_scopes() -> None:
    limits = DailyLimits(per_member=2, per_guild=3, in_all=4)
    member, channel = Scope(ScopeKind.GUILD_MEMBER, 1, 3), Scope(ScopeKind.CHANNEL, 7)
    assert limits.of(asked(), PlaceSettings()) == {
        ANN: 2,
        member: 0,
        channel: 0,
        HERE: 3,
        EVERYTHING: 4,
    }
    assert limits.of(asked(guild_id=None), PlaceSettings()) == {ANN: 2, EVERYTHING: 4}


@pytest.mark.parametrize(
    ("operators", "servers", "expected", "is_own"),
    [(0, 0, 0, False), (3, 0, 3, True), (0, 2, 2, False), (3, 2, 2, False), (3, 4, 3, True)],
)
def test_of_the_operators_limit_and_the_servers_the_lower_one_holds(
    operators: int, servers: int, expected: int, is_own: bool
) -> None:
    limits = DailyLimits(per_guild=operators)
    limit = limits.of(asked(), PlaceSettings(guild_questions_per_day=servers))[HERE]
    assert limit == expected
    assert limits.is_own(HERE, limit) is is_own


def test_a_server_limits_a_member_there_and_a_channel() -> None:
    limits = DailyLimits(per_member=2)
    settings = PlaceSettings(member_questions_per_day=5, questions_per_day=6)
    member, channel = Scope(ScopeKind.GUILD_MEMBER, 1, 3), Scope(ScopeKind.CHANNEL, 7)
    found = limits.of(asked(), settings)
    assert (found[ANN], found[member], found[channel]) == (2, 5, 6)
    assert not limits.is_own(member, 5)


@pytest.mark.parametrize(
    ("requests", "kind"),
    [
        ({}, None),
        ({ANN: 1, HERE: 2, EVERYTHING: 3}, None),
        ({ANN: 2}, ScopeKind.MEMBER),
        ({HERE: 5, EVERYTHING: 4}, ScopeKind.GUILD),
        ({EVERYTHING: 4}, ScopeKind.ALL),
    ],
)
def test_the_first_limit_that_is_reached_is_told(
    requests: dict[Scope, int], kind: ScopeKind | None
) -> None:
    reached = Today({ANN: 2, HERE: 3, EVERYTHING: 4}, requests, ENDS_AT_S).reached()
    assert (reached.kind if reached else None) == kind


def test_questions_that_wait_to_be_asked_count_as_well() -> None:
    today = Today({ANN: 2, EVERYTHING: 9}, {ANN: 1}, ENDS_AT_S)
    assert today.with_expected([]).reached() is None
    assert today.with_expected([asked()]).reached() is not None


def test_near_a_limit_a_few_requests_more_or_less_decide_whether_it_is_reached() -> None:
    today = Today({ANN: 9, EVERYTHING: 5}, {ANN: 1, EVERYTHING: 3}, ENDS_AT_S)
    assert [today.is_within(requests) for requests in (1, 2)] == [False, True]
    assert replace(today, requests={EVERYTHING: 7}).is_within(2)


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ({ANN: 1}, "your one question for today"),
        ({ANN: 2000}, "your 2,000 questions for today"),
        ({HERE: 1}, "This server has used up its questions"),
        ({EVERYTHING: 1}, "I have used up all my questions"),
    ],
)
def test_the_word_says_which_limit_and_when_it_goes_on(
    limits: dict[Scope, int], words: str
) -> None:
    reached = Today(limits, limits, ENDS_AT_S).reached()
    assert reached is not None
    said = text(reached.text_key, **reached.text_args())
    assert words in said
    assert f"<t:{ENDS_AT_S}:R>" in said
