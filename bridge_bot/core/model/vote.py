"""What members think of an answer: a vote each, and why."""

from __future__ import annotations

import enum
from dataclasses import dataclass

MOST_COMMENT_CHARS = 500
"""The longest comment. What is longer is cut off."""


class Vote(enum.StrEnum):
    """What a member thinks of an answer. The values are stored."""

    UP = "up"
    DOWN = "down"


class VoteReason(enum.StrEnum):
    """What was wrong with an answer. The values are stored."""

    WRONG = "wrong"
    OUTDATED = "outdated"
    OFF_TOPIC = "off-topic"
    INCOMPLETE = "incomplete"
    UNCLEAR = "unclear"


class VoteEffect(enum.Enum):
    """What the vote of a member changed."""

    FIRST = enum.auto()
    """It is their first one on that answer."""
    CHANGED = enum.auto()
    """They had voted otherwise."""
    NONE = enum.auto()
    """They had voted so."""


@dataclass(frozen=True, slots=True)
class MemberVote:
    """The vote of one member on the answer of one turn.

    `guild_id` is the server's, None in a direct message. `channel_id` is the channel or forum whose
    settings hold for the question (`Question.place_id`), and `chat_bot` the name of the chatbot
    that has answered; empty: that of `CHAT_BOT_UID`.
    """

    turn_id: int
    member_id: int
    vote: Vote
    guild_id: int | None
    channel_id: int
    chat_bot: str = ""


@dataclass(frozen=True, slots=True)
class VoteExplanation:
    """What a member says of their vote, in their own words or by choosing reasons; both may be
    empty.
    """

    reasons: tuple[VoteReason, ...] = ()
    comment: str = ""
