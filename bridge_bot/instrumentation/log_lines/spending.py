"""The lines of what bounds the requests that are paid."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from bridge_bot.core.events import AskingPaused, AskingResumed, DailyLimitReached
from bridge_bot.core.model import ScopeKind
from bridge_bot.instrumentation.log_lines.line import LogLine, line

_LIMITS = {
    ScopeKind.MEMBER: (
        "MEMBER_QUESTIONS_PER_DAY",
        " by a member, the first one today",
        " for them",
    ),
    ScopeKind.GUILD: ("GUILD_QUESTIONS_PER_DAY", " by a server, the first one today", " for it"),
    ScopeKind.ALL: ("QUESTIONS_PER_DAY", "", ""),
}
"""The setting of each limit of the day, by whom it is reached, and for whom no more is sent."""


@line.register
def _(event: DailyLimitReached) -> LogLine:
    setting, by_whom, for_whom = _LIMITS[event.scope.kind]
    until = datetime.fromtimestamp(event.ends_at_s, UTC)
    message = (
        f"{setting} ({event.limit}) is reached{by_whom}: no further request is sent{for_whom}"
        f" until {until:%Y-%m-%d %H:%M} UTC"
    )
    fields: dict[str, str | int | float] = {"limit": event.limit}
    if event.scope.kind is not ScopeKind.ALL:
        fields["server" if event.scope.kind is ScopeKind.GUILD else "member"] = str(event.scope.id)
    return LogLine(logging.WARNING, message, fields)


@line.register
def _(event: AskingPaused) -> LogLine:
    since = datetime.fromtimestamp(event.since_s, UTC)
    message = (
        f"bridge-bot is paused since {since:%Y-%m-%d %H:%M:%S} UTC: no question is sent to the Chat"
        " API until `bridge-bot resume`"
    )
    return LogLine(logging.WARNING, message)


@line.register
def _(_event: AskingResumed) -> LogLine:
    return LogLine(logging.WARNING, "bridge-bot is resumed: questions are sent to the Chat API")
