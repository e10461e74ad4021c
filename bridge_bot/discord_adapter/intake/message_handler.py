"""Takes a message in: it is ignored, or submitted as a question and perhaps refused."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import discord

from bridge_bot.core.core import Core
from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Operation, OperationFailed, QuestionRefused
from bridge_bot.core.guild_settings.values import PlaceSettings
from bridge_bot.core.model import ConversationKey, IncomingQuestion, Question
from bridge_bot.discord_adapter.intake.addressing import Addressed, is_by_member
from bridge_bot.discord_adapter.intake.answer_places import ThreadParent, private_thread_parent
from bridge_bot.discord_adapter.intake.attached_files import is_text_file
from bridge_bot.discord_adapter.intake.context import IntakeContext
from bridge_bot.discord_adapter.intake.gateway_messages.early_messages import guild_id_of
from bridge_bot.discord_adapter.intake.handoff.quiet_conversations import QuietConversations
from bridge_bot.discord_adapter.intake.parsing import ParsedMessage, parse_message, question_of
from bridge_bot.discord_adapter.intake.permissions import may_write
from bridge_bot.discord_adapter.intake.related_messages.deleted_questions import DeletedQuestions
from bridge_bot.discord_adapter.intake.related_messages.forum_post import is_alone
from bridge_bot.discord_adapter.intake.related_messages.forwards_alone import ForwardsAlone
from bridge_bot.discord_adapter.intake.related_messages.quoted_messages import (
    quotes_something,
)
from bridge_bot.discord_adapter.rest.exceptions import is_refusal, is_transient

PAUSES_S = (1.0, 4.0, 15.0)
"""Between attempts to handle a message. The later messages of its channel wait meanwhile."""

_Written = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread


@dataclass(frozen=True, slots=True)
class _AskedMessage:
    """A message that is a question, and the forwards alone before it that it goes on with."""

    message: discord.Message
    parsed: ParsedMessage
    question: Question
    place: PlaceSettings
    forwards: tuple[discord.Message, ...]

    @property
    def messages(self) -> tuple[discord.Message, ...]:
        """Whatever may quote something, in order."""
        return (*self.forwards, self.message)


class MessageHandler:
    """Submits messages as questions, as each server has set what is one."""

    def __init__(
        self, core: Core, context: IntakeContext, deleted_questions: DeletedQuestions
    ) -> None:
        self._client = context.client
        self._intake = core.intake
        self._membership = context.membership
        self._store = core.dependencies.store.conversations
        self._observe = core.dependencies.observe
        self._places = context.places
        self._quoted = context.quoted
        self._forwards = ForwardsAlone(context.client)
        self._deleted_questions = deleted_questions
        self._when_accepted = context.when_accepted
        self._when_accepted.append(deleted_questions.note_accepted)
        self._quiet = QuietConversations(core.handoffs, self._membership.role_finder)

    def note_message(self, message: discord.Message) -> None:
        """A message came over the gateway, and may be about a question that came before it."""
        self._deleted_questions.note_copy(message)
        self._forwards.note_message(message)

    async def handle(self, message: discord.Message, *, missed: bool, patient: bool = True) -> None:
        """Take a message in; `missed` says that it was read over REST, so that it may be known.

        After a transient failure it tries again for some 20 s if `patient`. Raises what the last
        attempt raised: then the message has not been taken in.
        """
        is_again = missed
        for pause_s in PAUSES_S if patient else ():
            try:
                await self._handle_once(message, missed=missed, is_again=is_again)
            except Exception as error:
                if not is_transient(error):
                    raise
                self._observe(OperationFailed(Operation.TAKE_MESSAGE_IN, error))
                is_again = True
                await asyncio.sleep(pause_s)
            else:
                return
        await self._handle_once(message, missed=missed, is_again=is_again)

    async def _handle_once(
        self,
        message: discord.Message,
        *,
        missed: bool,
        is_again: bool,
        before: Sequence[discord.Message] | None = None,
    ) -> None:
        """Take a message in; with `before`, a forward alone and those before it, which what
        followed was not about.
        """
        me = self._client.user
        if me is None or not is_by_member(message, me) or not await self._knows_channel(message):
            return
        place = await self._places.settings(guild_id_of(message), message.channel)
        sees_content = self._places.sees_content
        parsed = parse_message(message, me, place.served, sees_content=sees_content)
        chain = await self._chain(parsed)
        forwards = self._forwards.before(message) if before is None else before
        is_left = await self._quiet.include(message, parsed, chain, place)
        if not is_left and await self._is_question(message, me, parsed, chain):
            if before is None and await self._forwards.is_followed(message):
                return
            question = question_of(message, parsed, chain, place)
            asked = _AskedMessage(message, parsed, question, place, tuple(forwards))
            await self._submit(asked, me, missed=missed, is_again=is_again)
        elif forwards:
            last, earlier = forwards[-1], forwards[:-1]
            await self._handle_once(last, missed=missed, is_again=is_again, before=earlier)
        self._forwards.forget_before(message)

    async def _submit(
        self, asked: _AskedMessage, me: discord.ClientUser, *, missed: bool, is_again: bool
    ) -> None:
        message, parsed, question = asked.message, asked.parsed, asked.question
        parent = private_thread_parent(message.channel, me.id, asked.place)
        if parent is None and question.thread_on is None and not may_write(message.channel):
            # The member can't be told, and no answer is paid for that nobody could see.
            self._observe(QuestionRefused(question.origin, "refused-forbidden"))
            return
        says_nothing = not (
            question.text
            or any(map(is_text_file, parsed.attachments))
            or any(quotes_something(each, me) for each in asked.messages)
        )
        if missed and (says_nothing or await self._is_known(question.id)):
            return
        refusal = await self._intake.submit(
            IncomingQuestion(
                question,
                guild_ids=await self._membership.guild_ids_of(question.asker.id, question.guild_id),
                asked_at_s=message.created_at.timestamp(),
                is_missed=missed,
                is_to_all=parsed.addressed in (Addressed.TO_ALL, Addressed.IN_POST),
                find_role_ids=self._membership.role_finder(message),
            ),
            partial(self._complete, asked, parent, is_again=is_again),
        )
        if refusal is None:
            for note_accepted in self._when_accepted:
                note_accepted(question.id)
        else:
            await self._intake.send_refusal(question, refusal)

    async def _complete(
        self,
        asked: _AskedMessage,
        parent: ThreadParent | None,
        question: Question,
        *,
        is_again: bool,
    ) -> Question:
        """The whole question; with a `parent`, as asked in the private thread opened there."""
        files = asked.parsed.attachments
        self._deleted_questions.note_question(asked.message)
        whole = await self._quoted.add_to(question, asked.messages, files)
        if parent is None or not whole.text:
            return whole
        # What is quoted there is the question as it was written, or pasted as a file.
        opened = await self._places.open_private_thread(
            *(question if question.text else whole, parent, asked.place),
            files=files,
            link=asked.message.jump_url,
            may_exist=is_again,
        )
        return replace(
            whole,
            conversation=opened.conversation,
            asked_in=opened.asked_in,
            thread_on=opened.thread_on,
            parent_id=opened.parent_id,
        )

    async def _is_question(
        self,
        message: discord.Message,
        me: discord.ClientUser,
        parsed: ParsedMessage,
        chain: ConversationKey | None,
    ) -> bool:
        match parsed.addressed:
            case Addressed.YES | Addressed.TO_ALL:
                return True
            case Addressed.IN_CHAIN:
                return chain is not None
            case Addressed.IN_POST:
                # The bot was asked by the post itself, which has the id of its first message.
                known = await self._store.key_of_message(message.channel.id)
                return known is not None and await is_alone(message, me)
            case _:
                return False

    async def _is_known(self, question_id: int) -> bool:
        """Whether a question was accepted before. A store that can't tell counts as no: it is
        asked again when the question is accepted.
        """
        try:
            return await self._store.key_of_message(question_id) is not None
        except StoreError as error:
            self._observe(OperationFailed(Operation.LOOK_UP_QUESTION, error))
            return False

    async def _chain(self, parsed: ParsedMessage) -> ConversationKey | None:
        """The conversation of this channel that a message replies into, if any.

        Raises `StoreError` where that decides whether it is a question. One that is addressed to
        the bot goes on without: whoever asks is told at once if the store can't keep it.
        """
        replies_to = parsed.replies_to
        if replies_to is None or parsed.addressed is Addressed.NO:
            return None
        try:
            key = await self._store.key_of_message(replies_to)
        except StoreError as error:
            if parsed.addressed not in (Addressed.YES, Addressed.TO_ALL):
                raise
            self._observe(OperationFailed(Operation.LOOK_UP_CONVERSATION, error))
            return None
        # A chain begins with its first question, so no message of it is older. A private thread is
        # younger than the question that it was opened for: who replies to that is not in there.
        return key if key is not None and int(key) <= replies_to else None

    async def _knows_channel(self, message: discord.Message) -> bool:
        """Fill in a channel that discord.py does not know, such as a thread that was archived.

        False if Discord does not tell it either.
        """
        if message.guild is None or not isinstance(message.channel, discord.PartialMessageable):
            return True
        try:
            channel = await self._client.fetch_channel(message.channel.id)
        except discord.HTTPException as error:
            if is_refusal(error):
                return False
            raise
        if not isinstance(channel, _Written):
            return False
        message.channel = channel
        return True
