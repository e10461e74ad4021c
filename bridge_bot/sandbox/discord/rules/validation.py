"""What Discord accepts as the body of a message: lengths, counts, and what excludes what.

Numbers are from Discord's documentation ("Create Message", "Embed Limits"); that texts are counted
in Unicode code points is observed.
"""

from __future__ import annotations

from collections.abc import Sequence

from bridge_bot.sandbox.discord.enums import ComponentType, MessageFlag
from bridge_bot.sandbox.discord.errors import (
    Json,
    bad_length,
    discord_error,
    invalid_form_body,
    too_long,
)
from bridge_bot.sandbox.discord.model import Message
from bridge_bot.sandbox.discord.payloads.component_objects import every_component
from bridge_bot.sandbox.discord.rules.mentions import check_allowed
from bridge_bot.sandbox.discord.rules.message_components import check_components

CONTENT_LIMIT = 2000
NAME_LIMIT = 100
NONCE_LIMIT = 25
EMBEDS_LIMIT = 10
EMBED_TEXT_LIMIT = 6000
FILES_LIMIT = 10
FILE_BYTES_LIMIT = 10 * 1024 * 1024
"""Of each file; for bots the same in every server (Discord's documentation, "Uploading Files")."""

_EMBED_LIMITS = {"title": 256, "description": 4096}


def check_body(body: Json, *, has_files: bool, flags: int) -> None:
    """Raise 50035 or 50006 if no message can have this body."""
    content = body.get("content") or ""
    if not isinstance(content, str):
        raise invalid_form_body("content", "STRING_TYPE_CONVERT")
    if len(content) > CONTENT_LIMIT:
        raise too_long("content", CONTENT_LIMIT)
    if len(str(body.get("nonce") or "")) > NONCE_LIMIT:
        raise too_long("nonce", NONCE_LIMIT)
    embeds, components = body.get("embeds") or [], body.get("components") or []
    check_allowed(body.get("allowed_mentions") or {})
    _check_embeds(embeds)
    check_components(body, flags)
    if flags & MessageFlag.COMPONENTS_V2 and (content or embeds):
        raise invalid_form_body("flags", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2")
    if not (content.strip() or embeds or has_files or components or body.get("sticker_ids")):
        raise discord_error(50006)


def check_thread_name(name: object) -> str:
    """The trimmed name of a thread, or 50035 if it is not 1 to 100 code points long."""
    text = name.strip() if isinstance(name, str) else ""
    if not 1 <= len(text) <= NAME_LIMIT:
        raise bad_length("name", 1, NAME_LIMIT)
    return text


def visible_text(message: Message) -> str:
    """The text of a message: its content or, if it is made of components, theirs, line by line."""
    if not message.flags & MessageFlag.COMPONENTS_V2:
        return message.content
    texts = [
        one
        for one in every_component(message.components)
        if one.get("type") == ComponentType.TEXT_DISPLAY
    ]
    return "\n".join(str(one.get("content") or "") for one in texts)


def _check_embeds(embeds: Sequence[Json]) -> None:
    if len(embeds) > EMBEDS_LIMIT:
        raise too_long("embeds", EMBEDS_LIMIT)
    total = 0
    for index, embed in enumerate(embeds):
        for name, limit in _EMBED_LIMITS.items():
            if len(embed.get(name) or "") > limit:
                raise too_long(f"embeds.{index}.{name}", limit)
        fields = embed.get("fields") or []
        if len(fields) > 25:
            raise too_long(f"embeds.{index}.fields", 25)
        total += sum(len(embed.get(name) or "") for name in _EMBED_LIMITS)
        total += sum(len(part["name"]) + len(part["value"]) for part in fields)
        total += len((embed.get("footer") or {}).get("text") or "")
        total += len((embed.get("author") or {}).get("name") or "")
    if total > EMBED_TEXT_LIMIT:
        raise invalid_form_body("embeds", "MAX_EMBED_SIZE_EXCEEDED")
