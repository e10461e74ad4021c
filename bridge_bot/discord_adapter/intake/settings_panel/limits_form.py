"""The form of the limits: what it asks, and what its answers mean. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bridge_bot.core.guild_settings.values import OF_SERVER_ALONE, SettingName
from bridge_bot.discord_adapter.intake.settings_panel.drawing.components import Field, Form
from bridge_bot.discord_adapter.intake.settings_panel.drawing.wording import name_text
from bridge_bot.discord_adapter.intake.settings_panel.in_force import LIMITS
from bridge_bot.discord_adapter.intake.settings_panel.press import Action
from bridge_bot.discord_adapter.intake.settings_panel.shown import Shown

MOST = 1_000_000
"""The largest limit that can be set."""

_MOST_CHARS = len("10,00,000")
"""That limit as Hindi writes it, which takes the most."""

# Digits alone, of any script, or in groups with one separator: 1,000,000 or 1.000.000 or 1 000 000,
# and in Hindi 10,00,000. The last group has three, so that 1.5 is not taken for 15.
_NUMBER = re.compile(r"\d+|\d{1,3}([.,\s'’٬])(?:\d{2,3}\1)*\d{3}")


class NotANumber(Exception):
    """What was filled in for a limit is none."""

    def __init__(self, name: SettingName) -> None:
        super().__init__(name)
        self.name = name


def limits_form(shown: Shown) -> Form:
    """The form, filled in with what is set."""
    texts = shown.texts
    return Form(
        shown.press(Action.SUBMIT),
        texts.get("settings-limits-form"),
        tuple(_field(name, shown) for name in _names(shown)),
    )


def wanted_limits(filled_in: Mapping[str, str], shown: Shown) -> dict[SettingName, int | None]:
    """What is to be set to what, of that which differs from what is set; None: it is reset.

    Raises `NotANumber`.
    """
    wanted = {name: _limit(name, filled_in.get(name, "").strip()) for name in _names(shown)}
    return {name: value for name, value in wanted.items() if value != shown.own(name)}


def _names(shown: Shown) -> list[SettingName]:
    return [name for name in LIMITS if shown.is_server or name not in OF_SERVER_ALONE]


def _limit(name: SettingName, text: str) -> int | None:
    if not text:
        return None
    if len(text) > _MOST_CHARS or not _NUMBER.fullmatch(text):
        raise NotANumber(name)
    limit = int("".join(filter(str.isdecimal, text)))
    if limit > MOST:
        raise NotANumber(name)
    return limit


def _field(name: SettingName, shown: Shown) -> Field:
    texts, own = shown.texts, shown.own(name)
    about = texts.get("settings-limit-about")
    limit = shown.operator.limit(name, shown.state.channel_id)
    if limit:
        about = texts.get("settings-limit-about-operator", about=about, limit=limit)
    return Field(
        name,
        name_text(name, texts),
        about,
        "" if own is None else str(own),
        _MOST_CHARS,
    )
