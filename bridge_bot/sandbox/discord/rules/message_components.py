"""Which components a message may have, and how they may be nested.

Without the flag IS_COMPONENTS_V2 a message has up to five action rows beneath its content; with it,
it consists of components alone (Discord's documentation, "Component Reference").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bridge_bot.sandbox.discord.enums import SELECT_TYPES, ComponentType, MessageFlag
from bridge_bot.sandbox.discord.errors import FormErrors, Json
from bridge_bot.sandbox.discord.rules.controls import (
    check_button,
    check_ids,
    check_select,
    check_type,
)
from bridge_bot.sandbox.discord.rules.form import Form

COMPONENTS_LIMIT = 40
TEXT_LIMIT = 4000
ROWS_LIMIT = 5

_COLOURS = 0xFFFFFF
_MEDIA_URL_LIMIT = 2048
_IN_ROW = SELECT_TYPES | {ComponentType.BUTTON}
_IN_CONTAINER = frozenset(
    {
        ComponentType.ACTION_ROW,
        ComponentType.SECTION,
        ComponentType.TEXT_DISPLAY,
        ComponentType.MEDIA_GALLERY,
        ComponentType.FILE,
        ComponentType.SEPARATOR,
    }
)
_BESIDE_SECTION = frozenset({ComponentType.BUTTON, ComponentType.THUMBNAIL})
_IN_LAYOUT = _IN_CONTAINER | {ComponentType.CONTAINER}


def check_components(body: Json, flags: int) -> None:
    """Raise 50035 with everything that is wrong with the components of a message."""
    errors = FormErrors()
    form = Form(body, "", errors)
    v2 = bool(flags & MessageFlag.COMPONENTS_V2)
    most, allowed = ROWS_LIMIT, frozenset({ComponentType.ACTION_ROW})
    if v2:
        most, allowed = COMPONENTS_LIMIT, _IN_LAYOUT
    every = [
        inner for child in form.children("components", most) for inner in _checked(child, allowed)
    ]
    check_ids(every)
    if v2 and len(every) > COMPONENTS_LIMIT and len(body["components"]) <= COMPONENTS_LIMIT:
        told = f"Must be between 1 and {COMPONENTS_LIMIT} in length."
        errors.add("components", "BASE_TYPE_BAD_LENGTH", told)
    shown = (each.value.get("content") for each in every)
    if v2 and sum(len(text) for text in shown if isinstance(text, str)) > TEXT_LIMIT:
        errors.add("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED")
    errors.refuse()


def _checked(form: Form, allowed: frozenset[ComponentType]) -> Iterator[Form]:
    """Check a component with all in it, and yield each."""
    yield form
    kind = check_type(form, allowed)
    if kind in SELECT_TYPES:
        check_select(form, kind)
    elif kind in _LAYOUTS:
        yield from _LAYOUTS[kind](form)
    elif kind is not None:
        _CONTENTS[kind](form)


def _checked_row(form: Form) -> Iterator[Form]:
    children = list(form.children("components", 5, least=1))
    for index, child in enumerate(children):
        if index and {children[0].value.get("type"), child.value.get("type")} & SELECT_TYPES:
            child.add("", "COMPONENT_LAYOUT_WIDTH_EXCEEDED")
        yield from _checked(child, _IN_ROW)


def _checked_container(form: Form) -> Iterator[Form]:
    form.number("accent_color", 0, _COLOURS)
    form.flag("spoiler")
    for child in form.children("components", COMPONENTS_LIMIT, least=1):
        yield from _checked(child, _IN_CONTAINER)


def _checked_section(form: Form) -> Iterator[Form]:
    for child in form.children("components", 3, least=1):
        yield from _checked(child, frozenset({ComponentType.TEXT_DISPLAY}))
    accessory = form.child("accessory", needed=True)
    if accessory is not None:
        yield from _checked(accessory, _BESIDE_SECTION)


def _check_text(form: Form) -> None:
    form.text("content", TEXT_LIMIT, needed=True)


def _check_separator(form: Form) -> None:
    form.flag("divider")
    form.one_of("spacing", (1, 2))


def _check_gallery(form: Form) -> None:
    for item in form.children("items", 10, least=1):
        _check_media(item)


def _check_media(
    form: Form, name: str = "media", schemes: tuple[str, ...] = ("http", "https", "attachment")
) -> None:
    form.text("description", 1024)
    form.flag("spoiler")
    media = form.child(name, needed=True)
    if media is not None:
        media.url("url", _MEDIA_URL_LIMIT, schemes)


_LAYOUTS: dict[ComponentType, Callable[[Form], Iterator[Form]]] = {
    ComponentType.ACTION_ROW: _checked_row,
    ComponentType.CONTAINER: _checked_container,
    ComponentType.SECTION: _checked_section,
}
_CONTENTS: dict[ComponentType, Callable[[Form], None]] = {
    ComponentType.BUTTON: check_button,
    ComponentType.TEXT_DISPLAY: _check_text,
    ComponentType.THUMBNAIL: _check_media,
    ComponentType.MEDIA_GALLERY: _check_gallery,
    ComponentType.FILE: lambda form: _check_media(form, "file", ("attachment",)),
    ComponentType.SEPARATOR: _check_separator,
}
