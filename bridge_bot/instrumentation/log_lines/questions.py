"""The lines of what happens to questions and their turns."""

from __future__ import annotations

import logging

from bridge_bot.core.events import (
    AnswerBegan,
    AskedAgain,
    QuestionAccepted,
    QuestionDelayed,
    QuestionRefused,
    ReplyOpened,
    TurnEnded,
    VoteCast,
)
from bridge_bot.core.model import DelayReason
from bridge_bot.instrumentation.log_lines.line import Fields, LogLine, cause, line

_DELAYS = {
    DelayReason.QUEUED: (
        "waits for a slot: as many questions as may be are under way at the Chat API"
    ),
    DelayReason.RETRYING: "waits for the Chat API to be asked again",
    DelayReason.SLOW: "was sent to the Chat API and has no answer yet",
}


@line.register
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


@line.register
def _(event: QuestionRefused) -> LogLine:
    message = f"question {event.origin.question_id} refused: {event.reason}"
    return LogLine(logging.INFO, message, {"reason": event.reason})


@line.register
def _(event: QuestionAccepted) -> LogLine:
    question_id, conversation = event.origin.question_id, event.conversation
    message = f"question {question_id} is accepted in conversation {conversation}"
    return LogLine(logging.DEBUG, message, {"conversation": conversation})


@line.register
def _(event: ReplyOpened) -> LogLine:
    message = (
        f"the reply of turn {event.origin.question_id} goes into channel {event.channel_id},"
        f" known after {event.took_s:.2f} s"
    )
    fields: Fields = {"reply_channel": str(event.channel_id), "took_s": round(event.took_s, 3)}
    return LogLine(logging.DEBUG, message, fields)


@line.register
def _(event: AnswerBegan) -> LogLine:
    turn, after_s = f"turn {event.origin.question_id}", event.after_s
    message = f"the answer of {turn} begins {after_s:.2f} s after it was asked for"
    return LogLine(logging.DEBUG, message, {"after_s": round(after_s, 3)})


@line.register
def _(event: QuestionDelayed) -> LogLine:
    message = f"question {event.origin.question_id} {_DELAYS[event.reason]}"
    kind = f"delayed: {event.reason}"
    return LogLine(logging.INFO, message, {"reason": event.reason}, kind)


@line.register
def _(event: AskedAgain) -> LogLine:
    message = (
        f"question {event.origin.question_id} is asked again in {event.pause_s:.1f} s,"
        f" which may cost: {cause(event.error)}"
    )
    return LogLine(logging.WARNING, message, {"pause_s": round(event.pause_s, 3)})


@line.register
def _(event: VoteCast) -> LogLine:
    before = ", changed by its member" if event.is_change else ""
    message = f"the answer to question {event.origin.question_id} got a vote: {event.vote}{before}"
    return LogLine(logging.INFO, message, {"vote": str(event.vote)})
