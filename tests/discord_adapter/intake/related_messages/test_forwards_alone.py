"""A forward alone waits for its sender's next message; exact times, in virtual time."""

from __future__ import annotations

import asyncio

import discord

from bridge_bot.discord_adapter.intake.related_messages.forwards_alone import (
    WAITS_S,
    ForwardsAlone,
)
from bridge_bot.sandbox.discord.model import Channel, Member
from tests.harness.lab import Lab
from tests.harness.virtual_time import now_s, virtual_time


class Forwarded:
    """Ann's and Ben's messages, as they come over the gateway."""

    def __init__(self) -> None:
        self.lab = Lab()
        self.forwards = ForwardsAlone(self.lab.client)
        self.said = self.lab.world.messages.send(self.lab.channel, self.lab.ben, "a fact")

    def forward(self, channel: Channel | None = None) -> discord.Message:
        """Ann forwards what Ben said."""
        to = channel or self.lab.own_thread
        return self._comes(self.lab.world.messages.forward(self.said, self.lab.ann, to))

    def say(self, author: Member | None = None) -> discord.Message:
        """Ann, or another, writes in the bot's thread."""
        sent = self.lab.world.messages.send(
            self.lab.own_thread, author or self.lab.ann, "is it true?"
        )
        return self._comes(sent)

    def _comes(self, sent: object) -> discord.Message:
        message = self.lab.client.message(sent)  # type: ignore[arg-type]
        self.forwards.note_message(message)
        return message


@virtual_time
async def test_one_that_nothing_follows_waits_two_seconds() -> None:
    it = Forwarded()
    forward = it.forward()
    assert not await it.forwards.is_followed(forward)
    assert now_s() == WAITS_S
    assert it.forwards.before(it.say()) == []


@virtual_time
async def test_the_next_message_of_its_sender_has_it() -> None:
    it = Forwarded()
    forward = it.forward()
    waiting = asyncio.create_task(it.forwards.is_followed(forward))
    await asyncio.sleep(1.5)
    following = it.say()
    assert await waiting
    assert now_s() == 1.5
    assert it.forwards.before(following) == [forward]
    it.forwards.forget_before(following)
    assert it.forwards.before(it.say()) == []


@virtual_time
async def test_several_in_a_row_belong_to_the_message_after_them() -> None:
    it = Forwarded()
    first, second = it.forward(), it.forward()
    following = it.say()
    assert await it.forwards.is_followed(first)
    assert await it.forwards.is_followed(second)
    assert it.forwards.before(following) == [first, second]


@virtual_time
async def test_a_message_of_another_member_does_not_follow_it() -> None:
    it = Forwarded()
    forward = it.forward()
    other = it.say(it.lab.ben)
    assert it.forwards.before(other) == []
    assert not await it.forwards.is_followed(forward)


@virtual_time
async def test_only_where_every_message_is_a_question_it_waits() -> None:
    it = Forwarded()
    for channel in (it.lab.channel, it.lab.thread):
        assert not await it.forwards.is_followed(it.forward(channel))
    assert not await it.forwards.is_followed(it.say())
    assert now_s() == 0
