"""The values of settings as texts, as they are stored.

A number and an id are their digits, ids have a space between them, and a flag is `true` or `false`.
"""

from __future__ import annotations

from bridge_bot.core.guild_settings.kinds import KINDS, Kind, check
from bridge_bot.core.guild_settings.values import SettingName, SettingValue

_FLAGS = {"true": True, "false": False}


def text_of(value: SettingValue) -> str:
    """The text that is stored for a value."""
    match value:
        case bool():
            return "true" if value else "false"
        case frozenset():
            return " ".join(str(each) for each in sorted(value))
        case _:
            return str(value)


def value_of(name: SettingName, text: str) -> SettingValue:
    """The value of a setting that is stored as this text. `ValueError` if it can't have it."""
    value: SettingValue
    match KINDS[name]:
        case Kind.FLAG:
            if text not in _FLAGS:
                raise ValueError("neither true nor false")
            value = _FLAGS[text]
        case Kind.NUMBER | Kind.ID:
            value = int(text)
        case Kind.IDS:
            value = frozenset(int(each) for each in text.split())
        case Kind.WORD:
            value = text
    check(name, value)
    return value
