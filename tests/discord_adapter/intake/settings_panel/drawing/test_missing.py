"""What the bot lacks is said where it is chosen."""

from __future__ import annotations

from dataclasses import replace

import discord
import pytest

from bridge_bot.core.guild_settings.place_kind import PlaceKind
from bridge_bot.core.guild_settings.values import AnswerPlace, Served, SettingName, SettingValue
from bridge_bot.discord_adapter.intake.handoff.help_role import RoleProblem
from bridge_bot.discord_adapter.intake.settings_panel.drawing.missing import warnings
from bridge_bot.discord_adapter.intake.settings_panel.in_force import OperatorOptions
from tests.discord_adapter.intake.settings_panel.panels import shown
from tests.harness.english import text

SERVED, PLACE = SettingName.SERVED, SettingName.ANSWER_PLACE


def without(permission: str) -> discord.Permissions:
    """Everything but that, and but Administrator, which would be everything."""
    permissions = discord.Permissions.all()
    permissions.update(administrator=False, **{permission: False})
    return permissions


@pytest.mark.parametrize(
    ("name", "value", "kind", "permission", "effect"),
    [
        (SERVED, Served.MENTIONS, PlaceKind.TEXT, "view_channel", "all"),
        (SERVED, Served.MENTIONS, PlaceKind.VOICE, "connect", "all"),
        (SERVED, Served.POSTS, PlaceKind.FORUM, "send_messages_in_threads", "all"),
        (PLACE, AnswerPlace.PUBLIC_THREAD, PlaceKind.TEXT, "create_public_threads", "thread"),
        (
            PLACE,
            AnswerPlace.PRIVATE_THREAD,
            PlaceKind.TEXT,
            "create_private_threads",
            "private-thread",
        ),
        (
            PLACE,
            AnswerPlace.PRIVATE_THREAD,
            PlaceKind.TEXT,
            "send_messages_in_threads",
            "private-thread",
        ),
        (SERVED, Served.POSTS, PlaceKind.FORUM, "read_message_history", "history"),
        (PLACE, AnswerPlace.PRIVATE_THREAD, PlaceKind.TEXT, "manage_threads", "moderation"),
        (PLACE, AnswerPlace.CHANNEL, PlaceKind.ANNOUNCEMENT, "send_messages", "all"),
    ],
)
def test_a_permission_that_is_needed_is_named_with_what_follows(
    name: SettingName, value: SettingValue, kind: PlaceKind, permission: str, effect: str
) -> None:
    here = shown(channel={name: value}, kind=kind, permissions=without(permission))
    expected = text(
        "settings-lacks",
        permissions=text(f"settings-permission-{permission.replace('_', '-')}"),
        effect=text(f"settings-lacks-{effect}"),
    )
    assert warnings(name, here) == [expected]


@pytest.mark.parametrize("name", SettingName)
def test_nothing_is_said_where_nothing_is_lacking(name: SettingName) -> None:
    assert warnings(name, shown(in_channel=True)) == []


def test_what_is_not_served_needs_nothing() -> None:
    none = discord.Permissions.none()
    here = shown(channel={SERVED: Served.NOTHING}, permissions=none)
    assert warnings(SERVED, here) == []


def test_an_administrator_lacks_nothing() -> None:
    administrator = discord.Permissions(administrator=True)
    assert warnings(PLACE, shown(in_channel=True, permissions=administrator)) == []


@pytest.mark.parametrize(
    ("kind", "served", "is_told"),
    [
        (PlaceKind.VOICE, Served.MENTIONS, True),
        (PlaceKind.ANNOUNCEMENT, Served.MENTIONS, True),
        (PlaceKind.FORUM, Served.MENTIONS, True),
        (PlaceKind.FORUM, Served.POSTS, False),  # answers stand in the posts
        (PlaceKind.TEXT, Served.MENTIONS, False),
    ],
)
def test_where_there_are_no_private_threads_they_are_not_waited_for(
    kind: PlaceKind, served: Served, is_told: bool
) -> None:
    """What is set for the whole server holds there, too."""
    server = {PLACE: AnswerPlace.PRIVATE_THREAD, SERVED: served}
    said = warnings(PLACE, shown(server=server, kind=kind, in_channel=True))
    assert said == ([text("settings-no-private-threads")] if is_told else [])


@pytest.mark.parametrize("served", Served)
def test_without_the_intent_only_mentions_can_be_read(served: Served) -> None:
    operator = OperatorOptions(reads_messages=False)
    said = warnings(SERVED, shown(server={SERVED: served}, operator=operator))
    every = served in {Served.MESSAGES, Served.POSTS}
    assert said == ([text("settings-lacks-content")] if every else [])


def test_what_the_operator_has_switched_off_for_all_is_told() -> None:
    here = shown(operator=OperatorOptions(show_sources=False, show_controls=False))
    for name in (SettingName.SHOW_SOURCES, SettingName.SHOW_CONTROLS):
        assert warnings(name, here) == [text("settings-operator-off")]
        assert warnings(name, shown()) == []


def test_a_channel_for_feedback_has_to_be_writable() -> None:
    said = warnings(
        SettingName.FEEDBACK_CHANNEL, shown(feedback_permissions=without("send_messages"))
    )
    assert text("settings-lacks-feedback") in said[0]


def test_a_channel_for_feedback_that_is_gone_is_told() -> None:
    here = shown(server={SettingName.FEEDBACK_CHANNEL: 9})
    gone = replace(here, place=replace(here.place, gone_ids=frozenset({9})))
    assert warnings(SettingName.FEEDBACK_CHANNEL, here) == []
    assert warnings(SettingName.FEEDBACK_CHANNEL, gone) == [text("settings-feedback-gone")]


@pytest.mark.parametrize(
    ("problem", "key"),
    [
        (RoleProblem.NOT_MENTIONABLE, "settings-lacks-role"),
        (RoleProblem.GONE, "settings-lacks-helpers"),
        (RoleProblem.EVERYBODY, "settings-not-everybody"),
    ],
)
def test_a_role_that_cannot_be_called_is_told(problem: RoleProblem, key: str) -> None:
    assert warnings(SettingName.HELP_ROLE, shown(role_problem=problem)) == [text(key)]


def test_without_the_permission_to_manage_threads_there_is_no_button_to_resolve_them() -> None:
    name, lacking = SettingName.ARCHIVE_RESOLVED, without("manage_threads")
    (said,) = warnings(name, shown(server={name: True}, permissions=lacking))
    assert text("settings-lacks-resolving") in said
    assert warnings(name, shown(server={name: True})) == warnings(name, shown()) == []
    assert warnings(name, shown(permissions=lacking)) == []
