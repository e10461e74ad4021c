"""Who may write where: the bot, and the member who has it write there by a command. Pure.

Discord lets a member use commands where they can't write, and lets the bot answer. Who may not
write somewhere must not have the bot write there. What a member may do comes with each interaction:
their permissions in the channel, overwrites included.
"""

from __future__ import annotations

from datetime import datetime
from typing import TypeGuard

import discord

from bridge_bot.core.policy.refusal import Refusal

VOICE_CHANNELS = (discord.VoiceChannel, discord.StageChannel)
"""Channels where nobody writes without Connect, members or bots (Discord's documentation,
"Implicit Permissions": without it there are no other permissions in a voice or stage channel)."""


def may_open_thread(channel: object) -> bool:
    """Whether the bot may open a public thread there and write in it."""
    if not isinstance(channel, discord.TextChannel):
        return False
    permissions = channel.permissions_for(channel.guild.me)
    return (
        permissions.view_channel
        and permissions.create_public_threads
        and permissions.send_messages_in_threads
    )


def may_open_private_thread(channel: object) -> bool:
    """Whether the bot may open a private thread there and write in it: only text channels have
    any, no announcement channels (Discord's documentation).
    """
    if not has_private_threads(channel):
        return False
    permissions = channel.permissions_for(channel.guild.me)
    return (
        permissions.view_channel
        and permissions.create_private_threads
        and permissions.send_messages_in_threads
    )


def has_private_threads(channel: object) -> TypeGuard[discord.TextChannel]:
    """Whether there can be private threads in a channel."""
    return isinstance(channel, discord.TextChannel) and not channel.is_news()


def may_moderate_threads(channel: discord.TextChannel) -> bool:
    """Whether the bot may manage the threads of a channel. Only who may can add members to a thread
    that is not `invitable` (Discord's documentation); the bot has to add who asked.
    """
    return channel.permissions_for(channel.guild.me).manage_threads


def may_write(channel: object) -> bool:
    """Whether the bot may write there; true where only Discord can tell."""
    if isinstance(channel, discord.Thread):
        if channel.parent is None:
            return True
        permissions = channel.permissions_for(channel.guild.me)
        if not permissions.manage_threads and (channel.locked or _out_of_sight(channel)):
            return False
        return permissions.view_channel and permissions.send_messages_in_threads
    if isinstance(channel, discord.abc.GuildChannel):
        permissions = channel.permissions_for(channel.guild.me)
        may_be_there = permissions.connect or not isinstance(channel, VOICE_CHANNELS)
        return permissions.view_channel and permissions.send_messages and may_be_there
    return True


def may_answer(channel: object) -> bool:
    """Whether the bot may answer there at all, in a thread of its own or in the channel."""
    return may_open_thread(channel) or may_write(channel)


def refusal_of_bot(channel: object) -> Refusal | None:
    """Why the bot can't answer there, or None."""
    if may_answer(channel):
        return None
    vocal = isinstance(channel, VOICE_CHANNELS)
    return Refusal("refused-forbidden-voice" if vocal else "refused-forbidden")


def refusal_of_member(
    channel: object, member: discord.User | discord.Member, at: datetime
) -> Refusal | None:
    """Why a member may not write there at that moment, or None if they may.

    None also where Discord does not tell, and in direct messages.
    """
    permissions = member.resolved_permissions if isinstance(member, discord.Member) else None
    if permissions is None or permissions.administrator:
        return None
    until = member.timed_out_until if isinstance(member, discord.Member) else None
    if until is not None and at < until:
        return Refusal("refused-member-timed-out")
    in_thread = isinstance(channel, discord.Thread)
    may = permissions.send_messages_in_threads if in_thread else permissions.send_messages
    if not (permissions.view_channel and may):
        return Refusal("refused-member")
    if isinstance(channel, VOICE_CHANNELS) and not permissions.connect:
        return Refusal("refused-member-voice")
    # A thread that is merely archived comes back as soon as somebody writes in it.
    if isinstance(channel, discord.Thread) and channel.locked and not permissions.manage_threads:
        return Refusal("refused-member-locked")
    return None


def _out_of_sight(thread: discord.Thread) -> bool:
    """Whether the bot is not in this private thread; it learns of one only by a command used there.

    Discord tells a bot of the private threads that it is in, so discord.py knows those, but for
    archived ones: of these, the bot is in its own.
    """
    is_own = thread.archived and thread.owner_id == thread.guild.me.id
    return thread.is_private() and not is_own and thread.guild.get_thread(thread.id) is None
