"""The platform that the core's tests use keeps the contract too, or they would prove little."""

from __future__ import annotations

import pytest

from bridge_bot.core.errors import PlaceGone
from bridge_bot.core.model import Destination
from tests.contracts.platform import PlatformContract, World
from tests.core.platform import MemoryPlatform


class Memory(World):
    def __init__(self) -> None:
        self.platform: MemoryPlatform = MemoryPlatform()

    def place(self) -> Destination:
        return Destination(7, reply_to=5)

    def texts(self, place: Destination) -> list[str]:
        return self.platform.texts()

    def is_reply(self, place: Destination) -> list[bool]:
        return [shown.place.reply_to is not None for shown in self.platform.messages.values()]

    def remove(self, place: Destination, message_id: int) -> None:
        self.platform.failures.append(PlaceGone("deleted"))


class TestContract(PlatformContract):
    @pytest.fixture
    def world(self) -> World:
        return Memory()
