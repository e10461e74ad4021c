"""What kind of place settings are made for."""

from __future__ import annotations

import enum


class PlaceKind(enum.Enum):
    """What can be set depends on it: a forum has no threads but its posts, for example."""

    SERVER = enum.auto()
    TEXT = enum.auto()
    ANNOUNCEMENT = enum.auto()
    FORUM = enum.auto()
    VOICE = enum.auto()
