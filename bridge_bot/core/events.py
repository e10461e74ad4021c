"""What the core tells its observer: one frozen value for each thing worth a log line or a number.

None holds a word of a question or an answer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bridge_bot.core.errors import BridgeError
from bridge_bot.core.model import ConversationKey, TurnState


@dataclass(frozen=True, slots=True)
class QuestionRefused:
    """A question was not accepted; `reason` is the key of the text that the asker got."""

    question_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class TurnEnded:
    """A turn is over. Times are in seconds since its question was taken up."""

    turn_id: int
    conversation: ConversationKey
    state: TurnState
    took_s: float
    first_text_s: float | None
    pages: int
    error: BridgeError | None = None


@dataclass(frozen=True, slots=True)
class WentWrong:
    """Something failed beside a turn; the work goes on. `doing` completes "while …"."""

    doing: str
    error: BaseException


@dataclass(frozen=True, slots=True)
class Connected:
    """The platform lets the bot in: as whom, to how many servers, and how it is invited to more."""

    name: str
    servers: int
    invite_link: str


Event = Connected | QuestionRefused | TurnEnded | WentWrong
Observe = Callable[[Event], None]
