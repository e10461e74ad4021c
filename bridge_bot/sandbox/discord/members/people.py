"""Members of guilds, their roles and what they may do."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence

from bridge_bot.sandbox.discord.actions import threads
from bridge_bot.sandbox.discord.actions.events import dispatch_channel_update, dispatch_in_guild
from bridge_bot.sandbox.discord.model import Channel, Guild, Member, Overwrite, Role, User
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.rules.permissions import BITS, bits, may
from bridge_bot.sandbox.discord.state import GUILD_MEMBERS, Event, WorldState, user_of


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
        state = self._state
        user = User(state.ids.make(), person, bot=bot) if isinstance(person, str) else person
        usual = next(role for role in guild.roles.values() if role.name == "Members")
        member = Member(user, guild, [usual, *roles], state.now())
        state.users[user.id] = user
        guild.members[user.id] = member
        data = objects.member(member) | {"guild_id": str(guild.id)}
        dispatch_in_guild(state, guild, "GUILD_MEMBER_ADD", data, GUILD_MEMBERS)
        return member

    def add_app(self, person: Member | User) -> None:
        """Let somebody add the bot to their account, so that they can use it anywhere."""
        self._change_app(user_of(person), added=True)

    def remove_app(self, person: Member | User) -> None:
        """Let somebody take the bot out of their account."""
        self._change_app(user_of(person), added=False)

    def add_role(
        self, guild: Guild, name: str, permissions: Sequence[str] = (), *, mentionable: bool = False
    ) -> Role:
        """Add a role to a guild."""
        role = Role(self._state.ids.make(), name, bits(permissions), mentionable)
        guild.roles[role.id] = role
        self._dispatch_role(guild, role, "GUILD_ROLE_CREATE")
        return role

    def give_role(self, member: Member, role: Role) -> None:
        """Give a role to a member, or to the bot's own member."""
        with self._syncing_threads(member.guild):
            if role not in member.roles:
                member.roles.append(role)
            self._dispatch_member(member)

    def take_role(self, member: Member, role: Role) -> None:
        """Take a role from a member, or from the bot's own member."""
        if role in member.roles:
            member.roles.remove(role)
        self._dispatch_member(member)

    def delete_role(self, guild: Guild, role: Role) -> None:
        """Delete a role of a guild; nobody has it any more."""
        del guild.roles[role.id]
        for member in guild.members.values():
            if role in member.roles:
                self.take_role(member, role)
        payload = {"guild_id": str(guild.id), "role_id": str(role.id)}
        dispatch_in_guild(self._state, guild, "GUILD_ROLE_DELETE", payload)

    def give_permission(
        self, where: Channel | Guild, permission: str, person: Member | User | None = None
    ) -> None:
        """Give a permission to the bot, or to `person`, in a channel or in a whole guild.

        In a whole guild it is given to their first role.
        """
        user_id = (person or self._state.bot).id
        if isinstance(where, Channel):
            with self._syncing_threads(where.guild_or_error):
                self._overwrite(where, user_id, permission, allowed=True)
            return
        with self._syncing_threads(where):
            role = where.members[user_id].roles[0]
            role.permissions |= BITS[permission]
            self._dispatch_role(where, role, "GUILD_ROLE_UPDATE")

    def take_permission(
        self, where: Channel | Guild, permission: str, person: Member | User | None = None
    ) -> None:
        """Take a permission from the bot, or from `person`, in a channel or in a whole guild.

        In a whole guild, members lose it from their roles, which they share; the bot has its own.
        """
        user_id = (person or self._state.bot).id
        if isinstance(where, Channel):
            self._overwrite(where, user_id, permission, allowed=False)
            return
        for role in where.members[user_id].roles:
            role.permissions &= ~BITS[permission]
            self._dispatch_role(where, role, "GUILD_ROLE_UPDATE")

    def time_out(self, member: Member, seconds: float) -> None:
        """Put a member, or the bot's own, into time-out. It holds until `end_time_out`."""
        member.timed_out_until = self._state.now() + seconds
        self._dispatch_member(member)

    def end_time_out(self, member: Member) -> None:
        """Let a member write again."""
        member.timed_out_until = None
        self._dispatch_member(member)

    def _change_app(self, user: User, *, added: bool) -> None:
        ids = self._state.app_user_ids
        (ids.add if added else ids.discard)(user.id)
        # Discord sends bots no such event; it is for those who show the world to people.
        self._state.dispatch(Event("APPS_CHANGED", {"user_id": str(user.id)}, for_bot=False))

    def _overwrite(self, channel: Channel, user_id: int, name: str, *, allowed: bool) -> None:
        """Give or take a permission by an overwrite; that of a thread is its parent's."""
        state, channel, bit = self._state, channel.parent or channel, BITS[name]
        old = channel.overwrites.get(user_id, Overwrite())
        deny = old.deny & ~bit if allowed else old.deny | bit
        channel.overwrites[user_id] = Overwrite(old.allow & ~bit, deny)
        if allowed and not may(channel, user_id, name):
            # Giving back what was taken leaves no trace; only what is missing otherwise is granted.
            channel.overwrites[user_id] = Overwrite(old.allow | bit, deny)
        dispatch_channel_update(state, channel)

    @contextlib.contextmanager
    def _syncing_threads(self, guild: Guild) -> Iterator[None]:
        """Tell the bot, channel by channel, of the threads that it comes to see by a change."""
        bot_id = self._state.bot.id
        hidden = [each for each in threads.active(guild) if not may(each, bot_id, "view_channel")]
        yield
        gained = [each.parent for each in hidden if may(each, bot_id, "view_channel")]
        for channel in dict.fromkeys(gained):
            if channel is not None:
                threads.dispatch_thread_list(self._state, channel)

    def _dispatch_member(self, member: Member) -> None:
        """Dispatch that a member has changed; about itself a bot gets it with any intents."""
        data = objects.member(member) | {"guild_id": str(member.guild.id)}
        intents = 0 if member.user is self._state.bot else GUILD_MEMBERS
        dispatch_in_guild(self._state, member.guild, "GUILD_MEMBER_UPDATE", data, intents)

    def _dispatch_role(self, guild: Guild, role: Role, name: str) -> None:
        data = {"guild_id": str(guild.id), "role": objects.role(role)}
        dispatch_in_guild(self._state, guild, name, data)
