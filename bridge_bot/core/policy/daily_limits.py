"""How many requests to the Chat API a day may have: of a member, of a server, in all. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bridge_bot.core.model import Question, Scope, ScopeKind, scopes_of

DAY_S = 86_400
"""Days are UTC, so each begins at a multiple of this since the Unix epoch."""


@dataclass(frozen=True, slots=True)
class DailyLimits:
    """The operator's limits. 0: no limit."""

    per_member: int = 0
    per_guild: int = 0
    in_all: int = 0

    def of(self, question: Question) -> dict[Scope, int]:
        """The limit of each scope that the question is in, the narrowest first."""
        limits = {
            ScopeKind.GUILD_MEMBER: 0,
            ScopeKind.CHANNEL: 0,
            ScopeKind.MEMBER: self.per_member,
            ScopeKind.GUILD: self.per_guild,
            ScopeKind.ALL: self.in_all,
        }
        return {scope: limits[scope.kind] for scope in scopes_of(question)}


@dataclass(frozen=True, slots=True)
class ReachedLimit:
    """A limit that is reached until `ends_at_s`, in seconds since the Unix epoch."""

    kind: ScopeKind
    limit: int
    ends_at_s: int

    @property
    def text_key(self) -> str:
        """The text that says so: a key of `texts`."""
        return f"refused-day-{self.kind}"

    def text_args(self) -> dict[str, str | int]:
        """What that text is filled in with."""
        # A text, since a number would get commas, which Discord's timestamps do not have.
        return {"limit": self.limit, "until": str(self.ends_at_s)}


@dataclass(frozen=True, slots=True)
class Today:
    """What was asked today in the scopes of a question that have a limit, and these limits.

    The day ends at `ends_at_s`, in seconds since the Unix epoch.
    """

    limits: Mapping[Scope, int]
    requests: Mapping[Scope, int]
    ends_at_s: int

    def with_expected(self, questions: Iterable[Question]) -> Today:
        """The same, counting one request more for each of these questions."""
        requests = dict(self.requests)
        for question in questions:
            for scope in scopes_of(question):
                requests[scope] = requests.get(scope, 0) + 1
        return replace(self, requests=requests)

    def reached(self) -> ReachedLimit | None:
        """The first limit that is reached, or None."""
        for scope, limit in self.limits.items():
            if self.requests.get(scope, 0) >= limit:
                return ReachedLimit(scope.kind, limit, self.ends_at_s)
        return None
