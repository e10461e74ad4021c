"""Slow mode for commands: Discord itself applies it to a member's messages alone.

Discord tells a channel's slow mode, but not when a member last wrote there. So the bot remembers
it: of their messages, which the gateway sends with any intents, and of their questions by command.
Times are taken from Discord's ids, since this machine's clock may be wrong.
"""

from __future__ import annotations

from typing import cast

import discord

REMEMBERED = 10_000
"""So many members and channels are remembered; where more write, the earliest are forgotten."""

_Slowed = discord.TextChannel | discord.Thread | discord.VoiceChannel | discord.StageChannel


class SlowMode:
    """When members last wrote in channels with slow mode, as far as it is remembered."""

    def __init__(self) -> None:
        self._last: dict[tuple[int, int], int] = {}

    def wrote(self, channel: object, member_id: int, at_id: int) -> None:
        """Remember that a member wrote there, by a message or a command of that id."""
        if not isinstance(channel, _Slowed) or not channel.slowmode_delay:
            return
        key = (channel.id, member_id)
        self._last[key] = max(self._last.pop(key, 0), at_id)
        if len(self._last) > REMEMBERED:
            del self._last[next(iter(self._last))]

    def take_back(self, channel_id: int, member_id: int, at_id: int) -> None:
        """Forget what `wrote` remembered of that id: it was not shown after all."""
        if self._last.get((channel_id, member_id)) == at_id:
            del self._last[channel_id, member_id]

    def until_s(
        self, channel: object, member: discord.User | discord.Member, at_id: int
    ) -> float | None:
        """Until when a member has to wait there, in seconds since the Unix epoch; None: they need
        not, as far as Discord tells. `at_id` is the id of the command that they use now.

        Since February 2026 only BYPASS_SLOWMODE exempts from it, no longer Manage Messages and
        the like (Discord's change log, "Permission Changes Going into Effect February 2026").
        """
        permissions = member.resolved_permissions if isinstance(member, discord.Member) else None
        if not isinstance(channel, _Slowed) or permissions is None:
            return None
        last = self._last.get((channel.id, member.id))
        if last is None or permissions.bypass_slowmode or permissions.administrator:
            return None
        # discord.py does not type it for voice channels.
        until_s = _time_s(last) + cast("int", channel.slowmode_delay)
        return until_s if until_s > _time_s(at_id) else None


def _time_s(snowflake: int) -> float:
    return discord.utils.snowflake_time(snowflake).timestamp()
