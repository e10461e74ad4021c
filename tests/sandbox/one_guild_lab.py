"""A world of one guild with a clock of the test, and an assertion about Discord's errors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bridge_bot.sandbox.discord.actions import messages
from bridge_bot.sandbox.discord.errors import DiscordError
from bridge_bot.sandbox.discord.model import Channel, Guild, Member, Message
from bridge_bot.sandbox.discord.state import Event
from bridge_bot.sandbox.discord.world import World


class OneGuildLab:
    """A guild with a channel, Ann, and a clock."""

    def __init__(self) -> None:
        self.at = 1_800_000_000.0
        self.world = World(lambda: self.at)
        self.guild: Guild = self.world.add_guild("Lab")
        self.channel: Channel = self.world.channels.add(self.guild, "general")
        self.ann: Member = self.world.people.add(self.guild, "Ann")
        self.events: list[Event] = []
        self.world.subscribe(self.events.append)

    def send(self, content: str, channel: Channel | None = None, **body: Any) -> Message:
        """Let the bot send a message; `body` are further fields of the request."""
        state, bot = self.world.state, self.world.bot
        return messages.create_message(
            state, bot, channel or self.channel, {"content": content, **body}
        )

    def edit(self, message: Message, content: str, **body: Any) -> Message:
        """Let the bot edit a message; `body` are further fields of the request."""
        state, bot = self.world.state, self.world.bot
        return messages.edit_message(state, bot, message, {"content": content, **body})

    def names(self) -> list[str]:
        """The names of all events."""
        return [event.name for event in self.events]

    def dispatched(self) -> list[tuple[str, Any]]:
        """The names and data of the bot's events since the last call, which are then forgotten."""
        found = [(event.name, event.data) for event in self.events if event.for_bot]
        self.events.clear()
        return found


def raises_error(code: int, act: Callable[[], object]) -> DiscordError:
    """Assert that `act` raises Discord's error of that code, and return it."""
    with pytest.raises(DiscordError) as caught:
        act()
    assert caught.value.code == code, caught.value
    return caught.value
