"""Requests to the Chat API, and its answers as they arrive."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from bridge_bot.core.errors import AnswerError


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """What is asked of the Chat API: exactly the parameters that its documentation names.

    `chat_bot` is the name of the chatbot that is asked; empty: that of `CHAT_BOT_UID`.
    """

    question: str
    language: str
    conversation_uid: str | None = None
    chat_bot: str = ""


@dataclass(frozen=True, slots=True)
class AnswerHeader:
    """What the Chat API tells before the answer itself.

    `related_docs` are the entries as the API sent them: their shape is not documented.
    `context_lost` means that the API did not know the conversation that was named, and answers
    without what was said in it; `conversation_uid` is then a new one, or None.
    """

    conversation_uid: str | None
    system_message: str = ""
    related_docs: tuple[object, ...] = ()
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
        """The text that tells the reason: a key of `texts`."""
        return f"delayed-{self.reason}"


@dataclass(frozen=True, slots=True)
class AnswerRetried:
    """Asking failed for this reason. It is tried again in `pause_s` seconds; only the log tells."""

    error: AnswerError
    pause_s: float


AnswerEvent = AnswerHeader | AnswerText | AnswerDelayed | AnswerRetried
"""What arrives of an answer."""
