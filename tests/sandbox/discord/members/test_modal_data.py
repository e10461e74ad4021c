"""What a client sends of a modal, without a bot."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.actions.interactions import respond
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.members.modal_data import FieldValue, modal_data
from bridge_bot.sandbox.discord.members.not_offered import NotOffered
from bridge_bot.sandbox.discord.model import Interaction, Upload
from tests.sandbox.one_guild_lab import OneGuildLab

OPTIONS = [{"label": each.upper(), "value": each} for each in "abc"]


def opened(lab: OneGuildLab, component: Json) -> Interaction:
    """A modal with that component under the label "Field"."""
    button = {"type": 2, "style": 1, "custom_id": "a", "label": "Open"}
    shown = lab.send("Choose", components=[{"type": 1, "components": [button]}])
    pressed = lab.world.controls.press(shown, lab.ann, "Open")
    label = {"type": 18, "label": "Field", "component": {"custom_id": "f", **component}}
    data = {"custom_id": "m", "title": "M", "components": [label]}
    respond(lab.world.state, pressed.id, pressed.token, {"type": 9, "data": data})
    return pressed


def sent(lab: OneGuildLab, component: Json, values: dict[str, FieldValue]) -> Json:
    """What is sent of that component."""
    data = modal_data(lab.world.state, opened(lab, component), values)
    (label,) = data["components"]
    assert (label["type"], label["id"], data["custom_id"]) == (18, 1, "m")
    found: Json = label["component"]
    assert (found.pop("id"), found.pop("custom_id")) == (2, "f")
    assert found.pop("type") == component["type"]
    return found


@pytest.mark.parametrize(
    ("component", "value", "expected"),
    [
        ({"type": 4, "style": 1}, "abc", {"value": "abc"}),
        ({"type": 4, "style": 1, "value": "preset"}, None, {"value": "preset"}),
        ({"type": 4, "style": 1, "required": False, "min_length": 3}, "", {"value": ""}),
        ({"type": 3, "options": OPTIONS}, "B", {"values": ["b"]}),
        ({"type": 3, "options": OPTIONS, "max_values": 2}, ["a", "C"], {"values": ["a", "c"]}),
        ({"type": 21, "options": OPTIONS}, "b", {"value": "b"}),
        ({"type": 21, "options": OPTIONS, "required": False}, None, {"value": None}),
        ({"type": 22, "options": OPTIONS}, ["a", "b"], {"values": ["a", "b"]}),
        (
            {"type": 22, "options": [OPTIONS[0] | {"default": True}]},
            None,
            {"values": ["a"]},
        ),
        ({"type": 23}, True, {"value": True}),
        ({"type": 23, "default": True}, None, {"value": True}),
        ({"type": 23}, None, {"value": False}),
    ],
)
def test_each_kind_of_field_sends_its_value_or_what_stood_there(
    lab: OneGuildLab, component: Json, value: FieldValue | None, expected: Json
) -> None:
    for name in ("f", "Field"):
        values = {} if value is None else {name: value}
        assert sent(lab, component, values) == expected


@pytest.mark.parametrize(
    ("component", "values", "reason"),
    [
        ({"type": 4, "style": 1}, {}, "has to be filled in"),
        ({"type": 4, "style": 1}, {"g": "x"}, "no field 'g'"),
        ({"type": 3, "options": OPTIONS}, {"f": "z"}, "not offered"),
        ({"type": 3, "options": OPTIONS}, {"f": True}, "no checkbox"),
        ({"type": 3, "options": OPTIONS}, {}, "takes 1 to 1"),
        ({"type": 21, "options": OPTIONS}, {"f": ["a", "b"]}, "takes 1 to 1"),
        ({"type": 22, "options": OPTIONS, "max_values": 1}, {"f": ["a", "b"]}, "takes 1 to 1"),
        ({"type": 19}, {"f": []}, "takes 1 to 1"),
    ],
)
def test_what_a_client_would_not_send_is_not_offered(
    lab: OneGuildLab, component: Json, values: dict[str, FieldValue], reason: str
) -> None:
    with pytest.raises(NotOffered, match=reason):
        sent(lab, component, values)


def test_what_ids_stand_for_comes_beside_the_components(lab: OneGuildLab) -> None:
    state = lab.world.state
    data = modal_data(state, opened(lab, {"type": 5}), {"f": [lab.ann]})
    assert data["resolved"]["members"].keys() == {str(lab.ann.id)}
    file = Upload("0", "a.txt", "text/plain", b"x")
    data = modal_data(state, opened(lab, {"type": 19}), {"f": [file]})
    (kept,) = data["resolved"]["attachments"].values()
    assert data["components"][0]["component"]["values"] == [kept["id"]]


def test_without_a_modal_nothing_can_be_submitted(lab: OneGuildLab) -> None:
    button = {"type": 2, "style": 1, "custom_id": "a", "label": "Open"}
    shown = lab.send("Choose", components=[{"type": 1, "components": [button]}])
    pressed = lab.world.controls.press(shown, lab.ann, "Open")
    with pytest.raises(NotOffered, match="not answer with a modal"):
        modal_data(lab.world.state, pressed, {})
