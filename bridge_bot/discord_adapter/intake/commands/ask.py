"""`/ask`: the bot shows the member's question in a message of its own, and answers it."""

from __future__ import annotations

import math
from dataclasses import replace

import discord

from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.guild_settings.values import AnswerPlace, PlaceSettings
from bridge_bot.core.intake import Complete, Intake
from bridge_bot.core.model import (
    ChannelDestination,
    ConversationKey,
    IncomingQuestion,
    InteractionDestination,
    Question,
    response_conversation,
)
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.discord_adapter.intake.answer_places import (
    ThreadParent,
    parent_id_of,
    private_thread_parent,
)
from bridge_bot.discord_adapter.intake.commands.asked_message import Asked
from bridge_bot.discord_adapter.intake.commands.interaction_response import (
    Interaction,
    attach,
    defer,
    has_responded,
    respond,
)
from bridge_bot.discord_adapter.intake.commands.quotation import question_file, shown_question
from bridge_bot.discord_adapter.intake.commands.refusals import AwaitEarlier
from bridge_bot.discord_adapter.intake.commands.slow_mode import SlowMode
from bridge_bot.discord_adapter.intake.context import IntakeContext
from bridge_bot.discord_adapter.intake.parsing import locale_of, member_of
from bridge_bot.discord_adapter.intake.permissions import (
    may_open_thread,
    refusal_of_bot,
    refusal_of_member,
)
from bridge_bot.discord_adapter.intake.readable_text import readable_argument


