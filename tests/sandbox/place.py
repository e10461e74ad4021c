"""A small world with a clock of the test, and what to say of a refusal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bridge_bot.sandbox.discord.actions import messages
from bridge_bot.sandbox.discord.errors import Refused
from bridge_bot.sandbox.discord.model import Channel, Guild, Member, Message
from bridge_bot.sandbox.discord.state import Event
from bridge_bot.sandbox.discord.world import World


class Place:
    """A guild with a channel, Ann, and a clock."""

    def __init__(self) -> None:
        self.at = 1_800_000_000.0
        self.world = World(lambda: self.at)
        self.guild: Guild = self.world.add_guild("Lab")
        self.channel: Channel = self.world.add_channel(self.guild, "general")
        self.ann: Member = self.world.add_member(self.guild, "Ann")
        self.events: list[Event] = []
        self.world.subscribe(self.events.append)

    def send(self, content: str, channel: Channel | None = None, **body: Any) -> Message:
        state, bot = self.world.state, self.world.bot
        return messages.create_message(
            state, bot, channel or self.channel, {"content": content, **body}
        )

    def change(self, message: Message, content: str, **body: Any) -> Message:
        state, bot = self.world.state, self.world.bot
        return messages.edit_message(state, bot, message, {"content": content, **body})

    def names(self) -> list[str]:
        return [event.name for event in self.events]


def refused(code: int, act: Callable[[], object]) -> Refused:
    """The refusal with which `act` ends."""
    with pytest.raises(Refused) as caught:
        act()
    assert caught.value.code == code, caught.value
    return caught.value
