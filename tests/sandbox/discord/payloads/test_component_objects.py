"""Components as Discord returns them."""

from __future__ import annotations

from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.payloads.component_objects import (
    component_objects,
    every_component,
    with_files,
)

BUTTON: Json = {"type": 2, "style": 1, "custom_id": "a"}


def test_each_gets_an_id_that_no_other_has() -> None:
    section = {
        "type": 9,
        "components": [{"type": 10, "content": "x", "id": 2}],
        "accessory": BUTTON,
    }
    made = component_objects([{"type": 17, "components": [section]}, {"type": 14, "id": 0}])
    assert [(each["type"], each["id"]) for each in every_component(made)] == [
        (17, 1),
        (9, 3),
        (10, 2),
        (2, 4),
        (14, 5),
    ]


def test_what_was_left_out_is_told_and_what_is_null_is_not() -> None:
    select = {"type": 5, "custom_id": "s", "placeholder": None, "max_values": 3}
    (row,) = component_objects([{"type": 1, "components": [select]}])
    assert row["components"] == [
        {"type": 5, "custom_id": "s", "id": 2, "min_values": 1, "max_values": 3, "disabled": False}
    ]
    assert component_objects([{"type": 17, "components": []}])[0]["spoiler"] is False


def test_what_is_chosen_has_its_id_as_a_text() -> None:
    """discord.py sends a number, which no browser reads exactly."""
    chosen = [{"id": 1575620510522278123, "type": "role"}]
    select = {"type": 6, "custom_id": "s", "default_values": chosen}
    (row,) = component_objects([{"type": 1, "components": [select]}])
    assert row["components"][0]["default_values"] == [{"id": "1575620510522278123", "type": "role"}]


def test_in_a_modal_nothing_is_added_but_ids() -> None:
    label = {"type": 18, "label": "L", "component": {"type": 5, "custom_id": "s"}}
    assert component_objects([label], in_modal=True) == [
        {"type": 18, "label": "L", "id": 1, "component": {"type": 5, "custom_id": "s", "id": 2}}
    ]


def test_a_component_that_is_returned_is_taken_again_as_it_is() -> None:
    once = component_objects([{"type": 1, "components": [BUTTON]}])
    assert component_objects(once) == once


def test_files_of_the_message_are_told_with_their_address() -> None:
    attachment: Json = {
        "id": "7",
        "filename": "a.png",
        "size": 3,
        "url": "https://cdn.example/a.png",
        "proxy_url": "https://cdn.example/a.png",
        "content_type": "image/png",
    }
    own, other = {"url": "attachment://a.png"}, {"url": "https://example.com/b.png"}
    section = {"type": 9, "components": [], "accessory": {"type": 11, "media": own}}
    gallery = {"type": 12, "items": [{"media": own}, {"media": other}]}
    layout = [{"type": 17, "components": [section, gallery, {"type": 13, "file": own}]}]
    (box,) = with_files(layout, [attachment])
    section, gallery, file = box["components"]
    shown = [section["accessory"]["media"], gallery["items"][0]["media"], file["file"]]
    assert [(each["url"], each["attachment_id"]) for each in shown] == [
        ("https://cdn.example/a.png", "7")
    ] * 3
    assert (file["name"], file["size"]) == ("a.png", 3)
    assert gallery["items"][1]["media"] == other
    assert with_files(layout, []) == layout
