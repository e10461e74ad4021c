"""What Discord accepts as the body of a message: lengths, counts, and what excludes what.

Numbers are from Discord's documentation ("Create Message", "Embed Limits", "Component
Reference"); that texts are counted in Unicode code points is observed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bridge_bot.sandbox.discord.enums import MessageFlag
from bridge_bot.sandbox.discord.errors import (
    Json,
    bad_length,
    discord_error,
    invalid_form_body,
    too_long,
)
from bridge_bot.sandbox.discord.model import Message
from bridge_bot.sandbox.discord.rules.mentions import check_allowed

CONTENT_LIMIT = 2000
NAME_LIMIT = 100
NONCE_LIMIT = 25
EMBEDS_LIMIT = 10
EMBED_TEXT_LIMIT = 6000
FILES_LIMIT = 10
FILE_BYTES_LIMIT = 10 * 1024 * 1024
"""Of each file; for bots the same in every server (Discord's documentation, "Uploading Files")."""
COMPONENTS_LIMIT = 40
COMPONENTS_TEXT_LIMIT = 4000
ROWS_LIMIT = 5
CUSTOM_ID_LIMIT = 100

_EMBED_LIMITS = {"title": 256, "description": 4096}
_TEXT_DISPLAY = 10
_SELECTS = frozenset({3, 5, 6, 7, 8})


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
    _check_components(components, flags)
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


def every_component(components: Sequence[Json]) -> Iterator[Json]:
    """Every component of a tree, parents first."""
    for component in components:
        yield component
        yield from every_component(component.get("components") or ())
        nested = (component.get("component"), component.get("accessory"))
        yield from every_component([child for child in nested if child])


def visible_text(message: Message) -> str:
    """The text of a message: its content or, if it is made of components, theirs, line by line."""
    if not message.flags & MessageFlag.COMPONENTS_V2:
        return message.content
    texts = [one for one in every_component(message.components) if one.get("type") == _TEXT_DISPLAY]
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


def _check_components(components: Sequence[Json], flags: int) -> None:
    every = list(every_component(components))
    if flags & MessageFlag.COMPONENTS_V2:
        if len(every) > COMPONENTS_LIMIT:
            raise too_long("components", COMPONENTS_LIMIT)
        if sum(len(one.get("content") or "") for one in every) > COMPONENTS_TEXT_LIMIT:
            raise invalid_form_body("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED")
    elif len(components) > ROWS_LIMIT:
        raise bad_length("components", 1, ROWS_LIMIT)
    ids = [one["custom_id"] for one in every if "custom_id" in one]
    for custom_id in ids:
        if not 1 <= len(custom_id) <= CUSTOM_ID_LIMIT:
            raise bad_length("components.0.components.0.custom_id", 1, CUSTOM_ID_LIMIT)
    if len(set(ids)) < len(ids):
        raise invalid_form_body("components", "COMPONENT_CUSTOM_ID_DUPLICATED")
    for row in (one for one in every if one.get("type") == 1):
        _check_row(row)


def _check_row(row: Json) -> None:
    children = row.get("components") or []
    width = sum(5 if child.get("type") in _SELECTS else 1 for child in children)
    if not 1 <= width <= 5:
        raise invalid_form_body("components.0", "COMPONENT_LAYOUT_WIDTH_EXCEEDED")
    for child in children:
        if len(child.get("options") or ()) > 25:
            raise bad_length("components.0.components.0.options", 1, 25)
        if len(child.get("label") or "") > 80:
            raise too_long("components.0.components.0.label", 80)
