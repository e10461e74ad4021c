"""Looking things up in a world, and telling those who listen."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.state import Event, member_of, user_of
from tests.sandbox.one_guild_lab import OneGuildLab, raises_error


def test_what_does_not_exist_is_refused_with_its_code(lab: OneGuildLab) -> None:
    state = lab.world.state
    raises_error(10003, lambda: state.channel(1))
    raises_error(10003, lambda: state.channel_for(lab.ann.user, 1))
    raises_error(10004, lambda: state.guild(1))
    raises_error(10008, lambda: state.message(lab.channel, 1))
    raises_error(10013, lambda: state.user(1))


def test_what_exists_is_found(lab: OneGuildLab) -> None:
    state, said = lab.world.state, lab.send("hello")
    assert state.channel(lab.channel.id) is lab.channel
    assert state.channel_for(lab.ann.user, lab.channel.id) is lab.channel
    assert state.guild(lab.guild.id) is lab.guild
    assert state.message(lab.channel, said.id) is said
    assert state.user(lab.ann.id) is lab.ann.user


def test_a_message_for_one_member_is_unknown_to_the_others(lab: OneGuildLab) -> None:
    said = lab.send("hello")
    said.only_for = lab.ann.id
    raises_error(10008, lambda: lab.world.state.message(lab.channel, said.id))


@pytest.mark.parametrize(
    ("taken", "needed", "code"),
    [
        ("view_channel", (), 50001),
        ("view_channel", ("send_messages",), 50001),
        ("send_messages", ("send_messages",), 50013),
        ("send_messages", ("add_reactions", "send_messages"), 50013),
    ],
)
def test_a_missing_permission_is_50013_and_a_hidden_channel_50001(
    lab: OneGuildLab, taken: str, needed: tuple[str, ...], code: int
) -> None:
    state, bot = lab.world.state, lab.world.bot
    state.require(bot, lab.channel, *needed)
    lab.world.people.take_permission(lab.channel, taken)
    raises_error(code, lambda: state.require(bot, lab.channel, *needed))


def test_a_person_is_a_member_of_a_guilds_channels_alone(lab: OneGuildLab) -> None:
    dm = lab.world.channels.open_dm(lab.ann)
    assert member_of(lab.channel, lab.ann.user) is lab.ann
    assert member_of(dm, lab.ann.user) is None
    assert user_of(lab.ann) is user_of(lab.ann.user) is lab.ann.user


def test_listeners_are_called_in_order_and_may_leave_meanwhile(lab: OneGuildLab) -> None:
    told: list[str] = []

    def first(event: Event) -> None:
        told.append(f"first {event.name}")
        leave()

    leave = lab.world.subscribe(first)
    lab.world.subscribe(lambda event: told.append(f"second {event.name}"))
    for name in ("A", "B"):
        lab.world.state.dispatch(Event(name, {}))
    assert told == ["first A", "second A", "second B"]
