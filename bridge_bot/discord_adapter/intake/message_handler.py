"""Takes a message in: it is ignored, or submitted as a question and perhaps refused."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

import discord

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed, QuestionRefused
from bridge_bot.core.intake import Intake
from bridge_bot.core.model import ConversationKey, IncomingQuestion
from bridge_bot.core.ports import ConversationStore
from bridge_bot.discord_adapter.intake.attached_files import AttachedFiles, is_text_file
from bridge_bot.discord_adapter.intake.membership import Membership
from bridge_bot.discord_adapter.intake.parsing import ParsedMessage, parse_message, question_of
from bridge_bot.discord_adapter.intake.permissions import may_write
from bridge_bot.discord_adapter.rest.exceptions import is_refusal, is_transient

PAUSES_S = (1.0, 4.0, 15.0)
"""Between attempts to handle a message. The later messages of its channel wait meanwhile."""

_Written = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread


class MessageHandler:
    """Submits messages as questions. `sees_content`: the bot has the message content intent."""

    def __init__(
        self,
        client: discord.Client,
        intake: Intake,
        membership: Membership,
        store: ConversationStore,
        observe: Observe,
        *,
        files: AttachedFiles,
        sees_content: bool,
    ) -> None:
        self._client = client
        self._intake = intake
        self._membership = membership
        self._store = store
        self._observe = observe
        self._files = files
        self._sees_content = sees_content

    async def handle(self, message: discord.Message, *, missed: bool, patient: bool = True) -> None:
        """Take a message in; `missed` says that it was read over REST, so that it may be known.

        After a transient failure it tries again for some 20 s if `patient`. Raises what the last
        attempt raised: then the message has not been taken in.
        """
        for pause_s in PAUSES_S if patient else ():
            try:
                await self._handle_once(message, missed=missed)
            except Exception as error:
                if not is_transient(error):
                    raise
                self._observe(OperationFailed(Operation.TAKE_MESSAGE_IN, error))
                await asyncio.sleep(pause_s)
            else:
                return
        await self._handle_once(message, missed=missed)

    async def _handle_once(self, message: discord.Message, *, missed: bool) -> None:
        me = self._client.user
        if me is None or not await self._knows_channel(message):
            return
        parsed = parse_message(message, me, sees_content=self._sees_content)
        if parsed is None:
            return
        chain = await self._chain(parsed)
        if not parsed.is_addressed and (chain is None or not self._sees_content):
            return
        question = question_of(message, parsed, chain)
        if question.thread_on is None and not may_write(message.channel):
            # The member can't be told, and no answer is paid for that nobody could see.
            self._observe(QuestionRefused(question.origin, "refused-forbidden"))
            return
        says_nothing = not (question.text or any(map(is_text_file, parsed.attachments)))
        if missed and (says_nothing or await self._is_known(question.id)):
            return
        refusal = await self._intake.submit(
            IncomingQuestion(
                question,
                guild_ids=await self._membership.guild_ids_of(question.asker.id, question.guild_id),
                asked_at_s=message.created_at.timestamp(),
                is_missed=missed,
                find_role_ids=self._find_role_ids(message),
            ),
            partial(self._files.add_to, question, parsed.attachments),
        )
        if refusal is not None:
            await self._intake.send_refusal(question, refusal)

    def _find_role_ids(
        self, message: discord.Message
    ) -> Callable[[], Awaitable[frozenset[int]]] | None:
        """How the roles of a message's author are found; None where they are known. Of a message
        that was read over REST Discord does not tell them.
        """
        if message.guild is None or isinstance(message.author, discord.Member):
            return None
        return partial(self._membership.role_ids_of, message.author.id, message.guild.id)

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
        """The conversation that a message replies into, if any.

        Raises `StoreError` where that decides whether it is a question. One that is addressed to
        the bot goes on without: whoever asks is told at once if the store can't keep it.
        """
        if parsed.replies_to is None:
            return None
        try:
            return await self._store.key_of_message(parsed.replies_to)
        except StoreError as error:
            if not parsed.is_addressed:
                raise
            self._observe(OperationFailed(Operation.LOOK_UP_CONVERSATION, error))
            return None

    async def _knows_channel(self, message: discord.Message) -> bool:
        """Fill in a channel that discord.py does not know, such as a thread that was archived.

        False if Discord does not tell it either, or if the message is not a member's.
        """
        if message.guild is None or not isinstance(message.channel, discord.PartialMessageable):
            return True
        if message.author.bot or message.webhook_id is not None:
            return False
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
