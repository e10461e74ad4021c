"""Forwarded messages without a word of their sender's, where every message is a question.

Discord's clients send what a member writes to a forwarded message as a message of its own, behind
it. So a forward alone waits a moment for its sender's next message, which is the question about it.
Without one it is the question itself. What goes on with forwards is read with them again.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import discord

from bridge_bot.discord_adapter.intake.addressing import Venue, is_by_member, venue_of
from bridge_bot.discord_adapter.rest.exceptions import is_refusal

WAITS_S = 2.0
"""How long a forward alone waits for its sender's next message, in seconds."""

_READ_BEFORE = 20  # so many messages before one are looked through for forwards alone
_KEPT_S = 600.0  # how long one is kept for a next message that is not taken in yet


@dataclass(slots=True, eq=False)
class _Forward:
    message: discord.Message
    came_at_s: float
    is_followed: asyncio.Event = field(default_factory=asyncio.Event)


class ForwardsAlone:
    """Keeps forwards alone for the next messages of their senders."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client
        self._forwards: list[_Forward] = []

    def note_message(self, message: discord.Message) -> None:
        """A message came over the gateway: it may be a forward alone, and follow one."""
        if self._client.user is None or not is_by_member(message, self._client.user):
            return
        oldest_s = _now_s() - _KEPT_S
        self._forwards = [each for each in self._forwards if each.came_at_s > oldest_s]
        for each in self._forwards:
            if _is_by_same(each.message, message):
                each.is_followed.set()
        if self._is_alone(message):
            self._forwards.append(_Forward(message, _now_s()))

    async def is_followed(self, message: discord.Message) -> bool:
        """Whether a message is a forward alone that its sender's next message goes on with; then it
        is among that one's `before`. Waits for that. Raises what discord.py raises.
        """
        if not self._is_alone(message):
            return False
        forward = next((each for each in self._forwards if each.message.id == message.id), None)
        if forward is None:
            return await self._was_followed(message)
        try:
            async with asyncio.timeout_at(forward.came_at_s + WAITS_S):
                await forward.is_followed.wait()
        except TimeoutError:
            self._forwards.remove(forward)
            return False
        return True

    def before(self, message: discord.Message) -> list[discord.Message]:
        """The forwards alone that a message goes on with."""
        return [
            each.message
            for each in self._forwards
            if each.message.id < message.id and _is_by_same(each.message, message)
        ]

    def forget_before(self, message: discord.Message) -> None:
        """A message was taken in, with the forwards before it."""
        taken = self.before(message)
        self._forwards = [each for each in self._forwards if each.message not in taken]

    def _is_alone(self, message: discord.Message) -> bool:
        me = self._client.user
        return me is not None and _may_be_followed(message, me) and _is_forward_alone(message)

    async def _was_followed(self, message: discord.Message) -> bool:
        """The same for a message that was missed: the next one was missed as well."""
        try:
            async for following in message.channel.history(after=message, limit=1):
                if _is_by_same(message, following) and _comes_soon(message, following):
                    self._forwards.append(_Forward(message, _now_s()))
                    return True
        except discord.HTTPException as error:
            if not is_refusal(error):
                raise
        return False


async def read_before(message: discord.Message, me: discord.ClientUser) -> list[discord.Message]:
    """The forwards alone that a message has gone on with, read from Discord; none where the bot may
    not read them. Raises what discord.py raises.
    """
    found, following = list[discord.Message](), message
    if not _may_be_followed(message, me):
        return []
    try:
        async for each in message.channel.history(before=message, limit=_READ_BEFORE):
            if not _is_by_same(each, message):
                continue
            if not (_is_forward_alone(each) and _comes_soon(each, following)):
                break
            found.insert(0, each)
            following = each
    except discord.HTTPException as error:
        if not is_refusal(error):
            raise
    return found


def _may_be_followed(message: discord.Message, me: discord.ClientUser) -> bool:
    """Whether a message stands where every message is a question."""
    return venue_of(message, me) in (Venue.DIRECT, Venue.OWN_THREAD)


def _is_forward_alone(message: discord.Message) -> bool:
    return bool(message.message_snapshots) and not (message.content or message.attachments)


def _comes_soon(message: discord.Message, following: discord.Message) -> bool:
    """Whether a message came while the one before it still waited for it."""
    return (following.created_at - message.created_at).total_seconds() <= WAITS_S


def _is_by_same(one: discord.Message, other: discord.Message) -> bool:
    """Whether both have the same author and channel."""
    return one.author.id == other.author.id and one.channel.id == other.channel.id


def _now_s() -> float:
    return asyncio.get_running_loop().time()
