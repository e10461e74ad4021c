"""Presses on 👍 and 👎: the vote is counted, and who pressed 👎 is asked what was wrong."""

from __future__ import annotations

import asyncio

import discord

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import PlaceGone, PlatformError, PlatformForbidden
from bridge_bot.core.model import Vote, VoteEffect
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.votes.votes import PressedReply, Votes
from bridge_bot.discord_adapter.intake.commands.interaction_response import (
    Interaction,
    acknowledge,
    in_time,
)
from bridge_bot.discord_adapter.intake.commands.refusals import Refusals
from bridge_bot.discord_adapter.intake.components import custom_id_of
from bridge_bot.discord_adapter.intake.controls.presser import presser_of
from bridge_bot.discord_adapter.intake.controls.vote_form import (
    explanation_in,
    turn_of_form,
    vote_form,
)
from bridge_bot.discord_adapter.intake.permissions import may_write

_RESPOND_WITHIN_S = 0.5
"""A press has to be acknowledged within 3 s, and a form can be nothing but the first response
(Discord's documentation). After this a vote that is still being stored is not waited for."""

_TOLD = {
    VoteEffect.FIRST: "vote-counted",
    VoteEffect.CHANGED: "vote-changed",
    VoteEffect.NONE: "vote-known",
}


class VotePresses:
    """Handles presses on 👍 and 👎, and the form that 👎 opens."""

    def __init__(self, client: discord.Client, votes: Votes, refusals: Refusals) -> None:
        self._client = client
        self._votes = votes
        self._refusals = refusals
        self._tasks = BackgroundTasks()

    async def cast(self, interaction: Interaction, turn_id: int, vote: Vote) -> None:
        """Count a vote, and tell its member. Where it is not counted, they are told so, also below
        a form that is open already.
        """
        reply = self._pressed_reply(interaction, turn_id)
        casting = self._tasks.start(self._votes.cast(vote, reply), name="a vote")
        await asyncio.wait({casting}, timeout=_RESPOND_WITHIN_S)
        is_refused = casting.done() and isinstance(casting.result(), Refusal)
        if vote is Vote.DOWN and not is_refused:
            form = vote_form(turn_id, self._refusals.texts(interaction))
            await interaction.response.send_modal(form)
        elif not casting.done():
            await acknowledge(interaction)
        outcome = await casting
        if isinstance(outcome, Refusal):
            await self._refusals.respond_ephemerally(interaction, outcome)
        elif vote is Vote.UP:
            await self._refusals.respond_ephemerally(interaction, Refusal(_TOLD[outcome]))

    async def submit(self, interaction: Interaction) -> None:
        """Add to a vote what its member has filled in, and thank them."""
        turn_id = turn_of_form(custom_id_of(interaction))
        explanation = explanation_in(dict(interaction.data or {}))
        refusal = Refusal("vote-forgotten")
        if turn_id is not None:
            explaining = self._votes.explain(turn_id, interaction.user.id, explanation)
            failed = await in_time(interaction, explaining)
            refusal = failed or Refusal("vote-explained")
        await self._refusals.respond_ephemerally(interaction, refusal)

    async def close(self, grace_s: float) -> None:
        """Give votes, and what is told of them, so many seconds to end."""
        await self._tasks.close(grace_s)
        await self._votes.close(grace_s)

    def _pressed_reply(self, interaction: Interaction, turn_id: int) -> PressedReply:
        message, channel = interaction.message, interaction.channel
        guild = self._client.get_guild(interaction.guild_id or 0)
        is_private = isinstance(channel, discord.Thread) and channel.is_private()
        is_of_server = isinstance(channel, discord.abc.GuildChannel | discord.Thread)

        def check(channel_id: int) -> PlatformError | None:
            return _why_not_written(guild, channel_id)

        return PressedReply(
            turn_id,
            message.id if message else 0,
            presser_of(interaction),
            message.jump_url if message else "",
            is_public=guild is not None and is_of_server and not is_private,
            check_channel=check,
        )


def _why_not_written(guild: discord.Guild | None, channel_id: int) -> PlatformError | None:
    """What keeps the bot from writing in a channel of that server, as far as its cache knows."""
    channel = guild.get_channel(channel_id) if guild is not None else None
    if not isinstance(channel, discord.TextChannel):
        return PlaceGone("the channel for feedback is gone")
    if not may_write(channel):
        return PlatformForbidden("the bot may not write in the channel for feedback")
    return None
