"""`/ask`: the bot shows the member's question in a message of its own, and answers it."""

from __future__ import annotations

import asyncio
import contextlib
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import discord

from bridge_bot.core.guild_settings.values import AnswerPlace, PlaceSettings
from bridge_bot.core.intake import Complete, Intake
from bridge_bot.core.model import (
    Attachment,
    ChannelDestination,
    ConversationKey,
    IncomingQuestion,
    InteractionDestination,
    Question,
    response_conversation,
)
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.discord_adapter.intake.answer_places import (
    AnswerPlaces,
    ThreadParent,
    parent_id_of,
    private_thread_parent,
)
from bridge_bot.discord_adapter.intake.attached_files import AttachedFiles
from bridge_bot.discord_adapter.intake.commands.asked_message import AskedMessage
from bridge_bot.discord_adapter.intake.commands.interaction_response import (
    Interaction,
    defer,
    has_responded,
    respond,
)
from bridge_bot.discord_adapter.intake.commands.quotation import SHOWN_CHARS, quotation
from bridge_bot.discord_adapter.intake.commands.refusals import AwaitEarlier, Refusals
from bridge_bot.discord_adapter.intake.commands.slow_mode import SlowMode
from bridge_bot.discord_adapter.intake.parsing import locale_of, member_of
from bridge_bot.discord_adapter.intake.permissions import (
    may_open_thread,
    refusal_of_bot,
    refusal_of_member,
)
from bridge_bot.discord_adapter.intake.readable_text import Names, mentioned_members, readable

_MOST_NAMES_LOOKED_UP = 5
_NAME_PATIENCE_S = 1.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What a member asks by a command: their words, files, and the message that they ask about."""

    content: str
    files: Sequence[Attachment] = ()
    about: AskedMessage | None = None


class AskCommand:
    """Checks a question, shows it and has it answered."""

    def __init__(
        self,
        client: discord.Client,
        intake: Intake,
        refusals: Refusals,
        slow_mode: SlowMode,
        *,
        files: AttachedFiles,
        places: AnswerPlaces,
    ) -> None:
        self._client = client
        self._intake = intake
        self._refusals = refusals
        self._slow_mode = slow_mode
        self._files = files
        self._places = places

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
        text = await self._read(interaction, asked.content)
        if not text:
            await self._refusals.respond_ephemerally(interaction, Refusal("hint-empty"))
            return
        await await_earlier()
        # From asking whether it may be asked to noting that it is, only the store is awaited.
        slowed = self._slowed(interaction, channel)
        if slowed is not None:
            await self._refusals.refuse(interaction, slowed)
            return
        question = Question(
            id=interaction.id,
            conversation=ConversationKey(str(channel.id)),
            text=text,
            asker=member_of(interaction.user),
            asked_in=ChannelDestination(channel.id, guild_id=interaction.guild_id),
            guild_id=interaction.guild_id,
            locale=locale_of(interaction.locale),
            parent_id=parent_id_of(channel),
        )

        async def show() -> Question:
            self._slow_mode.wrote(channel, interaction.user.id, interaction.id)
            try:
                if parent is None:
                    shown_id = await respond(interaction, self._quotation(interaction, text, asked))
                    shown = _asked_by_message(question, channel, shown_id, place)
                else:
                    shown = await self._show_privately(interaction, question, asked, parent, place)
            except Exception:
                self._slow_mode.take_back(channel.id, interaction.user.id, interaction.id)
                raise
            return await self._with_files(interaction, shown, asked)

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
        text = await self._read(interaction, asked.content)
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

        async def acknowledge() -> Question:
            await defer(interaction)
            return await self._with_files(interaction, question, asked)

        await self._submit(interaction, question, guild_ids, acknowledge)

    async def _with_files(
        self, interaction: Interaction, question: Question, asked: Asked
    ) -> Question:
        """A question with the message that it is about, and with all files."""
        if (about := asked.about) is None:
            return await self._files.add_to(question, asked.files)
        question = about.added_to(question, self._refusals.texts(interaction))
        return await self._files.add_to(question, [*asked.files, *about.files])

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
        refusal = await self._intake.submit(IncomingQuestion(question, guild_ids, asked_at_s), show)
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
        heading = self._heading(interaction, asked)
        return await self._places.open_private_thread(
            question, parent, place, files=asked.files, heading=heading
        )

    def _quotation(self, interaction: Interaction, text: str, asked: Asked) -> str:
        heading = self._heading(interaction, asked)
        most_chars = SHOWN_CHARS - len(heading)
        return heading + quotation(text, asked.files, most_chars=most_chars)

    def _heading(self, interaction: Interaction, asked: Asked) -> str:
        """What stands above a quotation: a link to the message that the question is about."""
        if asked.about is None:
            return ""
        return self._refusals.texts(interaction).get("about-shown", link=asked.about.link) + "\n"

    def _slowed(self, interaction: Interaction, channel: discord.abc.Snowflake) -> Refusal | None:
        until_s = self._slow_mode.until_s(channel, interaction.user, interaction.id)
        if until_s is None:
            return None
        return Refusal("refused-slow-mode", {"until": str(math.ceil(until_s))})

    async def _read(self, interaction: Interaction, content: str) -> str:
        """The question with readable names; Discord does not send those in a command's text."""
        me, guild = self._client.user, interaction.guild
        if me is None:
            return content.strip()
        wanted = mentioned_members(content) - {me.id}
        members: list[discord.Member] = []
        if guild is not None:
            # At once, since the question has to be shown within Discord's 3 s.
            some = list(wanted)[:_MOST_NAMES_LOOKED_UP]
            found = await asyncio.gather(*(_member(guild, member_id) for member_id in some))
            members = [member for member in found if member is not None]
        return readable(content, Names.of(guild, me, members))


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


async def _member(guild: discord.Guild, member_id: int) -> discord.Member | None:
    """The member of that id; None if there is none, or Discord does not tell soon."""
    with contextlib.suppress(Exception):  # a name is not worth a question, whatever fails
        async with asyncio.timeout(_NAME_PATIENCE_S):
            return await guild.fetch_member(member_id)
    return None
