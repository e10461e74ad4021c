"""What is sent to Discord to post and to edit a message."""

from __future__ import annotations

import pytest

from bridge_bot.core.model import (
    Button,
    ChannelDestination,
    Control,
    Destination,
    File,
    InteractionDestination,
    OutgoingMessage,
)
from bridge_bot.discord_adapter.rest.message_bodies import (
    EPHEMERAL,
    SUPPRESS_EMBEDS,
    SUPPRESS_NOTIFICATIONS,
    edited_message,
    new_message,
    rows_of,
)

PINGS_NOBODY = {"parse": [], "replied_user": False}


def test_a_role_is_called_by_its_id_and_nobody_else() -> None:
    called = OutgoingMessage("<@3> asks @everyone", ping_role=9)
    body = new_message(ChannelDestination(7), called, nonce="1.call")
    assert body["content"] == "<@&9> <@3> asks @everyone"
    assert body["allowed_mentions"] == {**PINGS_NOBODY, "roles": ["9"]}


@pytest.mark.parametrize(
    ("destination", "expected"),
    [
        (ChannelDestination(7), {"nonce": "1.0", "enforce_nonce": True}),
        (
            ChannelDestination(7, reply_to=11),
            {
                "nonce": "1.0",
                "enforce_nonce": True,
                "message_reference": {"message_id": "11", "fail_if_not_exists": False},
            },
        ),
        (InteractionDestination(7, 5, "token"), {"flags": SUPPRESS_EMBEDS | EPHEMERAL}),
    ],
)
def test_a_new_message_pings_nobody_and_shows_no_preview(
    destination: Destination, expected: dict[str, object]
) -> None:
    assert new_message(destination, OutgoingMessage("hi @everyone"), nonce="1.0") == {
        "content": "hi @everyone",
        "allowed_mentions": PINGS_NOBODY,
        "flags": SUPPRESS_EMBEDS,
        **expected,
    }


def test_a_new_message_may_ping_one_member() -> None:
    body = new_message(ChannelDestination(7), OutgoingMessage("done", ping=3), nonce="1.0")
    assert body["content"] == "<@3> done"
    assert body["allowed_mentions"] == {**PINGS_NOBODY, "users": ["3"]}


def test_a_silent_message_is_pushed_to_nobody() -> None:
    body = new_message(ChannelDestination(7), OutgoingMessage("more", is_silent=True), nonce="1.1")
    assert body["flags"] == SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS


@pytest.mark.parametrize(
    ("file", "attachments"),
    [(None, []), (File("answer.md", b"all"), [{"id": 0, "filename": "answer.md"}])],
)
def test_an_edit_keeps_previews_away_and_names_what_is_attached(
    file: File | None, attachments: list[object]
) -> None:
    assert edited_message(OutgoingMessage("new", file=file)) == {
        "content": "new",
        "allowed_mentions": PINGS_NOBODY,
        "flags": SUPPRESS_EMBEDS,
        "attachments": attachments,
        "components": [],
    }


def test_an_edit_that_keeps_files_names_none() -> None:
    assert "attachments" not in edited_message(OutgoingMessage("new", keeps_files=True))


def test_buttons_stand_in_one_row_and_an_edit_without_them_removes_it() -> None:
    message = OutgoingMessage("half", buttons=(Button(Control.STOP, 2**63 - 1, "Stop"),))
    button = {
        "type": 2,
        "style": 2,
        "label": "Stop",
        "custom_id": "control:stop:9223372036854775807",
    }
    row = [{"type": 1, "components": [button]}]
    assert new_message(ChannelDestination(7), message, nonce="1.0")["components"] == row
    assert edited_message(message)["components"] == row
    assert "components" not in new_message(ChannelDestination(7), OutgoingMessage("a"), nonce="1")
    assert edited_message(OutgoingMessage("half"))["components"] == []


def test_a_button_with_an_emoji_needs_no_word() -> None:
    message = OutgoingMessage("done", buttons=(Button(Control.UPVOTE, 1, "", "👍"),))
    button = {"type": 2, "style": 2, "custom_id": "control:upvote:1", "emoji": {"name": "👍"}}
    assert edited_message(message)["components"] == [{"type": 1, "components": [button]}]


@pytest.mark.parametrize(("buttons", "rows"), [(5, [5]), (6, [4, 2]), (8, [4, 4])])
def test_a_row_has_five_buttons_at_most_and_none_stands_alone(
    buttons: int, rows: list[int]
) -> None:
    shown = rows_of(tuple(Button(Control.STOP, number, "x") for number in range(buttons)))
    lengths = [len(row["components"]) for row in shown if isinstance(row["components"], list)]
    assert lengths == rows
