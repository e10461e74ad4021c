"""What permissions, time-outs and channel types allow."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.actions.history import history
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.rules.permissions import may
from tests.sandbox.one_guild_lab import OneGuildLab, raises_error


@pytest.mark.parametrize(("name", "code"), [("view_channel", 50001), ("send_messages", 50013)])
def test_a_permission_can_be_taken_and_given_back(lab: OneGuildLab, name: str, code: int) -> None:
    for where in (lab.channel, lab.guild):
        lab.world.people.take_permission(where, name)
        raises_error(code, lambda: lab.send("hi"))
        lab.world.messages.send(lab.channel, lab.ann, "I still can")
        lab.world.people.give_permission(where, name)
        lab.send("hi")


def test_a_thread_needs_its_own_permissions(lab: OneGuildLab) -> None:
    said = lab.world.messages.send(lab.channel, lab.ann, "hello")
    lab.world.people.take_permission(lab.channel, "create_public_threads")
    raises_error(50013, lambda: lab.world.threads.start(lab.world.bot, said, "t"))
    thread = lab.world.threads.start(lab.ann, said, "t")
    lab.world.people.take_permission(lab.channel, "send_messages_in_threads")
    raises_error(50013, lambda: lab.send("hi", thread))


@pytest.mark.parametrize("kind", [ChannelType.VOICE, ChannelType.STAGE])
def test_text_in_voice_and_stage_channels_needs_connect(
    lab: OneGuildLab, kind: ChannelType
) -> None:
    lounge = lab.world.channels.add(lab.guild, "lounge", kind=kind)
    lab.world.messages.send(lounge, lab.ann, "hello")
    lab.send("hello", lounge)
    for person in (lab.ann, lab.world.bot):
        lab.world.people.take_permission(lounge, "connect", person)
    raises_error(50013, lambda: lab.world.messages.send(lounge, lab.ann, "again"))
    raises_error(50013, lambda: lab.send("again", lounge))
    raises_error(50013, lambda: history(lab.world.state, lab.world.bot, lounge))


def test_a_time_out_leaves_a_member_nothing_but_to_read(lab: OneGuildLab) -> None:
    lab.world.people.time_out(lab.ann, 60)
    raises_error(50013, lambda: lab.world.messages.send(lab.channel, lab.ann, "one"))
    assert may(lab.channel, lab.ann.id, "view_channel")
    assert may(lab.channel, lab.ann.id, "read_message_history")
    assert lab.events[-1].data["communication_disabled_until"].startswith("2027-01-15T08:01:00")
    lab.world.people.end_time_out(lab.ann)
    lab.world.messages.send(lab.channel, lab.ann, "one")
    assert lab.world.owner.id in lab.guild.members
    lab.world.people.time_out(lab.guild.members[lab.world.owner.id], 60)
    lab.world.messages.send(lab.channel, lab.world.owner, "an owner can't be silenced")
