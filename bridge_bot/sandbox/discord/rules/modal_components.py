"""Which modals Discord accepts ("Modal", "Label", "Text Input" of its documentation)."""

from __future__ import annotations

from collections.abc import Iterator

from bridge_bot.sandbox.discord.enums import SELECT_TYPES, ComponentType
from bridge_bot.sandbox.discord.errors import FormErrors, Json
from bridge_bot.sandbox.discord.rules.controls import (
    CUSTOM_ID_LIMIT,
    check_ids,
    check_options,
    check_range,
    check_select,
    check_type,
)
from bridge_bot.sandbox.discord.rules.form import Form

TEXT_INPUT_LIMIT = 4000
FIELDS_LIMIT = 5
FILES_LIMIT = 10
GROUP_LIMIT = 10
_LABEL_LIMIT = 45

_IN_MODAL = frozenset({ComponentType.ACTION_ROW, ComponentType.TEXT_DISPLAY, ComponentType.LABEL})
_IN_LABEL = SELECT_TYPES | {
    ComponentType.TEXT_INPUT,
    ComponentType.FILE_UPLOAD,
    ComponentType.RADIO_GROUP,
    ComponentType.CHECKBOX_GROUP,
    ComponentType.CHECKBOX,
}


def check_modal(data: Json) -> None:
    """Raise 50035 with everything that is wrong with a modal."""
    errors = FormErrors()
    form = Form(data, "", errors)
    form.text("custom_id", CUSTOM_ID_LIMIT, needed=True)
    form.text("title", _LABEL_LIMIT, needed=True)
    children = form.children("components", FIELDS_LIMIT, least=1)
    check_ids([inner for child in children for inner in _checked(child)])
    errors.refuse()


def _checked(form: Form) -> Iterator[Form]:
    """Check a component of a modal with all in it, and yield each."""
    yield form
    kind = check_type(form, _IN_MODAL)
    if kind is ComponentType.TEXT_DISPLAY:
        form.text("content", TEXT_INPUT_LIMIT, needed=True)
    elif kind is ComponentType.ACTION_ROW:
        for child in form.children("components", 1, least=1):
            yield child
            if check_type(child, {ComponentType.TEXT_INPUT}):
                child.text("label", _LABEL_LIMIT, needed=True)
                _check_text_input(child)
    elif kind is ComponentType.LABEL:
        form.text("label", _LABEL_LIMIT, needed=True)
        form.text("description", 100)
        field = form.child("component", needed=True)
        if field is not None:
            yield field
            _check_field(field)


def _check_field(form: Form) -> None:
    """What stands in a Label."""
    kind = check_type(form, _IN_LABEL)
    if kind is ComponentType.TEXT_INPUT:
        form.text("label", _LABEL_LIMIT)
        _check_text_input(form)
    elif kind in SELECT_TYPES:
        check_select(form, kind, in_modal=True)
    elif kind is not None:
        form.text("custom_id", CUSTOM_ID_LIMIT, needed=True)
        form.flag("required")
    if kind is ComponentType.FILE_UPLOAD:
        check_range(form, FILES_LIMIT, in_modal=True)
    elif kind is ComponentType.RADIO_GROUP:
        check_options(form, 2, GROUP_LIMIT, 1)
    elif kind is ComponentType.CHECKBOX_GROUP:
        chosen = check_range(form, GROUP_LIMIT, in_modal=True, most=GROUP_LIMIT)
        check_options(form, 1, GROUP_LIMIT, chosen.most)
    elif kind is ComponentType.CHECKBOX:
        form.flag("default")


def _check_text_input(form: Form) -> None:
    form.text("custom_id", CUSTOM_ID_LIMIT, needed=True)
    form.one_of("style", (1, 2), needed=True)
    form.text("placeholder", 100)
    form.text("value", TEXT_INPUT_LIMIT)
    form.flag("required")
    least = form.number("min_length", 0, TEXT_INPUT_LIMIT)
    most = form.number("max_length", 1, TEXT_INPUT_LIMIT)
    if least is not None and most is not None and least > most:
        told = f"int value should be less than or equal to {most}."
        form.add("min_length", "NUMBER_TYPE_MAX", told)
