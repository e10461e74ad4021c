"""Interactions: when they can be answered, and what the bot is told of them."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions.commands import register, replace_all
from bridge_bot.sandbox.discord.actions.interactions import respond
from tests.sandbox.one_guild_lab import OneGuildLab, raises_error


def test_an_interaction_is_answered_once_and_in_time(lab: OneGuildLab) -> None:
    state = lab.world.state
    replace_all(state, [{"name": "help", "description": "Help"}], None)
    used = lab.world.commands.use(lab.channel, lab.ann, "help")
    message = {"type": 4, "data": {"content": "hi", "flags": 64}}
    raises_error(10062, lambda: respond(state, used.id, "nonsense", message))
    respond(state, used.id, used.token, message)
    raises_error(40060, lambda: respond(state, used.id, used.token, message))
    assert [(each.content, each.only_for) for each in used.responses] == [("hi", lab.ann.id)]
    late = lab.world.commands.use(lab.channel, lab.ann, "help")
    lab.at += 3.1
    raises_error(10062, lambda: respond(state, late.id, late.token, message))


def test_a_member_can_use_the_bot_where_it_is_not_if_they_installed_it(lab: OneGuildLab) -> None:
    state = lab.world.state
    replace_all(state, [{"name": "help", "description": "Help"}], None)
    guild = lab.world.add_guild("Elsewhere", with_bot=False)
    channel = lab.world.channels.add(guild, "general")
    ann = lab.world.people.add(guild, lab.ann.user)
    used = lab.world.commands.use(channel, ann, "help", user_install=True)
    data = lab.events[-1].data
    assert data["authorizing_integration_owners"] == {"1": str(ann.id)}
    assert data["app_permissions"] == "0"
    respond(state, used.id, used.token, {"type": 4, "data": {"content": "hi"}})
    assert [each.content for each in lab.world.messages.of(channel)] == ["hi"]
    raises_error(50001, lambda: lab.send("unasked", channel))


def test_where_only_the_commands_were_added_the_bot_gets_interactions_and_nothing_else(
    lab: OneGuildLab,
) -> None:
    register_hello(lab)
    elsewhere = lab.world.add_guild("Elsewhere", with_bot=False)
    channel = lab.world.channels.add(elsewhere, "general")
    ann = lab.world.people.add(elsewhere, lab.ann.user)
    lab.events.clear()
    lab.world.messages.send(channel, ann, "hello")
    used = lab.world.commands.use(channel, ann, "hello")
    state = lab.world.state
    respond(state, used.id, used.token, {"type": 4, "data": {"content": "here I am"}})
    told = [event.name for event in lab.events if event.for_bot]
    assert told == ["INTERACTION_CREATE"]
    data = next(event.data for event in lab.events if event.for_bot)
    assert data["authorizing_integration_owners"] == {"0": str(elsewhere.id)}
    assert used.responses[0].content == "here I am"
    raises_error(50001, lambda: lab.send("and as a message", channel))


def register_hello(lab: OneGuildLab) -> None:
    """The command /hello, without options."""
    register(lab.world.state, {"name": "hello", "description": "Says hello"}, None)
