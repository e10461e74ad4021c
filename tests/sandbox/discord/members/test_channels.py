"""Channels as a moderator adds, changes and deletes them."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.enums import ChannelType
from tests.sandbox.one_guild_lab import OneGuildLab, raises_error


@pytest.mark.parametrize("kind", [ChannelType.TEXT, ChannelType.VOICE, ChannelType.FORUM])
def test_a_channel_is_added_below_the_others_and_told(lab: OneGuildLab, kind: ChannelType) -> None:
    made = lab.world.channels.add(lab.guild, "more", kind=kind, slow_mode_s=5)
    assert lab.guild.channels[made.id] is lab.world.state.channels[made.id] is made
    assert (made.type, made.position, made.slow_mode_s) == (kind, 1, 5)
    ((name, data),) = lab.dispatched()
    assert (name, data["id"], data["type"]) == ("CHANNEL_CREATE", str(made.id), int(kind))


def test_a_forum_is_added_with_its_tags(lab: OneGuildLab) -> None:
    forum = lab.world.channels.add_forum(
        lab.guild,
        "help",
        tags=["Idea"],
        moderated_tags=["Resolved"],
        requires_tag=True,
        slow_mode_s=9,
        thread_slow_mode_s=3,
        archive_after_min=60,
    )
    ((name, data),) = lab.dispatched()
    assert (name, data["id"], data["type"]) == ("CHANNEL_CREATE", str(forum.id), 15)
    tags = [(each["name"], each["moderated"]) for each in data["available_tags"]]
    assert tags == [("Idea", False), ("Resolved", True)]
    assert (data["flags"], data["rate_limit_per_user"]) == (1 << 4, 9)
    assert data["default_thread_rate_limit_per_user"] == 3
    assert data["default_auto_archive_duration"] == 60


def test_a_direct_channel_is_made_once_and_not_told(lab: OneGuildLab) -> None:
    dm = lab.world.channels.open_dm(lab.ann)
    assert lab.world.channels.open_dm(lab.ann.user) is dm
    assert dm.recipients == (lab.ann.user, lab.world.bot)
    assert lab.events == []


def test_slow_mode_is_set_and_told(lab: OneGuildLab) -> None:
    for seconds in (30, 0):
        lab.world.channels.set_slow_mode(lab.channel, seconds)
        ((name, data),) = lab.dispatched()
        assert (name, data["rate_limit_per_user"]) == ("CHANNEL_UPDATE", seconds)


def test_a_deleted_channel_is_gone_with_its_threads(lab: OneGuildLab) -> None:
    thread = lab.world.threads.start(lab.ann, lab.channel, "t")
    lab.dispatched()
    lab.world.channels.delete(lab.channel)
    assert [name for name, _ in lab.dispatched()] == ["CHANNEL_DELETE"]
    assert (lab.guild.channels, lab.guild.threads) == ({}, {})
    raises_error(10003, lambda: lab.world.state.channel(thread.id))
