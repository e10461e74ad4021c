"""The link by which the bot is invited to a server, with exactly the permissions that it uses."""

from __future__ import annotations

import discord

PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    create_public_threads=True,
    attach_files=True,  # an answer of many pages goes on in a file
    add_reactions=True,  # the reaction on a question that has to wait
    read_message_history=True,  # without it, Discord refuses replies to messages
)

SCOPES = ("bot", "applications.commands")


def invite_link(application_id: int) -> str:
    """The link for the application of that id."""
    return discord.utils.oauth_url(application_id, permissions=PERMISSIONS, scopes=SCOPES)
