"""The words of the product, as values: member, place, question, conversation, turn, answer.

Everything here is frozen and free of any library, so that each outer package can speak of the
same things without knowing the others.
"""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NewType, Self

from bridge_bot.core.errors import AnswerError

ConversationKey = NewType("ConversationKey", str)
"""What a conversation is known by: the id of its thread or direct-message channel or, where
there are no threads, of the question that began the reply chain. A thread that is opened on a
message has that message's id, so both cases agree on the key even if a thread comes late."""


@dataclass(frozen=True, slots=True)
class Member:
    """Who asks. `name` is what the others see. It is never stored, nor are the roles."""

    id: int
    name: str
    role_ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class ChannelDestination:
    """A channel that messages go to (a thread and a direct-message channel are channels too).

    With `reply_to`, the first message there is a reply to that one.
    """

    channel_id: int
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class InteractionDestination:
    """An interaction that messages answer, such as a press of a button.

    `token` lets its holder write there without any other right, for 15 minutes (Discord's
    documentation): so it stays out of the log, and out of what `repr` shows.
    """

    application_id: int
    interaction_id: int
    token: str = field(repr=False)


Destination = ChannelDestination | InteractionDestination
"""Where messages go."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a question comes from, by ids alone: for what is logged of it.

    `guild_id` is the server's, None in a direct message.
    """

    question_id: int
    guild_id: int | None
    channel_id: int
    member_id: int


@dataclass(frozen=True, slots=True)
class Question:
    """One question of one member. Its id is that of a message or an interaction.

    `place` is where it was asked. If `thread_on` names a message there, the answer belongs into
    a thread on that message; otherwise it belongs into `place` itself. `locale` is Discord's name
    of the language that its member, or else its server, uses Discord in.
    """

    id: int
    conversation: ConversationKey
    text: str
    asker: Member
    place: ChannelDestination
    guild_id: int | None = None
    thread_on: int | None = None
    locale: str | None = None

    @property
    def origin(self) -> Origin:
        """Where it comes from, for what is logged of it."""
        return Origin(self.id, self.guild_id, self.place.channel_id, self.asker.id)


@dataclass(frozen=True, slots=True)
class Conversation:
    """What is known of a conversation: the API's uid, once it gave one, and the chosen language."""

    key: ConversationKey
    conversation_uid: str | None = None
    language: str | None = None


class TurnState(enum.StrEnum):
    """How far the answering of one question has come."""

    QUEUED = "queued"
    ASKED = "asked"
    STREAMING = "streaming"
    ENDING = "ending"
    """It is not asked again, and what its reader sees does not say so yet."""
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


TRANSITIONS: Mapping[TurnState, frozenset[TurnState]] = {
    TurnState.QUEUED: frozenset(
        {
            TurnState.ASKED,
            TurnState.STREAMING,
            TurnState.ENDING,
            TurnState.DONE,
            TurnState.FAILED,
            TurnState.STOPPED,
        }
    ),
    TurnState.ASKED: frozenset(
        {
            TurnState.QUEUED,
            TurnState.ASKED,
            TurnState.STREAMING,
            TurnState.ENDING,
            TurnState.DONE,
            TurnState.FAILED,
            TurnState.STOPPED,
        }
    ),
    TurnState.STREAMING: frozenset(
        {
            TurnState.QUEUED,
            TurnState.ASKED,
            TurnState.ENDING,
            TurnState.DONE,
            TurnState.FAILED,
            TurnState.STOPPED,
        }
    ),
    TurnState.ENDING: frozenset({TurnState.FAILED, TurnState.STOPPED}),
    TurnState.DONE: frozenset(),
    TurnState.FAILED: frozenset(),
    TurnState.STOPPED: frozenset(),
}
"""Where each state may lead; a finished turn stays finished. From asked to done goes an answer that
came whole, or empty: it never streamed. From queued to streaming or done goes a turn whose step
between could not be written down. Back to queued goes a turn that a shutdown keeps for the
next start, and to asked one that is asked again after a crash."""

