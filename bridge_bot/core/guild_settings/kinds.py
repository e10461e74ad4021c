"""What each setting can be set to."""

from __future__ import annotations

import enum
from collections.abc import Collection, Mapping

from bridge_bot.core.guild_settings.values import (
    OF_SERVER_ALONE,
    AnswerPlace,
    Served,
    SettingName,
    SettingValue,
)
from bridge_bot.core.languages import LANGUAGES

MOST_NUMBER = 1_000_000_000
MOST_CHARS = 100
MOST_IDS = 1_000
"""What a value can be at the most."""

_MOST_ID = 2**63 - 1


class Kind(enum.Enum):
    """What the values of a setting are."""

    WORD = enum.auto()
    NUMBER = enum.auto()
    FLAG = enum.auto()
    ID = enum.auto()
    """0 is none, for a channel whose server has one."""
    IDS = enum.auto()
    """A frozen set of ids, which may be empty."""


KINDS: Mapping[SettingName, Kind] = {
    SettingName.SERVED: Kind.WORD,
    SettingName.ANSWER_PLACE: Kind.WORD,
    SettingName.CHAT_BOT: Kind.WORD,
    SettingName.LANGUAGE: Kind.WORD,
    SettingName.ASKER_ROLES: Kind.IDS,
    SettingName.SHUT_OUT: Kind.IDS,
    SettingName.MEMBER_QUESTIONS_PER_MINUTE: Kind.NUMBER,
    SettingName.MEMBER_QUESTIONS_PER_DAY: Kind.NUMBER,
    SettingName.QUESTIONS_PER_DAY: Kind.NUMBER,
    SettingName.ARCHIVE_AFTER: Kind.NUMBER,
    SettingName.ARCHIVE_RESOLVED: Kind.FLAG,
    SettingName.SHOW_SOURCES: Kind.FLAG,
    SettingName.SHOW_CONTROLS: Kind.FLAG,
    SettingName.FEEDBACK_CHANNEL: Kind.ID,
    SettingName.HELP_ROLE: Kind.ID,
    SettingName.QUIET_AFTER_HELPER: Kind.NUMBER,
    SettingName.PAUSED: Kind.FLAG,
}

CHOICES: Mapping[SettingName, Collection[SettingValue]] = {
    SettingName.SERVED: frozenset(Served),
    SettingName.ANSWER_PLACE: frozenset(AnswerPlace),
    SettingName.LANGUAGE: frozenset(LANGUAGES),
    # Discord's documentation: `auto_archive_duration`.
    SettingName.ARCHIVE_AFTER: (60, 1440, 4320, 10080),
    SettingName.QUIET_AFTER_HELPER: (0, 10, 30, 60, 240),
}
"""The values of those settings that have only a few."""


def check(name: SettingName, value: SettingValue, channel_id: int = 0) -> None:
    """Raise `ValueError` if a setting can't be set to that, or not for a channel."""
    if channel_id and name in OF_SERVER_ALONE:
        raise ValueError(f"{name} can be set for a server only")
    choices = CHOICES.get(name)
    if not _is_of_kind(KINDS[name], value) or (choices is not None and value not in choices):
        raise ValueError(f"{name} can not be set to this")


def _is_of_kind(kind: Kind, value: SettingValue) -> bool:
    match kind:
        case Kind.WORD:
            return isinstance(value, str) and len(value) <= MOST_CHARS
        case Kind.NUMBER:
            return _is_number(value, 0, MOST_NUMBER)
        case Kind.FLAG:
            return isinstance(value, bool)
        case Kind.ID:
            return _is_number(value, 0, _MOST_ID)
        case Kind.IDS:
            return (
                isinstance(value, frozenset) and len(value) <= MOST_IDS and all(map(_is_id, value))
            )


def _is_id(value: object) -> bool:
    return _is_number(value, 1, _MOST_ID)


def _is_number(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
