"""Whether the role that a server has named for help can be called. Pure."""

from __future__ import annotations

import enum

import discord


class RoleProblem(enum.StrEnum):
    """Why the bot can't ping a role. The value says it to the operator."""

    EVERYBODY = "it is the role of everybody, whom the bot never calls"
    GONE = "it is deleted"
    NOT_MENTIONABLE = (
        "not everybody may mention it, and the bot lacks “Mention @everyone, @here and All Roles”"
    )


def problem_of_role(
    guild: discord.Guild, role_id: int, permissions: discord.Permissions
) -> RoleProblem | None:
    """Why the bot, with its permissions in a channel, can't ping a role there; None if it can.

    Whoever lacks the permission pings only roles that everybody may mention (Discord's
    documentation, "Permissions": MENTION_EVERYONE).
    """
    if role_id == guild.id:
        return RoleProblem.EVERYBODY
    role = guild.get_role(role_id)
    if role is None:
        return RoleProblem.GONE
    may_mention = role.mentionable or permissions.mention_everyone or permissions.administrator
    return None if may_mention else RoleProblem.NOT_MENTIONABLE
