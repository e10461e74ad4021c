"""What each setting can be set to."""

from __future__ import annotations

import pytest

from bridge_bot.core.guild_settings.kinds import KINDS, MOST_NUMBER, check
from bridge_bot.core.guild_settings.values import (
    OF_SERVER_ALONE,
    AnswerPlace,
    Served,
    SettingName,
    SettingValue,
)


def test_every_setting_has_a_kind() -> None:
    assert set(KINDS) == set(SettingName)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *((SettingName.SERVED, each) for each in Served),
        (SettingName.SERVED, "mentions"),
        *((SettingName.ANSWER_PLACE, each) for each in AnswerPlace),
        (SettingName.CHAT_BOT, ""),
        (SettingName.ASKER_ROLES, frozenset[int]()),
        (SettingName.SHUT_OUT, frozenset(range(1, 1001))),
        (SettingName.MEMBER_QUESTIONS_PER_MINUTE, 0),
        (SettingName.QUESTIONS_PER_DAY, MOST_NUMBER),
        *((SettingName.ARCHIVE_AFTER, each) for each in (60, 1440, 4320, 10080)),
        (SettingName.HELP_ROLE, 2**63 - 1),
        (SettingName.HELP_ROLE, 0),
        (SettingName.PAUSED, False),
    ],
)
def test_a_value_of_the_right_kind_is_fine(name: SettingName, value: SettingValue) -> None:
    check(name, value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (SettingName.SERVED, "everything"),
        (SettingName.SERVED, 1),
        (SettingName.CHAT_BOT, "x" * 101),
        (SettingName.ASKER_ROLES, 20),
        (SettingName.SHUT_OUT, frozenset({0})),
        (SettingName.SHUT_OUT, frozenset(range(1, 1002))),
        (SettingName.QUESTIONS_PER_DAY, -1),
        (SettingName.QUESTIONS_PER_DAY, MOST_NUMBER + 1),
        (SettingName.QUESTIONS_PER_DAY, True),
        (SettingName.QUESTIONS_PER_DAY, "10"),
        (SettingName.ARCHIVE_AFTER, 61),
        (SettingName.FEEDBACK_CHANNEL, 2**63),
        (SettingName.FEEDBACK_CHANNEL, False),
        (SettingName.PAUSED, 1),
    ],
)
def test_any_other_value_is_refused(name: SettingName, value: SettingValue) -> None:
    with pytest.raises(ValueError, match=name):
        check(name, value)


@pytest.mark.parametrize("name", sorted(OF_SERVER_ALONE))
def test_what_holds_for_the_whole_server_can_not_be_set_for_a_channel(name: SettingName) -> None:
    value = name is SettingName.PAUSED or 5
    check(name, value)
    with pytest.raises(ValueError, match="for a server only"):
        check(name, value, channel_id=7)
