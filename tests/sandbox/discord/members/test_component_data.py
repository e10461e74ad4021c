"""What a client sends of a control, without a bot."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.members.component_data import (
    button_data,
    control,
    control_names,
    select_data,
    selected,
)
from bridge_bot.sandbox.discord.members.not_offered import NotOffered
from bridge_bot.sandbox.discord.model import Message
from tests.sandbox.one_guild_lab import OneGuildLab

BUTTON: Json = {"type": 2, "style": 1, "custom_id": "a", "label": "More"}
SELECT: Json = {"type": 5, "custom_id": "who", "placeholder": "Who?", "max_values": 2}


def shown(lab: OneGuildLab) -> Message:
    rows = [{"type": 1, "components": [each]} for each in (BUTTON, SELECT)]
    return lab.send("Choose", components=rows)


def test_a_control_is_found_by_any_of_its_names(lab: OneGuildLab) -> None:
    message = shown(lab)
    for name, custom_id in (("a", "a"), ("More", "a"), ("Who?", "who"), ("who", "who")):
        assert control(lab.ann.user, message, name)["custom_id"] == custom_id
    emoji = {"type": 2, "custom_id": "d", "emoji": {"name": "👎"}}
    assert control_names(emoji) == ["d", "👎"]


def test_a_button_sends_its_id_and_a_select_what_was_chosen_too(lab: OneGuildLab) -> None:
    message, user = shown(lab), lab.ann.user
    button, select = (control(user, message, name) for name in ("a", "who"))
    assert button_data(button) == {"component_type": 2, "custom_id": "a", "id": 2}
    data = select_data(lab.world.state, lab.channel, user, select, ["Ann"])
    assert (data["component_type"], data["values"]) == (5, [str(user.id)])
    assert data["resolved"]["users"].keys() == {str(user.id)}
    with pytest.raises(NotOffered, match="no select"):
        select_data(lab.world.state, lab.channel, user, button, [])
    with pytest.raises(NotOffered, match="no button"):
        button_data(select)


def test_nothing_may_be_chosen_where_that_is_said_and_in_messages_required_says_nothing(
    lab: OneGuildLab,
) -> None:
    free = SELECT | {"id": 1, "required": False}
    assert selected(lab.channel, lab.ann.user, free, []) == ([], [])
    with pytest.raises(NotOffered, match="takes 1 to 2"):
        select_data(lab.world.state, lab.channel, lab.ann.user, free, [])
    none = select_data(lab.world.state, lab.channel, lab.ann.user, free | {"min_values": 0}, [])
    assert none["values"] == []
    assert "resolved" not in none


def test_a_message_that_is_gone_has_no_controls(lab: OneGuildLab) -> None:
    message = shown(lab)
    lab.world.messages.delete(message)
    with pytest.raises(NotOffered, match="does not see"):
        control(lab.ann.user, message, "a")
