"""What a member's client offers of people, roles and channels."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.enums import ChannelType, ComponentType, OptionType
from bridge_bot.sandbox.discord.members.entities import (
    choose,
    offered_by_component,
    offered_by_option,
)
from bridge_bot.sandbox.discord.members.not_offered import NotOffered
from tests.sandbox.one_guild_lab import OneGuildLab


@pytest.mark.parametrize(
    ("component", "option", "expected"),
    [
        (ComponentType.STRING_SELECT, OptionType.STRING, None),
        (ComponentType.USER_SELECT, OptionType.USER, ["Owner", "bridge-bot", "Ann"]),
        (ComponentType.ROLE_SELECT, OptionType.ROLE, ["@everyone", "Members", "bridge-bot"]),
        (ComponentType.CHANNEL_SELECT, OptionType.CHANNEL, ["general", "loud", "t"]),
    ],
)
def test_a_select_and_an_option_offer_the_same(
    lab: OneGuildLab, component: ComponentType, option: OptionType, expected: list[str] | None
) -> None:
    lab.world.channels.add(lab.guild, "loud", kind=ChannelType.VOICE)
    hidden = lab.world.channels.add(lab.guild, "hidden")
    lab.world.people.take_permission(hidden, "view_channel", lab.ann)
    lab.world.threads.start(lab.ann, lab.channel, "t")
    for found in (
        offered_by_component(component, lab.channel, lab.ann.user),
        offered_by_option(option, lab.channel, lab.ann.user),
    ):
        assert (None if found is None else [each.name for each in found]) == expected


def test_channels_are_offered_by_their_type_and_people_of_a_direct_channel(
    lab: OneGuildLab,
) -> None:
    loud = lab.world.channels.add(lab.guild, "loud", kind=ChannelType.VOICE)
    kind = ComponentType.CHANNEL_SELECT
    assert offered_by_component(kind, lab.channel, lab.ann.user, [2]) == [loud]
    dm = lab.world.channels.open_dm(lab.ann)
    both = offered_by_component(ComponentType.MENTIONABLE_SELECT, dm, lab.ann.user)
    assert both == [lab.ann.user, lab.world.bot]


def test_one_is_chosen_by_itself_its_id_or_its_name(lab: OneGuildLab) -> None:
    offered = [lab.world.owner, lab.ann.user]
    for named in (lab.ann, lab.ann.user, lab.ann.id, str(lab.ann.id), "Ann"):
        assert choose(named, offered) is lab.ann.user
    with pytest.raises(NotOffered, match="Zoë"):
        choose("Zoë", offered)
