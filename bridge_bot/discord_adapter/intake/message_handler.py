"""What becomes of a message: none of the bot's business, a hint, a refusal or a question."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import discord

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed, QuestionRefused
from bridge_bot.core.intake import Bridge
from bridge_bot.core.model import ConversationKey, Question
from bridge_bot.core.policy.admission import Refusal
from bridge_bot.discord_adapter.intake import parsing
from bridge_bot.discord_adapter.intake.membership import Membership
from bridge_bot.discord_adapter.rest.exceptions import passes, refuses
from bridge_bot.texts import text

AGAIN_S = (1.0, 4.0, 15.0)
"""The pauses between attempts to take a message in, in seconds: its channel waits so long."""

_Spoken = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread


class MessageHandler:
    """Hears messages for the bridge; `sees_content` tells whether all of them can be read."""

    def __init__(
        self,
        client: discord.Client,
        bridge: Bridge,
        membership: Membership,
        observe: Observe,
        *,
        sees_content: bool,
        again_s: Sequence[float] = AGAIN_S,
    ) -> None:
        self._client = client
        self._bridge = bridge
        self._membership = membership
        self._observe = observe
        self._sees_content = sees_content
        self._again_s = again_s

    async def hear(self, message: discord.Message, *, late: bool, patient: bool = True) -> None:
        """Hear a message, which comes `late` if it was missed and found by reading.

        What passes is tried again for a while if `patient`. Raises what the last attempt raised:
        then the message has not been taken in.
        """
        for pause_s in self._again_s if patient else ():
            try:
                await self._hear_once(message, late=late)
            except Exception as error:
                if not passes(error):
                    raise
                self._observe(OperationFailed(Operation.TAKE_MESSAGE_IN, error))
                await asyncio.sleep(pause_s)
            else:
                return
        await self._hear_once(message, late=late)

    async def _hear_once(self, message: discord.Message, *, late: bool) -> None:
        me = self._client.user
        if me is None or (await self._knows_channel(message)) is False:
            return
        heard = parsing.hear(message, me, sees_content=self._sees_content)
        if heard is None:
            return
        chain = await self._chain(heard)
        if not heard.addressed and (chain is None or not self._sees_content):
            return
        question = parsing.question_of(message, heard, chain)
        if question.thread_on is None and not parsing.may_write(message.channel):
            # Nobody can be told, and a paid answer that nobody sees is not asked for.
            self._observe(QuestionRefused(question.origin, "refused-forbidden"))
            return
        if late and (heard.blank or await self._bridge.knows_turn(message.id)):
            return
        late_s = message.created_at.timestamp() if late else None
        refusal = await self._refusal(question, late_s)
        if refusal is None and not heard.blank:
            await self._bridge.take(question)
        elif refusal is None:
            await self._bridge.say(question, text(f"hint-{heard.blank}"))
        elif not refusal.told_before:
            await self._bridge.say(question, text(refusal.text_key, **refusal.text_args))

    async def _refusal(self, question: Question, late_s: float | None) -> Refusal | None:
        """Why a question is not taken. What was asked while the bot was away is measured by when
        that was, `late_s` in seconds since the Unix epoch.
        """
        asker, direct = question.asker.id, question.guild_id is None
        guilds = await self._membership.asks_for(asker, question.guild_id)
        if late_s is not None:
            return self._bridge.refuses_late(asker, guilds, direct=direct, asked_s=late_s)
        return self._bridge.refuses(question.origin, question.conversation, guilds)

    async def _chain(self, heard: parsing.ParsedMessage) -> ConversationKey | None:
        """The conversation that a message replies into, if any.

        Raises `StoreError` where that decides whether it is a question. One that is addressed to
        the bot goes on without: whoever asks hears at once if the store can't keep it.
        """
        if heard.replies_to is None:
            return None
        try:
            return await self._bridge.conversation_of(heard.replies_to)
        except StoreError as error:
            if not heard.addressed:
                raise
            self._observe(OperationFailed(Operation.LOOK_UP_CONVERSATION, error))
            return None

    async def _knows_channel(self, message: discord.Message) -> bool:
        """Fill in a channel that discord.py does not know, such as a thread that was archived."""
        if message.guild is None or not isinstance(message.channel, discord.PartialMessageable):
            return True
        if message.author.bot or message.webhook_id is not None:
            return False
        try:
            channel = await self._client.fetch_channel(message.channel.id)
        except discord.HTTPException as error:
            if refuses(error):
                return False
            raise
        if not isinstance(channel, _Spoken):
            return False
        message.channel = channel
        return True
