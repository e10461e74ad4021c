"""Reads a question from Discord again: from its message, or from that which shows it.

The text of a question is not kept once it is answered, so Discord has the only copy. That of a
command is in the message that shows it, or in the file there; what a private thread shows is read
from the message to which it links.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import discord

from bridge_bot.core.errors import QuestionGone
from bridge_bot.core.model import Question
from bridge_bot.discord_adapter.intake.attached_files import attachment_of
from bridge_bot.discord_adapter.intake.commands.asked_message import AskedMessage
from bridge_bot.discord_adapter.intake.commands.quotation import (
    QUESTION_FILE,
    MessageLink,
    link_above,
    unquoted,
)
from bridge_bot.discord_adapter.intake.parsing import attachments_of, text_of
from bridge_bot.discord_adapter.intake.related_messages.forwards_alone import read_before
from bridge_bot.discord_adapter.intake.related_messages.quoted_messages import QuotedMessages
from bridge_bot.discord_adapter.rest.exceptions import is_refusal
from bridge_bot.texts import Texts


@dataclass(frozen=True, slots=True)
class QuestionReader:
    """Reads questions as the bot may read them now."""

    client: discord.Client
    quoted: QuotedMessages

    async def read(self, question: Question) -> Question:
        """The question with the text that it has now, of its files and of what it quotes.

        Raises `QuestionGone` if it is deleted, can't be read any more, or not as a whole; and
        `StoreError`.
        """
        me, asked_in = self.client.user, question.asked_in
        # That of a command is shown by the bot: the answer stands in a thread on it, or replies.
        shown_id = question.thread_on or asked_in.reply_to or question.id
        message = await self._message(MessageLink(asked_in.channel_id, shown_id), question)
        if me is not None and message.author.id == me.id:
            link = link_above(message.content)
            if link is None or link.id != question.id:
                return await self._by_command(question, message, link)
            message = await self._message(link, question)
        if me is None or message.webhook_id is not None:
            raise QuestionGone("the question is not a member's")
        return await self.whole(question, message, me)

    async def whole(
        self, question: Question, message: discord.Message, me: discord.ClientUser
    ) -> Question:
        """The question as this message asks it now, with its files, with what it quotes, and with
        the forwards before it that it is about.
        """
        asked = replace(question, text=text_of(message, me))
        messages = [*await read_before(message, me), message]
        return await self.quoted.add_to(asked, messages, attachments_of(message))

    async def _by_command(
        self, question: Question, shown: discord.Message, about: MessageLink | None
    ) -> Question:
        """What a command has asked, and a message of the bot's shows."""
        file = next((each for each in shown.attachments if each.filename == QUESTION_FILE), None)
        files = self.quoted.files
        text = unquoted(shown.content)
        if file is not None:
            text = await files.own_text(attachment_of(file))
        if not text:
            raise QuestionGone("the message that shows the question has not all of it")
        asked = replace(question, text=text)
        if about is None:
            return asked
        other = await self._message(about, question)
        asked_message = AskedMessage.of(other, self.client, question.guild_id)
        opt_outs = self.quoted.opt_outs
        is_opted_out = [await opt_outs.is_opted_out(each) for each in asked_message.word_of]
        if asked_message.says_nothing or any(is_opted_out):
            raise QuestionGone("the message that the question is about can't be read any more")
        asked = asked_message.added_to(asked, Texts.of(question.locale))
        return await files.add_to(asked, asked_message.files)

    async def _message(self, link: MessageLink, question: Question) -> discord.Message:
        channel: object = self.client.get_channel(link.channel_id)
        if not isinstance(channel, discord.abc.Messageable):
            channel = self.client.get_partial_messageable(
                link.channel_id, guild_id=question.guild_id
            )
        try:
            return await channel.fetch_message(link.id)
        except discord.HTTPException as error:
            if is_refusal(error):
                raise QuestionGone("Discord does not show the question any more") from None
            raise
