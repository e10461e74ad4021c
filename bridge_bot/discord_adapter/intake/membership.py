"""What Discord tells of members: which of the allowed servers a user is a member of who writes a
direct message, and the roles of one.

Without the privileged members intent discord.py caches no members. So Discord is asked, once in
ten minutes for each user, and for 2 s at most, since a command has to be acknowledged within 3 s.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

import discord

from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.discord_adapter.rest.exceptions import NotFromDiscord, is_refusal, is_transient
from bridge_bot.discord_adapter.snowflake import id_in

MOST_LOOKUPS = 5
"""In so many allowed servers people are looked up at once, since Discord refuses all requests
beyond 50 a second. With many servers, what a message has to wait for may take several attempts."""

_REMEMBERED_S = 600.0
_PATIENCE_S = 2.0


class Membership:
    """Looks up in which servers somebody is a member. Without `allowed_guilds`, nothing is
    looked up for a direct message.
    """

    def __init__(
        self, client: discord.Client, allowed_guilds: frozenset[int], observe: Observe
    ) -> None:
        self._client = client
        self._allowed_guilds = allowed_guilds
        self._observe = observe
        # By user: until when that is remembered, on the event loop's clock, and whether they are a
        # member, as far as Discord has told it.
        self._known: dict[int, tuple[float, dict[int, bool]]] = {}
        self._lookups = asyncio.Semaphore(MOST_LOOKUPS)

    async def guild_ids_of(self, user_id: int, guild_id: int | None) -> frozenset[int]:
        """The server where a user writes; in a direct message, their allowed servers.

        Raises `TimeoutError` if they may be a member of one, but Discord can't tell just now.
        """
        if guild_id is not None:
            return frozenset({guild_id})
        if not self._allowed_guilds:
            return frozenset()
        self._forget_expired()
        until_s = asyncio.get_running_loop().time() + _REMEMBERED_S
        _, known = self._known.setdefault(user_id, (until_s, {}))
        unknown = sorted(self._allowed_guilds - known.keys())
        await asyncio.gather(*(self._look_up(user_id, each, known) for each in unknown))
        found = frozenset(guild for guild, is_member in known.items() if is_member)
        if not found and len(known) < len(self._allowed_guilds):
            raise TimeoutError("Discord can't tell just now who is a member")
        return found

    def role_finder(
        self, message: discord.Message
    ) -> Callable[[], Awaitable[frozenset[int]]] | None:
        """How the roles of a message's author are found; None where they are known. Of a message
        that was read over REST Discord does not tell them.
        """
        if message.guild is None or isinstance(message.author, discord.Member):
            return None
        return partial(self.role_ids_of, message.author.id, message.guild.id)

    async def role_ids_of(self, user_id: int, guild_id: int) -> frozenset[int]:
        """The roles of a user in a server, with that of everybody; none if they are no member.

        Raises `TimeoutError` if Discord can't tell just now.
        """
        found = await self._member(user_id, guild_id)
        if found is None:
            raise TimeoutError("Discord can't tell just now what roles a member has")
        roles = found.get("roles")
        ids = roles if isinstance(roles, list) else []
        own = {int(each) for each in ids if isinstance(each, str) and each.isdecimal()}
        return frozenset({*own, guild_id}) if found else frozenset()

    async def _look_up(self, user_id: int, guild_id: int, known: dict[int, bool]) -> None:
        """Note whether a user is a member of a server, if Discord can tell it."""
        found = await self._member(user_id, guild_id, self._lookups)
        if found is not None:
            known[guild_id] = bool(found)

    async def _member(
        self, user_id: int, guild_id: int, lookups: asyncio.Semaphore | None = None
    ) -> Mapping[str, Any] | None:
        """What Discord tells of a member of a server: nothing if they are none, and None if it
        can't tell just now.
        """
        try:
            async with asyncio.timeout(_PATIENCE_S), lookups or contextlib.nullcontext():
                # Past the cache: with SHARD_IDS, a server may be another process's.
                found: Any = await self._client.http.get_member(guild_id, user_id)
        except Exception as error:
            if is_refusal(error):
                return {}
            if not is_transient(error):
                raise
            self._observe(OperationFailed(Operation.LOOK_UP_MEMBER, error))
            return None
        if isinstance(found, dict) and id_in(found.get("user"), "id") == user_id:
            return found
        other = NotFromDiscord("an answer about somebody else")
        self._observe(OperationFailed(Operation.LOOK_UP_MEMBER, other))
        return None

    def _forget_expired(self) -> None:
        now_s = asyncio.get_running_loop().time()
        self._known = {user: known for user, known in self._known.items() if known[0] > now_s}
