"""The lines of requests, and of a gateway that brings no messages."""

from __future__ import annotations

import logging

from bridge_bot.core.events import (
    AnswerReached,
    GatewayDeaf,
    GatewayHeard,
    RequestEnded,
    RequestPermitted,
    ShardsClaimed,
    ShardsElsewhere,
)
from bridge_bot.instrumentation.log_lines.line import Fields, LogLine, line


@line.register
def _(event: RequestPermitted) -> LogLine:
    priority = event.priority.name.lower()
    fields: Fields = {"priority": priority, "waited_s": round(event.waited_s, 3)}
    message = f"a request to Discord waited {event.waited_s:.2f} s ({priority})"
    return LogLine(logging.DEBUG, message, fields)


@line.register
def _(event: RequestEnded) -> LogLine:
    fields: dict[str, str | int | float] = {"route": event.route}
    if event.status is not None:
        fields["status"] = event.status
    result = "no response" if event.status is None else event.status
    return LogLine(logging.DEBUG, f"{event.route}: {result}", fields)


@line.register
def _(event: AnswerReached) -> LogLine:
    message = f"an answer of the Chat API begins after {event.after_s:.2f} s"
    return LogLine(logging.DEBUG, message, {"after_s": round(event.after_s, 3)})


@line.register
def _(event: GatewayDeaf) -> LogLine:
    outcome = (
        "it is connected anew" if event.is_reconnected else "it was connected anew not long ago"
    )
    return LogLine(
        logging.ERROR,
        f"shard {event.shard} of Discord's gateway is connected, but brings no messages: {outcome}"
        f" ({event.messages} of the bot's own did not come back)",
        {"shard": event.shard, "messages": event.messages},
    )


@line.register
def _(event: GatewayHeard) -> LogLine:
    return LogLine(
        logging.INFO,
        f"shard {event.shard} of Discord's gateway is no longer deaf, after {event.away_s:.0f} s",
        {"shard": event.shard, "away_s": round(event.away_s, 3)},
    )


@line.register
def _(event: ShardsElsewhere) -> LogLine:
    return LogLine(
        logging.WARNING,
        f"another process serves {_shards(event.shards)}, which this one was told to serve: it"
        " waits until the other one has ended",
        {"shards": ",".join(map(str, event.shards))},
    )


@line.register
def _(event: ShardsClaimed) -> LogLine:
    message = f"{_shards(event.shards)} came to this process from another one, which has ended"
    return LogLine(logging.INFO, message, {"shards": ",".join(map(str, event.shards))})


def _shards(ids: tuple[int, ...]) -> str:
    """Such as `shard 1` or `shards 0, 2`."""
    return f"shard{'s' * (len(ids) > 1)} {', '.join(map(str, ids))}"
