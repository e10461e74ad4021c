"""What becomes of a message: none of the bot's business, a hint, a refusal or a question."""

from __future__ import annotations

import asyncio
import contextlib

import aiohttp
import discord

from bridge_bot.core.admission import Refusal
from bridge_bot.core.bridge import Bridge
from bridge_bot.core.events import Observe, QuestionRefused, WentWrong
from bridge_bot.core.model import Question
from bridge_bot.discord_adapter import inbound
from bridge_bot.discord_adapter.membership import Membership
from bridge_bot.texts import text

_AGAIN_S = (1.0, 4.0, 15.0)
_PASSING = (discord.DiscordServerError, discord.RateLimited, aiohttp.ClientError, OSError)


class Hearing:
    """Hears messages for the bridge; `sees_content` tells whether all of them can be read."""

    def __init__(
        self,
        client: discord.Client,
        bridge: Bridge,
        membership: Membership,
        observe: Observe,
        *,
        sees_content: bool,
    ) -> None:
        self._client = client
        self._bridge = bridge
        self._membership = membership
        self._observe = observe
        self._sees_content = sees_content

    async def hear(self, message: discord.Message, *, late: bool) -> None:
        """Hear a message, which comes `late` if it was missed and found by reading.

        A fault of the network that passes does not lose it.
        """
        for pause_s in (*_AGAIN_S, None):
            try:
                await self._hear_once(message, late=late)
            except _PASSING as error:
                self._observe(WentWrong("taking a message in", error))
                if pause_s is not None:
                    await asyncio.sleep(pause_s)
            else:
                return

    async def _hear_once(self, message: discord.Message, *, late: bool) -> None:
        me = self._client.user
        if me is None or (await self._knows_channel(message)) is False:
            return
        heard = inbound.hear(message, me, sees_content=self._sees_content)
        if heard is None:
            return
        chain = None
        if heard.replies_to is not None:
            chain = await self._bridge.conversation_of(heard.replies_to)
        if not heard.addressed and (chain is None or not self._sees_content):
            return
        question = inbound.question_of(message, heard, chain)
        if question.thread_on is None and not inbound.may_write(message.channel):
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

    async def _knows_channel(self, message: discord.Message) -> bool:
        """Fill in a thread that discord.py does not know, such as one that was archived."""
        if message.guild is None or not isinstance(message.channel, discord.PartialMessageable):
            return True
        if message.author.bot or message.webhook_id is not None:
            return False
        with contextlib.suppress(discord.Forbidden, discord.NotFound):
            channel = await self._client.fetch_channel(message.channel.id)
            if isinstance(channel, discord.Thread):
                message.channel = channel
                return True
        return False
