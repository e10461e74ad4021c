"""One question to the Chat API: what is sent, and what becomes of its answer."""

from __future__ import annotations

import asyncio
from typing import assert_never

from bridge_bot.core.errors import AnswerTooLong
from bridge_bot.core.events import AnswerBegan, AskedAgain, QuestionDelayed
from bridge_bot.core.model import (
    AnswerDelayed,
    AnswerEvent,
    AnswerHeader,
    AnswerRetried,
    AnswerText,
    ChatRequest,
    Turn,
    TurnState,
)
from bridge_bot.core.replies.notices import preface, subtext
from bridge_bot.core.replies.reply import Reply
from bridge_bot.core.turns.dependencies import AnswerOptions, Dependencies
from bridge_bot.core.turns.recorder import TurnRecorder

MOST_CHARS = 2_000_000
"""The longest answer. Even of letters of four bytes it fits into a file that Discord takes, of
10 MiB (its documentation)."""


class Asking:
    """Asks a turn's question, and adds the answer to its reply as it comes."""

    def __init__(
        self,
        turn: Turn,
        dependencies: Dependencies,
        options: AnswerOptions,
        recorder: TurnRecorder,
        reply: Reply,
    ) -> None:
        self._question = turn.question
        self._dependencies = dependencies
        self._texts = dependencies.texts_of(turn.question.locale)
        self._options = options
        self._recorder = recorder
        self._reply = reply
        self._clock = asyncio.get_running_loop()
        self._chars = 0
        self._sent_uid: str | None = None
        self._header: AnswerHeader | None = None
        self._asked_at_s = 0.0
        self.first_text_at_s: float | None = None
        """When the first text came, by the event loop's clock."""

    async def run(self, tasks: asyncio.TaskGroup) -> None:
        """Ask, and read the answer to its end. What is stored of it is stored in `tasks`, so that
        no text waits for that. Raises `AnswerError` and, before anything was sent, `StoreError`.
        """
        request = await self._request()
        await self._recorder.save_asked()
        self._asked_at_s = self._clock.time()
        async with self._dependencies.source.ask(request) as events:
            async for event in events:
                self._handle(event, tasks)

    async def save_uid(self) -> None:
        """Store the uid that the API gave the conversation, if it is another than before."""
        header = self._header
        if header is None:
            return
        uid = header.conversation_uid
        if header.context_lost or (uid and uid != self._sent_uid):
            await self._recorder.save_uid(uid)

    async def _request(self) -> ChatRequest:
        conversation = await self._dependencies.store.conversations.get(self._question.conversation)
        self._sent_uid = conversation.conversation_uid
        return ChatRequest(
            question=self._question.text,
            language=conversation.language or self._options.default_language,
            conversation_uid=conversation.conversation_uid,
        )

    def _handle(self, event: AnswerEvent, tasks: asyncio.TaskGroup) -> None:
        match event:
            case AnswerDelayed():
                self._dependencies.observe(QuestionDelayed(self._question.origin, event.reason))
                self._reply.hint(subtext(event.text_key, self._texts))
            case AnswerRetried():
                origin = self._question.origin
                self._dependencies.observe(AskedAgain(origin, event.error, event.pause_s))
            case AnswerHeader():
                self._reply.preface(preface(event, self._texts))
                self._header = event
                tasks.create_task(self.save_uid())
            case AnswerText():
                self._reply.add(event.text)
                self._chars += len(event.text)
                if self._chars > MOST_CHARS:
                    raise AnswerTooLong(f"an answer of more than {MOST_CHARS} characters")
                if self.first_text_at_s is None:
                    self._note_first_text()
                    tasks.create_task(self._recorder.save_state(TurnState.STREAMING))
            case _:
                assert_never(event)

    def _note_first_text(self) -> None:
        self.first_text_at_s = self._clock.time()
        after_s = self.first_text_at_s - self._asked_at_s
        self._dependencies.observe(AnswerBegan(self._question.origin, after_s))