FINISHED = frozenset(state for state, following in TRANSITIONS.items() if not following)
"""The states that a turn stays in."""


class StopReason(enum.Enum):
    """Why a turn ended before its answer was complete, where nothing had failed."""

    PLACE_LOST = enum.auto()
    """Its reply can't be written any more: deleted, archived, locked, or not permitted."""
    SHUTDOWN = enum.auto()
    """The bot is being stopped; the next process goes on with the turn."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One attempt at answering one question.

    `attempt` counts from 1. `owner` names the process that answers it, by a value that is new at
    each start.
    """

    id: int
    question: Question
    attempt: int
    owner: str

    @classmethod
    def of(cls, question: Question, *, owner: str, attempt: int = 1) -> Self:
        """A new turn. Its id has 63 bits, and is always the same for that question and attempt.

        For the messages of a reply carry it in their nonce: a turn that is accepted once more,
        since the database was taken back to a backup, does not double what was just posted.
        """
        name = f"{question.id}.{attempt}".encode()
        digest = hashlib.blake2b(name, digest_size=8).digest()
        return cls(int.from_bytes(digest) >> 1, question, attempt, owner)


@dataclass(frozen=True, slots=True)
class UnfinishedTurn:
    """What the store knows of a turn that an earlier process left unfinished.

    It was accepted at `accepted_at_s`, in seconds since the Unix epoch. `times_begun` is how often
    a process began it, `destination` where its reply goes if that was known, `message_ids` are
    those of its reply's pages, as far as they were written down, and `error` is the name of what
    ended it, if its reader was still to be told.
    """

    turn: Turn
    state: TurnState
    accepted_at_s: int
    times_begun: int = 0
    destination: ChannelDestination | None = None
    message_ids: tuple[int, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class ShownMessage:
    """A message of the bot's that stands on the platform, with its text."""

    id: int
    text: str


@dataclass(frozen=True, slots=True)
class File:
    """What is attached to a message."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """What a message of the bot's is to say, and what is attached to it.

    Nobody is notified, whatever the text says, but the member whose id is `ping`: the message then
    begins with a mention of that member.
    """

    text: str
    file: File | None = None
    ping: int | None = None


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """What is asked of the Chat API: exactly the parameters that its documentation names."""

    question: str
    language: str
    conversation_uid: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerHeader:
    """What the Chat API tells before the answer itself.

    `related_docs` is as the API sent it, one mapping an entry: its shape is not documented.
    `context_lost` means that the API did not know the conversation that was named, and answers
    without what was said in it; `conversation_uid` is then a new one, or None.
    """

    conversation_uid: str | None
    is_qa_mode: bool = False
    system_message: str = ""
    related_docs: tuple[Mapping[str, object], ...] = field(default=())
    context_lost: bool = False


@dataclass(frozen=True, slots=True)
class AnswerText:
    """The next piece of the answer, never empty."""

    text: str


class DelayReason(enum.StrEnum):
    """Why nothing of an answer has come for long."""

    QUEUED = "queued"
    """Other questions are asked first."""
    RETRYING = "retrying"
    """Asking failed, and is tried again."""
    SLOW = "slow"
    """The question was asked, and nothing of the answer has come yet."""


@dataclass(frozen=True, slots=True)
class AnswerDelayed:
    """Nothing of the answer has come for long; whoever waits may be told the reason."""

    reason: DelayReason

    @property
    def text_key(self) -> str:
        """What the one who waits may be told: a key of `texts`."""
        return f"delayed-{self.reason}"


@dataclass(frozen=True, slots=True)
class AnswerRetried:
    """Asking failed for this reason, and is tried again in `pause_s` seconds; nobody is told."""

    error: AnswerError
    pause_s: float


AnswerEvent = AnswerHeader | AnswerText | AnswerDelayed | AnswerRetried
