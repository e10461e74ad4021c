"""A copy of what an event may change in discord.py's cache, to be restored if the event fails.

discord.py 2.7.1 changes its objects one attribute after the other. An event that fails halfway
would leave a server without its channels, or a channel with half of its permissions.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import Any

from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.snowflake import id_in


class CacheSnapshot:
    """The present attributes of the cached objects that an event may change.

    These are the bot's user, the event's server, the bot's member in it, and the channel and the
    role of the event's ids.
    """

    def __init__(self, state: patches.State, data: Any) -> None:
        self._saved = [(cached, _attributes(cached)) for cached in _concerned(state, data)]

    def restore(self) -> None:
        """Set all attributes to what they were."""
        for cached, attributes in self._saved:
            for name, value in attributes.items():
                setattr(cached, name, value)


def _concerned(state: patches.State, data: Any) -> Iterator[object]:
    guild = patches.known_guild(state, id_in(data, "guild_id") or id_in(data, "id"))
    found: list[object | None] = [state.user, guild]
    if guild is not None:
        role = data.get("role")
        found += [
            guild.get_channel_or_thread(id_in(data, "id") or 0),
            guild.get_role(id_in(role, "id") or 0),
            guild.me,
        ]
    return (cached for cached in found if cached is not None)


def _attributes(cached: Any) -> dict[str, Any]:
    """The attributes by their names; collections as copies, since discord.py changes them."""
    return {
        name: copy(value) if isinstance(value, dict | list | set) else value
        for name in _slots(type(cached))
        if (value := getattr(cached, name, _MISSING)) is not _MISSING
    }


_MISSING = object()


def _slots(kind: type) -> tuple[str, ...]:
    """The names of all slots of a class, as `getattr` knows them.

    All of discord.py's cached objects have slots. A private one, such as `__state` of `Guild`, is
    stored as `_Guild__state`.
    """
    names: list[str] = []
    for each in kind.__mro__:
        slots = each.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            private = name.startswith("__") and not name.endswith("__")
            names.append(f"_{each.__name__.lstrip('_')}{name}" if private else name)
    return tuple(name for name in names if name not in ("__weakref__", "__dict__"))
