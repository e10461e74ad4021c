"""What holds in a place, and where it comes from."""

from __future__ import annotations

import pytest

from bridge_bot.core.guild_settings.values import GuildSettings, Served, SettingName, SettingValue
from bridge_bot.discord_adapter.intake.settings_panel.in_force import (
    LIMITS,
    NOT_INHERITED,
    SERVER,
    OperatorOptions,
    Source,
    in_force,
    own_value,
)

HERE, ELSEWHERE = 7, 8
SETTINGS = GuildSettings(
    1,
    5,
    {
        SERVER: {SettingName.SERVED: Served.NOTHING, SettingName.SHUT_OUT: frozenset({3})},
        HERE: {SettingName.SERVED: Served.MESSAGES},
    },
)


@pytest.mark.parametrize(
    ("channel_id", "value", "source"),
    [
        (HERE, Served.MESSAGES, Source.CHANNEL),
        (ELSEWHERE, Served.NOTHING, Source.SERVER),
        (SERVER, Served.NOTHING, Source.SERVER),
    ],
)
def test_a_channel_goes_before_its_server(
    channel_id: int, value: SettingValue, source: Source
) -> None:
    assert in_force(SETTINGS, channel_id, SettingName.SERVED) == (value, source)


@pytest.mark.parametrize("name", SettingName)
def test_without_settings_everything_is_as_the_settings_of_a_place_say(name: SettingName) -> None:
    """The panel must not tell another default than the one that holds."""
    bare = GuildSettings(1)
    found, holds = in_force(bare, HERE, name), bare.place(HERE)
    fields = {
        SettingName.LANGUAGE: "guild_language",
        SettingName.ASKER_ROLES: "asker_role_ids",
        SettingName.SHUT_OUT: "shut_out_ids",
        SettingName.ARCHIVE_AFTER: "archive_after_min",
        SettingName.FEEDBACK_CHANNEL: "feedback_channel_id",
        SettingName.HELP_ROLE: "help_role_id",
        SettingName.QUIET_AFTER_HELPER: "quiet_after_helper_min",
        SettingName.PAUSED: "is_paused",
    }
    assert found == (getattr(holds, fields.get(name, name)), Source.DEFAULT)


@pytest.mark.parametrize("name", sorted(NOT_INHERITED))
def test_what_a_channel_has_beside_its_server_is_not_the_servers(name: SettingName) -> None:
    assert in_force(SETTINGS, HERE, name).source is Source.DEFAULT


def test_what_is_set_for_a_place_itself_is_told_apart() -> None:
    assert own_value(SETTINGS, HERE, SettingName.SERVED) == Served.MESSAGES
    assert own_value(SETTINGS, ELSEWHERE, SettingName.SERVED) is None


def test_the_operators_limit_of_a_day_is_a_servers_and_not_a_channels() -> None:
    operator = OperatorOptions(limits=dict.fromkeys(LIMITS, 9))
    assert operator.limit(SettingName.QUESTIONS_PER_DAY, SERVER) == 9
    assert operator.limit(SettingName.QUESTIONS_PER_DAY, HERE) == 0
    assert operator.limit(SettingName.MEMBER_QUESTIONS_PER_DAY, HERE) == 9
    assert OperatorOptions().limit(SettingName.QUESTIONS_PER_DAY, SERVER) == 0
