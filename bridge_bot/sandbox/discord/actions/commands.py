"""The application's commands, as the bot registers them."""

from __future__ import annotations

from bridge_bot.sandbox.discord.enums import CommandType
from bridge_bot.sandbox.discord.errors import (
    DiscordError,
    Json,
    below,
    discord_error,
    invalid_form_body,
)
from bridge_bot.sandbox.discord.rules.command_definitions import COMMANDS_LIMITS, check_command
from bridge_bot.sandbox.discord.state import Event, WorldState


def registered(state: WorldState, guild_id: int | None) -> list[Json]:
    """The commands of a guild, or the global ones (None)."""
    wanted = None if guild_id is None else str(guild_id)
    return [each for each in state.commands.values() if each.get("guild_id") == wanted]


def register(state: WorldState, definition: Json, guild_id: int | None) -> Json:
    """Create a command, or replace that of the same name and type. Raises 50035."""
    check_command(definition)
    command = _put(state, definition, guild_id)
    _dispatch_change(state)
    return command


def _put(state: WorldState, definition: Json, guild_id: int | None) -> Json:
    command_type = CommandType(definition.get("type") or CommandType.CHAT_INPUT)
    of_type = [each for each in registered(state, guild_id) if each["type"] == command_type]
    same = [each for each in of_type if each["name"] == definition["name"]]
    if not same and len(of_type) >= COMMANDS_LIMITS[command_type]:
        raise discord_error(30032)
    command_id = int(same[0]["id"]) if same else state.ids.make()
    command: Json = {
        "description": "",
        "default_member_permissions": None,
        "nsfw": False,
        **definition,
        "id": str(command_id),
        "application_id": str(state.bot.id),
        "type": int(command_type),
        "version": str(state.ids.make()),
    }
    if guild_id is not None:
        command["guild_id"] = str(guild_id)
    state.commands[command_id] = command
    return command


def replace_all(state: WorldState, definitions: list[Json], guild_id: int | None) -> list[Json]:
    """Make exactly these the commands ("Bulk Overwrite"); nothing changes if one is invalid."""
    names: set[tuple[str, int]] = set()
    for index, definition in enumerate(definitions):
        try:
            check_command(definition)
        except DiscordError as error:
            raise below(str(index), error) from None
        name = (definition["name"], definition.get("type") or 1)
        if name in names:
            raise invalid_form_body(f"{index}.name", "APPLICATION_COMMANDS_DUPLICATE_NAME")
        names.add(name)
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
    check_command(changed)
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
