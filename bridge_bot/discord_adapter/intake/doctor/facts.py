"""What discord.py knows of a server, as facts for the checks. Pure.

For the running bot that is its cache, for `bridge-bot check` what it has just fetched: there a
server knows neither its channels nor the bot as its member, so these are passed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

import discord

from bridge_bot.core.guild_settings.values import GuildSettings, PlaceSettings, SettingName
from bridge_bot.discord_adapter.intake.handoff.help_role import problem_of_role
from bridge_bot.discord_adapter.intake.permissions import VOICE_CHANNELS
from bridge_bot.discord_adapter.intake.settings_panel.in_force import SERVER, OperatorOptions
from bridge_bot.discord_adapter.intake.settings_panel.place import kind_of
from bridge_bot.doctor.guild_facts import ChannelFacts, GuildFacts

_QUESTIONS_IN = (discord.TextChannel, discord.ForumChannel, *VOICE_CHANNELS)
"""Where questions can be asked, beside threads."""

_LOOKED_AT = (
    *("view_channel", "connect", "send_messages", "send_messages_in_threads"),
    *("create_public_threads", "create_private_threads", "manage_threads"),
    *("attach_files", "read_message_history", "add_reactions"),
)
"""By these names: what discord.py lists has another one for the first."""

_NEEDED_FOR_FEEDBACK = frozenset({"view_channel", "send_messages"})


@dataclass(frozen=True, slots=True)
class SeenGuild:
    """A server, its channels, and the bot as its member."""

    guild: discord.Guild
    channels: tuple[discord.abc.GuildChannel, ...]
    me: discord.Member

    @classmethod
    def of_cache(cls, guild: discord.Guild) -> SeenGuild:
        """As the running bot knows it."""
        return cls(guild, tuple(guild.channels), guild.me)


def guild_facts(
    seen: SeenGuild,
    settings: GuildSettings,
    operator: OperatorOptions,
    *,
    label: str = "",
    label_of: Callable[[int], str],
    here_id: int = 0,
    now: Callable[[], datetime] = discord.utils.utcnow,
) -> GuildFacts:
    """The facts about a server with these settings.

    `label_of` names a channel by its id, and `here_id` is the channel or forum that is asked about.
    """
    known = {each.id: each for each in seen.channels}
    until = seen.me.timed_out_until
    return GuildFacts(
        label=label,
        channels=tuple(
            _channel_facts(seen, each, settings, label_of, is_here=each.id == here_id)
            for each in sorted(seen.channels, key=lambda each: (each.position, each.id))
            if isinstance(each, _QUESTIONS_IN)
        ),
        gone=tuple(
            label_of(each) for each in settings.values if each != SERVER and each not in known
        ),
        is_askers_gone=any(_are_askers_gone(seen.guild, settings)),
        is_paused=settings.is_paused,
        is_timed_out=until is not None and until > now(),
        chat_bots=operator.chat_bots,
        reads_messages=operator.reads_messages,
        shown_in_vain=tuple(
            label_of(each) for each in settings.values if _shows_in_vain(settings, each, operator)
        ),
    )


def _channel_facts(
    seen: SeenGuild,
    channel: discord.abc.GuildChannel,
    settings: GuildSettings,
    label_of: Callable[[int], str],
    *,
    is_here: bool,
) -> ChannelFacts:
    held, place = channel.permissions_for(seen.me), settings.place(channel.id)
    return ChannelFacts(
        label=label_of(channel.id),
        kind=kind_of(channel),
        lacks=_lacks(held),
        settings=place,
        is_own=bool(settings.values.get(channel.id)),
        is_here=is_here,
        may_call_role=problem_of_role(seen.guild, place.help_role_id or 0, held) is None,
        feedback_lacks=_lacks_for_feedback(seen, place),
    )


def _lacks(held: discord.Permissions) -> frozenset[str]:
    """The permissions that are missing, of those that the bot uses."""
    return frozenset(name for name in _LOOKED_AT if not getattr(held, name))


def _lacks_for_feedback(seen: SeenGuild, place: PlaceSettings) -> frozenset[str]:
    if place.feedback_channel_id is None:
        return frozenset()
    for channel in seen.channels:
        if channel.id == place.feedback_channel_id:
            return _lacks(channel.permissions_for(seen.me)) & _NEEDED_FOR_FEEDBACK
    return _NEEDED_FOR_FEEDBACK  # it is gone, or out of sight


def _are_askers_gone(guild: discord.Guild, settings: GuildSettings) -> Iterator[bool]:
    for values in settings.values.values():
        roles = values.get(SettingName.ASKER_ROLES)
        if isinstance(roles, frozenset) and roles:
            yield all(guild.get_role(each) is None for each in roles)


def _shows_in_vain(settings: GuildSettings, place_id: int, operator: OperatorOptions) -> bool:
    values = settings.values[place_id]
    switched_off: Iterable[tuple[SettingName, bool]] = (
        (SettingName.SHOW_SOURCES, operator.show_sources),
        (SettingName.SHOW_CONTROLS, operator.show_controls),
    )
    return any(values.get(name) is True and not is_on for name, is_on in switched_off)
