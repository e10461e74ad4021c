"""Who may do what where: Discord's permission bits and how roles and overwrites combine.

The order is that of Discord's documentation ("Permissions", "Permission Overwrites"): the
@everyone role and the member's roles, then the channel's overwrite for the member. (Overwrites for
roles would come before that; the sandbox has none.) A thread has its parent's overwrites.
"""

from __future__ import annotations

from collections.abc import Iterable

from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.model import Channel, Guild, Member, Overwrite

BITS: dict[str, int] = {
    "create_instant_invite": 1 << 0,
    "kick_members": 1 << 1,
    "ban_members": 1 << 2,
    "administrator": 1 << 3,
    "manage_channels": 1 << 4,
    "manage_guild": 1 << 5,
    "add_reactions": 1 << 6,
    "view_audit_log": 1 << 7,
    "view_channel": 1 << 10,
    "send_messages": 1 << 11,
    "manage_messages": 1 << 13,
    "embed_links": 1 << 14,
    "attach_files": 1 << 15,
    "read_message_history": 1 << 16,
    "mention_everyone": 1 << 17,
    "use_external_emojis": 1 << 18,
    "connect": 1 << 20,
    "manage_nicknames": 1 << 27,
    "manage_roles": 1 << 28,
    "manage_webhooks": 1 << 29,
    "use_application_commands": 1 << 31,
    "manage_threads": 1 << 34,
    "create_public_threads": 1 << 35,
    "create_private_threads": 1 << 36,
    "send_messages_in_threads": 1 << 38,
    "moderate_members": 1 << 40,
    "use_external_apps": 1 << 50,
    "bypass_slowmode": 1 << 52,
}
"""Discord's permissions by the names that discord.py gives them."""

ALL = (1 << 53) - 1


def bits(names: Iterable[str]) -> int:
    """The permissions of those names as one number. Raises KeyError for an unknown name."""
    combined = 0
    for name in names:
        combined |= BITS[name]
    return combined


_WRITE = bits(
    (
        "add_reactions",
        "view_channel",
        "send_messages",
        "embed_links",
        "attach_files",
        "read_message_history",
        "use_application_commands",
    )
)
MEMBER_DEFAULT = _WRITE | bits(
    (
        "create_instant_invite",
        "use_external_emojis",
        "connect",
        "create_public_threads",
        "send_messages_in_threads",
        "use_external_apps",
    )
)
BOT_DEFAULT = MEMBER_DEFAULT | bits(("create_private_threads",))
DIRECT_MESSAGE = _WRITE | bits(("mention_everyone", "use_external_apps"))

IN_TIME_OUT = bits(("view_channel", "read_message_history"))
"""All that is left to a member in time-out who is neither owner nor administrator (Discord's
documentation, "Permissions for Timed Out Members")."""


def guild_permissions(guild: Guild, member: Member) -> int:
    """What a member may do before any channel's overwrites."""
    if guild.owner_id == member.id:
        return ALL
    combined = guild.roles[guild.id].permissions
    for role in member.roles:
        combined |= role.permissions
    return ALL if combined & BITS["administrator"] else combined


def channel_permissions(channel: Channel, user_id: int) -> int:
    """What a user may do in a channel; nothing, if they are not there."""
    guild = channel.guild
    if guild is None:
        return DIRECT_MESSAGE if user_id in {user.id for user in channel.recipients} else 0
    member = guild.members.get(user_id)
    if member is None:
        return 0
    allowed = guild_permissions(guild, member)
    if allowed == ALL:
        return ALL
    overwrite = (channel.parent or channel).overwrites.get(user_id, Overwrite())
    allowed = allowed & ~overwrite.deny | overwrite.allow
    if channel.type is ChannelType.PRIVATE_THREAD and not allowed & BITS["manage_threads"]:
        allowed = allowed if user_id in channel.thread_or_error.member_ids else 0
    if member.timed_out_until is not None:
        allowed &= IN_TIME_OUT
    return allowed if allowed & BITS["view_channel"] else 0


def may(channel: Channel, user_id: int, name: str) -> bool:
    """Whether a user has the permission of that name in a channel."""
    return bool(channel_permissions(channel, user_id) & BITS[name])
