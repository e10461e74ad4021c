"""A question as it comes in, by whatever way: what the policy may ask about it stands beside it."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from bridge_bot.core.model import Question


class Source(enum.Enum):
    """How a question came."""

    MESSAGE = enum.auto()
    COMMAND = enum.auto()
    MISSED = enum.auto()
    """By a message that was sent while the bot was away, and was found by reading."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that was sent with a question. Of a sticker, Discord tells no size and no type."""

    name: str
    url: str
    size_bytes: int | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class IncomingQuestion:
    """A question that may be accepted or refused. Its text may be empty.

    `guild_ids` are the servers that its member asks as a member of: the one where it was asked or,
    in a direct message, those of the allowed servers that the member belongs to. `asked_at_s` is
    when it was asked by Discord's clock, in seconds since the Unix epoch.
    """

    question: Question
    source: Source
    guild_ids: frozenset[int]
    asked_at_s: float
    attachments: tuple[Attachment, ...] = ()
