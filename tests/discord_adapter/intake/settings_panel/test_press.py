"""What stands in the `custom_id` of a control."""

from __future__ import annotations

import pytest

from bridge_bot.core.guild_settings.values import SettingName
from bridge_bot.discord_adapter.intake.settings_panel.press import Action, Page, PanelState, Press

FULL = PanelState(Page.QUESTIONS, 2**64 - 1, 9_999_999_999, 9_999_999_999)


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("argument", ["", "served=messages", "with:colons:in=it"])
def test_a_press_is_read_as_it_was_made(action: Action, argument: str) -> None:
    press = Press(PanelState(Page.LIMITS, 1429384729384729384, 12, 4), action, argument)
    assert Press.of(press.custom_id) == press


@pytest.mark.parametrize("name", SettingName)
@pytest.mark.parametrize("page", Page)
def test_no_custom_id_is_longer_than_discord_takes(name: SettingName, page: Page) -> None:
    longest = max(len(action) for action in (Action.SET, Action.RESET, Action.TAKE))
    state = PanelState(page, FULL.channel_id, FULL.version, FULL.before)
    assert len(state.press(Action.RESET, name)) <= 100
    assert len(state.press(Action.TAKE, "served=messages")) <= 100
    assert longest <= len(Action.RESET)


@pytest.mark.parametrize(
    "custom_id",
    [
        "",
        "settings",
        "settings:limits:1:2:0:show",
        "settings:nowhere:1:2:0:show:",
        "settings:limits:1:2:0:dance:",
        "settings:limits:one:2:0:show:",
        "stop:limits:1:2:0:show:",
    ],
)
def test_what_no_panel_makes_is_no_press(custom_id: str) -> None:
    assert Press.of(custom_id) is None


def test_another_page_begins_with_the_newest_changes() -> None:
    assert FULL.on(Page.CHANGES) == PanelState(
        Page.CHANGES, FULL.channel_id, FULL.version, before=0
    )
