"""The place that a panel is about, as discord.py's cache knows it."""

from __future__ import annotations

import discord
import pytest

from bridge_bot.core.guild_settings.place_kind import PlaceKind
from bridge_bot.core.guild_settings.values import GuildSettings, SettingName
from bridge_bot.discord_adapter.intake.handoff.help_role import RoleProblem
from bridge_bot.discord_adapter.intake.settings_panel.in_force import SERVER
from bridge_bot.discord_adapter.intake.settings_panel.place import place_of
from tests.discord_adapter.offline_client import (
    BOT_ID,
    GUILD_ID,
    Payload,
    add_guild,
    channel,
    guild,
    offline_client,
)

CHANNEL, SECRET, ROLE = 10, 11, 12
BARE = GuildSettings(GUILD_ID)


async def known(*channels: Payload, roles: tuple[Payload, ...] = ()) -> discord.Guild:
    """A server in the bot's cache, where everybody may do everything that channels can take."""
    payload = guild(*channels)
    permissions = discord.Permissions.all()
    permissions.update(administrator=False)
    everyone = payload["roles"][0] | {"permissions": str(permissions.value)}
    return add_guild(offline_client(), payload | {"roles": [everyone, *roles]})


def denied(permission: str) -> list[Payload]:
    """Overwrites of a channel that take a permission from the bot."""
    deny = discord.Permissions(**{permission: True})
    return [{"id": str(BOT_ID), "type": 1, "allow": "0", "deny": str(deny.value)}]


@pytest.mark.parametrize(
    ("discords", "kind"),
    [
        (discord.ChannelType.text, PlaceKind.TEXT),
        (discord.ChannelType.news, PlaceKind.ANNOUNCEMENT),
        (discord.ChannelType.forum, PlaceKind.FORUM),
        (discord.ChannelType.media, PlaceKind.FORUM),
        (discord.ChannelType.voice, PlaceKind.VOICE),
        (discord.ChannelType.stage_voice, PlaceKind.VOICE),
    ],
)
async def test_each_type_of_channel_is_a_kind_of_place(
    discords: discord.ChannelType, kind: PlaceKind
) -> None:
    place = place_of(await known(channel(CHANNEL, kind=discords)), CHANNEL, BARE)
    assert place is not None
    assert (place.channel_id, place.kind) == (CHANNEL, kind)


async def test_without_a_channel_it_is_the_server_and_an_unknown_one_is_none() -> None:
    server = await known()
    place = place_of(server, SERVER, BARE)
    assert place is not None
    assert place.kind is PlaceKind.SERVER
    assert place_of(server, CHANNEL, BARE) is None


async def test_permissions_are_those_in_the_channel() -> None:
    secret = channel(SECRET) | {"permission_overwrites": denied("create_private_threads")}
    server = await known(channel(CHANNEL), secret)
    here, there = place_of(server, CHANNEL, BARE), place_of(server, SECRET, BARE)
    assert here is not None
    assert there is not None
    assert here.permissions.create_private_threads
    assert not there.permissions.create_private_threads


async def test_the_channel_for_feedback_is_looked_at_too() -> None:
    secret = channel(SECRET) | {"permission_overwrites": denied("send_messages")}
    server = await known(channel(CHANNEL), secret)
    values = {SERVER: {SettingName.FEEDBACK_CHANNEL: SECRET}}
    place = place_of(server, CHANNEL, GuildSettings(GUILD_ID, 1, values))
    assert place is not None
    assert place.feedback_permissions is not None
    assert not place.feedback_permissions.send_messages
    gone = {SERVER: {SettingName.FEEDBACK_CHANNEL: 99}}
    bare = place_of(server, CHANNEL, GuildSettings(GUILD_ID, 1, gone))
    assert bare is not None
    assert bare.feedback_permissions is None
    assert bare.gone_ids == {99}


@pytest.mark.parametrize(
    ("mentionable", "mentions_all", "problem"),
    [
        (False, False, RoleProblem.NOT_MENTIONABLE),
        (True, False, None),
        (False, True, None),
    ],
)
async def test_a_role_can_be_called_if_everybody_or_the_bot_may_mention_it(
    mentionable: bool, mentions_all: bool, problem: RoleProblem | None
) -> None:
    everyone = guild()["roles"][0]
    role = everyone | {"id": str(ROLE), "permissions": "0", "mentionable": mentionable}
    overwrites = [] if mentions_all else denied("mention_everyone")
    here = channel(CHANNEL) | {"permission_overwrites": overwrites}
    values = {SERVER: {SettingName.HELP_ROLE: ROLE}}
    server = await known(here, roles=(role,))
    place = place_of(server, CHANNEL, GuildSettings(GUILD_ID, 1, values))
    assert place is not None
    assert place.role_problem is problem
    assert not place.gone_ids


async def test_a_role_that_is_gone_can_not_be_called() -> None:
    server = await known(channel(CHANNEL))
    values = {SERVER: {SettingName.HELP_ROLE: ROLE}}
    place = place_of(server, CHANNEL, GuildSettings(GUILD_ID, 1, values))
    assert place is not None
    assert place.role_problem is RoleProblem.GONE
    assert place.gone_ids == {ROLE}


async def test_a_channel_that_has_none_of_them_lacks_nothing() -> None:
    server = await known(channel(CHANNEL))
    none = dict.fromkeys((SettingName.FEEDBACK_CHANNEL, SettingName.HELP_ROLE), 0)
    place = place_of(server, CHANNEL, GuildSettings(GUILD_ID, 1, {CHANNEL: none}))
    assert place is not None
    assert (place.feedback_permissions, place.role_problem, place.gone_ids) == (
        None,
        None,
        frozenset(),
    )
