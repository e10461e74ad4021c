"""What every chat platform has to do for a reply: the contract of `core.ports.Platform`.

A platform's own tests inherit from `PlatformContract` and say how its world is looked at.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

import pytest

from bridge_bot.core.errors import PlaceGone
from bridge_bot.core.model import ConversationKey, Destination, Member, Question
from bridge_bot.core.ports import Platform, Priority


class World(ABC):
    """A platform and a look at what its readers see."""

    platform: Platform

    @abstractmethod
    def place(self) -> Destination:
        """Where somebody has just asked something."""

    @abstractmethod
    def texts(self, place: Destination) -> list[str]:
        """What a reader sees of the bot there, oldest first."""

    @abstractmethod
    def is_reply(self, place: Destination) -> list[bool]:
        """For each message of the bot there, whether it is shown as a reply."""

    @abstractmethod
    def remove(self, place: Destination, message_id: int) -> None:
        """Have somebody else delete a message."""


class PlatformContract:
    """The tests. Who inherits them gives a fixture `world`."""

    async def post(self, world: World, place: Destination, text: str, nonce: str = "1.0") -> int:
        await world.platform.permit(place, Priority.FIRST_TEXT)
        return await world.platform.post(place, text, nonce=nonce)

    async def test_a_post_is_seen_as_it_was_written(self, world: World) -> None:
        place = world.place()
        await self.post(world, place, "Hello **world**")
        assert world.texts(place) == ["Hello **world**"]

    async def test_a_post_with_reply_to_is_a_reply_and_one_without_is_not(
        self, world: World
    ) -> None:
        place = world.place()
        await self.post(world, place, "one", "1.0")
        await self.post(world, Destination(place.channel_id), "two", "1.1")
        assert world.is_reply(place) == [True, False]

    async def test_the_same_nonce_gives_the_same_message(self, world: World) -> None:
        place = world.place()
        first = await self.post(world, place, "one", "1.0")
        assert await self.post(world, place, "one", "1.0") == first
        assert await self.post(world, place, "two", "1.1") != first
        assert world.texts(place) == ["one", "two"]

    async def test_an_edit_replaces_the_text(self, world: World) -> None:
        place = world.place()
        message_id = await self.post(world, place, "one")
        await world.platform.permit(place, Priority.INTERIM)
        await world.platform.edit(place, message_id, "one two")
        assert world.texts(place) == ["one two"]

    async def test_the_longest_message_is_taken(self, world: World) -> None:
        place, text = world.place(), "x" * world.platform.limit_chars
        await self.post(world, place, text)
        assert world.texts(place) == [text]

    async def test_a_deleted_message_is_gone_and_deleting_it_again_is_no_error(
        self, world: World
    ) -> None:
        place = world.place()
        message_id = await self.post(world, place, "one")
        await world.platform.delete(place, message_id)
        await world.platform.delete(place, message_id)
        assert world.texts(place) == []

    async def test_editing_a_message_that_is_gone_says_so(self, world: World) -> None:
        place = world.place()
        message_id = await self.post(world, place, "one")
        world.remove(place, message_id)
        await world.platform.permit(place, Priority.FINAL)
        with pytest.raises(PlaceGone):
            await world.platform.edit(place, message_id, "two")

    async def test_typing_is_no_message(self, world: World) -> None:
        place = world.place()
        await world.platform.typing(place)
        assert world.texts(place) == []

    async def test_a_question_that_needs_no_thread_is_answered_where_it_was_asked(
        self, world: World
    ) -> None:
        place = world.place()
        question = Question(1, ConversationKey("1"), "why?", Member(2, "Ann"), place)
        assert await world.platform.open(question) == place
