"""What a press changes, or what is told instead."""

from __future__ import annotations

import pytest

from bridge_bot.core.guild_settings.values import Served, SettingName
from bridge_bot.discord_adapter.intake.settings_panel.changing import (
    Input,
    changes_settings,
    state_after,
    wanted,
)
from bridge_bot.discord_adapter.intake.settings_panel.choices import RESET, NotOffered
from bridge_bot.discord_adapter.intake.settings_panel.press import Action, Page, PanelState, Press
from bridge_bot.discord_adapter.intake.settings_panel.shown import Shown
from tests.discord_adapter.intake.settings_panel.panels import CHANNEL_ID, Values, shown
from tests.harness.english import text

NOTHING = Input()


def press(action: Action, argument: str = "", page: Page = Page.QUESTIONS) -> Press:
    return Press(PanelState(page, CHANNEL_ID, 3), action, argument)


def test_a_choice_sets_its_setting() -> None:
    assert wanted(press(Action.SET, "served"), Input(["=nothing"]), shown(channel={})) == {
        SettingName.SERVED: Served.NOTHING
    }


@pytest.mark.parametrize("served", [Served.MESSAGES, Served.POSTS])
def test_what_costs_is_confirmed_before_it_is_taken(served: Served) -> None:
    of_server = shown()
    asked = wanted(press(Action.SET, "served"), Input([f"={served}"]), of_server)
    assert isinstance(asked, Shown)
    assert asked.to_confirm is served
    taken = wanted(press(Action.TAKE, f"served={served}"), NOTHING, of_server)
    assert taken == {SettingName.SERVED: served}


@pytest.mark.parametrize(
    ("done", "sent", "channel"),
    [
        (press(Action.SET, "served"), Input(["=messages"]), {SettingName.SERVED: Served.MESSAGES}),
        (press(Action.SET, "served"), Input([RESET]), {}),
        (press(Action.RESET, "shut_out"), NOTHING, {}),
        (press(Action.SUBMIT), Input(fields={}), {}),
    ],
)
def test_what_is_so_already_is_not_changed(done: Press, sent: Input, channel: Values) -> None:
    assert wanted(done, sent, shown(channel=channel)) == {}


def test_a_reset_takes_back_what_is_set() -> None:
    here = shown(channel={SettingName.SHUT_OUT: frozenset({5})})
    assert wanted(press(Action.RESET, "shut_out"), NOTHING, here) == {SettingName.SHUT_OUT: None}


def test_a_form_sets_several_limits() -> None:
    sent = Input(fields={"member_questions_per_day": "5", "questions_per_day": "50"})
    assert wanted(press(Action.SUBMIT), sent, shown()) == {
        SettingName.MEMBER_QUESTIONS_PER_DAY: 5,
        SettingName.QUESTIONS_PER_DAY: 50,
    }


def test_what_is_no_number_is_told_and_nothing_changes() -> None:
    sent = Input(fields={"member_questions_per_day": "many", "questions_per_day": "50"})
    told = wanted(press(Action.SUBMIT), sent, shown())
    assert isinstance(told, Shown)
    assert text("settings-name-member-questions-per-day") in told.notice
    assert "1,000,000" in told.notice


@pytest.mark.parametrize(
    ("done", "sent"),
    [
        (press(Action.SET, "no_such_setting"), Input(["=on"])),
        (press(Action.SET, "chat_bot"), Input(["=gone"])),
        (press(Action.TAKE, "served=everything"), NOTHING),
        (press(Action.TAKE, "served"), NOTHING),
        (press(Action.RESET, ""), NOTHING),
    ],
)
def test_what_there_is_not_any_more_is_told(done: Press, sent: Input) -> None:
    told = wanted(done, sent, shown(in_channel=True))
    assert isinstance(told, Shown)
    assert told.notice == text("settings-not-offered")


@pytest.mark.parametrize(
    ("done", "sent", "page", "channel_id"),
    [
        (press(Action.SHOW), NOTHING, Page.QUESTIONS, CHANNEL_ID),
        (press(Action.SHOW_CHANNEL), Input(["8"]), Page.QUESTIONS, 8),
        (press(Action.SHOW_CHANNEL), NOTHING, Page.QUESTIONS, 0),
        (press(Action.SHOW_PAGE), Input(["limits"]), Page.LIMITS, CHANNEL_ID),
    ],
)
def test_one_goes_from_page_to_page_and_from_channel_to_channel(
    done: Press, sent: Input, page: Page, channel_id: int
) -> None:
    after = state_after(done, sent)
    assert (after.page, after.channel_id) == (page, channel_id)
    assert not changes_settings(done)


@pytest.mark.parametrize(
    ("action", "values"),
    [(Action.SHOW_PAGE, ["nowhere"]), (Action.SHOW_PAGE, []), (Action.SHOW_CHANNEL, ["general"])],
)
def test_where_one_cannot_go_is_not_offered(action: Action, values: list[str]) -> None:
    with pytest.raises(NotOffered):
        state_after(press(action), Input(values))


def test_what_changes_settings_is_known() -> None:
    changing = {action for action in Action if changes_settings(press(action))}
    assert changing == {Action.SET, Action.TAKE, Action.RESET, Action.SUBMIT}
