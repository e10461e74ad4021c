"""How guilds are made and changed: channels, roles, members, and who may do what."""

from __future__ import annotations

from collections.abc import Sequence

from bridge_bot.sandbox.discord.actions import threads
from bridge_bot.sandbox.discord.actions.events import dispatch_channel_update, dispatch_in_guild
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Channel, Guild, Member, Overwrite, Role, User
from bridge_bot.sandbox.discord.payloads import objects
from bridge_bot.sandbox.discord.rules.permissions import (
    BITS,
    BOT_DEFAULT,
    MEMBER_DEFAULT,
    bits,
    may,
)
from bridge_bot.sandbox.discord.state import GUILD_MEMBERS, WorldState


def add_guild(state: WorldState, name: str, owner: User, locale: str, *, with_bot: bool) -> Guild:
    """A new guild, with its owner and the bot in it, unless the bot is to stay outside.

    @everyone has no permissions; members have the usual ones from a role "Members", the bot from
    its own: so that they can be taken from the one without the other.
    """
    now, ids = state.now(), state.ids
    guild = Guild(ids.make_old(), name, owner.id, now, locale)
    everyone = Role(guild.id, "@everyone", position=0)
    people = Role(ids.make(), "Members", MEMBER_DEFAULT)
    managed = Role(ids.make(), state.bot.name, BOT_DEFAULT, position=2, bot_id=state.bot.id)
    guild.roles = {role.id: role for role in (everyone, people, managed)}
    guild.members[owner.id] = Member(owner, guild, [people], now)
    state.guilds[guild.id] = guild
    if with_bot:
        guild.members[state.bot.id] = Member(state.bot, guild, [managed], now)
        dispatch_in_guild(state, guild, "GUILD_CREATE", objects.guild_event(guild, state.bot))
    return guild


def remove_guild(state: WorldState, guild: Guild, *, outage: bool) -> None:
    """Remove the bot or, with `outage`, make the guild unavailable for a while."""
    data: Json = {"id": str(guild.id)}
    dispatch_in_guild(
        state, guild, "GUILD_DELETE", data | ({"unavailable": True} if outage else {})
    )
    guild.unavailable = outage
    if not outage:
        del guild.members[state.bot.id]


def end_outage(state: WorldState, guild: Guild) -> None:
    """Make a guild available again."""
    guild.unavailable = False
    dispatch_in_guild(state, guild, "GUILD_CREATE", objects.guild_event(guild, state.bot))


def add_channel(
    state: WorldState, guild: Guild, name: str, *, kind: ChannelType, slow_mode_s: int
) -> Channel:
    """A new channel that all members and the bot can see."""
    channel = Channel(
        id=state.ids.make(),
        type=kind,
        name=name,
        guild=guild,
        slow_mode_s=slow_mode_s,
        position=len(guild.channels),
    )
    guild.channels[channel.id] = state.channels[channel.id] = channel
    dispatch_in_guild(state, guild, "CHANNEL_CREATE", objects.channel(channel))
    return channel


def set_slow_mode(state: WorldState, channel: Channel, seconds: int) -> None:
    """Let each member write once in so many seconds; 0: as often as they like."""
    channel.slow_mode_s = seconds
    dispatch_channel_update(state, channel)


def add_role(
    state: WorldState, guild: Guild, name: str, permissions: Sequence[str], *, mentionable: bool
) -> Role:
    """A new role."""
    role = Role(state.ids.make(), name, bits(permissions), mentionable)
    guild.roles[role.id] = role
    _dispatch_role(state, guild, role, "GUILD_ROLE_CREATE")
    return role


def add_member(state: WorldState, guild: Guild, user: User, roles: Sequence[Role]) -> Member:
    """Add a user to a guild."""
    usual = next(role for role in guild.roles.values() if role.name == "Members")
    member = Member(user, guild, [usual, *roles], state.now())
    state.users[user.id] = user
    guild.members[user.id] = member
    data = objects.member(member) | {"guild_id": str(guild.id)}
    dispatch_in_guild(state, guild, "GUILD_MEMBER_ADD", data, GUILD_MEMBERS)
    return member


def set_role(state: WorldState, member: Member, role: Role, *, given: bool) -> None:
    """Give a role to a member, or take it; about itself a bot gets the event with any intents."""
    if given != (role in member.roles):
        (member.roles.append if given else member.roles.remove)(role)
    _dispatch_member(state, member)


def _dispatch_member(state: WorldState, member: Member) -> None:
    data = objects.member(member) | {"guild_id": str(member.guild.id)}
    intents = 0 if member.user is state.bot else GUILD_MEMBERS
    dispatch_in_guild(state, member.guild, "GUILD_MEMBER_UPDATE", data, intents)


def set_time_out(state: WorldState, member: Member, until: float | None) -> None:
    """Put a member into time-out until then (seconds since 1970), or end it with None."""
    member.timed_out_until = until
    _dispatch_member(state, member)


def set_in_channel(
    state: WorldState, channel: Channel, user_id: int, name: str, *, allowed: bool
) -> None:
    """Give or take a permission by an overwrite; that of a thread is its parent's."""
    channel = channel.parent or channel
    bit = BITS[name]
    old = channel.overwrites.get(user_id, Overwrite(1, 0, 0))
    deny = old.deny & ~bit if allowed else old.deny | bit
    channel.overwrites[user_id] = Overwrite(1, old.allow & ~bit, deny)
    if allowed and not may(channel, user_id, name):
        # Giving back what was taken leaves no trace; only what is missing otherwise is granted.
        channel.overwrites[user_id] = Overwrite(1, old.allow | bit, deny)
    dispatch_channel_update(state, channel)
    if name == "view_channel" and allowed and user_id == state.bot.id:
        threads.dispatch_thread_list(state, channel)


def set_in_guild(
    state: WorldState, guild: Guild, user_id: int, name: str, *, allowed: bool
) -> None:
    """Give a permission to a member's first role, or take it from all their roles."""
    roles = guild.members[user_id].roles
    for role in roles[:1] if allowed else roles:
        bit = BITS[name]
        role.permissions = role.permissions | bit if allowed else role.permissions & ~bit
        _dispatch_role(state, guild, role, "GUILD_ROLE_UPDATE")


def _dispatch_role(state: WorldState, guild: Guild, role: Role, name: str) -> None:
    """Dispatch an event about a role."""
    dispatch_in_guild(state, guild, name, {"guild_id": str(guild.id), "role": objects.role(role)})
