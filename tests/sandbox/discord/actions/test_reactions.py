"""Reactions, and the sign that somebody types."""

from __future__ import annotations

import functools

import pytest

from bridge_bot.sandbox.discord.actions.reactions import react, start_typing
from bridge_bot.sandbox.discord.state import (
    DIRECT_REACTIONS,
    DIRECT_TYPING,
    GUILD_REACTIONS,
    GUILD_TYPING,
)
from tests.sandbox.one_guild_lab import OneGuildLab, raises_error


def test_a_reaction_counts_once_and_can_be_taken_off(lab: OneGuildLab) -> None:
    state, ann = lab.world.state, lab.ann.user
    said = lab.send("hello")
    lab.events.clear()
    for add, by in ((True, [ann.id]), (True, [ann.id]), (False, []), (False, [])):
        react(state, ann, said, "👍", add=add)
        assert said.reactions == {"👍": by}
    added, removed = lab.events
    assert (added.name, removed.name) == ("MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE")
    assert added.data["emoji"] == {"id": None, "name": "👍"}
    assert added.data["message_author_id"] == str(lab.world.bot.id)
    assert added.data["member"]["user"]["id"] == str(ann.id)
    assert "member" not in removed.data
    assert added.intents == removed.intents == GUILD_REACTIONS


@pytest.mark.parametrize(
    ("permission", "can_add", "can_remove"),
    [
        ("add_reactions", False, True),
        ("read_message_history", False, False),
    ],
)
def test_adding_needs_more_than_taking_off(
    lab: OneGuildLab, permission: str, can_add: bool, can_remove: bool
) -> None:
    state, bot = lab.world.state, lab.world.bot
    said = lab.send("hello")
    lab.world.people.take_permission(lab.channel, permission)
    for add, is_allowed in ((True, can_add), (False, can_remove)):
        act = functools.partial(react, state, bot, said, "👍", add=add)
        if is_allowed:
            act()
        else:
            raises_error(50013, act)


def test_typing_is_kept_with_its_time_and_needs_the_permission_to_write(lab: OneGuildLab) -> None:
    state, bot = lab.world.state, lab.world.bot
    start_typing(state, bot, lab.channel)
    assert lab.channel.typing == [(lab.at, bot.id)]
    event = lab.events[-1]
    assert (event.name, event.data["timestamp"], event.intents) == (
        "TYPING_START",
        int(lab.at),
        GUILD_TYPING,
    )
    lab.world.people.take_permission(lab.channel, "send_messages")
    raises_error(50013, lambda: start_typing(state, bot, lab.channel))


def test_in_a_direct_channel_both_have_intents_of_their_own(lab: OneGuildLab) -> None:
    dm = lab.world.channels.open_dm(lab.ann)
    said = lab.send("hello", dm)
    react(lab.world.state, lab.ann.user, said, "👍", add=True)
    assert (lab.events[-1].intents, lab.events[-1].guild_id) == (DIRECT_REACTIONS, None)
    start_typing(lab.world.state, lab.ann.user, dm)
    assert (lab.events[-1].intents, lab.events[-1].guild_id) == (DIRECT_TYPING, None)


def test_in_an_archived_thread_nobody_reacts(lab: OneGuildLab) -> None:
    thread = lab.world.threads.start(lab.ann, lab.channel, "t")
    said = lab.send("hello", thread)
    lab.world.threads.archive(thread)
    raises_error(50083, lambda: lab.world.messages.react(lab.ann, said, "👍"))
