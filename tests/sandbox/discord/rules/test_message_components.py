"""Which components a message may have."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.rules.message_components import check_components
from tests.sandbox.discord.rules.component_errors import complaints
from tests.sandbox.one_guild_lab import OneGuildLab, raises_error

V2 = 1 << 15
TEXT: Json = {"type": 10, "content": "hello"}
USERS: Json = {"type": 5, "custom_id": "u"}


def button(name: str = "a", **fields: object) -> Json:
    return {"type": 2, "style": 1, "custom_id": name, "label": name} | fields


def row(*children: Json) -> Json:
    return {"type": 1, "components": list(children)}


def buttons(count: int) -> list[Json]:
    return [button(str(number)) for number in range(count)]


@pytest.mark.parametrize(
    ("components", "expected"),
    [
        ([row(*buttons(5)), row(USERS)], {}),
        ([row(button(str(number))) for number in range(5)], {}),
        ([row(button(str(number))) for number in range(6)], {"components": "BASE_TYPE_BAD_LENGTH"}),
        ([row(*buttons(6))], {"components.0.components": "BASE_TYPE_BAD_LENGTH"}),
        ([row()], {"components.0.components": "BASE_TYPE_BAD_LENGTH"}),
        (
            [row(button(), USERS)],
            {"components.0.components.1": "COMPONENT_LAYOUT_WIDTH_EXCEEDED"},
        ),
        (
            [row(button()), row(button())],
            {"components.1.components.0.custom_id": "COMPONENT_CUSTOM_ID_DUPLICATED"},
        ),
        ([button()], {"components.0": "UNION_TYPE_CHOICES"}),
        ([TEXT], {"components.0": "UNION_TYPE_CHOICES"}),
        ([row(TEXT)], {"components.0.components.0": "UNION_TYPE_CHOICES"}),
        ([row({"type": 4, "custom_id": "t"})], {"components.0.components.0": "UNION_TYPE_CHOICES"}),
        (["text"], {"components.0": "DICT_TYPE_CONVERT"}),
        ("text", {"components": "LIST_TYPE_CONVERT"}),
        (
            [row(button(label="x" * 81), button("b", style=9))],
            {
                "components.0.components.0.label": "BASE_TYPE_MAX_LENGTH",
                "components.0.components.1.style": "BASE_TYPE_CHOICES",
            },
        ),
    ],
)
def test_beneath_a_text_are_rows_and_all_that_is_wrong_is_told(
    components: object, expected: dict[str, str]
) -> None:
    assert complaints(lambda: check_components({"components": components}, 0)) == expected


@pytest.mark.parametrize(
    ("components", "expected"),
    [
        ([TEXT, row(button()), {"type": 14, "spacing": 2}], {}),
        ([{"type": 17, "components": [TEXT], "accent_color": 0xFF0000}], {}),
        ([{"type": 9, "components": [TEXT], "accessory": button()}], {}),
        ([{"type": 12, "items": [{"media": {"url": "https://example.com/a.png"}}]}], {}),
        ([{"type": 13, "file": {"url": "attachment://a.md"}}], {}),
        (
            [{"type": 13, "file": {"url": "https://example.com/a.md"}}],
            {"components.0.file.url": "URL_TYPE_INVALID_SCHEME"},
        ),
        ([{"type": 9, "components": [TEXT]}], {"components.0.accessory": "BASE_TYPE_REQUIRED"}),
        (
            [{"type": 17, "components": [{"type": 17, "components": [TEXT]}]}],
            {"components.0.components.0": "UNION_TYPE_CHOICES"},
        ),
        ([{"type": 10, "content": ""}], {"components.0.content": "BASE_TYPE_BAD_LENGTH"}),
        ([TEXT] * 40, {}),
        ([TEXT] * 41, {"components": "BASE_TYPE_BAD_LENGTH"}),
        ([{"type": 17, "components": [TEXT] * 40}], {"components": "BASE_TYPE_BAD_LENGTH"}),
        (
            [{"type": 10, "content": "x" * 2001}] * 2,
            {"components": "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED"},
        ),
        ([button()], {"components.0": "UNION_TYPE_CHOICES"}),
    ],
)
def test_a_layout_has_its_own_rules(components: list[Json], expected: dict[str, str]) -> None:
    assert complaints(lambda: check_components({"components": components}, V2)) == expected


def test_an_edit_takes_controls_away_but_leaves_no_empty_message(lab: OneGuildLab) -> None:
    said = lab.send("text", components=[row(button())])
    assert [each["id"] for each in (said.components[0], *said.components[0]["components"])] == [
        1,
        2,
    ]
    lab.edit(said, "text", components=[])
    assert said.components == []
    layout = lab.send("", components=[TEXT], flags=V2)
    raises_error(50006, lambda: lab.edit(layout, "", components=[]))
    raises_error(50035, lambda: lab.edit(layout, "text"))
