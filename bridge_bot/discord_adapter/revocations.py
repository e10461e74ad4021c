"""Withdraws turns when Discord says that a channel, message or permission of theirs is gone.

What is stored of a channel or server that is gone is removed.

Waiting for the next edit to fail would be too late where the chatbot is slow: its answer is paid
for. Losing access sends no event of its own (observed), so after each change that may mean it,
the permissions in the channels where replies grow are checked again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import discord

from bridge_bot.core.errors import MessageGone, PlaceClosed, PlaceGone, PlatformForbidden
from bridge_bot.core.privacy.gone_places import GonePlaces
from bridge_bot.core.turns.queue import TurnQueue
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.gateway.guild_membership import GuildMembership
from bridge_bot.discord_adapter.intake.permissions import may_write
from bridge_bot.discord_adapter.intake.related_messages.deleted_questions import DeletedQuestions


class Revocations:
    """Adds event handlers to a client, which withdraw turns."""

    def __init__(
        self,
        client: discord.Client,
        turns: TurnQueue,
        deleted_questions: DeletedQuestions,
        gone_places: GonePlaces,
        guild_membership: GuildMembership,
    ) -> None:
        self._client = client
        self._gone_places = gone_places
        self._guild_membership = guild_membership
        self._deleted_questions = deleted_questions
        self._turns = turns
        for listener in (
            self.on_connect,
            self.on_raw_message_delete,
            self.on_raw_bulk_message_delete,
            self.on_raw_thread_delete,
            self.on_raw_thread_update,
            self.on_thread_remove,
            self.on_guild_channel_delete,
            self.on_guild_channel_update,
            self.on_guild_role_update,
            self.on_guild_role_delete,
            self.on_member_update,
            self.on_guild_remove,
        ):
            client.event(listener)

    async def on_connect(self) -> None:
        """A session begins: what was deleted before it was not told."""
        self._deleted_questions.look()

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """A message, known to discord.py or not."""
        self._messages_gone(event.channel_id, {event.message_id})

    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        """Many messages of one channel."""
        self._messages_gone(event.channel_id, event.message_ids)

    async def on_raw_thread_delete(self, event: discord.RawThreadDeleteEvent) -> None:
        """A thread, known to discord.py or not."""
        self._turns.withdraw(event.thread_id, PlaceGone("the thread was deleted"))
        self._gone_places.channel_deleted(event.guild_id, event.thread_id)

    async def on_raw_thread_update(self, event: discord.RawThreadUpdateEvent) -> None:
        """A thread may have been archived or locked; the bot only ever brings one back."""
        state: dict[str, Any] = dict(event.data).get("thread_metadata") or {}  # type: ignore[assignment]
        if state.get("archived"):
            self._turns.withdraw(event.thread_id, PlaceClosed("the thread was archived"))
        elif state.get("locked") and not _may_moderate(self._client.get_channel(event.thread_id)):
            self._turns.withdraw(event.thread_id, PlaceClosed("the thread was locked"))

    async def on_thread_remove(self, thread: discord.Thread) -> None:
        """The bot is in a thread no more. A private one it then only sees if it may manage it."""
        if thread.is_private() and not _may_moderate(thread):
            patches.remove_thread(thread)
            self._turns.withdraw(
                thread.id, PlatformForbidden("the bot was taken out of the private thread")
            )

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """A channel; discord.py tells of its threads by events of their own."""
        self._turns.withdraw(channel.id, PlaceGone("the channel was deleted"))
        self._gone_places.channel_deleted(channel.guild.id, channel.id)

    async def on_guild_channel_update(
        self, _before: discord.abc.GuildChannel, after: discord.abc.GuildChannel
    ) -> None:
        """The permissions in a channel may have changed."""
        self._check_permissions(after.guild)

    async def on_guild_role_update(self, _before: discord.Role, after: discord.Role) -> None:
        """The permissions of a role may have changed."""
        self._check_permissions(after.guild)

    async def on_guild_role_delete(self, role: discord.Role) -> None:
        """A role that gave permissions may be gone."""
        self._check_permissions(role.guild)

    async def on_member_update(self, _before: discord.Member, after: discord.Member) -> None:
        """The bot may have lost a role or be timed out. Discord tells of no other member."""
        if after == after.guild.me:
            self._check_permissions(after.guild)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """The bot was removed from a server; an outage of one is another event."""
        for channel in self._channels_with_replies(guild):
            self._turns.withdraw(channel.id, PlaceGone("the bot was removed from the server"))
        self._guild_membership.left(guild.id)

    def _messages_gone(self, channel_id: int, message_ids: set[int]) -> None:
        error = MessageGone("a message of the reply was deleted")
        self._turns.withdraw(channel_id, error, message_ids)
        self._deleted_questions.note_deleted(message_ids)

    def _check_permissions(self, guild: discord.Guild) -> None:
        for channel in self._channels_with_replies(guild):
            if not may_write(channel):
                self._turns.withdraw(
                    channel.id, PlatformForbidden("the permission to write was taken away")
                )

    def _channels_with_replies(
        self, guild: discord.Guild
    ) -> Iterable[discord.abc.GuildChannel | discord.Thread]:
        """The channels and threads of a server in which a reply grows."""
        found = (guild.get_channel_or_thread(each) for each in self._turns.channel_ids())
        return [channel for channel in found if channel is not None]


def _may_moderate(thread: object) -> bool:
    """Whether the bot may manage a thread: write in it although it is locked or private."""
    if not isinstance(thread, discord.Thread) or thread.parent is None:
        return False
    return thread.permissions_for(thread.guild.me).manage_threads
