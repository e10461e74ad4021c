"""What is sent to Discord to post or edit a message: nobody is pinged, no link is previewed."""

from __future__ import annotations

from typing import Final

from bridge_bot.core.model import Destination, File

SUPPRESS_EMBEDS = 1 << 2
"""The flag of a message without link previews (Discord's documentation)."""

_NOBODY: Final = {"parse": [], "replied_user": False}


def new_message(
    place: Destination, text: str, *, nonce: str, ping: int | None
) -> dict[str, object]:
    """The body for a new message. With `ping`, it begins with a mention of that member, the only
    one whom it notifies.
    """
    body: dict[str, object] = {
        "content": text if ping is None else f"<@{ping}> {text}",
        "nonce": nonce,
        "enforce_nonce": True,
        "allowed_mentions": _NOBODY if ping is None else {**_NOBODY, "users": [str(ping)]},
        "flags": SUPPRESS_EMBEDS,
    }
    if place.reply_to is not None:
        body["message_reference"] = {
            "message_id": str(place.reply_to),
            "fail_if_not_exists": False,
        }
    return body


def edited_message(text: str, file: File | None) -> dict[str, object]:
    """The body for an edit. Without mention of the flag it would bring previews back, and what is
    attached and not named is removed (Discord's documentation).
    """
    return {
        "content": text,
        "allowed_mentions": _NOBODY,
        "flags": SUPPRESS_EMBEDS,
        "attachments": [] if file is None else [{"id": 0, "filename": file.name}],
    }
