"""Scopes: what a limit or a switch is about, such as a member, a server, or everything."""

from __future__ import annotations

import enum
from typing import NamedTuple

from bridge_bot.core.model.question import Question


class ScopeKind(enum.StrEnum):
    """What a scope is. The values are stored."""

    MEMBER = "member"
    """A member, wherever they are."""
    GUILD_MEMBER = "guild-member"
    """A member in one server."""
    CHANNEL = "channel"
    """A channel or forum, with its threads."""
    GUILD = "guild"
    ALL = "all"


class Scope(NamedTuple):
    """What a limit is about. Everything that the bot does has the id 0; of a member in one server,
    the id is the server's.
    """

    kind: ScopeKind
    id: int = 0
    member_id: int = 0


EVERYTHING = Scope(ScopeKind.ALL)


def scopes_of(question: Question) -> tuple[Scope, ...]:
    """The scopes that a question is in, the narrowest first. A direct message is in no server."""
    member_id, guild_id = question.asker.id, question.guild_id
    member = Scope(ScopeKind.MEMBER, member_id)
    if guild_id is None:
        return member, EVERYTHING
    return (
        member,
        Scope(ScopeKind.GUILD_MEMBER, guild_id, member_id),
        Scope(ScopeKind.CHANNEL, question.place_id),
        Scope(ScopeKind.GUILD, guild_id),
        EVERYTHING,
    )
