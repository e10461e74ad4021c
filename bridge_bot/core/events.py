"""What happens, as values: one frozen class for each thing that is worth a log line or a metric.

An event is passed to an `Observe`, which `instrumentation` provides. No event holds any text of a
question or an answer. Ids are in fields of their own, never in a sentence, so that a log can find
the lines of one kind. The `origin` of an event is that of the question it is about.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass

from bridge_bot.core.errors import AnswerError, BridgeError
from bridge_bot.core.model import (
    ConversationKey,
    DelayReason,
    Origin,
    Scope,
    StopReason,
    TurnState,
)


class Service(enum.StrEnum):
    """A service that the bot needs, as the log names it."""

    CHAT_API = "the Chat API"
    DISCORD = "Discord"
    """Its REST API."""
    DISCORD_GATEWAY = "Discord's gateway"
    """By which Discord's events come; it can fail while the REST API works."""


class LimitScope(enum.StrEnum):
    """Whose limit a request has met that was answered by 429."""

    USER = "user"
    """This bot's limit of one route."""
    SHARED = "shared"
    """A limit that all bots in that place share."""
    GLOBAL = "global"
    """This bot's limit of all requests."""
    ADDRESS = "address"
    """Everything from this machine's address is blocked for a while."""


class Operation(enum.StrEnum):
    """What the bot was doing when something failed. The value completes "while …" in the log."""

    ACCEPT_QUESTION = "accepting a question"
    ANSWER_QUESTION = "answering a question"
    ASK_SESSION_LIMIT = "asking Discord how many sessions may be begun"
    CATCH_UP = "catching up"
    CHOOSE_LANGUAGE = "choosing a language"
    CONNECT = "connecting to Discord"
    COUNT_REQUEST = "looking up what was asked today"
    FORGET_REQUESTS = "removing the counts of past days"
    HANDLE_COMMAND = "handling a command"
    HANDLE_EVENT = "handling an event"
    LIST_ARCHIVED_THREADS = "looking for archived threads"
    LOAD_UNFINISHED_TURNS = "looking for turns that were left"
    LOCATE_REPLY = "looking for a reply from before"
    LOOK_UP_CONVERSATION = "looking up the conversation of a message"
    LOOK_UP_DIRECT_CHANNEL = "looking up a direct-message channel"
    LOOK_UP_MEMBER = "asking Discord for a member"
    LOOK_UP_QUESTION = "looking up a question"
    LOOK_WHETHER_PAUSED = "looking whether the bot is paused"
    NOTE_FIRST_START = "noting the first start"
    NOTIFY_ASKER = "telling of a complete answer"
    READ_MISSED = "reading what was missed"
    REMOVE_QUEUED_REACTION = "taking a mark off a question"
    RENEW_LEASES = "renewing the lease of the turns"
    REQUEUE_TURN = "keeping a turn"
    SAVE_ASKED = "noting a question as asked"
    SAVE_CONVERSATION_UID = "keeping a conversation_uid"
    SAVE_DESTINATION = "noting where a reply goes"
    SAVE_REPLY_MESSAGE = "noting a page of a reply"
    SAVE_TURN_END = "noting how a turn ended"
    SAVE_TURN_STATE = "noting the state of a turn"
    SAVE_WATERMARK = "noting what has been taken in"
    SHOW_NOTICE = "saying how a turn ended"
    SEND_HINT = "answering with a hint"
    SEARCH_MENTIONS = "searching for missed mentions"
    SHOW_PARTIAL_ANSWER = "showing what had come of an answer"
    SYNC_COMMANDS = "telling Discord the commands"
    TAKE_BACK_REQUEST = "counting a request no more that was not sent"
    TAKE_MESSAGE_IN = "taking a message in"


class Outlook(enum.StrEnum):
    """What becomes of an operation that failed, where that is known."""

    RETRIED = "it is tried again"
    RETRIED_AT_NEXT_START = "the next start tries again"
    GIVEN_UP = "it is given up"
    LEFT_OUT = "it is left out"


@dataclass(frozen=True, slots=True)
class QuestionRefused:
    """A question was not accepted; `reason` is the key in `texts` of what its asker was told."""

    origin: Origin
    reason: str


@dataclass(frozen=True, slots=True)
class QuestionAccepted:
    """A question is in the database, and waits until those before it in its conversation are
    answered.
    """

    origin: Origin
    conversation: ConversationKey


