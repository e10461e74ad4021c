"""What a press changes: the settings to be stored, or what has to be told instead. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bridge_bot.core.guild_settings.values import Served, SettingName, SettingValue
from bridge_bot.discord_adapter.intake.settings_panel.choices import (
    COSTLY,
    NotOffered,
    chosen_value,
)
from bridge_bot.discord_adapter.intake.settings_panel.drawing.wording import name_text
from bridge_bot.discord_adapter.intake.settings_panel.in_force import SERVER
from bridge_bot.discord_adapter.intake.settings_panel.limits_form import (
    MOST,
    NotANumber,
    wanted_limits,
)
from bridge_bot.discord_adapter.intake.settings_panel.press import Action, Page, PanelState, Press
from bridge_bot.discord_adapter.intake.settings_panel.shown import Shown

Values = Mapping[SettingName, SettingValue | None]

_CHANGES = frozenset({Action.SET, Action.TAKE, Action.RESET, Action.SUBMIT})


@dataclass(frozen=True, slots=True)
class Input:
    """What comes with a press: what is chosen in a select, or filled in in a form."""

    values: Sequence[str] = ()
    fields: Mapping[str, str] | None = None


def state_after(press: Press, sent: Input) -> PanelState:
    """What the panel shows after a press. Raises `NotOffered`."""
    state, chosen = press.state, sent.values
    try:
        if press.action is Action.SHOW_CHANNEL:
            channel_id = int(chosen[0]) if chosen else SERVER
            return replace(state, channel_id=channel_id, before=0)
        if press.action is Action.SHOW_PAGE:
            return state.on(Page(chosen[0]))
    except (ValueError, IndexError):
        raise NotOffered(str(chosen)) from None
    return state


def changes_settings(press: Press) -> bool:
    """Whether a press is there to change settings."""
    return press.action in _CHANGES


def wanted(press: Press, sent: Input, shown: Shown) -> Values | Shown:
    """What a press sets to what; or what is to be shown, where something has to be told first.

    None: it is reset. What is set so already is left out.
    """
    try:
        values = _wanted(press, sent, shown)
    except NotANumber as error:
        field = name_text(error.name, shown.texts)
        notice = shown.texts.get("settings-not-a-number", field=field, most=MOST)
        return replace(shown, notice=notice)
    except NotOffered as error:
        return replace(shown, notice=shown.texts.get(error.text_key))
    except ValueError:
        return replace(shown, notice=shown.texts.get(NotOffered.text_key))
    values = {name: value for name, value in values.items() if value != shown.own(name)}
    served = values.get(SettingName.SERVED)
    if press.action is Action.SET and served in COSTLY:
        return replace(shown, to_confirm=Served(str(served)))
    return values


def _wanted(press: Press, sent: Input, shown: Shown) -> Values:
    """Raises `NotOffered`, `NotANumber`, or `ValueError` for a setting that there is not."""
    match press.action:
        case Action.SUBMIT:
            return wanted_limits(sent.fields or {}, shown)
        case Action.TAKE:
            name, _, value = press.argument.partition("=")
            return {SettingName(name): chosen_value(SettingName(name), [f"={value}"], shown)}
        case Action.RESET:
            return {SettingName(press.argument): None}
    name = SettingName(press.argument)
    return {name: chosen_value(name, sent.values, shown)}
