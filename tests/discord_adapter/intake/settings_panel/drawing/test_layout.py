"""What Discord is sent of a panel and of a form, and what comes back of a form."""

from __future__ import annotations

from typing import Any, cast

import discord

from bridge_bot.discord_adapter.intake.settings_panel.drawing.components import (
    Button,
    Buttons,
    ButtonStyle,
    Divider,
    Entity,
    EntitySelect,
    Field,
    Form,
    Option,
    OptionSelect,
    Panel,
    Text,
)
from bridge_bot.discord_adapter.intake.settings_panel.drawing.layout import (
    filled_in,
    layout,
    modal,
)


def rows(panel: Panel) -> list[dict[str, Any]]:
    return cast("list[dict[str, Any]]", layout(panel).to_components())  # type: ignore[no-untyped-call]


async def test_texts_and_lines_stand_one_under_the_other() -> None:
    text, line = rows(Panel((Text("**Hello**"), Divider())))
    assert (text["type"], text["content"]) == (10, "**Hello**")
    assert line["type"] == 14


async def test_buttons_stand_side_by_side() -> None:
    yes = Button("y", "Yes", ButtonStyle.DANGER)
    (row,) = rows(Panel((Buttons((yes, Button("n", "No"))),)))
    assert row["type"] == 1
    assert [(one["custom_id"], one["label"], one["style"]) for one in row["components"]] == [
        ("y", "Yes", discord.ButtonStyle.danger.value),
        ("n", "No", discord.ButtonStyle.secondary.value),
    ]


async def test_a_select_of_options_shows_what_is_chosen() -> None:
    options = (Option("a", "Anna", "a name"), Option("b", "Ben"))
    (row,) = rows(Panel((OptionSelect("who", options, "b", "Who?"),)))
    (select,) = row["components"]
    assert (select["type"], select["custom_id"], select["placeholder"]) == (3, "who", "Who?")
    assert [(one["label"], one["default"]) for one in select["options"]] == [
        ("Anna", False),
        ("Ben", True),
    ]
    assert [one.get("description") for one in select["options"]] == ["a name", None]


async def test_roles_members_and_channels_are_selects_of_discords_own() -> None:
    kinds = {Entity.ROLE: 6, Entity.MEMBER: 5, Entity.PLACE: 8, Entity.TEXT_CHANNEL: 8}
    for entity, kind in kinds.items():
        (row,) = rows(Panel((EntitySelect("x", entity, "Which?", (7,), 3),)))
        (select,) = row["components"]
        assert select["type"] == kind
        assert (select["min_values"], select["max_values"]) == (0, 3)
        assert [one["id"] for one in select["default_values"]] == ["7"]
    assert discord.ChannelType.forum.value not in select["channel_types"]


async def test_discord_py_does_not_keep_what_is_shown() -> None:
    """It would remember each panel for ever."""
    assert layout(Panel((Text("Hello"),))).is_finished()
    assert modal(Form("f", "Form", (Field("a", "A", "About a"),))).is_finished()


async def test_what_is_filled_in_is_known_by_its_field() -> None:
    fields = (Field("a", "A", "About a", "5", 7), Field("b", "B", "About b"))
    sent = modal(Form("f", "Form", fields)).to_dict()
    assert (sent["custom_id"], sent["title"]) == ("f", "Form")
    labels = sent["components"]
    assert [label["label"] for label in labels] == ["A", "B"]
    inputs = [label["component"] for label in labels]
    assert [one.get("value") for one in inputs] == ["5", None]
    assert [one["required"] for one in inputs] == [False, False]
    answer = {
        "components": [
            {"type": 18, "component": {"type": 4, "custom_id": "a", "value": "9"}},
            {"type": 1, "components": [{"type": 4, "custom_id": "b", "value": ""}]},
        ]
    }
    assert filled_in(answer) == {"a": "9", "b": ""}
    assert filled_in({}) == {}
