"""What the bot sent: one entry a request, in the order of arrival."""

from __future__ import annotations

from dataclasses import dataclass

from bridge_bot.sandbox.discord.errors import Json


@dataclass(slots=True, eq=False)
class LoggedRequest:
    """One request. Times are seconds since 1970, None until it came to that."""

    at: float
    method: str
    path: str
    """Below the API's base, without the query: `/channels/1/messages`."""
    route: str
    """Its template, `/channels/{channel}/messages`; empty for an unknown route."""
    body: Json | None = None
    effect_at: float | None = None
    """When it changed the world; None if it never did."""
    answered_at: float | None = None
    status: int | None = None
    """None if the connection ended without an answer."""
    user_agent: str = ""
    scope: str | None = None
    """Of a 429: user, global or shared."""

    @property
    def was_429(self) -> bool:
        """Whether it was refused by a limit."""
        return self.status == 429

    @property
    def writes(self) -> bool:
        """Whether it is meant to change something."""
        return self.method != "GET"
