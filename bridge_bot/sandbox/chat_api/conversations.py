"""What the Chat API stand-in remembers: the requests it got, and its conversations."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(slots=True)
class RecordedRequest:
    """One request as it came, and what became of it. Times are of the event loop's clock.

    `turn` counts from 1 within the conversation; it is 0 in a request that was refused.
    `sent` holds, for each piece of the answer's text, when it left and how many characters of
    the text had left by then. `disconnected_early` is true when the client left before the end;
    `over` is set when nothing more will happen to the request, whoever ended it.
    """

    body: Mapping[str, object]
    headers: Mapping[str, str]
    path: str
    at_s: float
    bot_uid: str = ""
    status: int = 0
    conversation_uid: str = ""
    turn: int = 0
    sent: list[tuple[float, int]] = field(default_factory=list)
    finished: bool = False
    disconnected_early: bool = False
    over: asyncio.Event = field(default_factory=asyncio.Event, repr=False)

    @property
    def question(self) -> str:
        return str(self.body.get("q", ""))

    @property
    def language(self) -> str:
        return str(self.body.get("language", "auto"))

    @property
    def stream(self) -> bool:
        return self.body.get("stream", False) is True


class Conversations:
    """The questions of each conversation, by uid.

    What the API does with a uid that it does not know is not documented: `unknown` says whether
    it is refused or answered with a new conversation.
    """

    def __init__(self, unknown: Literal["refuse", "new"] = "refuse") -> None:
        self.unknown = unknown
        self.questions: dict[str, list[str]] = {}

    def knows(self, uid: str) -> bool:
        """Whether a request with this uid will be taken."""
        return not uid or uid in self.questions or self.unknown == "new"

    def add(self, uid: str, question: str) -> tuple[str, int]:
        """Add a question to a conversation, to a new one if the uid is not known.

        Returns the conversation's uid, and the number of the question in it, from 1.
        """
        if uid not in self.questions:
            uid = str(uuid.uuid4())
        turns = self.questions.setdefault(uid, [])
        turns.append(question)
        return uid, len(turns)

    def forget(self) -> None:
        """Lose all conversations, as a service may that does not keep them for ever."""
        self.questions.clear()
