"""The platform that the core's tests use keeps the contract too, or they would prove little."""

from __future__ import annotations

import pytest

from bridge_bot.core.model import ChannelDestination, InteractionDestination
from tests.contracts.platform import PlatformContract, PlatformWorld
from tests.harness.memory_platform import MemoryPlatform


class MemoryWorld(PlatformWorld):
    def __init__(self) -> None:
        self.platform: MemoryPlatform = MemoryPlatform()

    def channel_destination(self) -> ChannelDestination:
        return ChannelDestination(7, reply_to=5)

    def interaction_destination(self) -> InteractionDestination:
        return InteractionDestination(1, 2, "token")

    def texts(self) -> list[str]:
        return self.platform.texts()

    def is_reply(self) -> list[bool]:
        return [
            isinstance(message.destination, ChannelDestination)
            and message.destination.reply_to is not None
            for message in self.platform.messages.values()
        ]

    def remove(self, message_id: int) -> None:
        self.platform.messages[message_id].deleted = True


class TestContract(PlatformContract):
    @pytest.fixture
    def world(self) -> PlatformWorld:
        return MemoryWorld()
