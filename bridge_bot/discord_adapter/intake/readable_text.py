"""A member's text as it reads: with names in place of Discord's ids."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import discord

_MOST_NAMES_LOOKED_UP = 5
_NAME_PATIENCE_S = 1.0

Members = Iterable[discord.User | discord.Member]

_CUSTOM_EMOJI = re.compile(r"<a?:(\w+):\d+>")
_COMMAND = re.compile(r"</([^:>]+):\d+>")
_TIMESTAMP = re.compile(r"<t:(-?\d+)(?::\w)?>")
_MENTION = re.compile(r"(?P<space> ?)<(?P<kind>@!?|@&|#)(?P<id>\d+)>")
_NAVIGATION = re.compile(r"<id:([\w-]+)>")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of the ids in a text. `own_ids`, the bot's and its role's, are removed from it."""

    guild: discord.Guild | None
    own_ids: frozenset[int]
    members: Mapping[int, str]

    @classmethod
    def of(cls, guild: discord.Guild | None, me: discord.ClientUser, members: Members) -> Names:
        """The names in a guild, or with None in a direct message, as the bot `me` knows them."""
        own_role = own_role_id(guild)
        return cls(
            guild=guild,
            own_ids=frozenset({me.id} if own_role is None else {me.id, own_role}),
            members={member.id: member.display_name for member in members},
        )

    def replace(self, mention: re.Match[str]) -> str:
        """The text of a mention; empty for the bot's own, without the space before it."""
        kind, target = mention["kind"], int(mention["id"])
        return "" if target in self.own_ids else mention["space"] + self._name(kind, target)

    def _name(self, kind: str, target: int) -> str:
        if kind == "#":
            channel = self.guild and self.guild.get_channel_or_thread(target)
            return f"#{channel.name}" if channel else "#unknown-channel"
        if kind == "@&":
            role = self.guild and self.guild.get_role(target)
            return f"@{role.name}" if role else "@unknown-role"
        return f"@{self.members.get(target, 'unknown')}"


def readable(content: str, names: Names) -> str:
    """A text with names instead of mentions, and without the bot's own mention."""
    text = _MENTION.sub(names.replace, content)
    text = _CUSTOM_EMOJI.sub(r":\1:", text)
    text = _COMMAND.sub(r"/\1", text)
    text = _NAVIGATION.sub(r"#\1", text)
    text = _TIMESTAMP.sub(_date, text)
    return text.strip()


async def readable_argument(
    content: str, guild: discord.Guild | None, me: discord.ClientUser | None
) -> str:
    """The same for what a member wrote in a command: Discord does not send the members that it
    mentions, so that a few of them are looked up.
    """
    if me is None:
        return content.strip()
    wanted = mentioned_members(content) - {me.id}
    members: list[discord.Member] = []
    if guild is not None:
        # At once, since a command has to be acknowledged within 3 s (Discord's documentation).
        some = list(wanted)[:_MOST_NAMES_LOOKED_UP]
        found = await asyncio.gather(*(_member(guild, member_id) for member_id in some))
        members = [member for member in found if member is not None]
    return readable(content, Names.of(guild, me, members))


async def _member(guild: discord.Guild, member_id: int) -> discord.Member | None:
    """The member of that id; None if there is none, or Discord does not tell soon."""
    with contextlib.suppress(Exception):  # a name is not worth a question, whatever fails
        async with asyncio.timeout(_NAME_PATIENCE_S):
            return await guild.fetch_member(member_id)
    return None


def mentioned_members(content: str) -> set[int]:
    """The ids of the members that a text mentions."""
    return {int(match["id"]) for match in _MENTION.finditer(content) if match["kind"] in "@!"}


def own_role_id(guild: discord.Guild | None) -> int | None:
    """The role that Discord made for the bot: its name is the bot's, so people mention it."""
    role = guild.self_role if guild else None
    return role.id if role else None


def _date(match: re.Match[str]) -> str:
    try:
        moment = datetime.fromtimestamp(int(match[1]), tz=UTC)
    except (OverflowError, OSError, ValueError):
        return match[0]
    return f"{moment:%Y-%m-%d %H:%M} UTC"
