"""Marks threads as resolved: gives a post its forum's tag for that, and archives."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple
from urllib.parse import quote

from bridge_bot.core.errors import PlatformError
from bridge_bot.core.model import ChannelDestination
from bridge_bot.core.ports import Priority, TaggedThread
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.ratelimit.route_window import Route
from bridge_bot.discord_adapter.rest.client import DiscordRest
from bridge_bot.discord_adapter.rest.responses import id_of
from bridge_bot.discord_adapter.snowflake import id_in

MOST_TAGS: Final = 5
"""Of one post (Discord's documentation, "Modify Channel": `applied_tags`)."""

_NAMES = frozenset({"resolved", "solved"})
_NO_WORD = re.compile(r"[\W_]+")  # emoji, brackets and the like
_RESOLVED = quote("✅")


class ForumTag(NamedTuple):
    """A tag that posts of a forum can have."""

    id: int
    name: str


def resolved_tag(tags: Iterable[ForumTag]) -> ForumTag | None:
    """The first tag that says that a post is resolved, such as `Solved` or `✅ resolved`."""
    return next((each for each in tags if _NO_WORD.sub("", each.name).casefold() in _NAMES), None)


@dataclass(frozen=True, slots=True)
class ThreadResolution:
    """Implements the methods of `Platform` that are about resolved threads.

    Nobody waits for them as for an answer, so every other request goes first.
    """

    rest: DiscordRest
    limiter: RateLimiter

    async def tag_resolved(self, thread: ChannelDestination) -> TaggedThread:
        """See `Platform.tag_resolved`. What the post has and the forum offers is read first: a
        change names all tags of a post (Discord's documentation, "Modify Channel").
        """
        payload = await self._read(thread.channel_id, thread.guild_id)
        metadata, parent_id = payload.get("thread_metadata"), id_in(payload, "parent_id")
        is_archived = isinstance(metadata, dict) and metadata.get("archived") is True
        offered = forum_tags(await self._read(parent_id, thread.guild_id)) if parent_id else []
        tag = resolved_tag(offered)
        if tag is None:
            return TaggedThread(is_archived=is_archived)
        applied = _applied_tags(payload, offered)
        if tag.id in applied or len(applied) >= MOST_TAGS:
            return TaggedThread(tag.name, tag.id in applied, is_archived)
        change: dict[str, object] = {"applied_tags": [str(each) for each in (*applied, tag.id)]}
        if is_archived:  # such a thread can't be changed (Discord's documentation, "Threads")
            change["archived"] = False
        await self._change(thread, change)
        if is_archived:
            await self.archive(thread)
        return TaggedThread(tag.name, has_tag=True, is_archived=is_archived)

    async def archive(self, thread: ChannelDestination) -> None:
        """See `Platform.archive`."""
        await self._change(thread, {"archived": True})

    async def add_resolved_reaction(self, thread: ChannelDestination, message_id: int) -> None:
        """See `Platform.add_resolved_reaction`."""
        route = Route("reaction", thread.channel_id)
        if not self.limiter.try_permit(route):
            return
        path = f"/channels/{thread.channel_id}/messages/{message_id}/reactions/{_RESOLVED}/@me"
        with contextlib.suppress(PlatformError):  # such as without Add Reactions
            await self.rest.send("PUT", path, route)

    async def _read(self, channel_id: int, guild_id: int | None) -> dict[str, Any]:
        path, route = f"/channels/{channel_id}", Route("channel", channel_id)
        payload = await self.rest.request(
            "GET", path, route, guild_id=guild_id, priority=Priority.INTERIM
        )
        id_of(payload)
        return payload

    async def _change(self, thread: ChannelDestination, change: Mapping[str, object]) -> None:
        path, route = f"/channels/{thread.channel_id}", Route("channel edit", thread.channel_id)
        await self.rest.request(
            "PATCH", path, route, change, guild_id=thread.guild_id, priority=Priority.INTERIM
        )


def forum_tags(channel: Mapping[str, Any]) -> list[ForumTag]:
    """The tags that a forum offers, in its order; a channel that is none has none."""
    offered = channel.get("available_tags")
    found = offered if isinstance(offered, list) else []
    return [
        ForumTag(tag_id, str(each.get("name")))
        for each in found
        if isinstance(each, dict) and (tag_id := id_in(each, "id")) is not None
    ]


def _applied_tags(thread: Mapping[str, Any], offered: Iterable[ForumTag]) -> list[int]:
    """The tags that a post has, without those that its forum has no more: Discord would refuse to
    have these again.
    """
    known, applied = {each.id for each in offered}, thread.get("applied_tags")
    ids = applied if isinstance(applied, list) else []
    return [int(each) for each in ids if str(each).isdecimal() and int(each) in known]
