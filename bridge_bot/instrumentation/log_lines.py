"""The log line of each event: its level, its sentence, and its ids and numbers as fields.

A sentence names no server, channel or member: their ids are fields, which the text form of the log
puts behind the sentence, and the JSON form beside it.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import singledispatch

from bridge_bot.core.errors import BridgeError
from bridge_bot.core.events import (
    AccessBack,
    AccessLost,
    AnswerBegan,
    AskedAgain,
    AskingPaused,
    AskingResumed,
    Connected,
    DailyLimitReached,
    Event,
    EventSkipped,
    OperationFailed,
    QuestionAccepted,
    QuestionDelayed,
    QuestionRefused,
    ReplyOpened,
    RequestLimited,
    ServiceBack,
    ServiceLost,
    TurnEnded,
)
from bridge_bot.core.model import DelayReason, Origin, ScopeKind

Fields = Mapping[str, str | int | float]

_EXPECTED_MODULES = ("discord.", "aiohttp.")
"""Libraries whose exceptions come from outside, not from a fault in this program."""

_DELAYS = {
    DelayReason.QUEUED: (
        "waits for a slot: as many questions as may be are under way at the Chat API"
    ),
    DelayReason.RETRYING: "waits for the Chat API to be asked again",
    DelayReason.SLOW: "was sent to the Chat API and has no answer yet",
}

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


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line of the log.

    `fields` are for programs that read the log. With a `kind`, a line is left out if one of its
    kind was written less than a minute ago. The traceback of `traceback_of` is written below the
    line.
    """

    level: int
    message: str
    fields: Fields = field(default_factory=dict)
    kind: str = ""
    traceback_of: BaseException | None = None


def line_of(event: Event, *, now_s: float) -> LogLine:
    """The line of an event. TypeError for anything else.

    `now_s` is the time in seconds since the Unix epoch. The fields begin with the ids of the
    question that the event is about, and end with the class of its error and, where that is known,
    whether a retry helps.
    """
    line = _service_lost(event, now_s) if isinstance(event, ServiceLost) else _line(event)
    origin: Origin | None = getattr(event, "origin", None)
    error: BaseException | None = getattr(event, "error", None)
    ids = {} if origin is None else _ids(origin)
    error_class = {} if error is None else {"error": type(error).__name__}
    retry = {"retry_helps": error.retry_helps} if isinstance(error, BridgeError) else {}
    return replace(line, fields=ids | dict(line.fields) | error_class | retry)


def cause(error: BaseException) -> str:
    """An error's class and text on one line, such as `KeyError: 'expiry'`."""
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def is_expected(error: BaseException) -> bool:
    """Whether an error comes from outside, such as from the network, so that its traceback would
    explain nothing.
    """
    ours = isinstance(error, BridgeError | OSError)
    return ours or type(error).__module__.startswith(_EXPECTED_MODULES)


@singledispatch
def _line(event: Event) -> LogLine:
    raise TypeError(f"no line is written for a {type(event).__name__}")


@_line.register
def _(event: TurnEnded) -> LogLine:
    first = "" if event.first_text_s is None else f", first text after {event.first_text_s:.2f} s"
    reason = f": {cause(event.error)}" if event.error else ""
    fields: dict[str, str | int | float] = {
        "state": str(event.state),
        "took_s": round(event.took_s, 3),
        "pages": event.pages,
    }
    if event.first_text_s is not None:
        fields["first_text_s"] = round(event.first_text_s, 3)
    return LogLine(
        logging.WARNING if event.error else logging.INFO,
        f"turn {event.origin.question_id} {event.state} after {event.took_s:.2f} s{first},"
        f" {event.pages} page(s){reason}",
        fields,
    )


@_line.register
def _(event: QuestionRefused) -> LogLine:
    message = f"question {event.origin.question_id} refused: {event.reason}"
    return LogLine(logging.INFO, message, {"reason": event.reason})


@_line.register
def _(event: QuestionAccepted) -> LogLine:
    question_id, conversation = event.origin.question_id, event.conversation
    message = f"question {question_id} is accepted in conversation {conversation}"
    return LogLine(logging.DEBUG, message, {"conversation": conversation})


