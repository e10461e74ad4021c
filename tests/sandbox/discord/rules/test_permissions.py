"""What permissions, time-outs and channel types allow."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.actions.history import history
from bridge_bot.sandbox.discord.enums import ChannelType
from tests.sandbox.small_world import SmallWorld, raises_error


@pytest.mark.parametrize(("name", "code"), [("view_channel", 50001), ("send_messages", 50013)])
def test_a_permission_can_be_taken_and_given_back(small: SmallWorld, name: str, code: int) -> None:
    for where in (small.channel, small.guild):
        small.world.people.take_permission(where, name)
        raises_error(code, lambda: small.send("hi"))
        small.world.messages.send(small.channel, small.ann, "I still can")
        small.world.people.give_permission(where, name)
        small.send("hi")


def test_a_thread_needs_its_own_permissions(small: SmallWorld) -> None:
    said = small.world.messages.send(small.channel, small.ann, "hello")
    small.world.people.take_permission(small.channel, "create_public_threads")
    raises_error(50013, lambda: small.world.threads.start(small.world.bot, said, "t"))
    thread = small.world.threads.start(small.ann, said, "t")
    small.world.people.take_permission(small.channel, "send_messages_in_threads")
    raises_error(50013, lambda: small.send("hi", thread))


@pytest.mark.parametrize("kind", [ChannelType.VOICE, ChannelType.STAGE])
def test_text_in_voice_and_stage_channels_needs_connect(
    small: SmallWorld, kind: ChannelType
) -> None:
    lounge = small.world.channels.add(small.guild, "lounge", kind=kind)
    small.world.messages.send(lounge, small.ann, "hello")
    small.send("hello", lounge)
    for person in (small.ann, small.world.bot):
        small.world.people.take_permission(lounge, "connect", person)
    raises_error(50013, lambda: small.world.messages.send(lounge, small.ann, "again"))
    raises_error(50013, lambda: small.send("again", lounge))
    raises_error(50013, lambda: history(small.world.state, small.world.bot, lounge))


def test_a_time_out_leaves_a_member_nothing_but_to_read(small: SmallWorld) -> None:
    small.world.people.time_out(small.ann, 60)
    raises_error(50013, lambda: small.world.messages.send(small.channel, small.ann, "one"))
    assert small.world.people.can(small.ann, small.channel, "view_channel")
    assert small.world.people.can(small.ann, small.channel, "read_message_history")
    assert small.events[-1].data["communication_disabled_until"].startswith("2027-01-15T08:01:00")
    small.world.people.end_time_out(small.ann)
    small.world.messages.send(small.channel, small.ann, "one")
    assert small.world.owner.id in small.guild.members
    small.world.people.time_out(small.guild.members[small.world.owner.id], 60)
    small.world.messages.send(small.channel, small.world.owner, "an owner can't be silenced")
