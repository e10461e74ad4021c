"""What a member's client offers."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.actions.commands import registered, replace_all
from bridge_bot.sandbox.discord.members.not_offered import NotOffered
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
