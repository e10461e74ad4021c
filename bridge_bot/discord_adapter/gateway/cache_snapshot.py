"""What an event may change in discord.py's cache, so that it can be put back.

discord.py 2.7.1 changes its objects one attribute after the other. An event that fails halfway
would leave a server without its channels, or a channel with half of its permissions.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import Any

from discord.state import ConnectionState


class Snapshot:
    """The cached objects that an event with this data is about, as they are now."""

    def __init__(self, state: ConnectionState[Any], data: Any) -> None:
        self._kept = [(thing, _attributes(thing)) for thing in _concerned(state, data)]

    def put_back(self) -> None:
        """Make them what they were."""
        for thing, attributes in self._kept:
            for name, value in attributes.items():
                setattr(thing, name, value)


def id_in(data: Any, name: str) -> int | None:
    """The id of that name in an event's data; None if there is none, or none that is a number."""
    try:
        return int(data[name])
    except (KeyError, OverflowError, TypeError, ValueError):
        return None


def _concerned(state: ConnectionState[Any], data: Any) -> Iterator[object]:
    guild = state._get_guild(id_in(data, "guild_id") or id_in(data, "id"))  # noqa: SLF001
    found: list[object | None] = [state.user, guild]
    if guild is not None:
        role = data.get("role")
        found += [
            guild.get_channel_or_thread(id_in(data, "id") or 0),
            guild.get_role(id_in(role, "id") or 0),
            guild.me,
        ]
    return (thing for thing in found if thing is not None)


def _attributes(thing: Any) -> dict[str, Any]:
    """Its attributes by their names; collections as copies, since they are changed in place."""
    return {
        name: copy(value) if isinstance(value, dict | list | set) else value
        for name in _slots(type(thing))
        if (value := getattr(thing, name, _MISSING)) is not _MISSING
    }


_MISSING = object()


def _slots(kind: type) -> tuple[str, ...]:
    """The names of all slots, as `getattr` knows them; all of discord.py's objects have some."""
    names: list[str] = []
    for each in kind.__mro__:
        slots = each.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            private = name.startswith("__") and not name.endswith("__")
            names.append(f"_{each.__name__.lstrip('_')}{name}" if private else name)
    return tuple(name for name in names if name not in ("__weakref__", "__dict__"))
