"""The messages that answer an interaction."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions.commands import replace_all
from bridge_bot.sandbox.discord.actions.interactions import respond
from bridge_bot.sandbox.discord.actions.messages import remove
from bridge_bot.sandbox.discord.actions.responses import (
    edit_response,
    follow_up,
    response_message,
)
from bridge_bot.sandbox.discord.enums import MessageType
from tests.sandbox.one_guild_lab import OneGuildLab, raises_error


def test_the_first_follow_up_fills_a_deferred_response(lab: OneGuildLab) -> None:
    state = lab.world.state
    replace_all(state, [{"name": "help", "description": "Help"}], None)
    used = lab.world.commands.use(lab.channel, lab.ann, "help")
    respond(state, used.id, used.token, {"type": 5})
    (waiting,) = used.responses
    assert waiting.loading
    follow_up(state, used, {"content": "here"})
    follow_up(state, used, {"content": "and there"})
    assert [each.content for each in used.responses] == ["here", "and there"]
    assert used.responses[0] is waiting
    assert not waiting.loading


def test_the_first_response_decides_who_sees_it(lab: OneGuildLab) -> None:
    state = lab.world.state
    replace_all(state, [{"name": "help", "description": "Help"}], None)
    for flags, expected in ((64, lab.ann.id), (0, None)):
        used = lab.world.commands.use(lab.channel, lab.ann, "help")
        respond(state, used.id, used.token, {"type": 5, "data": {"flags": flags}})
        filled = follow_up(state, used, {"content": "here", "flags": 64 - flags})
        assert filled is used.original
        assert filled.only_for == expected
        assert follow_up(state, used, {"content": "more", "flags": 64}).only_for == lab.ann.id


def test_a_deferred_response_becomes_a_layout_by_its_edit(lab: OneGuildLab) -> None:
    state = lab.world.state
    replace_all(state, [{"name": "help", "description": "Help"}], None)
    used = lab.world.commands.use(lab.channel, lab.ann, "help")
    respond(state, used.id, used.token, {"type": 5})
    waiting = response_message(used, None)
    layout = {"flags": 1 << 15, "components": [{"type": 10, "content": "# Hi"}]}
    edit_response(state, used, waiting, layout)
    assert waiting.flags == 1 << 15
    assert waiting.states[-1].content == "# Hi"


def test_the_answer_to_a_press_quotes_its_message_and_pings_nobody(lab: OneGuildLab) -> None:
    state = lab.world.state
    button = {"type": 2, "style": 1, "custom_id": "a", "label": "More"}
    shown = lab.send("Choose", components=[{"type": 1, "components": [button]}])
    pressed = lab.world.controls.press(shown, lab.ann, "More")
    respond(state, pressed.id, pressed.token, {"type": 4, "data": {"content": "more"}})
    (answer,) = pressed.responses
    assert (answer.type, answer.reply_to) == (MessageType.REPLY, shown)
    assert not answer.pinged


def test_where_only_its_member_installed_the_bot_it_follows_up_five_times(lab: OneGuildLab) -> None:
    state = lab.world.state
    replace_all(state, [{"name": "help", "description": "Help"}], None)
    used = lab.world.commands.use(lab.channel, lab.ann, "help", user_install=True)
    respond(state, used.id, used.token, {"type": 4, "data": {"content": "0"}})
    for number in range(5):
        follow_up(state, used, {"content": str(number + 1)})
    raises_error(40094, lambda: follow_up(state, used, {"content": "6"}))


def test_of_a_private_answer_the_bots_gateway_hears_nothing(lab: OneGuildLab) -> None:
    state = lab.world.state
    replace_all(state, [{"name": "help", "description": "Help"}], None)
    used = lab.world.commands.use(lab.channel, lab.ann, "help")
    lab.events.clear()
    respond(state, used.id, used.token, {"type": 4, "data": {"content": "x", "flags": 64}})
    edit_response(state, used, used.responses[0], {"content": "y"})
    remove(state, used.responses[0])
    about = [(each.name, each.for_bot) for each in lab.events if each.name.startswith("MESSAGE")]
    names = ["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE"]
    assert about == [(name, False) for name in names]


def test_with_its_channel_the_answers_to_an_interaction_are_gone(lab: OneGuildLab) -> None:
    state = lab.world.state
    replace_all(state, [{"name": "ask", "description": "Ask"}], None)
    first, second = (lab.world.commands.use(lab.channel, lab.ann, "ask") for _ in range(2))
    later = {"type": 5, "data": {}}
    respond(state, first.id, first.token, later)
    lab.world.channels.delete(lab.channel)
    raises_error(10003, lambda: response_message(first, None))
    raises_error(10003, lambda: follow_up(state, first, {"content": "more"}))
    raises_error(10003, lambda: respond(state, second.id, second.token, later))
