"""One question to the Chat API: what is sent, and what becomes of its answer."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from typing import assert_never

from bridge_bot.core.errors import AnswerTooLong, QuotationWithdrawn
from bridge_bot.core.events import AnswerBegan, AskedAgain, QuestionDelayed
from bridge_bot.core.guild_settings.values import PlaceSettings
from bridge_bot.core.model import (
    AnswerDelayed,
    AnswerEvent,
    AnswerHeader,
    AnswerRetried,
    AnswerText,
    ChatRequest,
    Control,
    Conversation,
    MemberPreferences,
    Question,
    TurnState,
)
from bridge_bot.core.policy.allowance import TurnAllowance
from bridge_bot.core.policy.choice import Choice
from bridge_bot.core.replies.notices import preface, subtext
from bridge_bot.core.replies.reply import Reply
from bridge_bot.core.sources.related_docs import sources_in
from bridge_bot.core.sources.sources import Sources
from bridge_bot.core.turns.dependencies import AnswerOptions, Dependencies
from bridge_bot.core.turns.late_uids import LateUids
from bridge_bot.core.turns.recorder import TurnRecorder
from bridge_bot.texts import Texts

MOST_CHARS = 2_000_000
"""The longest answer. Even of letters of four bytes it fits into a file that Discord takes, of
10 MiB (its documentation)."""


@dataclass(eq=False, repr=False, slots=True)
class Asking:
    """Asks a turn's question, and adds the answer to its reply as it comes.

    `first_text_at_s` is when the first text came, by the event loop's clock. Once it `has_begun`,
    another text of the question comes too late.
    """

    question: Question
    texts: Texts
    dependencies: Dependencies
    options: AnswerOptions
    recorder: TurnRecorder
    reply: Reply
    late_uids: LateUids
    allowance: TurnAllowance
    first_text_at_s: float | None = None
    has_begun: bool = False
    _asked_at_s: float = 0.0
    _chars: int = 0
    _stored: Conversation | None = None
    _chosen: Choice = Choice("")  # noqa: RUF009 - it is frozen
    _header: AnswerHeader | None = None
    _kept: AnswerHeader | None = None  # the uid of which is stored, or will be
    _discloses: bool = False  # above this answer it is said that a machine gives it
    _named: Sources = field(default_factory=Sources)  # below the answer
    _place: PlaceSettings = field(default_factory=PlaceSettings)

    @property
    def chat_bot(self) -> str:
        """The name of the chatbot that is asked; empty: that of `CHAT_BOT_UID`."""
        return self._chosen.chat_bot

    async def run(self, tasks: asyncio.TaskGroup) -> None:
        """Ask, and read the answer to its end. What is stored of it is stored in `tasks`, so that
        no text waits for that. Raises `AnswerError` and, before anything was sent, `StoreError`;
        also `RequestRefused`.
        """
        self.has_begun = True
        self.reply.preface(self.question.note)
        question = self.question
        self._place = await self.dependencies.guild_settings.place(
            question.guild_id, question.place_id
        )
        request = await self._request()
        if self.options.disclosed_host:
            self._discloses = await self.recorder.claim_disclosure()
        await self.recorder.save_asked()
        self._asked_at_s = asyncio.get_running_loop().time()
        async with self.dependencies.source.ask(
            request, self.question.flow, self.allowance
        ) as events:
            async for event in events:
                self._handle(event, tasks)
        if self._named.distinct and self.first_text_at_s is not None:
            self.reply.offer(Control.SOURCES)

    async def save_uid(self) -> None:
        """Store the uid that the API gave the conversation, if it is another than before and that
        was not done yet.
        """
        header = self._header
        if header is None or header is self._kept:
            return
        uid = header.conversation_uid
        chosen = self._chosen
        if not header.context_lost and uid in (None, "", chosen.conversation_uid):
            return
        is_saved = await self.recorder.save_uid(uid, chosen.chat_bot)
        if not is_saved and uid and self._stored is not None:
            self.late_uids.put(self._stored, uid, chosen.chat_bot, self.question.id)
        self._kept = header

    async def close(self) -> None:
        """Store what is kept of the turn beyond its end: the uid, if storing it was cancelled; the
        sources that the answer offers, unless an earlier one stays with its own; and if the asker
        was still not told that a machine answers, that another answer may.
        """
        await self.save_uid()
        sources = self.reply.offered_sources
        if sources is not None:
            await self.recorder.save_sources(sources)
        is_told = self._header is not None and self.reply.message_ids
        if self._discloses and not is_told:
            await self.recorder.release_disclosure()

    async def _request(self) -> ChatRequest:
        conversations = self.dependencies.store.conversations
        self._stored = await conversations.get(self.question.conversation)
        conversation = self.late_uids.applied_to(self._stored)
        asker = MemberPreferences()
        if self.question.language is None:  # an earlier process has accepted it
            asker = await self.dependencies.store.preferences.get(self.question.asker.id)
        chosen = self.dependencies.policy.choose(conversation, self._place, asker)
        self._chosen = chosen
        return ChatRequest(
            question=await self._text(),
            language=self.question.language or chosen.language,
            conversation_uid=chosen.conversation_uid,
            chat_bot=chosen.chat_bot,
        )

    async def _text(self) -> str:
        """What is asked: without its quotations, if an author of them has opted out since.

        Raises `StoreError` while that is not known, and `QuotationWithdrawn` if nothing is left.
        """
        question, opt_outs = self.question, self.dependencies.opt_outs
        for member_id in question.quoted_ids:
            if await opt_outs.is_opted_out(member_id):
                if not question.own_text:
                    raise QuotationWithdrawn("nothing is left of the question")
                return question.own_text
        return question.text

    def _handle(self, event: AnswerEvent, tasks: asyncio.TaskGroup) -> None:
        match event:
            case AnswerDelayed():
                self.dependencies.observe(QuestionDelayed(self.question.origin, event.reason))
                self.reply.hint(subtext(event.text_key, self.texts))
            case AnswerRetried():
                origin = self.question.origin
                self.dependencies.observe(AskedAgain(origin, event.error, event.pause_s))
            case AnswerHeader():
                if self._chosen.begins_anew:
                    event = replace(event, context_lost=True)
                self.reply.preface(self._preface(event))
                self._cite_sources(event)
                self._header = replace(event, related_docs=())  # they may be large
                tasks.create_task(self.save_uid())
            case AnswerText():
                self.reply.add(event.text)
                self._chars += len(event.text)
                if self._chars > MOST_CHARS:
                    raise AnswerTooLong(f"an answer of more than {MOST_CHARS} characters")
                if self.first_text_at_s is None:
                    self._note_first_text()
                    tasks.create_task(self.recorder.save_state(TurnState.STREAMING))
            case _:
                assert_never(event)

    def _cite_sources(self, header: AnswerHeader) -> None:
        """Let the answer cite the sources that came with it. Whether a line below it names them,
        and a button shows them, is for the operator and the server to say.
        """
        sources = sources_in(header.related_docs)
        is_named = self.options.show_sources and self._place.show_sources
        self._named = sources if is_named else Sources()
        self.reply.cite(sources, show_line=self.texts if is_named else None)

    def _preface(self, header: AnswerHeader) -> str:
        """The small print above the answer; that a machine answers is its first line."""
        host = self.options.disclosed_host
        disclosure = self.texts.get("first-answer", host=host) if self._discloses else ""
        rest = preface(header, self.texts, note=self.question.note)
        return "\n".join(filter(None, (disclosure, rest)))

    def _note_first_text(self) -> None:
        self.first_text_at_s = asyncio.get_running_loop().time()
        after_s = self.first_text_at_s - self._asked_at_s
        self.dependencies.observe(AnswerBegan(self.question.origin, after_s))
