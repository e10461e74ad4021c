"""Reads a question from Discord again: from its message, or from that which shows it.

The text of a question is not kept once it is answered, so Discord has the only copy.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import discord

from bridge_bot.core.errors import QuestionGone
from bridge_bot.core.model import Question
from bridge_bot.discord_adapter.intake.commands.quotation import unquoted
from bridge_bot.discord_adapter.intake.parsing import attachments_of, text_of
from bridge_bot.discord_adapter.intake.related_messages.quoted_messages import QuotedMessages
from bridge_bot.discord_adapter.rest.exceptions import is_refusal


@dataclass(frozen=True, slots=True)
class QuestionReader:
    """Reads questions as the bot may read them now."""

    client: discord.Client
    quoted: QuotedMessages

    async def read(self, question: Question) -> Question:
        """The question with the text that it has now, of its files and of what it quotes.

        Raises `QuestionGone` if it is deleted, can't be read any more, or not as a whole.
        """
        me = self.client.user
        message = await self._message(question)
        if me is not None and message.author.id == me.id:
            text = unquoted(message.content)
            if text is None:
                raise QuestionGone("the message that shows the question has not all of it")
            return replace(question, text=text)
        if me is None or message.webhook_id is not None:
            raise QuestionGone("the question is not a member's")
        asked = replace(question, text=text_of(message, me))
        return await self.quoted.add_to(asked, [message], attachments_of(message))

    async def _message(self, question: Question) -> discord.Message:
        # That of a command is shown by the bot: the answer stands in a thread on it, or replies.
        channel_id, shown_id = question.asked_in.channel_id, question.thread_on
        message_id = shown_id or question.asked_in.reply_to or question.id
        channel: object = self.client.get_channel(channel_id)
        if not isinstance(channel, discord.abc.Messageable):
            channel = self.client.get_partial_messageable(channel_id, guild_id=question.guild_id)
        try:
            return await channel.fetch_message(message_id)
        except discord.HTTPException as error:
            if is_refusal(error):
                raise QuestionGone("Discord does not show the question any more") from None
            raise
