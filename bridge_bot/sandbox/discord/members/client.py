"""What a member's Discord client sends when they use a command, a component or a modal.

A client offers only what is registered or shown, and values that fit. A test that uses anything
else is wrong itself, so that raises `NotOffered`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bridge_bot.sandbox.discord.actions import commands
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Channel, Interaction, Message, User
from bridge_bot.sandbox.discord.rules.permissions import may
from bridge_bot.sandbox.discord.rules.validation import every_component
from bridge_bot.sandbox.discord.state import WorldState

_SUBCOMMANDS = (1, 2)
_TYPES: dict[int, type | tuple[type, ...]] = {3: str, 4: int, 5: bool, 10: (int, float)}
_STRING = 3
_TEXT_INPUT = 4
_OPTION_CHARS = 6000


class NotOffered(Exception):
    """No client would offer this command, component, form or value to the member."""


def command_data(
    state: WorldState,
    user: User,
    channel: Channel,
    path: str,
    values: Json,
    *,
    focused: str | None = None,
) -> Json:
    """The data of a command's interaction, as the client makes it.

    `path` is the name, with the subcommands after it (`settings language set`). Raises
    `NotOffered` for an unknown command or option, or a missing or unfit value. With `focused`,
    an autocomplete, required values may be missing.
    """
    if not may(channel, user.id, "use_application_commands"):
        raise NotOffered(f"{user.name} cannot use commands in #{channel.name}")
    name, *steps = path.split()
    known = commands.registered(state, None)
    if channel.guild is not None:
        known = commands.registered(state, channel.guild.id) + known
    found = _named(name, known, "registered command")
    data: Json = {"id": found["id"], "name": name, "type": found["type"]}
    if "guild_id" in found:
        data["guild_id"] = found["guild_id"]
    inner, options = data, found.get("options") or []
    for step in steps:
        sub = _named(step, options, f"subcommand of /{name}")
        entry: Json = {"name": step, "type": sub["type"]}
        inner["options"] = [entry]
        inner, options = entry, sub.get("options") or []
    inner["options"] = list(_chosen(options, values, focused))
    return data


def component_data(
    user: User, message: Message, custom_id: str, values: Sequence[str] | None = None
) -> Json:
    """The data of the use of a component: a button, or with `values` a select."""
    if message.deleted or message.only_for not in {None, user.id}:
        raise NotOffered(f"{user.name} does not see the message")
    components = [each for each in every_component(message.components) if "custom_id" in each]
    component = next((each for each in components if each["custom_id"] == custom_id), None)
    if component is None:
        known = [each["custom_id"] for each in components]
        raise NotOffered(f"no control {custom_id!r}; there are {known}")
    if component.get("disabled"):
        raise NotOffered(f"{custom_id!r} is disabled")
    data: Json = {"custom_id": custom_id, "component_type": component["type"]}
    if values is None:
        return data
    _check_chosen(component, values)
    return data | {"values": list(values)}


def modal_data(interaction: Interaction, values: dict[str, str]) -> Json:
    """The data of a modal that is submitted."""
    modal = interaction.modal
    if modal is None:
        raise NotOffered("the bot did not answer with a form")
    return {
        "custom_id": modal["custom_id"],
        "components": [_submitted(each, values) for each in modal["components"]],
    }


def _check_chosen(component: Json, values: Sequence[str]) -> None:
    least, most = component.get("min_values", 1), component.get("max_values", 1)
    offered = [each["value"] for each in component.get("options") or ()]
    if offered and not set(values) <= set(offered):
        raise NotOffered(f"{list(values)} are not all offered; there are {offered}")
    if not least <= len(values) <= most:
        raise NotOffered(f"{least} to {most} have to be chosen")


def _named(name: str, known: Sequence[Json], what: str) -> Json:
    found = next((each for each in known if each["name"] == name), None)
    if found is None:
        raise NotOffered(f"no {what} is called {name}; there are {[o['name'] for o in known]}")
    return found


def _chosen(options: Sequence[Json], values: Json, focused: str | None) -> Iterator[Json]:
    for name in values:
        _named(name, options, "option")
    for option in options:
        name = option["name"]
        if option["type"] in _SUBCOMMANDS:
            raise NotOffered(f"the subcommand is missing, such as {name}")
        if name not in values:
            if option.get("required") and focused is None:
                raise NotOffered(f"{name} is missing")
            continue
        entry: Json = {"name": name, "type": option["type"], "value": values[name]}
        if name == focused:
            entry["focused"] = True
        elif not _fits(option, values[name]):
            raise NotOffered(f"{values[name]!r} does not fit {name}")
        yield entry


def _fits(option: Json, value: object) -> bool:
    if not isinstance(value, _TYPES.get(option["type"], str)):
        return False
    choices = [each["value"] for each in option.get("choices") or ()]
    if choices:
        return value in choices
    if option["type"] == _STRING and isinstance(value, str):
        least, most = option.get("min_length") or 0, option.get("max_length") or _OPTION_CHARS
        return bool(least <= len(value) <= most)
    return True


def _submitted(component: Json, values: dict[str, str]) -> Json:
    """A component of a modal as the client sends it back, with its value."""
    sent: Json = {"type": component["type"], "id": component.get("id", 1)}
    if "custom_id" in component:
        custom_id = component["custom_id"]
        value = values.get(custom_id, component.get("value") or "")
        if not value and component.get("required", True):
            raise NotOffered(f"{custom_id} has to be filled in")
        sent["custom_id"] = custom_id
        sent |= {"value": value} if component["type"] == _TEXT_INPUT else {"values": [value]}
    if "components" in component:
        sent["components"] = [_submitted(each, values) for each in component["components"]]
    if "component" in component:
        sent["component"] = _submitted(component["component"], values)
    return sent
