"""The log line of each event: its level, its sentence, and its ids and numbers as fields.

A sentence names no server, channel or member: their ids are fields, which the text form of the log
puts behind the sentence, and the JSON form beside it.
"""

from __future__ import annotations

from dataclasses import replace

from bridge_bot.core.errors import BridgeError
from bridge_bot.core.events import (
    AnswerReached,
    Event,
    RequestEnded,
    RequestPermitted,
    ServiceLost,
)
from bridge_bot.core.model import Origin
from bridge_bot.instrumentation.log_lines import (  # noqa: F401 - they register their lines
    operation,
    people,
    questions,
    requests,
    spending,
)
from bridge_bot.instrumentation.log_lines.line import Fields as Fields
from bridge_bot.instrumentation.log_lines.line import LogLine as LogLine
from bridge_bot.instrumentation.log_lines.line import cause as cause
from bridge_bot.instrumentation.log_lines.line import is_expected as is_expected
from bridge_bot.instrumentation.log_lines.line import line
from bridge_bot.instrumentation.log_lines.services import service_lost

FREQUENT: frozenset[type[Event]] = frozenset({AnswerReached, RequestEnded, RequestPermitted})
"""The events that come several times a second. Their lines are DEBUG."""


def line_of(event: Event, *, now_s: float) -> LogLine:
    """The line of an event. TypeError for anything else.

    `now_s` is the time in seconds since the Unix epoch. The fields begin with the ids of the
    question that the event is about, and end with the class of its error and, where that is known,
    whether a retry helps.
    """
    found = service_lost(event, now_s) if isinstance(event, ServiceLost) else line(event)
    origin: Origin | None = getattr(event, "origin", None)
    error: BaseException | None = getattr(event, "error", None)
    ids = {} if origin is None else _ids(origin)
    error_class = {} if error is None else {"error": type(error).__name__}
    retry = {"retry_helps": error.retry_helps} if isinstance(error, BridgeError) else {}
    return replace(found, fields=ids | dict(found.fields) | error_class | retry)


def _ids(origin: Origin) -> dict[str, str | int | float]:
    """The ids as texts: they have more digits than a number in JavaScript can hold."""
    return {
        "question": str(origin.question_id),
        "server": "direct message" if origin.guild_id is None else str(origin.guild_id),
        "channel": str(origin.channel_id),
        "member": str(origin.member_id),
    }
