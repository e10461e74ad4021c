"""Finds mentions of the bot that were missed anywhere in a server, by Discord's message search.

It covers the channels and threads that the bot can read, also those where it was never asked
anything (`GET /guilds/{id}/messages/search`, for which discord.py 2.7.1 has no method). It needs
Read Message History and the message content intent, and an index, which Discord makes at the first
search and may not have at once.
"""

from __future__ import annotations

import asyncio
from typing import Any

import discord

from bridge_bot.core.events import Operation
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.backfill.history import History, ReadableChannel
from bridge_bot.discord_adapter.intake.readable_text import own_role_id
from bridge_bot.discord_adapter.rest.exceptions import NotFromDiscord, is_refusal
from bridge_bot.discord_adapter.rest.responses import retry_after_s
from bridge_bot.discord_adapter.snowflake import id_in

_PAGE = 25  # the most messages that one request finds (Discord's documentation)
_LAST_OFFSET = 9975  # the greatest offset that it takes
_NOT_INDEXED = 110000
_TIMEOUT_S = 15.0  # discord.py itself waits for as long as a 429 says

Found = dict[int, list[discord.Message]]
"""Messages, oldest first, by the id of their channel."""


class NotIndexed(Exception):
    """Discord has no index of that server yet; it may have one in `retry_after_s` seconds."""

    def __init__(self, retry_after_s: float) -> None:
        super().__init__("Discord has no index of this server's messages yet")
        self.retry_after_s = retry_after_s


class MentionSearch:
    """Searches servers. `history` says when a request may be sent."""

    def __init__(self, client: discord.Client, history: History) -> None:
        self._client = client
        self._history = history

    async def mentions(self, guild: discord.Guild, after: int) -> Found:
        """Members' messages newer than the message `after` that mention the bot or its role.

        A refusal of Discord's is observed, and ends the search. Raises `NotIndexed`, and what a
        REST request of discord.py raises.
        """
        filters = {"mentions": self._history.bot_id, "mentions_role_id": own_role_id(guild)}
        found: dict[int, dict[str, Any]] = {}
        try:
            for name, value in filters.items():  # in one request, a message would need both
                if value is not None:
                    found |= await self._search(guild.id, {name: str(value)}, after)
        except discord.HTTPException as error:
            if not is_refusal(error):
                raise
            self._history.failed(Operation.SEARCH_MENTIONS, error)
        return self._by_channel(guild, found)

    async def _search(
        self, guild_id: int, filter_: dict[str, str], after: int
    ) -> dict[int, dict[str, Any]]:
        """The messages that one filter finds, as JSON by their ids."""
        route = discord.http.Route("GET", "/guilds/{guild_id}/messages/search", guild_id=guild_id)
        query: dict[str, str | int] = {
            **filter_,
            "author_type": "user",
            "min_id": str(after),
            "sort_by": "timestamp",
            "sort_order": "asc",
            "include_nsfw": "true",
            "limit": _PAGE,
        }
        found: dict[int, dict[str, Any]] = {}
        total = 1
        offset = 0
        # A page may have fewer than its number, so that only the total tells the last one
        # (Discord's documentation).
        while offset < total and offset <= _LAST_OFFSET:
            await self._history.wait_to_send(guild_id)
            async with asyncio.timeout(_TIMEOUT_S):
                page = await self._client.http.request(route, params={**query, "offset": offset})
            total, hits = _parse_page(page)
            found |= {number: each for each in hits if (number := id_in(each, "id") or 0) > after}
            offset += _PAGE
        return found

    def _by_channel(self, guild: discord.Guild, found: dict[int, dict[str, Any]]) -> Found:
        by_channel: Found = {}
        for _, payload in sorted(found.items()):
            channel_id = int(payload["channel_id"])
            known = guild.get_channel_or_thread(channel_id)
            channel = (
                known
                if isinstance(known, ReadableChannel)
                else self._client.get_partial_messageable(channel_id, guild_id=guild.id)
            )
            message = patches.parse_message(self._client, channel, payload)
            by_channel.setdefault(channel_id, []).append(message)
        return by_channel


def _parse_page(page: object) -> tuple[int, list[dict[str, Any]]]:
    """How many messages were found in all, and those of this page."""
    if not isinstance(page, dict):
        raise NotFromDiscord("what was found is no JSON object")
    if page.get("code") == _NOT_INDEXED:
        raise NotIndexed(retry_after_s({}, page, now_s=0.0) or 0.0)
    total, groups = page.get("total_results"), page.get("messages")
    if not isinstance(total, int) or not isinstance(groups, list):
        raise NotFromDiscord("what was found has no messages")
    # Each message comes in a list of its own, formerly with those around it.
    every = [each for group in groups if isinstance(group, list) for each in group]
    return total, [
        each
        for each in every
        if isinstance(each, dict) and each.get("hit", True) and _has_channel(each)
    ]


def _has_channel(payload: dict[str, Any]) -> bool:
    channel_id = payload.get("channel_id")
    return isinstance(channel_id, str) and channel_id.isdecimal()
