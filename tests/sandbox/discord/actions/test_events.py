"""Which events the bot may see, and which intents they need."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.actions.events import (
    dispatch_channel_update,
    dispatch_in_channel,
    dispatch_in_guild,
)
from bridge_bot.sandbox.discord.state import DIRECT_MESSAGES, GUILD_MESSAGES, GUILDS, MESSAGES
from tests.sandbox.one_guild_lab import OneGuildLab


@pytest.mark.parametrize(
    ("without_access", "is_hidden", "for_bot"),
    [(False, False, True), (False, True, False), (True, True, True)],
)
def test_an_event_of_a_hidden_channel_is_not_for_the_bot_unless_discord_sends_it_anyway(
    lab: OneGuildLab, without_access: bool, is_hidden: bool, for_bot: bool
) -> None:
    if is_hidden:
        lab.world.people.take_permission(lab.channel, "view_channel")
    dispatch_in_channel(lab.world.state, lab.channel, "X", {"a": 1}, without_access=without_access)
    event = lab.events[-1]
    assert (event.name, event.data, event.for_bot) == ("X", {"a": 1}, for_bot)
    assert (event.intents, event.guild_id) == (GUILDS, lab.guild.id)


def test_a_change_of_a_channel_is_told_where_it_hides_the_channel_of_a_thread_it_is_not(
    lab: OneGuildLab,
) -> None:
    thread = lab.world.threads.start(lab.ann, lab.channel, "t")
    lab.world.people.take_permission(lab.channel, "view_channel")
    lab.dispatched()
    for channel in (lab.channel, thread):
        dispatch_channel_update(lab.world.state, channel)
    assert [name for name, _ in lab.dispatched()] == ["CHANNEL_UPDATE"]


def test_a_direct_channel_has_intents_of_its_own_and_no_guild(lab: OneGuildLab) -> None:
    dm = lab.world.channels.open_dm(lab.ann)
    for channel, intents, guild_id in (
        (dm, DIRECT_MESSAGES, None),
        (lab.channel, GUILD_MESSAGES, lab.guild.id),
    ):
        dispatch_in_channel(lab.world.state, channel, "X", {}, MESSAGES)
        said = lab.world.messages.send(channel, lab.ann, "hello")
        for event in lab.events[-2:]:
            assert (event.intents, event.guild_id) == (intents, guild_id)
        assert (lab.events[-1].name, lab.events[-1].message) == ("MESSAGE_CREATE", said)


def test_an_event_of_a_guild_is_for_the_bot_only_where_it_is_a_member(lab: OneGuildLab) -> None:
    elsewhere = lab.world.add_guild("Elsewhere", with_bot=False)
    for guild, for_bot in ((lab.guild, True), (elsewhere, False)):
        dispatch_in_guild(lab.world.state, guild, "GUILD_ROLE_CREATE", {})
        assert (lab.events[-1].for_bot, lab.events[-1].guild_id) == (for_bot, guild.id)


def test_a_thread_and_a_channel_change_by_events_of_their_own(lab: OneGuildLab) -> None:
    thread = lab.world.threads.start(lab.ann, lab.channel, "t")
    lab.dispatched()
    for channel in (lab.channel, thread):
        dispatch_channel_update(lab.world.state, channel)
    found = [(name, data["id"]) for name, data in lab.dispatched()]
    assert found == [("CHANNEL_UPDATE", str(lab.channel.id)), ("THREAD_UPDATE", str(thread.id))]
