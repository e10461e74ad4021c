"""Buttons, selects and modals, as members use them.

pressed = world.controls.press(message, ann, "Tell me why")   # by label, emoji or custom_id
await discord.until(lambda: pressed.modal)
sent = world.controls.submit(pressed, {"Reason": "too short"})
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bridge_bot.sandbox.discord.actions import interactions
from bridge_bot.sandbox.discord.enums import InteractionType
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.members.component_data import (
    button_data,
    control,
    control_names,
    select_data,
)
from bridge_bot.sandbox.discord.members.entities import Chosen
from bridge_bot.sandbox.discord.members.modal_data import FieldValue, modal_data
from bridge_bot.sandbox.discord.model import Interaction, Member, Message, User
from bridge_bot.sandbox.discord.payloads.component_objects import every_component
from bridge_bot.sandbox.discord.state import WorldState, user_of


class WorldControls:
    """Uses controls as a member's client would. Raises `NotOffered` for what it would not.

    What the member then sees comes with the bot's answer: `DiscordStandIn.message_shown` and
    `modal_shown` wait for it.
    """

    def __init__(self, state: WorldState) -> None:
        self._state = state

    def of(self, message: Message) -> list[str]:
        """The labels of the controls of a message, in order: what a test can press."""
        every = every_component(message.components)
        names = [control_names(each) for each in every]
        return [each[min(1, len(each) - 1)] for each in names if each]

    def press(
        self, message: Message, person: Member | User, button: str, *, locale: str | None = None
    ) -> Interaction:
        """Press the button of that label, emoji or custom_id."""
        component = control(user_of(person), message, button)
        return self._use(message, person, button_data(component), locale)

    def choose(
        self,
        message: Message,
        person: Member | User,
        select: str,
        chosen: Sequence[Chosen],
        *,
        locale: str | None = None,
    ) -> Interaction:
        """Choose from the select of that placeholder or custom_id.

        Options are named by value or label; people, roles and channels by themselves, id or name.
        """
        user = user_of(person)
        component = control(user, message, select)
        data = select_data(self._state, message.channel, user, component, chosen)
        return self._use(message, person, data, locale)

    def submit(self, interaction: Interaction, values: Mapping[str, FieldValue]) -> Interaction:
        """Submit the modal with which the bot answered `interaction`.

        `values` are by custom_id or label; a field that is missing there stays as it opened.
        """
        return interactions.start(
            self._state,
            InteractionType.MODAL,
            interaction.user,
            interaction.channel,
            modal_data(self._state, interaction, values),
            message=interaction.message,
            triggered_by=interaction,
            locale=interaction.locale,
        )

    def failed(self, interaction: Interaction) -> bool:
        """Whether the member was told that it failed, since the bot did not answer in time."""
        return interactions.failed(self._state, interaction)

    def _use(
        self, message: Message, person: Member | User, data: Json, locale: str | None
    ) -> Interaction:
        return interactions.start(
            self._state,
            InteractionType.COMPONENT,
            user_of(person),
            message.channel,
            data,
            message=message,
            locale=locale,
        )
