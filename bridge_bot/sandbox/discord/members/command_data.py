"""What a member's client sends when they use a command or type into one.

It offers only commands that are registered, that the member may use there, and values that fit:
anything else raises `NotOffered`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bridge_bot.sandbox.discord.actions import commands
from bridge_bot.sandbox.discord.actions.files import keep_upload
from bridge_bot.sandbox.discord.enums import SUBCOMMAND_TYPES, CommandType, OptionType
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.members.entities import Chosen, choose, offered_by_option
from bridge_bot.sandbox.discord.members.not_offered import NotOffered
from bridge_bot.sandbox.discord.model import Channel, Message, Upload, User
from bridge_bot.sandbox.discord.payloads.resolved import Entity, resolved
from bridge_bot.sandbox.discord.rules.command_definitions import STRING_OPTION_LIMIT, may_use
from bridge_bot.sandbox.discord.state import WorldState

OptionValue = float | Chosen | Upload
"""A text, a number, true or false; or what is chosen, by itself, its id or its name; or a file."""

_TYPES: dict[int, type | tuple[type, ...]] = {
    OptionType.STRING: str,
    OptionType.INTEGER: int,
    OptionType.BOOLEAN: bool,
    OptionType.NUMBER: (int, float),
}


def offered_commands(
    state: WorldState, user: User, channel: Channel, *, user_install: bool = False
) -> list[Json]:
    """The commands that a client offers to a member in a channel, those of the guild first."""
    known = commands.registered(state, None)
    if channel.guild is not None:
        known = commands.registered(state, channel.guild.id) + known
    return [each for each in known if may_use(each, channel, user.id, user_install=user_install)]


def command_data(
    state: WorldState,
    user: User,
    channel: Channel,
    path: str,
    values: Mapping[str, OptionValue],
    *,
    focused: str | None = None,
    user_install: bool = False,
) -> Json:
    """The data of a slash command's interaction, as the client makes it.

    `path` is the name, with the subcommands after it (`settings language set`). With `focused`,
    an autocomplete, required values may be missing.
    """
    name, *steps = path.split()
    offered = offered_commands(state, user, channel, user_install=user_install)
    data, found = _command(offered, user, name, CommandType.CHAT_INPUT)
    inner, options = data, found.get("options") or []
    for step in steps:
        sub = _named(step, options, f"subcommand of /{name}")
        entry: Json = {"name": step, "type": sub["type"]}
        inner["options"] = [entry]
        inner, options = entry, sub.get("options") or []
    entities: list[Entity] = []
    form = _Options(state, user, channel, entities)
    inner["options"] = list(form.chosen(options, values, focused))
    return data | _resolved(state, channel, user, entities)


def target_data(
    state: WorldState,
    user: User,
    channel: Channel,
    name: str,
    target: Message | User,
    *,
    user_install: bool = False,
) -> Json:
    """The data of a command that is used on a message or a user, out of its menu."""
    kind = CommandType.MESSAGE if isinstance(target, Message) else CommandType.USER
    offered = offered_commands(state, user, channel, user_install=user_install)
    data, _ = _command(offered, user, name, kind)
    if isinstance(target, Message) and (target.deleted or target.ephemeral):
        raise NotOffered("the message has no such menu")
    return data | {"target_id": str(target.id)} | _resolved(state, channel, user, [target])


def _command(
    offered: Sequence[Json], user: User, name: str, kind: CommandType
) -> tuple[Json, Json]:
    """The beginning of the data, and the registered command."""
    of_kind = [each for each in offered if each["type"] == kind]
    found = _named(name, of_kind, f"command that {user.name} may use here")
    data: Json = {"id": found["id"], "name": name, "type": found["type"]}
    if "guild_id" in found:
        data["guild_id"] = found["guild_id"]
    return data, found


def _resolved(state: WorldState, channel: Channel, user: User, entities: Sequence[Entity]) -> Json:
    found = resolved(state, channel, user, entities)
    return {"resolved": found} if found else {}


def _named(name: str, known: Sequence[Json], what: str) -> Json:
    found = next((each for each in known if each["name"] == name), None)
    if found is None:
        raise NotOffered(f"no {what} is called {name}; there are {[o['name'] for o in known]}")
    return found


class _Options:
    """Fills in the options of a command; what ids stand for is added to `entities`."""

    def __init__(
        self, state: WorldState, user: User, place: Channel, entities: list[Entity]
    ) -> None:
        self._state = state
        self._user = user
        self._place = place
        self._entities = entities

    def chosen(
        self, options: Sequence[Json], values: Mapping[str, OptionValue], focused: str | None
    ) -> Iterator[Json]:
        """The options as they are sent. Raises `NotOffered` for unfit and for missing ones."""
        for name in values:
            _named(name, options, "option")
        for option in options:
            name = option["name"]
            if option["type"] in SUBCOMMAND_TYPES:
                raise NotOffered(f"the subcommand is missing, such as {name}")
            if name not in values:
                if option.get("required") and focused is None:
                    raise NotOffered(f"{name} is missing")
                continue
            entry: Json = {"name": name, "type": option["type"]}
            if name == focused and isinstance(values[name], str | float | int):
                yield entry | {"value": values[name], "focused": True}
            else:
                yield entry | {"value": self._sent(option, values[name])}

    def _sent(self, option: Json, value: OptionValue) -> str | float:
        """A value as it is sent: an id for whatever has one."""
        types = option.get("channel_types") or ()
        offered = offered_by_option(option["type"], self._place, self._user, types)
        if offered is not None and not isinstance(value, float | Upload):
            entity = choose(value, offered)
            self._entities.append(entity)
            return str(entity.id)
        if option["type"] == OptionType.ATTACHMENT and isinstance(value, Upload):
            kept = keep_upload(self._state, value)
            self._entities.append(kept)
            return str(kept.id)
        if not isinstance(value, str | float | int) or not _fits(option, value):
            raise NotOffered(f"{value!r} does not fit {option['name']}")
        return value


def _fits(option: Json, value: str | float) -> bool:
    kind = option["type"]
    if not isinstance(value, _TYPES.get(kind, ())):
        return False
    if isinstance(value, bool) and kind != OptionType.BOOLEAN:
        return False
    choices = [each["value"] for each in option.get("choices") or ()]
    if choices:
        return value in choices
    if isinstance(value, str):
        least, most = option.get("min_length") or 0, option.get("max_length") or STRING_OPTION_LIMIT
        return bool(least <= len(value) <= most)
    lowest, highest = option.get("min_value"), option.get("max_value")
    return (lowest is None or value >= lowest) and (highest is None or value <= highest)
