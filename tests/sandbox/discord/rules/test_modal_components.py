"""Which modals Discord accepts."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.rules.modal_components import check_modal
from tests.sandbox.discord.rules.component_errors import complaints


def field(**fields: object) -> Json:
    return {"type": 4, "custom_id": "a", "style": 1} | fields


def label(component: object, **fields: object) -> Json:
    return {"type": 18, "label": "A", "component": component} | fields


def modal(*components: object, **fields: object) -> Json:
    return {"custom_id": "m", "title": "M", "components": list(components)} | fields


OPTIONS = [{"label": each, "value": each} for each in "abc"]
RADIO: Json = {"type": 21, "custom_id": "a", "options": OPTIONS}
GROUP: Json = {"type": 22, "custom_id": "a", "options": OPTIONS}
TEXT: Json = {"type": 10, "content": "hello"}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (modal(label(field())), {}),
        (modal({"type": 1, "components": [field(label="A")]}), {}),
        (modal(TEXT, label(RADIO)), {}),
        (modal(label(GROUP | {"max_values": 3, "min_values": 2})), {}),
        (modal(label({"type": 23, "custom_id": "a"})), {}),
        (modal(label({"type": 19, "custom_id": "a", "max_values": 10})), {}),
        (modal(label({"type": 8, "custom_id": "a"})), {}),
        (modal(), {"components": "BASE_TYPE_BAD_LENGTH"}),
        (modal(*[TEXT] * 6), {"components": "BASE_TYPE_BAD_LENGTH"}),
        (modal(TEXT, title="x" * 46), {"title": "BASE_TYPE_BAD_LENGTH"}),
        (modal(TEXT, custom_id=None), {"custom_id": "BASE_TYPE_REQUIRED"}),
        (modal(field()), {"components.0": "UNION_TYPE_CHOICES"}),
        (
            modal({"type": 1, "components": [{"type": 2}]}),
            {"components.0.components.0": "UNION_TYPE_CHOICES"},
        ),
        (
            modal({"type": 1, "components": [field()]}),
            {"components.0.components.0.label": "BASE_TYPE_REQUIRED"},
        ),
        (
            modal({"type": 1, "components": [field(label="A"), field(label="B", custom_id="b")]}),
            {"components.0.components": "BASE_TYPE_BAD_LENGTH"},
        ),
        (modal(label(None)), {"components.0.component": "BASE_TYPE_REQUIRED"}),
        (modal(label(TEXT)), {"components.0.component": "UNION_TYPE_CHOICES"}),
        (
            modal(label(field(), label="x" * 46, description="x" * 101)),
            {
                "components.0.label": "BASE_TYPE_BAD_LENGTH",
                "components.0.description": "BASE_TYPE_MAX_LENGTH",
            },
        ),
        (
            modal(label(field()), label(field())),
            {"components.1.component.custom_id": "COMPONENT_CUSTOM_ID_DUPLICATED"},
        ),
        (
            modal(label(field(style=3, min_length=5, max_length=4, value="x" * 4001))),
            {
                "components.0.component.style": "BASE_TYPE_CHOICES",
                "components.0.component.min_length": "NUMBER_TYPE_MAX",
                "components.0.component.value": "BASE_TYPE_MAX_LENGTH",
            },
        ),
        (
            modal(label(RADIO | {"options": OPTIONS[:1]})),
            {"components.0.component.options": "BASE_TYPE_BAD_LENGTH"},
        ),
        (
            modal(label(GROUP | {"min_values": 0})),
            {"components.0.component.min_values": "NUMBER_TYPE_MIN"},
        ),
        (
            modal(label({"type": 19, "custom_id": "a", "max_values": 11})),
            {"components.0.component.max_values": "NUMBER_TYPE_MAX"},
        ),
    ],
)
def test_a_modal_has_one_to_five_fields_each_with_its_rules(
    data: Json, expected: dict[str, str]
) -> None:
    assert complaints(lambda: check_modal(data)) == expected
