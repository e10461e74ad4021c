"""Which commands Discord lets an application register, and who may use them where.

Numbers and rules are those of Discord's documentation ("Application Commands").
"""

from __future__ import annotations

import re

from bridge_bot.sandbox.discord.enums import (
    SUBCOMMAND_TYPES,
    ChannelType,
    CommandType,
    OptionType,
)
from bridge_bot.sandbox.discord.errors import FormErrors, Json
from bridge_bot.sandbox.discord.model import Channel
from bridge_bot.sandbox.discord.rules.controls import CHANNEL_TYPES
from bridge_bot.sandbox.discord.rules.form import Form
from bridge_bot.sandbox.discord.rules.permissions import BITS, channel_permissions

# fmt: off
LOCALES = frozenset({
    "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he",
    "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru",
    "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW"
})
# fmt: on
COMMANDS_LIMITS = {CommandType.CHAT_INPUT: 100, CommandType.USER: 15, CommandType.MESSAGE: 15}
STRING_OPTION_LIMIT = 6000
TEXT_LIMIT = 8000
"""Characters of a command's names, descriptions and values together."""

_NAME = re.compile(r"[-_'\w\u0900-\u097f\u0e00-\u0e7f]{1,32}")
_ITEMS_LIMIT = 25
_NUMBERS = frozenset({OptionType.INTEGER, OptionType.NUMBER})
_WITH_CHOICES = _NUMBERS | {OptionType.STRING}
_VALUES: dict[int, type | tuple[type, ...]] = {
    OptionType.STRING: str,
    OptionType.INTEGER: int,
    OptionType.NUMBER: (int, float),
}


def check_command(definition: Json) -> None:
    """Raise 50035 with everything that is wrong with a command."""
    errors = FormErrors()
    form = Form(definition, "", errors)
    kind = definition.get("type") or CommandType.CHAT_INPUT
    form.one_of("type", [int(each) for each in CommandType])
    _check_named(form, is_chat_input=kind == CommandType.CHAT_INPUT)
    if kind == CommandType.CHAT_INPUT:
        _check_options(form, (OptionType.SUB_COMMAND_GROUP, OptionType.SUB_COMMAND))
    elif definition.get("options"):
        form.add("options", "BASE_TYPE_MAX_LENGTH", "Must be 0 or fewer in length.")
    form.set_of("contexts", (0, 1, 2))
    form.set_of("integration_types", (0, 1))
    form.flag("nsfw")
    needed = definition.get("default_member_permissions")
    if needed is not None and not str(needed).isdigit():
        told = f'Value "{needed}" is not int.'
        form.add("default_member_permissions", "NUMBER_TYPE_COERCE", told)
    if _text_chars(definition) > TEXT_LIMIT:
        told = f"Command exceeds maximum size ({TEXT_LIMIT})"
        form.add("", "APPLICATION_COMMAND_TOO_LARGE", told)
    errors.refuse()


def context_of(channel: Channel) -> int:
    """Where a command is used there ("Interaction Context Types"): 0 in a guild, 1 in the bot's own
    direct messages, 2 in those of others.
    """
    return {ChannelType.DM: 1, ChannelType.GROUP_DM: 2}.get(channel.type, 0)


def may_use(command: Json, channel: Channel, user_id: int, *, user_install: bool = False) -> bool:
    """Whether a member is offered a command in a channel.

    With `user_install` it is offered since the member, and not the server, installed the bot.

    In a server, everybody needs Use Application Commands and, beside administrators, all of the
    command's `default_member_permissions`; "0" leaves it to administrators.
    """
    guild = channel.guild
    installed_by = command.get("integration_types") or (0, 1)
    contexts = command.get("contexts") or (0, 1)
    if int(user_install) not in installed_by or context_of(channel) not in contexts:
        return False
    if guild is None:
        return "guild_id" not in command and command.get("dm_permission") is not False
    allowed = channel_permissions(channel, user_id)
    of_guild = command.get("guild_id") in {None, str(guild.id)}
    if not of_guild or not allowed & BITS["use_application_commands"]:
        return False
    needed = command.get("default_member_permissions")
    if needed is None or allowed & BITS["administrator"]:
        return True
    return int(needed) != 0 and allowed & int(needed) == int(needed)


