"""The lines of what happens to Discord and the Chat API."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from bridge_bot.core.events import (
    AccessBack,
    AccessLost,
    ChatBotMissing,
    Connected,
    EventSkipped,
    RequestLimited,
    ServiceBack,
    ServiceLost,
)
from bridge_bot.instrumentation.log_lines.line import Fields, LogLine, cause, line, raised_at


@line.register
def _(event: EventSkipped) -> LogLine:
    # The kind is where it failed, not what the exception says: that may quote what Discord sent.
    name = f"{event.event} was skipped, an event of Discord's that could not be read:"
    return LogLine(
        logging.ERROR,
        f"{name} {cause(event.error)}",
        {"discord_event": event.event},
        kind=f"{name} {type(event.error).__name__} {raised_at(event.error)}",
        traceback_of=event.error,
    )


@line.register
def _(event: RequestLimited) -> LogLine:
    return LogLine(
        logging.WARNING,
        f"Discord limits {event.route} ({event.scope}) for {event.retry_after_s:.1f} s;"
        f" the limit of all requests is taken to be {event.believed_per_s} a second",
        {
            "route": event.route,
            "scope": str(event.scope),
            "retry_after_s": round(event.retry_after_s, 3),
            "believed_per_s": event.believed_per_s,
        },
    )


def service_lost(event: ServiceLost, now_s: float) -> LogLine:
    """The line of a service that is out of reach; `now_s` as in `line_of`."""
    since = datetime.fromtimestamp(now_s - event.failing_s, UTC)
    message = f"{event.service} is out of reach since {since:%H:%M:%S} UTC: {cause(event.error)}"
    fields: Fields = {"service": str(event.service), "failing_s": round(event.failing_s, 3)}
    return LogLine(logging.ERROR, message, fields)


@line.register
def _(event: ServiceBack) -> LogLine:
    message = f"{event.service} works again, after {event.away_s:.0f} s"
    fields: Fields = {"service": str(event.service), "away_s": round(event.away_s, 3)}
    return LogLine(logging.WARNING, message, fields)


@line.register
def _(event: AccessLost) -> LogLine:
    whom = f" for the chatbot {event.chat_bot}" if event.chat_bot else ""
    message = f"the Chat API takes no questions from this key{whom}: {cause(event.error)}"
    return LogLine(logging.ERROR, message)


@line.register
def _(event: AccessBack) -> LogLine:
    whom = f" for the chatbot {event.chat_bot}" if event.chat_bot else ""
    return LogLine(logging.WARNING, f"the Chat API takes questions from this key again{whom}")


@line.register
def _(event: ChatBotMissing) -> LogLine:
    message = f"CHAT_BOTS has no {event.name}, which was chosen: the chatbot of the place is asked"
    return LogLine(logging.WARNING, message)


@line.register
def _(event: Connected) -> LogLine:
    invite = "" if event.servers else f"; invite it to one: {event.invite_link}"
    message = f"connected as {event.name}, on {event.servers} server(s){invite}"
    return LogLine(logging.INFO, message, {"servers": event.servers})