@dataclass(frozen=True, slots=True)
class ReplyOpened:
    """The channel or thread of a reply is known, `took_s` seconds after its turn was queued."""

    origin: Origin
    channel_id: int
    took_s: float


@dataclass(frozen=True, slots=True)
class AnswerBegan:
    """The first text of an answer has come, `after_s` seconds after the Chat API was asked."""

    origin: Origin
    after_s: float


@dataclass(frozen=True, slots=True)
class QuestionDelayed:
    """Nothing of the answer to a question has come for long, for this reason."""

    origin: Origin
    reason: DelayReason


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """The Chat API is asked once more in `pause_s` seconds, which may cost, after this error."""

    origin: Origin
    error: AnswerError
    pause_s: float


@dataclass(frozen=True, slots=True)
class TurnEnded:
    """A turn is over; or it is left to the next process, and its state is queued or ending.

    `took_s` and `first_text_s` are in seconds since the turn was queued; the latter is None
    where no text has come. `pages` are the messages of its reply. `error` is what ended it before
    the end of its answer; `stop_reason` is why it ended early if nothing failed.
    """

    origin: Origin
    state: TurnState
    took_s: float
    first_text_s: float | None
    pages: int
    error: BridgeError | None = None
    stop_reason: StopReason | None = None


@dataclass(frozen=True, slots=True)
class OperationFailed:
    """An operation failed; the bot goes on.

    `detail` says which one where there are many of a kind: a command's or an event's name, or the
    state of a turn. `outlook` is what becomes of it.
    """

    operation: Operation
    error: BaseException
    origin: Origin | None = None
    detail: str = ""
    outlook: Outlook | None = None


@dataclass(frozen=True, slots=True)
class EventSkipped:
    """An event of the platform's could not be read, and was skipped. `event` is what the
    platform calls its kind, such as MESSAGE_CREATE.
    """

    event: str
    error: BaseException


@dataclass(frozen=True, slots=True)
class RequestLimited:
    """The platform answered 429, and takes nothing of that kind for `retry_after_s` seconds.

    `route` is the request's path as a template without ids. `believed_per_s` is what the bot takes
    its limit of all requests to be from now on, in requests a second.
    """

    scope: LimitScope
    route: str
    retry_after_s: float
    believed_per_s: int


@dataclass(frozen=True, slots=True)
class ServiceLost:
    """A service that the bot needs has failed several times in a row; `error` is the last.

    It began to fail `failing_s` seconds ago.
    """

    service: Service
    error: BaseException
    failing_s: float


@dataclass(frozen=True, slots=True)
class ServiceBack:
    """A service that was lost works again, after `away_s` seconds."""

    service: Service
    away_s: float


@dataclass(frozen=True, slots=True)
class AccessLost:
    """The Chat API refuses the key, or its balance or limit seems to be at its end."""

    error: AnswerError


@dataclass(frozen=True, slots=True)
class AccessBack:
    """The Chat API accepts questions again, after it had refused them."""


@dataclass(frozen=True, slots=True)
class DailyLimitReached:
    """A limit of the operator's is reached until `ends_at_s`, in seconds since the Unix epoch. Of
    the limits of one kind only the first one of a day is told.
    """

    scope: Scope
    limit: int
    ends_at_s: int


@dataclass(frozen=True, slots=True)
class AskingPaused:
    """The operator has paused the bot, at `since_s`, in seconds since the Unix epoch."""

    since_s: int


@dataclass(frozen=True, slots=True)
class AskingResumed:
    """The bot is paused no more."""


@dataclass(frozen=True, slots=True)
class Connected:
    """The bot is connected to the platform as `name`, and is on so many `servers`. `invite_link` is
    the address at which it is invited to more.
    """

    name: str
    servers: int
    invite_link: str


Event = (
    AccessBack
    | AccessLost
    | AnswerBegan
    | AskedAgain
    | AskingPaused
    | AskingResumed
    | Connected
    | DailyLimitReached
    | EventSkipped
    | OperationFailed
    | QuestionAccepted
    | QuestionDelayed
    | QuestionRefused
    | ReplyOpened
    | RequestLimited
    | ServiceBack
    | ServiceLost
    | TurnEnded
)
Observe = Callable[[Event], None]
"""Hands an event on; returns at once, and raises nothing."""


def unobserved(_: Event) -> None:
    """Drops an event, where a part is used without anything that observes it."""
