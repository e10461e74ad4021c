"""What Discord takes as a button or a select."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.enums import ComponentType
from bridge_bot.sandbox.discord.errors import FormErrors, Json
from bridge_bot.sandbox.discord.rules.controls import check_button, check_ids, check_select
from bridge_bot.sandbox.discord.rules.form import Form
from tests.sandbox.discord.rules.component_errors import complaints


def button(**fields: object) -> Json:
    return {"type": 2, "style": 1, "custom_id": "a", "label": "A"} | fields


def options(count: int = 2, **fields: object) -> list[Json]:
    return [{"label": f"o{number}", "value": f"o{number}"} | fields for number in range(count)]


def select(**fields: object) -> Json:
    return {"type": 3, "custom_id": "s", "options": options()} | fields


def of_button(value: Json) -> dict[str, str]:
    errors = FormErrors()
    check_button(Form(value, "", errors))
    return complaints(errors.refuse)


def of_select(value: Json, *, in_modal: bool = False) -> dict[str, str]:
    errors = FormErrors()
    kind = ComponentType(value["type"])
    check_select(Form(value, "", errors), kind, in_modal=in_modal)
    return complaints(errors.refuse)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (button(), {}),
        (button(label=None, emoji={"name": "👎"}, disabled=True, style=4), {}),
        (button(emoji={"id": "1", "name": "own"}), {}),
        ({"type": 2, "style": 5, "url": "https://example.com", "label": "A"}, {}),
        ({"type": 2, "style": 6, "sku_id": "1"}, {}),
        (button(style=None), {"style": "BASE_TYPE_REQUIRED"}),
        (button(style=7), {"style": "BASE_TYPE_CHOICES"}),
        (button(label="x" * 81), {"label": "BASE_TYPE_MAX_LENGTH"}),
        (button(custom_id=None), {"custom_id": "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED"}),
        (button(custom_id=""), {"custom_id": "BASE_TYPE_BAD_LENGTH"}),
        (button(custom_id="x" * 101), {"custom_id": "BASE_TYPE_BAD_LENGTH"}),
        (button(disabled="no"), {"disabled": "BOOLEAN_TYPE_CONVERT"}),
        (button(emoji={"name": "x"}), {"emoji.name": "BUTTON_COMPONENT_INVALID_EMOJI"}),
        (
            button(url="https://example.com"),
            {"custom_id": "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE"},
        ),
        ({"type": 2, "style": 5, "label": "A"}, {"url": "BUTTON_COMPONENT_URL_REQUIRED"}),
        ({"type": 2, "style": 5, "url": "ftp://a.example"}, {"url": "URL_TYPE_INVALID_SCHEME"}),
        (
            {"type": 2, "style": 6, "label": "A"},
            {"sku_id": "BASE_TYPE_REQUIRED", "label": "BASE_TYPE_CHOICES"},
        ),
    ],
)
def test_what_a_button_needs_goes_by_its_style(value: Json, expected: dict[str, str]) -> None:
    assert of_button(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (select(options=options(25), max_values=25, min_values=0), {}),
        (select(options=options(26)), {"options": "BASE_TYPE_BAD_LENGTH"}),
        (select(options=[]), {"options": "BASE_TYPE_BAD_LENGTH"}),
        (select(options=None), {"options": "BASE_TYPE_REQUIRED"}),
        (select(max_values=3), {"options": "BASE_TYPE_BAD_LENGTH"}),
        (select(max_values=0), {"max_values": "NUMBER_TYPE_MIN", "min_values": "NUMBER_TYPE_MAX"}),
        (select(min_values=2), {"min_values": "NUMBER_TYPE_MAX"}),
        (select(placeholder="x" * 151), {"placeholder": "BASE_TYPE_MAX_LENGTH"}),
        (select(custom_id=None), {"custom_id": "BASE_TYPE_REQUIRED"}),
        (
            select(options=options(1, description="x" * 101)),
            {"options.0.description": "BASE_TYPE_MAX_LENGTH"},
        ),
        (
            select(options=options(2, value="same")),
            {"options.1.value": "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"},
        ),
        (
            select(options=options(2, default=True)),
            {"options": "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES"},
        ),
        ({"type": 5, "custom_id": "s"}, {}),
        ({"type": 8, "custom_id": "s", "channel_types": [0, 15]}, {}),
        (
            {"type": 8, "custom_id": "s", "channel_types": [99]},
            {"channel_types.0": "BASE_TYPE_CHOICES"},
        ),
        ({"type": 6, "custom_id": "s", "default_values": [{"id": "1", "type": "role"}]}, {}),
        (
            {"type": 6, "custom_id": "s", "default_values": [{"id": "1", "type": "user"}]},
            {"default_values.0.type": "BASE_TYPE_CHOICES"},
        ),
        (
            {"type": 7, "custom_id": "s", "default_values": [{"id": "1", "type": "user"}] * 2},
            {"default_values": "BASE_TYPE_BAD_LENGTH"},
        ),
    ],
)
def test_a_select_has_its_limits(value: Json, expected: dict[str, str]) -> None:
    assert of_select(value) == expected


def test_in_a_modal_a_select_is_never_disabled_and_needs_a_choice_unless_it_says_so() -> None:
    assert of_select(select(disabled=True), in_modal=True).keys() == {"disabled"}
    assert of_select(select(min_values=0), in_modal=True).keys() == {"min_values"}
    assert of_select(select(min_values=0, required=False), in_modal=True) == {}


def test_ids_are_there_once() -> None:
    errors = FormErrors()
    given: list[Json] = [{"id": 1, "custom_id": "a"}, {"id": 1, "custom_id": "a"}, {"id": 0}, {}]
    check_ids(Form(each, str(number), errors) for number, each in enumerate(given))
    expected = {"1.custom_id": "COMPONENT_CUSTOM_ID_DUPLICATED", "1.id": "COMPONENT_ID_DUPLICATED"}
    assert complaints(errors.refuse) == expected
