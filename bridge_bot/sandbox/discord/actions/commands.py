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


def register(state: WorldState, form: Json, guild_id: int | None) -> Json:
    """Create a command, or replace that of the same name and type. Raises 50035."""
    command = _put(state, form, guild_id)
    _dispatch_change(state)
    return command


def _put(state: WorldState, form: Json, guild_id: int | None) -> Json:
    _check(form)
    kind = form.get("type") or 1
    same = [
        each
        for each in registered(state, guild_id)
        if each["name"] == form["name"] and each["type"] == kind
    ]
    if not same and len(registered(state, guild_id)) >= _COMMANDS_LIMIT:
        raise discord_error(30032)
    command_id = int(same[0]["id"]) if same else state.ids.make()
    command: Json = {
        "description": "",
        "default_member_permissions": None,
        "nsfw": False,
        **form,
        "id": str(command_id),
        "application_id": str(state.bot.id),
        "type": kind,
        "version": str(state.ids.make()),
    }
    if guild_id is not None:
        command["guild_id"] = str(guild_id)
    state.commands[command_id] = command
    return command


def replace_all(state: WorldState, forms: list[Json], guild_id: int | None) -> list[Json]:
    """Make exactly these the commands ("Bulk Overwrite"); nothing changes if one is invalid."""
    for form in forms:
        _check(form)
    names = {(form["name"], form.get("type") or 1) for form in forms}
    for old in registered(state, guild_id):
        if (old["name"], old["type"]) not in names:
            del state.commands[int(old["id"])]
    made = [_put(state, form, guild_id) for form in forms]
    _dispatch_change(state)
    return made


def command(state: WorldState, command_id: int, guild_id: int | None) -> Json:
    """The command of that id, or 10063."""
    found = state.commands.get(command_id)
    wanted = None if guild_id is None else str(guild_id)
    if found is None or found.get("guild_id") != wanted:
        raise discord_error(10063)
    return found


def change(state: WorldState, command_id: int, form: Json, guild_id: int | None) -> Json:
    """Change some fields of a command."""
    found = command(state, command_id, guild_id)
    changed = found | form
    _check(changed)
    found.update(form, version=str(state.ids.make()))
    _dispatch_change(state)
    return found


def remove(state: WorldState, command_id: int, guild_id: int | None) -> None:
    """Delete a command. Raises 10063."""
    command(state, command_id, guild_id)
    del state.commands[command_id]
    _dispatch_change(state)


def _dispatch_change(state: WorldState) -> None:
    # Discord tells no bot of this; it is for whoever shows the world to people.
    state.dispatch(Event("COMMANDS_CHANGED", {}, for_bot=False))


def _check(form: Json) -> None:
    if not form.get("name"):
        raise required("name")
    kind = form.get("type") or 1
    if kind == 1:
        _check_name("name", form["name"])
        if not 1 <= len(form.get("description") or "") <= 100:
            raise bad_length("description", 1, 100)
    _check_options("options", form.get("options") or [])
    for locale, text in (form.get("name_localizations") or {}).items():
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
        raise invalid_form_body(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
