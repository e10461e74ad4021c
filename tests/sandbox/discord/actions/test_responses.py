"""The messages that answer an interaction."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions.commands import replace_all
from bridge_bot.sandbox.discord.actions.interactions import respond
from bridge_bot.sandbox.discord.actions.responses import follow_up, response_message
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
