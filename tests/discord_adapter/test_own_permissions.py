"""What the bot may do where, by what discord.py knows."""

from __future__ import annotations

import pytest

from bridge_bot.discord_adapter.own_permissions import OwnPermissions
from bridge_bot.sandbox.discord.enums import ChannelType
from tests.harness.lab import Lab


@pytest.mark.parametrize(
    ("kind", "given", "taken", "may"),
    [
        (ChannelType.TEXT, "manage_threads", "", True),
        (ChannelType.FORUM, "manage_threads", "", True),
        (ChannelType.FORUM, "", "", False),
        (ChannelType.FORUM, "manage_threads", "view_channel", False),
    ],
)
def test_threads_are_managed_where_the_bot_has_the_permission(
    kind: ChannelType, given: str, taken: str, may: bool
) -> None:
    lab = Lab()
    channel = lab.world.channels.add(lab.guild, "a", kind=kind)
    if given:
        lab.world.people.give_permission(channel, given)
    if taken:
        lab.world.people.take_permission(channel, taken)
    assert OwnPermissions(lab.client).may_manage_threads(lab.guild.id, channel.id) is may


def test_of_what_is_not_known_nothing_is_managed() -> None:
    lab = Lab()
    assert not OwnPermissions().may_manage_threads(lab.guild.id, lab.channel.id)
    assert not OwnPermissions(lab.client).may_manage_threads(1, lab.channel.id)
    assert not OwnPermissions(lab.client).may_manage_threads(lab.guild.id, 1)
