"""Members of guilds, their roles and what they may do."""

from __future__ import annotations

from collections.abc import Sequence

from bridge_bot.sandbox.discord.actions import guilds
from bridge_bot.sandbox.discord.model import Channel, Guild, Member, Role, User
from bridge_bot.sandbox.discord.rules.permissions import may
from bridge_bot.sandbox.discord.state import WorldState


class WorldPeople:
    """Adds members and roles, and changes permissions. Without a person it is the bot's."""

    def __init__(self, state: WorldState) -> None:
        self._state = state

    def add(
        self,
        guild: Guild,
        person: str | User,
        *,
        roles: Sequence[Role] = (),
        bot: bool = False,
    ) -> Member:
        """Add a new person (or other bot) to a guild; give a `User` for one that exists already."""
        if isinstance(person, str):
            person = User(self._state.ids.make(), person, bot=bot)
        return guilds.add_member(self._state, guild, person, roles)

    def add_role(
        self, guild: Guild, name: str, permissions: Sequence[str] = (), *, mentionable: bool = False
    ) -> Role:
        """Add a role to a guild."""
        return guilds.add_role(self._state, guild, name, permissions, mentionable=mentionable)

    def give_role(self, member: Member, role: Role) -> None:
        """Give a role to a member, or to the bot's own member."""
        guilds.set_role(self._state, member, role, given=True)

    def take_role(self, member: Member, role: Role) -> None:
        """Take a role from a member, or from the bot's own member."""
        guilds.set_role(self._state, member, role, given=False)

    def can(self, person: Member | User, channel: Channel, permission: str) -> bool:
        """Whether somebody has the permission of that name in a channel."""
        return may(channel, person.id, permission)

    def give_permission(
        self, where: Channel | Guild, permission: str, person: Member | User | None = None
    ) -> None:
        """Give a permission to the bot, or to `person`, in a channel or in a whole guild."""
        self._set_permission(where, permission, person, allowed=True)

    def take_permission(
        self, where: Channel | Guild, permission: str, person: Member | User | None = None
    ) -> None:
        """Take a permission from the bot, or from `person`, in a channel or in a whole guild.

        In a whole guild, members lose it from their roles, which they share; the bot has its own.
        """
        self._set_permission(where, permission, person, allowed=False)

    def _set_permission(
        self,
        where: Channel | Guild,
        permission: str,
        person: Member | User | None,
        *,
        allowed: bool,
    ) -> None:
        user_id = (person or self._state.bot).id
        if isinstance(where, Channel):
            guilds.set_in_channel(self._state, where, user_id, permission, allowed=allowed)
        else:
            guilds.set_in_guild(self._state, where, user_id, permission, allowed=allowed)

    def time_out(self, member: Member, seconds: float) -> None:
        """Put a member, or the bot's own, into time-out. It holds until `end_time_out`."""
        guilds.set_time_out(self._state, member, self._state.now() + seconds)

    def end_time_out(self, member: Member) -> None:
        """Let a member write again."""
        guilds.set_time_out(self._state, member, None)