@_line.register
def _(event: ReplyOpened) -> LogLine:
    message = (
        f"the reply of turn {event.origin.question_id} goes into channel {event.channel_id},"
        f" known after {event.took_s:.2f} s"
    )
    fields: Fields = {"reply_channel": str(event.channel_id), "took_s": round(event.took_s, 3)}
    return LogLine(logging.DEBUG, message, fields)


@_line.register
def _(event: AnswerBegan) -> LogLine:
    turn, after_s = f"turn {event.origin.question_id}", event.after_s
    message = f"the answer of {turn} begins {after_s:.2f} s after it was asked for"
    return LogLine(logging.DEBUG, message, {"after_s": round(after_s, 3)})


@_line.register
def _(event: QuestionDelayed) -> LogLine:
    message = f"question {event.origin.question_id} {_DELAYS[event.reason]}"
    kind = f"delayed: {event.reason}"
    return LogLine(logging.INFO, message, {"reason": event.reason}, kind)


@_line.register
def _(event: AskedAgain) -> LogLine:
    message = (
        f"question {event.origin.question_id} is asked again in {event.pause_s:.1f} s,"
        f" which may cost: {cause(event.error)}"
    )
    return LogLine(logging.WARNING, message, {"pause_s": round(event.pause_s, 3)})


@_line.register
def _(event: OperationFailed) -> LogLine:
    detail = f" ({event.detail})" if event.detail else ""
    outlook = f"; {event.outlook}" if event.outlook else ""
    message = f"while {event.operation}{detail}{outlook}: {cause(event.error)}"
    fault = None if is_expected(event.error) else event.error
    return LogLine(logging.WARNING, message, kind=message, traceback_of=fault)


@_line.register
def _(event: EventSkipped) -> LogLine:
    # The kind is where it failed, not what the exception says: that may quote what Discord sent.
    name = f"{event.event} was skipped, an event of Discord's that could not be read:"
    return LogLine(
        logging.ERROR,
        f"{name} {cause(event.error)}",
        {"discord_event": event.event},
        kind=f"{name} {type(event.error).__name__} {_raised_at(event.error)}",
        traceback_of=event.error,
    )


@_line.register
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


def _service_lost(event: ServiceLost, now_s: float) -> LogLine:
    since = datetime.fromtimestamp(now_s - event.failing_s, UTC)
    message = f"{event.service} is out of reach since {since:%H:%M:%S} UTC: {cause(event.error)}"
    fields: Fields = {"service": str(event.service), "failing_s": round(event.failing_s, 3)}
    return LogLine(logging.ERROR, message, fields)


@_line.register
def _(event: ServiceBack) -> LogLine:
    message = f"{event.service} works again, after {event.away_s:.0f} s"
    fields: Fields = {"service": str(event.service), "away_s": round(event.away_s, 3)}
    return LogLine(logging.WARNING, message, fields)


@_line.register
def _(event: AccessLost) -> LogLine:
    message = f"the Chat API takes no questions from this key: {cause(event.error)}"
    return LogLine(logging.ERROR, message)


@_line.register
def _(_event: AccessBack) -> LogLine:
    return LogLine(logging.WARNING, "the Chat API takes questions from this key again")


@_line.register
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


@_line.register
def _(event: AskingPaused) -> LogLine:
    since = datetime.fromtimestamp(event.since_s, UTC)
    message = (
        f"bridge-bot is paused since {since:%Y-%m-%d %H:%M:%S} UTC: no question is sent to the Chat"
        " API until `bridge-bot resume`"
    )
    return LogLine(logging.WARNING, message)


@_line.register
def _(_event: AskingResumed) -> LogLine:
    return LogLine(logging.WARNING, "bridge-bot is resumed: questions are sent to the Chat API")


@_line.register
def _(event: Connected) -> LogLine:
    invite = "" if event.servers else f"; invite it to one: {event.invite_link}"
    message = f"connected as {event.name}, on {event.servers} server(s){invite}"
    return LogLine(logging.INFO, message, {"servers": event.servers})


def _ids(origin: Origin) -> dict[str, str | int | float]:
    """The ids as texts: they have more digits than a number in JavaScript can hold."""
    return {
        "question": str(origin.question_id),
        "server": "direct message" if origin.guild_id is None else str(origin.guild_id),
        "channel": str(origin.channel_id),
        "member": str(origin.member_id),
    }


def _raised_at(error: BaseException) -> str:
    """The place in the code that raised an error; empty if it was never raised."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].filename}, line {frames[-1].lineno}" if frames else ""
