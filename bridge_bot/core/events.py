"""What the core tells its observer: one frozen value for each thing worth a log line or a number.

None holds a word of a question or an answer. Ids stand in fields of their own, never in a sentence:
so that lines which say the same can be told to be the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bridge_bot.core.errors import AnswerError, BridgeError
from bridge_bot.core.model import ConversationKey, Origin, TurnState

Service = Literal["the Chat API", "Discord", "Discord's gateway"]
"""What the bot needs. "Discord" is its REST API; the gateway, by which events come, may fail
alone."""


@dataclass(frozen=True, slots=True)
class QuestionRefused:
    """A question was not accepted; `reason` is the key of the text that the asker got."""

    origin: Origin
    reason: str


@dataclass(frozen=True, slots=True)
class QuestionAccepted:
    """A question was written down, and waits for its turn."""

    origin: Origin
    conversation: ConversationKey


@dataclass(frozen=True, slots=True)
class ReplyOpened:
    """It is known where a reply goes: into that channel or thread, after `took_s` seconds."""

    origin: Origin
    channel_id: int
    took_s: float


@dataclass(frozen=True, slots=True)
class AnswerBegan:
    """The first text of an answer has come, `after_s` seconds after it was asked for."""

    origin: Origin
    after_s: float


@dataclass(frozen=True, slots=True)
class QuestionDelayed:
    """A question has waited for long: for its turn to be asked, to be asked again, or for a slow
    answer to begin.
    """

    origin: Origin
    why: Literal["queued", "retrying", "slow"]


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """The Chat API is asked once more in `pause_s` seconds, which may cost; `error` says why."""

    origin: Origin
    error: AnswerError
    pause_s: float


@dataclass(frozen=True, slots=True)
class TurnEnded:
    """A turn is over, or left to the next process: then it is queued, or ending. Times are in
    seconds since its question was taken up.
    """

    origin: Origin
    conversation: ConversationKey
    state: TurnState
    took_s: float
    first_text_s: float | None
    pages: int
    error: BridgeError | None = None


@dataclass(frozen=True, slots=True)
class OperationFailed:
    """Something failed beside a turn; the work goes on. `doing` completes "while …"."""

    doing: str
    error: BaseException
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class EventSkipped:
    """The platform sent an event that could not be understood: it was left out, and all else goes
    on. `event` is what the platform calls its kind, such as MESSAGE_CREATE.
    """

    event: str
    error: BaseException


@dataclass(frozen=True, slots=True)
class RequestLimited:
    """The platform answered 429, and takes nothing of that kind for `retry_after_s` seconds.

    `scope`: `user` is this bot's limit of one route, `shared` one of all bots there, `global` the
    bot's limit of all requests, and `address` a block of this machine's address. `route` is a
    template without ids. `believed_per_s` is the limit of all requests that is believed from now
    on, in requests a second.
    """

    scope: Literal["user", "shared", "global", "address"]
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
class Connected:
    """The platform lets the bot in: as whom, to how many servers, and how it is invited to more."""

    name: str
    servers: int
    invite_link: str


Event = (
    AccessBack
    | AccessLost
    | AnswerBegan
    | AskedAgain
    | Connected
    | EventSkipped
    | QuestionAccepted
    | QuestionDelayed
    | QuestionRefused
    | ReplyOpened
    | RequestLimited
    | ServiceBack
    | ServiceLost
    | TurnEnded
    | OperationFailed
)
Observe = Callable[[Event], None]


def unobserved(_: Event) -> None:
    """An observer that looks away, for parts that are used without one."""
