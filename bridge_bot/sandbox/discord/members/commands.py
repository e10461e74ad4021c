"""Commands, as members use them: after a slash, on a message or on a user."""

from __future__ import annotations

from collections.abc import Mapping

from bridge_bot.sandbox.discord.actions import commands, interactions
from bridge_bot.sandbox.discord.enums import InteractionType
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.members.command_data import (
    OptionValue,
    command_data,
    offered_commands,
    target_data,
)
from bridge_bot.sandbox.discord.model import Channel, Guild, Interaction, Member, Message, User
from bridge_bot.sandbox.discord.state import WorldState, user_of


class WorldCommands:
    """Starts interactions as a member's client would. Raises `NotOffered` for what it would not."""

    def __init__(self, state: WorldState) -> None:
        self._state = state

    def registered(self, guild: Guild | None = None) -> list[Json]:
        """The commands that the bot registered, globally or (with `guild`) for a guild alone."""
        return commands.registered(self._state, None if guild is None else guild.id)

    def offered(self, channel: Channel, person: Member | User) -> list[Json]:
        """The commands that a member is offered in a channel, of every type."""
        return offered_commands(self._state, user_of(person), channel)

    def use(
        self,
        channel: Channel,
        person: Member | User,
        path: str,
        options: Mapping[str, OptionValue] | None = None,
        *,
        locale: str | None = None,
        user_install: bool = False,
    ) -> Interaction:
        """Use a slash command; `path` is its name with its subcommands, such as `settings show`."""
        user = user_of(person)
        return interactions.start(
            self._state,
            InteractionType.COMMAND,
            user,
            channel,
            command_data(
                self._state, user, channel, path, options or {}, user_install=user_install
            ),
            name=path,
            locale=locale,
            user_install=user_install,
        )

    def autocomplete(
        self,
        channel: Channel,
        person: Member | User,
        path: str,
        options: Mapping[str, OptionValue],
        *,
        focused: str,
        locale: str | None = None,
    ) -> Interaction:
        """Type into the option `focused` of a command; the bot's choices are in `.choices`."""
        user = user_of(person)
        return interactions.start(
            self._state,
            InteractionType.AUTOCOMPLETE,
            user,
            channel,
            command_data(self._state, user, channel, path, options, focused=focused),
            name=path,
            locale=locale,
        )

    def use_on(
        self,
        target: Message | Member | User,
        person: Member | User,
        name: str,
        *,
        channel: Channel | None = None,
        locale: str | None = None,
        user_install: bool = False,
    ) -> Interaction:
        """Use a command of the menu of a message or a user; for a user, in that channel."""
        user = user_of(person)
        if isinstance(target, Message):
            channel = target.channel
        else:
            target = user_of(target)
        if channel is None:
            raise ValueError("a command on a user is used in a channel")
        return interactions.start(
            self._state,
            InteractionType.COMMAND,
            user,
            channel,
            target_data(self._state, user, channel, name, target, user_install=user_install),
            name=name,
            locale=locale,
            user_install=user_install,
        )
