"""What else is found on a server."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bridge_bot.core.guild_settings.values import PlaceSettings, Served
from bridge_bot.core.model import ScopeKind
from bridge_bot.core.policy.daily_limits import ReachedLimit
from bridge_bot.doctor.checks.guild import check_guild
from bridge_bot.doctor.codes import OF_SERVER
from bridge_bot.doctor.guild_facts import ChannelFacts, GuildFacts, Lately
from bridge_bot.texts import Texts

ENGLISH = Texts.of("en")


def channel(*, is_here: bool = False, **settings: Any) -> ChannelFacts:
    """A channel with these settings."""
    return ChannelFacts("#general", settings=PlaceSettings(**settings), is_here=is_here)


ALL = channel(served=Served.MESSAGES)
OFF = channel(served=Served.NOTHING, is_here=True)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"is_timed_out": True}, ["E322"]),
        ({"is_allowed": False}, ["W323"]),
        ({"is_paused": True}, ["W321"]),
        ({"is_paused_by_operator": True}, ["W331"]),
        ({"is_known": False}, ["W330"]),
        ({"gone": ("#old",)}, ["W316"]),
        ({"is_askers_gone": True}, ["E317"]),
        ({"channels": (channel(chat_bot="docs"),), "chat_bots": ("docs",)}, []),
        ({"channels": (channel(chat_bot="gone"),), "chat_bots": ("docs",)}, ["W318"]),
        ({"channels": (ALL,)}, []),
        ({"channels": (ALL,), "reads_messages": False}, ["W319"]),
        ({"shown_in_vain": ("#general",)}, ["N320"]),
        ({"channels": (OFF,)}, ["N324"]),
        ({"channels": (replace(OFF, is_here=False),)}, []),
        ({"reached": (ReachedLimit(ScopeKind.GUILD, 20, 86_400),)}, ["W325"]),
        ({"lately": Lately(refused={"refused-too-many": 3})}, ["N326"]),
        ({"lately": Lately(failed={"error-api-busy": 2}, answer_age_s=90)}, ["W327", "N329"]),
        ({"lately": Lately(outage="error-api-unreachable", answer_age_s=90)}, ["W328"]),
        ({"is_paused": True, "is_timed_out": True, "shown_in_vain": ("#a",)}, "E322 W321 N320"),
    ],
)
def test_each_fault_has_its_finding_and_the_worst_comes_first(
    changed: dict[str, Any], expected: list[str] | str
) -> None:
    found = [each.code for each in check_guild(replace(GuildFacts(), **changed))]
    assert found == (expected.split() if isinstance(expected, str) else expected)
    assert set(found) <= OF_SERVER.keys()  # nothing that concerns the operator only


def test_reasons_are_told_in_words_also_one_that_has_none() -> None:
    lately = Lately(refused={"refused-role": 3, "of-a-later-version": 1})
    first, second = check_guild(GuildFacts(lately=lately))
    assert "3 × refused: the member has none of the roles" in first.message(ENGLISH)
    assert "1 × refused: another reason" in second.message(ENGLISH)


def test_of_many_reasons_only_the_most_frequent_are_told() -> None:
    refused = {f"reason-{number}": number for number in range(1, 20)}
    counts = [each.args["count"] for each in check_guild(GuildFacts(lately=Lately(refused)))]
    assert counts == [19, 18, 17, 16, 15]
