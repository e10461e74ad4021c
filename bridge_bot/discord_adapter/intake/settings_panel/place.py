"""The channel, forum or server that a panel is about, and what the bot may do there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import discord

from bridge_bot.core.guild_settings.place_kind import PlaceKind
from bridge_bot.core.guild_settings.values import GuildSettings, Served, SettingName
from bridge_bot.discord_adapter.intake.handoff.help_role import RoleProblem, problem_of_role
from bridge_bot.discord_adapter.intake.permissions import VOICE_CHANNELS
from bridge_bot.discord_adapter.intake.settings_panel.in_force import SERVER, in_force


def as_served(kind: PlaceKind, served: Served) -> Served:
    """What is served in a place of that kind, where that much is set: a forum has no messages but
    those of its posts, and only a forum has posts.
    """
    nothing_there = {
        PlaceKind.SERVER: None,
        PlaceKind.FORUM: Served.MESSAGES,
    }.get(kind, Served.POSTS)
    return Served.MENTIONS if served is nothing_there else served


@dataclass(frozen=True, slots=True)
class Place:
    """A place, with what Discord tells of the bot there.

    `permissions` are the bot's, and `feedback_permissions` those in the channel for feedback that
    is in force; None: there is none, or it is gone. `role_problem` is why it can't ping the role
    that is called for help. `gone_ids` are the channels that have settings or are to be told of
    feedback, and the roles that may ask or are called, which the bot does not know any more.
    """

    channel_id: int = SERVER
    kind: PlaceKind = PlaceKind.SERVER
    permissions: discord.Permissions = field(default_factory=discord.Permissions.all)
    feedback_permissions: discord.Permissions | None = None
    role_problem: RoleProblem | None = None
    gone_ids: frozenset[int] = frozenset()


def place_of(guild: discord.Guild, channel_id: int, settings: GuildSettings) -> Place | None:
    """That channel or forum of the server, or the server (0); None: there is none, or the bot does
    not know it.
    """
    kind, permissions = PlaceKind.SERVER, guild.me.guild_permissions
    if channel_id != SERVER:
        channel = guild.get_channel(channel_id)
        if channel is None:
            return None
        kind, permissions = kind_of(channel), channel.permissions_for(guild.me)
    return Place(
        channel_id,
        kind,
        permissions,
        _feedback_permissions(guild, channel_id, settings),
        _role_problem(guild, channel_id, settings, permissions),
        frozenset(_gone_ids(guild, settings)),
    )


def _gone_ids(guild: discord.Guild, settings: GuildSettings) -> Iterator[int]:
    for channel_id, values in settings.values.items():
        if channel_id != SERVER and guild.get_channel(channel_id) is None:
            yield channel_id
        feedback_id = values.get(SettingName.FEEDBACK_CHANNEL)
        if feedback_id and isinstance(feedback_id, int) and guild.get_channel(feedback_id) is None:
            yield feedback_id
        roles = values.get(SettingName.ASKER_ROLES)
        if isinstance(roles, frozenset):
            yield from (role for role in roles if guild.get_role(role) is None)
        role_id = values.get(SettingName.HELP_ROLE)
        if role_id and isinstance(role_id, int) and guild.get_role(role_id) is None:
            yield role_id


def kind_of(channel: discord.abc.GuildChannel) -> PlaceKind:
    """What kind of place a channel is."""
    if isinstance(channel, discord.ForumChannel):
        return PlaceKind.FORUM
    if isinstance(channel, VOICE_CHANNELS):
        return PlaceKind.VOICE
    if isinstance(channel, discord.TextChannel) and channel.is_news():
        return PlaceKind.ANNOUNCEMENT
    return PlaceKind.TEXT


def _feedback_permissions(
    guild: discord.Guild, channel_id: int, settings: GuildSettings
) -> discord.Permissions | None:
    wanted = in_force(settings, channel_id, SettingName.FEEDBACK_CHANNEL).value
    channel = guild.get_channel(wanted) if isinstance(wanted, int) else None
    return channel.permissions_for(guild.me) if channel is not None else None


def _role_problem(
    guild: discord.Guild,
    channel_id: int,
    settings: GuildSettings,
    permissions: discord.Permissions,
) -> RoleProblem | None:
    role_id = in_force(settings, channel_id, SettingName.HELP_ROLE).value
    if not (role_id and isinstance(role_id, int)):
        return None
    return problem_of_role(guild, role_id, permissions)
