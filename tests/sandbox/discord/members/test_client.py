"""What a member's client offers."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.actions.commands import registered, replace_all
from bridge_bot.sandbox.discord.actions.interactions import respond
from bridge_bot.sandbox.discord.members.client import NotOffered
from tests.sandbox.one_guild_lab import OneGuildLab


def test_only_what_is_registered_can_be_used(lab: OneGuildLab) -> None:
    question = {"name": "question", "description": "What", "type": 3, "required": True}
    form = {"name": "ask", "description": "Ask", "options": [question]}
    replace_all(lab.world.state, [form], None)
    world, state = lab.world, lab.world.state
    with pytest.raises(NotOffered, match="tell"):
        world.commands.use(lab.channel, lab.ann, "tell")
    with pytest.raises(NotOffered, match="question is missing"):
        world.commands.use(lab.channel, lab.ann, "ask")
    with pytest.raises(NotOffered, match="does not fit"):
        world.commands.use(lab.channel, lab.ann, "ask", {"question": 1})
    used = world.commands.use(lab.channel, lab.ann, "ask", {"question": "why?"})
    assert lab.events[-1].data["data"]["options"][0]["value"] == "why?"
    assert not used.acknowledged
    replace_all(state, [], None)
    assert registered(state, None) == []


def test_a_control_is_used_as_it_is_shown(lab: OneGuildLab) -> None:
    off = {"type": 2, "custom_id": "off", "disabled": True}
    row = {"type": 1, "components": [{"type": 2, "custom_id": "stop"}, off]}
    message = lab.send("working", components=[row])
    used = lab.world.commands.use_component(message, lab.ann, "stop")
    state = lab.world.state
    respond(state, used.id, used.token, {"type": 7, "data": {"content": "stopped"}})
    assert message.content == "stopped"
    for custom_id, reason in (("off", "disabled"), ("gone", "no control")):
        with pytest.raises(NotOffered, match=reason):
            lab.world.commands.use_component(message, lab.ann, custom_id)
