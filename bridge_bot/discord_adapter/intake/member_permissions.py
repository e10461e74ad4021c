"""Who may not write somewhere can't have the bot write there by a command. Pure.

Discord lets a member use commands where they can't write, and lets the bot answer. What they may
do comes with each interaction: their permissions in the channel, overwrites included.
"""

from __future__ import annotations

from datetime import datetime

import discord

VOCAL = (discord.VoiceChannel, discord.StageChannel)
"""Channels where nobody writes without Connect, members or bots (Discord's documentation,
"Implicit Permissions": without it there are no other permissions in a voice or stage channel)."""


def refuses_member(
    channel: object, member: discord.User | discord.Member, at: datetime
) -> str | None:
    """Why a member may not write there at that moment: the key of a text, or None if they may.

    None also where Discord does not tell, and in direct messages.
    """
    permissions = member.resolved_permissions if isinstance(member, discord.Member) else None
    if permissions is None or permissions.administrator:
        return None
    until = member.timed_out_until if isinstance(member, discord.Member) else None
    if until is not None and at < until:
        return "refused-member-timed-out"
    in_thread = isinstance(channel, discord.Thread)
    may = permissions.send_messages_in_threads if in_thread else permissions.send_messages
    if not (permissions.view_channel and may):
        return "refused-member"
    if isinstance(channel, VOCAL) and not permissions.connect:
        return "refused-member-voice"
    # A thread that is merely archived comes back as soon as somebody writes in it.
    if isinstance(channel, discord.Thread) and channel.locked and not permissions.manage_threads:
        return "refused-member-locked"
    return None
