"""Turns, the states they go through, and why they end."""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from bridge_bot.core.model.message import ChannelDestination
from bridge_bot.core.model.question import ConversationKey, Question


class TurnState(enum.StrEnum):
    """How far the answering of one question has come."""

    QUEUED = "queued"
    ASKED = "asked"
    STREAMING = "streaming"
    ENDING = "ending"
    """Its question is not asked again, and a notice that says why has still to be shown."""
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


FINISHED = frozenset({TurnState.DONE, TurnState.FAILED, TurnState.STOPPED})
"""The states that a turn stays in."""

TRANSITIONS: Mapping[TurnState, frozenset[TurnState]] = {
    TurnState.QUEUED: FINISHED | {TurnState.ASKED, TurnState.STREAMING, TurnState.ENDING},
    TurnState.ASKED: frozenset(TurnState),
    TurnState.STREAMING: frozenset(TurnState) - {TurnState.STREAMING},
    TurnState.ENDING: frozenset({TurnState.FAILED, TurnState.STOPPED}),
    **dict.fromkeys(FINISHED, frozenset[TurnState]()),
}
"""Where each state may lead. From asked to done goes a turn whose answer was empty or came whole,
so that it never streamed. From queued to streaming or done goes a turn whose step between could
not be stored. Back to queued goes a turn that a shutdown keeps for the next start, and to asked one
that is asked again after a crash."""


class StopReason(enum.Enum):
    """Why a turn ended before its answer was complete, where nothing had failed."""

    PLACE_LOST = enum.auto()
    """Its reply can't be written any more: deleted, archived, locked, or not permitted."""
    SHUTDOWN = enum.auto()
    """The bot is being stopped; the next process goes on with the turn."""
    OPTED_OUT = enum.auto()
    """Who asked forbids now that their messages are read."""
    QUESTION_DELETED = enum.auto()
    """The message that asked was deleted."""
    EDITED = enum.auto()
    """The question was edited; a further attempt goes on in its messages."""
    MEMBER = enum.auto()
    """Who asked has stopped it."""
    MODERATOR = enum.auto()
    """Somebody else has stopped it, who may manage messages there."""
    TAKEN_OVER = enum.auto()
    """Another process goes on with the turn: this one could not renew its lease in time."""


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
class KeptTurn:
    """What is kept of a turn, whatever became of it; the text of its question is not.

    `destination` is where its reply goes, and `message_ids` are its messages, as far as they were
    stored. `asker_ids` are the members for whom its question was asked, in all attempts.
    `is_newest` tells whether no later attempt and no later question of its conversation is known
    that waits or is answered, or whose answer was shown.
    """

    turn: Turn
    state: TurnState
    destination: ChannelDestination | None
    message_ids: tuple[int, ...]
    asker_ids: frozenset[int]
    is_newest: bool

    @property
    def channel_id(self) -> int:
        """Where its reply goes or, if that is not known, where its question was asked."""
        return (self.destination or self.turn.question.asked_in).channel_id


@dataclass(frozen=True, slots=True)
class ForeignTurn:
    """What a process has to know of an unfinished turn that another one owns."""

    id: int
    conversation: ConversationKey
    question_id: int
    state: TurnState


@dataclass(frozen=True, slots=True)
class UnfinishedTurn:
    """What is stored of a turn that an earlier process left unfinished.

    It was accepted at `accepted_at_s`, in seconds since the Unix epoch. `times_begun` is how often
    a process began it. `destination` is where its reply goes, and `message_ids` are the messages
    of its reply, as far as they were stored. `error` is the name of what ended it, if the notice of
    that has still to be shown.
    """

    turn: Turn
    state: TurnState
    accepted_at_s: int
    times_begun: int = 0
    destination: ChannelDestination | None = None
    message_ids: tuple[int, ...] = ()
    error: str = ""