class AskCommand:
    """Checks a question, shows it and has it answered."""

    def __init__(self, intake: Intake, context: IntakeContext, observe: Observe) -> None:
        self._client = context.client
        self._intake = intake
        self._refusals = context.refusals
        self._files = context.files
        self._places = context.places
        self._observe = observe
        self.slow_mode = SlowMode()
        """When each member wrote last, whether by a message or a command."""

    async def run(
        self, interaction: Interaction, asked: Asked, await_earlier: AwaitEarlier
    ) -> None:
        """Submit a question, or tell the member why it is refused."""
        channel = interaction.channel
        guild_ids = await self._refusals.guild_ids(interaction)
        me = self._client.user
        if channel is None or me is None:  # of a type that discord.py does not know
            await self._refusals.refuse(interaction, Refusal("refused-forbidden"))
            return
        if self._refusals.is_elsewhere(interaction):
            await self._ask_elsewhere(interaction, asked, guild_ids, await_earlier)
            return
        place = await self._places.settings(interaction.guild_id, channel)
        parent = private_thread_parent(channel, me.id, place)
        refusal = (
            self._refusals.for_place(interaction, guild_ids)
            or (refusal_of_bot(channel) if parent is None else None)
            or refusal_of_member(channel, interaction.user, interaction.created_at)
        )
        if refusal is not None:
            await self._refusals.refuse(interaction, refusal)
            return
        text = await readable_argument(asked.content, interaction.guild, self._client.user)
        if not text:
            await self._refusals.respond_ephemerally(interaction, Refusal("hint-empty"))
            return
        await await_earlier()
        # From asking whether it may be asked to noting that it is, only the store is awaited.
        slowed = self._slowed(interaction, channel)
        if slowed is not None:
            await self._refusals.refuse(interaction, slowed)
            return
        question = _question(interaction, channel, text)

        async def show(question: Question) -> Question:
            self.slow_mode.wrote(channel, interaction.user.id, interaction.id)
            try:
                if parent is not None:
                    return await self._show_privately(interaction, question, asked, parent, place)
                shown_id = await self._show(interaction, question, asked)
            except Exception:
                self.slow_mode.take_back(channel.id, interaction.user.id, interaction.id)
                raise
            shown = _asked_by_message(question, channel, shown_id, place)
            return await self._complete(interaction, shown, asked)

        await self._submit(interaction, question, guild_ids, show)

    async def _ask_elsewhere(
        self,
        interaction: Interaction,
        asked: Asked,
        guild_ids: frozenset[int],
        await_earlier: AwaitEarlier,
    ) -> None:
        """Submit a question where the bot can't write but by responses, which its member alone
        sees. Nobody else sees the question either, so slow mode is not for it.
        """
        if (refusal := self._refusals.for_place(interaction, guild_ids)) is not None:
            await self._refusals.refuse(interaction, refusal)
            return
        text = await readable_argument(asked.content, interaction.guild, self._client.user)
        if not text:
            await self._refusals.respond_ephemerally(interaction, Refusal("hint-empty"))
            return
        await await_earlier()
        channel_id, member = interaction.channel_id or 0, member_of(interaction.user)
        question = Question(
            id=interaction.id,
            conversation=response_conversation(member.id, channel_id),
            text=text,
            asker=member,
            asked_in=ChannelDestination(channel_id, guild_id=interaction.guild_id),
            guild_id=interaction.guild_id,
            locale=locale_of(interaction.locale),
            parent_id=parent_id_of(interaction.channel),
            response=InteractionDestination(
                interaction.application_id, interaction.id, interaction.token
            ),
        )

        async def acknowledge(question: Question) -> Question:
            await defer(interaction)
            whole = await self._files.add_to(question, asked.files)
            return await self._with_about(whole, asked)

        await self._submit(interaction, question, guild_ids, acknowledge)

    async def _with_about(self, question: Question, asked: Asked) -> Question:
        """A question with the message that it is about, if it is about any."""
        if (about := asked.about) is None:
            return question
        question = about.added_to(question, self._intake.texts_of(question.locale))
        return await self._files.add_to(question, about.files)

    async def _submit(
        self,
        interaction: Interaction,
        question: Question,
        guild_ids: frozenset[int],
        show: Complete,
    ) -> None:
        """Submit a question, which is shown if it may be asked, or tell why it is refused.

        To show it acknowledges the command within Discord's 3 s; the answer, which may take a
        minute, comes by messages of its own and needs no interaction token.
        """
        asked_at_s = interaction.created_at.timestamp()
        incoming = IncomingQuestion(question, guild_ids, asked_at_s, shown_locale=question.locale)
        refusal = await self._intake.submit(incoming, show)
        if refusal is not None and not (refusal.already_told and has_responded(interaction)):
            await self._refusals.respond_ephemerally(interaction, refusal)

    async def _show_privately(
        self,
        interaction: Interaction,
        question: Question,
        asked: Asked,
        parent: ThreadParent,
        place: PlaceSettings,
    ) -> Question:
        """Show a question in the private thread of its answer, and nothing of it to others."""
        told = self._refusals.texts(interaction).get("ask-private")
        await respond(interaction, told, ephemeral=True)
        whole = await self._files.add_to(question, asked.files)
        opened = await self._places.open_private_thread(
            *(question, parent, place),
            files=asked.files,
            heading=asked.heading(self._intake.texts_of(question.locale)),
            whole=whole.text,
        )
        opened = replace(opened, text=whole.text, note=whole.note)
        return await self._with_about(opened, asked)

    async def _show(self, interaction: Interaction, question: Question, asked: Asked) -> int:
        """Show a question to all; returns the id of the message. Its files are read afterwards,
        since it has to be shown within Discord's 3 s.
        """
        may_attach = interaction.app_permissions.attach_files and not asked.files
        shown = shown_question(
            *(question.text, asked.files),
            heading=asked.heading(self._intake.texts_of(question.locale)),
            whole=question.text if may_attach else None,
        )
        return await respond(interaction, shown.content, file=shown.file)

    async def _complete(self, interaction: Interaction, shown: Question, asked: Asked) -> Question:
        """A question that is shown to all, with its files and the message that it is about."""
        whole = await self._files.add_to(shown, asked.files)
        if asked.files:
            await self._attach(interaction, whole)
        return await self._with_about(whole, asked)

    async def _attach(self, interaction: Interaction, whole: Question) -> None:
        """Attach a whole question to the message that shows it. A courtesy: without, it can't be
        asked again.
        """
        if not interaction.app_permissions.attach_files:
            return
        try:
            await attach(interaction, question_file(whole.text))
        except Exception as error:  # noqa: BLE001 - the question is shown, and is to be asked
            failure = OperationFailed(Operation.ATTACH_QUESTION, error, whole.origin)
            self._observe(failure)

    def _slowed(self, interaction: Interaction, channel: discord.abc.Snowflake) -> Refusal | None:
        until_s = self.slow_mode.until_s(channel, interaction.user, interaction.id)
        if until_s is None:
            return None
        return Refusal("refused-slow-mode", {"until": str(math.ceil(until_s))})


def _question(interaction: Interaction, channel: discord.abc.Snowflake, text: str) -> Question:
    """What a command asks, before it is shown."""
    return Question(
        id=interaction.id,
        conversation=ConversationKey(str(channel.id)),
        text=text,
        asker=member_of(interaction.user),
        asked_in=ChannelDestination(channel.id, guild_id=interaction.guild_id),
        guild_id=interaction.guild_id,
        locale=locale_of(interaction.locale),
        parent_id=parent_id_of(channel),
    )


def _asked_by_message(
    question: Question, channel: discord.abc.Snowflake, message_id: int, place: PlaceSettings
) -> Question:
    """A command's question as if the message that shows it had asked it."""
    in_conversation = question.guild_id is None or isinstance(channel, discord.Thread)
    is_public = place.answer_place is AnswerPlace.PUBLIC_THREAD
    opens_thread = not in_conversation and is_public and may_open_thread(channel)
    return replace(
        question,
        conversation=ConversationKey(str(channel.id if in_conversation else message_id)),
        asked_in=ChannelDestination(channel.id, message_id, question.guild_id),
        thread_on=message_id if opens_thread else None,
    )
