"""The JSON bodies that post or edit a message: they ping nobody and preview no links. Pure."""

from __future__ import annotations

from typing import Final, assert_never

from bridge_bot.core.model import (
    Button,
    ChannelDestination,
    Destination,
    InteractionDestination,
    OutgoingMessage,
)
from bridge_bot.discord_adapter.rest.control_ids import control_id

SUPPRESS_EMBEDS = 1 << 2
"""The flag of a message without link previews (Discord's documentation)."""

SUPPRESS_NOTIFICATIONS = 1 << 12
"""The flag of a message that is not pushed to anybody (Discord's documentation)."""

EPHEMERAL = 1 << 6
"""The flag of a message that only the member of its interaction sees (Discord's documentation)."""

# Types of components, and a style of buttons (Discord's documentation).
_ACTION_ROW, _BUTTON, _SECONDARY = 1, 2, 2
_ROW_BUTTONS = 5
_NOBODY: Final = {"parse": [], "replied_user": False}


def new_message(
    destination: Destination, message: OutgoingMessage, *, nonce: str
) -> dict[str, object]:
    """The body for a new message. One of an interaction is ephemeral, and has neither a nonce nor a
    reference (Discord's documentation of "Create Followup Message").
    """
    text, allowed = message.text, dict[str, object](_NOBODY)
    if message.ping is not None:
        text, allowed["users"] = f"<@{message.ping}> {text}", [str(message.ping)]
    if message.ping_role is not None:
        text, allowed["roles"] = f"<@&{message.ping_role}> {text}", [str(message.ping_role)]
    body: dict[str, object] = {
        "content": text,
        "allowed_mentions": allowed,
        "flags": SUPPRESS_EMBEDS | (SUPPRESS_NOTIFICATIONS if message.is_silent else 0),
    }
    if message.buttons:
        body["components"] = rows_of(message.buttons)
    match destination:
        case ChannelDestination(reply_to=reply_to):
            body |= {"nonce": nonce, "enforce_nonce": True}
            if reply_to is not None:
                reference = {"message_id": str(reply_to), "fail_if_not_exists": False}
                body["message_reference"] = reference
        case InteractionDestination():
            body["flags"] = SUPPRESS_EMBEDS | EPHEMERAL
        case _:
            assert_never(destination)
    return body


def edited_message(message: OutgoingMessage) -> dict[str, object]:
    """The body for an edit. It names the flag, since previews would come back without it. A file
    that is attached already and not named is removed where attachments are named at all (Discord's
    documentation), and so are buttons.
    """
    file = message.file
    body: dict[str, object] = {
        "content": message.text,
        "allowed_mentions": _NOBODY,
        "flags": SUPPRESS_EMBEDS,
        "components": rows_of(message.buttons or ()),
    }
    if not message.keeps_files:
        body["attachments"] = [] if file is None else [{"id": 0, "filename": file.name}]
    return body


def rows_of(buttons: tuple[Button, ...]) -> list[dict[str, object]]:
    """Rows of buttons: one for up to five, more than which do not fit into one (Discord's
    documentation). Else there are four in each, so that none stands alone.
    """
    row = list(map(_button, buttons))
    size = _ROW_BUTTONS if len(row) <= _ROW_BUTTONS else _ROW_BUTTONS - 1
    return [
        {"type": _ACTION_ROW, "components": row[start : start + size]}
        for start in range(0, len(row), size)
    ]


def _button(button: Button) -> dict[str, object]:
    shown: dict[str, object] = {"label": button.label} if button.label else {}
    if button.emoji:
        shown["emoji"] = {"name": button.emoji}
    return {"type": _BUTTON, "style": _SECONDARY, "custom_id": control_id(button), **shown}
