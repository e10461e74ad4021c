"""What happens to questions and their turns."""

from __future__ import annotations

from dataclasses import dataclass

from bridge_bot.core.errors import AnswerError, BridgeError
from bridge_bot.core.model import (
    ConversationKey,
    DelayReason,
    Origin,
    StopReason,
    TurnState,
    Vote,
)


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
    the end of its answer; `stop_reason` is why it ended early if nothing failed. `edits` is how
    often its messages were edited, and `reader_delay_s` how many seconds a word took to be visible,
    in the mean; None where none was. `place_id` is the channel or forum whose settings hold for the
    question, None where only its asker sees the answer, and `chat_bot` the name of the chatbot;
    empty: that of `CHAT_BOT_UID`. One that `is_paid` sent a request to the Chat API.
    """

    origin: Origin
    state: TurnState
    took_s: float
    first_text_s: float | None
    pages: int
    error: BridgeError | None = None
    stop_reason: StopReason | None = None
    edits: int = 0
    reader_delay_s: float | None = None
    place_id: int | None = None
    chat_bot: str = ""
    is_paid: bool = False


@dataclass(frozen=True, slots=True)
class VoteCast:
    """A member has voted on the answer to a question; `is_change` tells whether they had voted
    otherwise before.
    """

    origin: Origin
    vote: Vote
    is_change: bool
