"""Quotes in a question the messages that it forwards, and the one that it replies to.

They are quoted without names, above the question. Words of members who have opted out are left out,
and words of whom nobody can tell: Discord says nothing of the author of a forwarded message, so
that the message itself is looked up, where the bot can read it. And what a webhook has posted may
be a member's, as PluralKit posts it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import discord

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.model import Attachment, Question
from bridge_bot.core.ports import ConversationStore
from bridge_bot.core.privacy.opt_outs import OptOuts
from bridge_bot.discord_adapter.intake.attached_files import MOST_CHARS as MOST_FILE_CHARS
from bridge_bot.discord_adapter.intake.attached_files import (
    AttachedFiles,
    attachment_of,
    note_of,
    with_files,
)
from bridge_bot.discord_adapter.intake.readable_text import Names, readable
from bridge_bot.discord_adapter.rest.exceptions import is_refusal
from bridge_bot.texts import Texts

MOST_CHARS = 2_000
"""How much of the text of one message is quoted, in characters."""

Content = discord.Message | discord.MessageSnapshot


@dataclass(frozen=True, slots=True)
class _Content:
    """What may be quoted, from which server, and whose it is; None for whom nobody can tell."""

    content: Content
    author_ids: tuple[int | None, ...]
    guild: discord.Guild | None


@dataclass(frozen=True, slots=True)
class Quotation:
    """What is quoted of one message: its text as it reads, and its files; and whose it is."""

    text: str
    files: tuple[Attachment, ...]
    author_ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class QuotedMessages:
    """Finds out what of the quoted messages may be handed on, and adds it to questions."""

    client: discord.Client
    opt_outs: OptOuts
    conversations: ConversationStore
    files: AttachedFiles
    observe: Observe

    async def add_to(
        self,
        question: Question,
        messages: Sequence[discord.Message],
        own_files: Sequence[Attachment],
    ) -> Question:
        """The question with what its `messages` quote, with the texts of its own and the quoted
        files, and with a note of what was left out. Its text stays empty if nothing is left.

        Raises what discord.py raises while a message can't be looked up.
        """
        quotations, is_left_out = list[Quotation](), False
        for message in messages:
            for found in await self._contents(message):
                is_own = self._own_id in found.author_ids
                if is_own and not await self._is_unknown_answer(found.content, question):
                    continue
                if await self._may_quote(found.author_ids, question):
                    quotations.append(self._quotation(found))
                else:
                    is_left_out = True
        own = await self.files.add_to(question, own_files)
        # Those of the question may have taken some of what may be read.
        left_chars = max(MOST_FILE_CHARS - (len(own.text) - len(question.text)), 0)
        quoted_files = [file for each in quotations for file in each.files]
        files = await self.files.read(quoted_files, most_chars=left_chars)
        texts = Texts.of(question.locale)
        left_out = texts.get("quotation-left-out") if is_left_out else ""
        quoted_texts = [quoted(each.text) for each in quotations if each.text]
        return replace(
            own,
            text="\n\n".join(filter(None, [*quoted_texts, with_files(own.text, files.texts)])),
            note="\n".join(filter(None, [left_out, own.note, note_of(files, texts)])),
            quoted_ids=frozenset(each for found in quotations for each in found.author_ids),
            own_text=own.text,
        )

    @property
    def _own_id(self) -> int | None:
        return self.client.user.id if self.client.user else None

    async def _contents(self, message: discord.Message) -> list[_Content]:
        """What a message quotes."""
        contents, guild = list[_Content](), message.guild
        replied_to = await self._replied_to(message)
        if replied_to is not None:
            author_ids = author_ids_of(replied_to)
            if says_something(replied_to):
                contents.append(_Content(replied_to, author_ids, guild))
            # Who forwarded it has said nothing of their own, but has to agree as well.
            contents += [
                replace(each, author_ids=(*author_ids, *each.author_ids))
                for each in await self._forwarded(replied_to)
            ]
        return contents + await self._forwarded(message)

    async def _forwarded(self, message: discord.Message) -> list[_Content]:
        snapshots = [each for each in message.message_snapshots if says_something(each)]
        reference = message.reference
        if not snapshots or reference is None:
            return []
        original = await self._look_up(reference)
        author_ids = author_ids_of(original) if original else (None,)
        guild = self.client.get_guild(reference.guild_id) if reference.guild_id else None
        return [_Content(each, author_ids, guild) for each in snapshots]

    async def _replied_to(self, message: discord.Message) -> discord.Message | None:
        reference = message.reference
        if message.type is not discord.MessageType.reply or reference is None:
            return None
        if isinstance(reference.resolved, discord.Message):
            return reference.resolved
        # None: Discord has not looked for it; otherwise it is deleted.
        return await self._look_up(reference) if reference.resolved is None else None

    async def _look_up(self, reference: discord.MessageReference) -> discord.Message | None:
        """A message; None where it is gone, or the bot may not read it."""
        if reference.message_id is None:
            return None
        channel = self.client.get_partial_messageable(reference.channel_id)
        try:
            return await channel.fetch_message(reference.message_id)
        except discord.HTTPException as error:
            if is_refusal(error):
                return None
            raise

    async def _may_quote(self, author_ids: Sequence[int | None], question: Question) -> bool:
        """Whether it is known of all these authors that they have not opted out."""
        try:
            for author_id in author_ids:
                if author_id is None or await self.opt_outs.is_opted_out(author_id):
                    return False
        except StoreError as error:
            self.observe(OperationFailed(Operation.LOOK_UP_OPT_OUTS, error, question.origin))
            return False
        return True

    async def _is_unknown_answer(self, content: Content, question: Question) -> bool:
        """Whether a message of the bot's own is an answer that the Chat API does not know here,
        since it belongs to another conversation. What is forwarded counts as one.
        """
        if isinstance(content, discord.MessageSnapshot):
            return True
        try:
            key = await self.conversations.key_of_message(content.id)
        except StoreError as error:
            operation = Operation.LOOK_UP_CONVERSATION
            self.observe(OperationFailed(operation, error, question.origin))
            return False
        return key is not None and key != question.conversation

    def _quotation(self, found: _Content) -> Quotation:
        me, text = self.client.user, found.content.content
        if me is not None:
            text = readable(text, Names.of(found.guild, me, ()))
        files = tuple(attachment_of(each) for each in found.content.attachments)
        author_ids = frozenset(each for each in found.author_ids if each is not None)
        shown = text if len(text) <= MOST_CHARS else f"{text[:MOST_CHARS]}…"
        return Quotation(shown, files, author_ids)


def author_ids_of(message: discord.Message) -> tuple[int | None, ...]:
    """Whose words a message may have; None of one that a webhook has posted, for whomever. A
    response to a command is posted by a webhook as well (Discord's documentation): it is the bot's,
    and may quote the member who used the command.
    """
    used = message.interaction_metadata
    if used is not None:
        return (message.author.id, used.user.id)
    return (None if message.webhook_id is not None else message.author.id,)


def quotes_something(message: discord.Message, me: discord.ClientUser) -> bool:
    """Whether a message forwards, or replies to, something that may be quoted."""
    resolved = message.reference.resolved if message.reference else None
    is_other = isinstance(resolved, discord.Message) and resolved.author.id != me.id
    return any(map(says_something, message.message_snapshots)) or (
        isinstance(resolved, discord.Message)
        and ((is_other and says_something(resolved)) or quotes_something(resolved, me))
    )


def says_something(content: Content) -> bool:
    """Whether there is anything in a message to be quoted, or to be told that it can't be."""
    return bool(content.content or content.attachments)


def quoted(text: str) -> str:
    """A text with `> ` before each line, as a quotation in Markdown."""
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())
