"""What discord.py's cache says of a server, as facts."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from datetime import UTC, datetime

import discord
import pytest

from bridge_bot.core.guild_settings.place_kind import PlaceKind
from bridge_bot.core.guild_settings.values import GuildSettings, SettingName, SettingValue
from bridge_bot.discord_adapter.intake.doctor.facts import SeenGuild, guild_facts
from bridge_bot.discord_adapter.intake.settings_panel.in_force import SERVER, OperatorOptions
from bridge_bot.doctor.checks import permissions
from bridge_bot.doctor.guild_facts import ChannelFacts, GuildFacts
from tests.discord_adapter.offline_client import (
    ANN_ID,
    BOT_ID,
    GUILD_ID,
    Payload,
    add_guild,
    channel,
    guild,
    offline_client,
    user,
)

NOW = datetime(2026, 11, 27, tzinfo=UTC)
GENERAL, FORUM, VOICE, CATEGORY = 11, 12, 13, 14
HELPERS = 99
ALL = discord.Permissions.all()
USUAL = discord.Permissions(view_channel=True, send_messages=True, connect=True)

Values = Mapping[int, Mapping[SettingName, SettingValue]]


def role(role_id: int, held: discord.Permissions, *, mentionable: bool = False) -> Payload:
    """A role; that with the server's id is @everyone."""
    everyone: Payload = guild()["roles"][0]
    granted = {"permissions": str(held.value), "mentionable": mentionable}
    return everyone | {"id": str(role_id)} | granted


def facts(
    values: Values | None = None,
    operator: OperatorOptions | None = None,
    *,
    denied: int = 0,
    mentionable: bool = False,
    timed_out_until: str | None = None,
) -> GuildFacts:
    """The facts about a server with these values; `denied` is taken in the text channel."""
    overwrite = {"id": str(BOT_ID), "type": 1, "allow": "0", "deny": str(denied)}
    bot = {
        "user": user(BOT_ID),
        "roles": [],
        "deaf": False,
        "mute": False,
        "flags": 0,
        "joined_at": "2026-11-03T10:00:00+00:00",
        "communication_disabled_until": timed_out_until,
    }
    made = guild(
        channel(GENERAL) | {"permission_overwrites": [overwrite]},
        channel(FORUM, kind=discord.ChannelType.forum) | {"position": 1, "available_tags": []},
        channel(VOICE, kind=discord.ChannelType.voice) | {"position": 2},
        channel(CATEGORY, kind=discord.ChannelType.category),
        roles=[role(GUILD_ID, USUAL), role(HELPERS, USUAL, mentionable=mentionable)],
        members=[bot],
        owner_id=str(ANN_ID),
    )
    seen = SeenGuild.of_cache(add_guild(offline_client(), made))
    return guild_facts(
        seen,
        GuildSettings(GUILD_ID, 1, values or {}),
        operator or OperatorOptions(),
        label_of=lambda channel_id: f"<#{channel_id}>",
        here_id=GENERAL,
        now=lambda: NOW,
    )


def general(found: GuildFacts) -> ChannelFacts:
    """The facts about the text channel."""
    return next(each for each in found.channels if each.label == f"<#{GENERAL}>")


def test_each_place_for_questions_is_there_with_what_the_bot_lacks() -> None:
    found = facts(
        {GENERAL: {SettingName.CHAT_BOT: "docs"}}, denied=discord.Permissions.text().value
    )
    kinds = {each.label: each.kind for each in found.channels}
    assert kinds == {
        f"<#{GENERAL}>": PlaceKind.TEXT,
        f"<#{FORUM}>": PlaceKind.FORUM,
        f"<#{VOICE}>": PlaceKind.VOICE,
    }
    here, forum, _ = found.channels
    assert (here.is_own, here.is_here, here.settings.chat_bot) == (True, True, "docs")
    assert (forum.is_own, forum.is_here, forum.settings.chat_bot) == (False, False, "")
    assert "send_messages" in here.lacks
    assert "send_messages" not in forum.lacks
    assert "attach_files" in forum.lacks


def test_every_permission_that_a_check_asks_for_is_looked_at() -> None:
    """Under the name by which it asks for it."""
    asked = set(re.findall(r'"([a-z]+_[a-z_]+|connect)"', inspect.getsource(permissions)))
    assert asked == general(facts(denied=ALL.value)).lacks


@pytest.mark.parametrize(
    ("mentionable", "role_id", "may_call"),
    [(False, HELPERS, False), (True, HELPERS, True), (True, 5, False), (True, GUILD_ID, False)],
)
def test_the_help_role_can_be_called_if_it_is_mentionable(
    mentionable: bool, role_id: int, may_call: bool
) -> None:
    """But not one that is gone, nor everybody."""
    found = facts({SERVER: {SettingName.HELP_ROLE: role_id}}, mentionable=mentionable)
    assert general(found).may_call_role is may_call


@pytest.mark.parametrize(
    ("feedback_id", "denied", "lacks"),
    [
        (GENERAL, 0, set()),
        (GENERAL, discord.Permissions(send_messages=True).value, {"send_messages"}),
        (404, 0, {"view_channel", "send_messages"}),
    ],
)
def test_a_feedback_channel_that_can_not_be_written_to_or_is_gone_is_known(
    feedback_id: int, denied: int, lacks: set[str]
) -> None:
    found = facts({GENERAL: {SettingName.FEEDBACK_CHANNEL: feedback_id}}, denied=denied)
    assert general(found).feedback_lacks == lacks


def test_channels_that_are_gone_and_roles_that_are_all_gone_are_known() -> None:
    gone = facts({404: {SettingName.CHAT_BOT: "docs"}, SERVER: {SettingName.PAUSED: True}})
    assert gone.gone == ("<#404>",)
    assert gone.is_paused
    for roles, is_gone in (({5, 6}, True), ({5, HELPERS}, False), (set[int](), False)):
        asked = facts({SERVER: {SettingName.ASKER_ROLES: frozenset(roles)}})
        assert asked.is_askers_gone is is_gone


def test_what_is_switched_on_in_vain_is_known() -> None:
    on = {GENERAL: {SettingName.SHOW_SOURCES: True}, FORUM: {SettingName.SHOW_SOURCES: False}}
    assert facts(on).shown_in_vain == ()
    assert facts(on, OperatorOptions(show_sources=False)).shown_in_vain == (f"<#{GENERAL}>",)


@pytest.mark.parametrize(
    ("until", "is_timed_out"),
    [(None, False), ("2026-11-26T00:00:00+00:00", False), ("2026-11-28T00:00:00+00:00", True)],
)
def test_a_time_out_of_the_bot_is_known_until_it_is_over(
    until: str | None, is_timed_out: bool
) -> None:
    assert facts(timed_out_until=until).is_timed_out is is_timed_out
