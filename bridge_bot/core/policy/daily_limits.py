"""How many requests to the Chat API a day may have, such as of a member or of a server. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bridge_bot.core.guild_settings.values import PlaceSettings
from bridge_bot.core.model import Question, Scope, ScopeKind, scopes_of

DAY_S = 86_400
"""Days are UTC, so each begins at a multiple of this since the Unix epoch."""


@dataclass(frozen=True, slots=True)
class DailyLimits:
    """The operator's limits. 0: no limit."""

    per_member: int = 0
    per_guild: int = 0
    in_all: int = 0

    def of_kind(self, kind: ScopeKind) -> int:
        """The operator's limit of each scope of that kind; he has none for a member in one server,
        nor for a channel.
        """
        limits = {
            ScopeKind.MEMBER: self.per_member,
            ScopeKind.GUILD: self.per_guild,
            ScopeKind.ALL: self.in_all,
        }
        return limits.get(kind, 0)

    def of(self, question: Question, settings: PlaceSettings) -> dict[Scope, int]:
        """The limit of each scope that the question is in, the narrowest first; `settings` are
        those of its place.
        """
        return self.of_scopes(scopes_of(question), settings)

    def of_scopes(self, scopes: Iterable[Scope], settings: PlaceSettings) -> dict[Scope, int]:
        """The limit of each scope, by the settings of the place. Of a limit that both the operator
        and the server have set, the lower one holds.
        """
        of_server = {
            ScopeKind.GUILD_MEMBER: settings.member_questions_per_day,
            ScopeKind.CHANNEL: settings.questions_per_day,
            ScopeKind.GUILD: settings.guild_questions_per_day,
        }
        return {
            scope: _lower(self.of_kind(scope.kind), of_server.get(scope.kind, 0))
            for scope in scopes
        }

    def is_own(self, scope: Scope, limit: int) -> bool:
        """Whether that limit of a scope is the operator's, and not a lower one of the server's."""
        return limit > 0 and self.of_kind(scope.kind) == limit


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

    def is_within(self, requests: int) -> bool:
        """Whether so many requests more or less decide whether a limit is reached."""
        return any(
            abs(self.requests.get(scope, 0) - limit) <= requests
            for scope, limit in self.limits.items()
        )

    def reached(self) -> ReachedLimit | None:
        """The first limit that is reached, or None."""
        for scope, limit in self.limits.items():
            if self.requests.get(scope, 0) >= limit:
                return ReachedLimit(scope.kind, limit, self.ends_at_s)
        return None


def _lower(one: int, other: int) -> int:
    """The lower of two limits, where 0 is none."""
    return min(one, other) if one and other else one or other