def _check_named(form: Form, *, is_chat_input: bool) -> None:
    """The names and descriptions of a command or an option, in every language."""
    name = form.text("name", 32, needed=True)
    if name and is_chat_input:
        _check_name(form, "name", name)
    for locale, text in _localized(form, "name_localizations"):
        if is_chat_input:
            _check_name(form, f"name_localizations.{locale}", text)
    if is_chat_input:
        form.text("description", 100, needed=True)
    elif form.value.get("description"):
        form.add("description", "BASE_TYPE_MAX_LENGTH", "Must be 0 or fewer in length.")
    for locale, text in _localized(form, "description_localizations"):
        if not 1 <= len(text) <= 100:
            told = "Must be between 1 and 100 in length."
            form.add(f"description_localizations.{locale}", "BASE_TYPE_BAD_LENGTH", told)


def _localized(form: Form, name: str) -> list[tuple[str, str]]:
    """The texts of a dictionary of languages; unknown languages are noted."""
    texts = form.child(name)
    if texts is None:
        return []
    for locale in texts.value.keys() - LOCALES:
        texts.add(locale, "BASE_TYPE_CHOICES", "Value must be one of the available locales.")
    return [(locale, str(text)) for locale, text in texts.value.items() if locale in LOCALES]


def _check_name(form: Form, field: str, name: str) -> None:
    if not _NAME.fullmatch(name) or name != name.lower():
        form.add(field, "APPLICATION_COMMAND_INVALID_NAME")


def _check_options(form: Form, nested: tuple[OptionType, ...]) -> None:
    """The options of a command, group or subcommand; `nested` are what may stand in it."""
    options = list(form.children("options", _ITEMS_LIMIT))
    names: set[object] = set()
    optional = False
    plain = {option.value.get("type") not in SUBCOMMAND_TYPES for option in options}
    for option in options:
        _check_option(option, nested)
        name = option.value.get("name")
        if name in names:
            option.add("name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS")
        names.add(name)
        if optional and option.value.get("required"):
            option.add("", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID")
        optional = optional or not option.value.get("required")
        if len(plain) > 1 and option.value.get("type") in SUBCOMMAND_TYPES:
            option.add("type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID")


def _check_option(form: Form, nested: tuple[OptionType, ...]) -> None:
    kinds = [each for each in OptionType if each not in SUBCOMMAND_TYPES or each in nested]
    if OptionType.SUB_COMMAND_GROUP not in nested and nested:
        kinds = [OptionType.SUB_COMMAND]  # A group holds subcommands alone.
    kind = form.value.get("type")
    if kind not in kinds:
        listed = ", ".join(str(int(each)) for each in kinds)
        form.add("", "UNION_TYPE_CHOICES", f'Value of field "type" must be one of ({listed}).')
    _check_named(form, is_chat_input=True)
    if kind == OptionType.SUB_COMMAND_GROUP:
        _check_options(form, (OptionType.SUB_COMMAND,))
    elif kind == OptionType.SUB_COMMAND:
        _check_options(form, ())
    elif kind in kinds:
        _check_value(form, kind)


def _check_value(form: Form, kind: int) -> None:
    """What a value may be: choices, lengths, channel types."""
    form.flag("required")
    form.set_of("channel_types", CHANNEL_TYPES)
    form.number("min_length", 0, STRING_OPTION_LIMIT)
    form.number("max_length", 1, STRING_OPTION_LIMIT)
    choices = list(form.children("choices", _ITEMS_LIMIT))
    if form.flag("autocomplete") and choices:
        told = "Autocomplete options cannot have choices."
        form.add("choices", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID", told)
    for choice in choices if kind in _WITH_CHOICES else ():
        choice.text("name", 100, needed=True)
        if kind == OptionType.STRING:
            choice.text("value", 100, needed=True)
        elif not isinstance(choice.value.get("value"), _VALUES[OptionType(kind)]):
            told = f'Value "{choice.value.get("value")}" is not int.'
            choice.add("value", "NUMBER_TYPE_COERCE", told)


def _text_chars(definition: Json) -> int:
    """The characters that count for a command's size, in the longest of its languages."""
    total = 0
    for name in ("name", "description"):
        localized = (definition.get(f"{name}_localizations") or {}).values()
        total += max(len(str(text)) for text in (definition.get(name) or "", *localized))
    if isinstance(definition.get("value"), str):
        total += len(definition["value"])
    for key in ("options", "choices"):
        total += sum(
            _text_chars(each) for each in definition.get(key) or () if isinstance(each, dict)
        )
    return total
