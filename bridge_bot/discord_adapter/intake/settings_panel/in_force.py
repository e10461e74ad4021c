"""What is in force in a place, setting by setting, and where it comes from. Pure."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from bridge_bot.core.guild_settings.values import (
    AnswerPlace,
    GuildSettings,
    Served,
    SettingName,
    SettingValue,
)

SERVER = 0
"""What stands for the whole server where the id of a channel is wanted."""

LIMITS = (
    SettingName.MEMBER_QUESTIONS_PER_MINUTE,
    SettingName.MEMBER_QUESTIONS_PER_DAY,
    SettingName.QUESTIONS_PER_DAY,
)

NOT_INHERITED = frozenset({SettingName.SHUT_OUT, SettingName.QUESTIONS_PER_DAY})
"""What a channel has beside that of its server, not in its place."""

_DEFAULTS: Mapping[SettingName, SettingValue] = {
    SettingName.SERVED: Served.MENTIONS,
    SettingName.ANSWER_PLACE: AnswerPlace.PUBLIC_THREAD,
    SettingName.CHAT_BOT: "",
    SettingName.ASKER_ROLES: frozenset(),
    SettingName.SHUT_OUT: frozenset(),
    SettingName.ARCHIVE_RESOLVED: False,
    SettingName.SHOW_SOURCES: True,
    SettingName.SHOW_CONTROLS: True,
    SettingName.QUIET_AFTER_HELPER: 30,
    SettingName.PAUSED: False,
    **dict.fromkeys(LIMITS, 0),
}


class Source(enum.StrEnum):
    """Where a value comes from."""

    CHANNEL = "channel"
    SERVER = "server"
    DEFAULT = "default"


class InForce(NamedTuple):
    """A value, and where it comes from. None: Discord's own, or none at all."""

    value: SettingValue | None
    source: Source


@dataclass(frozen=True, slots=True)
class OperatorOptions:
    """What whoever runs the bot decides for all servers.

    `chat_bots` are the names of `CHAT_BOTS`. Servers can only lower `limits`, of which 0 is none.
    Without `reads_messages` the bot has no message content intent, and reads only what mentions it;
    without `show_sources` no answer names its sources, and without `show_controls` none has
    buttons, whatever servers set.
    """

    chat_bots: tuple[str, ...] = ()
    limits: Mapping[SettingName, int] = field(default_factory=dict)
    reads_messages: bool = True
    show_sources: bool = True
    show_controls: bool = True

    def limit(self, name: SettingName, channel_id: int) -> int:
        """The operator's limit for a channel, or for a server (0); 0: none."""
        if name is SettingName.QUESTIONS_PER_DAY and channel_id != SERVER:
            return 0  # it is a server's
        return self.limits.get(name, 0)


def own_value(settings: GuildSettings, channel_id: int, name: SettingName) -> SettingValue | None:
    """What is set for just that channel, or for the server (0); None: nothing is."""
    return settings.values.get(channel_id, {}).get(name)


def in_force(settings: GuildSettings, channel_id: int, name: SettingName) -> InForce:
    """What holds in that channel, or on the whole server (0)."""
    own = own_value(settings, channel_id, name)
    if own is not None:
        return InForce(own, Source.SERVER if channel_id == SERVER else Source.CHANNEL)
    if channel_id != SERVER and name not in NOT_INHERITED:
        return in_force(settings, SERVER, name)
    return InForce(_DEFAULTS.get(name), Source.DEFAULT)
