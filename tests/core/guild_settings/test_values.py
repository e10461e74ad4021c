"""What is in force in a channel: its own settings, then those of its server, then the default."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import bridge_bot
from bridge_bot.core.guild_settings.values import (
    AnswerPlace,
    GuildSettings,
    PlaceSettings,
    Served,
    SettingName,
)

GENERAL, HELP = 7, 8

SETTINGS = GuildSettings(
    1,
    4,
    {
        0: {
            SettingName.SERVED: "messages",  # as a text, as it comes from a select
            SettingName.ANSWER_PLACE: AnswerPlace.CHANNEL,
            SettingName.CHAT_BOT: "docs",
            SettingName.ASKER_ROLES: frozenset({20}),
            SettingName.SHUT_OUT: frozenset({3}),
            SettingName.MEMBER_QUESTIONS_PER_MINUTE: 2,
            SettingName.MEMBER_QUESTIONS_PER_DAY: 20,
            SettingName.QUESTIONS_PER_DAY: 200,
            SettingName.ARCHIVE_AFTER: 60,
            SettingName.SHOW_SOURCES: False,
            SettingName.HELP_ROLE: 30,
            SettingName.QUIET_AFTER_HELPER: 0,
        },
        HELP: {
            SettingName.SERVED: Served.NOTHING,
            SettingName.CHAT_BOT: "",
            SettingName.ASKER_ROLES: frozenset(),
            SettingName.SHUT_OUT: frozenset({4}),
            SettingName.QUESTIONS_PER_DAY: 50,
            SettingName.SHOW_SOURCES: True,
            SettingName.SHOW_CONTROLS: False,
            SettingName.FEEDBACK_CHANNEL: 9,
        },
    },
)


def test_without_settings_all_is_as_the_default_has_it() -> None:
    assert GuildSettings(1).place(GENERAL) == PlaceSettings()
    assert not GuildSettings(1).is_paused


def test_in_a_channel_without_settings_those_of_the_server_hold() -> None:
    assert SETTINGS.place(GENERAL) == PlaceSettings(
        served=Served.MESSAGES,
        answer_place=AnswerPlace.CHANNEL,
        chat_bot="docs",
        asker_role_ids=frozenset({20}),
        shut_out_ids=frozenset({3}),
        member_questions_per_minute=2,
        member_questions_per_day=20,
        guild_questions_per_day=200,
        archive_after_min=60,
        show_sources=False,
        help_role_id=30,
        quiet_after_helper_min=0,
    )


def test_what_a_channel_sets_holds_there_in_place_of_the_servers() -> None:
    """Also where that is the default; but whom the server shuts out is shut out everywhere, and
    both limits of the day hold.
    """
    assert SETTINGS.place(HELP) == PlaceSettings(
        served=Served.NOTHING,
        answer_place=AnswerPlace.CHANNEL,
        shut_out_ids=frozenset({3, 4}),
        member_questions_per_minute=2,
        member_questions_per_day=20,
        guild_questions_per_day=200,
        questions_per_day=50,
        archive_after_min=60,
        show_sources=True,
        show_controls=False,
        feedback_channel_id=9,
        help_role_id=30,
        quiet_after_helper_min=0,
    )


def test_a_channel_can_have_none_of_what_its_server_has() -> None:
    names = (SettingName.FEEDBACK_CHANNEL, SettingName.HELP_ROLE)
    settings = GuildSettings(1, 1, {0: dict.fromkeys(names, 9), GENERAL: dict.fromkeys(names, 0)})
    here, elsewhere = settings.place(GENERAL), settings.place(GENERAL + 1)
    assert (here.feedback_channel_id, here.help_role_id) == (None, None)
    assert (elsewhere.feedback_channel_id, elsewhere.help_role_id) == (9, 9)


def test_everybody_is_no_role_to_be_called() -> None:
    assert GuildSettings(1, 1, {0: {SettingName.HELP_ROLE: 1}}).place(GENERAL).help_role_id is None


def test_a_server_is_paused_as_a_whole() -> None:
    paused = GuildSettings(1, 1, {0: {SettingName.PAUSED: True}})
    assert paused.is_paused
    assert paused.place(GENERAL) == PlaceSettings(is_paused=True)
    assert not GuildSettings(1, 1, {0: {SettingName.PAUSED: False}}).is_paused


def test_each_setting_of_a_place_changes_something() -> None:
    """By who reads it, outside of the settings themselves and of `/settings`."""
    package = Path(bridge_bot.__file__).parent
    code = "".join(
        module.read_text()
        for part in ("core", "discord_adapter")
        for module in (package / part).rglob("*.py")
        if not {"guild_settings", "settings_panel"} & set(module.parts)
    )
    unread = {each.name for each in fields(PlaceSettings) if f".{each.name}" not in code}
    assert unread == set()
