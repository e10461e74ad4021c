"""The application's commands, as the bot registers them."""

from __future__ import annotations

import re

from bridge_bot.sandbox.discord.errors import (
    Json,
    bad_length,
    discord_error,
    invalid_form_body,
    required,
)
from bridge_bot.sandbox.discord.state import Event, WorldState

_NAME = re.compile(r"[-_'\w]{1,32}")
_OPTIONS_LIMIT = 25
_CHOICES_LIMIT = 25
_COMMANDS_LIMIT = 100


def registered(state: WorldState, guild_id: int | None) -> list[Json]:
    """The commands of a guild, or the global ones (None)."""
    wanted = None if guild_id is None else str(guild_id)
    return [each for each in state.commands.values() if each.get("guild_id") == wanted]


def register(state: WorldState, definition: Json, guild_id: int | None) -> Json:
    """Create a command, or replace that of the same name and type. Raises 50035."""
    command = _put(state, definition, guild_id)
    _dispatch_change(state)
    return command


def _put(state: WorldState, definition: Json, guild_id: int | None) -> Json:
    _check(definition)
    command_type = definition.get("type") or 1
    same = [
        each
        for each in registered(state, guild_id)
        if each["name"] == definition["name"] and each["type"] == command_type
    ]
    if not same and len(registered(state, guild_id)) >= _COMMANDS_LIMIT:
        raise discord_error(30032)
    command_id = int(same[0]["id"]) if same else state.ids.make()
    command: Json = {
        "description": "",
        "default_member_permissions": None,
        "nsfw": False,
        **definition,
        "id": str(command_id),
        "application_id": str(state.bot.id),
        "type": command_type,
        "version": str(state.ids.make()),
    }
    if guild_id is not None:
        command["guild_id"] = str(guild_id)
    state.commands[command_id] = command
    return command


def replace_all(state: WorldState, definitions: list[Json], guild_id: int | None) -> list[Json]:
    """Make exactly these the commands ("Bulk Overwrite"); nothing changes if one is invalid."""
    for definition in definitions:
        _check(definition)
    names = {(definition["name"], definition.get("type") or 1) for definition in definitions}
    for old in registered(state, guild_id):
        if (old["name"], old["type"]) not in names:
            del state.commands[int(old["id"])]
    made = [_put(state, definition, guild_id) for definition in definitions]
    _dispatch_change(state)
    return made


def command(state: WorldState, command_id: int, guild_id: int | None) -> Json:
    """The command of that id, or 10063."""
    found = state.commands.get(command_id)
    wanted = None if guild_id is None else str(guild_id)
    if found is None or found.get("guild_id") != wanted:
        raise discord_error(10063)
    return found


def change(state: WorldState, command_id: int, definition: Json, guild_id: int | None) -> Json:
    """Change some fields of a command."""
    found = command(state, command_id, guild_id)
    changed = found | definition
    _check(changed)
    found.update(definition, version=str(state.ids.make()))
    _dispatch_change(state)
    return found


def remove(state: WorldState, command_id: int, guild_id: int | None) -> None:
    """Delete a command. Raises 10063."""
    command(state, command_id, guild_id)
    del state.commands[command_id]
    _dispatch_change(state)


def _dispatch_change(state: WorldState) -> None:
    # Discord sends no such event to bots; it is for those who show the world to people.
    state.dispatch(Event("COMMANDS_CHANGED", {}, for_bot=False))


def _check(definition: Json) -> None:
    if not definition.get("name"):
        raise required("name")
    command_type = definition.get("type") or 1
    if command_type == 1:
        _check_name("name", definition["name"])
        if not 1 <= len(definition.get("description") or "") <= 100:
            raise bad_length("description", 1, 100)
    _check_options("options", definition.get("options") or [])
    for locale, text in (definition.get("name_localizations") or {}).items():
        _check_name(f"name_localizations.{locale}", text)


def _check_options(path: str, options: list[Json]) -> None:
    if len(options) > _OPTIONS_LIMIT:
        raise bad_length(path, 0, _OPTIONS_LIMIT)
    for index, option in enumerate(options):
        _check_name(f"{path}.{index}.name", option.get("name") or "")
        if not 1 <= len(option.get("description") or "") <= 100:
            raise bad_length(f"{path}.{index}.description", 1, 100)
        if len(option.get("choices") or ()) > _CHOICES_LIMIT:
            raise bad_length(f"{path}.{index}.choices", 0, _CHOICES_LIMIT)
        _check_options(f"{path}.{index}.options", option.get("options") or [])


def _check_name(path: str, name: str) -> None:
    if not _NAME.fullmatch(name) or name != name.lower():
        raise invalid_form_body(path, "APPLICATION_COMMAND_INVALID_NAME")
