"""Interactions: when they can be answered, and what the bot is told of them."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.actions.commands import register, replace_all
from bridge_bot.sandbox.discord.actions.interactions import failed, respond
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Interaction
from tests.sandbox.one_guild_lab import OneGuildLab, raises_error

ROW: Json = {"type": 1, "components": [{"type": 2, "style": 1, "custom_id": "a", "label": "More"}]}
FIELD: Json = {"type": 4, "custom_id": "why", "style": 1}
MODAL: Json = {
    "custom_id": "m",
    "title": "Tell",
    "components": [{"type": 18, "label": "Why?", "component": FIELD}],
}


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


def test_what_is_not_answered_within_three_seconds_has_failed(lab: OneGuildLab) -> None:
    state = lab.world.state
    pressed = lab.world.controls.press(lab.send("Choose", components=[ROW]), lab.ann, "More")
    lab.at += 3.0
    assert not failed(state, pressed)
    lab.at += 0.1
    assert failed(state, pressed)
    raises_error(10062, lambda: respond(state, pressed.id, pressed.token, {"type": 6}))


def used_as(lab: OneGuildLab, how: str) -> Interaction:
    """A command, a press, an autocomplete, or a modal after a command or after a press."""
    register_hello(lab)
    if how == "autocomplete":
        return lab.world.commands.autocomplete(
            lab.channel, lab.ann, "hello", {"x": ""}, focused="x"
        )
    if how in {"command", "modal after command"}:
        begun = lab.world.commands.use(lab.channel, lab.ann, "hello")
    else:
        begun = lab.world.controls.press(lab.send("Choose", components=[ROW]), lab.ann, "More")
    if not how.startswith("modal"):
        return begun
    respond(lab.world.state, begun.id, begun.token, {"type": 9, "data": MODAL})
    return lab.world.controls.submit(begun, {"Why?": "because"})


@pytest.mark.parametrize(
    ("how", "allowed"),
    [
        ("command", {4, 5, 9}),
        ("press", {4, 5, 6, 7, 9}),
        ("autocomplete", {8}),
        ("modal after command", {4, 5}),
        ("modal after press", {4, 5, 6, 7}),
    ],
)
def test_each_kind_of_interaction_takes_its_kinds_of_answers(
    lab: OneGuildLab, how: str, allowed: set[int]
) -> None:
    answers: dict[int, Json] = {
        4: {"content": "hi"},
        5: {},
        6: {},
        7: {"content": "changed"},
        8: {"choices": [{"name": "a", "value": "a"}]},
        9: MODAL,
        10: {},
    }
    for kind, data in answers.items():
        used, state = used_as(lab, how), lab.world.state
        body = {"type": kind, "data": data}
        if kind in allowed:
            respond(state, used.id, used.token, body)
            assert used.response_type == kind
            raises_error(40060, lambda: respond(state, used.id, used.token, body))  # noqa: B023
        else:
            raises_error(50035, lambda: respond(state, used.id, used.token, body))  # noqa: B023
            assert not used.acknowledged


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({"type": 4, "data": {"content": "x" * 2001}}, ["data", "content"]),
        ({"type": 9, "data": MODAL | {"title": ""}}, ["data", "title"]),
        ({"type": 5, "data": {"flags": 1 << 15}}, ["data", "flags"]),
        ({"type": 7, "data": {"components": [{"type": 2}]}}, ["data", "components", "0"]),
    ],
)
def test_what_is_wrong_with_an_answer_is_told_below_its_data(
    lab: OneGuildLab, body: Json, path: list[str]
) -> None:
    used, state = used_as(lab, "press"), lab.world.state
    tree = raises_error(50035, lambda: respond(state, used.id, used.token, body)).errors
    for step in path:
        assert tree is not None
        tree = tree[step]
    respond(state, used.id, used.token, {"type": 6})


def register_hello(lab: OneGuildLab) -> None:
    """The command /hello, without options that are needed."""
    option = {"type": 3, "name": "x", "description": "X", "autocomplete": True}
    form = {"name": "hello", "description": "Says hello", "options": [option]}
    register(lab.world.state, form, None)
