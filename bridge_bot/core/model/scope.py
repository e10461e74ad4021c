"""Scopes: what a limit or a switch is about, a member, a server, or everything."""

from __future__ import annotations

import enum
from typing import NamedTuple

from bridge_bot.core.model.question import Question


class ScopeKind(enum.StrEnum):
    """What a scope is. The values are stored."""

    MEMBER = "member"
    GUILD = "guild"
    ALL = "all"


class Scope(NamedTuple):
    """One member, one server, or everything that the bot does; that has the id 0."""

    kind: ScopeKind
    id: int = 0


EVERYTHING = Scope(ScopeKind.ALL)


def scopes_of(question: Question) -> tuple[Scope, ...]:
    """The scopes that a question is in, the narrowest first. A direct message is in no server."""
    member = Scope(ScopeKind.MEMBER, question.asker.id)
    if question.guild_id is None:
        return member, EVERYTHING
    return member, Scope(ScopeKind.GUILD, question.guild_id), EVERYTHING
