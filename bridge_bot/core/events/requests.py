"""The requests to Discord and the Chat API, and what comes by the gateway: what is measured of it.

These come often. The log has them as DEBUG alone, but for the last two.
"""

from __future__ import annotations

from dataclasses import dataclass

from bridge_bot.core.ports import Priority


@dataclass(frozen=True, slots=True)
class RequestPermitted:
    """A request to the platform may be sent, after it has waited `waited_s` seconds for that."""

    priority: Priority
    waited_s: float


@dataclass(frozen=True, slots=True)
class RequestEnded:
    """A request to the platform was answered with that HTTP status; None: it was not answered.

    `route` is its method and its path as a template without ids.
    """

    route: str
    status: int | None


@dataclass(frozen=True, slots=True)
class AnswerReached:
    """The first byte of an answer of the Chat API came, `after_s` seconds after its request."""

    after_s: float


@dataclass(frozen=True, slots=True)
class GatewayDeaf:
    """A shard of the gateway is connected, and brings no messages: of `messages` of the bot's own
    none came back. Unless that was done not long ago, it `is_reconnected` in a new session.
    """

    shard: int
    messages: int
    is_reconnected: bool


@dataclass(frozen=True, slots=True)
class GatewayHeard:
    """A shard that was deaf brings messages again, or has another session; it took `away_s` seconds
    since that was found.
    """

    shard: int
    away_s: float


@dataclass(frozen=True, slots=True)
class ShardsElsewhere:
    """Another process serves these shards of the gateway, which this one was told to serve."""

    shards: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ShardsClaimed:
    """Shards of the gateway that another process served are this one's now."""

    shards: tuple[int, ...]
