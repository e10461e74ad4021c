"""Where commands may be used, and how a member is told that one may not."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable

import discord

from bridge_bot.core.errors import BridgeError
from bridge_bot.core.events import Observe, QuestionRefused
from bridge_bot.core.intake import Intake
from bridge_bot.core.model import ConversationKey, Origin, response_conversation
from bridge_bot.core.policy.language_layers import LanguagePlace
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.discord_adapter.intake.commands.interaction_response import (
    Interaction,
    has_responded,
    respond,
)
from bridge_bot.discord_adapter.intake.membership import Membership
from bridge_bot.discord_adapter.intake.parsing import locale_of, member_of
from bridge_bot.discord_adapter.intake.permissions import refusal_of_member
from bridge_bot.discord_adapter.invite import invite_link
from bridge_bot.texts import Texts

AwaitEarlier = Callable[[], Awaitable[None]]
"""Waits until what came before in the channel is taken in, see `Commands._in_order`."""


class Refusals:
    """Checks where commands are used, and tells members of a refusal."""

    def __init__(
        self,
        client: discord.Client,
        intake: Intake,
        membership: Membership,
        observe: Observe,
        *,
        allows_user_install: bool = False,
    ) -> None:
        self._client = client
        self._intake = intake
        self._membership = membership
        self._observe = observe
        self.languages = intake.languages
        """Tells in which language a member is answered."""
        self.allows_user_install = allows_user_install
        """Whether members may install the bot for themselves, and use it where it is no member."""

    async def guild_ids(self, interaction: Interaction) -> frozenset[int]:
        """The servers that the member asks as a member of; see `Membership.guild_ids_of`."""
        return await self._membership.guild_ids_of(interaction.user.id, interaction.guild_id)

    def for_place(self, interaction: Interaction, guild_ids: frozenset[int]) -> Refusal | None:
        """Why nobody can use the bot's commands there, or None."""
        guild_id, member_id = interaction.guild_id, interaction.user.id
        refusal = self._intake.refuses_place(member_id, guild_ids, direct=guild_id is None)
        if refusal is not None or guild_id is None:
            return refusal
        # When a session begins, Discord names every server that the bot is a member of, even those
        # that are out of order. Where only its commands were authorised, it is no member.
        if self._client.get_guild(guild_id) is None and not self.is_elsewhere(interaction):
            link = invite_link(interaction.application_id)
            return Refusal("refused-no-member", {"link": link})
        return None

    def is_elsewhere(self, interaction: Interaction) -> bool:
        """Whether a member uses the bot where it can't write itself, since they installed it: on a
        server that it is no member of, or in direct messages between others.
        """
        if not (self.allows_user_install and interaction.is_user_integration()):
            return False
        if interaction.guild_id is None:
            return interaction.context.private_channel
        return self._client.get_guild(interaction.guild_id) is None

    async def for_member(self, interaction: Interaction) -> Refusal | None:
        """Why that member can't use the bot there, by what the server has set, or None."""
        member, place_id = member_of(interaction.user), place_id_of(interaction)
        return await self._intake.refuses_member(member, interaction.guild_id, place_id)

    def for_writing(self, interaction: Interaction) -> Refusal | None:
        """Why a member can't have the bot write there, as they may not write there themselves. What
        only they see is not written there.
        """
        if self.is_elsewhere(interaction):
            return None
        return refusal_of_member(interaction.channel, interaction.user, interaction.created_at)

    async def refuse(self, interaction: Interaction, refusal: Refusal) -> None:
        """Tell a member why a question is refused, and observe it."""
        self._observe(QuestionRefused(origin_of(interaction), refusal.text_key))
        await self.respond_ephemerally(interaction, refusal)

    async def respond_ephemerally(self, interaction: Interaction, refusal: Refusal) -> None:
        """Tell a member of a refusal by an ephemeral message, which only they see."""
        text = self.texts(interaction).get(refusal.text_key, **refusal.text_args)
        if has_responded(interaction):
            await interaction.followup.send(text, ephemeral=True)
        else:
            await respond(interaction, text, ephemeral=True)

    async def refuse_public_press(self, interaction: Interaction) -> None:
        """Tell a member that a control belongs to a message that only they see."""
        await self.respond_ephemerally(interaction, Refusal("press-not-private"))

    async def tell_failure(self, interaction: Interaction, why: type[BridgeError]) -> None:
        """Tell a member that something failed, if that is possible at all."""
        # Whatever fails now, the cause is known already, and no more can be done for the member.
        with contextlib.suppress(Exception):
            text = self.texts(interaction).get(why.text_key)
            if has_responded(interaction):
                await interaction.followup.send(text, ephemeral=True)
            else:
                await respond(interaction, text, ephemeral=True)

    def texts(self, interaction: Interaction) -> Texts:
        """The bot's own sentences in the language in which the member uses Discord, for what only
        they see.
        """
        return self._intake.texts_of(locale_of(interaction.locale))

    async def public_texts(self, interaction: Interaction) -> Texts:
        """The same in the language of the conversation there, for what all see who read it."""
        place, own = self.language_place(interaction), locale_of(interaction.locale)
        return self._intake.texts_of(await self.languages.locale(place, own))

    def language_place(self, interaction: Interaction) -> LanguagePlace:
        """Where the member uses the bot, for the choice of a language."""
        member_id, channel_id = interaction.user.id, interaction.channel_id or 0
        in_thread = isinstance(interaction.channel, discord.Thread)
        conversation, guild_id = None, interaction.guild_id
        if self.is_elsewhere(interaction):
            conversation, guild_id = response_conversation(member_id, channel_id), None
        elif guild_id is None or in_thread:
            conversation = ConversationKey(str(channel_id))
        return LanguagePlace(
            *(member_id, place_id_of(interaction), conversation, guild_id),
            may_manage_guild=may_manage_guild(interaction),
        )


def may_manage_guild(interaction: Interaction) -> bool:
    """Whether the member may change what holds for all on the server."""
    permissions = interaction.permissions
    return permissions.manage_guild or permissions.administrator


def place_id_of(interaction: Interaction) -> int:
    """The channel or forum whose settings hold where a command is used: that of a thread."""
    channel = interaction.channel
    parent_id = channel.parent_id if isinstance(channel, discord.Thread) else None
    return parent_id or interaction.channel_id or 0


def origin_of(interaction: Interaction) -> Origin:
    """Where a command comes from, for what is logged of it."""
    return Origin(
        interaction.id, interaction.guild_id, interaction.channel_id or 0, interaction.user.id
    )
