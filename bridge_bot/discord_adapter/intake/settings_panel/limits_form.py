"""The form of the limits: what it asks, and what its answers mean. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from bridge_bot.core.guild_settings.values import OF_SERVER_ALONE, SettingName
from bridge_bot.discord_adapter.intake.settings_panel.drawing.components import Field, Form
from bridge_bot.discord_adapter.intake.settings_panel.drawing.wording import name_text
from bridge_bot.discord_adapter.intake.settings_panel.in_force import LIMITS
from bridge_bot.discord_adapter.intake.settings_panel.press import Action
from bridge_bot.discord_adapter.intake.settings_panel.shown import Shown

MOST = 1_000_000
"""The largest limit that can be set."""


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
    if not (text.isascii() and text.isdecimal()) or len(text) > len(str(MOST)):
        raise NotANumber(name)
    if int(text) > MOST:
        raise NotANumber(name)
    return int(text)


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
        len(str(MOST)),
    )
