"""Commands, message components and modals, as members use them."""

from __future__ import annotations

from collections.abc import Sequence

from bridge_bot.sandbox.discord.actions import commands, interactions
from bridge_bot.sandbox.discord.enums import InteractionType
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.members import client
from bridge_bot.sandbox.discord.model import Channel, Guild, Interaction, Member, Message, User
from bridge_bot.sandbox.discord.state import WorldState, user_of


class WorldCommands:
    """Starts interactions as a member's client would. Raises `NotOffered` for what it would not."""

    def __init__(self, state: WorldState) -> None:
        self._state = state

    def registered(self, guild: Guild | None = None) -> list[Json]:
        """The commands that the bot registered, globally or (with `guild`) for a guild alone."""
        return commands.registered(self._state, None if guild is None else guild.id)

    def use(
        self,
        channel: Channel,
        person: Member | User,
        path: str,
        options: Json | None = None,
        *,
        locale: str = "en-US",
        user_install: bool = False,
    ) -> Interaction:
        """Use a slash command; `path` is its name with its subcommands, such as `settings show`."""
        user = user_of(person)
        return interactions.start(
            self._state,
            InteractionType.COMMAND,
            user,
            channel,
            client.command_data(self._state, user, channel, path, options or {}),
            name=path,
            locale=locale,
            user_install=user_install,
        )

    def autocomplete(
        self,
        channel: Channel,
        person: Member | User,
        path: str,
        options: Json,
        *,
        focused: str,
        locale: str = "en-US",
    ) -> Interaction:
        """Type into the option `focused` of a command; the bot's choices are in `.choices`."""
        user = user_of(person)
        return interactions.start(
            self._state,
            InteractionType.AUTOCOMPLETE,
            user,
            channel,
            client.command_data(self._state, user, channel, path, options, focused=focused),
            name=path,
            locale=locale,
        )

    def use_component(
        self,
        message: Message,
        person: Member | User,
        custom_id: str,
        values: Sequence[str] | None = None,
        *,
        locale: str = "en-US",
    ) -> Interaction:
        """Click the button, or choose `values` of the select, with that custom_id."""
        user = user_of(person)
        return interactions.start(
            self._state,
            InteractionType.COMPONENT,
            user,
            message.channel,
            client.component_data(user, message, custom_id, values),
            message=message,
            locale=locale,
        )

    def submit_modal(self, interaction: Interaction, values: dict[str, str]) -> Interaction:
        """Submit the modal with which the bot answered `interaction`; `values` by custom_id."""
        return interactions.start(
            self._state,
            InteractionType.MODAL,
            interaction.user,
            interaction.channel,
            client.modal_data(interaction, values),
            message=interaction.message,
            locale=interaction.locale,
        )
