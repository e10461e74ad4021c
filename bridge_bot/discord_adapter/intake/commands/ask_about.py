"""*Ask about this*, in the menu of a message: a form for the question, and the question itself.

The form's `custom_id` names the message and the interaction that told it, so that a form that was
opened before a restart is still understood.
"""

from __future__ import annotations

import asyncio
import re

import discord
from discord import ui

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.privacy.opt_outs import OptOuts
from bridge_bot.discord_adapter.intake.commands.ask import AskCommand
from bridge_bot.discord_adapter.intake.commands.asked_message import (
    Asked,
    AskedMessage,
    AskedMessages,
)
from bridge_bot.discord_adapter.intake.commands.interaction_response import (
    RESPOND_WITHIN_S,
    Interaction,
)
from bridge_bot.discord_adapter.intake.commands.refusals import AwaitEarlier, Refusals, origin_of
from bridge_bot.discord_adapter.intake.components import custom_id_of
from bridge_bot.discord_adapter.intake.settings_panel.drawing.layout import filled_in
from bridge_bot.texts import Texts

PREFIX = "about"
"""With which the `custom_id` of each form begins."""

_IDS = re.compile(rf"{PREFIX}:(?P<message>[0-9]{{1,19}}):(?P<told_by>[0-9]{{1,19}})")

QUESTION = "question"
"""The `custom_id` of the form's field."""

MOST_CHARS = 4000
"""The longest question. Discord takes no more in a field."""


class AskAbout:
    """Shows the form, and has asked what comes of it."""

    def __init__(
        self, ask: AskCommand, refusals: Refusals, opt_outs: OptOuts, observe: Observe
    ) -> None:
        self._ask = ask
        self._refusals = refusals
        self._opt_outs = opt_outs
        self._observe = observe
        self._messages = AskedMessages()

    async def open(self, interaction: Interaction, message: discord.Message) -> None:
        """Show the form for a message, or tell the member why there is none."""
        asked = AskedMessage.of(message, interaction.client, interaction.guild_id)
        refusal = None
        try:
            async with asyncio.timeout(RESPOND_WITHIN_S) as timer:
                refusal = await self._refusal_of_member(interaction) or await self._refusal_of(
                    interaction, asked
                )
        except TimeoutError:
            # A form can be nothing but the first response; once it is sent, it is decided again.
            if not timer.expired():
                raise
        if refusal is not None:
            await self._refusals.refuse(interaction, refusal)
            return
        self._messages.remember(interaction, asked)
        custom_id = f"{PREFIX}:{asked.id}:{interaction.id}"
        await interaction.response.send_modal(_form(custom_id, self._refusals.texts(interaction)))

    async def submit(self, interaction: Interaction, await_earlier: AwaitEarlier) -> None:
        """Ask what the member filled in, or tell them why that is refused."""
        asked = await self._find(interaction)
        if asked is None:
            await self._refusals.refuse(interaction, Refusal("about-forgotten"))
            return
        if (refusal := await self._refusal_of(interaction, asked)) is not None:
            await self._refusals.refuse(interaction, refusal)
            return
        content = filled_in(dict(interaction.data or {})).get(QUESTION, "")
        await self._ask.run(interaction, Asked(content, about=asked), await_earlier)

    async def _find(self, interaction: Interaction) -> AskedMessage | None:
        ids = _IDS.fullmatch(custom_id_of(interaction))
        if ids is None:
            return None
        return await self._messages.find(interaction, int(ids["message"]), int(ids["told_by"]))

    async def _refusal_of_member(self, interaction: Interaction) -> Refusal | None:
        """Why the member may not ask there, so that they need not fill in a form for nothing. It is
        decided again once the form is sent.
        """
        guild_ids = await self._refusals.guild_ids(interaction)
        return (
            self._refusals.for_place(interaction, guild_ids)
            or await self._refusals.for_member(interaction)
            or self._refusals.for_writing(interaction)
        )

    async def _refusal_of(self, interaction: Interaction, asked: AskedMessage) -> Refusal | None:
        """Why nobody may ask about that message. Where it is not known whether its author has opted
        out, nothing of it is handed on either.
        """
        if asked.says_nothing:
            return Refusal("about-nothing")
        try:
            if await self._opt_outs.is_opted_out(interaction.user.id):
                return Refusal("refused-opted-out")
            for member_id in asked.word_of:
                if await self._opt_outs.is_opted_out(member_id):
                    return Refusal("about-opted-out")
        except StoreError as error:
            failure = OperationFailed(Operation.LOOK_UP_OPT_OUTS, error, origin_of(interaction))
            self._observe(failure)
            return Refusal(error.text_key, error.text_args())
        return None


def _form(custom_id: str, texts: Texts) -> ui.Modal:
    """The form. It is stopped, so that discord.py does not remember it."""
    form = ui.Modal(title=texts.get("about-form"), custom_id=custom_id)
    field: ui.TextInput[ui.Modal] = ui.TextInput(
        custom_id=QUESTION,
        style=discord.TextStyle.paragraph,
        default=texts.get("about-default"),
        required=True,
        max_length=MOST_CHARS,
    )
    form.add_item(ui.Label(text=texts.get("about-question"), component=field))
    form.stop()
    return form
