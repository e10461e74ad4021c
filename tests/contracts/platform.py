"""What every chat platform has to do for a reply: the contract of `core.ports.Platform`.

A platform's own tests inherit from `PlatformContract` and say how its world is looked at.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

import pytest

from bridge_bot.core.errors import PlaceGone
from bridge_bot.core.model import (
    ChannelDestination,
    ConversationKey,
    Destination,
    InteractionDestination,
    Member,
    OutgoingMessage,
    Question,
)
from bridge_bot.core.ports import Platform, Priority


class PlatformWorld(ABC):
    """A platform and a look at what its readers see."""

    platform: Platform

    @abstractmethod
    def channel_destination(self) -> ChannelDestination:
        """Where somebody has just asked something."""

    @abstractmethod
    def interaction_destination(self) -> InteractionDestination:
        """An interaction that somebody has just begun, and that is acknowledged."""

    @abstractmethod
    def texts(self) -> list[str]:
        """What a reader sees of the bot, oldest first."""

    @abstractmethod
    def is_reply(self) -> list[bool]:
        """For each message of the bot, whether it is shown as a reply."""

    @abstractmethod
    def remove(self, message_id: int) -> None:
        """Have somebody else delete a message."""


class PlatformContract:
    """The tests. Who inherits them gives a fixture `world`."""

    @pytest.fixture(params=["channel", "interaction"])
    def destination(self, world: PlatformWorld, request: pytest.FixtureRequest) -> Destination:
        return (
            world.channel_destination()
            if request.param == "channel"
            else world.interaction_destination()
        )

    async def post(
        self, world: PlatformWorld, destination: Destination, text: str, nonce: str = "1.0"
    ) -> int:
        message_id = await world.platform.write(
            destination, lambda: OutgoingMessage(text), Priority.FIRST_TEXT, nonce=nonce
        )
        assert message_id is not None
        return message_id

    async def edit(
        self,
        world: PlatformWorld,
        destination: Destination,
        message_id: int,
        text: str,
        priority: Priority = Priority.FINAL,
    ) -> int | None:
        return await world.platform.write(
            destination, lambda: OutgoingMessage(text), priority, message_id=message_id
        )

    async def test_a_post_is_seen_as_it_was_written(
        self, world: PlatformWorld, destination: Destination
    ) -> None:
        await self.post(world, destination, "Hello **world**")
        assert world.texts() == ["Hello **world**"]

    async def test_a_post_with_reply_to_is_a_reply_and_one_without_is_not(
        self, world: PlatformWorld
    ) -> None:
        channel = world.channel_destination()
        await self.post(world, channel, "one", "1.0")
        await self.post(world, ChannelDestination(channel.channel_id), "two", "1.1")
        assert world.is_reply() == [True, False]

    async def test_the_same_nonce_gives_the_same_message(self, world: PlatformWorld) -> None:
        channel = world.channel_destination()
        first = await self.post(world, channel, "one", "1.0")
        assert await self.post(world, channel, "one", "1.0") == first
        assert await self.post(world, channel, "two", "1.1") != first
        assert world.texts() == ["one", "two"]

    async def test_an_edit_replaces_the_text(
        self, world: PlatformWorld, destination: Destination
    ) -> None:
        message_id = await self.post(world, destination, "one")
        edited_id = await self.edit(world, destination, message_id, "one two", Priority.INTERIM)
        assert edited_id == message_id
        assert world.texts() == ["one two"]

    async def test_what_is_written_is_asked_for_when_it_may_be_sent(
        self, world: PlatformWorld, destination: Destination
    ) -> None:
        """So the newest is: here each write adds to what the one before has made of the text."""
        text = "one"

        def render() -> OutgoingMessage:
            nonlocal text
            text += " more"
            return OutgoingMessage(text)

        message_id = await world.platform.write(
            destination, render, Priority.FIRST_TEXT, nonce="1.0"
        )
        await world.platform.write(destination, render, Priority.FINAL, message_id=message_id)
        assert world.texts() == ["one more more"]

    async def test_where_nothing_is_rendered_nothing_is_written_or_used_up(
        self, world: PlatformWorld, destination: Destination
    ) -> None:
        """However often: the next write may be sent at once."""
        message_id = await self.post(world, destination, "one")
        for _ in range(20):
            for edited in (message_id, None):
                written = await world.platform.write(
                    destination, lambda: None, Priority.FINAL, message_id=edited, nonce="1.1"
                )
                assert written is None
        assert world.texts() == ["one"]
        assert await self.edit(world, destination, message_id, "two") == message_id
        assert world.texts() == ["two"]

    async def test_the_longest_message_is_taken(
        self, world: PlatformWorld, destination: Destination
    ) -> None:
        text = "x" * world.platform.limit_chars
        await self.post(world, destination, text)
        assert world.texts() == [text]

    async def test_a_deleted_message_is_gone_and_deleting_it_again_is_no_error(
        self, world: PlatformWorld, destination: Destination
    ) -> None:
        message_id = await self.post(world, destination, "one")
        await world.platform.delete(destination, message_id, lambda: True)
        await world.platform.delete(destination, message_id, lambda: True)
        assert world.texts() == []

    async def test_what_may_not_be_sent_any_more_deletes_nothing(
        self, world: PlatformWorld, destination: Destination
    ) -> None:
        message_id = await self.post(world, destination, "one")
        assert not await world.platform.delete(destination, message_id, lambda: False)
        assert world.texts() == ["one"]

    async def test_editing_a_message_that_is_gone_says_so(
        self, world: PlatformWorld, destination: Destination
    ) -> None:
        message_id = await self.post(world, destination, "one")
        world.remove(message_id)
        with pytest.raises(PlaceGone):
            await self.edit(world, destination, message_id, "two")

    async def test_typing_is_no_message(self, world: PlatformWorld) -> None:
        await world.platform.typing(world.channel_destination())
        assert world.texts() == []

    async def test_a_question_that_needs_no_thread_is_answered_where_it_was_asked(
        self, world: PlatformWorld
    ) -> None:
        channel = world.channel_destination()
        question = Question(1, ConversationKey("1"), "why?", Member(2), channel)
        assert await world.platform.open(question) == channel
