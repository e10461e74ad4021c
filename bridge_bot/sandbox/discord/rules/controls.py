"""What Discord accepts as a button or a select, in messages and in modals.

Numbers and rules are those of Discord's documentation ("Component Reference") and of its OpenAPI
description; codes are as reported by bots.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bridge_bot.sandbox.discord.enums import ButtonStyle, ChannelType, ComponentType
from bridge_bot.sandbox.discord.rules.form import Form

CUSTOM_ID_LIMIT = 100
OPTIONS_LIMIT = 25
_ID_LIMIT = 2**31 - 1
_URL_LIMIT = 512
_PLACEHOLDER_LIMIT = 150
_CATEGORY, _DIRECTORY, _MEDIA = 4, 14, 16
CHANNEL_TYPES = frozenset({*(int(each) for each in ChannelType), _CATEGORY, _DIRECTORY, _MEDIA})

_DEFAULTS_OF = {
    ComponentType.USER_SELECT: ("user",),
    ComponentType.ROLE_SELECT: ("role",),
    ComponentType.MENTIONABLE_SELECT: ("user", "role"),
    ComponentType.CHANNEL_SELECT: ("channel",),
}


class ChosenRange(NamedTuple):
    """How many values have to be and may be chosen."""

    least: int
    most: int


def check_type(form: Form, allowed: Iterable[ComponentType]) -> ComponentType | None:
    """The type of a component, if it is one of these."""
    found = form.value.get("type")
    kinds = sorted(allowed)
    if isinstance(found, bool) or found not in kinds:
        listed = f"({', '.join(str(int(each)) for each in kinds)})"
        form.add("", "UNION_TYPE_CHOICES", f'Value of field "type" must be one of {listed}.')
        return None
    return ComponentType(found)


def check_ids(forms: Iterable[Form]) -> None:
    """Check the ids of all components of a message or modal: each may be there once."""
    custom_ids: set[str] = set()
    ids: set[int] = set()
    for form in forms:
        custom_id = form.value.get("custom_id")
        if isinstance(custom_id, str):
            if custom_id in custom_ids:
                form.add("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED")
            custom_ids.add(custom_id)
        number = form.number("id", 0, _ID_LIMIT)
        if number and number in ids:
            form.add("id", "COMPONENT_ID_DUPLICATED")
        ids.add(number or 0)


def check_button(form: Form) -> None:
    """A button: what it needs goes by its style."""
    style = form.one_of("style", [int(each) for each in ButtonStyle], needed=True)
    form.text("label", 80)
    form.flag("disabled")
    _check_emoji(form)
    has = {name for name in ("custom_id", "url", "sku_id") if form.value.get(name) is not None}
    if {"custom_id", "url"} <= has:
        form.add("custom_id", "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE")
    elif style == ButtonStyle.LINK:
        if "url" not in has:
            form.add("url", "BUTTON_COMPONENT_URL_REQUIRED")
        else:
            form.url("url", _URL_LIMIT)
        _check_unused(form, has & {"custom_id", "sku_id"}, "a link button")
    elif style == ButtonStyle.PREMIUM:
        if "sku_id" not in has:
            form.add("sku_id", "BASE_TYPE_REQUIRED")
        shown = {name for name in ("label", "emoji") if form.value.get(name)}
        _check_unused(form, has - {"sku_id"} | shown, "a premium button")
    else:
        if "custom_id" not in has:
            form.add("custom_id", "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED")
        else:
            form.text("custom_id", CUSTOM_ID_LIMIT, needed=True)
        _check_unused(form, has & {"url", "sku_id"}, "this button")


def check_select(form: Form, kind: ComponentType, *, in_modal: bool = False) -> None:
    """A select of any kind."""
    form.text("custom_id", CUSTOM_ID_LIMIT, needed=True)
    form.text("placeholder", _PLACEHOLDER_LIMIT)
    form.flag("required")
    if form.flag("disabled") and in_modal:
        form.add("disabled", "COMPONENT_DISABLED_IN_MODAL", "Modals cannot have disabled fields")
    chosen = check_range(form, OPTIONS_LIMIT, in_modal=in_modal)
    if kind is ComponentType.STRING_SELECT:
        check_options(form, max(1, chosen.least, chosen.most), OPTIONS_LIMIT, chosen.most)
        return
    form.set_of("channel_types", CHANNEL_TYPES)
    defaults = list(form.children("default_values", OPTIONS_LIMIT))
    for each in defaults:
        each.one_of("type", _DEFAULTS_OF[kind], needed=True)
        if not str(each.value.get("id") or "").isdigit():
            each.add("id", "BASE_TYPE_REQUIRED")
    if defaults and not chosen.least <= len(defaults) <= chosen.most:
        told = f"Must be between {chosen.least} and {chosen.most} in length."
        form.add("default_values", "BASE_TYPE_BAD_LENGTH", told)


def check_range(form: Form, limit: int, *, in_modal: bool, most: int = 1) -> ChosenRange:
    """`min_values` and `max_values`; what is not said is one, and `most`."""
    least = form.number("min_values", 0, limit)
    greatest = form.number("max_values", 1, limit)
    found = ChosenRange(1 if least is None else least, most if greatest is None else greatest)
    if found.least > found.most:
        told = f"int value should be less than or equal to {found.most}."
        form.add("min_values", "NUMBER_TYPE_MAX", told)
    if in_modal and least == 0 and form.value.get("required") is not False:
        told = "int value should be greater than or equal to 1."
        form.add("min_values", "NUMBER_TYPE_MIN", told)
    return found


def check_options(form: Form, least: int, limit: int, most_chosen: int) -> None:
    """The options of a select or a group: no value twice, not more chosen than may be."""
    seen: set[object] = set()
    chosen = 0
    for option in form.children("options", limit, least=least):
        option.text("label", 100, needed=True)
        value = option.text("value", 100, needed=True)
        option.text("description", 100)
        chosen += bool(option.flag("default"))
        _check_emoji(option)
        if value in seen:
            option.add("value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED")
        seen.add(value)
    if chosen > most_chosen:
        form.add("options", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES")


def _check_emoji(form: Form) -> None:
    emoji = form.child("emoji")
    if emoji is None or emoji.value.get("id"):
        return
    name = emoji.value.get("name")
    if not isinstance(name, str) or not name or name.isascii() or len(name) > 32:
        emoji.add("name", "BUTTON_COMPONENT_INVALID_EMOJI")


def _check_unused(form: Form, names: set[str], where: str) -> None:
    for name in sorted(names):
        form.add(name, "BASE_TYPE_CHOICES", f"{name} cannot be used with {where}.")
